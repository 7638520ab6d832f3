"""A fit 匹配: three separate things about one person and one post, never added up."""

from dataclasses import dataclass

from leadership_model.rules.rule import Severity

DISCLAIMER = "供研判参考，不代替民主推荐、考察和集体讨论决定"
AT_LEAST_ROWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfFit:
    """One weighted condition: points it carries, points got (low and high), have and need."""

    condition: str
    points: float
    got_low: float
    got_high: float
    have: str
    need: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRule:
    """A rule or 资格 condition that is not met (`unknown`: that cannot be decided)."""

    rule: str
    have: str
    need: str
    unknown: bool = False
    severity: Severity = "forbid"


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A rule that time alone cures, and the first month it is met."""

    rule: str
    month: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Person (position) and post (position).

    eligible: all 禁止 rules and 资格 conditions hold (None: it cannot be said). score_low,
    score_high: 0 to 100, of this person and this post alone. structure_delta: score of the team
    with this person in the seat less without; shown beside the score, never part of it.
    rank: 1 + how many of the same eligibility have a score_low above this score_high, both in
    whole numbers as shown (None outside a list).
    """

    person: int
    post: int
    eligible: bool | None
    score_low: float
    score_high: float
    rank: int | None = None
    parts: tuple[PartOfFit, ...] = ()
    failed: tuple[FailedRule, ...] = ()
    near_miss: tuple[NearMiss, ...] = ()
    structure_delta: float | None = None


def shown(score: float) -> int:
    """Round a score to the whole number that is shown (a half goes up)."""
    return int(score + 0.5)
