"""The teams of a base as a tree of areas, with short names. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadership_model.assessment.areas import AreaRow, rows
from leadership_model.people.areas import PLACES
from leadership_model.people.snapshot import Snapshot
from ui import names

SUFFIX = "领导班子"
LONG = 4  # longer names of areas are shortened as people say them: 岩峰彝族自治县, 岩峰县
BODIES = ("委", "人大常委会", "政府", "政协", "法院", "检察院")


@dataclass(frozen=True, slots=True)
class Node:
    """A branch (`team` -1) with its children, or a team."""

    text: str
    team: int = -1
    children: "tuple[Node, ...]" = ()

    def teams(self) -> Iterator[int]:
        """Give the teams of the branch from the top down."""
        if self.team >= 0:
            yield self.team
        for child in self.children:
            yield from child.teams()


def tree(snapshot: Snapshot) -> tuple[Node, ...]:
    """Give the branches below the city: counties, then its own teams by category."""
    return tuple(
        _county(snapshot, row) if row.county else _kind(snapshot, row) for row in rows(snapshot)
    )


def city_name(snapshot: Snapshot) -> str:
    """Give the name of the city the base is about."""
    units = snapshot["unit"]
    kinds, known = units.raw("area_kind"), units.raw("name")
    return next((n for n, kind in zip(known, kinds, strict=True) if kind == "地级市"), "全部")


def short_name(snapshot: Snapshot, team: int) -> str:
    """Write a team as in the tree, with its area before it where it has one: 易溪县委."""
    teams = snapshot.teams
    name, area = names.team_name(snapshot, team).removesuffix(SUFFIX), teams.raw("area")[team]
    place = teams.raw("place")[team]
    if area and place in PLACES:
        stem = area if len(area) <= LONG else area[:2] + area[-1]
        return f"{stem}{BODIES[PLACES.index(place)]}"
    return name


def _county(snapshot: Snapshot, row: AreaRow) -> Node:
    kind = row.name[-1:]
    children = [
        Node(f"{kind}{BODIES[at].removesuffix('常委会')}", team)
        for at, team in enumerate(row.places)
        if team >= 0
    ]
    for text, members, cut in (
        ("乡镇（街道）", row.towns, 3),
        (f"{kind}直部门", row.departments, 2),
    ):
        if members:
            nodes = tuple(Node(_without_area(snapshot, t, row.name, cut), t) for t in members)
            children.append(Node(text, children=nodes))
    return Node(row.name, children=tuple(children))


def _kind(snapshot: Snapshot, row: AreaRow) -> Node:
    city = city_name(snapshot)
    cut = 2 if row.name.endswith("部门") else 0
    return Node(
        row.name,
        children=tuple(Node(_without_area(snapshot, t, city, cut), t) for t in row.teams),
    )


def _without_area(snapshot: Snapshot, team: int, area: str, cut: int) -> str:
    """Drop the name of the area before a team's: 澄阳区公安局 becomes 区公安局."""
    name = names.team_name(snapshot, team).removesuffix(SUFFIX)
    stem = area[:2]
    for whole in (area, stem + area[-1:]):
        if cut and name.startswith(whole) and len(name) > len(whole) + 1:
            return name[len(whole) :] if cut == 3 else area[-1:] + name[len(whole) :]
    return name


def order(nodes: Iterable[Node]) -> tuple[int, ...]:
    """Give all teams in the order of the tree."""
    return tuple(team for node in nodes for team in node.teams())
