"""The window's commands as Qt actions: made from the records, enabled by what is open."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import ACTIONS, Action
from ui.page import make_action
from ui.registry import PAGES
from ui.workspace import Workspace

PAGE_ACTIONS = tuple(
    Action(
        id=f"page.{spec.name}",
        text=spec.title,
        tip=f"打开{spec.title}",
        shortcut=f"Ctrl+{number}",
        icon=spec.icon,
        when="open",
        group="页面",
    )
    for number, spec in enumerate(PAGES, start=1)
)
WELCOME_ACTION = Action(
    id="welcome.import",
    text="新建并从文件导入…",
    tip="新建一个干部库，并导入任免审批表",
    icon="file-import-outline",
    group="文件",
)
ALL = (*ACTIONS, *PAGE_ACTIONS, WELCOME_ACTION)
FILE_MENU = (
    ("file.open", "file.new", "file.sample"),
    ("file.import", "file.papers", "file.backup", "file.passphrase"),
    ("file.close", "file.quit"),
)


class Commands(QObject):
    """Every action of the window by its id; each calls one bound method."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        handlers: Mapping[str, Callable[..., object]],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self.actions: dict[str, QAction] = {}
        for record in ALL:
            action = make_action(record, window)
            action.triggered.connect(handlers[record.id])
            if record.id.startswith("page."):
                action.setCheckable(True)
            window.addAction(action)
            self.actions[record.id] = action
        for signal in (workspace.opened, workspace.closed, workspace.changed):
            signal.connect(self.follow)
        self.follow()

    def __getitem__(self, id: str) -> QAction:
        return self.actions[id]

    def follow(self) -> None:
        """Enable what can be done now. Undo and redo follow their stack instead."""
        for id, action in self.actions.items():
            if id not in ("edit.undo", "edit.redo"):
                action.setEnabled(action.data().when == "always" or self._workspace.is_open)

    def check_page(self, name: str) -> None:
        """Mark the action of the page shown."""
        for id, action in self.actions.items():
            if id.startswith("page."):
                action.setChecked(id == f"page.{name}")

    def file_menu(self, parent: QWidget) -> QMenu:
        """Make the menu under the name of the database."""
        menu = QMenu(parent)
        for group in FILE_MENU:
            for id in group:
                menu.addAction(self.actions[id])
            menu.addSeparator()
        return menu
