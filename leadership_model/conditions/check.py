"""Does a condition make sense to the catalogue: are its names known, do its values fit their kinds.

A sentence typed by hand is checked while it is read; a tree that came from a file is checked here.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from leadership_model import months
from leadership_model.conditions.protocols import Kind, Meaning, Names
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
    Part,
    Some,
    Value,
    Within,
)
from leadership_model.errors import UserError

ROWS = ("教育", "考核", "处分", "亲属", "任职", "履历")
KIND_WORDS: dict[Kind, str] = {
    "number": "数字",
    "choice": "选项",
    "flag": "是否",
    "month": "年月",
    "set": "集合",
    "text": "文字",
}
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+\.\d+")


def check(tree: Condition, names: Names) -> tuple[str, ...]:
    """List what is wrong with a condition, one Chinese sentence each; nothing when all is well."""
    return tuple(_faults(tree, names))


def demand(tree: Condition, names: Names) -> Condition:
    """Give the condition back; UserError with the first fault when it has one."""
    for sentence in _faults(tree, names):
        raise UserError(sentence)
    return tree


def _faults(tree: Condition, names: Names) -> Iterator[str]:
    match tree:
        case All(parts) | Some(parts):
            for part in parts:
                yield from _faults(part, names)
        case Not(part):
            yield from _faults(part, names)
        case Career(_, what):
            if isinstance(what, str):
                yield from _caught(lambda: filter_name(what, names))
            else:
                yield from _part_faults(what, "履历", names)
        case Exists(rows, parts):
            yield from _part_faults(parts, rows, names)
        case Grades(_, grade, _):
            yield from _caught(lambda: grade_name(grade, names))
        case Compare() | Between() | Within() | Contains() | Is():
            yield from _caught(lambda: fit_part(tree, element(tree.name, names)))
        case _:
            assert_never(tree)


def _part_faults(parts: Iterable[Part], rows: str, names: Names) -> Iterator[str]:
    for part in parts:
        yield from _part_fault(part, rows, names)


def _part_fault(part: Part, rows: str, names: Names) -> Iterator[str]:
    return _caught(lambda: fit_part(part, row(rows, part.name, names)))


def _caught(ask: Callable[[], object]) -> Iterator[str]:
    try:
        ask()
    except UserError as error:
        yield error.sentence


def element(name: str, names: Names) -> Meaning:
    """Say what an element means; UserError with close names when there is none."""
    found = names.meaning(name)
    if found is None:
        raise UserError(f"没有名为“{name}”的要素{_hint(name, names.element_names())}")
    return found


def row(rows: str, name: str, names: Names) -> Meaning:
    """Say what a name inside the brackets means; UserError when there is none."""
    found = names.row_meaning(rows, name)
    if found is None:
        hint = _hint(name, row_names(rows, names))
        raise UserError(f"{rows}里没有名为“{name}”的项目{hint}")
    return found


def row_names(rows: str, names: Names) -> Sequence[str]:
    """List the names of a kind of row, where the catalogue can list them."""
    listed = getattr(names, "row_names", None)
    return listed(rows) if listed is not None else ()


def filter_name(name: str, names: Names) -> str:
    """Give the name of an experience filter back; UserError with close names when unknown."""
    if names.filter_parts(name) is None:
        raise UserError(f"没有名为“{name}”的经历{_hint(name, names.filter_names())}")
    return name


def grade_name(grade: str, names: Names) -> str:
    """Give an appraisal grade back; UserError when it is none."""
    meaning = names.row_meaning("考核", "结果")
    if meaning is not None and not meaning.open_values and grade not in meaning.values:
        raise UserError(f"年度考核结果只能是 {'、'.join(meaning.values)}，不能是“{grade}”")
    return grade


def fit_part(part: Part, meaning: Meaning) -> Part:
    """Give a leaf with its values typed by the meaning; UserError when they do not fit."""
    match part:
        case Compare(name, op, value):
            if op not in ("=", "≠"):
                demand_order(meaning, op)
            return Compare(name, op, fit_value(value, meaning, ordered=op not in ("=", "≠")))
        case Between(name, low, high):
            demand_order(meaning, "介于")
            first, last = (fit_value(each, meaning, ordered=True) for each in (low, high))
            if _place(first, meaning) > _place(last, meaning):
                raise UserError(f"“{name} 介于 {low} 与 {high}”的下限高于上限，请对调")
            return Between(name, first, last)
        case Within(name, values):
            return Within(name, tuple(fit_value(each, meaning) for each in values))
        case Contains(name, value):
            if meaning.kind not in ("set", "text"):
                raise UserError(f"“{name}”是{KIND_WORDS[meaning.kind]}，不能用“包含”，请用“=”")
            return Contains(name, fit_value(value, meaning, inside=True))
        case Is():
            return part
        case _:
            assert_never(part)


def demand_order(meaning: Meaning, op: str) -> None:
    """Refuse > >= < <= 介于 for what has no order."""
    if meaning.kind in ("number", "month") or (meaning.kind == "choice" and meaning.ranks):
        return
    word = "没有高低次序" if meaning.kind == "choice" else f"是{KIND_WORDS[meaning.kind]}"
    raise UserError(f"“{meaning.name}”{word}，不能用“{op}”比较")


def fit_value(
    value: Value, meaning: Meaning, *, ordered: bool = False, inside: bool = False
) -> Value:
    """Type a value by the meaning: numbers as numbers, months as 2004.10, the rest as texts."""
    name, text = meaning.name, str(value)
    match meaning.kind:
        case "number":
            return _number(value, name)
        case "month":
            month = months.parse(text)
            if month is None:
                raise UserError(f"“{name}”是年月，“{text}”要写成 2004.10 这样")
            return months.show(month)
        case "set" if not inside:
            raise UserError(f"“{name}”是集合，请用“包含”")
        case "choice" | "flag" | "set":
            if ordered and text not in meaning.ranks:
                raise UserError(f"“{text}”不在“{name}”的次序之内{_hint(text, meaning.values)}")
            if not meaning.open_values and text not in meaning.values:
                raise UserError(_not_among(text, meaning))
            return text
        case "text":
            return text
        case _:
            assert_never(meaning.kind)


def _not_among(text: str, meaning: Meaning) -> str:
    if len(meaning.values) <= 8:
        return f"“{meaning.name}”只能是 {'、'.join(meaning.values)}，不能是“{text}”"
    return f"“{meaning.name}”没有“{text}”这个值{_hint(text, meaning.values)}"


def _number(value: Value, name: str) -> Value:
    if not isinstance(value, str):
        return value
    if _WHOLE.fullmatch(value):
        return int(value)
    if _DECIMAL.fullmatch(value):
        return float(value)
    raise UserError(f"“{name}”是数字，不能与“{value}”比较")


def _place(value: Value, meaning: Meaning) -> float:
    """Give the place of a fitted value in the order of its meaning."""
    if meaning.kind == "choice":
        return meaning.ranks[str(value)]
    month = months.parse(value) if isinstance(value, str) else None
    return float(value) if month is None else month


def _hint(name: str, known: Sequence[str]) -> str:
    """Name what may have been meant."""
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    close += [each for each in known if name and name in each and each not in close][:3]
    if close:
        return "，是不是指 " + "、".join(f"“{each}”" for each in close[:3]) + "？"
    return "，请在目录里核对名称"
