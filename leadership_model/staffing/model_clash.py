"""Whether a model asks more than a team of some size can give, whoever its members are.

Nobody is known here: for every element the members are counted by value (a number by the stretches
between the borders the requirements name), and a condition on several elements lies between what
its parts allow. That leaves out how elements hang together, so a clash found is certain, while a
model without one may still be hard to meet. Requirements whose measure is not a matter of counts
(extent, apart, carried, filled) are left out.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import (
    All,
    Between,
    Compare,
    Condition,
    Not,
    Some,
    Value,
    Within,
)
from leadership_model.staffing.clash import feasible, irreducible
from leadership_model.staffing.demand import Demand
from leadership_model.staffing.linear import INFINITY, Builder, Terms, total
from leadership_model.staffing.solution import ClashItem
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import (
    Average,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)

Row = tuple[Terms, float, float]
WHOLE = Scope()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Members whose number lies in one stretch, ends included; `absent`: those with 无 (0)."""

    count: Terms
    low: float
    high: float
    absent: bool = False


@dataclass(slots=True)
class _Crowd:
    """Members without names: how many there are with each value of each element."""

    builder: Builder
    size: int
    meanings: Mapping[str, Meaning]
    borders: Mapping[str, Sequence[float]]
    stretches: dict[str, list[_Stretch]] = field(default_factory=dict)
    choices: dict[str, dict[str, Terms]] = field(default_factory=dict)
    answers: dict[Condition, Terms] = field(default_factory=dict)

    def number(self, name: str) -> list[_Stretch]:
        """Split the members by a number: at every border, and between borders."""
        if name not in self.stretches:
            meaning = self.meanings[name]
            inside = [b for b in self.borders.get(name, ()) if meaning.low <= b <= meaning.high]
            ends = sorted({meaning.low, meaning.high, *inside})
            parts = [(end, end) for end in ends] + list(pairwise(ends))
            found = [_Stretch(self._some(f"{name} {low}-{high}"), low, high) for low, high in parts]
            if meaning.absent_possible:
                found.append(_Stretch(self._some(f"{name} 无"), 0.0, 0.0, absent=True))
            self.builder.row(
                f"all {name}", total(each.count for each in found), self.size, self.size
            )
            self.stretches[name] = found
        return self.stretches[name]

    def choice(self, name: str) -> dict[str, Terms]:
        """Split the members by a choice; of a set each value is counted by itself."""
        if name not in self.choices:
            meaning = self.meanings[name]
            found = {value: self._some(f"{name} {value}") for value in meaning.values}
            if meaning.kind in ("choice", "flag"):
                free = meaning.absent_possible or meaning.open_values
                row = total(found.values())
                self.builder.row(f"all {name}", row, 0.0 if free else self.size, self.size)
            self.choices[name] = found
        return self.choices[name]

    def satisfying(self, condition: Condition) -> Terms:
        """Count the members who satisfy a condition, as far as counts can say."""
        if condition not in self.answers:
            self.answers[condition] = self._satisfying(condition)
        return self.answers[condition]

    def _satisfying(self, condition: Condition) -> Terms:
        name = _only_number(condition, self.meanings)
        if name is not None:
            return total(each.count for each in self.number(name) if _holds(condition, each))
        match condition:
            case Not(part):
                return self.satisfying(part) * -1.0 + float(self.size)
            case All(parts):
                return self._between(parts, every=True)
            case Some(parts):
                return self._between(parts, every=False)
            case Compare(name, "=", value) if self._listed(name, (value,)):
                return self.choice(name)[str(value)]
            case Within(name, values) if self._listed(name, values):
                return total(self.choice(name)[str(value)] for value in values)
            case _:
                return self._some(f"answer {len(self.answers)}")

    def _listed(self, name: str, values: Sequence[Value]) -> bool:
        meaning = self.meanings.get(name)
        closed = meaning is not None and meaning.kind in ("choice", "flag")
        return closed and meaning is not None and all(value in meaning.values for value in values)

    def _between(self, parts: Sequence[Condition], *, every: bool) -> Terms:
        """All: at most each part, at least what cannot be elsewhere. Some: the mirror image."""
        counts = [self.satisfying(part) for part in parts]
        result = self._some(f"joint {self.builder.count}")
        for count in counts:
            row = result - count
            self.builder.row("joint", row, *((-INFINITY, 0.0) if every else (0.0, INFINITY)))
        spare = (len(parts) - 1.0) * self.size if every else 0.0
        row = result - total(counts) + spare
        self.builder.row("joint", row, *((0.0, INFINITY) if every else (-INFINITY, 0.0)))
        return result

    def _some(self, name: str) -> Terms:
        return self.builder.variable(name, 0.0, float(self.size), integer=True)


def clash_of_model(
    model: Model, meanings: Mapping[str, Meaning], size: int, only: Iterable[str] | None = None
) -> tuple[ClashItem, ...]:
    """Name requirements that a team of this size can never meet together.

    Nothing when none are found. `only`: ids of the requirements to hold, all when not given.
    Requirements about a part of the team are left out.
    """
    wanted = None if only is None else frozenset(only)
    asked = [
        each
        for each in model.requirements
        if each.scope == WHOLE and (wanted is None or each.id in wanted)
    ]
    crowd = _Crowd(Builder(), size, meanings, _borders(asked, meanings))
    demands: dict[str, Demand] = {}
    for each in asked:
        text = f"{size}人的班子要满足“{each.label}”。"
        for row, low, high in _rows(crowd, each):
            demands[each.id] = Demand(each.id, each.id, -1, text)
            crowd.builder.row(each.id, row, low, high)
    linear = crowd.builder.build()
    if feasible(linear, frozenset(demands), demands):
        return ()
    found = irreducible(linear, demands)
    return tuple(ClashItem(source=name, team=-1, text=demands[name].text) for name in found)


def _rows(crowd: _Crowd, asked: Requirement) -> Iterator[Row]:
    """Write what a requirement asks of the counts when it is met in full."""
    low = -INFINITY if asked.lo is None else float(asked.lo)
    high = INFINITY if asked.hi is None else float(asked.hi)
    match asked.measure:
        case Count(condition):
            yield crowd.satisfying(condition), low, high
        case Share(condition):
            least = -INFINITY if asked.lo is None else math.ceil(asked.lo * crowd.size)
            most = INFINITY if asked.hi is None else math.floor(asked.hi * crowd.size)
            yield crowd.satisfying(condition), least, most
        case Every(condition):
            yield crowd.satisfying(condition), crowd.size, crowd.size
        case Average(element):
            found = crowd.number(element)
            yield total(e.count * e.low for e in found), -INFINITY, high * crowd.size
            yield total(e.count * e.high for e in found), low * crowd.size, INFINITY
        case Ladder(element, rungs):
            yield from _ladder(crowd, element, rungs)
        case Cover(element, values, each) if crowd.meanings[element].values:
            counts = crowd.choice(element)
            listed = [counts[value] for value in values if value in counts]
            yield _reached(crowd, listed, each), low, INFINITY
        case Distinct(element) if crowd.meanings[element].values:
            yield _reached(crowd, list(crowd.choice(element).values()), 1), low, INFINITY
        case Concentration(element) if crowd.meanings[element].values:
            for count in crowd.choice(element).values():
                yield count, -INFINITY, high
        case _:
            return


def _ladder(crowd: _Crowd, element: str, rungs: Sequence[Rung]) -> Iterator[Row]:
    taken: list[_Stretch] = []
    for rung in rungs:
        here = [e for e in crowd.number(element) if e not in taken and _stands(e, rung)]
        taken += here
        most = INFINITY if rung.at_most is None else float(rung.at_most)
        yield total(each.count for each in here), float(rung.at_least), most


def _stands(stretch: _Stretch, rung: Rung) -> bool:
    middle = (stretch.low + stretch.high) / 2
    above = rung.low is None or middle >= rung.low
    return not stretch.absent and above and (rung.high is None or middle <= rung.high)


def _reached(crowd: _Crowd, counts: Sequence[Terms], each: int) -> Terms:
    """Count how many of some counts reach `each`, at the most."""
    flags = []
    for count in counts:
        flag = crowd.builder.variable("reached", integer=True)
        crowd.builder.row("reached", flag * each - count, high=0.0)
        flags.append(flag)
    return total(flags)


def _borders(
    asked: Iterable[Requirement], meanings: Mapping[str, Meaning]
) -> dict[str, list[float]]:
    """Collect where the requirements cut each number element."""
    found: dict[str, list[float]] = {}
    for each in asked:
        if isinstance(each.measure, Ladder):
            ends = [end for r in each.measure.rungs for end in (r.low, r.high) if end is not None]
            found.setdefault(each.measure.element, []).extend(ends)
        elif isinstance(each.measure, Count | Share | Every):
            for leaf in _leaves(each.measure.condition):
                if _numeric(leaf, meanings):
                    found.setdefault(_name(leaf), []).extend(_cuts(leaf))
    return found


def _leaves(condition: Condition) -> Iterator[Condition]:
    match condition:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            yield condition


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


def _only_number(condition: Condition, meanings: Mapping[str, Meaning]) -> str | None:
    """Give the number element a condition is about when it is about nothing else."""
    leaves = list(_leaves(condition))
    names = {_name(leaf) for leaf in leaves}
    if len(names) == 1 and all(_numeric(leaf, meanings) for leaf in leaves):
        return names.pop()
    return None


def _holds(condition: Condition, stretch: _Stretch) -> bool:
    """Say whether a condition on one number holds all over a stretch between borders."""
    x = (stretch.low + stretch.high) / 2
    match condition:
        case All(parts):
            return all(_holds(part, stretch) for part in parts)
        case Some(parts):
            return any(_holds(part, stretch) for part in parts)
        case Not(part):
            return not _holds(part, stretch)
        case Compare(_, op, value):
            y = float(value)
            if stretch.absent:
                return op == "≠"
            answers = {"=": x == y, "≠": x != y, ">": x > y, ">=": x >= y, "<": x < y}
            return answers.get(op, x <= y)
        case Between(_, low, high):
            return not stretch.absent and float(low) <= x <= float(high)
        case Within(_, values):
            return not stretch.absent and x in [float(value) for value in values]
        case _:
            return False
