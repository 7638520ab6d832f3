"""Excel templates of the department: cells with {{占位符}}, a row with {{人.姓名}} for each person.

What is filled in is always text: nothing a person's record holds becomes a formula.
"""

import copy
import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from leadership_model.errors import UserError
from leadership_model.papers.own_values import PHOTO, Filling

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

EACH = "人"
MOST = 20_000  # cells of a template
_PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%")


def names_in(name: str, content: bytes) -> list[str]:
    """List the placeholders of a workbook; UserError when it cannot be read."""
    book = _opened(name, content)
    found: list[str] = []
    for count, text in enumerate(_texts(book)):
        if count >= MOST:
            raise UserError(f"模板“{name}”的单元格太多，请只留需要的行列")
        found += _PLACE.findall(text)
        if _STRAY.search(_PLACE.sub("", text)):
            raise UserError(f"模板“{name}”中有没有写完整的占位符：{text[:20]}")
    return found


def filled(content: bytes, filling: Filling, *, listed: bool) -> bytes:
    """Fill a workbook for one person, or (listed) its row of {{人.…}} for each."""
    book = _opened("模板", content)
    for sheet in book.worksheets:
        if listed:
            _fill_list(sheet, filling)
        else:
            values = {**filling.values(0), **filling.whole}
            for number in range(1, sheet.max_row + 1):
                _fill_row(sheet, number, values, filling.people[0][1], "")
    made = io.BytesIO()
    book.save(made)
    from leadership_model.papers.templates import timeless

    return timeless(made.getvalue())


def _opened(name: str, content: bytes) -> "Workbook":
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(io.BytesIO(content))
    except (KeyError, ValueError, TypeError, InvalidFileException, zipfile.BadZipFile) as error:
        raise UserError(
            f"“{name}”不是可以读取的 Excel 工作簿（.xlsx），请用 Excel 另存后再添加"
        ) from error


def _texts(book: "Workbook") -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield cell.value


def _fill_list(sheet: "Worksheet", filling: Filling) -> None:
    """Repeat the rows that speak of one person; the others are filled with what is common."""
    marked = [
        number
        for number, row in enumerate(sheet.iter_rows(), 1)
        if any(f"{{{{{EACH}." in str(cell.value).replace(" ", "") for cell in row)
    ]
    for number in reversed(marked):
        count = len(filling.people)
        if count > 1:
            _make_room(sheet, number, count - 1)
        for at in range(count):
            values = {f"{EACH}.{name}": text for name, text in filling.values(at).items()}
            _fill_row(sheet, number + at, values, filling.people[at][1], f"{EACH}.")
        if not count:
            sheet.delete_rows(number)
    for number in range(1, sheet.max_row + 1):
        _fill_row(sheet, number, filling.whole, None, "")


def _make_room(sheet: "Worksheet", number: int, more: int) -> None:
    """Copy a row downwards with its look; merged cells below move along."""
    below = [each for each in sheet.merged_cells.ranges if each.min_row > number]
    for each in below:
        each.shift(row_shift=more)
    sheet.insert_rows(number + 1, more)
    height = sheet.row_dimensions[number].height
    for offset in range(1, more + 1):
        sheet.row_dimensions[number + offset].height = height
        for cell in sheet[number]:
            assert cell.column is not None
            _copy(cell, sheet.cell(row=number + offset, column=cell.column))


def _copy(cell: Any, other: Any) -> None:  # noqa: ANN401 - cells of openpyxl
    other.value = cell.value
    other._style = copy.copy(cell._style)  # noqa: SLF001 - openpyxl's way to copy a look


def _fill_row(
    sheet: "Worksheet", number: int, values: dict[str, str], photo: bytes | None, before: str
) -> None:
    for cell in sheet[number]:
        if not isinstance(cell.value, str) or "{{" not in cell.value:
            continue
        places = _PLACE.findall(cell.value)
        known = {**values, f"{before}{PHOTO}": ""}
        if not any(each in known for each in places):
            continue
        if f"{before}{PHOTO}" in places and photo:
            _put_photo(sheet, cell.coordinate, photo)
        _write(cell, _replaced(cell.value, known))


def _replaced(text: str, known: dict[str, str]) -> str:
    pieces = _PLACE.split(text)  # texts and names in turn
    return "".join(
        known.get(piece, f"{{{{{piece}}}}}") if at % 2 else piece for at, piece in enumerate(pieces)
    )


def _write(cell: Any, text: str) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Put a text into a cell as text, even where it begins like a formula."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


def _put_photo(sheet: "Worksheet", place: str, photo: bytes) -> None:
    from openpyxl.drawing.image import Image

    picture = Image(io.BytesIO(photo))
    high = 110  # px, about as high as the photo of a roster
    picture.width, picture.height = round(picture.width * high / picture.height), high
    sheet.add_image(picture, place)
