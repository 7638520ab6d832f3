"""A rule 规则 and one result of asking it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["forbid", "warn", "note"]
Waiver = Literal["none", "superior", "local"]
Answer = Literal["pass", "fail", "unknown"]
RESULT_WORDS = {"pass": "符合", "fail": "不符合", "unknown": "待核"}
SEVERITY_WORDS = {"forbid": "禁止", "warn": "提醒", "note": "提示"}
WAIVER_WORDS = {"none": "不得例外", "superior": "须上级批复", "local": "本级批准"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of `data/rules/*.toml` with the settings of the database laid over it.

    `question` is what a person is asked where no data decides, `good` the answer that passes;
    `by_hand` says that the rule rests on that answer alone.
    """

    id: str
    title: str
    article: str
    source: str
    edition: str
    severity: Severity
    waiver: Waiver
    confirmed_by: str = ""
    confirmed_on: str = ""
    effective_from: int = 0
    effective_to: int = 1 << 20
    parameters: Mapping[str, float] = field(default_factory=dict)
    on: bool = True
    question: str = ""
    good: str = "否"
    by_hand: bool = False

    @property
    def confirmed(self) -> bool:
        """Whether the department has confirmed it; else every output says 待核实."""
        return bool(self.confirmed_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """What a rule says of a seat, a pair or a team. Positions are those of the snapshot; -1 none.

    `month`: where time alone cures a failure, the first month it will pass (near miss).
    `have` and `need` are short Chinese phrases; `evidence` one sentence.
    """

    rule: str
    result: Answer
    severity: Severity
    waiver: Waiver
    people: tuple[int, ...] = ()
    post: int = -1
    team: int = -1
    have: str = ""
    need: str = ""
    month: int | None = None
    evidence: str = ""
    field: str = ""  # data rules: the field it is about
    exception: str = ""  # the exception granted, in words
