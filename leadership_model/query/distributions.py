"""The small bars beside a list of people: how they spread over bands of age, education, level."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.people.gaps import ABSENT
from leadership_model.people.table import Ints
from leadership_model.query.statistics import AGE_BANDS, Figure

LEVEL_YEARS: tuple[tuple[str, int, int], ...] = (
    ("<3 年", 0, 36),
    ("3–5 年", 36, 60),
    ("5–10 年", 60, 120),
    ("≥10 年", 120, 10_000),
)
# label, lowest rank that belongs to it, from the top
SCHOOLING: tuple[tuple[str, str], ...] = (
    ("研究生", "研究生班"),
    ("大学", "大学"),
    ("大专", "大专"),
)


@dataclass(frozen=True, slots=True)
class Distribution:
    """One set of bars; `known` is what shares are taken of."""

    name: str
    bars: tuple[Figure, ...]
    known: int


def distributions(world: World, people: Sequence[int]) -> tuple[Distribution, ...]:
    """Spread people (positions) over age, education, category of team and time at their level."""
    positions = np.array(people, dtype=np.int32)
    return (
        _bands(world, positions, "年龄段", "年龄", AGE_BANDS),
        _schooling(world, positions),
        _values(world, positions, "班子类别", 5),
        _bands(world, positions, "任现层次年限", "任现层次月数", LEVEL_YEARS),
    )


def _bands(
    world: World,
    positions: Ints,
    name: str,
    element: str,
    bands: Sequence[tuple[str, int, int]],
) -> Distribution:
    column = world.facts.column(element)
    if not isinstance(column, NumberColumn):
        raise ValueError(f"要素“{element}”不是数值")
    values = column.low[positions]
    sure = ~column.unknown[positions] & ~column.absent[positions]
    found = [
        (label, positions[sure & (values >= low) & (values < high)]) for label, low, high in bands
    ]
    return _make(world, name, [*found, ("待核", positions[column.unknown[positions]])])


def _schooling(world: World, positions: Ints) -> Distribution:
    """Band the highest education; a person is put where they surely reach at least."""
    column, meaning = world.facts.column("学历"), world.facts.meaning("学历")
    if not isinstance(column, ChoiceColumn):
        raise ValueError("要素“学历”不是选项")
    codes = column.codes[positions]
    if column.at_least is not None:
        codes = np.where(codes < 0, column.at_least[positions], codes)
    lookup = np.array([meaning.ranks.get(value, -1) for value in column.values] + [-1, -1])
    ranks = np.where(codes >= 0, lookup[codes], -1)
    found, rest = [], ranks >= 0
    for label, least in SCHOOLING:
        inside = rest & (ranks >= meaning.ranks.get(least, 10_000))
        found.append((label, positions[inside]))
        rest = rest & ~inside
    found.append(("其他", positions[rest]))
    found.append(("待核", positions[ranks < 0]))
    return _make(world, "学历", found)


def _values(world: World, positions: Ints, name: str, most: int) -> Distribution:
    """Count a choice: the most frequent values, the others together, 无 and 待核 last."""
    column = world.facts.column(name)
    if not isinstance(column, ChoiceColumn):
        raise ValueError(f"要素“{name}”不是选项")
    codes = column.codes[positions]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.values))
    order = [int(code) for code in np.argsort(-counts, kind="stable") if counts[code]]
    first = order if len(order) <= most else order[: most - 1]
    found = [(column.values[code], positions[codes == code]) for code in first]
    found.append(("其他", positions[np.isin(codes, order[len(first) :])]))
    found.append(("无班子职务" if name == "班子类别" else "无", positions[codes == ABSENT]))
    found.append(("待核", positions[(codes < 0) & (codes != ABSENT)]))
    return _make(world, name, found)


def _make(world: World, name: str, found: Sequence[tuple[str, Ints]]) -> Distribution:
    ids = world.person_ids
    known = sum(len(inside) for label, inside in found if label != "待核")
    bars = tuple(
        Figure(
            label,
            len(inside),
            len(inside) / known if known and label != "待核" else None,
            len(inside) if label == "待核" else 0,
            tuple(ids[i] for i in inside),
        )
        for label, inside in found
        if len(inside)
    )
    return Distribution(name, bars, known)
