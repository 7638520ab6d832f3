"""Statistics of a result as cells and charts, each leading to its people. No Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.charts.of_people import usual
from leadership_model.charts.spec import Bars, Pyramid
from leadership_model.papers.cross import SHOW_WORDS, TOTAL, Show
from leadership_model.query.cross_table import CrossTable, cross
from leadership_model.query.level_table import BANDS, age_table, level_table
from leadership_model.query.people_set import PeopleSet
from ui.count_sheet import Counted
from ui.jobs import Control
from ui.navigation import ShowPeople
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

if TYPE_CHECKING:
    from leadership_model.papers.basis import Basis
    from leadership_model.papers.flow import Flow
    from leadership_model.papers.spread import Spread

VIEWS = (("levels", "统计表"), ("cross", "交叉表"), ("charts", "图表"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be counted: which view, by which elements, in which bands (by element)."""

    view: str = "levels"
    part: str = "basic"
    rows: str = "职务层次"
    columns: str = "年龄"
    further: str = ""
    edges: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was counted of some people; the view that was not asked for is None or empty."""

    world: World
    people: PeopleSet
    wanted: Wanted
    levels: Counted | None = None
    cross: CrossTable | None = None
    charts: tuple[Pyramid | Bars, ...] = ()

    @property
    def scope(self) -> str:
        """Say who was counted."""
        return f"{self.people.name}（{self.people.origin}）"

    @property
    def sensitive(self) -> tuple[str, ...]:
        """The sensitive elements the charts show."""
        shown = ("性别", *(each.title for each in self.charts))
        sensitive = self.world.catalogue.sensitive
        return tuple(dict.fromkeys(each for each in shown if sensitive(each)))


def seen(world: World, people: PeopleSet, wanted: Wanted, control: Control) -> Seen:
    """Count the people of a result, those who are still there."""
    control.check()
    at = world.snapshot.people.positions
    listed = [at[id] for id in people.ids if id in at]
    match wanted.view:
        case "levels":
            bands = wanted.edges.get("年龄", BANDS)
            single = wanted.part == "single"
            table = age_table(world, listed) if single else level_table(world, listed, bands)
            scope = f"{people.name}（{people.origin}）"
            counted = Counted(world, table, scope, people.sensitive)
            return Seen(world, people, wanted, levels=counted)
        case "cross":
            found = cross(
                world,
                listed,
                wanted.rows,
                wanted.columns,
                wanted.edges.get(wanted.rows, ()),
                wanted.edges.get(wanted.columns, ()),
            )
            return Seen(world, people, wanted, cross=found)
        case _:
            charts = usual(world, listed, wanted.edges, wanted.further)
            return Seen(world, people, wanted, charts=charts)


def note(found: Seen) -> str:
    """Say where the people of a cell come from."""
    return f"{found.people.origin} · 基准日期 {months.show_iso(found.world.as_of)}"


def sheet(found: Seen, show: Show) -> Sheet:
    """Lay a cross table out, every figure with the people behind it."""
    table = found.cross
    assert table is not None
    columns = [SheetColumn(title=table.rows.element, width=120, stretch=2)]
    columns += [
        SheetColumn(
            title=each.label,
            width=76,
            align="right",
            stretch=1,
            tip=f"{table.columns.element}：{each.label}",
        )
        for each in table.columns.parts
    ]
    columns.append(SheetColumn(title=TOTAL, width=76, align="right", stretch=1))
    rows: list[int | None] = [*range(len(table.rows.parts)), None]
    across: list[int | None] = [*range(len(table.columns.parts)), None]
    lines = tuple(
        (
            SheetCell(cell=Cell(text=_label(table, row, None), bold=True)),
            *(_cell(found, table, row, column, show) for column in across),
        )
        for row in rows
    )
    return Sheet(columns=tuple(columns), rows=lines)


def _label(table: CrossTable, row: int | None, column: int | None) -> str:
    parts = [table.rows.parts[row].label] if row is not None else []
    parts += [table.columns.parts[column].label] if column is not None else []
    return " ".join(parts) or TOTAL


def _cell(
    found: Seen, table: CrossTable, row: int | None, column: int | None, show: Show
) -> SheetCell:
    count = table.count(row, column)
    share = None if show == "count" or not count else table.share(row, column, show)
    words = _label(table, row, column)
    ids = found.world.person_ids
    people = tuple(ids[at] for at in table.members(row, column).tolist()) if count else ()
    tip = f"{words}：{count:,} 人"
    tip += "" if share is None else f"，{SHOW_WORDS[show]} {share:.1%}"
    return SheetCell(
        cell=Cell(
            text=f"{count:,}",
            tail="" if share is None else f"{share:.1%}",
            faint=not count,
            bold=row is None or column is None,
        ),
        request=ShowPeople(people, f"{words} {count:,} 人", note(found)) if people else None,
        tip=f"{tip}\n单击看名单" if people else tip,
    )


# ---- files


def spreads(found: Seen, show: Show, control: Control) -> "Sequence[Spread]":
    """Put what is shown on sheets, for a workbook or paper."""
    from leadership_model.papers import cross as papers
    from ui import count_sheet

    control.check()
    if found.levels is not None:
        return count_sheet.paper(found.levels, control)
    asked = found.people.sensitive
    if found.cross is not None:
        return (papers.cross_sheet(found.cross, show, _basis(found), found.scope, asked),)
    return (papers.chart_sheet(found.charts, _basis(found), found.scope, found.sensitive, asked),)


def flow(found: Seen, control: Control) -> "Flow":
    """Put the charts into a document."""
    from leadership_model.papers import cross as papers

    control.check()
    asked = found.people.sensitive
    return papers.chart_flow(found.charts, _basis(found), found.scope, found.sensitive, asked)


def _basis(found: Seen) -> "Basis":
    from leadership_model.papers.basis import of_records

    return of_records(found.world.seating)
