"""What an assessment says: one finding per requirement, one assessment per team."""

from dataclasses import dataclass
from typing import Literal

from leadership_model.rules.rule import RuleResult

Verdict = Literal["green", "yellow", "red", "unknown"]
State = Literal["unconfigured", "veto", "red", "yellow", "green", "unknown"]
VERDICT_WORDS = {"green": "达标", "yellow": "接近", "red": "不达标", "unknown": "待核"}
STATE_WORDS = {
    "unconfigured": "未配置",
    "veto": "一票否决",
    "red": "红",
    "yellow": "黄",
    "green": "绿",
    "unknown": "待核",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One requirement judged. x lies in [measured_low, measured_high]; None = nobody to measure.

    `lo`, `hi`: the bounds as applied (for a share: after ceil and floor of p x N). `s_low`,
    `s_high`: satisfaction on the pessimistic and the optimistic end. `people`: positions of those
    who count (for every / apart: who break it); `unknown_people`: of whom it cannot be said.
    """

    requirement: str
    label: str
    dimension: str
    kind: str
    verdict: Verdict
    measured_low: float | None
    measured_high: float | None
    lo: float | None
    hi: float | None
    s_low: float
    s_high: float
    points: float
    veto: bool
    detail: str = ""
    people: tuple[int, ...] = ()
    unknown_people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One team judged at one month. Scores 0 to 100, None when 未配置."""

    team: int
    model: str | None
    state: State
    state_low: State
    state_high: State
    score_low: float | None
    score_high: float | None
    seats: int
    filled: int
    vacancies: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    rules: tuple[RuleResult, ...] = ()
    dimensions: tuple[tuple[str, float, float], ...] = ()  # name, score_low, score_high: the radar
