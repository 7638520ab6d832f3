"""Papers of teams and of everybody: report, check list, statistics, grades, rows behind figures."""

import argparse
from pathlib import Path

import numpy as np

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.grade_places import doubtful, quotas, rises
from leadership_model.assessment.outlook import later, looks
from leadership_model.assessment.standing import peers
from leadership_model.assessment.survey import assess_all
from leadership_model.cli.session import Session, position
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.papers import grade_list, report, rule_list, word_spread, xlsx
from leadership_model.papers.basis import basis_of
from leadership_model.papers.behind import workbook
from leadership_model.papers.closings import by_id, closing_of
from leadership_model.papers.flow import Flow
from leadership_model.papers.report_seen import Material
from leadership_model.papers.spread import Spread
from leadership_model.papers.statistics import people_sheet, statistics
from leadership_model.papers.team_rows import team_rows
from leadership_model.query.level_table import BANDS, age_table, level_table, read_bands

YEAR, AHEAD, GRADES_AHEAD = 12, 60, 24  # months
PAINTED = "研判报告里有图，请用 python main.py export --kind report 输出 docx 或 pdf"


def export(session: Session, arguments: argparse.Namespace) -> list[Path]:
    """Write sheets to one file, xlsx or docx by its ending; a report needs somebody who paints."""
    if arguments.kind == "report":
        raise UserError(PAINTED)
    title, sheets = sheets_asked(session, arguments)
    out: Path = arguments.out
    if out.suffix.lower() == ".docx":
        word_spread.write(out, title, sheets)
    else:
        xlsx.write(out, sheets)
    return [out]


def sheets_asked(session: Session, arguments: argparse.Namespace) -> tuple[str, tuple[Spread, ...]]:
    """Make the sheets of a kind, with their title."""
    world = session.world
    match arguments.kind:
        case "rules":
            found = chosen(session, arguments)
            title = _title(session, arguments, "规则核查清单")
            return title, rule_list.rule_list(world, found, title)
        case "rows":
            if not arguments.team:
                raise UserError("请用 --team 指定班子")
            found = chosen(session, arguments)
            title = _title(session, arguments, "各项数字明细")
            figures = team_rows(world, found[0])
            return title, workbook(world.seating, figures, title, basis_of(world, found))
        case "grades":
            listed = rises(world, GRADES_AHEAD), doubtful(world, GRADES_AHEAD)
            title = "职级晋升名单（24 个月内）"
            return title, grade_list.grade_list(world, *listed, quotas(world), title)
        case _:
            return _statistics(session, arguments)


def _statistics(session: Session, arguments: argparse.Namespace) -> tuple[str, tuple[Spread, ...]]:
    world = session.world
    bands = read_bands(arguments.bands) if arguments.bands else BANDS
    if arguments.team or arguments.category or arguments.area:
        teams = _teams(session, arguments)
        count = world.facts.count
        members = [m for team in teams for m in world.members(team).tolist() if m < count]
        people = sorted(dict.fromkeys(members))
        scope = f"{_title(session, arguments, '')}班子成员"
    else:
        here = world.snapshot.people.texts("status").mask("在职")
        people, scope = np.flatnonzero(here).tolist(), "全部在职干部"
    tables = level_table(world, people, bands), age_table(world, people)
    made = [
        sheet
        for each in tables
        for sheet in statistics(each, basis_of(world, unknown=each.unknown, what="人"), scope)
    ]
    basis = basis_of(world, unknown=tables[0].unknown, what="人")
    rows = (
        () if arguments.out.suffix.lower() != ".xlsx" else (people_sheet(tables[0], world, basis),)
    )
    return f"{scope}统计表", (*made, *rows)


def flow_asked(session: Session, arguments: argparse.Namespace) -> Flow:
    """Make the report of one team, or one volume of several."""
    from leadership_model.store import load
    from leadership_model.store.nouns import Conclusion

    world, scores = session.world, Scores(session.world)
    survey = assess_all(world)
    known = by_id(load.every(session.engine, Conclusion))
    ahead = [world, *(later(world, m) for m in looks(world.as_of, AHEAD, YEAR)[1:])]
    made = []
    for team in _teams(session, arguments):
        each, like = survey[team], peers(world, survey, team)
        closing = closing_of(known, world.snapshot.teams.ids[team], world.as_of)
        flow = report.report(world, scores, each, like, ahead, closing)
        made.append((Material(world, scores, each, like), flow))
    if arguments.team:
        return made[0][1]
    found = [survey[team] for team in _teams(session, arguments)]
    title = _title(session, arguments, report.TITLE)
    return report.volume(made, title, basis_of(world, found).foot)


def chosen(session: Session, arguments: argparse.Namespace) -> list[Assessment]:
    """Assess the teams asked for."""
    survey = assess_all(session.world)
    return [survey[team] for team in _teams(session, arguments)]


def _teams(session: Session, arguments: argparse.Namespace) -> list[int]:
    teams = session.snapshot.teams
    if arguments.team:
        return [position("班子", teams.positions, arguments.team)]
    wanted = (("category", arguments.category), ("area", arguments.area))
    found = [
        at
        for at in range(len(teams))
        if all(not value or teams.raw(field)[at] == value for field, value in wanted)
    ]
    if not found:
        raise UserError("没有这样的班子，没有写出任何文件：请核对 --category 和 --area")
    return found


def _title(session: Session, arguments: argparse.Namespace, words: str) -> str:
    if arguments.team:
        at = position("班子", session.snapshot.teams.positions, arguments.team)
        return f"{session.snapshot.teams.raw('name')[at]}{words}"
    return f"{arguments.area or ''}{arguments.category or ''}{words}"
