"""The seats in play and who may take them: what a staffing problem decides about.

A place 位置 is one post, or several linked posts that one person takes together. A pair says that a
person may take (or keep) a place. Variable i of every problem is pair i; after the pairs comes one
variable for each place, 1 when the place stays empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.linear import INFINITY, Builder, Floats, Linear, Terms, terms


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
    rolls: dict[Any, Any] = field(default_factory=dict, repr=False)
    _cache: dict[str, Ints] = field(default_factory=dict, repr=False)
    _posts: list[frozenset[int]] = field(default_factory=list, repr=False)

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
        start, stop = self._starts()[place : place + 2]
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
        lookup = self._place_of_posts()
        known = posts[posts < len(lookup)]
        found = lookup[known[np.concatenate([[True], np.diff(known) != 0])[: len(known)]]]
        return np.bincount(found[found >= 0], minlength=len(self.places)).astype(np.int32)

    def posts(self) -> frozenset[int]:
        """Give all posts in play."""
        if not self._posts:
            self._posts.append(frozenset(post for place in self.places for post in place.posts))
        return self._posts[0]

    def _place_of_posts(self) -> Ints:
        """Give for each post, up to the last in play, its place or -1."""
        if "places" not in self._cache:
            found = np.full(max(self.posts(), default=-1) + 1, -1, dtype=np.int32)
            for at, place in enumerate(self.places):
                found[list(place.posts)] = at
            self._cache["places"] = found
        return self._cache["places"]

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
        first = self.pairs + len(self.places)
        inner = row.columns < first
        least, most = self._span_of_places(row.columns[inner], row.values[inner])
        rest, values = row.columns[~inner], row.values[~inner]
        if len(rest):
            used, of = np.unique(rest, return_inverse=True)
            sums = np.bincount(of, values)
            low, high = (
                linear.limits() if isinstance(linear, Builder) else (linear.low, linear.high)
            )
            used, sums = used[sums != 0.0], sums[sums != 0.0]
            ends = np.stack([sums * low[used], sums * high[used]])
            least += float(ends.min(axis=0).sum())
            most += float(ends.max(axis=0).sum())
        return least + row.constant, most + row.constant

    def _span_of_places(self, columns: Ints, values: Floats) -> tuple[float, float]:
        """Bound a sum over pairs and empty places: each place takes one of its columns."""
        if not len(columns):
            return 0.0, 0.0
        paired = columns < self.pairs
        chosen = columns[paired]
        outer = columns[~paired] - self.pairs
        ends = [int(each) for each in outer] + (
            self.place[[chosen.min(), chosen.max()]].tolist() if len(chosen) else []
        )
        start, stop = min(ends), max(ends) + 1  # the places the row speaks of lie between
        starts = self._starts()[start : stop + 1]
        sums = np.bincount(chosen - starts[0], values[paired], starts[-1] - starts[0])
        of_empty = np.bincount(outer - start, values[~paired], stop - start)
        grid = np.stack([of_empty, of_empty]).astype(np.float64)  # of nothing whole numbers
        there = np.diff(starts) > 0
        if len(sums):
            firsts = (starts[:-1] - starts[0])[there]
            grid[0, there] = np.minimum(grid[0, there], np.minimum.reduceat(sums, firsts))
            grid[1, there] = np.maximum(grid[1, there], np.maximum.reduceat(sums, firsts))
        return float(grid[0].sum()), float(grid[1].sum())

    def _starts(self) -> Ints:
        """Give the first pair of each place, and the number of pairs behind the last."""
        if "starts" not in self._cache:
            ends = np.arange(len(self.places) + 1)
            self._cache["starts"] = np.searchsorted(self.place, ends).astype(np.int32)
        return self._cache["starts"]


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
    order = np.argsort(board.person, kind="stable").astype(np.int32)
    who, sizes = np.unique(board.person, return_counts=True)
    incumbents = np.array([place.holder for place in board.places], dtype=np.int32)
    must = np.isin(who, incumbents[incumbents >= 0])
    asked = must | (sizes > 1)
    low = np.where(must, 1.0, -INFINITY)[asked]
    builder.rows(
        [f"seat {names[person]}" for person in who[asked].tolist()],
        sizes[asked].tolist(),
        order[np.repeat(asked, sizes)],
        np.stack([low, np.ones(len(low))]),
    )
