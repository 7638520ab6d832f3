"""A flow laid out on pages of A4: every line is broken here, so page numbers are known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from leadership_model.papers.breaking import lines, width_of
from leadership_model.papers.flow import (
    CELL,
    CELL_HEAD,
    LOOKS,
    MARGINS,
    Block,
    Contents,
    Flow,
    FlowCharts,
    FlowTable,
    Look,
    NewPage,
    Words,
)
from leadership_model.papers.paper import A4, Align, Box, Drawing, Page, Paper, Paragraph, Run

POINT = 254 / 72  # tenths of a millimetre
TOP, RIGHT, BOTTOM, LEFT = MARGINS
WIDE = A4[0] - LEFT - RIGHT
ROOM = A4[1] - BOTTOM
PADDING = 12.0  # left and right of a text in a cell, tenths of a millimetre
SLACK = 150.0  # more room than a line needs: it is broken here and nowhere else
GAP = 40.0  # between charts side by side
LINE = 0.5  # points


@dataclass(slots=True)
class _Sheet:
    """The pages so far, and how far down the last one is filled."""

    pages: list[tuple[list[Box], list[Drawing]]] = field(default_factory=list)
    y: float = TOP
    anchors: dict[str, int] = field(default_factory=dict)

    def turn(self) -> None:
        self.pages.append(([], []))
        self.y = TOP

    def need(self, height: float) -> None:
        """Turn the page where a height finds no room on it."""
        if not self.pages or (self.y + height > ROOM + 1 and self.y > TOP):
            self.turn()

    @property
    def boxes(self) -> list[Box]:
        return self.pages[-1][0]


def paper_of(flow: Flow, first: int = 1) -> Paper:
    """Lay a flow out; `first` is the number of its first page.

    A table of contents is laid out twice: the pages it points to are known afterwards.
    """
    sheet = _laid(flow.blocks, {})
    if any(isinstance(each, Contents) for each in flow.blocks):
        sheet = _laid(flow.blocks, {name: at + first for name, at in sheet.anchors.items()})
    pages = []
    for number, (boxes, drawings) in enumerate(sheet.pages, first):
        foot = _foot(flow.foot, number)
        pages.append(Page((*boxes, *foot), drawings=tuple(drawings)))
    return Paper(flow.title, tuple(pages))


def anchors(flow: Flow) -> Mapping[str, int]:
    """Give the page, from 1, each anchor of a flow comes to stand on."""
    return {name: at + 1 for name, at in _laid(flow.blocks, {}).anchors.items()}


def _laid(blocks: Sequence[Block], known: Mapping[str, int]) -> _Sheet:
    sheet = _Sheet()
    for at, block in enumerate(blocks):
        match block:
            case Words():
                following = blocks[at + 1] if at + 1 < len(blocks) else None
                _words(sheet, block, following)
            case FlowTable():
                _table(sheet, block)
            case FlowCharts():
                _charts(sheet, block)
            case NewPage():
                sheet.turn()
            case Contents():
                _contents(sheet, block, known)
            case _:
                assert_never(block)
    if not sheet.pages:
        sheet.turn()
    return sheet


def _words(sheet: _Sheet, block: Words, following: Block | None) -> None:
    look = LOOKS[block.kind]
    room = WIDE / POINT / look.size
    broken = lines(block.text, room, look.first)
    high = look.pitch * POINT
    # A heading never stands alone at the foot of a page.
    ahead = 0.0
    if block.kind in ("h1", "h2", "caption"):
        ahead = _least(following)
    sheet.need(look.before * POINT + min(len(broken), 2) * high + ahead)
    if block.anchor:
        sheet.anchors[block.anchor] = len(sheet.pages) - 1
    sheet.y += look.before * POINT if sheet.y > TOP else 0.0
    for number, text in enumerate(broken):
        sheet.need(high)
        indent = look.first * look.size * POINT if number == 0 else 0.0
        sheet.boxes.append(_line(text, LEFT + indent, sheet.y, WIDE - indent, look, look.align))
        sheet.y += high
    sheet.y += look.after * POINT


def _least(following: Block | None) -> float:
    """Give the room a heading wants below it."""
    if isinstance(following, FlowCharts):
        return following.height + 100.0
    if isinstance(following, FlowTable):
        return 4 * CELL.pitch * POINT + 60.0
    return LOOKS["body"].pitch * POINT if following is not None else 0.0


def _line(text: str, x: float, y: float, width: float, look: Look, align: Align) -> Box:
    paragraph = Paragraph((Run(text, look.size, face=look.face),), align, look.pitch)
    if align == "center":
        return Box(x - SLACK, y, width + 2 * SLACK, look.pitch * POINT, (paragraph,))
    return Box(x, y, width + SLACK, look.pitch * POINT, (paragraph,))


def _table(sheet: _Sheet, block: FlowTable) -> None:
    if block.caption:
        _words(sheet, Words("caption", block.caption), block)
    widths = _widths(block)
    head = [[each.title, "head", "center"] for each in block.columns]
    heads, head_height = _row(widths, [(t, tone, "center") for t, tone, _ in head], CELL_HEAD)
    rows = [
        _row(
            widths,
            [
                (cell.text, cell.tone, column.align)
                for cell, column in zip(row, block.columns, strict=True)
            ],
            CELL,
        )
        for row in block.rows
    ]
    first = rows[0][1] if rows else 0.0
    sheet.need(head_height + first)
    _put(sheet, heads, head_height)
    for boxes, height in rows:
        if sheet.y + height > ROOM + 1 and sheet.y > TOP + head_height + 1:
            sheet.turn()
            _put(sheet, heads, head_height)
        _put(sheet, boxes, height)
    sheet.y += 3 * POINT


def _widths(block: FlowTable) -> list[float]:
    total = sum(each.width for each in block.columns)
    return [WIDE * each.width / total for each in block.columns]


def _row(
    widths: Sequence[float], cells: Sequence[tuple[str, str, Align]], look: Look
) -> tuple[list[Box], float]:
    """Give the boxes of a row at height 0, and how high it is."""
    broken = [
        lines(text, max((width - 2 * PADDING) / POINT / look.size, 1.0))
        for width, (text, _, _) in zip(widths, cells, strict=True)
    ]
    height = max(len(each) for each in broken) * look.pitch * POINT + 14.0
    boxes, x = [], LEFT
    for width, (_, tone, align), texts in zip(widths, cells, broken, strict=True):
        paragraphs = tuple(
            Paragraph((Run(text, look.size, face=look.face),), align, look.pitch) for text in texts
        )
        borders = (LINE, LINE, LINE, LINE)
        inset = 0.0 if align == "center" else PADDING / 2
        boxes.append(
            Box(x, 0.0, width, height, paragraphs, borders=borders, tone=tone, inset=inset)
        )
        x += width
    return boxes, height


def _put(sheet: _Sheet, boxes: Sequence[Box], height: float) -> None:
    for box in boxes:
        sheet.boxes.append(
            Box(
                box.x,
                sheet.y,
                box.width,
                height,
                box.paragraphs,
                box.valign,
                box.borders,
                box.tone,
                box.inset,
            )
        )
    sheet.y += height


def _charts(sheet: _Sheet, block: FlowCharts) -> None:
    caption = LOOKS["caption"]
    high = block.height + caption.pitch * POINT
    sheet.need(high + 30.0)
    count = len(block.charts)
    width = (WIDE - GAP * (count - 1)) / count
    for at, (chart, text) in enumerate(zip(block.charts, block.captions, strict=True)):
        x = LEFT + at * (width + GAP)
        sheet.pages[-1][1].append(Drawing(x, sheet.y + 10.0, width, block.height - 10.0, chart))
        sheet.boxes.append(_line(text, x, sheet.y + block.height, width, caption, "center"))
    sheet.y += high + 20.0


def _contents(sheet: _Sheet, block: Contents, known: Mapping[str, int]) -> None:
    look = LOOKS["body"]
    high, room = look.pitch * POINT, WIDE / POINT / look.size
    for text, anchor in block.entries:
        number = str(known.get(anchor, 0) or "")
        left = room - width_of(number) - 1.0
        broken = lines(text, left)
        for at, each in enumerate(broken):
            sheet.need(high)
            shown = each
            if at == len(broken) - 1:
                shown += "…" * max(int(left - width_of(each)), 0)
                sheet.boxes.append(_line(number, LEFT, sheet.y, WIDE - SLACK, look, "right"))
            sheet.boxes.append(_line(shown, LEFT, sheet.y, WIDE, look, "left"))
            sheet.y += high


def _foot(text: str, number: int) -> Iterator[Box]:
    """Give the small line of a page and its number: odd ones at the right, even at the left."""
    small = Look(face="宋体", size=8, pitch=10.5)
    y = A4[1] - BOTTOM + 40.0
    for line in lines(text, WIDE / POINT / small.size)[:3]:
        yield _line(line, LEFT, y, WIDE, small, "left")
        y += small.pitch * POINT
    look = Look(face="宋体", size=14, pitch=16)
    align: Align = "right" if number % 2 else "left"
    paragraph = Paragraph((Run(f"— {number} —", 14, face="宋体"),), align, look.pitch)
    yield Box(LEFT + 50, A4[1] - BOTTOM + 170, WIDE - 100, 16 * POINT, (paragraph,))
