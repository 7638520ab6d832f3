"""班子预警: the eleven warning flags W1-W11 of a team, each from what is known of it already.

A flag repeats nothing: it reads findings and rule results of the assessment, ages, sanctions and
the yearly figures of the team. What nothing is recorded of is unknown, never clear.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model import months
from leadership_model.assessment import figures
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.outlook import due
from leadership_model.assessment.world import World
from leadership_model.people.disputes import settled
from leadership_model.people.gaps import UNKNOWN
from leadership_model.rules.rule import Answer, Rule

Colour = Literal["red", "blue", "yellow", "orange", "white"]
COLOUR_WORDS = {"red": "红", "blue": "蓝", "yellow": "黄", "orange": "橙", "white": "白"}
COLOURS: Mapping[str, Colour] = {
    **dict.fromkeys(("W1", "W2", "W3", "W4"), "red"),
    **dict.fromkeys(("W5", "W6", "W7", "W8"), "blue"),
    "W9": "yellow",
    "W10": "orange",
    "W11": "white",
}
LED = ("市直部门", "国企高校")  # bodies of the city, of which W1 speaks
COUNTY_TEAMS = ("县级党委", "县级人大", "县级政府", "县级政协")
RECUSED = ("A1", "A2", "A3", "A5")
ROTATED = ("X1", "X2", "X5", "X7", "T3", "T4")
QUOTAS = ("性别", "党派", "政治面貌")  # dimensions and elements W7 asks about
Said = tuple[Answer, str, tuple[int, ...]]  # answer, what is so, people behind it


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One flag of a team. `result` fail: it is up; unknown: nothing on record decides."""

    rule: str
    title: str
    colour: Colour
    team: int
    result: Answer
    detail: str
    people: tuple[int, ...] = ()


def flags(world: World, assessment: Assessment) -> tuple[Flag, ...]:
    """Give the flags of a team that are up or unknown, in the order of their numbers.

    `assessment` must hold its rule results; a rule switched off raises no flag.
    """
    book = world.book.at(world.as_of)
    found = []
    for id, meaning in _MEANINGS.items():
        if id not in book:
            continue
        answer, detail, people = meaning(world, assessment, book[id])
        if answer != "pass":
            flag = Flag(
                rule=id,
                title=book[id].title,
                colour=COLOURS[id],
                team=assessment.team,
                result=answer,
                detail=detail,
                people=people,
            )
            found.append(flag)
    return tuple(found)


def all_flags(world: World, assessments: Sequence[Assessment]) -> tuple[Flag, ...]:
    """Give the flags of many teams, team by team."""
    return tuple(flag for each in assessments for flag in flags(world, each))


def _leader(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W1: a body of the city without its head, or the head reaches the month soon."""
    if world.snapshot.teams.raw("category")[assessment.team] not in LED:
        return "pass", "", ()
    empty = [each for each in assessment.rules if each.rule == "N2" and each.result == "fail"]
    if empty:
        return "fail", "、".join(each.have for each in empty), ()
    ahead = world.as_of + int(rule.parameters["months"])
    span, posts = due(world), world.snapshot.posts
    head = posts.texts("role").mask("正职") & (posts.ints("member") == 1)
    seats = [post for post in world.seating.seats(assessment.team) if head[post]]
    people = [int(world.seating.holder[post]) for post in seats if world.seating.holder[post] >= 0]
    sure = tuple(p for p in people if span.high[p] <= ahead)
    if sure:
        shown = "、".join(months.show(int(span.high[p])) for p in sure)
        return "fail", f"主要领导{shown}到龄", sure
    open_ = tuple(p for p in people if span.low[p] <= ahead)
    return ("unknown", "主要领导到龄月份待核", open_) if open_ else ("pass", "", ())


def _last_years(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W2, W8: among the last of its group in each of the last years."""
    years = int(rule.parameters.get("years", 1))
    group = figures.group_of(world, assessment.team)
    if group is None:
        return "pass", "", ()
    last = int(rule.parameters[f"last_{group}"])
    before = months.year_of(world.as_of)
    told = [figures.place(world, assessment.team, before - k) for k in range(1, years + 1)]
    if any(each is not None and each.from_last > last for each in told):
        return "pass", "", ()
    if any(each is None for each in told):
        return "unknown", f"近{years}年年度考核名次未登记", ()
    shown = "、".join(f"{p.year}年第{p.place}名（共{p.of}）" for p in reversed(told) if p)
    return "fail", shown, ()


def _recused(_world: World, assessment: Assessment, _rule: Rule) -> Said:
    """W3: a rule on recusal fails."""
    return _by_rules(assessment, RECUSED, "应当任职回避")


def _rotated(_world: World, assessment: Assessment, _rule: Rule) -> Said:
    """W11: a rule on rotation or on terms in one post fails."""
    return _by_rules(assessment, ROTATED, "应当交流或不再提名同一职务")


def _divided(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W4: the yearly figure 班子团结 says so."""
    return _by_figure(world, assessment, rule, "班子团结", ("不团结", "较差", "差"))


def _listed(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W9: on the negative list of a special appraisal."""
    return _by_figure(world, assessment, rule, "专项考核负面清单", None)


def _young(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W5: the share of members up to an age lies below a percentage."""
    people, outside = _members(world, assessment.team)
    size = len(people) + outside
    if not size:
        return "pass", "", ()
    limit, share = int(rule.parameters["age"]), rule.parameters["percent"]
    known = [(person, _young_enough(world, person, limit)) for person in people]
    young = tuple(person for person, is_young in known if is_young is True)
    open_ = sum(is_young is None for _, is_young in known) + outside
    if 100 * len(young) >= share * size:
        return "pass", "", ()
    text = f"{limit}周岁以下{len(young)}人，占{size}人的{100 * len(young) / size:.1f}%"
    if 100 * (len(young) + open_) >= share * size:
        return "unknown", f"{text}，另有{open_}人年龄待核", young
    return "fail", text, young


def _leaving(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W6: many members reach their month within the next years."""
    people, outside = _members(world, assessment.team)
    size, ahead = len(people) + outside, int(rule.parameters["months"])
    span = due(world)
    last = world.as_of + ahead
    sure = tuple(p for p in people if span.high[p] <= last)
    may = len([p for p in people if span.low[p] <= last]) + outside
    parts, members = int(rule.parameters["parts"]), int(rule.parameters["members"])

    def many(count: int) -> bool:
        return count > 0 and (count >= members or count * parts >= size)

    text = f"{ahead}个月内{len(sure)}人到龄（共{size}人）"
    if many(len(sure)):
        return "fail", text, sure
    return ("unknown", f"{text}，另有待核", sure) if many(may) else ("pass", "", ())


def _quotas(world: World, assessment: Assessment, _rule: Rule) -> Said:
    """W7: in a county's four teams a requirement on women or on members of no party is missed."""
    if world.snapshot.teams.raw("category")[assessment.team] not in COUNTY_TEAMS:
        return "pass", "", ()
    asked = [each for each in assessment.findings if each.dimension in QUOTAS]
    missed = [each.label for each in asked if each.verdict in ("red", "yellow")]
    if missed:
        return "fail", "、".join(missed) + "未达要求", ()
    open_ = [each.label for each in asked if each.verdict == "unknown"]
    return ("unknown", "、".join(open_) + "待核", ()) if open_ else ("pass", "", ())


def _disciplined(world: World, assessment: Assessment, rule: Rule) -> Said:
    """W10: a member was sanctioned since the first month of a former year."""
    people, _ = _members(world, assessment.team)
    table = world.snapshot["sanction"]
    first = months.of(months.year_of(world.as_of) - int(rule.parameters["years"]), 1)
    month, owner = table.ints("month"), table.owners()
    mine = np.isin(owner, people)
    recent = mine & (month >= first) & (month <= world.as_of)
    if recent.any():
        who = tuple(dict.fromkeys(owner[recent].tolist()))
        kinds = dict.fromkeys(table.raw("kind")[i] or "处分" for i in np.flatnonzero(recent))
        return "fail", f"{months.show(first)}以来{len(who)}人受{'、'.join(kinds)}", who
    undated = tuple(dict.fromkeys(owner[mine & (month == UNKNOWN)].tolist()))
    return ("unknown", "处分时间待核", undated) if undated else ("pass", "", ())


def _by_rules(assessment: Assessment, rules: Sequence[str], words: str) -> Said:
    found = [each for each in assessment.rules if each.rule in rules]
    for answer in ("fail", "unknown"):
        said = [each for each in found if each.result == answer and each.severity != "note"]
        if said:
            people = tuple(dict.fromkeys(p for each in said for p in each.people))
            ids = "、".join(dict.fromkeys(each.rule for each in said))
            doubt = "，待核" if answer == "unknown" else ""
            return (
                ("fail" if answer == "fail" else "unknown"),
                (f"{len(people)}人{words}（{ids}）{doubt}"),
                people,
            )
    return "pass", "", ()


def _by_figure(
    world: World, assessment: Assessment, rule: Rule, name: str, bad: tuple[str, ...] | None
) -> Said:
    """Ask a yearly figure entered by hand; `bad` None: any entry but 否 and 无 counts."""
    year = months.year_of(world.as_of)
    least = year - int(rule.parameters["years"])
    told = figures.entries(world, assessment.team, name, least, year)
    if not told:
        return "unknown", f"“{name}”未登记", ()
    for when, value in told:
        if value in bad if bad is not None else value not in ("否", "无"):
            return "fail", f"{when}年{name}：{value}", ()
    return "pass", "", ()


def _members(world: World, team: int) -> tuple[list[int], int]:
    """Give the members of the base and how many come from outside it."""
    rows = world.seating.members(team)
    return [int(p) for p in rows if p >= 0], int((rows < 0).sum())


def _young_enough(world: World, person: int, limit: int) -> bool | None:
    """Say whether somebody has completed at most so many years; None where that is not known.

    Of whom only the year of birth is on record, the first and the last month of it may decide. A
    birth in dispute says nothing.
    """
    birth = int(settled(world.snapshot, "birth")[person])
    year = int(settled(world.snapshot, "birth_year")[person])
    months_of_birth = (birth, birth) if birth >= 0 else (year * 12, year * 12 + 11)
    if birth < 0 and year <= 0:
        return None
    oldest, youngest = ((world.as_of - each) // 12 <= limit for each in months_of_birth)
    return oldest if oldest == youngest else None


_MEANINGS: Mapping[str, Callable[[World, Assessment, Rule], Said]] = {
    "W1": _leader,
    "W2": _last_years,
    "W3": _recused,
    "W4": _divided,
    "W5": _young,
    "W6": _leaving,
    "W7": _quotas,
    "W8": _last_years,
    "W9": _listed,
    "W10": _disciplined,
    "W11": _rotated,
}
