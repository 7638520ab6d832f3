"""The two ends of a measured value as expressions a solver can hold against a target.

Unknown data make a measured value an interval [low, high]. A lower bound of a target needs an
expression that cannot lie above the end it stands for ("under"), an upper bound one that cannot lie
below ("over"); for given seats each can reach its end exactly. Sums are both at once. What is not
a sum lies in the neighbouring files by kinds: ends_values, ends_numbers, ends_pairs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.board import Board
from leadership_model.staffing.linear import INFINITY, Builder, Terms, terms, total
from leadership_model.staffing.roll import FactsAt, Roll, roll
from leadership_model.structure.requirement import Scope

End = Literal["low", "high"]
Side = Literal["under", "over"]


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """What is asked for: which end, certified from which side, and where to put the rows."""

    builder: Builder
    board: Board
    roll: Roll
    end: End
    side: Side
    name: str

    @property
    def size(self) -> int:
        """How many members there can be."""
        return len(np.unique(self.roll.places)) + self.roll.fixed

    def sum(self, sure: Bools, possible: Bools) -> Terms:
        """Count the rows of the roll that surely, or possibly, count: as the end asks."""
        return self.roll.weigh(sure if self.end == "low" else possible)

    def most(self, row: Terms) -> float:
        """Give the largest value an expression can take."""
        return self.board.span(row, self.builder)[1]

    def least(self, row: Terms) -> float:
        """Give the smallest value an expression can take."""
        return self.board.span(row, self.builder)[0]

    def flag(self, what: str, *, integer: bool = True) -> Terms:
        """Add a variable between 0 and 1."""
        return self.builder.variable(f"{self.name} {what}", integer=integer)

    def number(self, what: str, low: float, high: float, *, integer: bool = False) -> Terms:
        """Add a variable in given bounds."""
        return self.builder.variable(f"{self.name} {what}", low, max(low, high), integer=integer)

    def below(self, row: Terms, bound: Terms | float = 0.0) -> None:
        """Demand row <= bound."""
        self.builder.row(self.name, row - bound, -INFINITY, 0.0)


def reached(ask: Ask, row: Terms, each: int, what: str) -> Terms:
    """Say by a flag whether a count reaches `each`: never too early (under) or too late (over)."""
    if ask.side == "under":
        flag = ask.flag(what, integer=each > 1)
        ask.below(flag * each, row)
        return flag
    flag = ask.flag(what)
    room = ask.most(row) - (each - 1)
    if room > 0:
        ask.below(row - (each - 1), flag * room)
    return flag


def filled(ask: Ask, world: World, seats: Ints) -> Terms:
    """Count the occupied seats that take quota; a seat of which that is not recorded may."""
    quota = world.snapshot.posts.ints("takes_quota")[seats]
    counted = seats[quota == 1] if ask.end == "low" else seats[quota != 0]
    decided = ask.board.posts()
    constant = sum(
        1
        for seat in counted.tolist()
        if seat not in decided and int(world.seating.holder[seat]) != VACANT
    )
    numbers = ask.board.of_posts(counted)
    parts = [terms(ask.board.of_place(at), numbers[at]) for at in np.flatnonzero(numbers).tolist()]
    return total(parts) + float(constant)


def carried(
    ask: Ask, world: World, functions: Iterable[str], team: int, scope: Scope, facts_at: FactsAt
) -> Terms:
    """Count the functions some post carries whose holder meets that post's requirement sheet."""
    flags: list[Terms] = []
    seats = world.seats(team, scope)
    for function in functions:
        parts = [
            _sheet(ask, world, post, facts_at)
            for post in seats[world.carries(function)[seats]].tolist()
        ]
        row = total(parts)
        if row.constant >= 1.0:
            flags.append(Terms(constant=1.0))
        elif len(row.columns):
            flags.append(reached(ask, row, 1, f"{function} carried"))
    return total(flags)


def _sheet(ask: Ask, world: World, post: int, facts_at: FactsAt) -> Terms:
    """Say who of those who may hold a post, or hold it for good, meets its sheet."""
    seat = np.array([post], dtype=np.int32)
    called = roll(world, ask.board, seat, facts_at)
    sure, possible = called.sheet(world, post)
    return called.weigh(sure if ask.end == "low" else possible)
