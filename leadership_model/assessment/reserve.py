"""储备名单: who is on it at a month, how many are wanted, and the structure of the list as a whole.

Shares of women and of members of no party are asked of the list, never of a person: they stand on
every output with the list. What is wanted is data (data/reserve.toml), not confirmed
until the department sets its own.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np

from leadership_model import seed
from leadership_model.assessment.finding import Verdict
from leadership_model.assessment.performance import number
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.people.codes import ranks
from leadership_model.people.reserve import Reserve
from leadership_model.people.snapshot import Snapshot

DATA = "reserve.toml"
SETTING = "reserve"  # of the database: what the department set
MOST = 10  # in reserve for one seat


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


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many in reserve are wanted for each seat of a role."""

    role: str
    per_seat: float
    basis: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A share of the whole list that is wanted: on a list, or satisfying a condition."""

    id: str
    name: str
    at_least: Fraction
    basis: str
    unsure: bool
    list: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted of the reserve; `own`: the department has set it."""

    ratios: tuple[Ratio, ...]
    wishes: tuple[Wish, ...]
    own: bool = False
    basis: str = ""


def plan(snapshot: Snapshot) -> Plan:
    """Give what is wanted: as shipped, or as the department set it."""
    return snapshot.remember("reserve plan", lambda: _plan(snapshot.settings.get(SETTING)))


def _plan(stored: str | None) -> Plan:
    own: dict[str, Any] = json.loads(stored) if stored else {}
    data, said = seed.read(DATA), str(own.get("basis", ""))
    told = {"basis": f"本级确定：{said}", "unsure": False} if own else {}
    ratios = tuple(
        Ratio(**(each | told | {"per_seat": own.get(each["role"], each["per_seat"])}))
        for each in data["ratio"]
    )
    wishes = tuple(
        Wish(**(each | told | {"at_least": Fraction(own.get(each["id"], each["at_least"]))}))
        for each in data["share"]
    )
    return Plan(ratios, wishes, bool(own), said)


def adjusted(typed: Mapping[str, str], basis: str) -> str:
    """Make the setting of typed numbers, by role and id of a share; UserError where one is wrong.

    Ratios are people per seat, shares percents of the list.
    """
    shipped = _plan(None)
    found: dict[str, float | str] = {}
    for ratio in shipped.ratios:
        value = number(typed[ratio.role])
        if value is None or not 0 <= value <= MOST:
            raise UserError(f"每个{ratio.role}岗位的储备人数应在 0 到 {MOST} 之间")
        found[ratio.role] = int(value) if value == int(value) else value
    for wish in shipped.wishes:
        value = number(typed[wish.id])
        if value is None or not 0 <= value <= 100:
            raise UserError(f"{wish.name}应填 0 到 100 之间的百分数")
        found[wish.id] = str(Fraction(typed[wish.id].strip().removesuffix("%")) / 100)
    if not basis.strip():
        raise UserError("请写明依据：文件名称、文号或会议决定")
    return json.dumps(found | {"basis": basis.strip()}, ensure_ascii=False)


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
    ratios, made = {each.role: each for each in plan(world.snapshot).ratios}, []
    for level, role in _targets(found):
        ratio = ratios.get(role, Ratio(role, 0, "未规定比例", True))
        here = posts.texts("level").mask(level) & posts.texts("role").mask(role) & counted
        seats = int(np.count_nonzero(here))
        people = [s.person for s in found if (s.row.level, s.row.role) == (level, role)]
        made.append(
            Quota(
                level=level,
                role=role,
                seats=seats,
                wanted=math.ceil(seats * ratio.per_seat),
                people=tuple(dict.fromkeys(people)),
                basis=ratio.basis,
                unsure=ratio.unsure,
            )
        )
    return tuple(made)


def _targets(found: tuple[Stay, ...]) -> list[tuple[str, str]]:
    order = ranks("levels")
    named = {(s.row.level, s.row.role) for s in found if s.row.level and s.row.role}
    return sorted(named, key=lambda e: (-order.get(e[0] or "", 0), e[1] or ""))


def shares(world: World) -> tuple[ListShare, ...]:
    """Judge the requirements on the list as a whole, each person counted once."""
    found = stays(world.snapshot, world.as_of)
    people = list(dict.fromkeys(each.person for each in found))
    made = []
    for wish in plan(world.snapshot).wishes:
        if wish.list:
            sure = [p for p in people if _is_on(found, p, wish.list)]
            high = len(sure)
        else:
            answer = world.facts.tri(parse(wish.condition, world.catalogue))
            sure = [p for p in people if answer.sure[p]]
            high = sum(bool(answer.possible[p]) for p in people)
        made.append(
            ListShare(
                id=wish.id,
                name=wish.name,
                need=math.ceil(wish.at_least * len(people)),
                low=len(sure),
                high=high,
                size=len(people),
                basis=wish.basis,
                unsure=wish.unsure,
                people=tuple(sure),
            )
        )
    return tuple(made)


def _is_on(found: tuple[Stay, ...], person: int, name: str) -> bool:
    return any(each.person == person and each.row.list == name for each in found)
