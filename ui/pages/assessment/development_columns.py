"""The columns of 培养储备. No Qt."""

from collections.abc import Sequence
from functools import partial

from leadership_model import months
from leadership_model.people.reserve import LINKS, LISTS
from ui import names
from ui.pages.assessment.development_work import CoverRow, LackRow, StayRow, TrainRow
from ui.tables.cell import Cell
from ui.tables.columns import Column

TONES = {LISTS[0]: "accent", LISTS[1]: "soft", LISTS[2]: "grey"}


def lack_columns() -> tuple[Column, ...]:
    """What is lacking."""
    return (
        Column(id="horizon", title="培养阶段", width=92, cell=_horizon, fixed=True),
        Column(id="label", title="班子缺的要素", width=250, cell=_label, search=True, stretch=True),
        Column(id="dimension", title="类别", width=84, cell=_dimension, search=True),
        Column(id="teams", title="班子数", width=84, align="right", cell=_teams, keys=_teams_keys),
        Column(id="now", title="其中现缺", width=84, align="right", cell=_now, keys=_nows),
        Column(id="short", title="至少缺", width=84, align="right", cell=_short, keys=_shorts,
               heading_tip="按人数或要素个数计的要求，各班子合计"),
        Column(id="helpers", title="储备中具备", width=96, align="right", cell=_helpers,
               keys=_helper_keys, heading_tip="在储备名单上、计入这项要求的人"),
    )  # fmt: skip


def _horizon(row: LackRow) -> str:
    return row.lack.horizon.name


def _label(row: LackRow) -> str:
    return row.lack.label


def _dimension(row: LackRow) -> str:
    return row.lack.dimension


def _teams(row: LackRow) -> Cell:
    return Cell(text=f"{len(row.teams)}", link=True)


def _teams_keys(rows: Sequence[LackRow]) -> list[int]:
    return [len(row.teams) for row in rows]


def _now(row: LackRow) -> Cell:
    count = _nows((row,))[0]
    return Cell(text=str(count) if count else names.NOTHING, faint=not count)


def _nows(rows: Sequence[LackRow]) -> list[int]:
    return [sum(each.now for each in row.lack.gaps) for row in rows]


def _short(row: LackRow) -> Cell:
    count = _shorts((row,))[0]
    return Cell(text=str(count) if count > 0 else names.NOTHING, faint=count <= 0)


def _shorts(rows: Sequence[LackRow]) -> list[int]:
    return [sum(each.short or 0 for each in row.lack.gaps) for row in rows]


def _helpers(row: LackRow) -> Cell:
    if row.helpers is None:
        return Cell(text=names.NOTHING, faint=True)
    return Cell(text=f"{len(row.helpers)} 人", link=bool(row.helpers))


def _helper_keys(rows: Sequence[LackRow]) -> list[int]:
    return [-1 if row.helpers is None else len(row.helpers) for row in rows]


def stay_columns() -> tuple[Column, ...]:
    """The lists."""
    return (
        Column(id="name", title="姓名", width=84, cell=_name, search=True, fixed=True),
        Column(id="position", title="现任职务", width=230, cell=_position, search=True,
               stretch=True, tip=_position),
        Column(id="birth", title="出生年月", width=80, cell=_birth, keys=_births),
        Column(id="list", title="名单", width=92, cell=_list, search=True),
        Column(id="aim", title="储备方向", width=104, cell=_aim, search=True),
        Column(id="start", title="入库时间", width=80, cell=_start, keys=_starts),
        Column(id="by", title="确定机关", width=150, cell=_by, search=True),
        Column(id="reason", title="入库理由", width=190, cell=_reason, tip=_reason),
    )  # fmt: skip


def _name(row: StayRow | TrainRow) -> Cell:
    return Cell(text=row.name, link=True)


def _position(row: StayRow | TrainRow) -> str:
    return row.position


def _birth(row: StayRow) -> str:
    return names.NOTHING if row.birth is None else months.show(row.birth)


def _births(rows: Sequence[StayRow]) -> list[int]:
    return [-1 if row.birth is None else row.birth for row in rows]


def _list(row: StayRow | TrainRow) -> Cell:
    name = row.stay.row.list or names.NOTHING
    return Cell(chip=name, chip_tone=TONES.get(name, "grey"))


def _aim(row: StayRow) -> str:
    level, role = row.stay.row.level or "", row.stay.row.role or ""
    return level if role and role in level else f"{level}{role}" or names.NOTHING


def _start(row: StayRow) -> str:
    start = row.stay.row.start
    return names.NOTHING if start is None else months.show(start)


def _starts(rows: Sequence[StayRow]) -> list[int]:
    return [-1 if row.stay.row.start is None else row.stay.row.start for row in rows]


def _by(row: StayRow) -> str:
    return row.stay.row.by or names.NOTHING


def _reason(row: StayRow) -> str:
    return row.stay.row.reason or names.NOTHING


def cover_columns() -> tuple[Column, ...]:
    """The seats."""
    return (
        Column(id="month", title="时间", width=84, cell=_month, keys=_months, fixed=True),
        Column(id="team", title="班子", width=170, cell=_team, search=True),
        Column(id="post", title="岗位", width=170, cell=_post, search=True, stretch=True),
        Column(id="holder", title="情况", width=130, cell=_holder, search=True),
        Column(id="horizon", title="培养阶段", width=92, cell=_cover_horizon, search=True),
        Column(id="ready", title="符合", width=64, align="right", cell=_ready, keys=_readies),
        Column(id="open", title="待核", width=64, align="right", cell=_open, keys=_opens),
        Column(id="first", title="储备人选（匹配度）", width=230, cell=_first, tip=_first),
    )


def _month(row: CoverRow) -> Cell:
    opening = row.cover.opening
    if opening.holder < 0:
        return Cell(text="现空缺", tone="red")
    return Cell(text=months.show(opening.month))


def _months(rows: Sequence[CoverRow]) -> list[int]:
    return [row.cover.opening.month * 2 + (row.cover.opening.holder >= 0) for row in rows]


def _team(row: CoverRow) -> str:
    return row.team


def _post(row: CoverRow) -> str:
    return row.post


def _holder(row: CoverRow) -> str:
    return f"{row.holder}到龄" if row.holder else "无人任职"


def _cover_horizon(row: CoverRow) -> str:
    return row.cover.opening.horizon.name


def _ready(row: CoverRow) -> Cell:
    count = len(row.cover.ready)
    return Cell(text=str(count), tone="text" if count else "red", link=bool(count))


def _readies(rows: Sequence[CoverRow]) -> list[int]:
    return [len(row.cover.ready) for row in rows]


def _open(row: CoverRow) -> Cell:
    count = len(row.cover.open)
    return Cell(text=str(count) if count else names.NOTHING, faint=not count)


def _opens(rows: Sequence[CoverRow]) -> list[int]:
    return [len(row.cover.open) for row in rows]


def _first(row: CoverRow) -> str:
    return row.first or "储备中暂无符合的人选"


def train_columns() -> tuple[Column, ...]:
    """The six links of each person."""
    links = [
        Column(id=f"link.{at}", title=link, width=84, cell=partial(_link, at),
               keys=partial(_link_keys, at), tip=partial(_link_tip, at))
        for at, link in enumerate(LINKS)
    ]  # fmt: skip
    return (
        Column(id="name", title="姓名", width=84, cell=_name, search=True, fixed=True),
        Column(id="position", title="现任职务", width=200, cell=_position, search=True,
               stretch=True, tip=_position),
        Column(id="list", title="名单", width=92, cell=_list, search=True),
        *links,
    )  # fmt: skip


def _link(at: int, row: TrainRow) -> Cell:
    steps = row.steps[at]
    if not steps:
        return Cell(text=names.NOTHING, faint=True)
    last = steps[-1]
    text = "有记录" if last.start is None else months.show(last.start)
    return Cell(text=text, tone="accent" if last.end is None else "text")


def _link_keys(at: int, rows: Sequence[TrainRow]) -> list[int]:
    return [max((s.start or 0 for s in row.steps[at]), default=-1) for row in rows]


def _link_tip(at: int, row: TrainRow) -> str:
    return "\n".join(
        " ".join(filter(None, ("" if s.start is None else months.show(s.start), s.title, s.note)))
        for s in row.steps[at]
    )
