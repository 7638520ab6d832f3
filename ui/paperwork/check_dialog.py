"""与名册核对: cells that differ, each with the side that is taken; writes either side."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from leadership_model.exchange.checking import Difference, together
from ui import theme
from ui.context import Context
from ui.paperwork import check_work
from ui.paperwork.check_work import BASE, KEEP, ROSTER, TAKES, Found
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

TONES = {KEEP: "text2", BASE: "accent", ROSTER: "green"}


class CheckDialog(Dialog):
    """Space turns the side of the row; both files and base are written only when asked."""

    def __init__(self, context: Context, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(f"与名册核对 · {found.path.name}", parent, width=980)
        self._context, self._found = context, found
        self._differences = {each.id: each for each in found.checked.differences}
        self.chosen: dict[str, str] = {}
        self.table = TableView(context.settings, "papers.check", opens="换一边")
        self.ours, self.theirs = label("", "body", wrap=True), label("", "body", wrap=True)
        for shown in (self.ours, self.theirs):
            shown.setTextFormat(Qt.TextFormat.RichText)
        self.summary, self.others = label("", "cell2", wrap=True), label("", "note", wrap=True)
        self._build()
        self.table.opened.connect(self._on_turned)
        self.table.chosen.connect(self._on_chosen)
        self.add_cancel("关闭")
        self.report = self.add_button("写出核对表…", self._on_report)
        self.roster = self.add_button("写出改好的名册…", self._on_roster)
        self.save = self.add_button("写入干部库", self._on_save, kind="primary")
        self._show_rows()
        self._follow()
        self.resize(self.minimumWidth(), self._limited(theme.px(620), "height", 0.92))

    def _build(self) -> None:
        for each in (self.summary, self.others):
            self.body.addWidget(each)
        self.table.setMinimumHeight(self.room(280))
        self.body.addWidget(self.table, 1)
        sides = QGridLayout()
        sides.setHorizontalSpacing(12)
        texts = ((self._found.against, self.ours), ("名册", self.theirs))
        for at, (words, shown) in enumerate(texts):
            sides.addWidget(label(words, "cell2"), at, 0)
            sides.addWidget(shown, at, 1)
        sides.setColumnStretch(1, 1)
        self.body.addLayout(sides)
        self.takes = {
            KEEP: button("不改", self._on_keep, kind="small"),
            BASE: button(f"取{self._found.against}（改名册）", self._on_base, kind="small"),
            ROSTER: button("取名册（改库）", self._on_taken, kind="small"),
        }
        row = QHBoxLayout()
        row.addWidget(label("所选各行（没有选中时为全部）：", "cell2"))
        for take in self.takes.values():
            row.addWidget(take)
        row.addStretch(1)
        self.body.addLayout(row)

    # ---- what is shown

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(id="line", title="名册行", width=70, cell=_line, keys=_lines, align="right"),
            Column(id="name", title="姓名", width=90, cell=_name, texts=_names),
            Column(id="title", title="栏目", width=120, cell=_title, texts=_titles),
            Column(id="ours", title=self._found.against, width=260, cell=_ours, stretch=True),
            Column(id="theirs", title="名册", width=260, cell=_theirs, stretch=True),
            Column(id="take", title="处理", width=90, cell=self._take, fixed=True),
        )

    def _take(self, each: Difference) -> Cell:
        side = self.chosen.get(each.id, KEEP)
        return Cell(text=TAKES[side], tone=TONES[side], bold=side != KEEP)

    def _show_rows(self) -> None:
        listed = self._found.checked.differences
        self.table.set_empty("check-circle-outline", "没有差异", "两边都有的人，各栏内容一致。")
        self.table.show_rows(self._columns(), listed, [each.id for each in listed])

    def _follow(self) -> None:
        checked = self._found.checked
        taken = self._ids(ROSTER)
        fixes = self._ids(BASE)
        self.summary.setText(
            f"两边都有 {checked.compared:,} 人，其中 {checked.same:,} 人完全一致；"
            f"差异 {len(checked.differences):,} 处，取名册 {len(taken):,} 处，"
            f"取{self._found.against} {len(fixes):,} 处。"
        )
        parts = [(checked.alone, "只在名册中"), (checked.unclear, "无法确定是哪一位")]
        words = [f"{what}：{_few([e.name for e in found])}" for found, what in parts if found]
        if checked.lacking:
            words.append(f"名册中没有：{_few(list(self._names().values()))}")
        self.others.setText("　".join(words))
        self.others.setVisible(bool(words))
        self.save.setEnabled(bool(taken) and self._stored())
        self.save.setToolTip("" if self._stored() else "当前没有可写入的干部库，或核对的是表格文件")
        self.roster.setEnabled(bool(fixes))
        self.takes[ROSTER].setEnabled(self._stored())

    def _stored(self) -> bool:
        return self._context.workspace.loaded.engine is not None and not self._found.files

    def _ids(self, side: str) -> list[str]:
        return [id for id in self._differences if self.chosen.get(id) == side]

    def _names(self) -> dict[str, str]:
        people = self._context.workspace.snapshot.people
        names = people.raw("name")
        found = self._found.checked.lacking
        return {id: names[people.positions[id]] or "" for id in found if id in people.positions}

    def _on_chosen(self, id: object) -> None:
        each = self._differences.get(str(id))
        if each is None:
            return
        ours, theirs = each.spans()
        color = theme.tokens().red
        self._write(self.ours, check_work.marked(each.ours, ours, color))
        self._write(self.theirs, check_work.marked(each.theirs, theirs, color))

    def _write(self, shown: QLabel, text: str) -> None:
        shown.setText(text)

    # ---- what is chosen

    def _on_turned(self, id: object) -> None:
        order = (KEEP, BASE, ROSTER) if self._stored() else (KEEP, BASE)
        now = self.chosen.get(str(id), KEEP)
        self._choose([str(id)], order[(order.index(now) + 1) % len(order)])

    def _on_keep(self) -> None:
        self._choose(self._selected(), KEEP)

    def _on_base(self) -> None:
        self._choose(self._selected(), BASE)

    def _on_taken(self) -> None:
        self._choose(self._selected(), ROSTER)

    def _selected(self) -> list[str]:
        """The rows chosen; where none is, all of them."""
        return list(self.table.selected_ids()) or list(self._differences)

    def _choose(self, ids: list[str], side: str) -> None:
        """Choose a side; parts that an import takes as one go together."""
        for id in ids:
            for each in together(self._found.checked, id):
                self.chosen[each] = side
        kept = self.table.selected_ids()
        self._show_rows()
        self.table.select_ids(kept, scroll=False)
        self._follow()

    # ---- what is written

    def _on_report(self) -> None:
        from leadership_model.papers.basis import of_records

        path = self._context.ask.save_file("名册核对表", "名册核对表.xlsx", ("sheet",))
        if path is None:
            return
        foot = of_records(self._context.workspace.world.seating).foot
        run = partial(check_work.write_report, self._found, self._names(), foot, path)
        self._context.jobs.read(run, "papers.check", self._on_reported, title="正在写核对表")

    def _on_reported(self, path: Path) -> None:
        self._context.say(f"已写出“{path.name}”。")

    def _on_roster(self) -> None:
        name = f"{self._found.path.stem}（已核对）.xlsx"
        path = self._context.ask.save_file("改好的名册", name, ("sheet",))
        if path is None:
            return
        fixes = [self._differences[id] for id in self._ids(BASE)]
        run = partial(check_work.write_roster, self._found, fixes, path)
        self._context.jobs.read(run, "papers.check", self._on_written, title="正在写名册")

    def _on_written(self, written: tuple[Path, int]) -> None:
        path, left = written
        more = f"，有 {left} 处在名册中没有对应的单元格，没有写入" if left else ""
        self._context.say(f"已写出“{path.name}”{more}。")

    def _on_save(self) -> None:
        ids = tuple(self._ids(ROSTER))
        text = f"按名册修改 {len(ids)} 处"
        self._context.workspace.write(partial(check_work.apply, self._found, ids), text)
        self.accept()


def _line(each: Difference) -> str:
    return str(each.line)


def _lines(rows: object) -> list[str | None]:
    return [f"{each.line:08d}" for each in rows]  # type: ignore[attr-defined]


def _name(each: Difference) -> str:
    return each.name


def _names(rows: object) -> list[str]:
    return [each.name for each in rows]  # type: ignore[attr-defined]


def _title(each: Difference) -> str:
    return each.title


def _titles(rows: object) -> list[str]:
    return [each.title for each in rows]  # type: ignore[attr-defined]


def _ours(each: Difference) -> str:
    return each.ours or "（空）"


def _theirs(each: Difference) -> str:
    return each.theirs


def _few(names: list[str]) -> str:
    """List names, the first eight of many."""
    shown = "、".join(each or "（无姓名）" for each in names[:8])
    return f"{shown}等 {len(names)} 人" if len(names) > 8 else shown
