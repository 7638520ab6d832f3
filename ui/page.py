"""The ground every page stands on: a title row, content, and when to look again."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model.changes import NOTHING, Changes
from ui import icons
from ui.actions import Action
from ui.ask import Asker
from ui.context import Context
from ui.jobs import Jobs
from ui.navigation import MakePapers, Navigator, Request
from ui.workspace import EVERYTHING, Workspace


class Page(QWidget):
    """One page: `self.header` is its title row, `self.body` takes the content below.

    A page looks again only while it is visible: changes that happen meanwhile are gathered and
    handed to `refresh` when it is shown next (the first time: everything). Pages override
    `refresh`, `refresh_survey`, `receive`, `narrowed`, `undo_stack`, `leave` as they need.
    """

    title = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ui.widgets.ground import Ground
        from ui.widgets.header import Header

        self.context = context
        self._pending: Changes | None = EVERYTHING
        self._survey_pending = context.workspace.survey is not None
        # What the page shows: announced once more it needs no second look.
        self._covered: tuple[object, object] = (None, None)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self.header = Header(self.title)
        self.scroller = Ground()
        self.body = self.scroller.body
        self.body.setSpacing(10)
        self.narrow = False
        outer = QVBoxLayout(self)
        outer.setSpacing(8)
        outer.addWidget(self.header)
        outer.addWidget(self.scroller, 1)
        self.set_narrow(False)
        context.workspace.changed.connect(self._on_changed)
        context.workspace.surveyed.connect(self._on_surveyed)

    # ---- short cuts

    @property
    def workspace(self) -> Workspace:
        """The open database."""
        return self.context.workspace

    @property
    def jobs(self) -> Jobs:
        """Background work."""
        return self.context.jobs

    @property
    def ask(self) -> Asker:
        """Questions and messages."""
        return self.context.ask

    @property
    def navigator(self) -> Navigator:
        """The way to other pages."""
        return self.context.navigator

    def command(
        self,
        action: Action,
        slot: object,
        *,
        primary: bool = False,
        button: bool = True,
    ) -> QAction:
        """Make a command of the page: short cut, Ctrl+K, and a button at the right of the title.

        `slot` must be a bound method.
        """
        made = make_action(action, self)
        made.triggered.connect(slot)
        self.addAction(made)
        if button:
            self.header.add_action(made, primary=primary)
        return made

    def set_narrow(self, narrow: bool) -> None:
        """Take on the margins for a window below 1600 px, or for a wide one."""
        self.narrow = narrow
        side = 12 if narrow else 16
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(side, 9, side, side)
        self.body.setSpacing(8 if narrow else 10)
        self.narrowed()

    # ---- what a page overrides

    def narrowed(self) -> None:
        """Arrange the content for `self.narrow`; called at the beginning and when it changes."""

    def refresh(self, changes: Changes) -> None:
        """Look again after `changes`; called while the page is visible and a world is there."""

    def refresh_survey(self) -> None:
        """Use the assessments of all teams, which are there now."""

    def receive(self, request: Request) -> None:
        """Answer a request this page takes; called after `refresh`."""

    def undo_stack(self) -> QUndoStack | None:
        """Give the page's own stack, or None for the program's."""
        return None

    def unsaved(self) -> str:
        """Name what was edited and not saved; empty when nothing would be lost."""
        return ""

    def carry_over(self, ids: Sequence[str], at: QPointF) -> None:
        """Show what letting go of people, posts or teams at a point of the screen would do."""

    def carry_in(self, ids: Sequence[str], at: QPointF) -> bool:
        """Take what was let go at a point of the screen; False where nothing there takes it."""
        return False

    def carry_off(self) -> None:
        """Forget what was carried over the page."""

    def at_hand(self) -> MakePapers:
        """Give the people or teams shown, of whom papers may be asked for; none by default."""
        return MakePapers()

    def leave(self) -> None:
        """Drop jobs and unsaved drafts: the database is about to be closed."""

    # ---- looking again

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def catch_up(self) -> None:
        """Hand gathered changes to `refresh`; the window calls it before `receive`."""
        if not self.workspace.is_open or self.workspace.settling:
            return
        if self._pending is not None:
            gathered, self._pending = self._pending, None
            self._covered = (self.workspace.loaded, None)
            self.refresh(gathered)
        if self._survey_pending and self.workspace.survey is not None:
            self._survey_pending = False
            self._covered = (self.workspace.loaded, self.workspace.survey)
            self.refresh_survey()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes is EVERYTHING and self._covered[0] is self.workspace.loaded:
            return
        if initiator is self:
            changes = Changes(changes.kinds | {"own"}, changes.people, changes.teams)
        self._pending = (self._pending or NOTHING) | changes
        # The survey falls with the world it was made of, not with writes beside it.
        self._survey_pending = self._survey_pending and self.workspace.survey is not None
        if self.isVisible():
            self.catch_up()

    def _on_surveyed(self) -> None:
        if self._covered[1] is self.workspace.survey:
            return
        self._survey_pending = True
        if self.isVisible():
            self.catch_up()


def make_action(action: Action, parent: QWidget) -> QAction:
    """Make the Qt action of a record: text, icon, tool tip with the short cut, id as its data."""
    made = QAction(action.text, parent)
    made.setObjectName(action.id)
    made.setData(action)
    if action.icon:
        made.setIcon(icons.icon(action.icon))
    if action.shortcut:
        made.setShortcut(QKeySequence(action.shortcut))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setShortcutVisibleInContextMenu(True)
    made.setToolTip(f"{action.tip}（{action.shortcut}）" if action.shortcut else action.tip)
    made.setStatusTip(action.tip)
    return made
