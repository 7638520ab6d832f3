"""Photos put into the column 照片 of a roster, whose rows grow as high as a photo needs."""

from collections.abc import Sequence
from dataclasses import replace

from leadership_model.papers.spread import Spread

COLUMN = "照片"
ROW = 66.0  # points


def wants_photos(spread: Spread) -> bool:
    """Say whether a roster has a column for photos."""
    return _column(spread) is not None


def photographed(spread: Spread, photos: Sequence[bytes | None]) -> Spread:
    """Put the photos into the rows of people, in their order; unit rows take none.

    Without a column for photos the roster stays as it is.
    """
    column = _column(spread)
    if column is None or spread.repeat is None:
        return spread
    rows = sorted(
        cell.row
        for cell in spread.cells
        if cell.row > spread.repeat[1] and cell.column == column and cell.kind == "text"
    )
    given = dict(zip(rows, photos, strict=True))
    cells = tuple(
        replace(cell, picture=given.get(cell.row)) if cell.column == column else cell
        for cell in spread.cells
    )
    heights = dict(spread.heights)
    heights |= {row: max(heights.get(row, 0.0), ROW) for row in rows}
    return replace(spread, cells=cells, heights=tuple(sorted(heights.items())))


def _column(spread: Spread) -> int | None:
    heads = (cell for cell in spread.cells if cell.kind == "head")
    return next((cell.column for cell in heads if cell.value == COLUMN), None)
