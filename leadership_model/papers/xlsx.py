"""Spreads as an xlsx file, written through a temporary file beside the target."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.papers.placing import placed
from leadership_model.papers.spread import MARKED, TINTS, Spread, SpreadCell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# A file says nothing of when it was made: the same content gives the same bytes.
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
MOST = 220  # letters a foot may have


def write(path: Path, spreads: Sequence[Spread]) -> None:
    """Write the sheets to a file; the old file stays as it was if anything fails."""
    import xlsxwriter

    with (
        placed(path, xlsxwriter.exceptions.FileCreateError) as partial,
        xlsxwriter.Workbook(str(partial)) as book,
    ):
        book.set_properties({"created": EPOCH, "author": "班子模型工作台"})
        for spread in spreads:
            _write_sheet(book, spread)


def _write_sheet(book: "Workbook", spread: Spread) -> None:
    sheet = book.add_worksheet(spread.name[:31])
    formats: dict[tuple[str, str, str], Format] = {}
    mark = book.add_format({"bold": True, "font_color": MARKED, "font_name": "宋体"})
    for column, width in enumerate(spread.widths):
        sheet.set_column(column, column, width)
    for row, height in spread.heights:
        sheet.set_row(row, height)
    for cell in spread.cells:
        key = (cell.kind, cell.tone, cell.align)
        if key not in formats:
            formats[key] = book.add_format(_look(cell))
        _write_cell(sheet, cell, formats[key], mark)
        if cell.picture:
            _insert(sheet, cell, cell.picture, spread)
    sheet.set_paper(9)
    if spread.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    rows = max((cell.row + cell.rows for cell in spread.cells), default=1)
    sheet.print_area(0, 0, rows - 1, max(len(spread.widths), 1) - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    if spread.repeat is not None:
        sheet.repeat_rows(*spread.repeat)
    if spread.freeze is not None:
        sheet.freeze_panes(*spread.freeze)
    foot = spread.foot.replace("&", "&&")[:MOST]
    sheet.set_footer(f"&L&9{foot}&R&9第 &P 页，共 &N 页")


def _write_marked(
    sheet: "Worksheet", cell: SpreadCell, text: str, look: "Format", mark: "Format"
) -> None:
    """Write a text of which some letters stand out."""
    pieces: list[Format | str] = []
    at = 0
    for first, last in cell.marks:
        pieces += [text[at:first]] if first > at else []
        pieces += [mark, text[first:last]]
        at = last
    pieces += [text[at:]] if at < len(text) else []
    if len(pieces) > 2:
        sheet.write_rich_string(cell.row, cell.column, *pieces, look)
    else:  # all of it stands out: a rich text needs two pieces
        sheet.write_string(cell.row, cell.column, text, look)


def _write_cell(sheet: "Worksheet", cell: SpreadCell, look: "Format", mark: "Format") -> None:
    if cell.rows > 1 or cell.columns > 1:
        last = (cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        sheet.merge_range(cell.row, cell.column, *last, "", look)
    if cell.marks and isinstance(cell.value, str):
        _write_marked(sheet, cell, cell.value, look, mark)
        return
    # Text is written as text: a leading "=" in a name must never become a formula.
    if isinstance(cell.value, str):
        sheet.write_string(cell.row, cell.column, cell.value, look)
    else:
        sheet.write_number(cell.row, cell.column, cell.value, look)


def _insert(sheet: "Worksheet", cell: SpreadCell, content: bytes, spread: Spread) -> None:
    """Put a picture into its cell, as large as it fits, moving with the cell."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        wide, high = opened.size
    dots = opened.info.get("dpi", (96, 96))[0] or 96
    room = (spread.widths[cell.column] * 7 - 6, dict(spread.heights)[cell.row] * 96 / 72 - 6)
    scale = min(room[0] / wide, room[1] / high)
    options = {
        "image_data": io.BytesIO(content),
        "x_scale": scale * dots / 96,
        "y_scale": scale * dots / 96,
        "x_offset": (room[0] - wide * scale) / 2 + 4,
        "y_offset": (room[1] - high * scale) / 2 + 3,
        "object_position": 1,
        "description": "照片",
    }
    sheet.insert_image(cell.row, cell.column, "photo.jpg", options)


def _look(cell: SpreadCell) -> dict[str, object]:
    look: dict[str, object] = {
        "font_name": "宋体",
        "font_size": {"title": 18, "note": 10, "head": 11}.get(cell.kind, 11),
        "bold": cell.kind in ("title", "head", "group"),
        "align": cell.align,
        "valign": "vcenter",
        "text_wrap": True,
    }
    if cell.kind not in ("title", "note"):
        look["border"] = 1
    if cell.kind == "head":
        look["bg_color"] = "#F0F2F5"
    if cell.tone in TINTS:
        look["bg_color"], look["font_color"] = TINTS[cell.tone]
    return look
