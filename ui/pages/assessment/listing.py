"""How a tab that lists something of all teams is laid out: choices, a note with tools, tables."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.labels import label


def lay_out(
    tab: QWidget,
    choices: Iterable[QWidget],
    note: QWidget,
    tools: Iterable[QWidget],
    tables: Iterable[QWidget],
    foot: str,
) -> None:
    """Put choices in a first row, note and tools in a second, then the tables and a line below."""
    first, second = QHBoxLayout(), QHBoxLayout()
    for choice in choices:
        first.addWidget(choice)
    first.addStretch(1)
    second.addWidget(note, 1)
    for tool in tools:
        second.addWidget(tool)
    framed = Card().flush()
    for table in tables:
        framed.body.addWidget(table)
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(first)
    column.addLayout(second)
    column.addWidget(framed, 1)
    column.addWidget(label(foot, "faint", wrap=True))
