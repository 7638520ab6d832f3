"""班子运行状况: what is on record of a team by year, and which facts speak for which state.

The four states and what is done in each are those of a county's published practice (Danfeng,
2014). They are suggestions: the program never sets the state of a team, a person does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model import months
from leadership_model.assessment.figures import PLACE, entries
from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.flags import Flag
from leadership_model.assessment.performance import number, of_year
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people.team import Indicator

Kind = Literal["choice", "percent", "number", "text"]
GRADE, UNITY, LISTED = "年度考核等次", "班子团结", "专项考核负面清单"
STATES: Mapping[str, str] = {
    "运行优良": "优先从中选拔使用成员",
    "运行健康": "保持总体稳定，适时调整优化",
    "运行一般": "对主要负责人提醒谈话或诫勉，限期改进",
    "存在问题": "提出调整班子成员的建议",
}
GRADES = dict(zip(("优秀", "良好", "一般", "较差"), STATES, strict=True))
GRAVE = ("W2", "W4", "W9", "W10")  # flags about how a team works, not how it is made up


@dataclass(frozen=True, slots=True)
class Known:
    """A yearly figure the program knows by name; `values` are the usual ones of a choice."""

    name: str
    kind: Kind
    values: tuple[str, ...] = ()


FIGURES = (
    Known(GRADE, "choice", tuple(GRADES)),
    Known(PLACE, "number"),
    Known("民主测评优秀率", "percent"),
    Known("民主测评称职率", "percent"),
    Known("民主测评较差率", "percent"),
    Known(UNITY, "choice", ("团结", "较团结", "不团结")),
    Known("信访举报件数", "number"),
    Known("审计问题个数", "number"),
    Known("巡视巡察问题个数", "number"),
    Known("党建绩效指数", "number"),
    Known("履职绩效指数", "number"),
    Known(LISTED, "choice", ("是", "否")),
)
INDICES = ("党建绩效指数", "履职绩效指数")
COUNTED = ("信访举报件数", "审计问题个数", "巡视巡察问题个数")


@dataclass(frozen=True, slots=True)
class Appraised:
    """The members' yearly grades: who is 优秀, who is below 称职, of how many with a grade."""

    year: int
    excellent: tuple[int, ...]
    poor: tuple[int, ...]
    graded: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact on record that speaks for a state, with the people behind it."""

    state: str
    text: str
    people: tuple[int, ...] = ()


def kind_of(name: str) -> Kind:
    """Say of which kind a figure is; a free one is text."""
    return next((each.kind for each in FIGURES if each.name == name), "text")


def clean(name: str, text: str) -> str:
    """Bring a typed value into the form it is kept in; UserError where it cannot be one."""
    value = text.strip()
    if not value:
        raise UserError(f"请填写“{name}”的值；确认没有的填“无”")
    known = next((each for each in FIGURES if each.name == name), None)
    if known is None or value == "无":
        return value
    if known.kind == "choice" and value not in known.values:
        raise UserError(f"“{name}”只能填{'、'.join(known.values)}或无，现为“{value}”")
    if known.kind in ("number", "percent"):
        found = number(value)
        if found is None or found < 0:
            raise UserError(f"“{name}”应填不小于 0 的数字，现为“{value}”")
        if known.kind == "percent" and found > 100:
            raise UserError(f"“{name}”应在 0 到 100 之间，现为“{value}”")
        if name == PLACE and (found < 1 or found != int(found)):
            raise UserError(f"“{name}”应填从 1 起的整数，现为“{value}”")
        return f"{found:g}"
    return value


def check_year(text: str, as_of: int) -> int:
    """Read a year; UserError outside 2000 and the year of the reference month."""
    year, last = text.strip(), months.year_of(as_of)
    if not year.isdecimal() or not 2000 <= int(year) <= last:
        raise UserError(f"年度应填 2000 到 {last} 之间的四位数字，现为“{text.strip()}”")
    return int(year)


def figures_of(world: World, team: int) -> dict[tuple[str, int], Indicator]:
    """Give the figures on record of a team by name and year; of two alike the last in order."""
    table = world.snapshot["team_indicator"]
    rows = np.flatnonzero(table.ints("team") == team).tolist()
    found = [each for each in map(table.record, rows) if not each.system]
    return {(each.name, each.year): each for each in found if each.name and each.year}


def value_of(text: str | None) -> float | None:
    """Read a value as a number; None where it is none."""
    return None if text is None else number(text)


def appraised(world: World, team: int, year: int) -> Appraised:
    """Count the yearly grades of the present members of a team."""
    people = [row for row in world.members(team).tolist() if row < world.facts.count]
    table = world.snapshot["appraisal"]
    rows = np.flatnonzero((table.ints("year") == year) & np.isin(table.owners(), people))
    owners, results = table.owners()[rows].tolist(), [table.raw("result")[i] for i in rows]
    got = dict(zip(owners, results, strict=True))
    return Appraised(
        year,
        tuple(each for each in people if got.get(each) == "优秀"),
        tuple(each for each in people if got.get(each) in ("基本称职", "不称职")),
        sum(got.get(each) not in (None, "未参加") for each in people),
    )


def facts(
    world: World, assessment: Assessment, raised: Sequence[Flag]
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """List the facts that speak for each state, and which known figures are not on record."""
    team, year = assessment.team, months.year_of(world.as_of) - 1
    told = {each.name: entries(world, team, each.name, year - 1, year + 1) for each in FIGURES}
    for name in (each for each in INDICES if not told[each]):
        told[name] = _worked_out(world, team, name, year)
    found = [*_grade(told[GRADE]), *_made_up(assessment), *_flagged(raised)]
    for name in ("民主测评优秀率", *INDICES):
        found += _trend(name, told[name])
    for name in COUNTED:
        found += [
            Fact("运行一般", f"{when}年{name} {value}")
            for when, value in told[name][:1]
            if (value_of(value) or 0.0) > 0
        ]
    found += _members(appraised(world, team, year))
    missing = tuple(name for name, each in told.items() if not each)
    return tuple(found), missing


def _worked_out(world: World, team: int, name: str, year: int) -> list[tuple[int, str]]:
    """Give the years of which an indicator system says what a team reached, newest first."""
    found = []
    for each in (year + 1, year, year - 1):
        node = of_year(world.snapshot, team, name, each)
        if node is not None and node.sure:
            found.append((each, f"{node.low:.1f}"))
    return found


def _grade(told: Sequence[tuple[int, str]]) -> list[Fact]:
    return [Fact(GRADES[v], f"{y}年班子年度考核为{v}") for y, v in told[:1] if v in GRADES]


def _made_up(assessment: Assessment) -> list[Fact]:
    states = {"green": "运行健康", "yellow": "运行一般", "red": "存在问题", "veto": "存在问题"}
    state = states.get(assessment.state)
    text = f"班子结构研判为{STATE_WORDS[assessment.state]}"
    return [] if state is None else [Fact(state, text)]


def _flagged(raised: Sequence[Flag]) -> list[Fact]:
    up = [each for each in raised if each.result == "fail"]
    made = [
        Fact("存在问题", f"{each.title}（{each.detail}）", each.people)
        for each in up
        if each.rule in GRAVE
    ]
    rest = [each.title for each in up if each.rule not in GRAVE]
    return made + ([Fact("运行一般", f"亮起预警：{'、'.join(rest)}")] if rest else [])


def _trend(name: str, told: Sequence[tuple[int, str]]) -> list[Fact]:
    numbers = [(year, number) for year, text in told if (number := value_of(text)) is not None]
    if len(numbers) < 2 or numbers[0][1] == numbers[1][1]:
        return []
    (year, now), (_, before) = numbers[:2]
    word, state = ("上升", "运行优良") if now > before else ("下降", "运行一般")
    return [Fact(state, f"{year}年{name} {now:g}，由 {before:g} {word}")]


def _members(seen: Appraised) -> list[Fact]:
    found = []
    if seen.poor:
        text = f"{seen.year}年成员考核基本称职以下 {len(seen.poor)} 人"
        found.append(Fact("存在问题", text, seen.poor))
    elif seen.graded:
        found.append(Fact("运行健康", f"{seen.year}年参加考核的成员均为称职以上"))
    if seen.excellent:
        text = f"{seen.year}年成员考核优秀 {len(seen.excellent)} / {seen.graded} 人"
        found.append(Fact("运行优良", text, seen.excellent))
    return found
