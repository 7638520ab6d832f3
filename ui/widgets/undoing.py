"""撤销 in a field: its own typing first; where nothing was typed, the last edit of the base."""

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
