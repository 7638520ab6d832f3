"""绩效指标: what teams reach in an indicator system, in one period, among their like, over years.

What is not entered counts as anything from 0 to 100 points, so a result is a range until all is
entered. An item entered as 无 does not exist for a team: the others carry its weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.people import periods
from leadership_model.people.indicator_system import FULL, Item, System, score_of, systems
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import Indicator

NONE = "无"
Key = tuple[int, str, str, int, str]  # team, system, item, year, period


@dataclass(frozen=True, slots=True)
class Node:
    """What an item (None: the whole) reaches: points low..high; None where it does not exist.

    `shown` is the entry as written (one period of a leaf), `told` of `asked` entries are there.
    """

    item: Item | None
    low: float | None
    high: float | None
    told: int
    asked: int
    shown: str = ""
    parts: tuple["Node", ...] = ()

    @property
    def sure(self) -> bool:
        """Whether all that matters is known."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Standing:
    """A team's place among its like: best..worst, equal where it is certain.

    `best` is None while nothing at all is entered of the team.
    """

    team: int
    node: Node
    best: int | None
    worst: int | None


def entries(snapshot: Snapshot) -> dict[Key, Indicator]:
    """Give the entries of indicator systems; of two alike the last in order of id."""

    def make() -> dict[Key, Indicator]:
        table = snapshot["team_indicator"]
        asked = zip(table.raw("system"), table.ints("team").tolist(), strict=True)
        rows = [at for at, (system, team) in enumerate(asked) if system and team >= 0]
        teams = table.ints("team")
        found = {}
        for at in rows:
            each: Indicator = table.record(at)
            key = (int(teams[at]), each.system or "", each.name or "", each.year or 0)
            found[(*key, each.period or periods.YEAR)] = each
        return found

    return snapshot.remember("indicator entries", make)


def scored(snapshot: Snapshot, id: str) -> tuple[tuple[int, str], ...]:
    """Give the periods anything is entered of a system, in order."""
    told = {(key[3], key[4]) for key in entries(snapshot) if key[1] == id}
    return tuple(sorted(told, key=lambda each: periods.last_month(*each)))


def teams_of(snapshot: Snapshot, system: System) -> tuple[int, ...]:
    """Give the teams a system is for, by their categories."""
    category = snapshot.teams.raw("category")
    return tuple(at for at, each in enumerate(category) if each in system.categories)


def reached(snapshot: Snapshot, system: System, team: int, year: int, period: str) -> Node:
    """Say what a team reaches in a period: the mean of the shorter periods it is entered for.

    Each of these by what held in it. Where the system changed between them, the parts are those of
    the periods since the change.
    """
    held: dict[System, list[str]] = {}
    for span in periods.inside(period, system.period):
        held.setdefault(system.at(year, span), []).append(span)
    found = [
        (_joined(None, [_node(snapshot, each, team, year, spans, i) for i in each.items]), spans)
        for each, spans in held.items()
    ]
    return found[0][0] if len(found) == 1 else _over(found)


def _over(found: Sequence[tuple[Node, Sequence[str]]]) -> Node:
    """Join what was reached before and after a change, each by the number of its periods."""
    told, asked = sum(node.told for node, _ in found), sum(node.asked for node, _ in found)
    there = [(node.low, node.high, len(s)) for node, s in found if node.low is not None]
    total = sum(count for _, _, count in there)
    if not total:
        return Node(None, None, None, told, asked)
    low = sum(low * count for low, _, count in there) / total
    high = sum((high or 0.0) * count for _, high, count in there) / total
    return Node(None, round(low, 9), round(high, 9), told, asked, "", found[-1][0].parts)


def _node(
    snapshot: Snapshot, system: System, team: int, year: int, spans: Sequence[str], item: Item
) -> Node:
    if item.items:
        parts = [_node(snapshot, system, team, year, spans, each) for each in item.items]
        return _joined(item, parts)
    found = entries(snapshot)
    values = [found.get((team, system.id, item.id, year, span)) for span in spans]
    texts = [None if each is None else each.value for each in values]
    points = [_points(item, text) for text in texts if text != NONE]
    told = sum(text is not None for text in texts)
    shown = (texts[0] or "") if len(texts) == 1 else ""
    if not points:
        return Node(item, None, None, told, len(spans), shown)
    low = round(sum(p[0] for p in points) / len(points), 9)
    high = round(sum(p[1] for p in points) / len(points), 9)
    return Node(item, low, high, told, len(spans), shown)


def _joined(item: Item | None, parts: Sequence[Node]) -> Node:
    """Weigh the parts that exist."""
    there = [p for p in parts if p.low is not None and p.high is not None and p.item is not None]
    told, asked = sum(p.told for p in parts), sum(p.asked for p in parts)
    total = sum(p.item.weight for p in there if p.item is not None)
    if not there or total <= 0:
        return Node(item, None, None, told, asked, "", tuple(parts))
    low = sum(p.item.weight * (p.low or 0.0) for p in there if p.item is not None) / total
    high = sum(p.item.weight * (p.high or 0.0) for p in there if p.item is not None) / total
    return Node(item, round(low, 9), round(high, 9), told, asked, "", tuple(parts))


def _points(item: Item, text: str | None) -> tuple[float, float]:
    """Give the points an entry is worth; anything where there is none or it cannot be read."""
    value = number(text or "")
    if value is None:
        return 0.0, FULL
    return (score_of(item, value),) * 2


def number(text: str) -> float | None:
    """Read 85, 85.5, -2 or 85%; None where a text is none of these."""
    stripped = text.strip().removesuffix("%").removesuffix("％")
    whole, _, part = stripped.removeprefix("-").partition(".")
    plain = whole.isascii() and whole.isdecimal() and (not part or part.isdecimal())
    return float(stripped) if plain else None


def standings(
    snapshot: Snapshot, system: System, teams: Sequence[int], year: int, period: str
) -> tuple[Standing, ...]:
    """Rank teams by the points that are certain, those with nothing entered last.

    A place is 1 + how many surely stand above; the worst one counts those that may.
    """
    nodes = {team: reached(snapshot, system, team, year, period) for team in teams}
    ranked = {t: n for t, n in nodes.items() if n.told and n.low is not None}
    lows = {t: _shown(n.low) for t, n in ranked.items()}
    highs = {t: _shown(n.high) for t, n in ranked.items()}
    made = []
    for team, node in nodes.items():
        if team not in ranked:
            made.append(Standing(team, node, None, None))
            continue
        best = 1 + sum(lows[t] > highs[team] for t in ranked)
        worst = 1 + sum(highs[t] > lows[team] for t in ranked if t != team)
        made.append(Standing(team, node, best, worst))
    return tuple(sorted(made, key=_order))


def _order(each: Standing) -> tuple[object, ...]:
    nobody = each.best is None
    return nobody, -_shown(each.node.low), -_shown(each.node.high), each.team


def _shown(points: float | None) -> float:
    """Round to what is shown: no order may hide a difference nobody can see."""
    return round(points or 0.0, 1)


def share_of(system: System, node: Node) -> tuple[float, float] | None:
    """Give what a result brings to the yearly appraisal, in points of 100; None where nothing."""
    if not system.share or node.low is None or node.high is None:
        return None
    return system.share * node.low / FULL, system.share * node.high / FULL


def trend(
    snapshot: Snapshot, system: System, team: int, years: Sequence[int]
) -> tuple[tuple[int, str, Node], ...]:
    """Give the periods of some years a team has entries of, with what it reached."""
    spans = periods.CODES[system.period]
    made = [
        (year, span, reached(snapshot, system, team, year, span))
        for year in years
        if system.holds(year)
        for span in spans
    ]
    return tuple(each for each in made if each[2].told)


def of_year(snapshot: Snapshot, team: int, name: str, year: int) -> Node | None:
    """Give what a team reached over a year in the system of a name; None where nothing is told."""
    category = snapshot.teams.raw("category")[team]
    for system in systems(snapshot):
        held = system.at(year, periods.YEAR)
        if system.name == name and category in held.categories and system.holds(year):
            node = reached(snapshot, system, team, year, periods.YEAR)
            return node if node.told else None
    return None
