"""储备名单: who is on it at a month, how many are wanted, and the structure of the list as a whole.

Shares of women and of members of no party are asked of the list, never of a person: they stand on
every output with the list. What is wanted is data (data/reserve.toml), not confirmed.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np

from leadership_model import seed
from leadership_model.assessment.finding import Verdict
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.people.codes import ranks
from leadership_model.people.reserve import Reserve
from leadership_model.people.snapshot import Snapshot

DATA = "reserve.toml"


@dataclass(frozen=True, slots=True)
class Horizon:
    """One kind of development: up to how many months ahead, from which lists."""

    id: str
    name: str
    lists: tuple[str, ...]
    months: int


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody on a list: position of the person, and the record."""

    person: int
    row: Reserve


@dataclass(frozen=True, slots=True)
class Quota:
    """How many are wanted for a level and role: `per_seat` for each of `seats`; who is there."""

    level: str
    role: str
    seats: int
    wanted: int
    people: tuple[int, ...]
    basis: str
    unsure: bool

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.wanted - len(self.people))


@dataclass(frozen=True, slots=True)
class ListShare:
    """A requirement on the whole list: of `size` people at least `need`; low..high satisfy it."""

    id: str
    name: str
    need: int
    low: int
    high: int
    size: int
    basis: str
    unsure: bool
    people: tuple[int, ...]

    @property
    def verdict(self) -> Verdict:
        """Judge the list; unknown where people of whom nothing is known decide."""
        if self.low >= self.need:
            return "green"
        return "unknown" if self.high >= self.need else "red"


@cache
def horizons() -> tuple[Horizon, ...]:
    """Give the kinds of development, the nearest first."""
    return tuple(
        Horizon(each["id"], each["name"], tuple(each["list"]), each["months"])
        for each in seed.read(DATA)["horizon"]
    )


@cache
def competences() -> tuple[str, ...]:
    """Name the dimensions that say what a team can do."""
    return tuple(seed.read(DATA)["competence"]["dimensions"])


def stays(snapshot: Snapshot, as_of: int) -> tuple[Stay, ...]:
    """List who is on a list at the end of a month, in order of people; nobody out of service."""

    def make() -> tuple[Stay, ...]:
        table, status = snapshot["reserve"], snapshot.people.texts("status").mask("在职")
        owners = table.owners().tolist()
        found = zip(owners, table.records(), strict=True)
        return tuple(
            Stay(person, row)
            for person, row in found
            if person >= 0
            and status[person]
            and (row.start is None or row.start <= as_of)
            and (row.end is None or as_of < row.end)
        )

    return snapshot.remember(("reserve", as_of), make)


def quotas(world: World) -> tuple[Quota, ...]:
    """Compare each level and role somebody is in reserve for with its seats, high levels first."""
    posts, found = world.snapshot.posts, stays(world.snapshot, world.as_of)
    counted = posts.ints("takes_quota") == 1
    made = []
    for level, role in _targets(found):
        ratio = _ratio(role)
        here = posts.texts("level").mask(level) & posts.texts("role").mask(role) & counted
        seats = int(np.count_nonzero(here))
        people = [s.person for s in found if (s.row.level, s.row.role) == (level, role)]
        made.append(
            Quota(
                level=level,
                role=role,
                seats=seats,
                wanted=seats * int(ratio["per_seat"]),
                people=tuple(dict.fromkeys(people)),
                basis=ratio["basis"],
                unsure=bool(ratio.get("unsure")),
            )
        )
    return tuple(made)


def _targets(found: tuple[Stay, ...]) -> list[tuple[str, str]]:
    order = ranks("levels")
    named = {(s.row.level, s.row.role) for s in found if s.row.level and s.row.role}
    return sorted(named, key=lambda e: (-order.get(e[0] or "", 0), e[1] or ""))


def _ratio(role: str) -> Mapping[str, Any]:
    every: list[Mapping[str, Any]] = seed.read(DATA)["ratio"]
    return next(
        (each for each in every if each["role"] == role),
        {"per_seat": 0, "basis": "未规定比例", "unsure": True},
    )


def shares(world: World) -> tuple[ListShare, ...]:
    """Judge the requirements on the list as a whole, each person counted once."""
    found = stays(world.snapshot, world.as_of)
    people = list(dict.fromkeys(each.person for each in found))
    made = []
    for each in seed.read(DATA)["share"]:
        if "list" in each:
            sure = [p for p in people if _is_on(found, p, each["list"])]
            high = len(sure)
        else:
            answer = world.facts.tri(parse(each["condition"], world.catalogue))
            sure = [p for p in people if answer.sure[p]]
            high = sum(bool(answer.possible[p]) for p in people)
        made.append(
            ListShare(
                id=each["id"],
                name=each["name"],
                need=math.ceil(Fraction(each["at_least"]) * len(people)),
                low=len(sure),
                high=high,
                size=len(people),
                basis=each["basis"],
                unsure=bool(each.get("unsure")),
                people=tuple(sure),
            )
        )
    return tuple(made)


def _is_on(found: tuple[Stay, ...], person: int, name: str) -> bool:
    return any(each.person == person and each.row.list == name for each in found)
