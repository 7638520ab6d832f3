"""Everything in a window that asks to be clicked."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.ui.everything.sight import family
from tests.ui.everything.steps import Ask, Choose, Click, Row, Space, Turn
from ui.pages.query.histogram_view import HistogramView
from ui.pages.structure.standing_view import StandingView
from ui.tables.headings import Headings
from ui.tables.view import TableView
from ui.widgets.bars import StackedBar
from ui.widgets.chips import Chip
from ui.widgets.condition_pieces import PieceButton
from ui.widgets.grid import Grid
from ui.widgets.lists import TwoLineList
from ui.widgets.segments import Segments

ALIKE = 2  # controls with the same words in the same place that are tried
LINES = 8  # lines of a list that are tried
KIN = 8  # controls of one kind in one place, whatever their words
FRACTIONS = (0.5, 0.12, 0.3, 0.7, 0.9)


@dataclass(frozen=True)
class Control:
    """One thing to press: the first of `steps` that does something counts. `own` are widgets whose own look proves nothing (a check mark)."""

    key: tuple[str, ...]
    kind: str
    steps: tuple[Callable[[], object], ...] = field(compare=False)
    widget: QWidget = field(compare=False)
    own: frozenset[QWidget] = field(compare=False, default=frozenset())

    def __str__(self) -> str:
        return f"{self.kind} {' / '.join(self.key)}"


def controls(root: QWidget) -> list[Control]:
    """List what can be pressed inside a widget now, in the order of the tree, alike ones once."""
    alike: Counter[tuple[str, ...]] = Counter()
    kin: Counter[tuple[str, ...]] = Counter()
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or not widget.isEnabled() or _outside(widget):
            continue
        for made in _of(widget):
            alike[made.key] += 1
            group = (made.kind, *made.key[1:])
            if made.kind in ("button", "segment"):
                kin[group] += 1
            if alike[made.key] <= ALIKE and kin[group] <= KIN:
                key = (*made.key, str(alike[made.key]))
                found.append(Control(key, made.kind, made.steps, made.widget, made.own))
    return found


def _outside(widget: QWidget) -> bool:
    """Say whether a widget belongs to a part of Qt's own, or cannot be reached at all."""
    parent = widget.parentWidget()
    return (
        isinstance(parent, QComboBox | QToolButton | QLineEdit)
        or widget.width() < 2
        or widget.height() < 2
    )


def _of(widget: QWidget) -> Iterator[Control]:
    key = (_words(widget), *_path(widget))
    if widget.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu and _has_rows(widget):
        yield Control(("右键", *key), "context", (Ask(widget),), widget)
    match widget:
        case QAbstractButton() if _menu(widget) is not None:
            for action in actions_of(_menu(widget)):
                yield Control((action.text(), *key), "menu", (action.trigger,), widget)
        case QAbstractButton():
            word = isinstance(widget, PieceButton) and not widget.piece.part
            if not word and not _is_checked_choice(widget):
                kind = "segment" if isinstance(widget.parentWidget(), Segments) else "button"
                yield Control(key, kind, (widget.click,), widget, _own(widget))
        case QComboBox():
            if widget.count() > 1:
                yield Control(key, "combo", (Choose(widget),), widget, frozenset(family((widget,))))
        case QTabBar():
            for at in range(widget.count()):
                if widget.isTabEnabled(at) and at != widget.currentIndex():
                    words = plain(widget.tabText(at))
                    yield Control((words, *key), "tab", (Turn(widget, at),), widget, _only(widget))
        case TableView():
            opened = QMetaMethod.fromSignal(widget.opened)
            if widget.rows.rowCount() and widget.isSignalConnected(opened):
                yield Control(("空格键", *key), "table", (Space(widget),), widget)
        case TwoLineList():
            own = frozenset(family((widget,)))
            for at, item in enumerate(widget.items()[:LINES]):
                if not item.section and item.id != widget.current_id():
                    words = plain(item.title)
                    yield Control((words, *key), "list", (Row(widget, at),), widget, own)
        case Headings():
            if widget.model() is not None and widget.model().rowCount():  # else nothing to sort
                yield Control(key, "header", _heads(widget), widget)
        case QAbstractItemView() if not isinstance(widget, QHeaderView):
            if widget.model() is not None and widget.model().rowCount():
                rows = range(min(widget.model().rowCount(), 3))
                now = widget.currentIndex().row()
                others = sorted(rows, key=lambda row: row == now)
                yield Control(key, "view", tuple(Row(widget, row) for row in others), widget)
        case _ if _is_custom(widget):
            yield Control(key, "canvas", _clicks(widget), widget)


def _has_rows(widget: QWidget) -> bool:
    """Say whether there is something to ask a menu for."""
    if not isinstance(widget, QAbstractItemView) or isinstance(widget, QHeaderView):
        return True
    return widget.model() is not None and widget.model().rowCount() > 0


def _heads(widget: QWidget) -> tuple[Callable[[], object], ...]:
    return tuple(Click(widget, 0.5, right) for right in (0.2, 0.05, 0.45, 0.7))


def _clicks(widget: QWidget) -> tuple[Callable[[], object], ...]:
    if isinstance(widget, StandingView):  # its dots are small: press them, not the ground
        centres = [rect.center() for rect, _ in widget.dots()]
        return tuple(
            Click(widget, each.y() / widget.height(), each.x() / widget.width())
            for each in centres[:9]
        )
    return tuple(Click(widget, down, right) for down in FRACTIONS for right in FRACTIONS)


def _is_custom(widget: QWidget) -> bool:
    """Say whether one of our own classes answers the mouse."""
    if isinstance(widget, Chip | StackedBar):  # both may be for show
        return widget.isSignalConnected(QMetaMethod.fromSignal(widget.clicked))
    if isinstance(widget, Grid):
        return any(placed.cell.request is not None for placed in widget._placed)
    if isinstance(widget, StandingView):
        return bool(widget.dots())
    if isinstance(widget, HistogramView):
        return widget._shown is not None and bool(widget._shown.counts)
    return any(
        "mouseReleaseEvent" in vars(kind) or "mousePressEvent" in vars(kind)
        for kind in type(widget).__mro__
        if kind.__module__.startswith("ui.")
    )


def _is_checked_choice(button: QAbstractButton) -> bool:
    """Say whether a press changes nothing by nature: the chosen one of several."""
    if button.isChecked() and button.objectName().startswith("rail."):
        return True
    exclusive = button.autoExclusive() or (
        button.group() is not None and button.group().exclusive()
    )
    return exclusive and button.isCheckable() and button.isChecked()


def _own(button: QAbstractButton) -> frozenset[QWidget]:
    parent = button.parentWidget()
    if isinstance(parent, Segments):
        return frozenset(family((parent,)))
    if button.group() is not None:
        return frozenset(button.group().buttons())
    return (
        frozenset((button,))
        if isinstance(button, QCheckBox | QRadioButton) or button.isCheckable()
        else frozenset()
    )


def _only(widget: QWidget) -> frozenset[QWidget]:
    return frozenset((widget,)) if isinstance(widget, QTabBar) else frozenset()


def _menu(button: QAbstractButton) -> QMenu | None:
    return button.menu() if isinstance(button, QPushButton | QToolButton) else None


def actions_of(menu: QMenu | None) -> Iterator[QAction]:
    """Give the entries of a menu and of the menus in it that can be taken."""
    for action in menu.actions() if menu is not None else ():
        if action.menu() is not None:
            inner = action.menu()
            assert isinstance(inner, QMenu)
            yield from actions_of(inner)
        elif action.isEnabled() and action.isVisible() and not action.isSeparator():
            yield action


def plain(text: str) -> str:
    """Give a text without its numbers: a count that changes makes no other control."""
    return re.sub(r"[\d,.−+%]+", "#", text).strip()


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    return plain(str(said or widget.accessibleName() or widget.toolTip())[:30])


def _path(widget: QWidget) -> tuple[str, ...]:
    """Name a widget by its class and name and the classes of ours it lies in."""
    names = [f"{type(widget).__name__}.{plain(widget.objectName())}"]
    parent = widget.parentWidget()
    while parent is not None:
        kind = type(parent)
        if kind.__module__.startswith("ui.") and kind.__module__ != "ui.widgets.ground":
            names.append(kind.__name__)
        parent = parent.parentWidget()
    return tuple(names[:5])


def popup() -> QWidget | None:
    """Give the popup or menu that is open."""
    return QApplication.activePopupWidget()
