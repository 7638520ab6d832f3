"""交叉表 and charts of a list on paper, with the question and what of it is sensitive."""

from collections.abc import Iterator, Sequence
from typing import Literal

from leadership_model.charts.spec import Bars, Pyramid
from leadership_model.papers.basis import Basis
from leadership_model.papers.flow import Block, Flow, FlowCharts, Words
from leadership_model.papers.spread import Spread, SpreadCell
from leadership_model.query.axis import Axis
from leadership_model.query.cross_table import CrossTable

Show = Literal["count", "row", "column"]
SHOW_WORDS: dict[Show, str] = {"count": "人数", "row": "占本行", "column": "占本列"}
TOTAL = "合计"
HIGH = 700.0  # tenths of a millimetre of a chart


def note(scope: str, sensitive: Sequence[str], asked: Sequence[str] = ()) -> str:
    """Say who was counted and which sensitive elements stand in the table and in the question."""
    parts = [f"统计范围：{scope}"]
    parts += [f"本表含敏感要素：{'、'.join(sensitive)}"] if sensitive else []
    parts += [f"条件使用了敏感要素：{'、'.join(asked)}"] if asked else []
    return "　".join(parts)


def cross_sheet(
    table: CrossTable, show: Show, basis: Basis, scope: str, asked: Sequence[str] = ()
) -> Spread:
    """Make the sheet: counts, each with its share of the row or column where asked for."""
    across = len(table.columns.parts) + 2
    title = f"{table.rows.element}与{table.columns.element}交叉统计表"
    text = note(f"{scope}，共 {table.total} 人", table.sensitive, asked)
    if show != "count":
        text += f"　每格下行为{SHOW_WORDS[show]}的比例"
    if table.rows.overlaps or table.columns.overlaps:
        text += "　一人可计入几项，合计按人计"
    cells = [
        SpreadCell(row=0, column=0, columns=across, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=across, value=text, kind="note", align="left"),
        SpreadCell(row=2, column=0, rows=2, value=_head(table.rows), kind="head"),
        SpreadCell(row=2, column=across - 1, rows=2, value=TOTAL, kind="head"),
    ]
    if across > 2:
        head, wide = _head(table.columns), across - 2
        cells.append(SpreadCell(row=2, column=1, columns=wide, value=head, kind="head"))
    cells += [
        SpreadCell(row=3, column=at, value=part.label, kind="head")
        for at, part in enumerate(table.columns.parts, 1)
    ]
    rows: list[int | None] = [*range(len(table.rows.parts)), None]
    for number, row in enumerate(rows, 4):
        cells += _row(table, row, number, show)
    return Spread(
        name=title[:31],
        widths=(16.0, *(9.0,) * (across - 1)),
        cells=tuple(cells),
        heights=((0, 30.0),),
        repeat=(2, 3),
        freeze=(4, 1),
        foot=basis.foot,
    )


def _head(found: Axis) -> str:
    return f"{found.element}（敏感）" if found.sensitive else found.element


def _row(table: CrossTable, row: int | None, at: int, show: Show) -> Iterator[SpreadCell]:
    label = TOTAL if row is None else table.rows.parts[row].label
    yield SpreadCell(row=at, column=0, value=label, kind="group", align="left")
    columns: list[int | None] = [*range(len(table.columns.parts)), None]
    for number, column in enumerate(columns, 1):
        count = table.count(row, column)
        share = None if show == "count" else table.share(row, column, show)
        value = count if share is None else f"{count}\n{share:.1%}"
        yield SpreadCell(row=at, column=number, value=value)


def chart_flow(
    charts: Sequence[Bars | Pyramid],
    basis: Basis,
    scope: str,
    sensitive: Sequence[str],
    asked: Sequence[str] = (),
) -> Flow:
    """Make a document of charts, two beside each other."""
    blocks: list[Block] = [
        Words("title", "查询结果统计图"),
        Words("note", note(scope, sensitive, asked)),
    ]
    for at in range(0, len(charts), 2):
        pair = tuple(charts[at : at + 2])
        blocks.append(FlowCharts(pair, tuple(each.title for each in pair), HIGH))
    return Flow("查询结果统计图", tuple(blocks), basis.foot)


def chart_sheet(
    charts: Sequence[Bars | Pyramid],
    basis: Basis,
    scope: str,
    sensitive: Sequence[str],
    asked: Sequence[str] = (),
) -> Spread:
    """Put the numbers of charts on a sheet: one block a chart."""
    text = note(scope, sensitive, asked)
    cells = [
        SpreadCell(row=0, column=0, columns=4, value="查询结果统计图数据", kind="title"),
        SpreadCell(row=1, column=0, columns=4, value=text, kind="note", align="left"),
    ]
    row = 2
    for chart in charts:
        lines = list(_lines(chart))
        for number, line in enumerate(lines):
            kind: Literal["head", "text"] = "text" if number else "head"
            cells += [
                SpreadCell(row=row, column=at, value=value, kind=kind)
                for at, value in enumerate(line)
            ]
            row += 1
    return Spread(
        name="统计图数据",
        widths=(26.0, 14.0, 14.0, 14.0),
        cells=tuple(cells),
        heights=((0, 30.0),),
        landscape=False,
        foot=basis.foot,
    )


def _lines(chart: Bars | Pyramid) -> Iterator[tuple[str | int, ...]]:
    if isinstance(chart, Pyramid):
        yield chart.title, chart.left_label, chart.right_label, TOTAL
        for left, right in chart.bands:
            both = int(left.value), int(right.value)
            yield left.label, *both, sum(both)
        return
    yield chart.title, "人数"
    for bar in chart.bars:
        yield bar.label, int(bar.value)
