"""Spreads as pages of paper: columns fitted to the width, rows broken, heads repeated."""

from collections.abc import Iterator, Sequence

from leadership_model.papers.fitting import wrapped
from leadership_model.papers.paper import A4, Box, Page, Paper, Paragraph, Picture, Run
from leadership_model.papers.spread import Spread, SpreadCell

MARGIN, FOOT = 120.0, 90.0  # tenths of a millimetre
CHARACTER = 19.5  # width of one narrow character at 11 points, in tenths of a millimetre
POINT = 254 / 72  # tenths of a millimetre
SIZES = {"title": 18.0, "note": 10.0}
LINE = 0.5  # points
PADDING = 12.0  # tenths of a millimetre inside a cell


def paper_of(title: str, spreads: Sequence[Spread]) -> Paper:
    """Lay spreads out on A4, one after another; every sheet counts its own pages."""
    pages: list[Page] = []
    for spread in spreads:
        pages += _pages(spread)
    return Paper(title, tuple(pages))


def _pages(spread: Spread) -> list[Page]:
    wide, high = (A4[1], A4[0]) if spread.landscape else A4
    room = wide - 2 * MARGIN
    natural = sum(spread.widths) * CHARACTER
    scale = min(room / natural, 1.25)
    columns = [width * CHARACTER * scale for width in spread.widths]
    letter = min(scale, 1.0)
    heights = _heights(spread, columns, letter)
    groups = _break(spread, heights, high - 2 * MARGIN - FOOT)
    left = (wide - sum(columns)) / 2
    found = []
    for at, rows in enumerate(groups):
        tops, y = {}, MARGIN
        for row in rows:
            tops[row] = y
            y += heights[row]
        boxes = [
            _box(cell, left, columns, heights, tops, letter)
            for cell in spread.cells
            if cell.row in tops
        ]
        pictures = [
            _picture(cell.picture, _box(cell, left, columns, heights, tops, letter))
            for cell in spread.cells
            if cell.picture and cell.row in tops
        ]
        boxes.append(_foot(spread, wide, high, at + 1, len(groups)))
        found.append(Page(tuple(boxes), tuple(pictures), size=(wide, high)))
    return found


def _size(cell: SpreadCell, letter: float) -> float:
    return max(round(SIZES.get(cell.kind, 11.0) * letter * 2) / 2, 5.0)


def _heights(spread: Spread, columns: Sequence[float], letter: float) -> list[float]:
    """Give the height of each row: what its texts need, at least what the spread asks for."""
    count = max((cell.row + cell.rows for cell in spread.cells), default=0)
    least = dict(spread.heights)
    heights = [max(least.get(row, 0.0) * letter, 18.0 * letter) * POINT for row in range(count)]
    for cell in sorted(spread.cells, key=lambda each: each.rows):
        size = _size(cell, letter)
        width = sum(columns[cell.column : cell.column + cell.columns]) - 2 * PADDING
        room = max(width / POINT / size, 1.0)
        lines = sum(wrapped(line, room) for line in _text(cell).split("\n"))
        need = lines * (size + 2.5) * POINT + PADDING
        rows = range(cell.row, cell.row + cell.rows)
        missing = need - sum(heights[row] for row in rows)
        if missing > 0:
            heights[rows[-1]] += missing
    return heights


def _break(spread: Spread, heights: Sequence[float], room: float) -> list[list[int]]:
    """Put rows on pages; rows joined by a tall cell stay together, heads come again."""
    first, last = spread.repeat if spread.repeat is not None else (0, -1)
    head = list(range(first, last + 1))
    head_height = sum(heights[row] for row in head)
    pages: list[list[int]] = [[]]
    used = 0.0
    for block in _blocks(spread, len(heights)):
        high = sum(heights[row] for row in block)
        if pages[-1] and used + high > room:
            repeated = head if block[0] > last else []
            pages.append(list(repeated))
            used = head_height if repeated else 0.0
        pages[-1] += block
        used += high
    return pages


def _blocks(spread: Spread, count: int) -> list[list[int]]:
    reach = list(range(count))
    for cell in spread.cells:
        # A heading of a group stays with the row below it.
        below = 1 if cell.kind == "group" and cell.row + cell.rows < count else 0
        reach[cell.row] = max(reach[cell.row], cell.row + cell.rows - 1 + below)
    blocks: list[list[int]] = []
    end = -1
    for row in range(count):
        if row > end:
            blocks.append([])
        blocks[-1].append(row)
        end = max(end, reach[row])
    return blocks


def _text(cell: SpreadCell) -> str:
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return str(cell.value)


def _box(
    cell: SpreadCell,
    left: float,
    columns: Sequence[float],
    heights: Sequence[float],
    tops: dict[int, float],
    letter: float,
) -> Box:
    size, bold = _size(cell, letter), cell.kind in ("title", "head", "group")
    line = 0.0 if cell.kind in ("title", "note") else LINE
    paragraphs = tuple(
        Paragraph(runs, cell.align, size + 2.5) for runs in _lines(cell, size, bold=bold)
    )
    return Box(
        left + sum(columns[: cell.column]),
        tops[cell.row],
        sum(columns[cell.column : cell.column + cell.columns]),
        sum(heights[cell.row : cell.row + cell.rows]),
        paragraphs,
        borders=(line, line, line, line),
        tone=cell.tone or ("head" if cell.kind == "head" else ""),
        inset=0.0 if cell.kind in ("title", "note") else PADDING / 2,
    )


def _lines(cell: SpreadCell, size: float, *, bold: bool) -> Iterator[tuple[Run, ...]]:
    """Give the lines of a cell in runs; marked letters are bold."""
    at = 0
    for line in _text(cell).split("\n"):
        runs, done = [], 0
        for first, last in cell.marks:
            begin, end = max(first - at, done), min(last - at, len(line))
            if begin < end:
                runs += [Run(line[done:begin], size, bold)] if begin > done else []
                runs.append(Run(line[begin:end], size, bold=True))
                done = end
        yield (*runs, Run(line[done:], size, bold))
        at += len(line) + 1


def _picture(content: bytes, box: Box) -> Picture:
    """Put a picture into its cell, with a little white around it."""
    around = PADDING / 2
    size = (box.width - 2 * around, box.height - 2 * around)
    return Picture(box.x + around, box.y + around, *size, content)


def _foot(spread: Spread, wide: float, high: float, page: int, pages: int) -> Box:
    text = "　".join(filter(None, (spread.foot, f"第 {page} 页，共 {pages} 页")))
    return Box(
        MARGIN,
        high - MARGIN - FOOT / 2,
        wide - 2 * MARGIN,
        FOOT / 2,
        (Paragraph((Run(text, 9.0),), "right", 11.0),),
    )
