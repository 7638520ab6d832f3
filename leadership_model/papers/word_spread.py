"""Spreads as a Word file: each sheet a section with its table, heads on every page."""

import io
from collections.abc import Sequence
from pathlib import Path

from leadership_model.papers import word
from leadership_model.papers.paper import A4
from leadership_model.papers.sheets import CHARACTER, MARGIN
from leadership_model.papers.spread import Spread, SpreadCell

SIZES = {"title": 18.0, "note": 10.0}
BARE = ("title", "note")  # kinds without lines around them
THIN = word.paragraph("", pitch=1.0)  # parts tables, which Word joins otherwise


def write(path: Path, title: str, spreads: Sequence[Spread]) -> None:
    """Write the sheets to a file, one after another."""
    body, feet = [], []
    pictures: list[bytes] = []
    for number, spread in enumerate(spreads, 1):
        size = (A4[1], A4[0]) if spread.landscape else A4
        feet.append(_foot(spread.foot))
        body.append(_table(spread, size[0] - 2 * MARGIN, pictures))
        margins = (MARGIN, MARGIN, MARGIN + 30.0, MARGIN)
        last = word.section(size, margins, {"default": f"f{number}"}, foot=70.0)
        # All sections but the last end in a paragraph of their own; it is one point high.
        end = f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{last}</w:pPr></w:p>'
        body.append(end if number < len(spreads) else THIN + last)
    word.write(path, title, "".join(body), feet, pictures)


def _foot(text: str) -> str:
    inside = word.run(f"{text}　第 " if text else "第 ", "宋体", 9)
    inside += word.field(" PAGE ", "1", "宋体", 9) + word.run(" 页，共 ", "宋体", 9)
    inside += word.field(" SECTIONPAGES ", "1", "宋体", 9) + word.run(" 页", "宋体", 9)
    return word.foot_part(word.paragraph(inside, align="right"))


def _table(spread: Spread, room: float, pictures: list[bytes]) -> str:
    """Write the tables of a sheet; its pictures are added to those of the file."""
    natural = sum(spread.widths) * CHARACTER
    scale = min(room / natural, 1.25)
    widths = [word.twips(width * CHARACTER * scale) for width in spread.widths]
    places: dict[tuple[int, int], SpreadCell] = {}
    for cell in spread.cells:
        for line in range(cell.row, cell.row + cell.rows):
            places[line, cell.column] = cell
    count = max((cell.row + cell.rows for cell in spread.cells), default=0)
    first, last = spread.repeat if spread.repeat is not None else (0, -1)
    letter = min(scale, 1.0)
    rows = [
        word.row(_cells(places, line, widths, letter, pictures), head=first <= line <= last)
        for line in range(count)
    ]
    # Word repeats rows from the first on only: what stands above the heads is a table of its own.
    parts = [part for part in (rows[:first], rows[first:]) if part]
    return THIN.join(word.table(widths, part) for part in parts)


def _cells(
    places: dict[tuple[int, int], SpreadCell],
    line: int,
    widths: Sequence[int],
    letter: float,
    pictures: list[bytes],
) -> list[str]:
    found, column = [], 0
    while column < len(widths):
        cell = places.get((line, column))
        if cell is None:
            found.append(word.cell(word.paragraph(""), widths[column], borders=False))
            column += 1
            continue
        merge = "" if cell.rows == 1 else "restart" if cell.row == line else "continue"
        text = _text(cell, letter) if cell.row == line else word.paragraph("")
        width = sum(widths[column : column + cell.columns])
        if cell.picture and cell.row == line:
            pictures.append(cell.picture)
            text = _photo(len(pictures), cell.picture, width)
        tone = cell.tone or ("head" if cell.kind == "head" else "")
        found.append(
            word.cell(
                text,
                width,
                span=cell.columns,
                merge=merge,
                tone=tone,
                borders=cell.kind not in BARE,
            )
        )
        column += cell.columns
    return found


def _photo(number: int, content: bytes, width: int) -> str:
    """Write a picture as wide as its cell, in its own proportions."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        ratio = opened.height / opened.width
    wide = (width - 160) * 254 / 1440
    drawn = word.picture(number, f"p{number}", (wide, wide * ratio), "照片")
    return word.paragraph(drawn, align="center")


def _text(cell: SpreadCell, letter: float) -> str:
    size = max(round(SIZES.get(cell.kind, 10.5) * letter * 2) / 2, 5.0)
    color = word.TINTS[cell.tone][1] if cell.tone in word.TINTS else ""
    value = f"{cell.value:g}" if isinstance(cell.value, float) else str(cell.value)
    bold = cell.kind in ("title", "head", "group")
    inside = word.run(value, "宋体", size, bold=bold, color=color)
    return word.paragraph(inside, align=cell.align, pitch=size + 3, before=1.5, after=1.5)
