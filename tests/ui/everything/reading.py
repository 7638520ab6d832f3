"""Reading a window as somebody does who knows no English, and measuring whether words have room."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui import theme
from ui.tables.headings import Headings
from ui.tables.view import TableView
from ui.widgets.labels import Elided

ROWS = 30
# Names of keys, of programs and formats, and single letters that stand for a thing.
KNOWN = {
    *["Ctrl", "Shift", "Alt", "Enter", "Esc", "Delete", "Insert", "Backspace", "Space", "Tab"],
    *["Home", "End", "PgUp", "PgDn", "Left", "Right"],
    *[
        "Excel",
        "Word",
        "PDF",
        "PNG",
        "lrmx",
        "lrm",
        "hzb",
        "xlsx",
        "docx",
        "lmdb",
        "Python",
        "Qt",
        "SQLite",
        "Linux",
        "Windows",
    ],
    *["GB", "ZB"],  # standards, national and of the trade
    *["zs", "zhangsan"],  # how a name is typed
}
LATIN = re.compile(r"[A-Za-z]{2,}")


def english(root: QWidget) -> list[str]:
    """List Latin words on the screen that a Chinese reader need not know."""
    found = []
    for widget in visible(root):
        for text in texts(widget):
            words = [each for each in LATIN.findall(plain(text)) if each not in KNOWN]
            if words:
                found.append(f"{type(widget).__name__} {path(widget)}: {'、'.join(words)} ({text})")
    return found


def cramped(root: QWidget) -> list[str]:
    """List texts that need more room than they have."""
    return [
        f"{type(widget).__name__} {path(widget)} “{_words(widget)}” {lack}"
        for widget in visible(root)
        for lack in lacks(widget)
    ]


def cut(root: QWidget) -> list[str]:
    """List words that reach beyond a widget they lie in, that lie on each other, or scroll sideways."""
    found = []
    for widget in visible(root):
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().isVisible():
            found.append(f"{type(widget).__name__} {path(widget)}: scrolls sideways")
        if has_words(widget) and (over := _beyond(widget)) is not None:
            found.append(
                f"{type(widget).__name__} {path(widget)} “{_words(widget)}” is cut by {over}"
            )
        siblings = [each for each in _children(widget) if has_words(each)]
        found += [
            f"{path(one)} “{_words(one)}” lies on “{_words(other)}”"
            for at, one in enumerate(siblings)
            for other in siblings[:at]
            if one.geometry().intersected(other.geometry()).width() > 1
            and one.geometry().intersected(other.geometry()).height() > 1
        ]
    return found


def _children(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.children() if isinstance(each, QWidget) and each.isVisible()]


def has_words(widget: QWidget) -> bool:
    """Say whether a widget of the kinds that are read shows words now."""
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) and bool(
        _words(widget)
    )


def _beyond(widget: QWidget) -> str | None:
    """Name the widget that cuts this one off; what can be scrolled down to is not cut."""
    inner, down = widget, True
    while (parent := inner.parentWidget()) is not None and not inner.isWindow():
        place = widget.rect().translated(widget.mapTo(parent, QPoint(0, 0)))
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            down = False
        if place.left() < -1 or place.right() > parent.width():
            return f"{type(parent).__name__} at its side"
        if down and (place.top() < -1 or place.bottom() > parent.height()):
            return f"{type(parent).__name__} at its foot"
        inner = parent
    return None


def visible(root: QWidget) -> Iterator[QWidget]:
    """Give a widget and everything inside it that is in sight."""
    for each in (root, *root.findChildren(QWidget)):
        if each.isVisible() and each.width() > 1 and each.height() > 1:
            yield each


def plain(text: str) -> str:
    """Give a text without its mark-up."""
    return re.sub(r"<[^>]*>", " ", text)


def texts(widget: QWidget) -> Iterator[str]:
    """Give every text of a widget, its tip and its name included."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
            yield widget.placeholderText() if isinstance(widget, QLineEdit) else ""
        case QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case TableView():
            rows = widget.rows
            columns = range(rows.columnCount())
            yield from (str(rows.headerData(at, Qt.Orientation.Horizontal)) for at in columns)
            for row in range(min(rows.rowCount(), ROWS)):
                yield from (rows.cell(row, at).plain() for at in columns)
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), ROWS)):
                yield str(model.index(row, 0).data() or "")
    yield from (action.text() for action in widget.actions())


def lacks(widget: QWidget) -> Iterator[str]:
    """Say what room a widget lacks for its words."""
    match widget:
        case Elided():
            return
        case QLabel() if widget.text():
            yield from _label(widget)
        case QComboBox() if widget.currentText():
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 26
            yield from _short("width", needed, widget.width())
        case QPushButton() | QCheckBox() | QRadioButton() if widget.text():
            yield from _short("width", widget.sizeHint().width(), widget.width())
            yield from _short("height", widget.sizeHint().height(), widget.height() + 2)
        case QToolButton() if widget.text() and (
            widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
            and widget.icon().isNull()
        ):
            yield from _short("width", widget.sizeHint().width(), widget.width())
        case QTabBar():
            yield from _short("width", widget.sizeHint().width(), widget.width())
        case Headings() if widget.model() is not None:
            yield from _headings(widget)


def _label(widget: QLabel) -> Iterator[str]:
    if widget.wordWrap():
        yield from _short("height", widget.heightForWidth(widget.width()), widget.height())
        return
    yield from _short("width", widget.sizeHint().width(), widget.width())
    yield from _short("height", widget.fontMetrics().height(), widget.height() + 2)


def _headings(widget: Headings) -> Iterator[str]:
    for at in range(widget.count()):
        title = str(widget.model().headerData(at, Qt.Orientation.Horizontal) or "")
        needed = QFontMetrics(theme.font(12)).horizontalAdvance(title) + 2 * theme.px(8)
        if title and not widget.isSectionHidden(at):
            for lack in _short("width", needed, widget.sectionSize(at)):
                yield f"of “{title}” {lack}"


def _short(what: str, needed: int, there: int) -> Iterable[str]:
    return [f"{what} {there}, needs {needed}"] if needed > there + 1 else []


def _words(widget: QWidget) -> str:
    text = getattr(widget, "currentText", None) or getattr(widget, "text", None)
    return str(text())[:40] if callable(text) else ""


def path(widget: QWidget) -> str:
    """Name the widgets of ours a widget lies in."""
    names: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 4:
        place = type(parent).__module__
        if place.startswith("ui.") and place != "ui.widgets.ground":
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return "/".join(names)
