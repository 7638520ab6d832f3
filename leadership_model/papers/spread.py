"""A spreadsheet as a value: rows of cells that may span, ready for xlsx or paper."""

from dataclasses import dataclass, replace
from typing import Literal

from leadership_model.papers.fitting import wrapped

CellKind = Literal["title", "note", "head", "group", "text", "number", "mark"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadCell:
    """One cell from (row, column) on. `tone` is a verdict tone of charts.spec, or empty.

    `picture`: a JPEG or PNG that stands in the cell in its own proportions. `marks`: stretches of
    the text (from, to) that stand out.
    """

    row: int
    column: int
    value: str | float | int
    rows: int = 1
    columns: int = 1
    kind: CellKind = "text"
    tone: str = ""
    align: Align = "center"
    picture: bytes | None = None
    marks: tuple[tuple[int, int], ...] = ()


# Ground and text of verdict tones on paper (the light theme's tints).
TINTS = {
    "green": ("#E2F2E9", "#1F7446"),
    "yellow": ("#FBF0D8", "#865800"),
    "red": ("#FBE6E4", "#B02A22"),
    "veto": ("#FBE6E4", "#B02A22"),
    "grey": ("#ECEEF1", "#5F6672"),
}
MARKED = "#B02A22"  # the ink of marked letters
LINE_HEIGHT = 15.0  # points, of text of 11 points


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One sheet. `widths` in characters; rows up to `repeat` are printed on every page."""

    name: str
    widths: tuple[float, ...]
    cells: tuple[SpreadCell, ...]
    heights: tuple[tuple[int, float], ...] = ()
    repeat: tuple[int, int] | None = None
    freeze: tuple[int, int] | None = None
    landscape: bool = True
    foot: str = ""


def fitted(spread: Spread) -> Spread:
    """Give every row the height its longest text needs once it is wrapped into its cell."""
    needed: dict[int, float] = {}
    pictured = {cell.row for cell in spread.cells if cell.picture}
    rooms = [max(1.0, width / 2 - 0.5) for width in spread.widths]
    for cell in spread.cells:
        value = cell.value
        if cell.rows > 1 or not isinstance(value, str) or cell.kind == "title":
            continue
        room = rooms[cell.column]
        if cell.columns > 1:
            room = sum(spread.widths[cell.column : cell.column + cell.columns]) / 2 - 0.5
        lines = 1  # nearly every cell: no character is wider than full width
        if len(value) > room or "\n" in value:
            lines = sum(wrapped(line, max(1.0, room)) for line in value.split("\n"))
        height = lines * LINE_HEIGHT + 3.0
        if height > needed.get(cell.row, 0.0):
            needed[cell.row] = height
    heights = needed | {
        row: max(height, needed.get(row, 0.0)) if row in pictured else height
        for row, height in spread.heights
    }
    return replace(spread, heights=tuple(sorted(heights.items())))
