"""What the page shows, worked out away from the window. No Qt here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.jobs import Control
from ui.pages.home.todo import Todo, todo_list

if TYPE_CHECKING:
    from leadership_model.assessment.areas import AreaRow
    from leadership_model.assessment.figure import Figure
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.papers.behind import Behind
    from leadership_model.papers.spread import Spread
    from ui.loading import Loaded

STATES = ("unconfigured", "unknown", "veto", "red", "yellow", "green")


@dataclass(frozen=True, slots=True)
class Turn:
    """A team in another state than the month before."""

    team: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that needs the assessments of all teams. `turns` is None until it is known."""

    figures: "tuple[Figure, ...]"
    todos: tuple[Todo, ...]
    turns: tuple[Turn, ...] | None = None
    former: "Former | None" = None


@dataclass(frozen=True, slots=True)
class Former:
    """The month before as it was seen last, with every team assessed without its rules."""

    loaded: "Loaded"
    found: "tuple[Assessment, ...]"


def overview(
    known: Former | None, loaded: "Loaded", survey: "tuple[Assessment, ...]", control: Control
) -> Overview:
    """Work out the figures at once, then what changed since the month before."""
    from leadership_model.assessment import overview as figures
    from leadership_model.rules import clearing, quality

    world = loaded.world
    issues, _ = clearing.split(
        world.snapshot, quality.check(world.snapshot, world.as_of, world.book)
    )
    found = figures.figures(world, survey, issues)
    todos = todo_list(world, survey, found, issues)
    control.check()
    control.partial(Overview(found, todos, None, known))
    former = month_before(known, loaded)
    control.check()
    return Overview(found, todos, turns(former.found, survey), former)


def month_before(known: Former | None, loaded: "Loaded") -> Former:
    """See the month before; after an edit only the teams it touched are judged again."""
    from leadership_model.assessment import refresh
    from leadership_model.assessment.survey import assess_all
    from leadership_model.store import touched
    from ui import loading

    if known is not None and _goes_on(known.loaded, loaded):
        was, now = known.loaded, loaded.base.snapshot
        rows = touched.between(loaded.engine, was.base.snapshot.number, now.number)
        if rows is not None:
            world = was.world.refreshed(now, rows)
            found = refresh.reassess(was.world, known.found, world, rows, with_rules=False)
            return Former(replace(was, base=loaded.base, world=world), found)
    made = loading.look(loaded, loaded.as_of - 1)
    return Former(made, assess_all(made.world, with_rules=False))


def _goes_on(was: "Loaded", now: "Loaded") -> bool:
    """Say whether one is the other with some rows written: nobody came, models are the same."""
    one, two = was.base, now.base
    # What is read anew is never the same object; it is handed on where it was not written.
    same = one.models is two.models and one.book is two.book and one.catalogue is two.catalogue
    if was.engine is None or was.engine is not now.engine or was.as_of != now.as_of - 1:
        return False
    tables = ("person", "unit", "team", "post")
    return (
        same
        and one.models is not None
        and one.portraits is two.portraits
        and all(one.snapshot[each].ids == two.snapshot[each].ids for each in tables)
    )


def turns(former: "Sequence[Assessment]", now: "Sequence[Assessment]") -> tuple[Turn, ...]:
    """List the teams whose state is another, the worst of today first."""
    found = [
        Turn(after.team, before.state, after.state)
        for before, after in zip(former, now, strict=True)
        if before.state != after.state
    ]
    return tuple(sorted(found, key=lambda each: (STATES.index(each.after), each.team)))


def shifts(found: Sequence[Turn]) -> str:
    """Say how the counts of green, yellow and red changed: 绿 +3　黄 −1."""
    from ui.names import signed

    gain = Counter(each.after for each in found)
    gain.subtract(Counter(each.before for each in found))
    words = (
        ("green", "绿"),
        ("yellow", "黄"),
        ("red", "红"),
        ("veto", "否决"),
        ("unknown", "待核"),
    )
    parts = [f"{word} {signed(gain[state], 0)}" for state, word in words if gain[state]]
    return "较上月 " + (" ".join(parts) if parts else "无变化")


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the colour map with the share of green among its teams."""

    area: "AreaRow"
    green: int
    count: int


def map_rows(world: "World", survey: "Sequence[Assessment] | None") -> tuple[MapRow, ...]:
    """Give the rows of the colour map; before the survey is there no team is green."""
    from leadership_model.assessment import areas

    rows = world.snapshot.remember("home areas", lambda: areas.rows(world.snapshot))
    return tuple(
        MapRow(
            row,
            0 if survey is None else sum(survey[team].state == "green" for team in row.teams),
            len(row.teams),
        )
        for row in rows
    )


def write_sheet(
    path: Path, spread: "Spread", world: "World", found: "Sequence[Figure]", control: Control
) -> Path:
    """Write the table of states as an Excel file, the rows behind its figures after it."""
    from leadership_model.papers import xlsx
    from leadership_model.papers.basis import basis_of
    from leadership_model.papers.behind import workbook

    control.check()
    rows = workbook(
        world.seating, [_behind(each) for each in found], "各项数字明细", basis_of(world)
    )
    xlsx.write(path, [spread, *rows])
    return path


def _behind(figure: "Figure") -> "Behind":
    """Give a figure with its rows; of data issues the people concerned."""
    from leadership_model.papers.behind import Behind

    kind = "people" if figure.kind == "issues" else figure.kind
    return Behind(figure.title, str(figure.count), **{kind: figure.behind})
