"""A line of the builder as pieces that can each be changed. Pure: no Qt.

A piece has words to show and options to choose from; `changed` makes the line with another choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from leadership_model.conditions import check
from leadership_model.conditions.part import operator_of
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.sentence import write_parts
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
    Within,
)
from leadership_model.elements.catalogue import Catalogue

Tone = Literal["name", "op", "value", "word"]
SIGNS = {">=": "≥", "<=": "≤"}
EVER, NOW, NEVER = "曾任", "现任", "从未任"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: which part of the line it is, its words, how it looks. `word` cannot change."""

    part: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Choices:
    """What a piece can become: (id, words); whether others may be typed, whether several."""

    options: tuple[tuple[str, str], ...]
    hint: str
    typed: bool = False
    many: bool = False
    current: tuple[str, ...] = ()
    text: str = ""


def pieces(condition: Condition, catalogue: Catalogue) -> tuple[Piece, ...]:
    """Take a line apart."""
    match condition:
        case Not(Career() as career):
            return (Piece("mode", NEVER, "op"), *_career(career)[1:])
        case Not(Exists() as exists):
            return (Piece("mode", "没有", "op"), *_exists(exists)[1:])
        case Career():
            return _career(condition)
        case Exists():
            return _exists(condition)
        case Grades(years, grade, times):
            return (
                Piece("", "近", "word"),
                Piece("years", str(years), "value"),
                Piece("", "年考核", "word"),
                Piece("grade", grade, "name"),
                Piece("", "不少于", "word"),
                Piece("times", f"{times} 次", "value"),
            )
        case Compare() | Between() | Within() | Contains() | Is():
            return _part(condition, catalogue.meaning(condition.name))
        case _:
            return (Piece("", "（条件组）", "word"),)


def _part(part: Part, meaning: Meaning | None) -> tuple[Piece, ...]:
    unit = f" {meaning.unit}" if meaning is not None and meaning.unit else ""
    name = Piece("name", part.name, "name")
    match part:
        case Compare(_, op, value):
            return (
                name,
                Piece("op", SIGNS.get(op, op), "op"),
                Piece("value", f"{value}{unit}", "value"),
            )
        case Between(_, low, high):
            return (
                name,
                Piece("op", "介于", "op"),
                Piece("low", str(low), "value"),
                Piece("", "与", "word"),
                Piece("high", f"{high}{unit}", "value"),
            )
        case Within(_, values):
            words = "、".join(map(str, values))
            return name, Piece("op", "属于", "op"), Piece("values", words, "value")
        case Contains(_, value):
            return name, Piece("op", "包含", "op"), Piece("value", str(value), "value")
        case Is(_, state):
            return name, Piece("op", state, "op")
        case _:
            assert_never(part)


def _career(career: Career) -> tuple[Piece, ...]:
    what = career.what if isinstance(career.what, str) else f"[{write_parts(career.what)}]"
    head = (Piece("mode", career.mode, "op"), Piece("what", what, "name"))
    if career.months is None:
        return (*head, Piece("months", "不限时间", "value"))
    return (
        *head,
        Piece("measure", "连续满" if career.measure == "连续" else "满", "op"),
        Piece("months", f"{career.months} 个月", "value"),
    )


def _exists(exists: Exists) -> tuple[Piece, ...]:
    return (
        Piece("mode", "有", "op"),
        Piece("rows", exists.rows, "name"),
        Piece("parts", write_parts(exists.parts) or "任何一条", "value"),
    )


# ---- what a piece can become


def choices(
    condition: Condition, part: str, catalogue: Catalogue, values: Sequence[str]
) -> Choices:
    """List what a piece can become; `values`: values of the element that occur among people."""
    match condition:
        case Not(inner):
            return choices(inner, part, catalogue, values)
        case Career():
            return _career_choices(condition, part, catalogue)
        case Exists():
            return _exists_choices(condition, part)
        case Grades():
            return _grade_choices(condition, part, catalogue)
        case Compare() | Between() | Within() | Contains() | Is():
            return _part_choices(condition, part, catalogue, values)
        case _:
            return Choices((), "")


def _part_choices(
    condition: Part, part: str, catalogue: Catalogue, values: Sequence[str]
) -> Choices:
    if part == "name":
        return Choices(elements(catalogue), "输入要素名称或拼音", current=(condition.name,))
    meaning = _meaning(condition.name, catalogue)
    if part == "op":
        return Choices(operators(meaning), "选择比较方式", current=(operator_of(condition),))
    known = tuple(dict.fromkeys((*meaning.values, *values)))
    found = tuple((value, value) for value in known)
    if isinstance(condition, Within):
        chosen = tuple(map(str, condition.values))
        return Choices(found, "勾选一个或多个值", many=True, current=chosen)
    text = str(getattr(condition, part, ""))
    free = meaning.kind in ("number", "month", "text") or meaning.open_values
    hint = {
        "number": f"输入数字{f'（{meaning.unit}）' if meaning.unit else ''}",
        "month": "输入年月，如 2004.10",
        "text": "输入文字",
    }.get(meaning.kind, "输入值或拼音")
    if meaning.kind in ("number", "month"):
        return Choices((), hint, typed=True, text=text)
    return Choices(found, hint, typed=free, current=(text,), text="" if found else text)


def _career_choices(condition: Career, part: str, catalogue: Catalogue) -> Choices:
    match part:
        case "mode":
            return Choices(tuple((each, each) for each in (EVER, NOW, NEVER)), "选择")
        case "what":
            named = tuple((name, name) for name in catalogue.filter_names())
            current = (condition.what,) if isinstance(condition.what, str) else ()
            text = "" if current else f"[{write_parts(condition.what)}]"  # type: ignore[arg-type]
            return Choices(
                named, "输入经历名称、拼音，或 [单位类别 = 乡镇]", True, current=current, text=text
            )
        case "measure":
            return Choices((("累计", "累计满"), ("连续", "连续满")), "选择")
        case _:
            spans = (12, 24, 36, 48, 60, 96, 120)
            found = tuple((str(n), f"{n} 个月（{n // 12} 年）") for n in spans)
            text = "" if condition.months is None else str(condition.months)
            return Choices((("0", "不限时间"), *found), "输入月数", True, text=text)


def _exists_choices(condition: Exists, part: str) -> Choices:
    match part:
        case "mode":
            return Choices((("有", "有"), ("没有", "没有")), "选择")
        case "rows":
            return Choices(
                tuple((each, each) for each in check.ROWS), "选择", current=(condition.rows,)
            )
        case _:
            hint = "如 学历 = 大学, 形式 = 全日制；留空为任何一条"
            return Choices((), hint, True, text=write_parts(condition.parts))


def _grade_choices(condition: Grades, part: str, catalogue: Catalogue) -> Choices:
    if part == "grade":
        meaning = catalogue.row_meaning("考核", "结果")
        values = meaning.values if meaning is not None else ()
        return Choices(tuple((v, v) for v in values), "选择", current=(condition.grade,))
    words = "近几年" if part == "years" else "不少于几次"
    now = str(getattr(condition, part))
    return Choices(tuple((str(n), str(n)) for n in range(1, 7)), words, True, current=(now,))


def elements(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """List all elements by their labels, with their groups."""
    return tuple((each.label, each.label) for each in catalogue.elements)


def operators(meaning: Meaning) -> tuple[tuple[str, str], ...]:
    """List the ways an element can be asked."""
    ordered = meaning.kind in ("number", "month") or (meaning.kind == "choice" and meaning.ranks)
    found: list[tuple[str, str]] = []
    if meaning.kind != "set":
        found += [("=", "= 等于"), ("≠", "≠ 不等于")]
    if ordered:
        found += [(">=", "≥ 不低于"), ("<=", "≤ 不高于"), (">", "> 高于"), ("<", "< 低于")]
        found += [("介于", "介于（含两端）")]
    if meaning.kind in ("choice", "text"):
        found.append(("属于", "属于（其中之一）"))
    if meaning.kind in ("set", "text"):
        found.append(("包含", "包含"))
    found += [("已知", "已知"), ("待核", "待核")]
    return (*found, ("无", "无")) if meaning.absent_possible else tuple(found)


def _meaning(name: str, catalogue: Catalogue) -> Meaning:
    return check.element(name, catalogue)
