"""The 简历 text beside its structured reading; the reading follows the text while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from leadership_model.people.areas import Areas
from leadership_model.people.career import CareerEntry
from leadership_model.people.correction import Correction, lay
from ui import theme
from ui.context import Context
from ui.pages.elements.career_dialog import CareerDialog
from ui.pages.elements.person_columns import reading_columns
from ui.pages.elements.person_work import ReadLine, readings
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.labels import Elided, label

WIDE = 900  # px of width from which all columns have room
PAUSE = 120  # ms of rest before the text is read again


class ResumePane(QWidget):
    """`edited` says that the text is another one."""

    edited = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stored: tuple[CareerEntry, ...] = ()
        self._lines: tuple[ReadLine, ...] = ()
        self._areas = Areas()
        self._units: dict[str, str] = {}
        self._as_of = 0
        self.corrections: tuple[Correction, ...] = ()
        self._tight = False
        self._shown: tuple[object, bool] | None = None  # the readings the table shows
        self.box = QPlainTextEdit()
        self.box.setAccessibleName("简历")
        self.box.setPlaceholderText("简历：每行一段，如 2003.05--2010.03  青石镇党委书记")
        self.box.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.box.setTabChangesFocus(True)
        self.table = TableView(context.settings, "elements.readings", opens="更正这一条读法")
        self.correct_button = button("更正", self._on_correct, icon="pencil-outline", kind="small")
        self.correct_button.setToolTip("更正所选的读法，或撤回更正（在列表中按 Enter）")
        self.note = Elided("", "note")
        self.faults = Elided("", "error")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.read_now)
        self._lay_out()
        self.box.textChanged.connect(self._on_text)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_activated)
        self.table.activated_id.connect(self._on_activated)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        left, right = QWidget(split), QWidget(split)
        for side, title, note, content in (
            (left, "简历原文", self.faults, self.box),
            (right, "结构化读法", self.note, self.table),
        ):
            layout = QVBoxLayout(side)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(label(title, "strong"))
            row.addWidget(note, 1)
            if content is self.table:
                row.addWidget(self.correct_button)
            layout.addLayout(row)
            layout.addWidget(content, 1)
        split.setHandleWidth(theme.px(10))
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 5)
        split.setSizes([440, 560])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def show_person(
        self,
        text: str,
        stored: Sequence[CareerEntry],
        areas: Areas,
        units: dict[str, str],
        as_of: int,
    ) -> None:
        """Show another text with the entries stored for it; nothing is announced."""
        self._stored, self._areas, self._units, self._as_of = tuple(stored), areas, units, as_of
        self.corrections = self._noted()
        self.change(text)

    def change(self, text: str) -> None:
        """Show another text beside the same entries; nothing is announced."""
        if text != self.box.toPlainText():
            self.box.blockSignals(True)
            self.box.setPlainText(text)
            self.box.blockSignals(False)
        self.read_now()

    def text(self) -> str:
        """The text in the editor."""
        return self.box.toPlainText()

    def lines(self) -> tuple[ReadLine, ...]:
        """The readings shown."""
        return self._lines

    def read_now(self) -> None:
        """Read the text that stands there."""
        from leadership_model.people import resume, revise

        self._timer.stop()
        read = lay(revise.read(self.text(), self._areas, self._units), self.corrections)
        self._lines = readings(self._stored, read, self._as_of)
        self._show_lines()
        doubtful = sum(each.sure == "unknown" for each in self._lines)
        fresh = sum(each.fresh for each in self._lines)
        parts = [f"{len(self._lines)} 条"]
        parts += [f"{doubtful} 条把握不足"] if doubtful else ["均已读明"] if self._lines else []
        parts += [f"保存时改写 {fresh} 条"] if fresh else []
        self.note.setText(" · ".join(parts))
        found = [sentence for _, sentence in resume.faults(resume.read(self.text()))]
        self.faults.setText(found[0] if found else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self.width() < theme.px(WIDE)
        if tight != self._tight:
            self._tight = tight
            self._show_lines()

    def _show_lines(self) -> None:
        if self._shown == (self._lines, self._tight):
            return
        self._shown = (self._lines, self._tight)
        ids = [str(at) for at in range(len(self._lines))]
        self.table.show_rows(reading_columns(self._tight), self._lines, ids)

    def stop(self) -> None:
        """Read nothing more."""
        self._timer.stop()

    def _noted(self) -> tuple[Correction, ...]:
        """Give what was put right in the readings of this person."""
        snapshot = self._context.workspace.snapshot if self._context.workspace.is_open else None
        person = (self._stored[0].person or "") if self._stored else ""
        if snapshot is None or person not in snapshot.people.positions:
            return ()
        table = snapshot["correction"]
        return tuple(table.record(row) for row in table.of(snapshot.people.positions[person]))

    def _on_correct(self) -> None:
        self._on_activated(self.table.current_id())

    def _on_activated(self, id: object) -> None:
        """Let the reading chosen be put right; only what is stored can be."""
        if not id:
            self._context.say("请先在右边的列表中选择一条读法。")
            return
        line = self._lines[int(str(id))]
        if line.fresh:
            self._context.say("这一行是新写的，请先保存简历，再更正读法。")
            return
        entry = line.entry
        dialog = CareerDialog(self._context, entry.person or "", entry.id, self.window())
        self._context.ask.show(dialog)

    def _on_text(self) -> None:
        self._timer.start()
        self.edited.emit()

    def _on_chosen(self, id: object) -> None:
        """Put the cursor to the line a reading comes from, without taking the focus."""
        from leadership_model.people import resume

        line = self._lines[int(str(id))].entry.line
        if self.box.hasFocus():
            return
        at = 0
        for each in resume.read(self.text())[:line]:
            at += len(each.raw) + 1
        cursor = self.box.textCursor()
        cursor.setPosition(min(at, len(self.text())))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.box.setTextCursor(cursor)
        self.box.ensureCursorVisible()
