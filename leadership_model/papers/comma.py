"""A spread as comma-separated text: headings and rows, UTF-8 with BOM, so that Excel reads it.

What a spreadsheet would take for a formula (text that begins with = + - @) gets an apostrophe in
front, as spreadsheets themselves mark text.
"""

import csv
import io
from pathlib import Path

from leadership_model.papers.placing import placed
from leadership_model.papers.spread import Spread

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(path: Path, spread: Spread) -> None:
    """Write the table to a file; the old file stays as it was if anything fails."""
    with placed(path) as partial:
        Path(partial).write_text(text_of(spread), "utf-8", newline="")


def text_of(spread: Spread) -> str:
    """Write the headings as one row and the rows under them; titles and notes are left out."""
    first, last = spread.repeat or (0, 0)
    grid: dict[int, dict[int, str]] = {}
    heads: dict[int, list[str]] = {}
    for cell in spread.cells:
        if first <= cell.row <= last:
            for column in range(cell.column, cell.column + cell.columns):
                heads.setdefault(column, []).append(str(cell.value).replace("\n", ""))
        elif cell.row > last:
            grid.setdefault(cell.row, {})[cell.column] = plain(cell.value)
    width = len(spread.widths)
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow([plain(" ".join(heads.get(column, ()))) for column in range(width)])
    for row in sorted(grid):
        lines.writerow([grid[row].get(column, "") for column in range(width)])
    return BOM + out.getvalue()


def plain(value: str | float) -> str:
    """Write a value so that no program takes it for a formula."""
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.startswith(FORMULA) else value
