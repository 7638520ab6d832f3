"""A requirement 要求 and its twelve kinds. Data with one meaning; `assessment.judge` reads it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from leadership_model.conditions.tree import Condition


@dataclass(frozen=True, slots=True)
class Count:
    """x = members who satisfy the condition."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Share:
    """As Count; the target is a share p of the N members present: ≥ ceil(p N), ≤ floor(p N)."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Average:
    """x = mean of a number element over all members present."""

    element: str


@dataclass(frozen=True, slots=True)
class Extent:
    """x = max - min of a number element."""

    element: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One band low <= value <= high of a ladder with how many members it wants."""

    low: float | None
    high: float | None
    at_least: int
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """x = sum over rungs of members missing or too many; target 0."""

    element: str
    rungs: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """x = how many of the values are held by `each` members or more."""

    element: str
    values: tuple[str, ...]
    each: int = 1


@dataclass(frozen=True, slots=True)
class Distinct:
    """x = different values among the members."""

    element: str


@dataclass(frozen=True, slots=True)
class Concentration:
    """x = the largest number of members who share one value."""

    element: str


@dataclass(frozen=True, slots=True)
class Every:
    """x = members that break the condition; target 0."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class Apart:
    """x = pairs of members that share a value of every one of these elements; target 0.

    Never kinship: that is a rule's matter.
    """

    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """x = occupied seats of the scope that take quota, against the target inside the quota."""


@dataclass(frozen=True, slots=True)
class Carried:
    """x = functions whose carrying post is held by somebody who meets its requirement sheet."""

    functions: tuple[str, ...]


Measure = (
    Count
    | Share
    | Average
    | Extent
    | Ladder
    | Cover
    | Distinct
    | Concentration
    | Every
    | Apart
    | Filled
    | Carried
)
Role = Literal["全部", "正职", "副职", "其他"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which members a requirement looks at: by role, or holders of posts carrying a function."""

    role: Role = "全部"
    function: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement. `lo`, `hi`: target (a fraction of members for Share); None = open.

    `lo_per`, `hi_per`: what a bound grows by with every member present in the scope: lo 1, lo_per
    1/3 asks for a third of the members and one more (see `bounds.bounds_at`).
    `tolerance` None: the kind's own (see `assessment.target`). `points` 0: shown, not scored.
    """

    id: str
    dimension: str
    label: str
    measure: Measure
    scope: Scope = Scope()
    lo: Fraction | None = None
    hi: Fraction | None = None
    lo_per: Fraction = Fraction(0)
    hi_per: Fraction = Fraction(0)
    ideal_lo: Fraction | None = None
    ideal_hi: Fraction | None = None
    tolerance: float | None = None
    points: float = 0.0
    veto: bool = False
    effective: int | None = None
    basis: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        alike = self.lo_per == self.hi_per
        if self.lo is not None and self.hi is not None and alike and self.lo > self.hi:
            raise ValueError(f"要求“{self.label}”的下限 {self.lo} 高于上限 {self.hi}")
        if (self.lo is None and self.lo_per) or (self.hi is None and self.hi_per):
            raise ValueError(f"要求“{self.label}”按人数计算的目标没有写全")
        if self.points < 0:
            raise ValueError(f"要求“{self.label}”的分值不能为负")
