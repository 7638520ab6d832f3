"""Dialogs of readable texts: what to write, and what a file would change."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from leadership_model.exchange import text_form
from leadership_model.exchange.text_plan import STATE_WORDS, Line
from leadership_model.exchange.texts import KIND_WORDS
from ui import theme
from ui.context import Context
from ui.pages.elements.element_effect import EffectRow, effect_columns, rows_of_effect, words_of
from ui.pages.elements.text_compare import CompareDialog
from ui.pages.elements.text_effect import rule_rows
from ui.pages.elements.text_work import TextPreview
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.tabs import Tabs


class ExportDialog(Dialog):
    """Chooses kinds, and whether what the program ships goes along."""

    def __init__(self, counts: Mapping[tuple[str, bool], int], parent: QWidget | None) -> None:
        super().__init__("导出文本", parent, width=460)
        self._counts = counts
        self.body.addWidget(
            label("存为可阅读的文本（TOML 或 JSON），供另一个单位导入或对比。", "note", wrap=True)
        )
        self.own = QRadioButton("只导出本单位新建或修改的")
        self.every = QRadioButton("全部导出，连同程序自带的")
        self.own.setChecked(True)
        self.body.addWidget(self.own)
        self.body.addWidget(self.every)
        self.boxes = {kind: QCheckBox(word) for kind, word in KIND_WORDS.items()}
        for box in self.boxes.values():
            box.setChecked(True)
            self.body.addWidget(box)
        self.add_cancel()
        self.add_button("选择文件…", self._on_ok, kind="primary", default=True)
        self.own.toggled.connect(self._on_own)
        self._on_own(True)

    def chosen(self) -> tuple[tuple[str, ...], bool]:
        """The kinds, and whether the department's own alone."""
        kinds = tuple(kind for kind, box in self.boxes.items() if box.isChecked())
        return kinds, self.own.isChecked()

    def _on_own(self, own: bool) -> None:
        for kind, box in self.boxes.items():
            box.setText(f"{KIND_WORDS[kind]}（{self._counts.get((kind, own), 0)}）")

    def _on_ok(self) -> None:
        kinds, own = self.chosen()
        if not kinds:
            self.refuse("请至少选择一类。")
        elif not any(self._counts.get((kind, own), 0) for kind in kinds):
            self.refuse("所选的各类都没有内容可导出，可改选“全部导出”。")
        else:
            self.accept()


class ImportDialog(Dialog):
    """Shows what a file would change and what that does; refuses a file with faults."""

    def __init__(self, context: Context, preview: TextPreview, parent: QWidget | None) -> None:
        super().__init__(f"导入文本：{preview.name}", parent, width=860)
        self._context = context
        plan = preview.plan
        self.told = label(_told(preview), "strong", wrap=True)
        self.body.addWidget(self.told)
        if plan.faults:
            self.faults = TableView(context.settings, "elements.textfaults", opens="")
            self.faults.setMinimumHeight(theme.px(320))
            ids = [str(at) for at in range(len(plan.faults))]
            self.faults.show_rows(fault_columns(), plan.faults, ids)
            self.body.addWidget(self.faults, 1)
            self.add_button("知道了", self.reject, kind="primary", default=True)
            return
        self.lines = TableView(context.settings, "elements.textlines", opens="新旧对照")
        ids = [str(at) for at in range(len(plan.lines))]
        self._order = sorted(plan.lines, key=_weight)
        self.lines.show_rows(line_columns(), self._order, ids)
        self.lines.opened.connect(self._on_line)
        self.lines.activated_id.connect(self._on_line)
        self.effect = TableView(context.settings, "elements.texteffect", opens="")
        self.effect.set_empty("check-circle-outline", "结果不变", "没有班子、查询或岗位因此改变。")
        rows: tuple[EffectRow, ...] = (
            *rows_of_effect(preview.effect, preview.after),
            *rule_rows(preview.rules, preview.after),
        )
        self.effect.show_rows(effect_columns(), rows, [str(at) for at in range(len(rows))])
        self.tabs = Tabs()
        self.tabs.add("lines", f"内容 {len(plan.lines)}", self.lines)
        self.tabs.add("effect", f"影响 {len(rows)}", self.effect)
        self.tabs.setMinimumHeight(theme.px(380))
        self.lines.setToolTip("双击或按空格，新旧文本并排对照")
        self.body.addWidget(self.tabs, 1)
        self.add_cancel()
        count = len(plan.written())
        self.ok = self.add_button(f"导入 {count} 项", self.accept, kind="primary", default=True)
        self.ok.setEnabled(count > 0)

    def _on_line(self, id: object) -> None:
        self._context.ask.show(CompareDialog(self._order[int(str(id))], self))


def _told(preview: TextPreview) -> str:
    plan = preview.plan
    if plan.faults:
        return f"文件有 {len(plan.faults)} 处问题，没有导入任何内容。请按下面的说明改正后再导入。"
    counts = plan.counts()
    words = "，".join(f"{STATE_WORDS[state]} {counts[state]} 项" for state in STATE_WORDS)
    drafts = any(line.kind == "model" for line in plan.written())
    later = "（模型存为草稿，这里按发布后计算）" if drafts else ""
    rules = preview.rules
    told = "" if rules is None else f"规则预警增 {len(rules.come)} 条、减 {len(rules.go)} 条。"
    return f"{words}。{words_of(preview.effect)}{later}。{told}导入在一次写入中完成，可撤销。"


def _weight(line: Line) -> tuple[int, int]:
    states, kinds = tuple(STATE_WORDS), text_form.KINDS
    return states.index(line.state), kinds.index(line.kind)


def line_columns() -> tuple[Column, ...]:
    """Give the columns of what a file holds; items are `Line`."""
    return (
        Column(id="state", title="状态", cell=_state, width=64, fixed=True),
        Column(id="kind", title="类别", cell=_kind, width=78),
        Column(id="label", title="名称", cell=_label, width=220, stretch=True),
        Column(id="text", title="改动", cell=_text, width=320, stretch=True),
    )


def fault_columns() -> tuple[Column, ...]:
    """Give the columns of faults; items are sentences."""
    return (Column(id="fault", title="问题", cell=_fault, width=780, stretch=True, tip=_whole),)


def _state(line: Line) -> Cell:
    tones = {"new": "green", "changed": "accent", "same": "soft"}
    return Cell(text="", chip=STATE_WORDS[line.state], chip_tone=tones[line.state])


def _kind(line: Line) -> Cell:
    return Cell(text=line.word, tone="text2")


def _label(line: Line) -> Cell:
    return Cell(text=line.label, faint=line.state == "same")


def _text(line: Line) -> str:
    return line.text


def _fault(text: str) -> Cell:
    return Cell(text=text, mark="red")


def _whole(text: str) -> str:
    return text
