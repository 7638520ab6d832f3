"""What the vectors say of people once they sit in a place: elements that depend on the seat.

A post has one holder, so candidates cannot all be seated in it at once. Each gets a copy of the
posts at the end of the table; their own seats are left empty. Only asked for where a requirement
reads such an element.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

import numpy as np

from leadership_model.assessment.facts import Facts
from leadership_model.assessment.world import World
from leadership_model.elements import table
from leadership_model.people.kept import Kept
from leadership_model.people.seating import VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Ints, Table
from leadership_model.staffing.board import Board


@dataclass(frozen=True, slots=True)
class Movers:
    """Facts by place, made when asked for."""

    world: World
    board: Board
    _facts: dict[int, Facts] = field(default_factory=dict, repr=False)
    _shared: dict[str, Facts] = field(default_factory=dict, repr=False)
    _ends: list[int] = field(default_factory=list, repr=False)
    _seatings: list[Seating] = field(default_factory=list, repr=False)

    def at(self, place: int) -> Facts:
        """Give the facts with every candidate of a place seated there from the world's month."""
        if place not in self._facts:
            self._facts[place] = self._seat(place)
        return self._facts[place]

    def _seat(self, place: int) -> Facts:
        base = self._base()
        seating = self._longer
        people = self._movers(place)
        leaving = np.flatnonzero(np.isin(seating.holder, people) & (seating.holder >= 0))
        changes = dict.fromkeys(leaving.tolist(), VACANT)
        first = len(self.world.snapshot.posts) + self._copies_before(place)
        for at in range(len(self.board.places[place].posts)):
            copies = range(first + at * len(people), first + (at + 1) * len(people))
            changes |= dict(zip(copies, people.tolist(), strict=True))
        return base.reseated(seating.with_holders(changes))

    def _base(self) -> Facts:
        """Give the facts of everybody where he is, with all copies vacant."""
        if "base" not in self._shared:
            copies = [
                (post, len(self._movers(place)))
                for place, each in enumerate(self.board.places)
                for post in each.posts
            ]
            seating = _longer(self.world.seating, copies)
            self._shared["base"] = Facts(table.build(seating, self.world.catalogue))
            self._seatings.append(seating)
        return self._shared["base"]

    @property
    def _longer(self) -> Seating:
        return self._seatings[0]

    def _movers(self, place: int) -> Ints:
        pairs = self.board.of_place(place)
        return self.board.person[pairs[~self.board.stays[pairs]]]

    def _copies_before(self, place: int) -> int:
        """Count the copies of the places before one."""
        if not self._ends:
            every = range(len(self.board.places))
            sizes = (len(self.board.places[at].posts) * len(self._movers(at)) for at in every)
            self._ends.extend(accumulate(sizes, initial=0))
        return self._ends[place]


def _longer(seating: Seating, copies: Sequence[tuple[int, int]]) -> Seating:
    """Add copies of posts (post, how many), all vacant, behind the last one."""
    snapshot = seating.snapshot
    rows = tuple(row for post, number in copies for row in (snapshot.posts.rows[post],) * number)
    extra = len(rows)
    longer = replace(
        snapshot,
        tables={**snapshot.tables, "post": _with_rows(snapshot, rows)},
        _kept=Kept(),
    )

    def padded(column: Ints, value: int) -> Ints:
        return np.concatenate([column, np.full(extra, value, dtype=np.int32)])

    return Seating(
        longer,
        seating.as_of,
        padded(seating.holder, VACANT),
        padded(seating.since, -1),
        padded(seating.tenure, -1),
        seating.attached,
    )


def _with_rows(snapshot: Snapshot, rows: tuple[tuple[object, ...], ...]) -> Table:
    """Add rows at the end. They keep the ids of what they are copies of: nobody looks them up."""
    posts = snapshot.posts
    return Table(
        posts.record_type,
        posts.rows + rows,
        posts.positions,
        posts.references,
        posts.owner,
        posts.starts,
    )
