"""统计表 on paper: counts and shares of a table, a wide one in several sheets of columns.

Sensitive columns carry a mark and are named under the title.
"""

from collections.abc import Iterator, Sequence

from leadership_model.assessment.world import World
from leadership_model.papers.basis import Basis
from leadership_model.papers.spread import Spread, SpreadCell
from leadership_model.query.level_table import CountColumn, CountRow, CountTable

ACROSS = 24  # columns a sheet of paper takes
MEAN = "平均年龄"


def statistics(
    table: CountTable, basis: Basis, scope: str, asked: Sequence[str] = ()
) -> tuple[Spread, ...]:
    """Make the sheets, one for each block of columns; `scope` says in words who was counted.

    `asked`: the sensitive elements of the question that found them.
    """
    blocks = list(_blocks(table.columns))
    made = []
    for number, block in enumerate(blocks, 1):
        part = f"（{number}/{len(blocks)}）" if len(blocks) > 1 else ""
        last = number == len(blocks)
        across = len(block) + 1 + int(last)
        note = _note(table, scope, asked)
        cells = [
            SpreadCell(row=0, column=0, columns=across, value=f"{table.title}{part}", kind="title"),
            SpreadCell(row=1, column=0, columns=across, value=note, kind="note", align="left"),
            *_block(table, block, 2, last=last),
        ]
        made.append(
            Spread(
                name=f"{table.title}{number if part else ''}"[:31],
                widths=(12.0, *(7.6,) * (across - 1)),
                cells=tuple(cells),
                heights=((0, 30.0), (1, 30.0)),
                repeat=(2, 3),
                freeze=(4, 1),
                foot=basis.foot,
            )
        )
    return tuple(made)


def _note(table: CountTable, scope: str, asked: Sequence[str]) -> str:
    marked = dict.fromkeys(each.group for each in table.columns if each.sensitive)
    parts = [f"统计范围：{scope}，共 {table.people} 人"]
    parts.append("占比以该项已知人数为分母；学历、学位按已登记的最高一项计")
    if marked:
        parts.append(f"本表含敏感要素：{'、'.join(marked)}")
    if asked:
        parts.append(f"条件使用了敏感要素：{'、'.join(asked)}")
    if table.unknown:
        parts.append(f"有待核项目的 {table.unknown} 人")
    return "　".join(parts)


def _blocks(columns: Sequence[CountColumn]) -> Iterator[list[int]]:
    """Part the columns (by number) so that groups stay together and each part fits the paper.

    A group that fits on no sheet is parted evenly, with what little stands before it.
    """
    block: list[int] = []
    for group in _groups(columns):
        if len(group) > ACROSS:
            yield from _evenly([*block, *group])
            block = []
            continue
        if block and len(block) + len(group) > ACROSS:
            yield block
            block = []
        block += group
    if block:
        yield block


def _evenly(columns: Sequence[int]) -> Iterator[list[int]]:
    parts = -(-len(columns) // ACROSS)
    size = -(-len(columns) // parts)
    for at in range(0, len(columns), size):
        yield list(columns[at : at + size])


def _groups(columns: Sequence[CountColumn]) -> Iterator[list[int]]:
    group: list[int] = []
    for at, column in enumerate(columns):
        if group and columns[group[-1]].group != column.group:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _block(table: CountTable, block: Sequence[int], row: int, *, last: bool) -> list[SpreadCell]:
    cells = [SpreadCell(row=row, column=0, rows=2, value="职务层次", kind="head")]
    at = 1
    for group in _groups([table.columns[each] for each in block]):
        column = table.columns[block[group[0]]]
        if not column.group:
            cells.append(SpreadCell(row=row, column=at, rows=2, value=column.label, kind="head"))
        else:
            words = f"{column.group}（敏感）" if column.sensitive else column.group
            cells.append(
                SpreadCell(row=row, column=at, columns=len(group), value=words, kind="head")
            )
            cells += [
                SpreadCell(
                    row=row + 1,
                    column=at + number,
                    value=table.columns[block[each]].label,
                    kind="head",
                )
                for number, each in enumerate(group)
            ]
        at += len(group)
    if last:
        cells.append(SpreadCell(row=row, column=at, rows=2, value=MEAN, kind="head"))
    for number, each in enumerate(table.rows, row + 2):
        cells += _row(table, each, block, number, last=last)
    return cells


def _row(
    table: CountTable, row: CountRow, block: Sequence[int], at: int, *, last: bool
) -> Iterator[SpreadCell]:
    yield SpreadCell(row=at, column=0, value=row.label, kind="group", align="left")
    for number, each in enumerate(block, 1):
        cell = row.cells[each]
        if table.columns[each].share and cell.share is not None:
            value: str | int = f"{cell.count}\n{cell.share:.1%}"
        else:
            value = cell.count
        yield SpreadCell(row=at, column=number, value=value)
    if last:
        mean = "待核" if row.mean_age is None else f"{row.mean_age:.1f}"
        yield SpreadCell(row=at, column=len(block) + 1, value=mean)


def people_sheet(table: CountTable, world: World, basis: Basis) -> Spread:
    """Make the rows behind every figure of a table: a row a person, a tick where he is counted.

    Filtering a column by its tick and 职务层次 by a row gives the people of that cell.
    """
    heads = ["姓名", "现任职务", "职务层次"]
    heads += [" ".join(filter(None, (each.group, each.label))) for each in table.columns[1:]]
    cells = [
        SpreadCell(row=0, column=0, columns=len(heads), value=f"{table.title}明细", kind="title"),
        *(SpreadCell(row=1, column=at, value=each, kind="head") for at, each in enumerate(heads)),
    ]
    ticks = [set(cell.people) for cell in table.rows[0].cells[1:]]
    names, posts = (world.snapshot.people.raw(field) for field in ("name", "post_text"))
    level = {person: row.label for row in table.rows[1:] for person in row.cells[0].people}
    for row, person in enumerate(table.rows[0].cells[0].people, 2):
        texts = [names[person] or "", posts[person] or "", level.get(person, "")]
        texts += ["✓" if person in inside else "" for inside in ticks]
        cells += [
            SpreadCell(row=row, column=at, value=text)
            for at, text in enumerate(texts)
            if text or at < 3
        ]
    return Spread(
        name="明细",
        widths=(10.0, 40.0, 13.0, *(9.0,) * len(ticks)),
        cells=tuple(cells),
        heights=((0, 28.0),),
        repeat=(1, 1),
        freeze=(2, 1),
        foot=basis.foot,
    )
