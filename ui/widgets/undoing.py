"""撤销 in a field: its own typing first; where nothing was typed, the last edit of the base."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

KEYS = QKeySequence.StandardKey


def passed_on(event: QKeyEvent, field: QLineEdit | QPlainTextEdit) -> bool:
    """Leave 撤销 and 重做 to the window where the field itself has nothing to take back.

    For the ShortcutOverride of a field: True says that the field must not see it.
    """
    held = field.document() if isinstance(field, QPlainTextEdit) else field
    undo = event.matches(KEYS.Undo) and not held.isUndoAvailable()
    redo = event.matches(KEYS.Redo) and not held.isRedoAvailable()
    if undo or redo:
        event.ignore()
    return undo or redo


class FieldUndo(QObject):
    """Lets a field take back its own typing, and the window the rest. Lives as long as the field.

    Whoever has stored what was typed shows it with `show_stored`: from then on it is an edit of the
    base, not typing.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        return override and isinstance(event, QKeyEvent) and passed_on(event, self._field)

    def show_stored(self, text: str) -> None:
        """Show what is stored; what was typed before cannot be taken back in the field."""
        field = self._field
        if field.text() == text and not field.isUndoAvailable() and not field.isRedoAvailable():
            return
        at = field.cursorPosition() if field.text() == text else 0
        field.setText(text)
        field.setCursorPosition(at)
