"""Undo as replacing values: what is pushed was computed before and cannot fail."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

T = TypeVar("T")


class Holder(QObject, Generic[T]):
    """One value and a signal that says it is another one now."""

    changed = Signal(object)

    def __init__(self, value: T, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value

    @property
    def value(self) -> T:
        """The value held."""
        return self._value

    def set(self, value: T) -> None:
        """Hold another value and say so."""
        self._value = value
        self.changed.emit(value)


class Replace(QUndoCommand):
    """Puts one value in the place of another; undoing puts the former one back."""

    def __init__(self, holder: Holder[T], before: T, after: T, text: str) -> None:
        super().__init__(text)
        self._holder, self._before, self._after = holder, before, after

    @property
    def after(self) -> Any:  # noqa: ANN401 - whatever the holder holds
        """The value that is put in place."""
        return self._after

    def redo(self) -> None:
        self._holder.set(self._after)

    def undo(self) -> None:
        self._holder.set(self._before)


class Repeat(QUndoCommand):
    """Something that was done already; undo and redo start the given calls (which report back)."""

    def __init__(self, text: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(text)
        self._redo, self._undo, self._first = redo, undo, True

    def redo(self) -> None:
        if self._first:
            self._first = False
        else:
            self._redo()

    def undo(self) -> None:
        self._undo()

    def again(self) -> "Repeat":
        """Give the same for another stack: it was done already."""
        return Repeat(self.text(), self._redo, self._undo)


class Undo(QObject):
    """The stacks of the program: one of its own, others that pages bring; one is active."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group = QUndoGroup(self)
        self.stack = QUndoStack(self.group)
        self.group.setActiveStack(self.stack)

    def activate(self, stack: QUndoStack | None) -> None:
        """Let 撤销 and 重做 speak to this stack; None = the program's own."""
        wanted = stack or self.stack
        if wanted not in self.group.stacks():
            self.group.addStack(wanted)
        self.group.setActiveStack(wanted)

    def replace(self, holder: Holder[T], before: T, after: T, text: str) -> None:
        """Push the replacement of a value on the active stack."""
        self.push(Replace(holder, before, after, text))

    def push(self, command: QUndoCommand) -> None:
        """Push a command on the active stack."""
        self.group.activeStack().push(command)

    def clear(self) -> None:
        """Forget everything, for example because another database was opened."""
        for stack in self.group.stacks():
            stack.clear()

    def close(self) -> None:
        """Silence the stacks before the window dies: they emit while they are destroyed."""
        self.group.blockSignals(True)
        for stack in self.group.stacks():
            stack.blockSignals(True)
            self.group.removeStack(stack)
