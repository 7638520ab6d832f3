"""Tabs with an accent underline over a stack of contents made when first shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui.widgets.stack import Stack


class Tabs(QWidget):
    """Tabs by id; a content is a widget or a bound method that makes it on first use."""

    turned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self._stack = Stack(self)
        self._ids: list[str] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._widgets: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._on_turned)

    def place(self) -> QWidget:
        """Give the parent of contents: what is made in its place is not dressed twice."""
        return self._stack

    def add(self, id: str, text: str, content: QWidget | Callable[[], QWidget]) -> None:
        """Add a tab."""
        self._ids.append(id)
        if isinstance(content, QWidget):
            self._widgets[id] = content
            self._stack.addWidget(content)
        else:
            self._makers[id] = content
        self.bar.addTab(text)

    def current(self) -> str:
        """The id of the tab shown."""
        at = self.bar.currentIndex()
        return self._ids[at] if 0 <= at < len(self._ids) else ""

    def turn(self, id: str) -> None:
        """Show a tab."""
        self.bar.setCurrentIndex(self._ids.index(id))

    def set_text(self, id: str, text: str) -> None:
        """Show another text on a tab, with a count for example."""
        at = self._ids.index(id)
        if self.bar.tabText(at) != text:  # else the bar would be laid out anew
            self.bar.setTabText(at, text)

    def content(self, id: str) -> QWidget:
        """Give the content of a tab, making it when it is not there yet."""
        if id not in self._widgets:
            self._widgets[id] = self._makers.pop(id)()
            self._stack.addWidget(self._widgets[id])
        return self._widgets[id]

    def made(self, id: str) -> bool:
        """Say whether the content of a tab exists already."""
        return id in self._widgets

    def _on_turned(self, at: int) -> None:
        # The first tab is announced while it is being added, before its content is known.
        if 0 <= at < len(self._ids):
            self._stack.setCurrentWidget(self.content(self._ids[at]))
            self.turned.emit(self._ids[at])
