"""What is wrong with a model or a portrait before it is used, as Chinese sentences.

Whether requirements of one model contradict each other is not asked here: that needs a solver.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from leadership_model.conditions.check import check as check_condition
from leadership_model.conditions.protocols import Kind, Meaning, Names
from leadership_model.elements.catalogue import Catalogue
from leadership_model.people.codes import names as code_names
from leadership_model.structure.bounds import bounds_at
from leadership_model.structure.check_portraits import NUMERIC, check_portrait, of_kind
from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model
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

VALUED: tuple[Kind, ...] = ("choice", "flag", "set", "text")
LARGEST_TEAM = 15
FULL_POINTS = 100.0


def check(model: Model, names: Catalogue) -> tuple[Issue, ...]:
    """List what is wrong with a model; nothing when it can be published."""
    return tuple(_of_model(model, names))


def check_requirement(requirement: Requirement, names: Names) -> tuple[Issue, ...]:
    """List what is wrong with one requirement."""
    name = f"要求“{requirement.label}”"
    faults = (*_measured(requirement, names), *_bounded(requirement, names))
    notes = tuple(_crossing(requirement))
    return (
        *(Issue(requirement.id, f"{name}：{text}") for text in faults),
        *(Issue(requirement.id, f"{name}：{text}", "note") for text in notes),
    )


def _of_model(model: Model, names: Catalogue) -> Iterator[Issue]:
    for twice in _twice(each.id for each in model.requirements):
        yield Issue(twice, f"有多条要求的编号都是“{twice}”，请改成各不相同的编号")
    for twice in _twice(each.id for each in model.portraits):
        yield Issue(twice, f"有多个画像的编号都是“{twice}”，请改成各不相同的编号")
    points = sum(each.points for each in model.requirements)
    difference = model.sub_category is not None or model.team is not None
    if model.requirements and points == 0 and not difference:
        yield Issue("", f"模型“{model.label}”所有要求的分值都是 0，无法计分，请至少给一条要求分值")
    elif points != FULL_POINTS and not difference:
        yield Issue(
            "", f"模型“{model.label}”的分值合计 {points:g}，不是 100（按比例折算）", "warning"
        )
    yield from _duplicates(model.requirements)
    for requirement in model.requirements:
        yield from check_requirement(requirement, names)
    for portrait in model.portraits:
        yield from check_portrait(portrait, names)


def _duplicates(requirements: Iterable[Requirement]) -> Iterator[Issue]:
    """Name requirements that measure the same of the same members."""
    known: dict[tuple[object, ...], Requirement] = {}
    for each in requirements:
        key = (each.measure, each.scope, each.lo is None, each.hi is None)
        first = known.setdefault(key, each)
        if first is not each and first.id != each.id:
            text = f"要求“{first.label}”与“{each.label}”考核的是同一件事，请合并或删去一条"
            yield Issue(each.id, text, "warning", (first.id,))


def _twice(ids: Iterable[str]) -> list[str]:
    return [each for each, times in Counter(ids).items() if times > 1]


def _measured(requirement: Requirement, names: Names) -> Iterator[str]:
    """Check what is measured: elements, their kinds, conditions, rungs, functions."""
    measure = requirement.measure
    match measure:
        case Count(condition) | Share(condition) | Every(condition):
            yield from check_condition(condition, names)
        case Average(element) | Extent(element):
            yield from of_kind(element, NUMERIC, names)
        case Ladder(element, rungs):
            yield from of_kind(element, NUMERIC, names)
            yield from _rungs(rungs)
        case Cover(element, values, each):
            yield from of_kind(element, VALUED, names)
            yield from _values(names.meaning(element), values)
            if each < 1:
                yield f"每项人数 each 至少是 1，不能是 {each}"
        case Distinct(element) | Concentration(element):
            yield from of_kind(element, VALUED, names)
        case Apart(elements):
            if not elements:
                yield "没有写要互不相同的要素"
            for element in elements:
                yield from of_kind(element, VALUED, names)
        case Filled():
            pass
        case Carried(functions):
            if not functions:
                yield "没有写要承担的职责板块"
            yield from _functions(functions)
        case _:
            assert_never(measure)
    if requirement.scope.function is not None:
        yield from _functions((requirement.scope.function,))


def _values(meaning: Meaning | None, values: tuple[str, ...]) -> Iterator[str]:
    if not values:
        yield "没有列出要覆盖的取值"
    for twice in _twice(values):
        yield f"取值“{twice}”写了两次"
    if meaning is None or meaning.open_values or not meaning.values:
        return
    for value in values:
        if value not in meaning.values:
            yield f"要素“{meaning.name}”没有“{value}”这个取值"


def _functions(functions: Iterable[str]) -> Iterator[str]:
    known = code_names("functions")
    for function in functions:
        if function not in known:
            yield f"没有名为“{function}”的职责板块"


def _rungs(rungs: tuple[Rung, ...]) -> Iterator[str]:
    if not rungs:
        yield "没有写各段的人数"
    spans = []
    for number, rung in enumerate(rungs, start=1):
        low = -math.inf if rung.low is None else rung.low
        high = math.inf if rung.high is None else rung.high
        if low > high:
            yield f"第 {number} 段的下限 {low:g} 高于上限 {high:g}"
        if rung.at_least < 0 or (rung.at_most is not None and rung.at_least > rung.at_most):
            yield f"第 {number} 段的人数不可能：至少 {rung.at_least}，至多 {rung.at_most or 0}"
        spans.append((low, high, number))
    for one, (_, end, first) in enumerate(spans):
        for start, other_end, second in spans[one + 1 :]:
            if start <= end and spans[one][0] <= other_end:
                yield f"第 {first} 段与第 {second} 段重叠，同一个人会被算两次"


def _bounded(requirement: Requirement, names: Names) -> Iterator[str]:
    """Check the target: is it there, can it be met at all, is the ideal band inside it."""
    lo, hi = requirement.lo, requirement.hi
    if requirement.tolerance is not None and requirement.tolerance < 0:
        yield "容差不能为负"
    if isinstance(requirement.measure, Ladder | Every | Apart):
        if lo is not None or hi is not None:
            yield "这种要求的目标固定为 0，不要再写上下限"
        return
    if lo is None and hi is None:
        yield "没有写目标，请填下限或上限"
    least, most = _reach(requirement, names)
    if lo is not None and lo > most:
        yield f"下限 {lo} 不可能达到，最大只能是 {_show(most)}"
    if hi is not None and hi < least:
        yield f"上限 {hi} 不可能达到，最小只能是 {_show(least)}"
    whole = not isinstance(requirement.measure, Share | Average | Extent)
    for bound in (lo, hi):
        if whole and bound is not None and bound.denominator != 1:
            yield f"目标 {bound} 应当是整数"
    yield from _ideal(requirement)


def _reach(requirement: Requirement, names: Names) -> tuple[float, float]:
    """Give the smallest and the largest value a measure can have in any team."""
    match requirement.measure:
        case Share():
            return 0.0, 1.0
        case Average(element):
            return _domain(names.meaning(element))
        case Extent(element):
            low, high = _domain(names.meaning(element))
            return 0.0, high - low
        case Cover(_, values):
            return 0.0, float(len(values))
        case Carried(functions):
            return 0.0, float(len(functions))
        case Distinct(element):
            meaning = names.meaning(element)
            closed = meaning is not None and meaning.values and not meaning.open_values
            return 0.0, float(len(meaning.values)) if meaning and closed else math.inf
        case Concentration(element):
            meaning = names.meaning(element)
            # Whoever has a value shares it with himself.
            return (0.0 if meaning is None or meaning.absent_possible else 1.0), math.inf
        case _:
            return 0.0, math.inf


def _domain(meaning: Meaning | None) -> tuple[float, float]:
    if meaning is None or meaning.kind not in NUMERIC:
        return -math.inf, math.inf
    return min(meaning.low, 0.0) if meaning.absent_possible else meaning.low, meaning.high


def _ideal(requirement: Requirement) -> Iterator[str]:
    lo, hi = requirement.ideal_lo, requirement.ideal_hi
    if lo is not None and hi is not None and lo > hi:
        yield f"理想区间的下限 {lo} 高于上限 {hi}"
    if _under(lo, requirement.lo) or _under(requirement.hi, hi):
        yield "理想区间应当落在目标之内"


def _under(number: Fraction | None, other: Fraction | None) -> bool:
    return number is not None and other is not None and number < other


def _crossing(requirement: Requirement) -> Iterator[str]:
    """Name the sizes of team in which the two bounds leave no number of people."""
    sizes = []
    for size in range(1, LARGEST_TEAM + 1):
        lo, hi = bounds_at(requirement, size)
        if lo is not None and hi is not None and lo > hi:
            sizes.append(str(size))
    if sizes and isinstance(requirement.measure, Share):
        asked = f"占比 {requirement.lo}～{requirement.hi} 取不到任何整数人数"
        yield f"成员为 {'、'.join(sizes)} 人时，{asked}"
    elif sizes:
        yield f"成员为 {'、'.join(sizes)} 人时，按人数算出的下限高于上限"


def _show(number: float) -> str:
    return f"{number:g}"
