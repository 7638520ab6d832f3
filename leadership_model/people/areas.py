"""Which names of places the career reader knows, and what they stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from leadership_model.people import codes
from leadership_model.people.own_codes import spellings
from leadership_model.people.snapshot import Snapshot

PLACES = ("党委", "人大", "政府", "政协", "法院", "检察院")  # bodies of one area
CITY = "市直"
ELSEWHERE = "市外"
_AUTONOMOUS = re.compile(r"^(.{2,3}?)(?:[\u4e00-\u9fff]{1,3}族)+(自治县|自治旗|自治州)$")


@dataclass(frozen=True, slots=True)
class Areas:
    """Spellings of the base's own city and of its county-level areas.

    `counties` are pairs (spelling, name of the area). With no city and no counties known, areas
    stand in the reading as they are written.
    """

    cities: tuple[str, ...] = ()
    counties: tuple[tuple[str, str], ...] = ()

    @property
    def known(self) -> bool:
        """Say whether any place is known, so that another one is surely elsewhere."""
        return bool(self.cities or self.counties)


NO_AREAS = Areas()


def areas_of(snapshot: Snapshot) -> Areas:
    """Collect city and areas from the units of a base (units with an area kind)."""
    return snapshot.remember("areas of units", lambda: _areas_of(snapshot))


def _areas_of(snapshot: Snapshot) -> Areas:
    cities: list[str] = []
    counties: list[tuple[str, str]] = []
    former = {each.name: spellings(each)[1:] for each in codes.own("areas")}
    for unit in snapshot["unit"].records():
        if unit.area_kind is None or not unit.name:
            continue
        if unit.area_kind == "地级市":
            cities.append(unit.name)
            continue
        counties += [(each, unit.name) for each in _spellings(unit.name, unit.short_name)]
        counties += [(old, unit.name) for old in former.get(unit.name, ())]
    return Areas(tuple(cities), tuple(dict.fromkeys(counties)))


def of_names(city: str | None, names: tuple[str, ...]) -> Areas:
    """Make areas from the full names of a city and its counties."""
    pairs = [(each, name) for name in names for each in _spellings(name, None)]
    return Areas((city,) if city else (), tuple(pairs))


def unit_ids(snapshot: Snapshot) -> Mapping[str, str]:
    """Give the id of each unit by its name, leaving out names that several units bear."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    table = snapshot["unit"]
    for key, name in zip(table.raw("id"), table.raw("name"), strict=True):
        if name in found:
            twice.add(name)
        found[name] = key
    return {name: key for name, key in found.items() if name and name not in twice}


@cache
def _spellings(name: str, short: str | None) -> tuple[str, ...]:
    """List how a county's name is written: 岩峰彝族自治县, 岩峰自治县, 岩峰县."""
    found = [name]
    autonomous = _AUTONOMOUS.match(name)
    if autonomous:
        found += [autonomous[1] + autonomous[2], autonomous[1] + autonomous[2][-1]]
    if short and short[-1] in "县市区旗":
        found.append(short)
    elif short and not autonomous:
        found.append(short + name[-1])
    return tuple(dict.fromkeys(found))
