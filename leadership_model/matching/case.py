"""Everything that is said of one person and one post: rules, 资格, weights, effect on the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leadership_model.assessment.delta import delta
from leadership_model.assessment.finding import Assessment, Finding, Verdict
from leadership_model.assessment.phrase import span, wanted
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import All, Condition
from leadership_model.matching.fit import FailedRule, Fit
from leadership_model.matching.reasons import explain, have_of
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT
from leadership_model.rules.appointment import explain as explain_rules
from leadership_model.rules.rule import Severity

ANSWERS: dict[str, bool | None] = {"pass": True, "fail": False, "unknown": None}
# Short names of the rules for lists; the full title stands beside.
SHORT: dict[str, str] = {
    "Q1": "工龄",
    "Q2": "基层工作经历",
    "Q3": "下一级任职岗位数",
    "Q4": "任下级副职年限",
    "Q5": "任下级正职年限",
    "Q6": "学历",
    "Q9": "党龄",
    "Q10": "逐级提拔",
    "Q11": "破格条件",
    "Q7": "提任前培训",
    "Q8": "身体条件",
    "Q12": "破格理由",
    "Q13": "破格批复",
    "Q14": "乡科级任职年限",
    "K1": "政治纪律",
    "K2": "群众公认",
    "K4": "非组织行为",
    "K5": "配偶子女移居",
    "K7": "其他情形",
    "K3": "上年度考核",
    "K6": "考察对象限制",
    "S1": "党内警告",
    "S2": "党内严重警告",
    "S3": "撤销党内职务",
    "S4": "留党察看",
    "S5": "政务处分",
    "S6": "诫勉、组织处理",
    "N1": "职数",
    "N3": "岗位空缺",
    "A4": "经商办企业回避",
    "A1": "同班子亲属回避",
    "A2": "上下级亲属回避",
    "A3": "特定岗位亲属回避",
    "A5": "地域回避",
    "A6": "市级岗位地域回避",
    "A7": "乡镇岗位地域回避",
    "T3": "同职连任任期",
    "T4": "同层次任职年限",
    "M1": "自治地方正职民族",
    "R1": "法定退休年龄",
    "R2": "本地任职年龄",
    "资格条件": "岗位资格",
}
ORDER = {False: 0, None: 1, True: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule or 资格 condition: title, have and need, and where it stands written.

    `answer` None: it cannot be said. `month`: the first month time alone cures a failure.
    """

    id: str
    title: str
    answer: bool | None
    have: str
    need: str
    severity: Severity
    full: str = ""
    article: str = ""
    month: int | None = None
    confirmed: bool = True
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the appointment does to one requirement: verdicts, measured values, change in points."""

    label: str
    before: Verdict | None
    after: Verdict | None
    was: str
    becomes: str
    change: float  # of the team's score_low, in points out of 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A fit in full. `before`, `after`: score_low of the team (None = 未配置).

    `sensitive`: which sensitive elements act on it, each with the legal basis cited.
    """

    fit: Fit
    reasons: tuple[Reason, ...]
    effects: tuple[Effect, ...]
    before: float | None
    after: float | None
    team: int
    state_before: str
    state_after: str
    sensitive: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Eligibility in a mark and few words, as lists show it."""

    kind: Literal["green", "yellow", "unknown", "red"]
    words: str
    month: int | None = None


def case(scores: Scores, person: int, post: int) -> Case:
    """Work out everything about one pair; linked posts 联职 are taken together."""
    world = scores.world
    seats = scores.linked(post)
    changes = {int(seat): VACANT for seat in world.seating.posts_of(person)}
    changes |= dict.fromkeys(seats, person)
    team = int(world.snapshot.posts.owners()[post])
    (found,) = delta(world, world.with_holders(changes), (team,), with_rules=False)
    return Case(
        fit=explain(scores, person, post),
        reasons=_reasons(scores, person, seats),
        effects=_effects(found.before, found.after),
        before=found.before.score_low,
        after=found.after.score_low,
        team=team,
        state_before=found.before.state,
        state_after=found.after.state,
        sensitive=scores.sensitive_of((post,)),
    )


def standing(fit: Fit) -> Standing:
    """Say how a pair stands: 符合, only time lacking (with the month), 待核, or what is not met."""
    if fit.eligible:
        return Standing("green", "符合")
    failed = [each for each in fit.failed if not each.unknown and each.severity == "forbid"]
    cures = {each.rule: each.month for each in fit.near_miss}
    if fit.eligible is None:
        doubts = (each for each in fit.failed if each.unknown and each.severity == "forbid")
        doubtful = next(doubts, None)
        return Standing("unknown", f"{_named(doubtful)}待核" if doubtful else "待核")
    barring = [each for each in failed if each.rule not in cures]
    if failed and not barring:
        return Standing("yellow", "", max(cures[each.rule] for each in failed))
    first = barring[0] if barring else None
    more = f" 等 {len(barring)} 项" if len(barring) > 1 else ""
    return Standing("red", f"{_named(first)}{more}不符合" if first else "不符合")


def _named(failed: FailedRule) -> str:
    return SHORT.get(failed.rule, failed.rule)


def _reasons(scores: Scores, person: int, seats: tuple[int, ...]) -> tuple[Reason, ...]:
    """List every rule that was asked and every 资格 condition; what is not met comes first."""
    world = scores.world
    book = world.book.at(world.as_of)
    found: dict[tuple[str, str, str], Reason] = {}
    for seat in seats:
        for each in explain_rules(world.book, world.seating, person, seat, world.as_of):
            rule = book[each.rule]
            found.setdefault(
                (each.rule, each.have, each.need),
                Reason(
                    id=each.rule,
                    title=SHORT.get(each.rule, rule.title),
                    full=rule.title,
                    answer=ANSWERS[each.result],
                    have=each.have,
                    need=each.need,
                    severity=each.severity,
                    article=f"{rule.source}{rule.article}",
                    month=each.month,
                    confirmed=rule.confirmed,
                    evidence=f"{each.evidence}{each.exception}",
                ),
            )
    for condition in dict.fromkeys(_sheet(scores, seats)):
        name = getattr(condition, "name", "")
        need, have = write(condition), have_of(condition, world, person)
        found["资格", "", need] = Reason(
            id="资格条件",
            title=f"岗位要求：{name}" if name else "岗位资格",
            answer=world.facts.tri(condition).at(person),
            have=have.removeprefix(f"{name} "),
            need=need.removeprefix(f"{name} "),
            severity="forbid",
            full=f"岗位资格条件：{need}",
        )
    severity = {"forbid": 0, "warn": 1, "note": 2}
    return tuple(
        sorted(found.values(), key=lambda each: (ORDER[each.answer], severity[each.severity]))
    )


def _sheet(scores: Scores, seats: tuple[int, ...]) -> Iterator[Condition]:
    """Give the 资格 conditions of the seats, each part of a 且 by itself."""
    for seat in seats:
        for condition in scores.sheet(seat):
            yield from condition.parts if isinstance(condition, All) else (condition,)


def _effects(before: Assessment, after: Assessment) -> tuple[Effect, ...]:
    """Compare requirement by requirement; those that stay as they are come last, unlisted."""
    then = {each.requirement: each for each in before.findings}
    total = sum(each.points for each in after.findings) or 1.0
    found = []
    for now in after.findings:
        was = then.get(now.requirement)
        if was is None or _measure(was) == _measure(now):
            continue
        change = round(100.0 * now.points * (now.s_low - was.s_low) / total, 9)
        found.append(
            Effect(
                label=now.label,
                before=was.verdict,
                after=now.verdict,
                was=_shown(was, now),
                becomes=_shown(now, was),
                change=change,
            )
        )
    return tuple(sorted(found, key=lambda each: (-abs(each.change), each.label)))


def _measure(finding: Finding) -> tuple[float | None, ...]:
    """Give what decides: the measured interval and the bounds (those of a share move)."""
    return finding.measured_low, finding.measured_high, finding.lo, finding.hi, finding.s_low


def _shown(finding: Finding, other: Finding) -> str:
    """Write the measured value, with the target where that is another one on the other side."""
    text = span(finding.measured_low, finding.measured_high)
    if (finding.lo, finding.hi) == (other.lo, other.hi):
        return text
    return f"{text}（目标{wanted(finding.lo, finding.hi)}）"
