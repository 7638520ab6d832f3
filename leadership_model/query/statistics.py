"""What is usually said of a list of people: how many, how old, who, from where."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.conditions.tree import Compare, Condition
from leadership_model.people.table import Ints

AGE_BANDS: tuple[tuple[str, int, int], ...] = (
    ("≤35", 0, 36),
    ("36–40", 36, 41),
    ("41–45", 41, 46),
    ("46–50", 46, 51),
    ("51–54", 51, 55),
    ("55–59", 55, 60),
    ("≥60", 60, 200),
)
# label, question asked of everybody in the list
FIGURES: tuple[tuple[str, Condition], ...] = (
    ("女", Compare("性别", "=", "女")),
    ("少数民族", Compare("少数民族", "=", "是")),
    ("党外", Compare("党外", "=", "是")),
    ("研究生", Compare("学历", ">=", "研究生")),
    ("大学", Compare("学历", "=", "大学")),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with the ids behind it, its share of those known, and how many are unknown."""

    label: str
    count: int
    share: float | None
    unknown: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of a list of people. `average_age` is over those whose age is known."""

    count: int
    average_age: float | None
    age_unknown: int
    figures: tuple[Figure, ...]
    ages: tuple[Figure, ...]


def summarise(world: World, people: Sequence[int]) -> Summary:
    """Work out the usual figures of these people (positions)."""
    positions = np.array(people, dtype=np.int32)
    column = world.facts.column("年龄")
    if not isinstance(column, NumberColumn):
        raise ValueError("要素“年龄”不是数值")
    known = ~column.unknown & ~column.absent
    ages = column.low[positions]
    sure = known[positions]
    figures = []
    for label, condition in FIGURES:
        answer = world.facts.tri(condition)
        inside = positions[answer.sure[positions]]
        unknown = int(answer.unknown[positions].sum())
        figures.append(_figure(world, label, inside, len(positions) - unknown, unknown))
    bands = [
        _figure(world, label, positions[sure & (ages >= low) & (ages < high)], int(sure.sum()), 0)
        for label, low, high in AGE_BANDS
    ]
    mean = float(ages[sure].mean()) if sure.any() else None
    return Summary(
        len(positions), mean, int((~sure).sum()), tuple(figures), tuple(b for b in bands if b.count)
    )


def _figure(world: World, label: str, inside: Ints, known: int, unknown: int) -> Figure:
    ids = tuple(world.person_ids[i] for i in inside)
    return Figure(label, len(ids), len(ids) / known if known else None, unknown, ids)
