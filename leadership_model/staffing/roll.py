"""Who is or may be a member in one scope of one team, and what the vectors say of each.

Rows of a roll: first the pairs in play (one per variable), then those members who sit where nothing
is decided, each once, outsiders as the row after the last person.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.facts import Facts
from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Condition
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import OUTSIDER
from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.board import Board
from leadership_model.staffing.linear import Floats, Terms, terms
from leadership_model.structure.requirement import Scope

Vector = NDArray[Any]
Parts = tuple[tuple[Ints, Facts], ...]
FactsAt = Callable[[int], Facts]  # place -> the facts of people newly seated there


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """`columns` and `places` have k entries (pairs), `people` k + f (pairs, then fixed members).

    `stays` (k + f) marks those who sit where they sit today: they are read from the facts of
    today, all others, where an element depends on the seat, from those of their new one.
    """

    columns: Ints
    places: Ints
    people: Ints
    stays: Bools
    base: Facts
    facts_at: FactsAt
    _split: list[Parts] = field(default_factory=list, repr=False)

    @property
    def parts(self) -> Parts:
        """Give rows of the roll with the facts they are read from, the present ones first."""
        if not self._split:
            self._split.append(_parts(self.stays, self.places, self.base, self.facts_at))
        return self._split[0]

    @property
    def pairs(self) -> int:
        """How many of the rows are pairs."""
        return len(self.columns)

    @property
    def fixed(self) -> int:
        """How many members sit where nothing is decided."""
        return len(self.people) - len(self.columns)

    def weigh(self, values: Floats | Bools) -> Terms:
        """Sum a value per row over the members: pairs as variables, the fixed as a constant."""
        numbers = values.astype(np.float64)
        return terms(self.columns, numbers[: self.pairs], float(numbers[self.pairs :].sum()))

    def answers(self, condition: Condition) -> Answers:
        """Say of each row whether a condition holds."""
        parts = self._parts_for(condition)
        found = [facts.answers(condition) for _, facts in parts]
        return Answers(
            self._filled(parts, [each.sure for each in found]),
            self._filled(parts, [each.possible for each in found]),
        )

    def numbers(self, element: str) -> Numbers:
        """Give a number element of each row."""
        parts = self._parts_for(element)
        found = [facts.numbers(element) for _, facts in parts]
        return Numbers(
            *(
                self._filled(parts, [getattr(each, name) for each in found])
                for name in ("low", "high", "absent", "may_be_absent")
            )
        )

    def values(self, element: str) -> Choices | Sets:
        """Give a choice, flag, text or set element of each row."""
        parts = self._parts_for(element)
        found = [facts.values(element) for _, facts in parts]
        first = found[0]
        if isinstance(first, Sets):
            sets = [each for each in found if isinstance(each, Sets)]
            bits = self._filled(parts, [each.bits for each in sets])
            more = self._filled(parts, [each.open for each in sets])
            return replace(first, bits=bits, open=more)
        choices = [each for each in found if isinstance(each, Choices)]
        codes = self._filled(parts, [_recoded(each, first) for each in choices])
        return replace(first, codes=codes)

    def sheet(self, world: World, post: int) -> tuple[Bools, Bools]:
        """Say of each row whether it surely, and whether it possibly meets a post's sheet."""
        asked = world.sheet_condition(post)
        parts = self._whole() if asked is None else self._parts_for(asked)
        found = [
            (world if facts is world.facts else replace(world, facts=facts, _cache={})).sheet(post)
            for _, facts in parts
        ]
        return (
            self._filled(parts, [each.sure for each in found]),
            self._filled(parts, [each.possible for each in found]),
        )

    def _parts_for(self, asked: Condition | str) -> Parts:
        """Read everything from one place where nothing depends on the seat."""
        return self.parts if self.base.depends_on_seats(asked) else self._whole()

    def _whole(self) -> Parts:
        return ((np.arange(len(self.people), dtype=np.int32), self.base),)

    def _filled(self, parts: Parts, vectors: list[Vector]) -> Vector:
        """Take each row's value out of the vector of its own facts."""
        if len(parts) == 1:
            return vectors[0][self.people]
        shape = (len(self.people), *vectors[0].shape[1:])
        result = np.zeros(shape, dtype=vectors[0].dtype)
        for (rows, _), vector in zip(parts, vectors, strict=True):
            result[rows] = vector[self.people[rows]]
        return result


def roll(world: World, board: Board, seats: Ints, facts_at: FactsAt) -> Roll:
    """Call the roll of the members on some seats of a team."""
    inside = board.of_posts(seats) > 0
    columns = np.flatnonzero(inside[board.place]).astype(np.int32)
    places = board.place[columns]
    decided = board.posts()
    held = [int(world.seating.holder[seat]) for seat in seats.tolist() if seat not in decided]
    fixed = list(dict.fromkeys(person for person in held if person >= 0))
    fixed += [world.facts.count] * held.count(OUTSIDER)
    people = np.concatenate([board.person[columns], np.array(fixed, dtype=np.int32)])
    stays = np.concatenate([board.stays[columns], np.ones(len(fixed), dtype=np.bool_)])
    return Roll(columns, places, people, stays, world.facts, facts_at)


def members(world: World, board: Board, team: int, scope: Scope, facts_at: FactsAt) -> Roll:
    """Call the roll of the members of a team in a scope; called once for a world and a board."""
    key = (team, scope, id(world.facts), facts_at)
    if key not in board.rolls:
        board.rolls[key] = roll(world, board, world.member_seats(team, scope), facts_at)
    found: Roll = board.rolls[key]
    return found


def _parts(stays: Bools, places: Ints, base: Facts, facts_at: FactsAt) -> Parts:
    """Split the rows by the facts they are read from; most often all read from the same."""
    groups: dict[int, tuple[list[Ints], Facts]] = {
        id(base): ([np.flatnonzero(stays).astype(np.int32)], base)
    }
    for place in np.unique(places).tolist():
        facts = facts_at(place)
        rows = np.flatnonzero(~stays[: len(places)] & (places == place))
        groups.setdefault(id(facts), ([], facts))[0].append(rows.astype(np.int32))
    return tuple((np.concatenate(rows).astype(np.int32), facts) for rows, facts in groups.values())


def _recoded(values: Choices, like: Choices) -> Ints:
    """Write codes in the numbering of another reading of the same element."""
    if values.values == like.values:
        return values.codes
    at = {name: code for code, name in enumerate(like.values)}
    lookup = np.array([at.get(name, UNKNOWN) for name in values.values] + [0], dtype=np.int32)
    return np.where(values.codes >= 0, lookup[values.codes], values.codes).astype(np.int32)
