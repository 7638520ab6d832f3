"""Tab goes through a page as it is read, in whatever order its widgets were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def follow_layout(root: QWidget) -> None:
    """Have Tab go through what can take the focus in the order of layouts and splitters."""
    for former, later in pairwise(_in_order(root)):
        QWidget.setTabOrder(former, later)


def _in_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QSplitter):
        for at in range(widget.count()):
            yield from _in_order(widget.widget(at))
    elif isinstance(widget, QScrollArea):
        yield from _in_order(widget.widget())
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Go through a layout by the places of what is in it.

    Never by its items: a wrapper of an item Qt made stays behind when Qt deletes the item, and
    the next object at that address (a list's item, say) is then taken for it and crashes.
    """
    holder = layout.parentWidget()
    inside = [*layout.children(), *(holder.children() if holder is not None else ())]
    places = {}
    for each in inside:
        if isinstance(each, (QWidget, QLayout)) and (at := layout.indexOf(each)) >= 0:
            places[at] = each
    for _, each in sorted(places.items()):
        if isinstance(each, QWidget):
            yield from _in_order(each)
        else:
            yield from _laid(each)
