"""What a line becomes when one of its pieces is chosen anew. Pure: no Qt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from leadership_model.conditions import check
from leadership_model.conditions.part import part_of, values_of
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.sentence import parse_parts
from leadership_model.conditions.tree import (
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
    Value,
    Within,
)
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError

CAREER, APPRAISALS = "曾任…", "近 n 年考核…"
# what is offered -> the rows it asks of and what is asked first
LINKED: dict[str, tuple[str, str]] = {
    "有 履历…": ("履历", "单位类别 = 乡镇, 角色 = 正职"),
    "有 教育…": ("教育", "学历 = 大学, 形式 = 全日制"),
    "有 考核…": ("考核", "结果 = 优秀"),
    "有 处分…": ("处分", "影响期内 = 是"),
    "有 亲属…": ("亲属", "关系 属于 {夫妻, 直系血亲}"),
    "有 任职…": ("任职", "角色 = 正职"),
}
USUAL: dict[str, Value] = {"年龄": 45, "学历": "大学", "性别": "女", "民族": "汉族"}


def new_line(name: str, catalogue: Catalogue, values: Sequence[str] = ()) -> Condition:
    """Make a line about an element, an experience filter, or one of the linked questions."""
    if name == CAREER:
        return Career("曾任", catalogue.filter_names()[0], months=24)
    if name == APPRAISALS:
        return Grades(3, "优秀", 1)
    if name in LINKED:
        rows, parts = LINKED[name]
        return Exists(cast("Any", rows), parse_parts(parts, catalogue, rows))
    if catalogue.meaning(name) is None and catalogue.filter(name) is not None:
        return Career("曾任", name, months=24)
    meaning = check.element(name, catalogue)
    return default_for(meaning, values)


def default_for(meaning: Meaning, values: Sequence[str] = ()) -> Part:
    """Make the most likely first question about an element; its value is then chosen."""
    name = meaning.name
    match meaning.kind:
        case "number":
            month = meaning.unit == "月"
            value = USUAL.get(name, 24 if month else 1)
            return Compare(name, "<=" if name == "年龄" else ">=", value)
        case "month":
            return Compare(name, ">=", "2020.01")
        case "flag":
            return Compare(name, "=", "是")
        case "text":
            return (
                Contains(name, first) if (first := _first(name, (), values)) else Is(name, "已知")
            )
        case "set":
            return Contains(name, _first(name, meaning.values, values) or "经济")
        case "choice":
            found = _first(name, meaning.values, values)
            if not found:
                return Is(name, "已知")
            return Compare(name, ">=" if meaning.ranks else "=", found)


def _first(name: str, listed: Sequence[str], values: Sequence[str]) -> str:
    usual = str(USUAL.get(name, ""))
    known = (*listed, *values)
    return usual if usual in known else next(iter((*values, *listed)), "")


def changed(
    condition: Condition, part: str, picked: object, catalogue: Catalogue, values: Sequence[str]
) -> Condition:
    """Give the line with one piece chosen anew; UserError with a sentence when it cannot be."""
    match condition:
        case Not(Career() | Exists() as inner):
            if part == "mode":
                return _with_mode(inner, str(picked))
            return Not(changed(inner, part, picked, catalogue, values))
        case Career() | Exists() if part == "mode":
            return _with_mode(condition, str(picked))
        case Career():
            return _career(condition, part, str(picked), catalogue)
        case Exists():
            return _exists(condition, part, str(picked), catalogue)
        case Grades():
            if part == "grade":
                return replace(condition, grade=check.grade_name(str(picked), catalogue))
            count = whole(str(picked))
            if part == "years":
                return replace(condition, years=count)
            return replace(condition, times=count)
        case Compare() | Between() | Within() | Contains() | Is():
            return _part(condition, part, picked, catalogue, values)
        case _:
            return condition


def _with_mode(condition: Career | Exists, mode: str) -> Condition:
    if isinstance(condition, Exists):
        return Not(condition) if mode == "没有" else condition
    if mode == "从未任":
        return Not(replace(condition, mode="曾任"))
    return replace(condition, mode=cast("Any", mode))


def _career(condition: Career, part: str, picked: str, catalogue: Catalogue) -> Career:
    if part == "what":
        text = picked.strip()
        if text.startswith("["):
            return replace(condition, what=parse_parts(text.strip("[] "), catalogue))
        return replace(condition, what=check.filter_name(text, catalogue))
    if part == "measure":
        return replace(condition, measure=cast("Any", picked))
    if picked in ("0", ""):
        return replace(condition, months=None, measure="累计")
    return replace(condition, months=whole(picked))


def _exists(condition: Exists, part: str, picked: str, catalogue: Catalogue) -> Exists:
    if part == "rows":
        return Exists(cast("Any", picked), ())
    text = picked.strip("[] ")
    return replace(condition, parts=parse_parts(text, catalogue, condition.rows) if text else ())


def _part(
    condition: Part, part: str, picked: object, catalogue: Catalogue, values: Sequence[str]
) -> Condition:
    if part == "name":
        return new_line(str(picked), catalogue, values)
    meaning = check.element(condition.name, catalogue)
    if part == "op":
        return check.fit_part(with_operator(condition, str(picked), meaning, values), meaning)
    fresh: Part
    if isinstance(condition, Within):
        chosen = tuple(map(str, picked)) if isinstance(picked, tuple) else (str(picked),)
        fresh = Within(condition.name, chosen)
    else:
        fresh = _with_value(condition, part, str(picked).strip())
    return check.fit_part(fresh, meaning)


def _with_value(condition: Part, part: str, text: str) -> Part:
    match condition:
        case Between() if part == "low":
            return replace(condition, low=text)
        case Between():
            return replace(condition, high=text)
        case Compare() | Contains():
            return replace(condition, value=text)
        case _:
            return condition


def with_operator(part: Part, op: str, meaning: Meaning, values: Sequence[str]) -> Part:
    """Ask the same element in another way; the value is kept as far as it fits."""
    kept = values_of(part) or values_of(default_for(meaning, values)) or ("",)
    return part_of(part.name, op, kept)


def whole(text: str) -> int:
    """Read a number of months, years or times; UserError when it is none."""
    digits = text.strip().removesuffix("个月").removesuffix("次").removesuffix("年").strip()
    if not digits.isdigit() or int(digits) < 1:
        raise UserError(f"“{text}”应当是大于 0 的整数")
    return int(digits)


def refusal(
    condition: Condition, part: str, picked: str, catalogue: Catalogue, values: Sequence[str]
) -> str:
    """Say what is wrong with a typed value, in one sentence; empty when nothing is."""
    try:
        changed(condition, part, picked, catalogue, values)
    except UserError as error:
        return f"{error.sentence.rstrip('。')}。"
    return ""


def career_line(name: str) -> Career:
    """Make the line about a named experience: 曾任 ... 满 24 个月."""
    return Career("曾任", name, months=24)
