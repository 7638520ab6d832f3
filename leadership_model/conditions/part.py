"""One comparison taken apart into its operator and its values, and put together again."""

from collections.abc import Sequence
from typing import Any, Literal, assert_never, cast

from leadership_model.conditions.tree import Between, Compare, Contains, Is, Part, Value, Within

STATES: tuple[Literal["已知", "待核", "无"], ...] = ("已知", "待核", "无")


def operator_of(part: Part) -> str:
    """Name how a part compares: a sign, 介于, 属于, 包含 or a state."""
    match part:
        case Compare(_, op):
            return op
        case Between():
            return "介于"
        case Within():
            return "属于"
        case Contains():
            return "包含"
        case Is(_, state):
            return state
        case _:
            assert_never(part)


def values_of(part: Part) -> tuple[Value, ...]:
    """Give the values a part asks for, none for a state."""
    match part:
        case Compare(_, _, value) | Contains(_, value):
            return (value,)
        case Between(_, low, high):
            return low, high
        case Within(_, values):
            return values
        case Is():
            return ()
        case _:
            assert_never(part)


def part_of(name: str, op: str, values: Sequence[Value]) -> Part:
    """Put an operator and values (one at least, but for a state) together."""
    match op:
        case "介于":
            return Between(name, values[0], values[-1])
        case "属于":
            return Within(name, tuple(values))
        case "包含":
            return Contains(name, values[0])
        case _ if op in STATES:
            return Is(name, cast(Any, op))
        case _:
            return Compare(name, cast(Any, op), values[0])
