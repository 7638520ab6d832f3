"""全部班子 of the tab 趋势 as values: a map areas or categories x half-years. No Qt."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from leadership_model.assessment.causes import changes
from leadership_model.assessment.exits import KIND_WORDS, Exit, exits, window_name, windows
from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.forecast import Forecast
from leadership_model.assessment.leaving import Leaves, doubtful
from leadership_model.assessment.world import World
from leadership_model.charts.heat import PATTERNS, STATE_TONES
from leadership_model.charts.spec import HeatCell, HeatMap
from leadership_model.papers import cause_words as words
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread, SpreadCell
from ui import names
from ui.jobs import Control
from ui.pages.assessment.future import Years
from ui.pages.assessment.places import short_name
from ui.tables.columns import Column

WHOLE = "合计"
REACHED = "已到"
NO_AREA = "市本级"


@dataclass(frozen=True, slots=True)
class Base:
    """The coming years of a whole base."""

    world: World
    forecast: Forecast
    exits: tuple[Exit, ...]
    windows: tuple[tuple[int, int], ...]
    doubtful: tuple[int, ...] = ()  # seats whose holder may reach the age, which cannot be said


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which part is looked at: kind of event, heads only, rows by area or category."""

    kind: str = "leave"
    heads: bool = True
    by: str = "area"


@dataclass(frozen=True, slots=True)
class Table:
    """The map with what is behind each cell: (row, column) -> exits."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    behind: dict[tuple[str, str], tuple[Exit, ...]] = field(default_factory=dict)


def look(
    world: World,
    survey: Sequence[Assessment],
    years: Years,
    leaves: Leaves,
    control: Control,
) -> Base:
    """Work the base's coming years out."""
    found = years.of(leaves, "ahead", control)
    control.check()
    unsure = tuple(doubtful(world.seating, world.book, found.last).tolist())
    listed = exits(world, survey, found)
    return Base(world, found, listed, windows(found.first, found.last), unsure)


def chosen_of(base: Base, chosen: Chosen) -> tuple[Exit, ...]:
    """Give the exits of a kind, of heads only where that is asked."""
    return tuple(e for e in base.exits if e.kind == chosen.kind and (e.head or not chosen.heads))


def table(base: Base, chosen: Chosen) -> Table:
    """Lay the exits over rows and half-years, with totals at the foot and at the right."""
    found = chosen_of(base, chosen)
    group = base.world.snapshot.teams.raw("area" if chosen.by == "area" else "category")
    present = dict.fromkeys(each or NO_AREA for each in group)
    columns = [window_name(each) for each in base.windows]
    reached = any(each.month <= base.forecast.first for each in found)
    columns = [REACHED, *columns] if reached else columns
    behind: dict[tuple[str, str], list[Exit]] = {}
    for each in found:
        row, column = group[each.team] or NO_AREA, _column(base, each.month)
        for key in ((row, column), (row, WHOLE), (WHOLE, column), (WHOLE, WHOLE)):
            behind.setdefault(key, []).append(each)
    kept = {key: tuple(value) for key, value in behind.items()}
    return Table((*present, WHOLE), (*columns, WHOLE), kept)


def _column(base: Base, month: int) -> str:
    if month <= base.forecast.first:
        return REACHED
    return next(window_name(each) for each in base.windows if each[0] <= month <= each[1])


def heat(found: Table, title: str) -> HeatMap:
    """Draw the counts, the more the stronger; a cell's id names its place."""
    inner = [len(v) for (row, column), v in found.behind.items() if WHOLE not in (row, column)]
    most = max(inner, default=1)
    cells = []
    for at, row in enumerate(found.rows):
        for place, column in enumerate(found.columns):
            count = len(found.behind.get((row, column), ()))
            sums = WHOLE in (row, column)
            tone = "none" if not count or sums else "c1"
            cells.append(
                HeatCell(
                    row=at,
                    column=place,
                    tone=tone,  # type: ignore[arg-type]
                    text=str(count) if count else "·",
                    note=f"{count} 人次",
                    id=f"{row}/{column}",
                    strength=0.14 + 0.4 * count / most,
                )
            )
    return HeatMap(title=title, rows=found.rows, columns=found.columns, cells=tuple(cells))


def states(base: Base) -> HeatMap:
    """Count the teams by state at the end of each half-year, today first."""
    ends = (base.forecast.first, *(each[1] for each in base.windows))
    cells = []
    for place, month in enumerate(ends):
        count = Counter(each.state for each in at(base, month))
        for row, state in enumerate(STATE_TONES):
            number = count[state]
            cells.append(
                HeatCell(
                    row=row,
                    column=place,
                    tone=STATE_TONES[state] if number else "none",
                    text=str(number) if number else "·",
                    note=f"{STATE_WORDS[state]} {number} 个班子",
                    id=f"{state}/{month}" if number else "",
                    pattern=PATTERNS.get(state, "solid") if number else "solid",
                )
            )
    return HeatMap(
        title="各班子状态",
        rows=tuple(STATE_WORDS[state] for state in STATE_TONES),
        columns=tuple(names.month(month) for month in ends),
        cells=tuple(cells),
    )


def at(base: Base, month: int) -> tuple[Assessment, ...]:
    """Give all teams at a month."""
    return tuple(base.forecast.at(t, month) for t in range(len(base.forecast.turns)))


def in_state(base: Base, state: str, month: int) -> tuple[str, ...]:
    """Give the ids of the teams in a state at a month."""
    ids = base.world.snapshot.teams.ids
    return tuple(ids[each.team] for each in at(base, month) if each.state == state)


def in_doubt(base: Base, chosen: Chosen) -> tuple[int, ...]:
    """Give the people whose age may take them out of a seat, as far as data go; each once."""
    posts = base.world.snapshot.posts.raw("role")
    seats = [e for e in base.doubtful if not chosen.heads or posts[e] == "正职"]
    holder = base.world.seating.holder
    people = tuple(dict.fromkeys(int(holder[each]) for each in seats))
    return people if chosen.kind == "leave" else ()


@dataclass(frozen=True, slots=True)
class Row:
    """One exit in words."""

    exit: Exit
    texts: tuple[str, ...]


TITLES = ("时间", "姓名", "地区", "班子", "岗位", "角色", "事项", "说明")


def rows(base: Base, found: Sequence[Exit]) -> tuple[Row, ...]:
    """Write exits as rows of the table and of the file."""
    return tuple(Row(each, _texts(base.world, each)) for each in found)


def _texts(world: World, each: Exit) -> tuple[str, ...]:
    snapshot = world.snapshot
    return (
        names.month(each.month),
        names.person_name(snapshot, each.person),
        snapshot.teams.raw("area")[each.team] or NO_AREA,
        short_name(snapshot, each.team),
        names.post_name(snapshot, each.post),
        snapshot.posts.raw("role")[each.post] or "",
        KIND_WORDS[each.kind],
        each.text,
    )


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    widths = (76, 80, 150, 150, 170, 56, 84, 180)
    return tuple(
        Column(
            id=f"exit{at}",
            title=title,
            width=width,
            cell=_Text(at).cell,
            texts=_Text(at).texts,
            search=True,
            stretch=title == "说明",
        )
        for at, (title, width) in enumerate(zip(TITLES, widths, strict=True))
    )


@dataclass(frozen=True, slots=True)
class _Text:
    at: int

    def cell(self, row: Row) -> str:
        return row.texts[self.at]

    def texts(self, found: Sequence[Row]) -> list[str]:
        return [each.texts[self.at] for each in found]


def spreads(base: Base, chosen: Chosen, title: str, note: str) -> tuple[Spread, ...]:
    """Make the sheets of the file: the counts, the rows behind, and what changes its verdict."""
    found = table(base, chosen)
    cells = [
        SpreadCell(row=0, column=0, columns=len(found.columns) + 1, value=title, kind="title"),
        SpreadCell(
            row=1, column=0, columns=len(found.columns) + 1, value=note, kind="note", align="left"
        ),
        SpreadCell(row=2, column=0, value="地区" if chosen.by == "area" else "类别", kind="head"),
        *(
            SpreadCell(row=2, column=i, value=c, kind="head")
            for i, c in enumerate(found.columns, 1)
        ),
    ]
    for line, row in enumerate(found.rows, 3):
        cells.append(SpreadCell(row=line, column=0, value=row, align="left"))
        cells += [
            SpreadCell(row=line, column=i, value=len(found.behind.get((row, c), ())), kind="number")
            for i, c in enumerate(found.columns, 1)
        ]
    counts = Spread(
        name="分半年统计",
        widths=(24, *(9.0 for _ in found.columns)),
        cells=tuple(cells),
        heights=((0, 30.0),),
        repeat=(2, 2),
        freeze=(3, 1),
        foot=note,
    )
    listed = rows(base, chosen_of(base, chosen))
    people = listing("人员明细", title, note, TITLES, [each.texts for each in listed])
    return counts, people, _turns(base, note)


def _turns(base: Base, note: str) -> Spread:
    """List when each requirement of each team changes its verdict, and because of whom."""
    lines = [
        (
            names.month(each.month),
            short_name(base.world.snapshot, each.team),
            each.label,
            words.verdict_word(each.before),
            words.verdict_word(each.after),
            words.cause_text(base.world, each),
            each.detail,
        )
        for team in range(len(base.forecast.turns))
        for each in changes(base.world, base.forecast, team)
    ]
    lines.sort()
    heads = ("时间", "班子", "要求", "由", "变为", "原因", "情况")
    widths = (10, 26, 24, 9, 9, 50, 40)
    return listing("要求变色", "今后五年各班子要求变色及原因", note, heads, lines, widths)
