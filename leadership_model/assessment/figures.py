"""Yearly figures of teams 年度指标 as the flags read them: entries, and places among their like.

年度考核名次 is the place of a team's body in its group of that year: the counties of a city (kept
at the Party committee of each, good for all teams of the area), or the departments of the city.
"""

from dataclasses import dataclass
from typing import Literal

from leadership_model.assessment.world import World

Group = Literal["counties", "departments"]
PLACE = "年度考核名次"
COUNTY_TEAMS = ("县级党委", "县级人大", "县级政府", "县级政协")
DEPARTMENTS = ("市直部门",)
Entries = dict[tuple[int, str], list[tuple[int, str]]]  # (team, name) -> (year, value)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a body in its group in one year; `of`: how many bodies the group has."""

    year: int
    place: int
    of: int

    @property
    def from_last(self) -> int:
        """Count from the end: 1 is the last."""
        return self.of - self.place + 1


def entries(world: World, team: int, name: str, first: int, last: int) -> list[tuple[int, str]]:
    """Give the (year, value) entries of a figure with first <= year <= last, newest first."""
    found = _all(world).get((team, name), ())
    return sorted(((y, v) for y, v in found if first <= y <= last), reverse=True)


def group_of(world: World, team: int) -> Group | None:
    """Say in which group a team's body is placed; None where it is in none."""
    category = world.snapshot.teams.raw("category")[team]
    if category in COUNTY_TEAMS:
        return "counties"
    return "departments" if category in DEPARTMENTS else None


def place(world: World, team: int, year: int) -> Place | None:
    """Give a team's place of a year; None when it or the group's is not on record."""
    group, carrier = group_of(world, team), _carrier(world, team)
    if group is None or carrier is None:
        return None
    places = _places(world, group, year)
    own = places.get(carrier)
    if own is None:
        return None
    # Where few places are on record the last of them is not the last of the group.
    return Place(year, own, max(*places.values(), _size(world, group)))


def _size(world: World, group: Group) -> int:
    """Count the bodies of a group: each county once, by its Party committee."""
    category = COUNTY_TEAMS[:1] if group == "counties" else DEPARTMENTS
    return int(world.snapshot.teams.texts("category").mask(*category).sum())


def _carrier(world: World, team: int) -> int | None:
    """Give the team that keeps the place: a county's Party committee for all its teams."""
    if group_of(world, team) != "counties":
        return team
    teams = world.snapshot.teams
    area, category = teams.raw("area"), teams.raw("category")
    return next(
        (t for t in range(len(teams)) if category[t] == COUNTY_TEAMS[0] and area[t] == area[team]),
        None,
    )


def _places(world: World, group: Group, year: int) -> dict[int, int]:
    def make() -> dict[int, int]:
        found = {}
        for (team, name), told in _all(world).items():
            if name == PLACE and group_of(world, team) == group:
                for when, value in told:
                    if when == year and value.isdecimal():
                        found[team] = int(value)
        return found

    return world.snapshot.remember(("figures places", group, year), make)


def _all(world: World) -> Entries:
    def make() -> Entries:
        table = world.snapshot["team_indicator"]
        columns = (table.raw("name"), table.ints("year").tolist(), table.raw("value"))
        teams, systems = table.ints("team").tolist(), table.raw("system")
        found: Entries = {}
        for team, system, name, year, value in zip(teams, systems, *columns, strict=True):
            if team >= 0 and not system and name and value and year > 0:
                found.setdefault((team, name), []).append((year, value.strip()))
        return found

    return world.snapshot.remember("figures entries", make)
