"""The columns of the list of teams."""

from collections.abc import Sequence

import numpy as np

from leadership_model.assessment.finding import STATE_WORDS
from leadership_model.query.teams import FALLS, STATES, TeamRow
from ui import names
from ui.tables.cell import Cell
from ui.tables.columns import Column, Keys


def columns(later: int | None = None) -> tuple[Column, ...]:
    """Make the columns over rows of teams; `later`: the month whose state stands beside."""
    ahead = (
        Column(
            id="later",
            title="届时状态",
            width=96,
            cell=_later,
            keys=_later_keys,
            tip=_breaks_tip,
        ),
        Column(id="breaks", title="届时新增不达标", width=150, cell=_breaks, tip=_breaks_tip),
    )
    found = _columns()
    return found if later is None else (*found[:4], *ahead, *found[4:])


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            id="name",
            title="班子",
            width=190,
            cell=_name,
            texts=_names,
            search=True,
            fixed=True,
            stretch=True,
        ),
        Column(id="category", title="类别", width=84, cell=_category, search=True),
        Column(id="area", title="地区", width=128, cell=_area, search=True),
        Column(id="state", title="状态", width=96, cell=_state, keys=_state_keys, tip=_state_tip),
        Column(id="score", title="得分", width=90, align="right", cell=_score, keys=_score_keys),
        Column(
            id="filled",
            title="实配 / 职数",
            width=86,
            align="right",
            cell=_filled,
            keys=_filled_keys,
        ),
        Column(id="vacant", title="空缺", width=56, align="right", cell=_vacant, keys=_vacant_keys),
        Column(id="unmet", title="不达标的要求", width=170, cell=_unmet, tip=_unmet_tip),
        Column(id="near", title="接近", width=52, align="right", cell=_near, keys=_near_keys),
        Column(id="doubt", title="待核", width=52, align="right", cell=_doubt, keys=_doubt_keys),
    )


def _name(row: TeamRow) -> Cell:
    return Cell(text=row.name, link=True)


def _names(rows: Sequence[TeamRow]) -> list[str]:
    return [row.name for row in rows]


def _category(row: TeamRow) -> str:
    return row.category


def _area(row: TeamRow) -> str:
    return row.area


def _state(row: TeamRow) -> Cell:
    if not row.state:
        return Cell(text="正在研判", tone="text2")
    return Cell(mark=row.state, text=STATE_WORDS[row.state], tone=row.state)


def _state_tip(row: TeamRow) -> str:
    return "，".join(row.unmet) and f"不达标：{'、'.join(row.unmet)}"


def _state_keys(rows: Sequence[TeamRow]) -> Keys:
    return [str(STATES.index(row.state)) if row.state else None for row in rows]


def _later(row: TeamRow) -> Cell:
    if not row.later:
        return Cell(text="正在推算", tone="text2")
    return Cell(mark=row.later, text=STATE_WORDS[row.later], bold=row.turn() == FALLS)


def _later_keys(rows: Sequence[TeamRow]) -> Keys:
    return [str(STATES.index(row.later)) if row.later else None for row in rows]


def _breaks(row: TeamRow) -> str:
    return "、".join(row.breaks) or names.NOTHING


def _breaks_tip(row: TeamRow) -> str:
    return "\n".join(row.breaks)


def _score(row: TeamRow) -> str:
    if row.low is None or row.high is None:
        return names.NOTHING
    if f"{row.low:.1f}" == f"{row.high:.1f}":
        return f"{row.low:.1f}"
    return f"{row.low:.1f}–{row.high:.1f}"


def _filled(row: TeamRow) -> Cell:
    text = f"{row.filled} / {names.NOTHING if row.quota is None else row.quota}"
    return Cell(text=text, tone="red" if row.over else "text")


def _vacant(row: TeamRow) -> Cell:
    count = len(row.vacancies)
    return Cell(
        text=str(count) if count else names.NOTHING, tone="red" if row.head_vacant else "text"
    )


def _unmet(row: TeamRow) -> str:
    return "、".join(row.unmet) or names.NOTHING


def _unmet_tip(row: TeamRow) -> str:
    return "\n".join(row.unmet)


def _near(row: TeamRow) -> str:
    return str(len(row.near)) if row.near else names.NOTHING


def _doubt(row: TeamRow) -> str:
    return str(len(row.doubtful)) if row.doubtful else names.NOTHING


def _score_keys(rows: Sequence[TeamRow]) -> Keys:
    return np.array([np.nan if row.low is None else row.low for row in rows], dtype=np.float64)


def _filled_keys(rows: Sequence[TeamRow]) -> Keys:
    return _ints([row.filled for row in rows])


def _vacant_keys(rows: Sequence[TeamRow]) -> Keys:
    return _ints([len(row.vacancies) for row in rows])


def _near_keys(rows: Sequence[TeamRow]) -> Keys:
    return _ints([len(row.near) for row in rows])


def _doubt_keys(rows: Sequence[TeamRow]) -> Keys:
    return _ints([len(row.doubtful) for row in rows])


def _ints(values: Sequence[int]) -> Keys:
    return np.array(values, dtype=np.int32)
