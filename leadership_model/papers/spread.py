"""A spreadsheet as a value: rows of cells that may span, ready for xlsx or paper."""

from dataclasses import dataclass
from typing import Literal

CellKind = Literal["title", "note", "head", "group", "text", "number", "mark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadCell:
    """One cell from (row, column) on. `tone` is a verdict tone of charts.spec, or empty."""

    row: int
    column: int
    value: str | float | int
    rows: int = 1
    columns: int = 1
    kind: CellKind = "text"
    tone: str = ""
    align: Literal["left", "center", "right"] = "center"


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
