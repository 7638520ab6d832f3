"""One element: its definition as a sentence, how it spreads, who is not known, where it is used."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Career, Is
from leadership_model.elements.element import Element, Ever, MarkOf
from ui import names, theme
from ui.charts.view import ChartView
from ui.context import Context
from ui.navigation import RunQuery, ShowModel, ShowPeople, ShowPosts
from ui.pages.elements import library_work as work
from ui.pages.elements.element_asked import AskedField
from ui.pages.elements.element_definition import DefinitionCard
from ui.pages.elements.element_effect import EffectCard
from ui.pages.elements.element_work import Draft, Preview
from ui.pages.elements.library_columns import use_columns
from ui.pages.elements.mark_card import MarkCard
from ui.pages.elements.trial_card import TrialCard
from ui.tables.view import TableView
from ui.widgets.bars import StackedBar
from ui.widgets.card import Card, hairline
from ui.widgets.emptying import empty
from ui.widgets.labels import label, link


class ElementDetail(QWidget):
    """`element_wanted` carries the label of another element to be shown."""

    element_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: work.Detail | None = None
        self._row: work.ElementRow | None = None
        self.definition = DefinitionCard(context)
        self.effect = EffectCard(context)
        self.asked = AskedField(context)
        self.chart = ChartView().fill()
        self.bar = StackedBar(9)
        self.known = link("", self._on_known)
        self.absent = link("", self._on_absent)
        self.unknown = link("", self._on_unknown)
        self._figures = QGridLayout()
        self._levels = QGridLayout()
        self.uses = TableView(context.settings, "elements.uses", opens="打开")
        self.trial = TrialCard(context)
        self.marks = MarkCard(context)
        self._build()
        self.definition.query_asked.connect(self._on_query)
        self.definition.wanted.connect(self.element_wanted)
        self.chart.clicked.connect(self._on_bar)
        self.bar.clicked.connect(self._on_part)
        self.uses.opened.connect(self._on_use)
        self.uses.activated_id.connect(self._on_use)

    # ---- building

    def _build(self) -> None:
        home = QWidget()
        home.setObjectName("plain")
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.definition)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(10)
        self._chart_card = Card("全体干部的分布")
        self._chart_card.body.addWidget(self.chart, 1)
        self._chart_card.setMinimumHeight(theme.px(220))
        self._middle.addWidget(self._chart_card, 3)
        self._middle.addWidget(self._gaps_card(), 1)
        column.addLayout(self._middle, 5)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        self._uses_card = Card("用在何处").flush()
        self._uses_card.body.addWidget(self.uses, 1)
        self._uses_card.setMinimumHeight(theme.px(170))
        lower.addWidget(self._uses_card, 4)
        lower.addWidget(self.trial, 3)
        lower.addWidget(self.marks, 4)
        lower.addWidget(self.effect, 1)
        column.addLayout(lower, 4)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(home)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.uses.set_empty(
            "link-variant-off", "尚未使用", "没有模型、画像、岗位、查询或其他要素用到它。"
        )

    def _gaps_card(self) -> Card:
        self._side = Card("已知 / 无 / 待核")
        self._side.body.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(10)
        for each in (self.known, self.absent, self.unknown):
            row.addWidget(each)
        row.addStretch(1)
        self._side.body.addLayout(row)
        self._side.body.addWidget(self.asked)
        self._line = hairline()
        self._side.body.addWidget(self._line)
        self._side.body.addLayout(self._figures)
        self._side.body.addWidget(hairline())
        self._side.body.addWidget(label("各层次的已知率", "strong"))
        self._side.body.addLayout(self._levels)
        self._side.body.addStretch(1)
        self._side.setMinimumWidth(theme.px(220))
        return self._side

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a window below 1600 px."""
        self._middle.setSpacing(8 if narrow else 10)
        self._side.setMinimumWidth(theme.px(196 if narrow else 240))

    # ---- showing

    def begin(self, draft: Draft, faults: tuple[str, ...], shipped: object) -> None:
        """Show what is being looked at or changed before its people are counted."""
        self.definition.show_draft(draft, faults, shipped)
        self.effect.setVisible(draft.dirty)
        self._uses_card.setVisible(not draft.dirty)
        if faults:
            self.effect.refuse()
        elif draft.dirty:
            self.effect.wait()
        after = draft.after
        marked = isinstance(after, Element) and isinstance(after.definition, MarkOf)
        self.marks.setVisible(marked and not draft.dirty)
        self.trial.setVisible(not marked and not draft.dirty)

    def show_preview(self, preview: Preview) -> None:
        """Show the people of a draft, and what it would change."""
        self.show_detail(preview.detail)
        self.effect.show_preview(preview)

    def show_detail(self, detail: work.Detail) -> None:
        """Show the people of an element."""
        self._detail = detail
        row = self._row = detail.row
        self.chart.show_spec(detail.chart)
        self._chart_card.set_note(f"有值的 {names.number(row.known)} 人，单击柱形查看名单")
        self.bar.show_parts(
            [(row.known, "c2", "known"), (row.absent, "c6", "absent"), (row.unknown, "grey", "?")]
        )
        self.known.setText(f"有值 {names.number(row.known)}")
        self.absent.setText(f"无 {names.number(row.absent)}")
        self.unknown.setText(f"待核 {names.number(row.unknown)}")
        self.absent.setEnabled(bool(row.absent))
        self.unknown.setEnabled(bool(row.unknown))
        self.known.setEnabled(bool(row.known))
        _fill(self._figures, [(name, value) for name, value in detail.figures])
        self._line.setVisible(bool(detail.figures))
        _fill(
            self._levels,
            [
                (name, f"{100 * known / total:.1f} %" if total else "–")
                for name, known, total in detail.levels
            ],
        )
        kinds: dict[str, int] = {}
        for use in detail.uses:
            kinds[use.kind] = kinds.get(use.kind, 0) + 1
        self._uses_card.set_note(
            f"{len(detail.uses)} 处：" + " · ".join(f"{k} {n}" for k, n in kinds.items())
            if detail.uses else ""
        )  # fmt: skip
        ids = [str(at) for at in range(len(detail.uses))]
        self.uses.show_rows(use_columns(), detail.uses, ids)
        self.trial.show_detail(detail)
        if isinstance(row.element.definition, MarkOf):
            self.marks.show_element(row.element)
        self.asked.show_element(row.element)

    # ---- slots

    def _on_bar(self, ids: object) -> None:
        if self._detail is None or not isinstance(ids, tuple):
            return
        bars = self._detail.chart.bars
        words = next((bar.label for bar in bars if bar.ids == ids), "")
        self._go(ids, words)

    def _on_part(self, id: object) -> None:
        {"known": self._on_known, "absent": self._on_absent}.get(str(id), self._on_unknown)()

    def _on_known(self) -> None:
        if self._detail is not None:
            self._go(self._detail.known, "有值")

    def _on_absent(self) -> None:
        if self._detail is not None:
            self._go(self._detail.absent, "无")

    def _on_unknown(self) -> None:
        if self._detail is not None:
            self._go(self._detail.unknown, "待核")

    def _on_query(self) -> None:
        if self._row is None:
            return
        element = self._row.element
        if isinstance(element.definition, Ever) and element.id.startswith(work.FILTER):
            sentence = write(Career("曾任", element.definition.filter))
        else:
            sentence = write(Is(element.label, "已知"))
        self._context.navigator.go(RunQuery(sentence))

    def _on_use(self, id: object) -> None:
        if self._detail is None:
            return
        use = self._detail.uses[int(str(id))]
        match use.kind:
            case "模型":
                self._context.navigator.go(ShowModel(id=use.id))
            case "画像":
                self._context.navigator.go(ShowModel())
            case "岗位":
                ids = work.posts_with(self._context.workspace.world, use.id)
                self._context.navigator.go(ShowPosts(ids, use.title))
            case "查询":
                self._context.navigator.go(RunQuery(use.id))
            case _:
                self.element_wanted.emit(use.id)

    def _go(self, ids: tuple[str, ...], words: str) -> None:
        if ids and self._row is not None:
            self._context.navigator.go(ShowPeople(ids, f"{self._row.element.label}：{words}"))


def _fill(grid: QGridLayout, rows: list[tuple[str, str]]) -> None:
    """Show pairs of words and values in two columns."""
    empty(grid)
    for at, (name, value) in enumerate(rows):
        grid.addWidget(label(name, "cell2"), at, 0)
        grid.addWidget(label(value, "cell"), at, 1, Qt.AlignmentFlag.AlignRight)
