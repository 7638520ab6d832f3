"""A flow as a Word file. Charts go in as pictures that somebody else has painted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from leadership_model.charts.spec import ChartSpec
from leadership_model.papers import word
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
from leadership_model.papers.pages import GAP, WIDE, anchors
from leadership_model.papers.paper import A4

NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass(slots=True)
class _Document:
    """What was written so far."""

    pages: Mapping[str, int]
    parts: list[str] = field(default_factory=list)
    pictures: int = 0
    marks: int = 0


def charts_of(flow: Flow) -> tuple[tuple[ChartSpec, float, float], ...]:
    """List the charts to paint, each with width and height in tenths of a millimetre."""
    return tuple(
        (chart, width_of(block), block.height)
        for block in flow.blocks
        if isinstance(block, FlowCharts)
        for chart in block.charts
    )


def write(path: Path, flow: Flow, pictures: Sequence[bytes]) -> None:
    """Write a flow to a file; `pictures` are PNGs of its charts in their order."""
    numbered = any(isinstance(each, Contents) for each in flow.blocks)
    made = _Document(anchors(flow) if numbered else {})
    for at, block in enumerate(flow.blocks):
        following = flow.blocks[at + 1] if at + 1 < len(flow.blocks) else None
        _add(made, block, following)
    feet = [_foot(flow.foot, "right"), _foot(flow.foot, "left")]
    made.parts.append(word.section(A4, MARGINS, {"default": "f1", "even": "f2"}, foot=130.0))
    word.write(path, flow.title, "".join(made.parts), feet, pictures, mirrored=True)


def _add(made: _Document, block: Block, following: Block | None) -> None:
    match block:
        case Words():
            made.parts.append(_words(made, block, following))
        case FlowTable():
            if block.caption:
                made.parts.append(_words(made, Words("caption", block.caption), block))
            made.parts.append(_table(block))
            made.parts.append(word.paragraph("", pitch=4.0))
        case FlowCharts():
            made.parts += _charts(made, block)
        case NewPage():
            made.parts.append(NEW_PAGE)
        case Contents():
            made.parts += _contents(made, block)
        case _:
            assert_never(block)


def _words(made: _Document, block: Words, following: Block | None) -> str:
    look = LOOKS[block.kind]
    inside = word.run(block.text, look.face, look.size)
    if block.anchor:
        made.marks += 1
        inside = (
            f'<w:bookmarkStart w:id="{made.marks}" w:name="{block.anchor}"/>{inside}'
            f'<w:bookmarkEnd w:id="{made.marks}"/>'
        )
    holds = block.kind in ("title", "h1", "h2", "caption") and following is not None
    extra = "<w:keepNext/>" if holds else ""
    return word.paragraph(
        inside,
        align="justify" if look.align == "left" else look.align,
        pitch=look.pitch,
        first=look.first * look.size,
        before=look.before,
        after=look.after,
        extra=extra,
    )


def _table(block: FlowTable) -> str:
    total = sum(each.width for each in block.columns)
    widths = [word.twips(WIDE * each.width / total) for each in block.columns]
    heads = [
        word.cell(_text(each.title, CELL_HEAD, "center", ""), width, tone="head")
        for each, width in zip(block.columns, widths, strict=True)
    ]
    rows = [word.row(heads, head=True)]
    for line in block.rows:
        cells = [
            word.cell(_text(each.text, CELL, column.align, each.tone), width, tone=each.tone)
            for each, column, width in zip(line, block.columns, widths, strict=True)
        ]
        rows.append(word.row(cells))
    return word.table(widths, rows)


def _text(text: str, look: Look, align: str, tone: str) -> str:
    color = word.TINTS[tone][1] if tone in word.TINTS else ""
    inside = word.run(text, look.face, look.size, color=color)
    return word.paragraph(inside, align=align, pitch=look.pitch, before=1.5, after=1.5)


def width_of(block: FlowCharts) -> float:
    """Give the width of each picture; the cells keep some room around it."""
    count = len(block.charts)
    return (WIDE - GAP * (count - 1)) / count - 40.0


def _charts(made: _Document, block: FlowCharts) -> Iterator[str]:
    """Put charts side by side in a table without lines, the captions below them."""
    count, width = len(block.charts), width_of(block)
    cells, captions = [], []
    look, across = LOOKS["caption"], word.twips(WIDE / count)
    for words in block.captions:
        made.pictures += 1
        number = made.pictures
        drawn = word.picture(number, f"p{number}", (width, block.height), words)
        inside = word.paragraph(drawn, align="center", extra="<w:keepNext/>")
        cells.append(word.cell(inside, across, borders=False))
        text = word.run(words, look.face, look.size)
        inside = word.paragraph(text, align="center", pitch=look.pitch)
        captions.append(word.cell(inside, across, borders=False))
    yield word.table([across] * count, [word.row(cells), word.row(captions)])
    yield word.paragraph("", pitch=4.0)


def _contents(made: _Document, block: Contents) -> Iterator[str]:
    """Write the entries with the page each stands on, a field Word works out anew."""
    look = LOOKS["body"]
    right = word.twips(WIDE)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
    for text, anchor in block.entries:
        shown = str(made.pages.get(anchor, ""))
        inside = (
            word.run(text, look.face, look.size)
            + "<w:r><w:tab/></w:r>"
            + word.field(f" PAGEREF {anchor} ", shown, look.face, look.size)
        )
        yield word.paragraph(inside, pitch=look.pitch, extra=tab)


def _foot(text: str, align: str) -> str:
    small = word.paragraph(word.run(text, "宋体", 8), pitch=10.5)
    number = (word.run("— ", "宋体", 14) + word.field(" PAGE ", "1", "宋体", 14)) + word.run(
        " —", "宋体", 14
    )
    return word.foot_part(small + word.paragraph(number, align=align, pitch=18, before=4))


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Give every text of some blocks, in order: what a reader or a test looks through."""
    for block in blocks:
        match block:
            case Words():
                yield block.text
            case FlowTable():
                yield from (each.title for each in block.columns)
                yield from (cell.text for row in block.rows for cell in row)
            case FlowCharts():
                yield from block.captions
            case Contents():
                yield from (text for text, _ in block.entries)
            case NewPage():
                continue
            case _:
                assert_never(block)
