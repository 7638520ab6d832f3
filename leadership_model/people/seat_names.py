"""Words for units, teams and areas that stand for one record each: what pickers list and take."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leadership_model.people.areas import CITY
from leadership_model.people.snapshot import Snapshot

AREA_KIND = "地区"


@dataclass(frozen=True, slots=True)
class SeatNames:
    """Words by id and id by words, for units and for teams; areas by their names.

    Of several with the same name each bears the area, and where that is the same too its id.
    """

    units: Mapping[str, str]
    teams: Mapping[str, str]
    unit_ids: Mapping[str, str]
    team_ids: Mapping[str, str]
    areas: Mapping[str, str]

    def words(self, kind: str) -> Mapping[str, str]:
        """Give the words by id for a kind of field: unit, team."""
        return self.units if kind == "unit" else self.teams if kind == "team" else {}

    def ids(self, kind: str) -> Mapping[str, str]:
        """Give what words stand for, for a kind of field: unit, team, area."""
        return {"unit": self.unit_ids, "team": self.team_ids, "area": self.areas}.get(kind, {})


def seat_names(snapshot: Snapshot) -> SeatNames:
    """Collect the words, once per snapshot."""
    return snapshot.remember("seat names", lambda: _collect(snapshot))


def area_names(snapshot: Snapshot) -> tuple[str, ...]:
    """List the areas of the base in order: 市直 and the areas below the city."""
    units = snapshot["unit"]
    kinds, forms = units.raw("kind"), units.raw("area_kind")
    order, names, gone = units.raw("order"), units.raw("name"), units.raw("retired")
    found = sorted(
        (order[at] or 0, names[at])
        for at in range(len(units))
        if kinds[at] == AREA_KIND and forms[at] != "地级市" and names[at] and not gone[at]
    )
    return (CITY, *dict.fromkeys(name for _, name in found))


def _collect(snapshot: Snapshot) -> SeatNames:
    units = _words(snapshot, "unit")
    teams = _words(snapshot, "team")
    areas = {name: name for name in area_names(snapshot)}
    return SeatNames(
        units,
        teams,
        MappingProxyType({text: id for id, text in units.items()}),
        MappingProxyType({text: id for id, text in teams.items()}),
        MappingProxyType(areas),
    )


def _words(snapshot: Snapshot, kind: str) -> Mapping[str, str]:
    table = snapshot[kind]
    rows = list(zip(table.ids, table.raw("name"), table.raw("area"), strict=True))
    count = Counter(name for _, name, _ in rows)
    there = Counter((name, area) for _, name, area in rows)
    found: dict[str, str] = {}
    for id, name, area in rows:
        text = name or id
        if count[name] > 1:
            text = f"{text}（{area}）" if area and there[name, area] == 1 else f"{text}（{id}）"
        found[id] = text
    return MappingProxyType(found)
