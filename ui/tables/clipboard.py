"""Selected cells as a table on the clipboard: text with tabs, and the same as HTML."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData


def make(table: Sequence[Sequence[str]]) -> QMimeData:
    """Make what a spreadsheet or a text processor takes in as cells."""
    clean = [[" ".join(text.split()) for text in row] for row in table]
    data = QMimeData()
    data.setText("\n".join("\t".join(row) for row in clean))
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in clean
    )
    # Long numbers (id numbers) stay texts in a spreadsheet.
    style = "<style>td { mso-number-format: '\\@'; }</style>"
    data.setHtml(f"{style}<table>{rows}</table>")
    return data
