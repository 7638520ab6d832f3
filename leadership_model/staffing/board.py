"""The seats in play and who may take them: what a staffing problem decides about.

A place 位置 is one post, or several linked posts that one person takes together. A pair says that a
person may take (or keep) a place. Variable i of every problem is pair i; after the pairs comes one
variable for each place, 1 when the place stays empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.linear import Builder, Floats, Linear, Terms, terms


@dataclass(frozen=True, slots=True)
class Place:
    """Posts that go to one person together; `holder` is who sits there now, or VACANT."""

    posts: tuple[int, ...]
    holder: int


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Places and pairs. `place` and `person` have one entry per pair, in order of places.

    `stays` marks the pairs that leave an incumbent where he is.
    """

    places: tuple[Place, ...]
    place: Ints
    person: Ints
    stays: Bools
    _cache: dict[str, Ints] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not len(self.place) == len(self.person) == len(self.stays):
            raise ValueError("Every pair has a place and a person and says whether it stays.")
        if len(self.place) and (np.diff(self.place) < 0).any():
            raise ValueError("Pairs lie in the order of their places.")

    @property
    def pairs(self) -> int:
        """How many pairs there are: the number of their variables."""
        return len(self.place)

    def of_place(self, place: int) -> Ints:
        """Give the pairs of a place; they are variables of the problem at once."""
        start, stop = np.searchsorted(self.place, [place, place + 1])
        return np.arange(start, stop, dtype=np.int32)

    def of_people(self, people: Ints) -> Ints:
        """Give the pairs of some people, in order."""
        if "order" not in self._cache:
            self._cache["order"] = np.argsort(self.person, kind="stable").astype(np.int32)
            self._cache["people"] = self.person[self._cache["order"]]
        order, sorted_people = self._cache["order"], self._cache["people"]
        starts = np.searchsorted(sorted_people, people, side="left").tolist()
        stops = np.searchsorted(sorted_people, people, side="right").tolist()
        found = [order[start:stop] for start, stop in zip(starts, stops, strict=True)]
        return np.unique(np.concatenate([order[:0], *found])).astype(np.int32)

    def empty(self, place: int) -> int:
        """Give the variable that says a place stays empty."""
        return self.pairs + place

    def of_posts(self, posts: Ints) -> Ints:
        """Count for each place how many of these posts belong to it (shape: places)."""
        wanted = frozenset(posts.tolist())
        counts = [sum(post in wanted for post in place.posts) for place in self.places]
        return np.array(counts, dtype=np.int32)

    def posts(self) -> frozenset[int]:
        """Give all posts in play."""
        return frozenset(post for place in self.places for post in place.posts)

    def holders(self, point: Floats) -> dict[int, int]:
        """Read off a solved point who sits where: post -> person, for the places not left empty."""
        chosen = np.flatnonzero(point[: self.pairs] > 0.5)
        return {
            post: int(self.person[pair])
            for pair in chosen
            for post in self.places[int(self.place[pair])].posts
        }

    def span(self, row: Terms, linear: "Builder | Linear") -> tuple[float, float]:
        """Bound an expression from both sides: at most one pair of a place, the rest as bounded."""
        count = linear.count if isinstance(linear, Builder) else len(linear.names)
        low, high = linear.limits() if isinstance(linear, Builder) else (linear.low, linear.high)
        sums = np.bincount(row.columns, row.values, count) if len(row.columns) else np.zeros(count)
        first = self.pairs + len(self.places)
        rest = sums[first:]
        ends = np.stack([rest * low[first:], rest * high[first:]])
        if len(self.places):
            grid = np.zeros((2, len(self.places)))
            np.minimum.at(grid[0], self.place, sums[: self.pairs])
            np.maximum.at(grid[1], self.place, sums[: self.pairs])
            grid[0] = np.minimum(grid[0], sums[self.pairs : first])
            grid[1] = np.maximum(grid[1], sums[self.pairs : first])
            least, most = float(grid[0].sum()), float(grid[1].sum())
        else:
            least = most = 0.0
        used = rest != 0.0
        least += float(ends.min(axis=0)[used].sum())
        most += float(ends.max(axis=0)[used].sum())
        return least + row.constant, most + row.constant


def assign(builder: Builder, board: Board, names: Sequence[str]) -> None:
    """Add the variables of a board and its first rows.

    Every place is taken by one person or empty; every person takes at most one place, and an
    incumbent whose place is in play exactly one. `names` are the people's ids, by position.
    """
    people = board.person.tolist()
    builder.variables(
        [f"x {place} {names[p]}" for place, p in zip(board.place.tolist(), people, strict=True)],
        integer=True,
    )
    builder.variables([f"e {place}" for place in range(len(board.places))], integer=True)
    for at in range(len(board.places)):
        row = terms(board.of_place(at)) + terms(board.empty(at))
        builder.row(f"place {at}", row, 1.0, 1.0)
    order = np.argsort(board.person, kind="stable")
    who, starts = np.unique(board.person[order], return_index=True)
    incumbents = {place.holder for place in board.places if place.holder >= 0}
    for person, chosen in zip(who.tolist(), np.split(order, starts[1:]), strict=False):
        if person in incumbents:
            builder.row(f"seat {names[person]}", terms(chosen), 1.0, 1.0)
        elif len(chosen) > 1:
            builder.row(f"seat {names[person]}", terms(chosen), high=1.0)
