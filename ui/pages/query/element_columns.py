"""Columns of the list that show an element of the catalogue, whichever it is."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.elements.shown import show_value
from ui.pages.query.roll import Roll
from ui.tables.columns import Column, Keys

# element, title, width: offered, not visible at first
MORE: tuple[tuple[str, str, int], ...] = (
    ("政治面貌", "政治面貌", 84),
    ("入党时间", "入党时间", 76),
    ("参加工作时间", "参加工作", 76),
    ("全日制学历", "全日制学历", 96),
    ("学位", "学位", 70),
    ("专业", "专业", 120),
    ("毕业院校", "毕业院校", 160),
    ("班子类别", "班子类别", 90),
    ("所在地区", "所在地区", 130),
    ("职务层次", "职务层次", 96),
    ("职级", "职级", 110),
    ("熟悉领域", "熟悉领域", 150),
    ("到龄时间", "到龄时间", 76),
    ("出生地", "出生地", 120),
    ("健康状况", "健康", 60),
)


WIDTHS = {"number": 84, "month": 80, "flag": 70, "set": 150, "text": 150}  # by kind of element


def element_columns(roll: Roll) -> tuple[Column, ...]:
    """Make a column of each element there is; the header offers those most in use."""
    catalogue = roll.world.catalogue
    usual = {name: (title, width) for name, title, width in MORE}
    known = [name for name in catalogue.element_names() if name != "姓名"]
    order = [*(name for name in usual if name in known), *(n for n in known if n not in usual)]
    return tuple(
        Column(
            id=f"element.{name}",
            title=usual.get(name, (name, 0))[0],
            width=usual.get(name, ("", WIDTHS.get(_kind(roll, name), 110)))[1],
            cell=partial(_element, roll.world, name),
            keys=partial(_element_keys, roll.world, name),
            align="right" if _kind(roll, name) == "number" else "left",
            shown=False,
            listed=name in usual,
        )
        for name in order
    )


def _kind(roll: Roll, name: str) -> str:
    meaning = roll.world.catalogue.meaning(name)
    return "text" if meaning is None else meaning.kind


def _element_keys(world: World, name: str, items: Sequence[int]) -> Keys:
    """Sort numbers by size, ranked values by rank, all else by their words."""
    column, at = world.facts.column(name), np.asarray(items, dtype=np.int64)
    if isinstance(column, NumberColumn):
        gone = column.unknown | column.absent
        return np.where(gone, np.nan, column.low.astype(np.float64))[at]
    ranks = world.facts.meaning(name).ranks
    if isinstance(column, ChoiceColumn) and ranks:
        by_code = np.array([*(ranks.get(value, -1) for value in column.values), -1, -1])
        return by_code[np.maximum(column.codes, -2)][at].astype(np.int32)
    return [_element(world, name, each) for each in items]


def _element(world: World, name: str, person: int) -> str:
    return show_value(world.facts.table, name, person)


def take(values: object, items: Sequence[int]) -> Keys:
    """Take the values of some people out of a vector over all."""
    return values[np.asarray(items, dtype=np.int64)]  # type: ignore[index]
