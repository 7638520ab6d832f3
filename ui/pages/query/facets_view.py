"""Facets: values of elements among the people found, with what one click would leave."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from leadership_model.conditions.tree import Between, Compare
from leadership_model.query.facets import Facet, Histogram
from ui import theme
from ui.pages.query.histogram_view import HistogramView
from ui.pages.query.value_row import ValueRow
from ui.pages.query.work import Answered
from ui.widgets.buttons import button
from ui.widgets.emptying import put_in
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker
from ui.widgets.scroll import scrolled

MOST = 6  # values of one facet shown before 其他


class FacetsView(QWidget):
    """All facets; `toggled` carries a value to ask for or no longer, `chosen` all of a facet."""

    toggled = Signal(object)
    chosen = Signal(str, object)  # the element, the values chosen
    ranged = Signal(object)
    more_asked = Signal(object)  # the widget to open at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = button("更多要素", self._on_more, kind="link", tip="选择这里显示哪些要素")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("分面", "card"))
        head.addWidget(label("单击加条件，可选多个", "note"), 1)
        head.addWidget(self.more)
        self._area = scrolled()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        self.rows: list[ValueRow] = []
        self.histograms: dict[str, HistogramView] = {}
        self.finders: dict[str, QWidget] = {}
        self._facets: dict[str, Facet] = {}
        self.picker: Picker | None = None

    def show_answer(self, answered: Answered) -> None:
        """Show the facets of an answer."""
        top = self._area.verticalScrollBar().value()
        focused = next((row.payload for row in self.rows if row.hasFocus()), None)
        self.rows, self.histograms, self.finders = [], {}, {}
        self._facets = {each.name: each for each in answered.facets}
        ground = QWidget()
        ground.setObjectName("plain")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(3)
        for each in answered.facets:
            self._facet(box, each)
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

    def _facet(self, box: QVBoxLayout, facet: Facet) -> None:
        several = sum(each.chosen for each in facet.values)
        self._head(box, facet.name, f"已选 {several}" if several > 1 else "")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        values = facet.values[: max(MOST, several)]
        most = max((each.own for each in facet.values), default=1)
        for number, value in enumerate(values):
            share = value.own / most if most else 0.0
            row = ValueRow(value.label, value.count, share, value.chosen, value.condition)
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
            finder = button(
                f"查找其余 {rest} 个值…",
                self._on_find,
                kind="link",
                tip=f"按文字或拼音查找“{facet.name}”的值，可选多个",
            )
            finder.setProperty("facet", facet.name)
            row_of = QHBoxLayout()
            row_of.addWidget(finder)
            row_of.addStretch(1)
            box.addLayout(row_of)
            self.finders[facet.name] = finder

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
            self.toggled.emit(row.payload)

    def _on_find(self) -> None:
        finder = self.sender()
        assert isinstance(finder, QWidget)
        self._found = self._facets[str(finder.property("facet"))]
        options = [
            Option(each.label, each.label, f"{each.own:,} 人") for each in self._found.values
        ]
        current = tuple(each.label for each in self._found.values if each.chosen)
        self.picker = Picker(options, "输入值或拼音", many=True, current=current, parent=self)
        self.picker.picked.connect(self._on_found)
        self.picker.open_at(finder)

    def _on_found(self, labels: tuple[str, ...]) -> None:
        atoms = tuple(each.condition for each in self._found.values if each.label in labels)
        self.chosen.emit(self._found.name, atoms)

    def _on_ranged(self, low: float, high: float) -> None:
        view = self.sender()
        name = str(view.property("facet"))
        first, last = int(low), int(high)
        whole = Compare(name, "=", first) if first == last else Between(name, first, last)
        self.ranged.emit(whole)

    def _on_more(self) -> None:
        self.more_asked.emit(self.more)
