"""What the content of a page stands on: it scrolls where the window is too small for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

LEAST = QSize(240, 120)


class _Inner(QWidget):
    """Asks for the least height its rows need; a scroll area would give it all it likes."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class Ground(QScrollArea):
    """Gives its content the room there is; a window never grows past the screen for it.

    With large text on a low screen the content scrolls instead.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inner = _Inner()
        inner.setObjectName("plain")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return LEAST
