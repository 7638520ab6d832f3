"""Pressing one control after another, and asking after each what has changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from traceback import extract_tb

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QDialog, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.everything import sight
from tests.ui.everything.asking import Yes
from tests.ui.everything.controls import Control, actions_of, controls, popup
from ui.tables.view import TableView
from ui.widgets.buttons import ActionButton
from ui.widgets.dialog import Dialog
from ui.window import Window

MOST = 220  # presses on one page
WAIT = 4000  # ms a job may take before it is cancelled
LINGER = 160  # ms: what was typed or chosen is answered after a pause


class Presser:
    """Presses controls of a window; `dead` are those that did nothing, `faults` what was raised."""

    def __init__(self, qtbot: QtBot, window: Window, ask: Yes, prepare: Callable[[], object]):
        self._qtbot, self._window, self._ask, self._prepare = qtbot, window, ask, prepare
        ask.looks.append(self.press_dialog)
        self._said: list[str] = []
        self._asked: list[object] = []
        window.context.say.said.connect(self._said.append)
        window.context.navigator.asked.connect(self._asked.append)
        # Where the window is brought back to after every press.
        self.page, self.drawer, self.welcome = "", False, False
        self.only: tuple[str, ...] = ()  # kinds of controls; none means all
        self.after: Callable[[], object] | None = None  # called with what a press has opened
        self.done: set[tuple[str, ...]] = set()
        self.dead: list[str] = []
        self.faults: list[str] = []

    # ---- all of them

    def press_all(self, find: Callable[[], QWidget]) -> None:
        """Press everything inside `find()`, what appears on the way as well."""
        self._ready()
        first = {each.key for each in self._offered(find())}
        for _ in range(3):
            self._until_nothing_new(find)
            if first <= self.done:
                return
            self._prepare()
            self._ready()

    def _until_nothing_new(self, find: Callable[[], QWidget]) -> None:
        while len(self.done) < MOST:
            fresh = [each for each in self._offered(find()) if each.key not in self.done]
            if not fresh:
                return
            # Views are turned last: what lies in the present one would be out of sight.
            turns = ("tab", "list", "combo")
            self.press(min(fresh, key=lambda each: (each.kind in turns, bool(each.own))))

    def _offered(self, root: QWidget) -> list[Control]:
        """Give the controls inside a widget and its actions that have no button in sight."""
        shown = {each._action for each in root.findChildren(ActionButton) if each.isVisible()}
        actions = [
            Control((each.objectName() or each.text(), "action"), "action", (each.trigger,), root)
            for each in root.actions()
            if each.isEnabled() and each not in shown
        ]
        offered = [*controls(root), *actions]
        return [each for each in offered if not self.only or each.kind in self.only]

    # ---- one of them

    def press(self, control: Control) -> None:
        """Press a control and everything in the popup it opens."""
        self.done.add(control.key)
        self._try(control)
        if self.after is not None:
            self.after()
        opened = popup()
        if opened is not None:
            self._press_inside(control, opened)
        self._ready()

    def trigger(self, words: str, step: Callable[[], object]) -> None:
        """Do something that is no widget, an action for example, and ask for a change."""
        self.press(Control((words,), "action", (step,), self._window))

    def press_dialog(self, dialog: QDialog) -> None:
        """Press what lies in a dialog; the buttons at its foot, which close it, come last."""
        for last in (False, True):
            for control in controls(dialog):
                if not shiboken6.isValid(dialog) or not dialog.isVisible():
                    return
                key = ("dialog", *control.key)
                alive = shiboken6.isValid(control.widget) and control.widget.isVisible()
                if not alive or key in self.done:
                    continue
                if _at_foot(dialog, control.widget) == last:
                    self.done.add(key)
                    self._try(replace(control, own=frozenset()))  # a value set is the answer
                    _close_popups()

    def _press_inside(self, opener: Control, opened: QWidget) -> None:
        for inner in _inside(opened):
            if inner.key in self.done or len(self.done) >= MOST:
                continue
            self.done.add(inner.key)
            now = self._opened(opener)
            again = (
                next((each for each in _inside(now) if each.key == inner.key), None)
                if now
                else None
            )
            if again is not None:
                self._try(again)

    def _opened(self, opener: Control) -> QWidget | None:
        """Open the popup of a control again if it has been closed."""
        if popup() is None:
            self._ready()
            for step in opener.steps:
                if shiboken6.isValid(opener.widget) and popup() is None:
                    with self._watched(str(opener)):
                        step()
        return popup()

    def _try(self, control: Control) -> None:
        _scroll_to(control.widget)
        painted = control.kind in ("canvas", "header")  # what only shows in the picture
        before, picture = self._all(control), self._picture(control) if painted else None
        for step in control.steps:
            with self._watched(str(control)):
                step()
                self._settle()
            if self._all(control) != before:
                return
        self._qtbot.wait(LINGER)
        if self._all(control) != before or (painted and self._picture(control) != picture):
            return
        if not self._changes_picture(control):
            self.dead.append(str(control))

    def _changes_picture(self, control: Control) -> bool:
        """Press once more and compare pictures: for what is only painted."""
        widget = control.widget
        if not shiboken6.isValid(widget) or not widget.isVisible():
            return True
        widget.setFocus()
        for step in control.steps[:6]:
            before = self._picture(control)
            with self._watched(str(control)):
                step()
                self._settle()
            if self._picture(control) != before:
                return True
        return False

    def _picture(self, control: Control) -> QImage:
        return sight.picture(self._window, set(control.own))

    def _all(self, control: Control) -> object:
        window, ask = self._window, self._ask
        heard = (len(self._said), len(self._asked), len(ask.asked), ask.unwritten())
        # A click by mouse moves the focus without any doing of the control.
        focus = window.focusWidget() if control.kind == "action" else None
        return heard, focus, sight.state(window), sight.seen(window, set(control.own))

    # ---- between two presses

    @contextmanager
    def _watched(self, words: str) -> Iterator[None]:
        with self._qtbot.capture_exceptions() as faults:
            yield
        for kind, error, trace in faults:
            places = [f"{at.filename.rsplit('/', 1)[-1]}:{at.lineno}" for at in extract_tb(trace)]
            self.faults.append(f"{words}: {kind.__name__} {error} ({' > '.join(places)})")

    def _settle(self) -> None:
        jobs = self._window.context.jobs
        for _ in range(WAIT // 10):
            self._qtbot.wait(1)
            if jobs.idle:
                return
            self._qtbot.wait(10)
        self.cancel()

    def cancel(self) -> None:
        """Give up whatever is still being worked on."""
        jobs = self._window.context.jobs
        for job in jobs.running():
            job.cancel()
        self._qtbot.waitUntil(lambda: jobs.idle, timeout=20_000)

    def _ready(self) -> None:
        """Close what is open and come back to where the test began."""
        _close_popups()
        with self._watched("return"):
            self._settle()
            self._window.show()
            if self._window.context.workspace.is_open == self.welcome:
                self._prepare()
                self._settle()
            self._window.activateWindow()
            self._window.set_drawer(self.drawer)
            for table in self._window.findChildren(TableView):
                if table.rows.value_filters:  # set by a press before
                    table.rows.clear_filters()
            self._home()
            self._settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _home(self) -> None:
        if self.page and self._window.current != self.page:
            self._window.open_page(self.page)


def _close_popups() -> None:
    while (opened := popup()) is not None:
        opened.close()


def _at_foot(dialog: QDialog, widget: QWidget) -> bool:
    row = dialog._buttons if isinstance(dialog, Dialog) else None
    return row is not None and row.indexOf(widget) >= 0


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _inside(opened: QWidget) -> list[Control]:
    """List what can be pressed in a popup: the entries of a menu, or controls."""
    if not isinstance(opened, QMenu):
        return controls(opened)
    title = opened.objectName() or type(opened.parent()).__name__
    return [
        Control((action.text(), "menu", title), "menu", (Chosen(opened, action),), opened)
        for action in actions_of(opened)
    ]


class Chosen:
    """Takes an entry of an open menu."""

    def __init__(self, menu: QMenu, action: QAction) -> None:
        self._menu, self._action = menu, action

    def __call__(self) -> None:
        action = self._action
        self._menu.setActiveAction(action)
        self._menu.hide()
        action.trigger()
