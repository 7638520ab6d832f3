"""指标体系: indices made of weighted items, in a tree, entered by period; shipped and own ones.

The weights of the items under one head are parts of 100. Only items without items below them are
entered; `score_of` says what an entry is worth.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from leadership_model import seed
from leadership_model.people import periods
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import SystemEntry

Period = Literal["month", "half", "year"]
Direction = Literal["up", "down"]
PERIOD_WORDS: Mapping[Period, str] = {"month": "按月", "half": "按半年", "year": "按年"}
DIRECTION_WORDS: Mapping[Direction, str] = {"up": "越高越好", "down": "越低越好"}
FULL = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. `weight` is its part of 100 among its like; `subject` whom it is about.

    An entry reaches `target` for 100 points and gets none at `floor` or beyond, linear between;
    `direction` says on which side of the target good lies. `unsure`: not confirmed, 待核实.
    """

    id: str
    name: str
    weight: float
    subject: str = ""
    unit: str = "分"
    target: float = FULL
    floor: float = 0.0
    direction: Direction = "up"
    reporter: str = ""
    unsure: bool = False
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One indicator system: which teams by category, how often entered, its share in the year.

    `share` is the part of 100 points of the yearly appraisal, 0 where it has none. It holds for
    the years first..last; None = open. What was changed after figures had been entered begins with
    the period `since`; what held until then stands in `earlier`, oldest first.
    """

    id: str
    name: str
    categories: tuple[str, ...]
    items: tuple[Item, ...]
    period: Period = "year"
    share: float = 0.0
    first: int | None = None
    last: int | None = None
    basis: str = ""
    note: str = ""
    since: tuple[int, str] | None = None  # year and code of the period
    earlier: tuple["System", ...] = ()

    def at(self, year: int, period: str) -> "System":
        """Give what held in a period; over several ones what held at their end."""
        month = periods.last_month(year, period)
        found = [each for each in (*self.earlier, self) if each.begun(month)]
        return found[-1] if found else (*self.earlier, self)[0]

    def begun(self, month: int) -> bool:
        """Say whether it held, or had held, at the end of a month."""
        return self.since is None or periods.last_month(*self.since) <= month

    def holds(self, year: int) -> bool:
        """Say whether it is in use in a year."""
        return (self.first is None or self.first <= year) and (
            self.last is None or year <= self.last
        )

    def each(self) -> Iterator[tuple[int, Item]]:
        """Give all items with their depth, as they are read."""
        yield from _each(self.items, 0)

    def leaves(self) -> tuple[Item, ...]:
        """Give the items that are entered, as they are read."""
        return tuple(item for _, item in self.each() if not item.items)

    @property
    def unsure(self) -> bool:
        """Whether anything in it is not confirmed."""
        return any(item.unsure for _, item in self.each())


def _each(items: tuple[Item, ...], depth: int) -> Iterator[tuple[int, Item]]:
    for item in items:
        yield depth, item
        yield from _each(item.items, depth + 1)


def score_of(item: Item, value: float) -> float:
    """Give the points 0..100 of an entry: 100 at the target, 0 at the floor, linear between."""
    span = item.target - item.floor
    if not span:
        reached = value >= item.target if item.direction == "up" else value <= item.target
        return FULL if reached else 0.0
    return round(min(FULL, max(0.0, FULL * (value - item.floor) / span)), 9)


# ---- what is wrong with one


def faults(system: System) -> tuple[str, ...]:
    """Say in sentences what is wrong with a system; nothing where it can be used."""
    return tuple(_faults(system))


def _faults(system: System) -> Iterator[str]:
    if not system.name.strip():
        yield "请填写指标体系的名称"
    if not system.categories:
        yield "请选择适用的班子类别"
    if not 0 <= system.share <= FULL:
        yield f"占年度考核的比重应在 0 到 100 之间，现为 {system.share:g}"
    if system.first is not None and system.last is not None and system.first > system.last:
        yield f"起始年度 {system.first} 晚于终止年度 {system.last}"
    seen: set[str] = set()
    for _, item in system.each():
        if item.id in seen:
            yield f"指标编号“{item.id}”重复"
        seen.add(item.id)
        yield from _item_faults(item)
    yield from _sums(system.name or "指标体系", system.items)
    for _, item in system.each():
        if item.items:
            yield from _sums(item.name, item.items)


def _item_faults(item: Item) -> Iterator[str]:
    if not item.name.strip():
        yield "有一项指标没有名称，请填写"
    if item.weight <= 0:
        yield f"“{item.name}”的权重应大于 0，现为 {item.weight:g}"
    wrong = item.target < item.floor if item.direction == "up" else item.target > item.floor
    if not item.items and wrong:
        side = "不低于" if item.direction == "up" else "不高于"
        yield f"“{item.name}”的目标值 {item.target:g} 应{side}零分值 {item.floor:g}"


def _sums(name: str, items: tuple[Item, ...]) -> Iterator[str]:
    if not items:
        yield f"“{name}”下还没有指标"
        return
    total = sum(item.weight for item in items)
    if abs(total - FULL) > 1e-6:
        more = f"多 {total - FULL:g}" if total > FULL else f"少 {FULL - total:g}"
        yield f"“{name}”下各项权重合计应为 100，现为 {total:g}，{more}"


# ---- as data


def read(body: Mapping[str, Any]) -> System:
    """Make a system of its data (the form of data/indicators); KeyError where that is none."""
    since = body.get("since")
    return System(
        id=body["id"],
        name=body["name"],
        categories=tuple(body["categories"]),
        period=body.get("period", "year"),
        share=float(body.get("share", 0)),
        first=body.get("first"),
        last=body.get("last"),
        basis=body.get("basis", ""),
        note=body.get("note", ""),
        items=tuple(_read_item(each) for each in body.get("item", ())),
        since=None if since is None else (since[0], since[1]),
        earlier=tuple(read(each) for each in body.get("earlier", ())),
    )


def _read_item(body: Mapping[str, Any]) -> Item:
    plain = {key: value for key, value in body.items() if key != "item"}
    return Item(**plain, items=tuple(_read_item(each) for each in body.get("item", ())))


def written(system: System) -> dict[str, Any]:
    """Give a system as data; `read` takes it back."""
    names = ("id", "name", "period", "share", "first", "last", "basis", "note")
    plain = {name: getattr(system, name) for name in names}
    if system.since is not None:
        plain["since"] = list(system.since)
    if system.earlier:
        plain["earlier"] = [written(each) for each in system.earlier]
    return plain | {
        "categories": list(system.categories),
        "item": [_written_item(each) for each in system.items],
    }


def _written_item(item: Item) -> dict[str, Any]:
    names = ("id", "name", "weight", "subject", "unit", "target", "floor", "direction", "reporter")
    plain = {name: getattr(item, name) for name in (*names, "unsure")}
    return plain | ({"item": [_written_item(each) for each in item.items]} if item.items else {})


def entry_of(system: System, version: int = 1, *, retired: bool = False) -> SystemEntry:
    """Give the record a system is stored as."""
    body = json.dumps(written(system), ensure_ascii=False)
    return SystemEntry(id=system.id, name=system.name, body=body, retired=retired, version=version)


@cache
def shipped() -> tuple[System, ...]:
    """Read the systems that come with the program, in order of their files."""
    return tuple(read(seed.read(name)) for name in seed.names("indicators"))


def systems(snapshot: Snapshot) -> tuple[System, ...]:
    """Give the systems in use: the shipped ones with the department's laid over them, then its own.

    One that was retired is left out.
    """

    def make() -> tuple[System, ...]:
        entries = {each.id: each for each in stored(snapshot)}
        found = {each.id: each for each in shipped()}
        found |= {key: read(json.loads(each.body or "{}")) for key, each in entries.items()}
        gone = {key for key, each in entries.items() if each.retired}
        return tuple(each for key, each in found.items() if key not in gone)

    return snapshot.remember("indicator systems", make)


def stored(snapshot: Snapshot) -> tuple[SystemEntry, ...]:
    """Give what the department stored of systems, in order of id."""
    return tuple(snapshot["indicator_system"].records())
