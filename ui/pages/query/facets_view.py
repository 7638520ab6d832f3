"""Facets: values of elements among the people found, with what one click would leave."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from leadership_model.conditions.tree import Between, Compare, Condition
from leadership_model.query.facets import Facet, Histogram
from ui import theme
from ui.pages.query.histogram_view import HistogramView
from ui.pages.query.value_row import ValueRow
from ui.pages.query.work import Answered
from ui.widgets.buttons import button
from ui.widgets.emptying import put_in
from ui.widgets.labels import label
from ui.widgets.scroll import scrolled

MOST = 6  # values of one facet shown before 其他


class FacetsView(QWidget):
    """All facets; `asked` carries a condition to add, `taken_back` one to take out."""

    asked = Signal(object)
    ranged = Signal(object)
    taken_back = Signal(object)
    more_asked = Signal(object)  # the widget to open at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = button("更多要素", self._on_more, kind="link", tip="选择这里显示哪些要素")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("分面", "card"))
        head.addWidget(label("单击即加为条件", "note"), 1)
        head.addWidget(self.more)
        self._area = scrolled()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        self.rows: list[ValueRow] = []
        self.histograms: dict[str, HistogramView] = {}

    def show_answer(self, answered: Answered, standing: Sequence[Condition]) -> None:
        """Show the facets of an answer; `standing`: lines that are asked already."""
        top = self._area.verticalScrollBar().value()
        focused = next((row.payload for row in self.rows if row.hasFocus()), None)
        self.rows, self.histograms = [], {}
        ground = QWidget()
        ground.setObjectName("plain")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(3)
        for each in answered.facets:
            self._facet(box, each, len(answered.positions), standing)
        for histogram in answered.histograms:
            self._histogram(box, histogram)
        box.addStretch(1)
        put_in(self._area, ground)
        self._area.verticalScrollBar().setValue(top)
        for row in self.rows:
            if focused is not None and row.payload == focused:
                row.setFocus()

    def row(self, name: str, words: str) -> ValueRow:
        """Give the row of a value of an element."""
        return next(
            each
            for each in self.rows
            if each.text() == words and getattr(each.payload, "name", "") == name
        )

    def _head(self, box: QVBoxLayout, name: str, right: str = "") -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(4), 0, 0)
        row.addWidget(label(name, "note"), 1)
        if right:
            row.addWidget(label(right, "link"))
        box.addLayout(row)

    def _facet(
        self, box: QVBoxLayout, facet: Facet, count: int, standing: Sequence[Condition]
    ) -> None:
        self._head(box, facet.name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        values = list(facet.values[:MOST])
        for number, value in enumerate(values):
            share = value.count / count if count else 0.0
            asked = value.condition in standing
            row = ValueRow(value.label, value.count, share, asked, value.condition)
            row.clicked.connect(self._on_value)
            grid.addWidget(row, number // 2, number % 2)
            self.rows.append(row)
        rest = len(facet.values) - len(values)
        if not values:
            grid.addWidget(label("没有人", "note"), 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        box.addLayout(grid)
        if rest > 0:
            box.addWidget(label(f"另有 {rest} 个值，用“加条件”选择", "faint"))

    def _histogram(self, box: QVBoxLayout, shown: Histogram) -> None:
        view = HistogramView()
        view.show_histogram(shown)
        view.setProperty("facet", shown.name)
        view.ranged.connect(self._on_ranged)
        self._head(box, shown.name, view.words())
        box.addWidget(view)
        self.histograms[shown.name] = view

    def _on_value(self) -> None:
        row = self.sender()
        if isinstance(row, ValueRow):
            asked = row.isChecked()
            (self.asked if asked else self.taken_back).emit(row.payload)

    def _on_ranged(self, low: float, high: float) -> None:
        view = self.sender()
        name = str(view.property("facet"))
        first, last = int(low), int(high)
        whole = Compare(name, "=", first) if first == last else Between(name, first, last)
        self.ranged.emit(whole)

    def _on_more(self) -> None:
        self.more_asked.emit(self.more)
