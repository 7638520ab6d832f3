"""统计表 the field expects: a row a level 职务层次, a column a property, each with its share.

A share is of those of the row whose value is known; who is not known stands in a column 待核.
学历 and 学位 count the highest on record, though an unknown further one may be higher.
"""

import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.conditions.tree import Compare, Condition
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT
from leadership_model.people.table import Bools, Ints

BANDS = (35, 40, 45, 50, 54, 59)  # the last age of each band but the open one at the end
YEARS = (("不满1年", 0, 12), ("1–3年", 12, 36), ("3–5年", 36, 60), ("5–10年", 60, 120))
LAST_YEARS = ("10年以上", 120, 10_000)
SINGLE = range(20, 66)
# group, label, question
ASKED = (
    ("性别", "女", Compare("性别", "=", "女")),
    ("民族", "少数民族", Compare("少数民族", "=", "是")),
    ("政治面貌", "中共", Compare("党外", "=", "否")),
    ("政治面貌", "党外", Compare("党外", "=", "是")),
)
Floats = np.ndarray[tuple[int], np.dtype[np.float32]]
GRASSROOTS = ("基层经历", "满2年", Compare("有基层经历", "=", "是"))
# label, lowest and highest rank of data/codes/education.toml
SCHOOLING = (
    ("研究生", 7, 8),
    ("大学", 5, 6),
    ("大专", 4, 4),
    ("中专", 3, 3),
    ("高中及以下", 0, 2),
)
DEGREES = (("博士", 3, 3), ("硕士", 2, 2), ("学士", 1, 1))
OPEN = "待核"
SENSITIVE = ("性别", "民族", "政治面貌")


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A heading under its group; `share` says whether a share belongs to the count."""

    group: str
    label: str
    share: bool = True
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """One cell: how many, and the share of those known (None: none known)."""

    count: int
    share: float | None
    _row: Ints = field(repr=False, compare=False)
    _inside: Bools | None = field(default=None, repr=False, compare=False)

    @property
    def people(self) -> tuple[int, ...]:
        """Positions of who is counted; listed only when somebody asks: most cells are read."""
        found = self._row if self._inside is None else self._row[self._inside[self._row]]
        return tuple(found.tolist())


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row: a count for each column, the mean age and of how many it is."""

    label: str
    cells: tuple[Count, ...]
    mean_age: float | None
    aged: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """A whole table; `unknown` counts the people of whom something asked is not known."""

    title: str
    columns: tuple[CountColumn, ...]
    rows: tuple[CountRow, ...]
    people: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A column: who surely belongs to it, who has a value of its group, of whom it is open."""

    column: CountColumn
    inside: Bools
    known: Bools
    open: Bools


def read_bands(text: str) -> tuple[int, ...]:
    """Read the ages at which bands end: 35,40,45; UserError with a sentence otherwise."""
    parts = [each for each in text.replace("，", ",").replace("、", ",").split(",") if each.strip()]
    ages = [each.strip() for each in parts]
    if not ages or not all(each.isdecimal() for each in ages):
        raise UserError("年龄段请写成以逗号分开的年龄，例如 35,40,45,50,54,59")
    found = tuple(int(each) for each in ages)
    if not all(18 <= each <= 70 for each in found):
        raise UserError("年龄段的年龄应在 18 到 70 之间，请改正")
    if any(first >= last for first, last in itertools.pairwise(found)):
        raise UserError("年龄段的年龄应从小到大、不重复，请改正")
    return found


def level_table(world: World, people: Sequence[int], bands: Sequence[int] = BANDS) -> CountTable:
    """Count people (positions) by level over the usual properties and age bands."""
    chosen = _positions(people)
    parts = [*_asked(world, ASKED), *_schooling(world, "学历", SCHOOLING)]
    parts += [*_schooling(world, "学位", DEGREES), *_ages(world, bands), *_years(world)]
    parts += _asked(world, (GRASSROOTS,))
    return _table(world, "干部队伍基本情况统计表", chosen, _with_open(parts, chosen))


def age_table(world: World, people: Sequence[int]) -> CountTable:
    """Count people by level over each single age from 20 to 65."""
    chosen = _positions(people)
    first, last = SINGLE.start, SINGLE.stop - 1
    bands = [(f"{first - 1}以下", 0, first), *((str(age), age, age + 1) for age in SINGLE)]
    bands.append((f"{last + 1}以上", last + 1, 200))
    parts = _bands(world, "年龄", "年龄", bands, share=False)
    kept = [
        part
        for at, part in enumerate(parts)
        if 0 < at < len(parts) - 1 or part.inside[chosen].any()
    ]
    return _table(world, "干部年龄分布统计表", chosen, _with_open(kept, chosen))


def _positions(people: Sequence[int]) -> Ints:
    if isinstance(people, range):
        return np.arange(people.start, people.stop, people.step, dtype=np.int32)
    return np.array(people, dtype=np.int32)


def _asked(world: World, asked: Sequence[tuple[str, str, Condition]]) -> list[_Part]:
    found = []
    for group, label, condition in asked:
        answer = world.facts.tri(condition)
        column = CountColumn(group, label, sensitive=group in SENSITIVE)
        found.append(_Part(column, answer.sure, ~answer.unknown, answer.unknown))
    return found


def _schooling(
    world: World, element: str, steps: Sequence[tuple[str, int, int]]
) -> Iterator[_Part]:
    column, meaning = world.facts.column(element), world.facts.meaning(element)
    if not isinstance(column, ChoiceColumn):
        raise ValueError(f"要素“{element}”不是选项")
    held = column.codes
    if column.at_least is not None:
        held = np.where(held < 0, np.maximum(column.at_least, held), held)
    lookup = np.array([meaning.ranks.get(value, -1) for value in column.values] + [-1, -1])
    ranks = np.where(held >= 0, lookup[np.maximum(held, 0)], -1)
    known = (held >= 0) | (column.codes == ABSENT)
    for label, low, high in steps:
        inside = (ranks >= low) & (ranks <= high)
        yield _Part(CountColumn(element, label), inside, known, ~known)


def _ages(world: World, bands: Sequence[int]) -> list[_Part]:
    named = []
    for low, high in zip((0, *(each + 1 for each in bands)), (*bands, None), strict=True):
        label = f"{low}岁以上" if high is None else f"{high}岁以下" if not low else f"{low}–{high}"
        named.append((label, low, 200 if high is None else high + 1))
    return _bands(world, "年龄", "年龄", named)


def _years(world: World) -> list[_Part]:
    return _bands(world, "任现层次", "任现层次月数", (*YEARS, LAST_YEARS))


def _bands(
    world: World,
    group: str,
    element: str,
    bands: Sequence[tuple[str, int, int]],
    *,
    share: bool = True,
) -> list[_Part]:
    """Part people by a number, low <= x < high; open is who is not surely in one band.

    A birth known by its year only belongs to a band that holds every age possible.
    """
    column = _numbers(world, element)
    absent = column.absent & ~column.unknown
    inside = [
        ~absent & ~column.absent & (column.low >= low) & (column.high < high)
        for _, low, high in bands
    ]
    known = np.logical_or.reduce(inside)
    return [
        _Part(CountColumn(group, label, share=share), each, known, ~known & ~absent)
        for (label, _, _), each in zip(bands, inside, strict=True)
    ]


def _numbers(world: World, element: str) -> NumberColumn:
    column = world.facts.column(element)
    if not isinstance(column, NumberColumn):
        raise ValueError(f"要素“{element}”不是数值")
    return column


def _with_open(parts: Sequence[_Part], people: Ints) -> list[_Part]:
    """Put a column 待核 behind each group of which somebody is not known.

    Who has no value 无 (the level of someone who holds none) belongs to no column of the group.
    """
    found: list[_Part] = []
    for at, part in enumerate(parts):
        found.append(part)
        group = part.column.group
        if at + 1 < len(parts) and parts[at + 1].column.group == group:
            continue
        doubtful = np.logical_or.reduce([p.open for p in parts if p.column.group == group])
        if doubtful[people].any():
            column = CountColumn(group, OPEN, share=False, sensitive=part.column.sensitive)
            everybody = np.ones_like(doubtful)
            found.append(_Part(column, doubtful, everybody, ~everybody))
    return found


def _table(world: World, title: str, people: Ints, parts: Sequence[_Part]) -> CountTable:
    unknown = np.logical_or.reduce(
        [part.inside for part in parts if part.column.label == OPEN]
        or [np.zeros(len(world.snapshot.people), dtype=np.bool_)]
    )
    columns = (CountColumn("", "人数", share=False), *(part.column for part in parts))
    rows = tuple(_rows(world, people, parts))
    return CountTable(title, columns, rows, len(people), int(unknown[people].sum()))


def _rows(world: World, people: Ints, parts: Sequence[_Part]) -> Iterator[CountRow]:
    """Count everybody's row and each level's, column by column over all rows at once."""
    names, row = _levels(world, people)
    # The people level by level: counting in a slice is many times as fast as counting by level.
    order = people[np.argsort(row.astype(np.int8), kind="stable")]
    ends = np.cumsum(np.bincount(row, minlength=len(names)))
    slices = [slice(0, len(people)), *map(slice, (0, *ends[:-1].tolist()), ends.tolist())]
    counted = functools.partial(_counted, order, slices)
    inside = [counted(part.inside) for part in parts]
    known = {id(part.known): part.known for part in parts}  # the bands of a group share one
    bases = {key: counted(each) for key, each in known.items()}
    column = _numbers(world, "年龄")
    aged = ~column.unknown & ~column.absent
    ages, low = counted(aged), np.where(aged, column.low, 0)[order]
    for at, label in enumerate(("合计", *names)):
        mine = people if at == 0 else order[slices[at]]
        if not len(mine) and at:
            continue
        cells = [Count(len(mine), None, mine)]
        for part, counts in zip(parts, inside, strict=True):
            base = int(bases[id(part.known)][at])
            share = int(counts[at]) / base if base and part.column.share else None
            cells.append(Count(int(counts[at]), share, mine, part.inside))
        years = float(low[slices[at]].sum(dtype=np.float64))
        yield CountRow(label, tuple(cells), years / ages[at] if ages[at] else None, ages[at])


def _counted(order: Ints, slices: Sequence[slice], marked: Bools) -> list[int]:
    """Count the marked people in each slice of an order."""
    found = marked[order]
    return [int(np.count_nonzero(found[each])) for each in slices]


def _levels(world: World, people: Ints) -> tuple[list[str], Ints]:
    """Name the levels, the highest first, and say which each of the people is of.

    Who holds none and who is unknown come last.
    """
    ranks = codes.ranks("levels")
    column = world.facts.column("职务层次")
    if not isinstance(column, ChoiceColumn):
        raise ValueError("要素“职务层次”不是选项")
    names = sorted(column.values, key=lambda each: -ranks.get(each, -1))
    place = [names.index(each) for each in column.values]
    # ABSENT is -2 and UNKNOWN -1: they fall on the two places added at the end.
    lookup = np.array([*place, len(names), len(names) + 1], dtype=np.int32)
    return [*names, "无职务层次", "职务层次待核"], lookup[column.codes[people]]
