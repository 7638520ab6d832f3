"""A structure model 结构模型 of a team category, and portraits 岗位画像 of its key posts."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from leadership_model.conditions.tree import Condition
from leadership_model.structure.requirement import Requirement

# The six headings under which conditions of portraits stand, in the order they are read.
HEADINGS = ("常用", "约束性", "岗位必要", "专业要求", "优先性", "班子需要")
OF_QUALIFICATIONS, OF_WEIGHTS = "岗位必要", "优先性"


@dataclass(frozen=True, slots=True)
class Term:
    """What stands beside a 资格 condition: its heading and the basis it cites itself."""

    heading: str = OF_QUALIFICATIONS
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """增量 / 减量: an inherited requirement whose target and ideal move by `by`.

    What is changed above still reaches the team; only the distance is the team's own.
    """

    requirement: str
    by: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A 权重 condition. Either a condition (v = 1 / 0), or a number element graded linearly.

    Graded: v = 0 at `start`, 1 at `full`, linear between (start > full grades downwards).
    """

    label: str
    points: float
    condition: Condition | None = None
    element: str | None = None
    start: float = 0.0
    full: float = 0.0
    basis: str = ""
    heading: str = OF_WEIGHTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a kind of post asks of its holder: 资格 must hold, 权重 carry points.

    Applies to posts of `category` (and `place`) whose name, role or post kind fit those given;
    None = any. `post` names one post by id and goes before all others. `terms` stand beside the
    qualifications in their order; those that are missing are plain.
    """

    id: str
    label: str
    category: str
    place: str | None = None
    role: str | None = None
    post_kind: str | None = None
    post: str | None = None
    key: bool = False
    qualifications: tuple[Condition, ...] = ()
    terms: tuple[Term, ...] = ()
    weights: tuple[Weight, ...] = ()
    basis: str = ""

    def qualified(self) -> tuple[tuple[Condition, Term], ...]:
        """Give each 资格 condition with what stands beside it."""
        pairs = zip_longest(self.qualifications, self.terms[: len(self.qualifications)])
        return tuple((condition, term or Term()) for condition, term in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One published version. State: red below `red`, green from `green` up.

    One with a `sub_category` or a `team` is a difference laid over what is below it (see
    `inherit`). `seen` and `seen_portraits` are the lines below as they were when the difference
    changed or removed them: a change below is a conflict only where it touches one of these.
    """

    id: str
    category: str
    label: str
    version: int = 1
    sub_category: str | None = None
    team: str | None = None
    place: str | None = None
    effective: int = 0
    red: float = 60.0
    green: float = 85.0
    own_lines: bool = False  # a difference: its red and green lines replace those below it
    requirements: tuple[Requirement, ...] = ()
    removed: frozenset[str] = frozenset()  # ids of inherited requirements and portraits taken away
    portraits: tuple[Portrait, ...] = ()
    adjusted: tuple[Adjustment, ...] = ()
    seen: tuple[Requirement, ...] = ()
    seen_portraits: tuple[Portrait, ...] = ()

    def __post_init__(self) -> None:
        if self.red > self.green:
            raise ValueError(f"模型“{self.label}”的红线 {self.red} 高于绿线 {self.green}")

    def is_difference(self) -> bool:
        """Say whether it holds only what is different from the layers below it."""
        return self.sub_category is not None or self.team is not None
