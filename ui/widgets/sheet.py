"""A small table as a value: cells that show something and lead somewhere. No Qt."""

from dataclasses import dataclass
from typing import Literal

from ui.tables.cell import Cell

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A measured value or range against a target, on a scale from `start` to `end`."""

    start: float
    end: float
    lo: float | None
    hi: float | None
    low: float
    high: float
    verdict: str

    def place(self, value: float) -> float:
        """Give the place of a value on the scale, 0 to 1."""
        span = self.end - self.start
        return min(max((value - self.start) / span, 0.0), 1.0) if span > 0 else 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCell:
    """One cell: what stands there, the request a click asks for, and why it says what it says.

    `rows`: over how many rows it reaches; the cells it covers are left out as None.
    """

    cell: Cell
    request: object = None
    tip: str = ""
    band: Band | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A heading; `width` in px at 100 %, `stretch` its share of what is left over."""

    title: str
    width: int = 80
    align: Align = "left"
    stretch: int = 0
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Columns and rows; a None is covered by a cell above it."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell | None, ...], ...]
    heading_lines: int = 1

    def texts(self) -> list[list[str]]:
        """Give headings and rows as plain texts, for copying."""
        rows = [["" if each is None else plain(each) for each in row] for row in self.rows]
        return [[each.title for each in self.columns], *rows]

    def transposed(self, title: str) -> "Sheet":
        """Give rows for columns, for narrow places; the first column heads the new rows."""
        heads = [row[0] for row in self.rows]
        columns = [SheetColumn(title=title, width=150, stretch=2)]
        columns += [
            SheetColumn(title="" if head is None else plain(head), width=88, stretch=1)
            for head in heads
        ]
        rows = [
            (
                SheetCell(cell=Cell(text=column.title), tip=column.tip),
                *(row[at + 1] for row in self.rows),
            )
            for at, column in enumerate(self.columns[1:])
        ]
        return Sheet(columns=tuple(columns), rows=tuple(rows))


def plain(cell: SheetCell) -> str:
    """Write a cell as text; a band has none of its own."""
    return cell.cell.plain()
