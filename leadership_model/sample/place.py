"""Where the invented people work: the city, its areas, their townships and departments."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leadership_model import seed
from leadership_model.ids import new
from leadership_model.sample.chance import stream

CITY_AREA = "市直"
WORDS = {"区": "区", "县级市": "市", "县": "县", "自治县": "县", "地级市": "市"}


@dataclass(frozen=True, slots=True)
class Size:
    """How much of the default city is drawn."""

    areas: int
    towns: int
    departments: int
    city_departments: int
    others: int


@dataclass(frozen=True, slots=True)
class Body:
    """One department (or zone, enterprise, university): its unit and how its posts are called."""

    unit: str
    name: str
    unit_kind: str
    area: str
    functions: tuple[str, ...]
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Town:
    """One township 乡镇 or sub-district 街道."""

    unit: str
    name: str
    kind: str

    @property
    def street(self) -> bool:
        """Whether it is a sub-district."""
        return self.kind == "街道"


@dataclass(frozen=True, slots=True)
class Place:
    """An area, or the city itself (area 市直)."""

    name: str
    short: str
    kind: str
    area: str
    unit: str
    autonomy: tuple[str, ...] = ()
    towns: tuple[Town, ...] = ()
    bodies: tuple[Body, ...] = ()
    organs: tuple[tuple[str, str], ...] = ()  # place among the four teams -> unit id

    @property
    def word(self) -> str:
        """The word officials are called by: 县, 区 or 市."""
        return WORDS[self.kind]

    @property
    def call(self) -> str:
        """The name used in a résumé: 易溪县, 勐河县, 湖阳市."""
        return self.short + self.word

    def organ(self, name: str) -> str:
        """Give the unit of one of the four teams, the court or the procuratorate."""
        return dict(self.organs)[name]


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole city: the city as a place (its departments), its areas, its zones and firms."""

    city: Place
    areas: tuple[Place, ...]
    others: tuple[Body, ...]


ORGANS = ("党委", "人大", "政府", "政协", "法院", "检察院")


def size_of(people: int) -> Size:
    """Choose how many areas and teams a city of that many people has (8,155: the default)."""
    ratio = min(1.0, people / 8155)
    areas = min(9, max(1, round(9 * ratio * 1.6)))
    return Size(
        areas=areas,
        towns=max(areas, round(75 * ratio)),
        departments=max(3 * areas, round(360 * ratio)),
        city_departments=max(1, round(45 * ratio)),
        others=round(6 * ratio),
    )


def survey(size: Size, number: int) -> Ground:
    """Draw the places of a city of that size; `number` is the seed."""
    source = stream(number, "place")
    content = seed.read("sample/places.toml")
    names = _town_names(source, content)
    city_name = content["city"]
    city = Place(
        name=city_name,
        short=city_name[:-1],
        kind="地级市",
        area=CITY_AREA,
        unit=new("u", source),
        bodies=_city_bodies(source, city_name, size.city_departments),
    )
    listed = content["area"] if size.areas > 1 else content["area"][1:2]
    areas = tuple(
        _area(source, entry, size, at, names) for at, entry in enumerate(listed[: size.areas])
    )
    others = tuple(_other(source, entry) for entry in content["other"][: size.others])
    return Ground(city, areas, others)


def _town_names(source: random.Random, content: Mapping[str, Any]) -> list[str]:
    pairs = [a + b for a in content["town_first"] for b in content["town_second"]]
    source.shuffle(pairs)
    return pairs


def _part(total: int, parts: int, at: int) -> int:
    """Share a whole number out evenly; the first parts get what is left over."""
    return total // parts + (1 if at < total % parts else 0)


def _area(
    source: random.Random, entry: Mapping[str, Any], size: Size, at: int, names: list[str]
) -> Place:
    count = entry["towns"] if size.towns == 75 else _part(size.towns, size.areas, at)
    streets = {"区": 5, "县级市": 3}.get(entry["kind"], 1)
    towns = tuple(_town(source, names.pop(), number < streets, number) for number in range(count))
    word = WORDS[entry["kind"]]
    call = entry["short"] + word
    wanted = _part(size.departments, size.areas, at)
    listed = [e for e in seed.read("sample/departments.toml")["department"] if not e["city_only"]]
    return Place(
        name=entry["name"],
        short=entry["short"],
        kind=entry["kind"],
        area=entry["name"],
        unit=new("u", source),
        autonomy=tuple(entry.get("autonomy", ())),
        towns=towns,
        bodies=tuple(_body(source, e, call, word, entry["name"]) for e in listed[:wanted]),
        organs=tuple((organ, new("u", source)) for organ in ORGANS),
    )


def _town(source: random.Random, name: str, street: bool, number: int) -> Town:
    if street:
        return Town(new("u", source), f"{name}街道", "街道")
    return Town(new("u", source), name + ("乡" if number % 3 == 2 else "镇"), "乡镇")


def _city_bodies(source: random.Random, name: str, count: int) -> tuple[Body, ...]:
    listed = seed.read("sample/departments.toml")["department"]
    # A small city starts with ordinary departments: those of the committee have outside heads.
    order = listed if count >= len(listed) else [*listed[7:], *listed[:7]]
    return tuple(_body(source, e, name, "市", CITY_AREA) for e in order[:count])


def _body(source: random.Random, entry: Mapping[str, Any], call: str, word: str, area: str) -> Body:
    kind = "市直部门" if area == CITY_AREA else "县直部门"
    name = entry["name"].format(a=call, w=word)
    return Body(new("u", source), name, kind, area, tuple(entry["functions"]), entry)


def _other(source: random.Random, entry: Mapping[str, Any]) -> Body:
    functions = tuple(entry["functions"])
    return Body(new("u", source), entry["name"], entry["unit_kind"], CITY_AREA, functions, entry)
