"""A list of people in groups by any element, with what stands under each: how many, what share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.errors import UserError
from leadership_model.people.gaps import ABSENT
from leadership_model.people.table import Ints
from leadership_model.query.axis import NONE, OPEN, axis

Places = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Grouping:
    """An element's groups over everybody: `of[i]` is the group of person i in `labels`.

    Groups stand in the order of the element's ranks or bands, else the largest first; 无 and 待核
    come last.
    """

    name: str
    of: Ints
    labels: tuple[str, ...]

    def parts(self, people: Sequence[int]) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Put people (positions) into their groups; each keeps the order given."""
        positions = np.asarray(people, dtype=np.int64)
        groups = self.of[positions] if len(positions) else np.zeros(0, dtype=np.int32)
        return tuple(
            (self.labels[group], tuple(positions[groups == group].tolist()))
            for group in np.unique(groups).tolist()
        )

    def counts(self, people: Sequence[int]) -> Ints:
        """Count people (positions) in each group."""
        positions = np.asarray(people, dtype=np.int64)
        return np.bincount(self.of[positions], minlength=len(self.labels)).astype(np.int32)


def grouping(world: World, name: str, people: Sequence[int], seats: Ints | None = None) -> Grouping:
    """Group everybody by an element; order and bands are made for these people (positions).

    Somebody with several values (a set) stands in the group of just these values together, so that
    the groups add up to the list. With `seats` (the rank of each person among teams and seats, -1
    without one) texts such as units stand in the order of their first seat.
    UserError when there is no such element.
    """
    if world.catalogue.element(name) is None:
        raise UserError(f"没有名为“{name}”的要素，不能按它分组，请另选一个")
    column = world.facts.column(name)
    inside = np.asarray(people, dtype=np.int64)
    match column:
        case ChoiceColumn():
            gaps = np.where(column.codes == ABSENT, -2, -1)
            codes = np.where(column.codes >= 0, column.codes, gaps).astype(np.int64)
            return _of_values(name, column.values, codes, inside, world.facts.meaning(name).ranks)
        case SetColumn():
            return _of_sets(name, column, inside)
        case TextColumn():
            known: dict[str, int] = {}
            codes = np.array(
                [
                    known.setdefault(text, len(known)) if text is not None else -2 if gone else -1
                    for text, gone in zip(column.texts, column.absent.tolist(), strict=True)
                ],
                dtype=np.int64,
            )
            ranks = {} if seats is None else _by_seat(tuple(known), codes, inside, seats)
            return _of_values(name, tuple(known), codes, inside, ranks)
        case NumberColumn():
            parts = axis(world, name, inside.astype(np.int32)).parts
            of = np.zeros(world.facts.count, dtype=np.int32)
            for at, part in enumerate(parts):
                of[part.inside] = at
            return Grouping(name, of, tuple(each.label for each in parts))


def _of_values(
    name: str, values: Sequence[str], codes: Places, inside: Places, ranks: Mapping[str, int]
) -> Grouping:
    """Order values by rank from the top, without ranks by how many have them."""
    counts = np.bincount(codes[inside][codes[inside] >= 0], minlength=len(values))
    order = sorted(
        range(len(values)), key=lambda at: (-ranks.get(values[at], -1), -int(counts[at]), at)
    )
    place = np.empty(len(values) + 2, dtype=np.int32)  # two more: -2 is 无, -1 is 待核
    place[order] = np.arange(len(values), dtype=np.int32)
    place[-2:] = len(values), len(values) + 1
    labels = (*(values[at] for at in order), NONE, OPEN)
    return Grouping(name, place[codes], labels)


def _by_seat(values: tuple[str, ...], codes: Places, inside: Places, seats: Ints) -> dict[str, int]:
    """Rank texts by the first seat one of these people holds: the first ranks highest."""
    last = len(seats) + 1
    first = np.full(len(values) + 2, last, dtype=np.int64)
    places = np.where(seats[inside] >= 0, seats[inside], last)
    np.minimum.at(first, codes[inside], places)
    return {value: last - int(first[at]) for at, value in enumerate(values)}


def _of_sets(name: str, column: SetColumn, inside: Places) -> Grouping:
    rows, codes = np.unique(column.bits, axis=0, return_inverse=True)
    names = tuple(
        "、".join(value for value, has in zip(column.values, row, strict=True) if has)
        for row in rows.tolist()
    )
    nothing = np.array([not each for each in names])[codes.ravel()]
    gaps = np.where(column.open & nothing, -1, np.where(nothing, -2, codes.ravel()))
    return _of_values(name, names, gaps.astype(np.int64), inside, {})
