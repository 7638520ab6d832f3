"""Taking out what is shown, so that something else can be shown in its place.

What is taken out is deleted in the next turn of the event loop, not at once: it may hold the very
button whose click led here.
"""

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def put_in(area: QScrollArea, widget: QWidget) -> None:
    """Show a widget in a scroll area; by itself the area would delete the former one at once."""
    former = area.takeWidget()
    if former is not None:
        former.hide()
        former.deleteLater()
    area.setWidget(widget)
