"""The cards at the right: to-do, recent plans, saved questions, the last import."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.home.lists import ImportItem, Side, when
from ui.pages.home.todo import Todo
from ui.widgets.bars import StackedBar
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label, link
from ui.widgets.lists import ListItem, TwoLineList

TONES = {"新增": "accent", "变更": "c4", "未变": "greys", "冲突": "red"}


class ListCard(Card):
    """A card with a list and a link at its head; `opened` carries the id of a row."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self, title: str, tip: str, empty: str, empty_link: str = "") -> None:
        super().__init__(title)
        self.flush()
        self.all = link("全部", self._on_all, tip)
        self.header.addWidget(self.all)
        self.list = TwoLineList()
        self.list.setAccessibleName(title)
        self.list.setFrameShape(TwoLineList.Shape.NoFrame)
        self.list.setMinimumHeight(30)
        self.list.clicked.connect(self._on_row)
        self.list.activated_id.connect(self._on_activated)
        self._empty = QWidget()
        rows = QVBoxLayout(self._empty)
        rows.setContentsMargins(12, 4, 12, 8)
        rows.addWidget(label(empty, "note", wrap=True))
        if empty_link:
            start = link(empty_link, self._on_all, tip)
            rows.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()

    def show_items(self, items: Sequence[ListItem], total: int | None = None) -> None:
        """Show rows; `total` is how many there are altogether."""
        self.list.show_items(items)
        self.list.setVisible(bool(items))
        self._empty.setVisible(not items)
        count = len(items) if total is None else total
        self.all.setText(f"全部 {count}" if count else "全部")

    def _on_row(self) -> None:
        if self.list.current_id():
            self.opened.emit(self.list.current_id())

    def _on_activated(self, id: object) -> None:
        # A click has announced the row already; Enter arrives here alone.
        if self.list.hasFocus() and not self.list.underMouse():
            self.opened.emit(id)

    def _on_all(self) -> None:
        self.all_asked.emit()


class ImportCard(Card):
    """The last import with its counts; `opened` carries its id."""

    asked = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("最近导入")
        self._id = ""
        self._link = link("导入", self._on_asked, "打开导入向导")
        self.header.addWidget(self._link)
        self._name, self._when = Elided("", "cell"), label("", "note")
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._when)
        self._counts = label("", "note", wrap=True)
        self._bar = StackedBar(8)
        self.body.addLayout(row)
        self.body.addWidget(self._counts)
        self.body.addWidget(self._bar)
        self.body.addStretch(1)

    def show_import(self, item: ImportItem | None, today: str) -> None:
        """Show the last import, or how to begin one."""
        self._id = item.id if item is not None else ""
        self._link.setText("查看" if item is not None else "导入")
        self._link.setToolTip("打开导入记录中的这一批" if item is not None else "打开导入向导")
        self._bar.setVisible(item is not None)
        if item is None:
            self._name.setText("尚未导入过文件")
            self._when.setText("")
            self._counts.setText(
                "可导入任免审批表（lrmx 及旧格式）、干部名册和数据包，"
                "一次选多份或一个文件夹，先看差异再入库。"
            )
            return
        self._name.setText(item.label + ("（已撤回）" if item.undone else ""))
        self._when.setText(when(item.changed_at, today))
        self._counts.setText(" · ".join(f"{word} {count:,}" for word, count in item.counts))
        self._bar.show_parts([(count, TONES[word], word) for word, count in item.counts])

    def _on_asked(self) -> None:
        if self._id:
            self.opened.emit(self._id)
        else:
            self.asked.emit()


def todo_items(todos: Sequence[Todo]) -> list[ListItem]:
    """Make the rows of the to-do list; the id is the place in the list."""
    return [
        ListItem(
            id=str(at),
            title=each.text,
            right=each.link,
            right_tone="accent",
            mark=each.mark,
            icon="" if each.mark else "stairs-up",
        )
        for at, each in enumerate(todos)
    ]


def plan_items(side: Side, today: str) -> list[ListItem]:
    """Make the rows of the recent plans."""
    return [
        ListItem(
            id=each.id,
            title=each.label,
            note=each.note,
            right=when(each.changed_at, today),
            icon="file-tree-outline",
        )
        for each in side.plans
    ]


def query_items(side: Side) -> list[ListItem]:
    """Make the rows of the saved questions; the id is their own, or the sentence of a common one.

    One that cannot be asked any more says so; opening it offers a repair.
    """
    return [
        ListItem(
            id=each.id or each.sentence,
            title=each.label,
            right="须修复" if each.count is None else f"{each.count:,}",
            right_tone="red" if each.count is None else "text",
            icon="filter-variant",
        )
        for each in side.queries
    ]
