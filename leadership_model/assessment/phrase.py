"""The sentence of a finding: what is there, what is wanted, what cannot be said."""

from typing import assert_never

from leadership_model.assessment.facts import Facts, FactsOf
from leadership_model.assessment.measure import Measured
from leadership_model.assessment.target import Target, satisfactions
from leadership_model.assessment.vector import Choices
from leadership_model.people.table import Ints
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Requirement,
    Rung,
    Share,
)

NOTHING_TO_MEASURE = "没有可供统计的成员"


def detail_of(
    requirement: Requirement,
    measured: Measured,
    target: Target,
    members: Ints,
    facts: Facts | FactsOf,
    ideal: Target | None = None,
) -> str:
    """Write what a team has, what it should have, and of how many members it cannot be said."""
    have = span(measured.low, measured.high)
    if measured.low is None:
        return NOTHING_TO_MEASURE
    parts = [_have(requirement, have, measured, target, members, facts)]
    if measured.low != measured.high:
        outsiders = int((members == facts.count).sum())
        doubtful = int((measured.unknown < facts.count).sum())
        parts += [f"待核 {doubtful} 人"] if doubtful else []
        parts += [f"库外 {outsiders} 人"] if outsiders else []
    if ideal is not None and _met(measured, target) and _missed(measured, ideal):
        parts.append(f"还可优化，理想{wanted(ideal.lo, ideal.hi)}")
    return "，".join(parts)


def show(number: float) -> str:
    """Write a number with one decimal place at most."""
    return str(int(number)) if number == int(number) else f"{number:.1f}"


def span(low: float | None, high: float | None) -> str:
    """Write an interval of measured values: 3, or 2～4."""
    if low is None or high is None:
        return "—"
    return show(low) if low == high else f"{show(low)}～{show(high)}"


def wanted(lo: float | None, hi: float | None, unit: str = "") -> str:
    """Write a target: 不少于 2 人, 不多于 3, 2～4, 为 1."""
    tail = f" {unit}" if unit else ""
    if lo is None and hi is None:
        return "不限"
    if hi is None:
        return f"不少于 {show(lo or 0.0)}{tail}"
    if lo is None:
        return f"不多于 {show(hi)}{tail}"
    return f"为 {show(lo)}{tail}" if lo == hi else f"{show(lo)}～{show(hi)}{tail}"


def rung_label(rung: Rung, unit: str = "") -> str:
    """Write the band of a rung: 40岁以下, 41～50岁, 51岁以上."""
    if rung.low is None:
        return "不限" if rung.high is None else f"{show(rung.high)}{unit}以下"
    if rung.high is None:
        return f"{show(rung.low)}{unit}以上"
    return f"{show(rung.low)}～{show(rung.high)}{unit}"


def _have(
    requirement: Requirement,
    have: str,
    measured: Measured,
    target: Target,
    members: Ints,
    facts: Facts | FactsOf,
) -> str:
    asked = requirement.measure
    match asked:
        case Count():
            return f"现有 {have} 人，{_need(target, '人')}"
        case Share():
            need = _need(target, "人")
            return f"{len(members)} 人中有 {have} 人，{need}（{_shares(requirement)}）"
        case Average(element=element):
            unit = facts.meaning(element).unit
            return f"平均 {have} {unit}，{_need(target, unit)}".replace(" ，", "，")
        case Extent(element=element):
            unit = facts.meaning(element).unit
            return f"相差 {have} {unit}，{_need(target, unit)}".replace(" ，", "，")
        case Ladder(element=element, rungs=rungs):
            return _steps(element, rungs, have, members, facts)
        case Cover(element=element, values=values, each=each):
            lacking = _missing(element, values, each, members, facts)
            return f"已有 {have} 项，{_need(target, '项')}{lacking}"
        case Distinct():
            return f"共 {have} 种，{_need(target, '种')}"
        case Concentration():
            return f"最多 {have} 人相同，{_need(target, '人')}"
        case Every():
            return "均符合" if measured.high == 0 else f"{have} 人不符合"
        case Apart():
            return "没有相同的" if measured.high == 0 else f"{have} 对相同"
        case Filled():
            approved = "" if target.ceiling is None else f"（核定 {target.ceiling}）"
            return f"实配 {have} 人，{_need(target, '人')}{approved}"
        case Carried():
            return f"已承担 {have} 项，{_need(target, '项')}"
        case _:
            assert_never(asked)


def _shares(requirement: Requirement) -> str:
    bounds = (("至少", requirement.lo), ("至多", requirement.hi))
    return "、".join(f"{word} {share}" for word, share in bounds if share is not None)


def _need(target: Target, unit: str) -> str:
    return f"目标{wanted(target.lo, target.hi, unit)}"


def _steps(
    element: str, rungs: tuple[Rung, ...], have: str, members: Ints, facts: Facts | FactsOf
) -> str:
    """Write how many stand on each rung for sure."""
    numbers, unit = facts.numbers(element), facts.meaning(element).unit
    low, high = numbers.low[members], numbers.high[members]
    steps = []
    for rung in rungs:
        there = ~numbers.absent[members] & ~numbers.may_be_absent[members]
        there &= low >= rung.low if rung.low is not None else True
        there &= high <= rung.high if rung.high is not None else True
        hi = None if rung.at_most is None else float(rung.at_most)
        goal = wanted(float(rung.at_least), hi)
        steps.append(f"{rung_label(rung, unit)} {int(there.sum())} 人（目标{goal}）")
    return f"{'、'.join(steps)}，差 {have} 人"


def _missing(
    element: str, wanted_values: tuple[str, ...], each: int, members: Ints, facts: Facts | FactsOf
) -> str:
    """Name the values too few members surely hold."""
    values = facts.values(element)
    lacking = []
    for value in wanted_values:
        held = 0
        if value in values.values:
            at = values.values.index(value)
            if isinstance(values, Choices):
                held = int((values.codes[members] == at).sum())
            else:
                held = int(values.bits[members, at].sum())
        if held < each:
            lacking.append(value)
    return f"，缺{'、'.join(lacking)}" if lacking else ""


def _met(measured: Measured, target: Target) -> bool:
    return satisfactions(measured.low, measured.high, target)[0] == 1.0


def _missed(measured: Measured, target: Target) -> bool:
    return satisfactions(measured.low, measured.high, target)[1] < 1.0
