"""The menus of the page: 方案, 求解, 输出, 视图. Commands are put in where they are made."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from ui.widgets.buttons import button

if TYPE_CHECKING:
    from ui.pages.staffing.page import StaffingPage

Name = Literal["plan", "solve", "output", "view"]
MENUS: tuple[tuple[Name, str, str, str], ...] = (
    ("plan", "方案", "folder-outline", "方案的新建、复制、分享、比较"),
    ("solve", "求解", "auto-fix", "一键配备及其设置"),
    ("output", "输出", "export-variant", "名单、审批表、打印"),
    ("view", "视图", "eye-outline", "卡片大小、缩放、班子次序、会议模式"),
)


class Menus(QObject):
    """Four buttons at the right of the title, each with its menu."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page
        self.menus: dict[str, QMenu] = {}
        self.buttons: dict[str, QPushButton] = {}
        for name, words, icon, tip in MENUS:
            menu = QMenu(words, page)
            menu.setToolTipsVisible(True)
            made = button(words, self._on_asked, icon=icon, tip=tip)
            made.setObjectName(f"staffing.menu.{name}")
            self.menus[name], self.buttons[name] = menu, made

    def place(self) -> None:
        """Put the buttons behind what stands in the title row already."""
        for each in self.buttons.values():
            self._page.header.add_right(each)

    def add(self, name: Name, *actions: QAction, apart: bool = False) -> None:
        """Put commands into a menu, behind a line if they stand apart."""
        if apart and self.menus[name].actions():
            self.menus[name].addSeparator()
        self.menus[name].addActions(list(actions))

    def follow(self) -> None:
        """Let no button open a menu in which nothing can be given now."""
        for name, menu in self.menus.items():
            able = any(each.isEnabled() and not each.isSeparator() for each in menu.actions())
            self.buttons[name].setEnabled(able)

    def _on_asked(self) -> None:
        made = self.sender()
        name = made.objectName().rsplit(".", 1)[1]
        self.menus[name].popup(
            self.buttons[name].mapToGlobal(QPoint(0, self.buttons[name].height()))
        )
