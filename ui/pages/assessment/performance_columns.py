"""The columns of 绩效指标: places, tasks, items of a system. No Qt."""

from collections.abc import Sequence
from functools import partial

from leadership_model import months
from leadership_model.assessment import performance, tasks
from leadership_model.people.indicator_system import DIRECTION_WORDS, System
from ui import names
from ui.pages.assessment.performance_work import ItemRow, Row, TaskRow, change, place, points
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column

MARKS = {"overdue": "red", "late": "yellow", "done": "green"}


def columns(system: System) -> tuple[Column, ...]:
    """The columns of the places: one for each head of the system."""
    heads = [
        Column(
            id=f"item.{item.id}",
            title=item.name,
            width=92,
            align="right",
            cell=partial(_head, at),
            keys=partial(_heads, at),
            heading_tip=f"权重 {item.weight:g}" + ("，待核实" if item.unsure else ""),
        )
        for at, item in enumerate(system.items)
    ]
    share = Column(
        id="share",
        title=f"计入考核（{system.share:g}分）",
        width=124,
        align="right",
        cell=_share,
        keys=_lows,
        heading_tip=f"年度考核 100 分中占 {system.share:g} 分",
    )
    return (
        Column(id="place", title="名次", width=74, cell=_place, keys=_places, fixed=True),
        Column(id="team", title="班子", width=180, cell=_name, search=True, stretch=True),
        Column(id="points", title="得分", width=176, cell=_points, keys=_lows),
        *heads,
        *((share,) if system.share else ()),
        Column(id="change", title="较上期", width=80, align="right", cell=_change, keys=_changes),
        Column(id="told", title="已填", width=72, align="right", cell=_told, keys=_gaps),
    )


def _place(row: Row) -> Cell:
    text = place(row.standing)
    return Cell(text=text, bold=row.standing.best is not None, faint=row.standing.best is None)


def _places(found: Sequence[Row]) -> list[int]:
    return [-1 if row.standing.best is None else row.standing.best for row in found]


def _name(row: Row) -> str:
    return row.name


def _points(row: Row) -> Cell:
    node = row.standing.node
    if not node.told or node.low is None or node.high is None:
        return Cell(text="未填报", faint=True)
    text = points(node.low, node.high)
    if node.sure:
        return Cell(text=text, bar=Bar(parts=((node.low, "accent"),)))
    bar = Bar(parts=((node.low, "accent"),), low=node.low, high=node.high)
    return Cell(text=text, bar=bar)


def _lows(found: Sequence[Row]) -> list[int]:
    lows = [row.standing.node.low if row.standing.node.told else None for row in found]
    return [-1 if low is None else round(low * 1000) for low in lows]


def _head(at: int, row: Row) -> Cell:
    part = row.standing.node.parts[at]
    return Cell(text=points(part.low, part.high)) if part.told else Cell(text="–", faint=True)


def _heads(at: int, found: Sequence[Row]) -> list[int]:
    parts = [row.standing.node.parts[at] for row in found]
    return [round(p.low * 1000) if p.told and p.low is not None else -1 for p in parts]


def _share(row: Row) -> Cell:
    got = performance.share_of(row.system, row.standing.node)
    if got is None or not row.standing.node.told:
        return Cell(text=names.NOTHING, faint=True)
    return Cell(text=points(*got))


def _change(row: Row) -> Cell:
    more = change(row)
    if more is None:
        return Cell(text=names.NOTHING, faint=True)
    return Cell(text=f"{more:+.1f}".replace("-", "−"), tone="green" if more > 0 else "text2")


def _changes(found: Sequence[Row]) -> list[int]:
    told = [change(row) for row in found]
    return [-1 if each is None else round(each * 100) + 100_000 for each in told]


def _told(row: Row) -> Cell:
    node = row.standing.node
    lacking = node.told < node.asked
    return Cell(text=f"{node.told} / {node.asked}", tone="yellow" if lacking else "text")


def _gaps(found: Sequence[Row]) -> list[int]:
    return [row.standing.node.asked - row.standing.node.told for row in found]


def task_columns() -> tuple[Column, ...]:
    """The columns of the tasks."""
    return (
        Column(id="due", title="完成期限", width=84, cell=_due, keys=_dues, fixed=True),
        Column(id="title", title="任务", width=250, cell=_title, search=True, stretch=True),
        Column(id="team", title="班子", width=170, cell=_task_team, search=True),
        Column(id="by", title="责任人", width=140, cell=_by, search=True),
        Column(id="standing", title="完成情况", width=112, cell=_standing, search=True),
        Column(id="done", title="完成时间", width=84, cell=_done, keys=_dones),
        Column(id="note", title="备注", width=120, cell=_task_note, shown=False),
    )


def _due(row: TaskRow) -> str:
    return names.NOTHING if row.task.due is None else months.show(row.task.due)


def _dues(found: Sequence[TaskRow]) -> list[int]:
    return [-1 if row.task.due is None else row.task.due for row in found]


def _title(row: TaskRow) -> str:
    return row.task.title or ""


def _task_team(row: TaskRow) -> str:
    return row.name


def _by(row: TaskRow) -> str:
    return row.task.by or names.NOTHING


def _standing(row: TaskRow) -> Cell:
    return Cell(text=tasks.WORDS[row.standing], mark=MARKS.get(row.standing, ""))


def _done(row: TaskRow) -> str:
    return names.NOTHING if row.task.done is None else months.show(row.task.done)


def _dones(found: Sequence[TaskRow]) -> list[int]:
    return [-1 if row.task.done is None else row.task.done for row in found]


def _task_note(row: TaskRow) -> str:
    return row.task.note or ""


def item_columns() -> tuple[Column, ...]:
    """The columns of the items."""
    return (
        Column(id="name", title="指标", width=250, cell=_item_name, search=True, stretch=True),
        Column(id="subject", title="对象", width=64, cell=_subject),
        Column(id="weight", title="权重", width=64, align="right", cell=_weight),
        Column(id="unit", title="单位", width=56, cell=_unit),
        Column(id="target", title="目标值", width=72, align="right", cell=_target),
        Column(id="floor", title="零分值", width=72, align="right", cell=_floor),
        Column(id="direction", title="方向", width=84, cell=_direction),
        Column(id="reporter", title="填报单位", width=130, cell=_reporter, search=True),
        Column(id="sure", title="核实", width=72, cell=_sure),
    )


def _item_name(row: ItemRow) -> Cell:
    return Cell(text="　" * row.depth + row.item.name, bold=bool(row.item.items))


def _subject(row: ItemRow) -> str:
    return row.item.subject


def _weight(row: ItemRow) -> str:
    return f"{row.item.weight:g}"


def _unit(row: ItemRow) -> str:
    return "" if row.item.items else row.item.unit


def _target(row: ItemRow) -> str:
    return "" if row.item.items else f"{row.item.target:g}"


def _floor(row: ItemRow) -> str:
    return "" if row.item.items else f"{row.item.floor:g}"


def _direction(row: ItemRow) -> str:
    return "" if row.item.items else DIRECTION_WORDS[row.item.direction]


def _reporter(row: ItemRow) -> str:
    return row.item.reporter


def _sure(row: ItemRow) -> Cell:
    return Cell(chip="待核实", chip_tone="yellow") if row.item.unsure else Cell()
