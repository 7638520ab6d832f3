"""The form of one team's entries in one period of an indicator system."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from leadership_model.assessment import performance
from leadership_model.assessment.filling import clean
from leadership_model.errors import UserError
from leadership_model.people import periods
from leadership_model.people.indicator_system import DIRECTION_WORDS, Item, System, score_of
from leadership_model.people.snapshot import Snapshot
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.performance_work import Span
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class EntryDialog(Dialog):
    """`values` are what was entered by item (None: not known), `span` of which period."""

    def __init__(
        self,
        snapshot: Snapshot,
        system: System,
        team: int,
        name: str,
        spans: tuple[Span, ...],
        span: Span,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{system.name} · {name}", parent, width=640)
        self._snapshot, self._whole, self._team = snapshot, system, team
        self._system = system.at(*span)
        self.span = span
        self.values: dict[str, str | None] = {}
        self.periods = QComboBox()
        self.periods.setAccessibleName("期间")
        self._spans = tuple(each for each in spans if each[1] in periods.CODES[system.period])
        for each in self._spans:
            self.periods.addItem(periods.show(*each))
        if span in self._spans:
            self.periods.setCurrentIndex(self._spans.index(span))
        self.lines: dict[str, QLineEdit] = {}
        self._got: dict[str, QLabel] = {}
        row = QHBoxLayout()
        row.addWidget(label("期间", "note"))
        row.addWidget(self.periods, 1)
        self.body.addLayout(row)
        self._area = self.scrolled(QWidget(), 440)
        self._show_items()
        self.body.addWidget(self._area)
        self.body.addWidget(
            label("空着表示未填，得分按区间计；确认不适用的填“无”，由同级指标分担权重。", "faint")
        )
        self.add_cancel()
        self.add_button("保存", self._on_save, kind="primary", default=True)
        self.periods.currentIndexChanged.connect(self._on_period)
        self._on_period()
        next(iter(self.lines.values())).setFocus()

    def _show_items(self) -> None:
        """Make a line for each item that holds in the period."""
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.lines, self._got = {}, {i.id: label("", "note") for i in self._system.leaves()}
        self._add_items(grid)
        self._area.setWidget(content)

    def _add_items(self, grid: QGridLayout) -> None:
        for at, (depth, item) in enumerate(self._system.each(), 1):
            if item.items:
                words = f"{item.name}（权重 {item.weight:g}）"
                grid.addWidget(label("　" * depth + words, "strong"), at, 0, 1, 4)
                continue
            line = QLineEdit()
            line.setAccessibleName(item.name)
            line.setProperty("size", "small")
            line.textEdited.connect(self._on_typed)
            self.lines[item.id] = line
            grid.addWidget(label("　" * depth + item.name, "cell"), at, 0)
            grid.addWidget(line, at, 1)
            grid.addWidget(label(_aim(item), "note"), at, 2)
            grid.addWidget(self._got[item.id], at, 3)

    def _on_period(self, _at: int = 0) -> None:
        """Show what is stored of the chosen period."""
        if self._spans:
            self.span = self._spans[max(self.periods.currentIndex(), 0)]
        if self._whole.at(*self.span) != self._system:
            self._system = self._whole.at(*self.span)
            self._show_items()
        stored = work.texts_of(self._snapshot, self._system, self._team, self.span)
        for id, line in self.lines.items():
            line.setText(stored.get(id, ""))
        self._on_typed()

    def _on_typed(self, _text: str = "") -> None:
        for item in self._system.leaves():
            value = performance.number(self.lines[item.id].text())
            told = "" if value is None else f"{score_of(item, value):.1f} 分"
            self._got[item.id].setText(told)

    def _on_save(self) -> None:
        try:
            found = {i.id: clean(i, self.lines[i.id].text()) for i in self._system.leaves()}
        except UserError as error:
            self.refuse(str(error))
            return
        self.values = found
        self.accept()


def _aim(item: Item) -> str:
    return f"目标 {item.target:g}{item.unit}，{DIRECTION_WORDS[item.direction]}"
