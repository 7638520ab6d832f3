"""What somebody in front of the window can notice, as values that can be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from ui.tables.view import TableView
from ui.window import Window

ROWS = 40  # rows of a list that are read


def family(widgets: Iterable[QWidget]) -> set[QWidget]:
    """Give widgets with everything inside them."""
    found: set[QWidget] = set()
    for each in widgets:
        found.update((each, *each.findChildren(QWidget)))
    return found


def roots(window: Window) -> list[QWidget]:
    """Give the window and every popup that is in sight."""
    popups = [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    ]
    return [window, *popups]


def seen(window: Window, without: set[QWidget]) -> list[tuple[object, ...]]:
    """Give every widget in sight with what it shows, leaving out some of them.

    Messages that come and go by themselves (status bar, count of jobs) are left out too.
    """
    aside = without | family((window.status, window.topbar.tasks))
    return [
        (type(each).__name__, each.width(), each.height(), each.isEnabled(), *shown(each))
        for root in roots(window)
        for each in (root, *root.findChildren(QWidget))
        if each not in aside and each.isVisible()
    ]


def shown(widget: QWidget) -> Iterator[object]:
    """Give what one widget shows."""
    match widget:
        case QAbstractButton():
            yield (widget.text(), widget.isChecked(), widget.toolTip())
        case QLabel() | QLineEdit():
            yield widget.text()
        case QComboBox():
            yield (widget.currentText(), widget.count())
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QTabBar():
            yield (widget.currentIndex(), *map(widget.tabText, range(widget.count())))
        case QAbstractSlider():
            yield (widget.value(), widget.maximum())
        case QHeaderView():
            yield widget.count()
        case TableView():
            rows = widget.rows
            yield (rows.rowCount(), rows.shown_ids()[:ROWS], frozenset(rows.checked))
            yield (widget.selected_ids()[:ROWS], widget.current_id())
            yield (
                rows.columnCount(),
                [
                    rows.headerData(at, Qt.Orientation.Horizontal)
                    for at in range(rows.columnCount())
                ],
            )
        case QAbstractItemView():
            yield from _items(widget)
        case _:
            yield (widget.accessibleName(), widget.toolTip())


def _items(view: QAbstractItemView) -> Iterator[object]:
    model, picked = view.model(), view.selectionModel()
    count = model.rowCount()
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole):
        yield (count, [model.index(row, 0).data(role) for row in range(min(count, ROWS))])
    if isinstance(picked, QItemSelectionModel):
        yield (picked.currentIndex().row(), picked.currentIndex().parent().row())
        yield [(each.row(), each.column()) for each in picked.selectedIndexes()[:ROWS]]


def state(window: Window) -> dict[str, object]:
    """Give what is not a widget: page, month, undo, settings, clipboard, records."""
    workspace, group = window.context.workspace, window.context.undo.group
    stack = group.activeStack()
    return {
        "page": window.current,
        "open": workspace.is_open,
        "month": workspace.as_of,
        "records": workspace.snapshot.number if workspace.is_open else -1,
        "undo": (stack.index(), stack.count(), stack.undoText()),
        "settings": asdict(window.context.settings),
        "clipboard": QApplication.clipboard().text(),
    }


def picture(window: Window, without: set[QWidget]) -> QImage:
    """Give the window as a picture with some of its parts painted over."""
    image = window.grab().toImage()
    painter = QPainter(image)
    for each in without | {window.status, window.topbar.tasks}:
        if each.isVisible() and each.window() is window:
            corner = each.mapTo(window, each.rect().topLeft())
            painter.fillRect(corner.x() - 3, corner.y() - 3, each.width() + 6, each.height() + 6, 0)
    painter.end()
    return image
