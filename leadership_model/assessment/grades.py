"""Who may rise to the next grade 职级 by the years served in the present one, and when.

公务员职务与职级并行规定: the years are those of the code list. Each year of 优秀 shortens them by
half a year; a year of 基本称职 or less does not count (公务员考核规定). Whether a place is free in
the quota of grades is another question.
"""

import numpy as np

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.people import codes
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.table import Ints

SHORTER = 6  # months a year of 优秀 takes off
NOT_COUNTED = ("基本称职", "不称职", "不定等次")


def promotions(world: World) -> tuple[int, ...]:
    """Give the people in office who have held their grade as long as the next one asks for."""
    month = due_months(world)
    return tuple(int(i) for i in np.flatnonzero((month >= 0) & (month <= world.as_of)))


def due_months(world: World) -> Ints:
    """Give the month each person in office reaches the years for the next grade.

    UNKNOWN for whoever holds no grade, the highest one, or one without its beginning on record.
    """
    people = world.snapshot.people
    need = people.texts("grade").mapped(_needs())
    since = people.ints("grade_since")
    here = people.texts("status").mask("在职") & (need > 0) & (since >= 0)
    month = since + need - SHORTER * _years(world, "优秀") + 12 * _years(world, *NOT_COUNTED)
    return np.where(here, np.maximum(month, since), UNKNOWN).astype(np.int32)


def next_grade(grade: str | None) -> str | None:
    """Give the grade above one; None for the highest and for what is no grade."""
    ranks = codes.ranks("grades")
    if grade is None or grade not in ranks:
        return None
    return next((name for name, rank in ranks.items() if rank == ranks[grade] + 1), None)


def _needs() -> dict[str, int]:
    """Give the months each grade asks to be held before the next."""
    years = codes.values("grades", "years")
    above = {name: next_grade(name) for name in codes.ranks("grades")}
    return {name: years[up] * 12 for name, up in above.items() if up is not None and up in years}


def _years(world: World, *results: str) -> Ints:
    """Count the years of such results since the present grade began, up to the year before."""
    table, since = world.snapshot["appraisal"], world.snapshot.people.ints("grade_since")
    year, owner = table.ints("year"), table.owners()
    chosen = table.texts("result").mask(*results) & (owner >= 0) & (year > 0)
    begun = np.where(owner >= 0, since[owner], UNKNOWN) if len(since) else since
    chosen &= (begun >= 0) & (year >= begun // 12) & (year < months.year_of(world.as_of))
    return np.bincount(owner[chosen], minlength=len(since)).astype(np.int32)
