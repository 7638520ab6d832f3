"""Members without names: how many of them have each value of each element.

For every element the members are counted by value (a number by the stretches between the borders
that conditions name), and a condition on several elements lies between what its parts allow. That
leaves out how elements hang together: whoever the members are, their counts keep these rows, but
counts that keep them need not be those of anybody.

Members sit on seats. Those on seats of one sort (role, functions, requirement sheet) are counted
together; how many of the seats are held is a number to be found where seats may stay empty.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import All, Compare, Condition, Not, Some, Value, Within
from leadership_model.staffing.borders import holds, only_number
from leadership_model.staffing.layout import Seats
from leadership_model.staffing.linear import INFINITY, Builder, Terms, total


@dataclass(frozen=True, slots=True)
class Stretch:
    """Members whose number lies in one stretch, ends included; `absent`: those with 无 (0)."""

    count: Terms
    low: float
    high: float
    absent: bool = False


@dataclass(slots=True)
class Group:
    """Members on seats of one sort, of which `held` are held (all where that is a constant)."""

    builder: Builder
    seats: Seats
    held: Terms
    meanings: Mapping[str, Meaning]
    borders: Mapping[str, Sequence[float]]
    stretches: dict[str, list[Stretch]] = field(default_factory=dict)
    choices: dict[str, dict[str, Terms]] = field(default_factory=dict)
    answers: dict[Condition, Terms] = field(default_factory=dict)
    sums: dict[str, Terms] = field(default_factory=dict)

    @property
    def most(self) -> int:
        """How many members there are when every seat is held."""
        return self.seats.count

    def able(self) -> Terms:
        """Count the members who meet the requirement sheet of their seats."""
        sheet = self.seats.sheet
        return self.held if sheet is None else self.satisfying(sheet)

    def sum(self, name: str) -> Terms:
        """Give the sum of a number over the members, 无 counting as 0."""
        if name not in self.sums:
            parts = self.number(name)
            whole = self.meanings[name].whole
            found = self.builder.variable(f"sum {name}", -INFINITY, INFINITY, integer=whole)
            for row, low, high in (
                (total(e.count * e.low for e in parts) - found, -INFINITY, 0.0),
                (total(e.count * e.high for e in parts) - found, 0.0, INFINITY),
            ):
                self.builder.row(f"sum {name}", row, low, high)
            self.sums[name] = found
        return self.sums[name]

    def number(self, name: str) -> list[Stretch]:
        """Split the members by a number: at every border, and between borders."""
        if name not in self.stretches:
            meaning = self.meanings[name]
            inside = [b for b in self.borders.get(name, ()) if meaning.low <= b <= meaning.high]
            ends = sorted({meaning.low, meaning.high, *inside})
            gaps = (_between(low, high, whole=meaning.whole) for low, high in pairwise(ends))
            parts = [(end, end) for end in ends] + [each for each in gaps if each is not None]
            found = [Stretch(self._some(f"{name} {low}-{high}"), low, high) for low, high in parts]
            if meaning.absent_possible:
                found.append(Stretch(self._some(f"{name} 无"), 0.0, 0.0, absent=True))
            self._whole(name, total(each.count for each in found), every=True)
            self.stretches[name] = found
        return self.stretches[name]

    def choice(self, name: str) -> dict[str, Terms]:
        """Split the members by a choice; of a set each value is counted by itself."""
        if name not in self.choices:
            meaning = self.meanings[name]
            found = {value: self._some(f"{name} {value}") for value in meaning.values}
            if meaning.kind in ("choice", "flag"):
                free = meaning.absent_possible or meaning.open_values
                self._whole(name, total(found.values()), every=not free)
            self.choices[name] = found
        return self.choices[name]

    def satisfying(self, condition: Condition) -> Terms:
        """Count the members who satisfy a condition, as far as counts can say."""
        if condition not in self.answers:
            self.answers[condition] = self._satisfying(condition)
        return self.answers[condition]

    def _satisfying(self, condition: Condition) -> Terms:
        name = only_number(condition, self.meanings)
        if name is not None:
            here = (
                e for e in self.number(name) if holds(condition, (e.low + e.high) / 2, e.absent)
            )
            return total(each.count for each in here)
        match condition:
            case Not(part):
                return self.held - self.satisfying(part)
            case All(parts):
                return self._joint(parts, every=True)
            case Some(parts):
                return self._joint(parts, every=False)
            case Compare(name, "=", value) if self._listed(name, (value,)):
                return self.choice(name)[str(value)]
            case Compare(name, "≠", value) if self._listed(name, (value,)):
                return self.held - self.choice(name)[str(value)]
            case Within(name, values) if self._listed(name, values):
                return total(self.choice(name)[str(value)] for value in values)
            case _:
                return self._some(f"answer {len(self.answers)}")

    def _listed(self, name: str, values: Sequence[Value]) -> bool:
        meaning = self.meanings.get(name)
        closed = meaning is not None and meaning.kind in ("choice", "flag")
        return closed and meaning is not None and all(value in meaning.values for value in values)

    def _joint(self, parts: Sequence[Condition], *, every: bool) -> Terms:
        """All: at most each part, at least what cannot be elsewhere. Some: the mirror image."""
        counts = [self.satisfying(part) for part in parts]
        result = self._some(f"joint {self.builder.count}")
        for count in counts:
            row = result - count
            self.builder.row("joint", row, *((-INFINITY, 0.0) if every else (0.0, INFINITY)))
        spare = self.held * (len(parts) - 1.0 if every else 0.0)
        row = result - total(counts) + spare
        self.builder.row("joint", row, *((0.0, INFINITY) if every else (-INFINITY, 0.0)))
        return result

    def _some(self, name: str) -> Terms:
        found = self.builder.variable(name, 0.0, float(self.most), integer=True)
        if len(self.held.columns):
            self.builder.row(f"no more than there are: {name}", found - self.held, high=0.0)
        return found

    def _whole(self, name: str, counted: Terms, *, every: bool) -> None:
        """Everybody has one value at most; with `every`, one."""
        low = 0.0 if every else -INFINITY
        self.builder.row(f"all {name}", counted - self.held, low, 0.0)


def _between(low: float, high: float, *, whole: bool) -> tuple[float, float] | None:
    """Give what lies between two borders; of whole numbers perhaps nothing."""
    if not whole:
        return low, high
    first, last = float(math.floor(low) + 1), float(math.ceil(high) - 1)
    return (first, last) if first <= last else None


@dataclass(frozen=True, slots=True)
class Crowd:
    """One group or several looked at as one."""

    groups: tuple[Group, ...]

    @property
    def builder(self) -> Builder:
        """Where rows are written."""
        return self.groups[0].builder

    @property
    def most(self) -> int:
        """How many members there are when every seat is held."""
        return sum(each.most for each in self.groups)

    @property
    def held(self) -> Terms:
        """How many members there are."""
        return total(each.held for each in self.groups)

    @property
    def fixed(self) -> bool:
        """Say whether every seat is held."""
        return not len(self.held.columns)

    def meaning(self, name: str) -> Meaning:
        """Say what an element means."""
        return self.groups[0].meanings[name]

    def number(self, name: str) -> list[Stretch]:
        """Split the members by a number."""
        split = [each.number(name) for each in self.groups]
        return [
            Stretch(total(e.count for e in same), same[0].low, same[0].high, same[0].absent)
            for same in zip(*split, strict=True)
        ]

    def sum(self, name: str) -> Terms:
        """Give the sum of a number over the members."""
        return total(each.sum(name) for each in self.groups)

    def choice(self, name: str) -> dict[str, Terms]:
        """Split the members by a choice."""
        split = [each.choice(name) for each in self.groups]
        return {value: total(each[value] for each in split) for value in split[0]}

    def satisfying(self, condition: Condition) -> Terms:
        """Count the members who satisfy a condition."""
        return total(each.satisfying(condition) for each in self.groups)
