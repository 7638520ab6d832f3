"""The papers of teams: report, volume, check list, rows behind figures. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.outlook import later, looks
from leadership_model.assessment.standing import peers
from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from ui.jobs import Control
from ui.loading import Engine

if TYPE_CHECKING:
    from leadership_model.papers.flow import Flow
    from leadership_model.papers.report import Closing
    from leadership_model.papers.spread import Spread

YEAR, AHEAD = 12, 60  # months


@dataclass(frozen=True, slots=True)
class Wanted:
    """What papers are made of: a world with its survey, and which teams (positions)."""

    world: World
    survey: tuple[Assessment, ...]
    teams: tuple[int, ...]
    engine: Engine = None
    typed: tuple[str, str] | None = None  # texts of the one team that are not saved yet
    ahead: tuple[World, ...] = ()  # the coming years, made once for all papers of a world

    def chosen(self) -> list[Assessment]:
        """The assessments of the teams, in their order."""
        return [self.survey[team] for team in self.teams]


def report(wanted: Wanted, control: Control) -> "Flow":
    """Make the report of one team."""
    from leadership_model.papers import report as reports

    (assessment,) = wanted.chosen()
    like = peers(wanted.world, wanted.survey, assessment.team)
    scores, ahead = Scores(wanted.world), wanted.ahead or years_of(wanted.world)
    control.check()
    closing = _closings(wanted, wanted.teams)[0]
    return reports.report(wanted.world, scores, assessment, like, ahead, closing)


def volume(wanted: Wanted, title: str, control: Control) -> "Flow":
    """Bind the reports of several teams."""
    from leadership_model.papers import report as reports
    from leadership_model.papers.basis import basis_of
    from leadership_model.papers.report_seen import Material

    world, scores = wanted.world, Scores(wanted.world)
    ahead = wanted.ahead or years_of(world)
    closings = _closings(wanted, wanted.teams)
    made = []
    for at, (each, closing) in enumerate(zip(wanted.chosen(), closings, strict=True)):
        control.check()
        control.report(at / len(wanted.teams), f"第 {at + 1} / {len(wanted.teams)} 个班子")
        like = peers(world, wanted.survey, each.team)
        flow = reports.report(world, scores, each, like, ahead, closing)
        made.append((Material(world, scores, each, like), flow))
    return reports.volume(made, title, basis_of(world, wanted.chosen()).foot)


def rule_sheets(wanted: Wanted, title: str, control: Control) -> "tuple[Spread, ...]":
    """Make the check list of some teams."""
    from leadership_model.papers.rule_list import rule_list

    control.check()
    return rule_list(wanted.world, wanted.chosen(), title)


def row_sheets(wanted: Wanted, title: str, control: Control) -> "tuple[Spread, ...]":
    """Make the workbook of the rows behind every figure of one team."""
    from leadership_model.papers.basis import basis_of
    from leadership_model.papers.behind import workbook
    from leadership_model.papers.team_rows import team_rows

    control.check()
    (assessment,) = wanted.chosen()
    figures = team_rows(wanted.world, assessment)
    return workbook(wanted.world.seating, figures, title, basis_of(wanted.world, [assessment]))


def same(world: World, team: int, field: str) -> tuple[int, ...]:
    """Give the teams of the same category or area as a team."""
    values = world.snapshot.teams.raw(field)
    return tuple(at for at, value in enumerate(values) if value == values[team])


def file_name(words: str, world: World) -> str:
    """Name a file, without its ending: the month belongs to it."""
    safe = "".join("_" if letter in '\\/:*?"<>|' else letter for letter in words)
    return f"{safe} {months.show_iso(world.as_of)}"


def years_of(world: World) -> tuple[World, ...]:
    """Give the worlds of the coming years, the present one first; they work out what is asked."""
    return (world, *(later(world, month) for month in looks(world.as_of, AHEAD, YEAR)[1:]))


def _closings(wanted: Wanted, teams: Sequence[int]) -> "list[Closing]":
    from dataclasses import replace

    from leadership_model.papers.closings import by_id, closing_of
    from leadership_model.papers.report import Said

    known = by_id(_conclusions(wanted.engine))
    ids, month = wanted.world.snapshot.teams.ids, wanted.world.as_of
    found = [closing_of(known, ids[team], month) for team in teams]
    if wanted.typed is not None and len(found) == 1:
        texts = [Said(f"{text}（未保存）") for text in wanted.typed]
        found = [replace(found[0], evaluation=texts[0], direction=texts[1])]
    return found


def _conclusions(engine: Engine) -> tuple:  # type: ignore[type-arg]
    if engine is None:
        return ()
    from leadership_model.store import load
    from leadership_model.store.nouns import Conclusion

    return load.every(engine, Conclusion)
