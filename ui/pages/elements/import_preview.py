"""The preview of an import: files by state, old and new of the one chosen, and the issues."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui import names, theme
from ui.context import Context
from ui.pages.elements import import_work as work
from ui.pages.elements.import_columns import change_columns, file_columns, issue_columns
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import Elided
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs

EVERY = "all"


class ImportPreview(QWidget):
    """Shows a preview; nothing is written from here."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._preview: work.Preview | None = None
        self.states = Segments(((EVERY, "全部"), *((s, w) for s, w, _ in work.STATES)))
        self.files = TableView(context.settings, "elements.import_files", opens="")
        self.changes = TableView(context.settings, "elements.import_changes", opens="")
        self.issues = TableView(context.settings, "elements.import_issues", opens="")
        self._who = Elided("", "strong")
        self._why = Elided("", "note")
        self.tabs = Tabs()
        self._lay_out(Card("文件").flush())
        self.states.chosen.connect(self._on_state)
        self.files.chosen.connect(self._on_file)
        self.files.set_empty("file-outline", "没有这一类文件", "换一个类别看看。")
        self.changes.set_empty("check", "没有要写入的内容", "这个文件不会改动库中的记录。")
        self.issues.set_empty("check-circle-outline", "没有问题", "所有文件都读取正常。")

    def _lay_out(self, left: Card) -> None:
        self._card = left
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.states)
        row.addStretch(1)
        left.body.addLayout(row)
        left.body.addWidget(self.files, 1)
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._who)
        head.addWidget(self._why, 1)
        column.addLayout(head)
        column.addWidget(self.changes, 1)
        self.tabs.add("changes", "逐项对照", details)
        self.tabs.add("issues", "读取问题", self.issues)
        right = Card()
        right.body.addWidget(self.tabs)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([640, 720])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def show_preview(self, preview: work.Preview) -> None:
        """Show another preview."""
        self._preview = preview
        counts = preview.plan.counts()
        for state, word, _ in work.STATES:
            self.states.set_text(state, f"{word} {names.number(counts[state])}")
        self.states.set_text(EVERY, f"全部 {names.number(len(preview.rows))}")
        self.states.set_current(EVERY)
        ids = [str(at) for at in range(len(preview.issues))]
        self.issues.show_rows(issue_columns(), preview.issues, ids)
        self.tabs.set_text("issues", f"读取问题（{names.number(len(preview.issues))}）")
        self.tabs.turn("changes" if preview.rows else "issues")
        self._show_files()

    def preview(self) -> work.Preview | None:
        """The preview shown."""
        return self._preview

    def _on_state(self, state: object) -> None:
        self._show_files()

    def _on_file(self, id: object) -> None:
        rows = () if self._preview is None else self._preview.rows
        row = next((each for each in rows if each.id == id), None)
        if row is None:
            return
        self._who.setText(row.entry.name or row.file)
        self._why.setText(f"{row.file} · {row.summary}")
        ids = [str(at) for at in range(len(row.lines))]
        self.changes.show_rows(change_columns(), row.lines, ids)

    def _show_files(self) -> None:
        if self._preview is None:
            return
        state = self.states.current()
        rows = [row for row in self._preview.rows if state in (EVERY, row.entry.state)]
        self.files.show_rows(file_columns(), rows, [row.id for row in rows])
        self._card.set_note(f"共 {names.number(self._preview.files)} 个文件")
        if rows:
            self.files.select_ids((rows[0].id,))
            self._on_file(rows[0].id)
        else:
            self._who.setText("")
            self._why.setText("")
            self.changes.show_rows(change_columns(), (), ())
