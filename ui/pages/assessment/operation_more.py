"""运行状况 of one team: grades of members, indicators, tasks, earlier conclusions. No Qt."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment import performance, tasks
from leadership_model.assessment.performance import Node
from leadership_model.charts.spec import Bar, Bars
from leadership_model.people import periods
from leadership_model.people.indicator_system import Item, System, systems
from ui import names
from ui.jobs import Control
from ui.loading import Engine
from ui.navigation import OpenTeam
from ui.pages.assessment.performance_work import Span, points, spans
from ui.pages.assessment.sheet import Enter, EnterPeriod
from ui.pages.assessment.work import View
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

SHOWN = 3  # periods of a system
TONES = {"优秀": "green", "基本称职": "yellow", "不称职": "red"}


@dataclass(frozen=True, slots=True)
class Former:
    """A conclusion as it was signed: its month, the state a person chose, the text, who."""

    month: int
    state: str
    text: str
    by: str


# ---- grades of the members


def grades_sheet(seen: View, years: Sequence[int]) -> Sheet:
    """A row per member, a column per year; a name opens the card."""
    snapshot, people = seen.world.snapshot, seen.members()
    table = snapshot["appraisal"]
    got: dict[tuple[int, int], str] = {}
    for person in people:
        for row in table.of(person):
            each = table.record(row)
            if each.year is not None and each.result:
                got[person, each.year] = each.result
    columns = [SheetColumn(title="成员", width=150, stretch=2)]
    columns += [SheetColumn(title=f"{y}年", width=86, align="right", stretch=1) for y in years]
    rows = []
    for person in people:
        name = Cell(text=names.person_name(snapshot, person), link=True)
        cells = [SheetCell(cell=name, request=seen.person(person))]
        cells += [_grade(got.get((person, year))) for year in years]
        rows.append(tuple(cells))
    return Sheet(columns=tuple(columns), rows=tuple(rows))


def _grade(result: str | None) -> SheetCell:
    if result is None:
        return SheetCell(cell=Cell(text=names.NOTHING, faint=True))
    return SheetCell(cell=Cell(text=result, tone=TONES.get(result, "text")))


# ---- indicator systems


def systems_of(seen: View) -> tuple[System, ...]:
    """Give the systems that are for this team."""
    category = seen.world.snapshot.teams.raw("category")[seen.team]
    return tuple(e for e in systems(seen.world.snapshot) if category in e.categories)


def index_sheet(seen: View, system: System) -> Sheet:
    """A row per item as it is read, a column per period; a click on an entry opens the form."""
    shown = _shown(seen, system)
    columns = [
        SheetColumn(title="指标", width=180, stretch=2),
        SheetColumn(title="权重", width=52, align="right"),
    ]
    columns += [
        SheetColumn(title=periods.show(*span), width=112, align="right", stretch=1)
        for span in shown
    ]
    results = [performance.reached(seen.world.snapshot, system, seen.team, *e) for e in shown]
    whole = [SheetCell(cell=Cell(text=system.name, bold=True)), SheetCell(cell=Cell(text=""))]
    whole += [_points(node, bold=True) for node in results]
    rows = [tuple(whole)]
    flat = [
        {each.item.id: each for each in _flat(node.parts) if each.item is not None}
        for node in results
    ]
    for depth, item, words in _items(system, shown):
        name = Cell(text="　" * (depth + 1) + item.name + words, bold=bool(item.items))
        cells = [SheetCell(cell=name), SheetCell(cell=Cell(text=f"{item.weight:g}"))]
        cells += [
            _of_item(system, item, span, nodes.get(item.id))
            for span, nodes in zip(shown, flat, strict=True)
        ]
        rows.append(tuple(cells))
    return Sheet(columns=tuple(columns), rows=tuple(rows))


def _items(system: System, shown: Sequence[Span]) -> list[tuple[int, Item, str]]:
    """Give the items of the latest period shown as they are read, then those only before it."""
    versions = list(dict.fromkeys(system.at(*span) for span in reversed(shown))) or [system]
    found: dict[str, tuple[int, Item, str]] = {}
    for version in versions:
        words = "" if version is versions[0] else "（调整前）"
        for depth, item in version.each():
            found.setdefault(item.id, (depth, item, words))
    return list(found.values())


def _of_item(system: System, item: Item, span: Span, node: Node | None) -> SheetCell:
    if node is None:
        return SheetCell(cell=Cell(text=names.NOTHING, faint=True), tip="该期所用指标中没有这一项")
    return _points(node) if item.items else _entry(system, span, node)


def _shown(seen: View, system: System) -> tuple[Span, ...]:
    """Give the last periods in order, then the whole of the last year that is complete."""
    found = spans(system, seen.world.as_of)
    parts = [each for each in found if each[1] in periods.CODES[system.period]]
    last = [(year, code) for year, code in found if code == periods.YEAR]
    whole = [each for each in last if periods.last_month(*each) <= seen.world.as_of][:1]
    kept = [] if system.period == "year" else whole
    return (*reversed(parts[:SHOWN]), *kept)


def _flat(nodes: Sequence[Node]) -> Sequence[Node]:
    found: list[Node] = []
    for node in nodes:
        found += [node, *_flat(node.parts)]
    return found


def _points(node: Node, *, bold: bool = False) -> SheetCell:
    if not node.told:
        return SheetCell(cell=Cell(text="未填报", faint=True))
    lacking = f"已填 {node.told} / {node.asked}" if node.told < node.asked else ""
    return SheetCell(cell=Cell(text=points(node.low, node.high), bold=bold), tip=lacking)


def _entry(system: System, span: Span, node: Node) -> SheetCell:
    """Show an entry with its points; over several periods the points alone."""
    if span[1] not in periods.CODES[system.period]:
        return _points(node)
    request = EnterPeriod(system.id, *span)
    unit = "" if node.item is None or node.shown == performance.NONE else node.item.unit
    text = f"{node.shown}{unit}" if node.shown else names.NOTHING
    told = f"得 {points(node.low, node.high)} 分，" if node.shown and node.low is not None else ""
    return SheetCell(
        cell=Cell(text=text, faint=not node.shown), request=request, tip=f"{told}单击录入或修改"
    )


def of_year(seen: View, name: str, year: int) -> SheetCell | None:
    """Show what an indicator system of a name says of a year; None where it says nothing."""
    node = performance.of_year(seen.world.snapshot, seen.team, name, year)
    if node is None:
        return None
    tip = "由指标体系各期填报合成" + ("" if node.sure else "，有未填报")
    return SheetCell(
        cell=Cell(text=points(node.low, node.high)), request=Enter(name, year), tip=tip
    )


def index_note(seen: View, system: System) -> str:
    """Say where the team stands in the latest period, and what that brings to the year."""
    snapshot = seen.world.snapshot
    shown = [e for e in _shown(seen, system) if e[1] in periods.CODES[system.period]]
    told = [e for e in shown if performance.reached(snapshot, system, seen.team, *e).told]
    if not told:
        return "尚未填报"
    held = system.at(*told[-1])
    like = performance.teams_of(snapshot, held)
    found = performance.standings(snapshot, system, like, *told[-1])
    own = next((each for each in found if each.team == seen.team), None)
    if own is None:
        return "该期所用指标不适用于本班子"
    best, worst = own.best, own.worst
    place = f"第 {best} 名" if best == worst else f"第 {best}～{worst} 名（有未填报）"
    words = f"{periods.show(*told[-1])} {points(own.node.low, own.node.high)} 分，{place}"
    got = performance.share_of(held, own.node)
    share = "" if got is None else f"，按占比 {held.share:g}% 计入年度考核 {points(*got)} 分"
    return f"{words}，共 {len(like)} 个班子{share}"


def index_bars(seen: View, system: System, years: Sequence[int]) -> Bars | None:
    """Draw what was reached period by period; what is not certain says so."""
    bars = [
        Bar(
            label=f"{year % 100:02d}{_SHORT.get(code, code)}",
            value=round(node.low or 0.0, 1),
            tone="c1" if node.sure else "grey",
            note="" if node.sure else f"{points(node.low, node.high)}（有未填报，按下限画）",
            ids=(mark(EnterPeriod(system.id, year, code)),),
        )
        for year, code, node in performance.trend(seen.world.snapshot, system, seen.team, years)
    ]
    return Bars(title=system.name, bars=tuple(bars), unit="分") if bars else None


_SHORT = {"H1": "上", "H2": "下", periods.YEAR: "年"}


def mark(request: Enter | EnterPeriod) -> str:
    """Write what a bar opens as an id of its chart; `marked` reads it."""
    match request:
        case Enter(name, year):
            return f"={year}={name}"
        case EnterPeriod(system, year, period):
            return f"={year}={period}={system}"


def marked(id: str) -> Enter | EnterPeriod | None:
    """Read what a bar opens; None where its ids are people."""
    match id.split("="):
        case ["", year, name]:
            return Enter(name, int(year))
        case ["", year, period, system]:
            return EnterPeriod(system, int(year), period)
        case _:
            return None


# ---- tasks


def tasks_text(seen: View) -> str:
    """Count the tasks of the team in words; empty where it has none."""
    told = tasks.count(seen.world.snapshot, seen.team, seen.world.as_of)
    if not told.all:
        return ""
    rate = "" if told.rate is None else f"，按期完成率 {told.rate:.0f}%"
    late = f"，逾期未完成 {told.overdue} 项" if told.overdue else ""
    return f"任务清单 {told.all} 项{rate}{late}"


def tasks_request(seen: View) -> OpenTeam:
    """Lead to the tasks of the team."""
    return OpenTeam(seen.id, "performance")


# ---- earlier conclusions


def formers(seen: View, kind: str, engine: Engine, control: Control) -> tuple[Former, ...]:
    """Read the conclusions of a kind on a team signed for earlier months, the latest first."""
    from leadership_model.store import load
    from leadership_model.store.nouns import Conclusion

    control.check()
    found = [] if engine is None else load.every(engine, Conclusion)
    mine = [
        each
        for each in found
        if (each.kind, each.subject) == (kind, seen.id) and each.month < seen.world.as_of
    ]
    mine.sort(key=lambda each: -each.month)
    return tuple(
        Former(e.month, json.loads(e.body).get("state", ""), e.text, e.signed_by or "未署名")
        for e in mine
    )


def former_text(each: Former) -> str:
    """Write an earlier conclusion in one paragraph."""
    return f"{months.show_iso(each.month)}　{each.state}　{each.text}（{each.by}）"
