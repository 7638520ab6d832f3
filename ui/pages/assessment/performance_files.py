"""Sheets of 绩效指标: one to fill, a filled one read, the list of places. No Qt."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.assessment import performance
from leadership_model.assessment.world import World
from leadership_model.people import periods
from leadership_model.people.indicator_system import System, systems
from ui import names
from ui.jobs import Control
from ui.pages.assessment.performance_work import Row, Span, place, points

if TYPE_CHECKING:
    from leadership_model.exchange.indicator_sheet import Filled


def write_blank(world: World, system: System, span: Span, path: Path, control: Control) -> Path:
    """Write the sheet to fill for a period, with what is known of it."""
    from leadership_model.papers import indicator_sheet, xlsx

    snapshot = world.snapshot
    control.check()
    there = performance.entries(snapshot)
    ids = snapshot.teams.ids
    teams = performance.teams_of(snapshot, system.at(*span))
    values = {
        (ids[key[0]], key[2]): each.value or ""
        for key, each in there.items()
        if (key[1], key[3], key[4]) == (system.id, *span)
    }
    place = snapshot.teams.raw("order")
    ordered = sorted(teams, key=lambda team: (place[team] or 0, ids[team]))
    listed = [(ids[team], names.team_name(snapshot, team)) for team in ordered]
    xlsx.write(path, [indicator_sheet.to_fill(system, *span, listed, values)])
    return path


def read_filled(world: World, path: Path, control: Control) -> "Filled":
    """Read a filled sheet."""
    from leadership_model.exchange import indicator_sheet

    control.check()
    return indicator_sheet.read(path, world.snapshot, systems(world.snapshot))


def write_places(
    world: World, system: System, span: Span, found: Sequence[Row], path: Path, control: Control
) -> Path:
    """Write the list of places as it is shown, and the entries they come from."""
    from leadership_model.papers import indicator_sheet, xlsx

    control.check()
    whole, system = system, system.at(*span)
    heads = [("名次", 9.0), ("班子", 34.0), ("得分", 16.0)]
    heads += [(item.name, 14.0) for item in system.items]
    heads += [("计入年度考核", 14.0)] if system.share else []
    heads += [("已填", 10.0)]
    lines = [_line(row) for row in found]
    lacking = sum(row.standing.node.told < row.standing.node.asked for row in found)
    ground = f"{system.basis}{'（指标权重待核实）' if system.unsure else ''}"
    title = f"{system.name}{periods.show(*span)}排名"
    made = indicator_sheet.ranking(world, title, heads, lines, ground, lacking)
    control.check()
    teams = [(row.standing.team, row.name) for row in found]
    xlsx.write(path, [made, indicator_sheet.behind(world, whole, *span, teams)])
    return path


def _line(row: Row) -> tuple[str, ...]:
    node = row.standing.node
    got = performance.share_of(row.system, node)
    share = (points(*got) if got is not None and node.told else "",) if row.system.share else ()
    heads = (points(each.low, each.high) if each.told else "" for each in node.parts)
    scored = points(node.low, node.high) if node.told else "未填报"
    told = f"{node.told} / {node.asked}"
    return (place(row.standing), row.name, scored, *heads, *share, told)
