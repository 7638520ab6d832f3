"""Selected cells as a table on the clipboard: text with tabs, and the same as HTML."""

import time
from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.tables.rows import RowModel

# Long numbers (id numbers) stay texts in a spreadsheet.
STYLE = "<style>td { mso-number-format: '\\@'; }</style>"
SLICE = 0.012  # seconds of work between two turns of the event loop


def make(table: Sequence[Sequence[str]]) -> QMimeData:
    """Make what a spreadsheet or a text processor takes in as cells."""
    return _data([_line(row) for row in table])


def _line(row: Sequence[str]) -> tuple[str, str]:
    """Write one row as text and as HTML."""
    clean = [" ".join(text.split()) for text in row]
    cells = "".join(f"<td>{escape(text)}</td>" for text in clean)
    return "\t".join(clean), f"<tr>{cells}</tr>"


def _data(lines: Sequence[tuple[str, str]]) -> QMimeData:
    data = QMimeData()
    data.setText("\n".join(text for text, _ in lines))
    data.setHtml(f"{STYLE}<table>{''.join(html for _, html in lines)}</table>")
    return data


class Copying(QObject):
    """Copies rows in slices: of all people the cells are prepared in a second or so.

    A short selection is on the clipboard at once. Other rows in the table end what is under way.
    """

    def __init__(self, rows: RowModel, done: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._done = rows, done
        self._lines: list[tuple[str, str]] = []
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        rows.modelReset.connect(self._timer.stop)

    def start(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Copy rows in sight with the headings of some columns."""
        titles = [self._rows.columns[column].title for column in columns]
        self._lines = [_line(titles)]
        # Rows may be sorted meanwhile; their items stay.
        self._work = self._gather([int(self._rows.shown[row]) for row in rows], columns)
        self._timer.start()
        self._on_turn()

    def _gather(self, items: Sequence[int], columns: Sequence[int]) -> Iterator[None]:
        for item in items:
            cells = self._rows.cells_of(item)
            self._lines.append(_line([cells[column].plain() for column in columns]))
            yield

    def _on_turn(self) -> None:
        until = time.monotonic() + SLICE
        for _ in self._work:
            if time.monotonic() >= until:
                return
        self._timer.stop()
        QApplication.clipboard().setMimeData(_data(self._lines))
        self._done(len(self._lines) - 1)
        self._lines = []
