"""Who would satisfy it: requirements and sheets as questions that can be asked of everybody."""

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.tree import (
    All,
    Between,
    Compare,
    Condition,
    Contains,
    Some,
    Within,
)
from leadership_model.structure.model import Portrait
from leadership_model.structure.requirement import (
    Average,
    Count,
    Cover,
    Every,
    Ladder,
    Requirement,
    Rung,
    Share,
)


def of_requirement(requirement: Requirement, names: Names) -> Condition | None:
    """Give the condition people must satisfy to count towards a requirement.

    None where it is no matter of single people: differences, seats, functions. Of a mean it is
    who alone lies inside its target.
    """
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            return condition
        case Ladder(element, rungs):
            wanted = [each for each in rungs if each.at_least] or list(rungs)
            parts = [found for each in wanted if (found := _rung(element, each)) is not None]
            return joined(parts, Some)
        case Cover(element, values):
            meaning = names.meaning(element)
            if meaning is None:
                return None
            if meaning.kind in ("set", "text"):
                return joined([Contains(element, value) for value in values], Some)
            return Within(element, values) if len(values) > 1 else Compare(element, "=", values[0])
        case Average(element):
            return _between(element, requirement)
        case _:
            return None


def of_portrait(portrait: Portrait) -> Condition | None:
    """Give the 资格 conditions of a portrait together; None where it has none."""
    return joined(list(portrait.qualifications), All)


def joined(parts: list[Condition], into: type[All] | type[Some]) -> Condition | None:
    """Join conditions: none give None, one is itself."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return into(tuple(parts))


def _rung(element: str, rung: Rung) -> Condition | None:
    low, high = (None if each is None else _whole(each) for each in (rung.low, rung.high))
    if low is not None and high is not None:
        return Between(element, low, high)
    if low is not None:
        return Compare(element, ">=", low)
    return None if high is None else Compare(element, "<=", high)


def _between(element: str, requirement: Requirement) -> Condition | None:
    parts: list[Condition] = []
    if requirement.lo is not None:
        parts.append(Compare(element, ">=", _whole(float(requirement.lo))))
    if requirement.hi is not None:
        parts.append(Compare(element, "<=", _whole(float(requirement.hi))))
    return joined(parts, All)


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number
