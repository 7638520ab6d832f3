"""Grids as a Word file: real tables with the exact widths and heights of the official template."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.papers import word
from leadership_model.papers.grid import GridCell, GridPage
from leadership_model.papers.paper import Paragraph
from leadership_model.papers.placing import placed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

# The order of the schema.
TABLE_PROPERTIES = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize"),
    *("tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd"),
    *("tblLayout", "tblCellMar", "tblLook"),
)
SPACER = 20  # twips: the line between the heading and the table
MARGIN_TWIPS = 11  # a photo as high as its row would be cut at the line
VALIGN = {"top": "top", "middle": "center", "bottom": "bottom"}


def write(
    path: Path,
    forms: Sequence[Sequence[GridPage]],
    before_each: Callable[[int], object] | None = None,
) -> None:
    """Write forms into one file, each page a section of its own.

    `before_each` is called with the number of each form, from 0; it may raise to give up, and then
    nothing is written.
    """
    import docx

    document = docx.Document()
    first = True
    for number, form in enumerate(forms):
        if before_each is not None:
            before_each(number)
        for page in form:
            _add_page(document, page, first=first)
            first = False
    made = io.BytesIO()
    document.save(made)
    with placed(path) as partial:
        _timeless(made, partial)


def _timeless(made: io.BytesIO, path: Path) -> None:
    """Write a file whose parts say nothing of when it was made."""
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(path, "w") as package:
        for name in whole.namelist():
            info = zipfile.ZipInfo(name, word.EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, whole.read(name))


def _add_page(document: "Document", page: GridPage, *, first: bool) -> None:
    from docx.enum.section import WD_SECTION
    from docx.shared import Twips

    section = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = Twips(page.size[0]), Twips(page.size[1])
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance = section.footer_distance = Twips(200)
    if page.heading:
        title = document.add_table(rows=1, cols=len(page.heading))
        height = page.heading_height - SPACER  # so that the table begins where it should
        _shape(title, page.heading_columns, (height,), frozenset(), page.heading_left)
        for cell, paragraph in zip(title.rows[0].cells, page.heading, strict=True):
            _fill(cell, (paragraph,), "middle")
        _spacer(document)
    table = document.add_table(rows=len(page.heights), cols=len(page.columns))
    _shape(table, page.columns, page.heights, page.at_least, 0)
    _borders(table, page.outside, page.inside)
    # python-docx walks over the whole table at every `table.cell`; once is enough, since the cells
    # of a page do not overlap and a merge touches none but its own.
    places = table._cells  # noqa: SLF001
    for cell in page.cells:
        _place(places, page, cell)
    for paragraph in page.foot:
        _write_paragraph(document.add_paragraph(), paragraph)
    if not page.foot:
        _spacer(document)


def _spacer(document: "Document") -> None:
    """Part two tables by a line of one point, or Word joins them."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    spacing = document.add_paragraph().paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(SPACER / 20)


def _shape(
    table: "Table",
    columns: Sequence[int],
    heights: Sequence[int],
    at_least: frozenset[int],
    indent: int,
) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Twips

    table.autofit = False
    _set(table, "tblW", f'w:w="{sum(columns)}" w:type="dxa"')
    _set(table, "tblInd", f'w:w="{indent}" w:type="dxa"')
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    _set(table, "tblCellMar", "", margins)
    for grid, width in zip(table._tbl.tblGrid.gridCol_lst, columns, strict=True):  # noqa: SLF001
        grid.w = Twips(width)
    for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        row.height = Twips(height)
        exact = WD_ROW_HEIGHT_RULE.EXACTLY
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST if number in at_least else exact
        for cell, width in zip(row.cells, columns, strict=True):
            cell.width = Twips(width)


def _borders(table: "Table", outside: float, inside: float) -> None:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="0" w:color="000000"/>'
        for side, width in (
            *((each, outside) for each in ("top", "left", "bottom", "right")),
            ("insideH", inside),
            ("insideV", inside),
        )
    )
    _set(table, "tblBorders", "", sides)


def _set(table: "Table", tag: str, attributes: str, inside: str = "") -> None:
    """Put one property of a table in its place; Word wants them in the order of the schema."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no call for these
    for old in properties.findall(qn(f"w:{tag}")):
        properties.remove(old)
    properties.append(parse_xml(f"<w:{tag} {nsdecls('w')} {attributes}>{inside}</w:{tag}>"))
    order = [qn(f"w:{name}") for name in TABLE_PROPERTIES]
    properties[:] = sorted(properties, key=lambda child: order.index(child.tag))


def _place(places: "Sequence[_Cell]", page: GridPage, cell: GridCell) -> None:
    across = len(page.columns)
    first = cell.row * across + cell.column
    target = places[first]
    if cell.rows > 1 or cell.columns > 1:
        target = target.merge(places[first + (cell.rows - 1) * across + cell.columns - 1])
    _fill(target, cell.paragraphs, cell.valign)
    if cell.photo:
        high = sum(page.heights[cell.row : cell.row + cell.rows])
        wide = sum(page.columns[cell.column : cell.column + cell.columns])
        _add_photo(target, cell.photo, wide, high - MARGIN_TWIPS)


def _add_photo(cell: "_Cell", photo: bytes, wide: int, high: int) -> None:
    """Fill the photo cell; what is too wide or too high for it is cut off, not squeezed."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Twips

    shape = cell.paragraphs[0].add_run().add_picture(io.BytesIO(photo))
    ratio = (shape.width / shape.height) / (wide / high)
    across = round(max(0.0, 1 - 1 / ratio) / 2 * 100_000)
    down = round(max(0.0, 1 - ratio) / 2 * 100_000)
    shape.width, shape.height = Twips(wide), Twips(high)
    fill = shape._inline.find(f".//{qn('pic:blipFill')}")  # noqa: SLF001 - no call for cropping
    crop = parse_xml(f'<a:srcRect {nsdecls("a")} l="{across}" r="{across}" t="{down}" b="{down}"/>')
    fill.insert(1, crop)


def _fill(cell: "_Cell", paragraphs: Sequence[Paragraph], valign: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    mark = parse_xml(f'<w:vAlign {nsdecls("w")} w:val="{VALIGN[valign]}"/>')
    cell._tc.get_or_add_tcPr().append(mark)  # noqa: SLF001
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)  # noqa: SLF001 - left over from merging
    for number, paragraph in enumerate(paragraphs):
        target = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        _write_paragraph(target, paragraph)


def _write_paragraph(target: "WordParagraph", paragraph: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    target.alignment = getattr(WD_ALIGN_PARAGRAPH, paragraph.align.upper())
    spacing = target.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(paragraph.pitch)
    if paragraph.hanging:
        spacing.left_indent = Pt(paragraph.hanging)
        spacing.first_line_indent = Pt(-paragraph.hanging)
        spacing.tab_stops.add_tab_stop(Pt(paragraph.hanging))
    elif paragraph.indent:
        spacing.left_indent = Pt(paragraph.indent)
    for piece in paragraph.runs:
        run = target.add_run(piece.text)
        run.font.size = Pt(piece.size)
        run.font.bold = piece.bold
        run.font.name = piece.face
        fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
        fonts.set(qn("w:eastAsia"), piece.face)
