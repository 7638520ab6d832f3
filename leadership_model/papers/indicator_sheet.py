"""填报表 and 排名表 of an indicator system, as spreads."""

from collections.abc import Mapping, Sequence

from leadership_model.assessment.performance import entries, number
from leadership_model.assessment.world import World
from leadership_model.exchange import indicator_sheet as layout
from leadership_model.papers.basis import basis_of
from leadership_model.papers.notices import notices
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people import periods
from leadership_model.people.indicator_system import DIRECTION_WORDS, Item, System, score_of

RULE = "填数字；确认不适用的填“无”；空格为未填，按区间计，不按 0 分计。请勿改动编号。"


def to_fill(
    system: System,
    year: int,
    period: str,
    teams: Sequence[tuple[str, str]],
    values: Mapping[tuple[str, str], str],
) -> Spread:
    """Make the sheet to fill: a row per team (id, name), a column per item, with what is known."""
    leaves = system.at(year, period).leaves()
    last = len(layout.FIXED) + len(leaves)
    title = f"{system.name}填报表（{periods.show(year, period)}）"
    cells = [
        SpreadCell(row=layout.TITLE, column=0, columns=last, value=title, kind="title"),
        SpreadCell(
            row=layout.KEY,
            column=0,
            columns=last,
            value=f"{layout.key(system, year, period)}　{RULE}",
            kind="note",
            align="left",
        ),
    ]
    for at, word in enumerate(layout.FIXED):
        cells.append(SpreadCell(row=layout.HEADS, column=at, rows=2, value=word, kind="head"))
    for at, item in enumerate(leaves, len(layout.FIXED)):
        cells.append(SpreadCell(row=layout.HEADS, column=at, value=_heading(item), kind="head"))
        cells.append(SpreadCell(row=layout.CODES, column=at, value=item.id, kind="note"))
    for line, (id, name) in enumerate(teams, layout.FIRST):
        cells.append(SpreadCell(row=line, column=0, value=id))
        cells.append(SpreadCell(row=line, column=1, value=name, align="left"))
        for at, item in enumerate(leaves, len(layout.FIXED)):
            text = values.get((id, item.id), "")
            cells.append(SpreadCell(row=line, column=at, value=_plain(text)))
    spread = Spread(
        name="填报表",
        widths=(21.0, 30.0, *(16.0 for _ in leaves)),
        cells=tuple(cells),
        heights=((0, 30.0),),
        repeat=(layout.HEADS, layout.CODES),
        freeze=(layout.FIRST, len(layout.FIXED)),
        foot=title,
    )
    return fitted(spread)


def _heading(item: Item) -> str:
    """Say what is asked: name, unit, target, who reports."""
    aim = f"目标 {item.target:g}{item.unit}，{DIRECTION_WORDS[item.direction]}"
    return "\n".join(filter(None, (f"{item.name}（{item.unit}）", aim, item.reporter)))


def _plain(text: str) -> str | float:
    """Write numbers as numbers."""
    try:
        return float(text)
    except ValueError:
        return text


BEHIND = (
    ("班子", 34.0),
    ("期间", 16.0),
    ("指标", 30.0),
    ("权重", 9.0),
    ("填报", 14.0),
    ("得分", 12.0),
)


def behind(
    world: World, system: System, year: int, period: str, teams: Sequence[tuple[int, str]]
) -> Spread:
    """List what the places come from: each entry of the teams (position, name), as it was made.

    An item nothing is entered of stands with 未填; each period with the items that held in it.
    """
    there, rows = entries(world.snapshot), []
    for team, name in teams:
        for span in periods.inside(period, system.period):
            for item in system.at(year, span).leaves():
                found = there.get((team, system.id, item.id, year, span))
                text = None if found is None else found.value
                value = number(text or "")
                got = "" if value is None else f"{score_of(item, value):.1f}"
                when, weight = periods.show(year, span), f"{item.weight:g}"
                rows.append((name, when, item.name, weight, text or "未填", got))
    title = f"{system.name}{periods.show(year, period)}填报明细"
    return notices(title, BEHIND, rows, world.as_of, basis=basis_of(world, what="项").foot)


def ranking(
    world: World,
    title: str,
    heads: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    ground: str,
    lacking: int,
) -> Spread:
    """Make the list of places: month, ground and state of the data; `lacking` teams not whole."""
    basis = basis_of(world, unknown=lacking, what="个班子填报不全")
    foot = f"{basis.foot}　未填报的按区间计，不按 0 分计。依据：{ground}"
    return notices(title, heads, rows, world.as_of, rules=foot)
