"""Cells of a roster put right: the workbook as it is, with some cells written anew."""

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.exchange import roster, wording
from leadership_model.exchange import roster_headings as headings
from leadership_model.exchange.checking import Difference

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PARTY = "RuDangShiJian"
POST = "XianRenZhiWu"


def fixed(
    content: bytes, file: str, differences: Iterable[Difference]
) -> tuple[bytes, tuple[Difference, ...]]:
    """Write our texts into the cells of a roster (.xlsx): the new file, and what has no cell.

    Dates are written as 2001.06, everything as text. Raises UserError for another kind of file.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content))
    except (KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile) as error:
        raise UserError("只能在 .xlsx 名册上改写，请用 Excel 把名册另存为 .xlsx 再核对") from error
    left: list[Difference] = []
    known = {sheet.title: _columns(sheet) for sheet in book.worksheets}
    for each in differences:
        sheet = _sheet(each, file, list(known))
        column = None if sheet is None else _column(known[sheet], each.tag)
        if sheet is None or column is None:
            left.append(each)
            continue
        cell = book[sheet].cell(row=each.line, column=column + 1)
        cell.value = _shown(each)
        cell.data_type = "s"
        cell.number_format = "@"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue(), tuple(left)


def _columns(sheet: "Worksheet") -> dict[str, int]:
    """Give which column holds what; empty where the sheet is no roster."""
    rows = sheet.iter_rows(max_row=headings.TOP + 1, values_only=True)
    found = headings.find([[roster.text(cell) for cell in row] for row in rows])
    if found is None:
        return {}
    return {tag: column for column, tag in found.columns.items()}


def _sheet(difference: Difference, file: str, sheets: list[str]) -> str | None:
    """Find the sheet a row was read from: rows of a book with several say its name."""
    if len(sheets) == 1:
        return sheets[0]
    middle = difference.file.removeprefix(file).rsplit(" 第", 1)[0].strip()
    return middle if middle in sheets else None


def _column(columns: dict[str, int], tag: str) -> int | None:
    for each in (
        tag,
        *{PARTY: (headings.JOINED, headings.PARTY), POST: (headings.POST,)}.get(tag, ()),
    ):
        if each in columns:
            return columns[each]
    return None


def _shown(difference: Difference) -> str:
    text = difference.ours
    known = wording.date(text) if text.isdigit() and len(text) in (6, 8) else None
    return text if known is None else months.show(known[0])
