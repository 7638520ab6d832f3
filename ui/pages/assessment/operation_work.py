"""运行状况 of one team, prepared for its tab: figures by year, trends, facts for each state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import ids, months
from leadership_model.assessment import operation
from leadership_model.assessment.flags import flags
from leadership_model.assessment.operation import Appraised, Fact
from leadership_model.charts.spec import Bar, Bars
from leadership_model.people.team import Indicator
from ui import names
from ui.pages.assessment import operation_more as more
from ui.pages.assessment.sheet import Enter
from ui.pages.assessment.work import View
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

if TYPE_CHECKING:
    from leadership_model.store.joint import JointEdit

SHOWN = 5  # years
TONES = {"优秀": "green", "良好": "text", "一般": "yellow", "较差": "red", "不团结": "red"}
CHARTS = 4  # side by side
TRENDS = ("民主测评优秀率", "党建绩效指数", "履职绩效指数")


@dataclass(frozen=True, slots=True)
class Operation:
    """What the tab shows of a team; `people` of the appraisals by year."""

    seen: View
    years: tuple[int, ...]
    figures: dict[tuple[str, int], Indicator]
    appraised: tuple[Appraised, ...]
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]


def look(seen: View) -> Operation:
    """Gather what is on record of a team."""
    last = months.year_of(seen.world.as_of)
    years = tuple(range(last - SHOWN + 1, last + 1))
    raised = flags(seen.world, seen.assessment)
    facts, missing = operation.facts(seen.world, seen.assessment, raised)
    return Operation(
        seen,
        years,
        operation.figures_of(seen.world, seen.team),
        tuple(operation.appraised(seen.world, seen.team, year) for year in years),
        facts,
        missing,
    )


def figure_names(found: Operation) -> tuple[str, ...]:
    """List the known figures, then the free ones on record."""
    known = [each.name for each in operation.FIGURES]
    free = sorted({name for name, _ in found.figures if name not in known})
    return (*known, *free)


def figures_sheet(found: Operation) -> Sheet:
    """A row per figure, a column per year; a click on a cell enters it."""
    columns = [SheetColumn(title="指标", width=150, stretch=2)]
    columns += [
        SheetColumn(title=f"{year}年", width=86, align="right", stretch=1) for year in found.years
    ]
    rows = [_graded_row(found)]
    for name in figure_names(found):
        cells = [SheetCell(cell=Cell(text=name))]
        cells += [_figure(found, name, year) for year in found.years]
        rows.append(tuple(cells))
    return Sheet(columns=tuple(columns), rows=tuple(rows))


def _figure(found: Operation, name: str, year: int) -> SheetCell:
    stored = found.figures.get((name, year))
    if stored is None and (worked_out := more.of_year(found.seen, name, year)) is not None:
        return worked_out
    value = "" if stored is None else stored.value or ""
    percent = operation.kind_of(name) == "percent" and operation.value_of(value) is not None
    text = f"{operation.value_of(value):g}%" if percent else value
    tone = TONES.get(value, "text")
    word = "修改或删除" if stored else "录入"
    return SheetCell(
        cell=Cell(text=text or names.NOTHING, tone=tone, faint=not text),
        request=Enter(name, year),
        tip=f"单击{word}{year}年“{name}”",
    )


def _graded_row(found: Operation) -> tuple[SheetCell, ...]:
    cells = [SheetCell(cell=Cell(text="成员年度考核优秀"), tip="由成员的年度考核记录统计")]
    for each in found.appraised:
        text = f"{len(each.excellent)} / {each.graded} 人" if each.graded else names.NOTHING
        request = None
        if each.excellent:
            title = f"{each.year}年考核优秀 {len(each.excellent)} 人"
            request = found.seen.show(each.excellent, title)
        link = request is not None
        cells.append(SheetCell(cell=Cell(text=text, link=link, faint=not link), request=request))
    return tuple(cells)


def charts(found: Operation) -> tuple[Bars, ...]:
    """The share of 优秀 among the members, then rates and indices on record, year by year."""
    person = found.seen.world.person_ids
    bars = tuple(
        Bar(
            label=str(each.year),
            value=round(100 * len(each.excellent) / each.graded, 1),
            note=f"{len(each.excellent)} / {each.graded} 人",
            ids=tuple(person[who] for who in each.excellent),
        )
        for each in found.appraised
        if each.graded
    )
    made = [Bars(title="成员考核优秀比例", bars=bars, unit="%")] if bars else []
    for name in TRENDS:
        told = [(year, found.figures.get((name, year))) for year in found.years]
        points = [
            Bar(label=str(year), value=value, ids=(more.mark(Enter(name, year)),))
            for year, each in told
            if each is not None and (value := operation.value_of(each.value)) is not None
        ]
        unit = "%" if operation.kind_of(name) == "percent" else ""
        made += [Bars(title=name, bars=tuple(points), unit=unit)] if points else []
    drawn = {each.title for each in made}
    for system in more.systems_of(found.seen):
        spec = more.index_bars(found.seen, system, found.years)
        made += [spec] if spec is not None and spec.title not in drawn else []
    return tuple(made[:CHARTS])


def facts_of(found: Operation, state: str) -> tuple[Fact, ...]:
    """Give the facts that speak for a state."""
    return tuple(each for each in found.facts if each.state == state)


def edit(found: Operation, name: str, year: int, value: str | None) -> "JointEdit | None":
    """Make the edit that sets a figure (None takes it away); None where nothing changes."""
    from leadership_model.store.joint import JointEdit

    snapshot = found.seen.world.snapshot
    team, stored = snapshot.teams.record(found.seen.team), found.figures.get((name, year))
    if value == (None if stored is None else stored.value):
        return None
    after: Sequence[Indicator] = ()
    if value is not None:
        fresh = Indicator(id=ids.new("i"), team=found.seen.id, year=year, name=name, value=value)
        after = (fresh if stored is None else replace(stored, value=value),)
    before = () if stored is None else (stored,)
    return JointEdit((team, *before), (team, *after))
