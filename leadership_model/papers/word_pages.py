"""A Word file of paragraphs and tables laid out on pages, so that it can be printed and be a PDF.

For what templates make (任前公示, 任免通知): margins, faces, sizes, alignment, indents, spacing
and simple tables are kept; pictures, columns, heads and feet of pages are not.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadership_model.papers.breaking import lines
from leadership_model.papers.flow import TEXT_FACE
from leadership_model.papers.paper import Align, Box, Page, Paper, Paragraph, Run

if TYPE_CHECKING:
    from docx.shared import Length
    from docx.table import Table
    from docx.text.paragraph import Paragraph as WordParagraph

POINT = 254 / 72  # tenths of a millimetre
SIZE = 15.75  # points, where a file names none
SLACK = 150.0  # a line is broken here and nowhere else
LINE = 0.5  # points, of the lines of a table
CELL_SIZE, CELL_PITCH = 10.5, 14.0


@dataclass(slots=True)
class _Sheet:
    """The pages so far. Margins and sizes in tenths of a millimetre."""

    size: tuple[float, float]
    margins: tuple[float, float, float, float]  # top, right, bottom, left
    pages: list[list[Box]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    @property
    def wide(self) -> float:
        return self.size[0] - self.margins[1] - self.margins[3]

    def need(self, height: float) -> None:
        full = self.y + height > self.size[1] - self.margins[2] + 1
        if full and self.pages[-1]:
            self.pages.append([])
            self.y = self.margins[0]


def paper_of(title: str, content: bytes) -> Paper:
    """Lay the content of a Word file out on pages of its own size."""
    from docx import Document
    from docx.table import Table

    document = Document(io.BytesIO(content))
    section = document.sections[0]
    sides = (
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )
    size = (_tenths(section.page_width, 2100), _tenths(section.page_height, 2970))
    top, right, bottom, left = (_tenths(each, 250) for each in sides)
    sheet = _Sheet(size, (top, right, bottom, left), y=top)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _table(sheet, block)
        else:
            _paragraph(sheet, block)
    return Paper(title, tuple(Page(tuple(boxes), size=size) for boxes in sheet.pages))


def _tenths(length: "Length | None", otherwise: float) -> float:
    return otherwise if length is None else float(round(length.mm * 10))


def _paragraph(sheet: _Sheet, block: "WordParagraph") -> None:
    shape = block.paragraph_format
    size, face, bold = _look(block)
    pitch = _pitch(shape.line_spacing, size)
    first = _points(shape.first_line_indent)
    left, right = _points(shape.left_indent), _points(shape.right_indent)
    room = sheet.wide / POINT - left - right
    broken = lines(block.text, max(room / size, 1.0), max(first, 0.0) / size)
    sheet.y += _points(shape.space_before) * POINT if sheet.pages[-1] else 0.0
    align = _align(block)
    for number, text in enumerate(broken):
        sheet.need(pitch * POINT)
        indent = max(first, 0.0) if number == 0 and align == "left" else 0.0
        run = (Run(text, size, bold, face),)
        x = sheet.margins[3] + (left + indent) * POINT
        width = (room - indent) * POINT
        x, width = (x - SLACK, width + 2 * SLACK) if align == "center" else (x, width)
        width += SLACK if align == "left" else 0.0
        box = Box(x, sheet.y, width, pitch * POINT, (Paragraph(run, align, pitch),))
        sheet.pages[-1].append(box)
        sheet.y += pitch * POINT
    sheet.y += _points(shape.space_after) * POINT


def _look(block: "WordParagraph") -> tuple[float, str, bool]:
    """Give size, face and weight of a paragraph: those of its first run that says so."""
    from docx.oxml.ns import qn

    size, face, bold = None, "", None
    for run in block.runs:
        size = size or run.font.size
        bold = run.bold if bold is None else bold
        fonts = None if run._element.rPr is None else run._element.rPr.rFonts  # noqa: SLF001
        face = face or (fonts.get(qn("w:eastAsia")) if fonts is not None else "") or ""
    style = block.style.font if block.style is not None else None
    size = size or (style.size if style is not None else None)
    return (SIZE if size is None else size.pt), face or TEXT_FACE, bool(bold)


def _pitch(spacing: "Length | float | None", size: float) -> float:
    if spacing is None:
        return size * 1.4
    return spacing * size * 1.3 if isinstance(spacing, float) else spacing.pt


def _points(length: "Length | None") -> float:
    return 0.0 if length is None else length.pt


def _align(block: "WordParagraph") -> Align:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    found = block.alignment
    if found == WD_ALIGN_PARAGRAPH.CENTER:
        return "center"
    return "right" if found == WD_ALIGN_PARAGRAPH.RIGHT else "left"


def _table(sheet: _Sheet, table: "Table") -> None:
    count = len(table.columns)
    widths = [sheet.wide / count] * count
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        height = max(len(_broken(each, widths[0])) for each in texts) * CELL_PITCH * POINT + 14.0
        sheet.need(height)
        sheet.pages[-1] += _cells(sheet, texts, widths, height)
        sheet.y += height


def _broken(text: str, width: float) -> list[str]:
    room = max((width - 24.0) / POINT / CELL_SIZE, 1.0)
    return [each for line in text.split("\n") for each in lines(line, room)]


def _cells(
    sheet: _Sheet, texts: Sequence[str], widths: Sequence[float], height: float
) -> Iterator[Box]:
    x = sheet.margins[3]
    for text, width in zip(texts, widths, strict=True):
        paragraphs = tuple(
            Paragraph((Run(each, CELL_SIZE, face=TEXT_FACE),), "center", CELL_PITCH)
            for each in _broken(text, width)
        )
        yield Box(x, sheet.y, width, height, paragraphs, borders=(LINE,) * 4)
        x += width
