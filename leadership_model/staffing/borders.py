"""Conditions on one number: where they cut it, and what holds at a value of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import (
    All,
    Between,
    Compare,
    Condition,
    Not,
    Some,
    Within,
)
from leadership_model.structure.requirement import Count, Every, Ladder, Requirement, Share


def borders(
    asked: Iterable[Requirement],
    meanings: Mapping[str, Meaning],
    sheets: Iterable[Condition] = (),
) -> dict[str, list[float]]:
    """Collect where the requirements, and the sheets of posts, cut each number element."""
    found: dict[str, list[float]] = {}
    conditions = list(sheets)
    for each in asked:
        if isinstance(each.measure, Ladder):
            ends = [end for r in each.measure.rungs for end in (r.low, r.high) if end is not None]
            found.setdefault(each.measure.element, []).extend(ends)
        elif isinstance(each.measure, Count | Share | Every):
            conditions.append(each.measure.condition)
    for leaf in (leaf for condition in conditions for leaf in leaves(condition)):
        if _numeric(leaf, meanings):
            found.setdefault(_name(leaf), []).extend(_cuts(leaf))
    return found


def leaves(condition: Condition) -> Iterator[Condition]:
    """Give the parts of a condition that have no parts."""
    match condition:
        case All(parts) | Some(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def only_number(condition: Condition, meanings: Mapping[str, Meaning]) -> str | None:
    """Give the number element a condition is about when it is about nothing else."""
    found = list(leaves(condition))
    names = {_name(leaf) for leaf in found}
    if len(names) == 1 and all(_numeric(leaf, meanings) for leaf in found):
        return names.pop()
    return None


def holds(condition: Condition, x: float, absent: bool = False) -> bool:
    """Say whether a condition on one number holds at a value, or for somebody with 无."""
    match condition:
        case All(parts):
            return all(holds(part, x, absent) for part in parts)
        case Some(parts):
            return any(holds(part, x, absent) for part in parts)
        case Not(part):
            return not holds(part, x, absent)
        case Compare(_, op, value):
            y = float(value)
            if absent:
                return op == "≠"
            answers = {"=": x == y, "≠": x != y, ">": x > y, ">=": x >= y, "<": x < y}
            return answers.get(op, x <= y)
        case Between(_, low, high):
            return not absent and float(low) <= x <= float(high)
        case Within(_, values):
            return not absent and x in [float(value) for value in values]
        case _:
            return False


def expanded(requirement: Requirement, flags: Mapping[str, Condition]) -> Requirement:
    """Put the definition of a flag in the place of every question after it (40岁左右 = 是)."""
    measure = requirement.measure
    if not isinstance(measure, Count | Share | Every):
        return requirement
    return replace(requirement, measure=replace(measure, condition=meant(measure.condition, flags)))


def meant(condition: Condition, flags: Mapping[str, Condition]) -> Condition:
    """Put the definitions of flags into a condition."""
    match condition:
        case All(parts):
            return All(tuple(meant(part, flags) for part in parts))
        case Some(parts):
            return Some(tuple(meant(part, flags) for part in parts))
        case Not(part):
            return Not(meant(part, flags))
        case Compare(name, "=" | "≠" as op, "是" | "否" as value) if name in flags:
            stated = meant(flags[name], flags)
            return stated if (op == "=") == (value == "是") else Not(stated)
        case _:
            return condition


def _numeric(leaf: Condition, meanings: Mapping[str, Meaning]) -> bool:
    if not isinstance(leaf, Compare | Between | Within):
        return False
    meaning = meanings.get(leaf.name)
    return meaning is not None and meaning.kind == "number"


def _name(leaf: Condition) -> str:
    return leaf.name if isinstance(leaf, Compare | Between | Within) else ""


def _cuts(leaf: Condition) -> list[float]:
    match leaf:
        case Compare(_, _, value):
            return [float(value)]
        case Between(_, low, high):
            return [float(low), float(high)]
        case Within(_, values):
            return [float(value) for value in values]
        case _:
            return []
