"""A column as data: what it is called, what stands in it, how it sorts.

Reading a list of these is reading the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ui.tables.cell import Shown, cell_of

Align = Literal["left", "right", "center"]
Item = Any  # what a row stands for: a position in the snapshot, a Finding, a Fit ...
Keys = Any  # an integer or float array, or a list of texts and None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column over items.

    cell: what stands there, asked only for the rows in sight. keys: sort keys of all items at once:
    an integer array (negative = missing), a float array (NaN = missing), or texts and None; missing
    ones come last in both directions. Without keys the texts sort by pinyin. texts: the plain texts
    of all items, for filtering and finding; default: from `cell`. search: typing into the filter
    and type-to-jump look here. shown: whether it is visible until the user decides otherwise.
    """

    id: str
    title: str
    cell: Callable[[Item], Shown]
    width: int = 96
    align: Align = "left"
    keys: Callable[[Sequence[Item]], Keys] | None = None
    texts: Callable[[Sequence[Item]], Sequence[str]] | None = None
    tip: Callable[[Item], str] | None = None
    heading_tip: str = ""
    search: bool = False
    shown: bool = True
    stretch: bool = False
    fixed: bool = False  # cannot be hidden, and stays in sight while it stands first
    listed: bool = True  # offered in the menu of the header, also while it is hidden

    def texts_of(self, items: Sequence[Item]) -> Sequence[str]:
        """Give the plain texts of all items."""
        if self.texts is not None:
            return self.texts(items)
        return [cell_of(self.cell(item)).plain() for item in items]
