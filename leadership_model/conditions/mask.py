"""A condition as a three-valued vector over all people: the one reading of a question's meaning."""

import functools
import operator
from typing import assert_never

from leadership_model.conditions.leaf import answer
from leadership_model.conditions.protocols import Columns, Meaning
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Condition,
    Contains,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)
from leadership_model.conditions.tri import Tri
from leadership_model.errors import UserError


def mask(tree: Condition, columns: Columns) -> Tri:
    """Answer a condition for everybody; UserError when it names an element that does not exist.

    且 is the smaller, 或 the larger, 非 the opposite of its parts in false < unknown < true. The
    vectors may be shared with a cache: do not change them.
    """
    match tree:
        case All(parts):
            return functools.reduce(operator.and_, (mask(part, columns) for part in parts))
        case Some(parts):
            return functools.reduce(operator.or_, (mask(part, columns) for part in parts))
        case Not(part):
            return ~mask(part, columns)
        case Career(mode, what, measure, months):
            return columns.career(mode, what, measure, months)
        case Exists(rows, wanted):
            return columns.exists(rows, wanted)
        case Grades(years, grade, times):
            return columns.grades(years, grade, times)
        case Compare(name) | Between(name) | Within(name) | Contains(name) | Is(name):
            return answer(tree, columns.column(name), _meaning(columns, name))
        case _:
            assert_never(tree)


def _meaning(columns: Columns, name: str) -> Meaning:
    found = columns.meaning(name)
    if found is None:
        raise UserError(f"没有名为“{name}”的要素，请在要素目录里核对名称")
    return found
