"""What a kept question asks when it is opened: 基准日期, or the value of some of its lines.

A line is a leaf of the question, counted in the order in which the sentence names them. The
sentence as kept holds the usual values, which are offered first.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, assert_never

from leadership_model.conditions import check
from leadership_model.conditions.protocols import Meaning, Names
from leadership_model.conditions.sentence import write
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
    Leaf,
    Not,
    Part,
    Some,
    Within,
)
from leadership_model.errors import UserError

Kind = Literal["month", "line"]
MONTH_WORDS = "基准日期"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing asked: the month, or the value of line `line`, under a label of the user's."""

    kind: Kind
    label: str = ""
    line: int = -1

    def __post_init__(self) -> None:
        if (self.kind == "line") != (self.line >= 0):
            raise ValueError("参数要么是基准日期，要么指明是第几个条件")


def lines(condition: Condition) -> tuple[Leaf, ...]:
    """List the leaves of a question in the order of its sentence."""
    return tuple(_leaves(condition))


def _leaves(node: Condition) -> Iterator[Leaf]:
    match node:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            yield node


def askable(leaf: Leaf) -> bool:
    """Say whether a line has a value that can be asked for."""
    match leaf:
        case Is() | Exists():
            return False
        case Career():
            return leaf.months is not None
        case _:
            return True


def value_of(leaf: Leaf) -> str:
    """Give the value of a line as a user writes it: 45, 35-45, 甲县、乙县."""
    match leaf:
        case Compare(_, _, value) | Contains(_, value):
            return str(value)
        case Between(_, low, high):
            return f"{low} 至 {high}"
        case Within(_, values):
            return "、".join(map(str, values))
        case Career():
            return str(leaf.months or "")
        case Grades():
            return str(leaf.times)
        case Is() | Exists():
            return ""
        case _:
            assert_never(leaf)


def unit_of(leaf: Leaf, names: Names) -> str:
    """Give the unit that stands behind the value of a line."""
    match leaf:
        case Career():
            return "个月"
        case Grades():
            return "次"
        case Exists():
            return ""
        case _:
            meaning = names.meaning(leaf.name)
            return "" if meaning is None else meaning.unit


def with_value(leaf: Leaf, text: str, names: Names) -> Leaf:
    """Give a line with another value; UserError with a sentence when it does not fit."""
    text = text.strip()
    if not text:
        raise UserError(f"请填写“{write(leaf)}”中的值")
    match leaf:
        case Compare():
            return _fit(replace(leaf, value=text), names)
        case Contains():
            return _fit(replace(leaf, value=text), names)
        case Between():
            ends = [each for each in text.replace("至", " ").replace("～", " ").split() if each]
            if len(ends) != 2:
                raise UserError(f"“{leaf.name}”的范围请写成“{value_of(leaf)}”这样")
            return _fit(replace(leaf, low=ends[0], high=ends[1]), names)
        case Within():
            parts = [each.strip() for each in text.replace("，", "、").split("、") if each.strip()]
            return _fit(replace(leaf, values=tuple(dict.fromkeys(parts))), names)
        case Career():
            return replace(leaf, months=_count(text, "任职时间"))
        case Grades():
            return replace(leaf, times=_count(text, "考核次数"))
        case Is() | Exists():
            raise UserError(f"“{write(leaf)}”没有可以填写的值")
        case _:
            assert_never(leaf)


def _fit(part: Part, names: Names) -> Part:
    return check.fit_part(part, check.element(part.name, names))


def _count(text: str, what: str) -> int:
    if not text.isdecimal() or not int(text):
        raise UserError(f"{what}请填写 1 以上的整数，不能是“{text}”")
    return int(text)


def filled(condition: Condition, values: Mapping[int, str], names: Names) -> Condition:
    """Put values into lines by their numbers; UserError when one does not fit."""
    found, _ = _filled(condition, values, names, 0)
    return found


def _filled(
    node: Condition, values: Mapping[int, str], names: Names, at: int
) -> tuple[Condition, int]:
    match node:
        case All(parts) | Some(parts):
            made = []
            for part in parts:
                fresh, at = _filled(part, values, names, at)
                made.append(fresh)
            return replace(node, parts=tuple(made)), at
        case Not(part):
            fresh, at = _filled(part, values, names, at)
            return Not(fresh), at
        case _:
            return (with_value(node, values[at], names) if at in values else node), at + 1


def values_offered(leaf: Leaf, names: Names) -> tuple[str, ...]:
    """List the values a line can take, where the catalogue knows them all."""
    match leaf:
        case Compare(name) | Within(name) | Contains(name):
            meaning: Meaning | None = names.meaning(name)
            if meaning is None or meaning.kind in ("number", "month", "text"):
                return ()
            return meaning.values
        case _:
            return ()


def checked(parameters: Sequence[Parameter], condition: Condition) -> tuple[str, ...]:
    """Say what is wrong with the parameters of a question, a sentence each."""
    asked, found = lines(condition), []
    for number, each in enumerate(parameters, 1):
        if each in parameters[: number - 1]:
            found.append(f"第 {number} 个参数与前面的重复，请删去")
        elif each.kind == "line" and each.line >= len(asked):
            found.append(
                f"第 {number} 个参数指第 {each.line + 1} 个条件，而查询只有 {len(asked)} 个"
            )
        elif each.kind == "line" and not askable(asked[each.line]):
            words = write(asked[each.line])
            found.append(f"第 {number} 个参数所指的条件“{words}”没有可以填写的值")
    return tuple(found)


def to_json(parameters: Sequence[Parameter]) -> str:
    """Write parameters as JSON text, as the base keeps them."""
    return json.dumps([body_of(each) for each in parameters], ensure_ascii=False)


def body_of(found: Parameter) -> dict[str, Any]:
    """Give a parameter as keys of a text; lines are counted from 1 there."""
    if found.kind == "month":
        return {"ask": "month"}
    return {"ask": "line", "line": found.line + 1, "label": found.label}


def from_json(text: str) -> tuple[Parameter, ...]:
    """Read parameters back; UserError when the text holds something else."""
    try:
        found = json.loads(text or "[]")
    except json.JSONDecodeError as error:
        raise UserError("查询的参数无法读取，请重新保存这个查询") from error
    if not isinstance(found, list):
        raise UserError("查询的参数应当是列表，请重新保存这个查询")
    return tuple(map(parameter_of, found))


def parameter_of(body: object) -> Parameter:
    """Read one parameter; UserError with a sentence when it is none."""
    match body:
        case {"ask": "month", **rest} if not rest:
            return Parameter("month", MONTH_WORDS)
        case {"ask": "line", "line": int(line), **rest} if line >= 1 and set(rest) <= {"label"}:
            return Parameter("line", str(rest.get("label", "")), line - 1)
        case _:
            raise UserError(
                '参数要写成 {ask = "month"} 或 {ask = "line", line = 2, label = "名称"}，'
                f"不能是 {json.dumps(body, ensure_ascii=False, default=str)}"
            )
