"""Where the teams of a base lie: areas with their places, towns and departments, for a map."""

from dataclasses import dataclass

from leadership_model.people.areas import CITY, PLACES
from leadership_model.people.snapshot import Snapshot

TOWNS = ("乡镇", "街道")
NOWHERE = "未注明地区"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """One row of the map; positions of teams. `places` has one entry per PLACES, -1 for none.

    Rows of the city's own units have no places and no towns; their name is the category.
    """

    name: str
    county: bool
    places: tuple[int, ...] = ()
    towns: tuple[int, ...] = ()
    departments: tuple[int, ...] = ()

    @property
    def teams(self) -> tuple[int, ...]:
        """All teams of the row."""
        return (*(team for team in self.places if team >= 0), *self.towns, *self.departments)


def rows(snapshot: Snapshot) -> tuple[AreaRow, ...]:
    """Give counties in the order of their units, then the city's own teams by category."""
    teams = snapshot.teams
    order = sorted(range(len(teams)), key=lambda i: (teams.raw("order")[i] or 0, teams.ids[i]))
    by_area: dict[str, list[int]] = {}
    for team in order:
        by_area.setdefault(teams.raw("area")[team] or NOWHERE, []).append(team)
    counties = [name for name in _counties(snapshot) if name in by_area]
    counties += [name for name in by_area if name not in (*counties, CITY)]
    found = [_county(snapshot, name, by_area[name]) for name in counties]
    kinds: dict[str, list[int]] = {}
    for team in by_area.get(CITY, ()):
        kinds.setdefault(teams.raw("category")[team] or "其他班子", []).append(team)
    found += [
        AreaRow(name=name, county=False, departments=tuple(members))
        for name, members in kinds.items()
    ]
    return tuple(found)


def _counties(snapshot: Snapshot) -> list[str]:
    units = snapshot["unit"]
    named = [
        (units.raw("order")[i] or 0, units.raw("area")[i] or name)
        for i, name in enumerate(units.raw("name"))
        if units.raw("area_kind")[i] not in (None, "地级市")
    ]
    return [name for _, name in sorted(named)]


def _county(snapshot: Snapshot, name: str, members: list[int]) -> AreaRow:
    place, category = snapshot.teams.raw("place"), snapshot.teams.raw("category")
    seats = {place[team]: team for team in reversed(members) if place[team] in PLACES}
    placed = set(seats.values())
    towns = [team for team in members if category[team] in TOWNS and team not in placed]
    apart = placed | set(towns)
    return AreaRow(
        name=name,
        county=True,
        places=tuple(seats.get(each, -1) for each in PLACES),
        towns=tuple(towns),
        departments=tuple(team for team in members if team not in apart),
    )
