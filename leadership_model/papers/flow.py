"""A text that flows over pages: headings, paragraphs, tables and charts, in order.

The look is that of official documents (GB/T 9704-2012): A4, type area 156 x 225 mm, title in
方正小标宋 二号, text in 仿宋 三号, headings in 黑体 and 楷体 三号, page numbers in 宋体 四号.
`pages` lays a flow out on paper, `word` writes it as a Word file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leadership_model.charts.spec import ChartSpec
from leadership_model.papers.paper import Align

Kind = Literal["title", "subtitle", "h1", "h2", "body", "note", "caption"]
MARGINS = (370.0, 260.0, 350.0, 280.0)  # top, right, bottom, left in tenths of a millimetre
TITLE_FACE, TEXT_FACE, HEAD_FACE, SECOND_FACE = "方正小标宋简体", "仿宋", "黑体", "楷体"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a kind of paragraph is set: sizes in points, `first` in characters."""

    face: str
    size: float
    pitch: float
    first: float = 0.0
    align: Align = "left"
    before: float = 0.0
    after: float = 0.0


LOOKS: dict[str, Look] = {
    "title": Look(face=TITLE_FACE, size=22, pitch=34, align="center", after=6),
    "subtitle": Look(face=SECOND_FACE, size=16, pitch=28, align="center", after=8),
    "h1": Look(face=HEAD_FACE, size=15.75, pitch=28.5, first=2, before=4),
    "h2": Look(face=SECOND_FACE, size=15.75, pitch=28.5, first=2),
    "body": Look(face=TEXT_FACE, size=15.75, pitch=28.5, first=2),
    "note": Look(face=TEXT_FACE, size=10.5, pitch=16, before=3),
    "caption": Look(face=HEAD_FACE, size=10.5, pitch=16, align="center", before=4, after=2),
}
CELL = Look(face=TEXT_FACE, size=10.5, pitch=13.5)
CELL_HEAD = Look(face=HEAD_FACE, size=10.5, pitch=14.5, align="center")


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph. `anchor` names a place a table of contents points to."""

    kind: Kind
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class FlowColumn:
    """One column of a table; `width` is its share of the whole."""

    title: str
    width: float
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A cell with a tone (a verdict tone of charts.spec, or empty)."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table over the width of the type area; the heads come again on every page."""

    columns: tuple[FlowColumn, ...]
    rows: tuple[tuple[FlowCell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class FlowCharts:
    """Charts side by side, each with a caption below, `height` in tenths of a millimetre."""

    charts: tuple[ChartSpec, ...]
    captions: tuple[str, ...]
    height: float = 620.0


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: the words of each entry and the anchor whose page is printed."""

    entries: tuple[tuple[str, str], ...]


Block = Words | FlowTable | FlowCharts | NewPage | Contents


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole document; `foot` stands small on every page above its number."""

    title: str
    blocks: tuple[Block, ...]
    foot: str = ""


def table(
    columns: tuple[FlowColumn, ...],
    rows: Iterable[Sequence[str | FlowCell]],
    caption: str = "",
) -> FlowTable:
    """Make a table of texts and cells; a short row is refused."""
    made = []
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"the row {row!r} does not fit {len(columns)} columns")
        made.append(tuple(FlowCell(each) if isinstance(each, str) else each for each in row))
    return FlowTable(columns, tuple(made), caption)
