"""The plain steps of the import: choosing files, reading them, and the report."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import theme
from ui.widgets.bars import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState, IconView
from ui.widgets.labels import label

Slot = Callable[..., object]


class ChoosePanel(Card):
    """Says what can be imported, with two buttons. Slots must be bound methods."""

    def __init__(self, files: Slot, folder: Slot) -> None:
        super().__init__()
        self.body.setSpacing(10)
        self.body.addStretch(2)
        self.body.addWidget(
            EmptyState(
                "file-import-outline",
                "导入任免审批表、名册或数据包",
                "任免审批表（lrmx 及旧格式）、干部名册（Excel 等表格）、公务员系统数据包、"
                "压缩包或整个文件夹，也可以直接拖到窗口里。导入前先预览，逐项对照新旧内容。",
            )
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(button("选择文件", files, icon="file-outline", kind="primary"))
        row.addWidget(button("选择文件夹", folder, icon="folder-outline"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(3)


class ReadingPanel(Card):
    """A bar that says how far the reading is, and 取消."""

    def __init__(self, cancel: Slot) -> None:
        super().__init__()
        self._words = label("", "body")
        self._bar = Progress()
        self._bar.setFixedWidth(theme.px(420))
        self.cancel_button = button("取消", cancel)
        box = QVBoxLayout()
        box.setSpacing(10)
        for each in (self._words, self._bar, self.cancel_button):
            box.addWidget(each)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(box)
        row.addStretch(1)
        self.body.addStretch(2)
        self.body.addLayout(row)
        self.body.addStretch(3)

    def show_progress(self, fraction: float, text: str) -> None:
        """Show how far it is."""
        self._bar.show_fraction(fraction)
        self._words.setText(text)


class ReportPanel(Card):
    """What was done, and what was left as it is."""

    def __init__(self, again: Slot) -> None:
        super().__init__()
        self._done = label("", "body", wrap=True)
        self._left = label("", "note", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView("check-circle-outline", 26, "green"))
        row.addWidget(self._done, 1)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._left)
        row = QHBoxLayout()
        row.addWidget(button("继续导入", again, icon="file-import-outline"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(2)

    def show_report(self, done: str, left: str) -> None:
        """Show another report."""
        self._done.setText(done)
        self._left.setText(left)

    def text(self) -> str:
        """What is said."""
        return f"{self._done.text()}\n{self._left.text()}"
