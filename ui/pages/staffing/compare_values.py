"""What a comparison of plans shows, as values. No Qt."""

from dataclasses import dataclass

from ui import names
from ui.tables.cell import EMPTY, Cell

NONE = Cell(text=names.NOTHING, faint=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table: what it is about, today, and a cell for each plan.

    people: ids of those behind it, of the first plan that has any.
    """

    id: str
    head: Cell
    more: Cell = EMPTY
    today: Cell = EMPTY
    cells: tuple[Cell, ...] = ()
    changed: bool = True
    split: bool = False
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables of one comparison."""

    totals: tuple[Line, ...]
    teams: tuple[Line, ...]
    requirements: tuple[Line, ...]
    people: tuple[Line, ...]
    moves: tuple[Line, ...]
    rules: tuple[Line, ...]
