"""A Paper: pages with boxes of text, pictures and drawings, in tenths of a millimetre."""

from dataclasses import dataclass
from typing import Literal

from leadership_model.charts.spec import ChartSpec

Align = Literal["left", "center", "right", "justify"]
VAlign = Literal["top", "middle", "bottom"]
A4 = (2100, 2970)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face and size (points)."""

    text: str
    size: float = 14.0
    bold: bool = False
    face: str = "宋体"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in one paragraph; `hanging` and `indent` in points, `pitch` line to line in points."""

    runs: tuple[Run, ...]
    align: Align = "left"
    pitch: float = 16.0
    indent: float = 0.0
    hanging: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box with text; borders left, top, right, bottom in points (0 = none).

    `tone` fills it: a verdict tone of charts.spec with words in its colour, `head` with grey;
    `inset` is white at the left and the right, in tenths of a millimetre.
    """

    x: float
    y: float
    width: float
    height: float
    paragraphs: tuple[Paragraph, ...] = ()
    valign: VAlign = "middle"
    borders: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    tone: str = ""
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside its box in its own proportions; `fill`: it fills it, the rest is cut off."""

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn into its box."""

    x: float
    y: float
    width: float
    height: float
    chart: ChartSpec


@dataclass(frozen=True, slots=True)
class Page:
    """One page, portrait A4 unless said otherwise."""

    boxes: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    size: tuple[float, float] = A4


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document."""

    title: str
    pages: tuple[Page, ...]
