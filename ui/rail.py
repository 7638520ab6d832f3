"""The rail at the left: seven pages, settings and help.

Below 1600 px it is narrow, with icons over labels.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import theme


class Rail(QFrame):
    """Buttons of actions; the checked one is the page shown."""

    def __init__(
        self, pages: list[QAction], others: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.narrow = False
        self._buttons = [self._button(action, checkable=True) for action in pages]
        self._others = [self._button(action, checkable=False) for action in others]
        self._box = QVBoxLayout(self)
        self._box.setSpacing(2)
        for button in self._buttons:
            self._box.addWidget(button)
        self._box.addStretch(1)
        for button in self._others:
            self._box.addWidget(button)
        # Narrow at first: a window asked to be small must not be held open by the wide one.
        self.set_narrow(True)

    def _button(self, action: QAction, *, checkable: bool) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setCheckable(checkable)
        button.setObjectName(f"rail.{action.objectName()}")
        button.setAccessibleName(action.text())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def button(self, page: str) -> QToolButton:
        """Give the button of a page."""
        return next(b for b in self._buttons if b.objectName() == f"rail.page.{page}")

    def set_narrow(self, narrow: bool) -> None:
        """Show icons over labels, or beside them."""
        self.narrow = narrow
        self.setFixedWidth(theme.px(64 if narrow else 132))
        side = 4 if narrow else 8
        self._box.setContentsMargins(side, 10 if not narrow else 8, side, 8)
        style = Qt.ToolButtonStyle
        for button in (*self._buttons, *self._others):
            button.setProperty("kind", "navsmall" if narrow else "nav")
            button.setToolButtonStyle(
                style.ToolButtonTextUnderIcon if narrow else style.ToolButtonTextBesideIcon
            )
            action = button.defaultAction()
            # A button shows the icon text; the gap beside an icon is fixed by Qt and too small.
            keys = "" if narrow or action.objectName() != "help.help" else " F1"
            action.setIconText(action.text() if narrow else f" {action.text()}{keys}")
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
            button.setFixedHeight(theme.px(52 if narrow else 38))
            button.style().unpolish(button)
            button.style().polish(button)

    def restyle(self) -> None:
        """Take on the present text scale."""
        self.set_narrow(self.narrow)
