"""Filters over rows of objects (teams, posts, models), with the count that one click would give.

Values of one group are alternatives, groups narrow each other; a number can be asked to reach at
least a value.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar


class Row(Protocol):
    """A row knows its id."""

    @property
    def id(self) -> str:
        """The id of the object."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Group(Generic[R]):
    """A facet: what a row has of it. `order`: the order of its values, else by frequency.

    `words`: how a value is shown where it is not its own word.
    """

    id: str
    title: str
    values: Callable[[R], Sequence[str]]
    order: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def word(self, value: str) -> str:
        """Say a value."""
        return self.words.get(value, value)


@dataclass(frozen=True, slots=True)
class Least(Generic[R]):
    """A number of a row that can be asked to be at least so large; None is not known."""

    id: str
    title: str
    unit: str
    value: Callable[[R], int | None]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked: only some ids, values by group, numbers at least so large."""

    ids: tuple[str, ...] | None = None
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    least: tuple[tuple[str, int], ...] = ()

    def of(self, group: str) -> tuple[str, ...]:
        """Give the values asked for of a group."""
        return dict(self.asked).get(group, ())


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a group; `count` is what a click would leave, of a chosen one who has it."""

    value: str
    count: int
    chosen: bool


def chosen(
    rows: Sequence[R],
    groups: Sequence[Group[R]],
    filters: Filters,
    numbers: Sequence[Least[R]] = (),
    but: str = "",
) -> list[R]:
    """Give the rows that pass all filters, one group left out if named."""
    found = list(rows)
    if filters.ids is not None:
        wanted = frozenset(filters.ids)
        found = [row for row in found if row.id in wanted]
    for group in groups:
        asked = frozenset(filters.of(group.id))
        if asked and group.id != but:
            found = [row for row in found if not asked.isdisjoint(group.values(row))]
    least = dict(filters.least)
    for number in numbers:
        if number.id in least:
            found = [row for row in found if _reaches(number.value(row), least[number.id])]
    return found


def _reaches(value: int | None, least: int) -> bool:
    return value is not None and value >= least


def values(
    rows: Sequence[R],
    groups: Sequence[Group[R]],
    filters: Filters,
    group: Group[R],
    numbers: Sequence[Least[R]] = (),
) -> list[Value]:
    """Count the values of one group under the filters of all the others."""
    others = chosen(rows, groups, filters, numbers, group.id)
    asked = frozenset(filters.of(group.id))
    own: Counter[str] = Counter()
    more: Counter[str] = Counter()
    met = 0
    for row in others:
        held = tuple(dict.fromkeys(group.values(row)))
        own.update(held)
        if asked and not asked.isdisjoint(held):
            met += 1
        else:
            more.update(held)
    for value in asked:
        own.setdefault(value, 0)
    place = {value: at for at, value in enumerate(group.order)}
    order = sorted(own, key=lambda v: (place.get(v, len(place)), -own[v], v))
    return [
        Value(
            value, own[value] if value in asked or not asked else met + more[value], value in asked
        )
        for value in order
    ]


def toggled(filters: Filters, group: str, value: str) -> Filters:
    """Ask for a value of a group, or no longer."""
    asked = dict(filters.asked)
    had = asked.pop(group, ())
    fresh = tuple(each for each in had if each != value) if value in had else (*had, value)
    if fresh:
        asked[group] = fresh
    return replace(filters, asked=tuple(sorted(asked.items())))


def at_least(filters: Filters, number: str, least: int | None) -> Filters:
    """Ask a number to be at least so large; None asks nothing of it."""
    asked = dict(filters.least)
    asked.pop(number, None)
    if least is not None:
        asked[number] = least
    return replace(filters, least=tuple(sorted(asked.items())))


def words(groups: Sequence[Group[R]], numbers: Sequence[Least[R]], filters: Filters) -> str:
    """Say what is asked: 状态：红；空缺不少于 6 个月; empty without filters."""
    said = [
        f"{group.title}：{'、'.join(map(group.word, filters.of(group.id)))}"
        for group in groups
        if filters.of(group.id)
    ]
    least = dict(filters.least)
    said += [
        f"{each.title}不少于 {least[each.id]} {each.unit}" for each in numbers if each.id in least
    ]
    return "；".join(said)
