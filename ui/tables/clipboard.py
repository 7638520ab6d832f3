"""Selected cells as a table on the clipboard: text with tabs, and the same as HTML."""

import time
from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.tables.headed import HeadedRows

# Long numbers (id numbers) stay texts in a spreadsheet.
STYLE = "<style>td { mso-number-format: '\\@'; }</style>"
SLICE = 0.012  # seconds of work between two turns of the event loop


def make(table: Sequence[Sequence[str]]) -> QMimeData:
    """Make what a spreadsheet or a text processor takes in as cells."""
    sheet = _Sheet()
    for row in table:
        sheet.add(row)
    return sheet.data()


class _Sheet:
    """Rows written one by one as they will lie on the clipboard: of all people 8 MB.

    They are encoded as they come; joined and encoded at the end they would hold the window.
    """

    def __init__(self) -> None:
        self.rows = 0
        self._text, self._html = bytearray(), bytearray(f"{STYLE}<table>".encode())

    def add(self, row: Sequence[str]) -> None:
        """Write one row as text and as HTML."""
        clean = [" ".join(text.split()) for text in row]
        cells = "".join(f"<td>{escape(text)}</td>" for text in clean)
        self._text += ("\n" * (self.rows > 0) + "\t".join(clean)).encode()
        self._html += f"<tr>{cells}</tr>".encode()
        self.rows += 1

    def data(self) -> QMimeData:
        """Give all of it; Qt reads both as UTF-8."""
        self._html += b"</table>"
        data = QMimeData()
        data.setData("text/plain", QByteArray(self._text))
        data.setData("text/html", QByteArray(self._html))
        return data


class Copying(QObject):
    """Copies rows in slices: of all people the cells are prepared in a second or so.

    A short selection is on the clipboard at once. Other rows in the table end what is under way.
    """

    def __init__(self, rows: HeadedRows, done: Callable[[int], object], parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._done = rows, done
        self._sheet, self._people = _Sheet(), 0
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        rows.modelReset.connect(self._timer.stop)

    def start(self, items: Sequence[int], columns: Sequence[int]) -> None:
        """Copy items with the headings of some columns; -1 - g is the heading of group g."""
        titles = [self._rows.columns[column].title for column in columns]
        self._sheet = _Sheet()
        self._sheet.add(titles)
        self._people = sum(item >= 0 for item in items)
        self._work = self._gather(items, columns)
        self._timer.start()
        self._on_turn()

    def _gather(self, items: Sequence[int], columns: Sequence[int]) -> Iterator[None]:
        for item in items:
            if item >= 0:
                self._sheet.add(self._rows.plain_of(item, columns))
            else:
                self._sheet.add([self._rows.group_words(-1 - item), *[""] * (len(columns) - 1)])
            yield

    def _on_turn(self) -> None:
        until = time.monotonic() + SLICE
        for _ in self._work:
            if time.monotonic() >= until:
                return
        self._timer.stop()
        sheet, self._sheet = self._sheet, _Sheet()
        QApplication.clipboard().setMimeData(sheet.data())
        self._done(self._people)
