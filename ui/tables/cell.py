"""What stands in one cell, as a value that is prepared once and only painted afterwards."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar inside a cell: (value, tone) parts over `total`.

    `low`..`high` is drawn as a dashed outline where the value is only known as a range; `marks`
    are thin lines (red line, green line) as (value, tone).
    """

    parts: tuple[tuple[float, str], ...]
    total: float = 100.0
    low: float | None = None
    high: float | None = None
    marks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. Colours are names of tokens, chart tones or verdicts; see `ui.theme.color`.

    tail: more text after `text`, in the second text colour; second: a second line (for rows of
    double height); mark: a verdict or state; tint: a verdict whose tint fills the cell; chip: a
    short text on a tinted ground after the text, `chip_tone` as in `ui.widgets.chips`; check: None
    = no box; avatar: one character on a neutral tile; link: in the accent colour.
    """

    text: str = ""
    tail: str = ""
    second: str = ""
    mark: str = ""
    icon: str = ""
    tone: str = "text"
    tint: str = ""
    bold: bool = False
    link: bool = False
    faint: bool = False
    strike: bool = False
    bar: Bar | None = None
    chip: str = ""
    chip_tone: str = ""
    check: bool | None = None
    avatar: str = ""

    def plain(self) -> str:
        """Write the cell as text, for copying and filtering."""
        parts = (self.text, self.tail, self.chip)
        joined = " ".join(part for part in parts if part)
        return f"{joined} {self.second}".strip() if self.second else joined


EMPTY = Cell()
Shown: TypeAlias = Cell | str


def cell_of(shown: Shown) -> Cell:
    """Make a cell of what a column gives: a cell, or a text alone."""
    return shown if isinstance(shown, Cell) else Cell(text=shown)
