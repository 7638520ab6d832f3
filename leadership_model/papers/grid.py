"""A page that is one table, measured in twips (1/20 point, 567 to the centimetre)."""

from dataclasses import dataclass

from leadership_model.papers.paper import Box, Page, Paragraph, Picture, VAlign

TENTHS_PER_TWIP = 254 / 1440  # tenths of a millimetre


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell over one or more rows and columns; `photo` fills it with a picture."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    valign: VAlign = "middle"
    photo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPage:
    """One table on one page. `heights` in twips, exact unless the row is named in `at_least`.

    The heading stands in `heading_columns` cells without borders above the table, `heading_left`
    from the left margin, `heading_before` and `heading_after` points of white above and below.
    Borders: outside 1.5 pt, inside 1 pt.
    """

    size: tuple[int, int]
    top: int
    left: int
    right: int
    bottom: int
    columns: tuple[int, ...]
    heights: tuple[int, ...]
    cells: tuple[GridCell, ...]
    at_least: frozenset[int] = frozenset()
    heading: tuple[Paragraph, ...] = ()
    heading_columns: tuple[int, ...] = ()
    heading_left: int = 0
    heading_height: int = 0
    foot: tuple[Paragraph, ...] = ()
    outside: float = 1.5
    inside: float = 1.0

    def __post_init__(self) -> None:
        seen: set[tuple[int, int]] = set()
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    if (row, column) in seen:
                        raise ValueError(f"cell {row}, {column} of the grid is used twice")
                    seen.add((row, column))
        if len(seen) != len(self.columns) * len(self.heights):
            raise ValueError("the cells of the grid leave a hole")


def page_of(grid: GridPage) -> Page:
    """Lay a grid out as boxes and pictures in tenths of a millimetre."""
    boxes: list[Box] = []
    pictures: list[Picture] = []
    y = grid.top
    x = grid.left + grid.heading_left
    for width, paragraph in zip(grid.heading_columns, grid.heading, strict=True):
        boxes.append(_box(x, y, width, grid.heading_height, (paragraph,), "middle", (0, 0, 0, 0)))
        x += width
    y += grid.heading_height
    lefts = [grid.left + sum(grid.columns[:i]) for i in range(len(grid.columns) + 1)]
    tops = [y + sum(grid.heights[:i]) for i in range(len(grid.heights) + 1)]
    for cell in grid.cells:
        right, bottom = cell.column + cell.columns, cell.row + cell.rows
        borders = (
            grid.outside if cell.column == 0 else grid.inside,
            grid.outside if cell.row == 0 else grid.inside,
            grid.outside if right == len(grid.columns) else grid.inside,
            grid.outside if bottom == len(grid.heights) else grid.inside,
        )
        place = (
            lefts[cell.column],
            tops[cell.row],
            lefts[right] - lefts[cell.column],
            tops[bottom] - tops[cell.row],
        )
        boxes.append(_box(*place, cell.paragraphs, cell.valign, borders))
        if cell.photo:
            left, top, wide, high = (side * TENTHS_PER_TWIP for side in place)
            pictures.append(Picture(left, top, wide, high, cell.photo, fill=True))
    if grid.foot:
        boxes.append(
            _box(lefts[0], tops[-1] + 60, sum(grid.columns), 400, grid.foot, "top", (0, 0, 0, 0))
        )
    size = (grid.size[0] * TENTHS_PER_TWIP, grid.size[1] * TENTHS_PER_TWIP)
    return Page(tuple(boxes), tuple(pictures), size=size)


def _box(
    x: float,
    y: float,
    width: float,
    height: float,
    paragraphs: tuple[Paragraph, ...],
    valign: VAlign,
    borders: tuple[float, float, float, float],
) -> Box:
    left, top, wide, high = (side * TENTHS_PER_TWIP for side in (x, y, width, height))
    return Box(left, top, wide, high, paragraphs, valign, borders)
