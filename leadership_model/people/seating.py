"""Who sits where at the end of a month: tenures laid over posts, and changes laid over that."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.kept import Kept
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.tenure import FILLING

T = TypeVar("T")

VACANT = -1
OUTSIDER = -2


@dataclass(frozen=True, slots=True)
class Seating:
    """The holder of every post at one month.

    holder: person position, VACANT or OUTSIDER; since: start month of that tenure (UNKNOWN when
    vacant or not recorded); tenure: row of the tenure, -1 where a plan put the person there.
    Only kinds that fill a seat count; `attached` rows are tenures of 挂职 and 提名 at that month.
    """

    snapshot: Snapshot
    as_of: int
    holder: Ints
    since: Ints
    tenure: Ints
    attached: tuple[int, ...] = ()
    _kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what `make` works out from this seating alone, worked out once per key."""
        return self._kept.get(key, make)

    def seats(self, team: int) -> range:
        """Give the posts of a team, in their order."""
        return self.snapshot.posts.of(team)

    def members(self, team: int) -> Ints:
        """Give the members present: persons once each, then OUTSIDER once for each such seat.

        Only posts that make a 班子成员 count; order is the order of posts.
        """
        seats = np.arange(self.seats(team).start, self.seats(team).stop)
        held = self.holder[seats[self.snapshot.posts.ints("member")[seats] == 1]]
        people = held[held >= 0]
        _, first = np.unique(people, return_index=True)
        return np.concatenate([people[np.sort(first)], held[held == OUTSIDER]]).astype(np.int32)

    def posts_of(self, person: int) -> Ints:
        """Give the posts a person holds, in the order of posts."""
        return np.flatnonzero(self.holder == person).astype(np.int32)

    def linked(self, post: int) -> tuple[int, ...]:
        """Give the posts that go to one holder together with a post (联职), itself first."""
        groups = self.snapshot.remember("linked posts", lambda: _linked(self.snapshot))
        return (post, *(each for each in groups.get(post, ()) if each != post))

    def seated(self) -> Bools:
        """Mark the people who hold any seat."""
        mask = np.zeros(len(self.snapshot.people), dtype=np.bool_)
        mask[self.holder[self.holder >= 0]] = True
        return mask

    def main_post(self) -> Ints:
        """Give each person's longest-held present seat (first in order among equals), or -1."""
        return self._kept.get("main", self._main_post)

    def _main_post(self) -> Ints:
        main = np.full(len(self.snapshot.people), -1, dtype=np.int32)
        held = np.flatnonzero(self.holder >= 0)
        order = held[np.lexsort((held, self.since[held]))][::-1]
        main[self.holder[order]] = order
        return main

    def taken_over(self, other: "Seating") -> "Seating":
        """Take over what was worked out of the same seats and would come out the same here."""
        if not self.seats_as(other):
            return self
        return replace(self, _kept=other.kept(self.snapshot))

    def kept(self, later: Snapshot) -> Kept:
        """Give what was worked out and would come out of a later snapshot the same."""
        same = later.same_as(self.snapshot)
        return self._kept.those(lambda _key, _value, reads: same(reads))

    def seats_as(self, other: "Seating") -> bool:
        """Say whether the same people sit in the same seats, since the same months."""
        return (
            self.attached == other.attached
            and np.array_equal(self.holder, other.holder)
            and np.array_equal(self.since, other.since)
            and np.array_equal(self.tenure, other.tenure)
        )

    def with_holders(self, changes: Mapping[int, int], since: int | None = None) -> "Seating":
        """Put other holders into posts (post -> person, VACANT or OUTSIDER), from `since` on."""
        if not changes:
            return self
        posts = np.fromiter(changes, dtype=np.int32, count=len(changes))
        people = np.fromiter(changes.values(), dtype=np.int32, count=len(changes))
        holder, begun, tenure = self.holder.copy(), self.since.copy(), self.tenure.copy()
        holder[posts] = people
        start = self.as_of if since is None else since
        begun[posts] = np.where(people == VACANT, UNKNOWN, start)
        tenure[posts] = -1
        return replace(self, holder=holder, since=begun, tenure=tenure, _kept=Kept())


def _linked(snapshot: Snapshot) -> dict[int, tuple[int, ...]]:
    """Give for each linked post all posts of its group, in order."""
    groups: dict[str, list[int]] = {}
    for post, name in enumerate(snapshot.posts.raw("linked")):
        if name:
            groups.setdefault(name, []).append(post)
    return {post: tuple(group) for group in groups.values() for post in group}


def seat(snapshot: Snapshot, as_of: int) -> Seating:
    """Lay the tenures of a month over the posts.

    Where two tenures fill one seat at once (an error in the data) the later one counts.
    """
    tenures = snapshot["tenure"]
    start, end = tenures.ints("start"), tenures.ints("end")
    kind = tenures.texts("kind")
    present = (start <= as_of) & (as_of < end) & (tenures.ints("post") >= 0)
    fills = np.flatnonzero(present & kind.mask(*FILLING))
    fills = fills[np.argsort(start[fills], kind="stable")]
    posts = tenures.ints("post")[fills]
    people = tenures.ints("person")[fills]
    count = len(snapshot.posts)
    holder = np.full(count, VACANT, dtype=np.int32)
    since = np.full(count, UNKNOWN, dtype=np.int32)
    row = np.full(count, -1, dtype=np.int32)
    holder[posts] = np.where(people >= 0, people, OUTSIDER)
    since[posts] = start[fills]
    row[posts] = fills
    attached = tuple(int(i) for i in np.flatnonzero(present & ~kind.mask(*FILLING)))
    return Seating(snapshot, as_of, holder, since, row, attached)
