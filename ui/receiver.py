"""Who is told of a result: a method of a Qt object is told only while the object is there."""

import weakref
from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject

Callback = Callable[..., object]


class Receiver:
    """A callback; a method of a Qt object is held weakly and called only while that is alive.

    A `partial` of such a method is as weak as the method.
    """

    def __init__(self, callback: Callback | None) -> None:
        bound = callback if isinstance(callback, partial) else partial(callback or _nobody)
        weak = isinstance(getattr(bound.func, "__self__", None), QObject)
        self.wanted = callback is not None
        self._method = weakref.WeakMethod(bound.func) if weak else None
        self._plain = None if weak else bound.func
        self._arguments, self._named = bound.args, bound.keywords

    def __call__(self, value: object) -> None:
        callback = self._method() if self._method is not None else self._plain
        owner = getattr(callback, "__self__", None)
        if callback is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            return
        callback(*self._arguments, value, **self._named)


def _nobody(value: object) -> None:
    """Take a value nobody wants."""
