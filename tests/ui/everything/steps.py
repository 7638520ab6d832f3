"""What hands do: one small callable for each way to press something."""

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QTabBar,
    QWidget,
)

from ui.tables.view import TableView


class Choose:
    """Picks another entry of a combo box, as a person does."""

    def __init__(self, box: QComboBox) -> None:
        self._box = box

    def __call__(self) -> None:
        at = (self._box.currentIndex() + 1) % self._box.count()
        self._box.setCurrentIndex(at)
        self._box.activated.emit(at)
        self._box.textActivated.emit(self._box.currentText())


class Turn:
    """Turns to a tab."""

    def __init__(self, bar: QTabBar, at: int) -> None:
        self._bar, self._at = bar, at

    def __call__(self) -> None:
        self._bar.setCurrentIndex(self._at)


class Row:
    """Clicks on a row of a list, as a person does."""

    def __init__(self, view: QAbstractItemView, at: int) -> None:
        self._view, self._at = view, at

    def __call__(self) -> None:
        if not shiboken6.isValid(self._view) or not self._view.isVisible():
            return
        index = self._view.model().index(self._at, 0)
        if not index.isValid():
            return
        self._view.scrollTo(index)
        place = self._view.visualRect(index).center()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self._view.viewport(), Qt.MouseButton.LeftButton, none, place)
        if shiboken6.isValid(self._view) and self._view.isVisible():
            QTest.keyClick(self._view, Qt.Key.Key_Return)


class Space:
    """Goes to the second row of a table and presses Space."""

    def __init__(self, view: TableView) -> None:
        self._view = view

    def __call__(self) -> None:
        self._view.setFocus()
        self._view.setCurrentIndex(
            self._view.model().index(min(1, self._view.rows.rowCount() - 1), 1)
        )
        QTest.keyClick(self._view, Qt.Key.Key_Space)


class Click:
    """Clicks at one place of a widget that paints itself."""

    def __init__(self, widget: QWidget, down: float, right: float) -> None:
        self._widget, self._down, self._right = widget, down, right

    def __call__(self) -> None:
        if not shiboken6.isValid(self._widget) or not self._widget.isVisible():
            return
        place = QPoint(
            int(self._widget.width() * self._right), int(self._widget.height() * self._down)
        )
        area = self._widget
        ground = area.viewport() if isinstance(area, QAbstractScrollArea) else area
        QTest.mouseClick(ground, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


class Ask:
    """Asks for the menu of the right mouse button, at the first row where there are rows."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def __call__(self) -> None:
        place = QPoint(20, 10)
        if isinstance(self._widget, QAbstractItemView):
            self._widget.setCurrentIndex(self._widget.model().index(0, 1))
            place = self._widget.visualRect(self._widget.currentIndex()).center()
        self._widget.customContextMenuRequested.emit(place)
