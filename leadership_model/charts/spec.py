"""ChartSpec: what a chart shows. `tone` names a token of the theme, `ids` the people behind."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal[
    "green", "yellow", "red", "grey", "accent", "c1", "c2", "c3", "c4", "c5", "c6", "veto", "none"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: value, an optional target band, and the ids (people or teams) behind it."""

    label: str
    value: float
    tone: Tone = "c1"
    lo: float | None = None
    hi: float | None = None
    note: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars of one measure; `horizontal` for long labels; also histograms (`edges` set)."""

    title: str
    bars: tuple[Bar, ...]
    unit: str = ""
    horizontal: bool = False
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The age ladder: one step per band with how many are there and how many are wanted."""

    title: str
    rungs: tuple[Bar, ...]
    unit: str = "人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis of a radar, 0 to 100; low < high where data is missing."""

    label: str
    low: float
    high: float
    reference: float | None = None
    note: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar:
    """A radar over dimensions with an optional reference (the city mean, say)."""

    title: str
    axes: tuple[Axis, ...]
    reference_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One cell of a heat map: a mark (state or verdict tone), a short text, the id it opens.

    `strength`: for counts, how strong the tone is laid on, 0 to 1.
    """

    row: int
    column: int
    tone: Tone
    text: str = ""
    note: str = ""
    id: str = ""
    pattern: Literal["solid", "ring", "dashed", "veto"] = "solid"
    strength: float = 0.18


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Rows x columns of marks."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of months on one lane; end is exclusive; `open` runs on beyond the chart."""

    lane: int
    start: int
    end: int
    label: str
    tone: Tone = "c1"
    note: str = ""
    ids: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Lanes of stretches over months (a career, several careers), with marked months."""

    title: str
    start: int
    end: int
    lanes: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    marks: tuple[tuple[int, str], ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a line chart; points (x, y) in order of x."""

    label: str
    points: tuple[tuple[float, float], ...]
    tone: Tone = "c1"
    dashed: bool = False
    steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines over a common x: best and bound over seconds, heads over months.

    `x_months`: x values are month indices. `shade`: indices of two lines with the room between
    them shaded (the gap).
    """

    title: str
    lines: tuple[Line, ...]
    x_label: str = ""
    y_label: str = ""
    x_months: bool = False
    shade: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """The score of a team between its red and its green line; None = no model, no score.

    `state` is a state of a team (green, veto, unknown ...), `label` the words for it.
    """

    title: str
    low: float | None
    high: float | None
    red: float
    green: float
    state: str
    label: str
    note: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyramid:
    """Two sides by band, the youngest band first: people by age and sex."""

    title: str
    left_label: str
    right_label: str
    bands: tuple[tuple[Bar, Bar], ...]  # left and right of each band, under one label
    unit: str = "人"


ChartSpec = Bars | Pyramid | Ladder | Radar | HeatMap | Timeline | Lines | Dial
