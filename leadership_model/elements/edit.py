"""An element changed piece by piece: what a piece of its sentence can become, and the result.

Slots are those of `describe.pieces` (what it is worked out from) and of `head` (name, group, kind,
unit, domain). Nothing here looks whether the result is sound: `soundness.faults` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from leadership_model import months
from leadership_model.conditions.sentence import parse, write
from leadership_model.elements import definition_edit
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.describe import KIND_WORDS, Piece, as_options, slot_of
from leadership_model.elements.domain import settled, with_kind
from leadership_model.elements.element import Element, MarkOf, When
from leadership_model.errors import UserError

YES, NO = "可以为“无”", "人人都有"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a piece can become: (id, words); whether others are typed, whether several are taken."""

    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    typed: bool = False
    many: bool = False
    current: tuple[str, ...] = ()
    text: str = ""


def head(element: Element) -> tuple[Piece, ...]:
    """Give name, group and domain of an element as pieces that can be changed."""
    made = [Piece("名称 "), slot_of(element.label, "label"), Piece(" 分组 ")]
    made += [slot_of(element.group, "group")]
    marked = isinstance(element.definition, MarkOf)
    if marked:
        made += [Piece(" 类型 "), slot_of(KIND_WORDS[element.kind], "kind")]
    if element.kind == "number":
        made += [Piece(" 单位 "), slot_of(element.unit or "无单位", "unit")]
    if element.kind in ("number", "month"):
        low, high = (_shown(element, bound) for bound in (element.low, element.high))
        made += [Piece(" 待核时按 "), slot_of(low, "low"), Piece(" 至 "), slot_of(high, "high")]
        made += [Piece(" 估计")]
    if marked and element.kind in ("choice", "set"):
        made += [Piece(" 取值 "), slot_of("、".join(element.values) or "不限", "values")]
    if marked and element.kind != "set":
        made += [Piece(" "), slot_of(YES if element.absent_possible else NO, "absent")]
    return (*made, Piece(" 说明 "), slot_of(element.help or "未写", "help"))


def choices(
    element: Element, slot: str, catalogue: Catalogue, values: Sequence[str] = ()
) -> Choices:
    """Say what a piece can become; `values` are those of the element it is built on."""
    match slot:
        case "label":
            return Choices(hint="要素名称", typed=True, text=element.label)
        case "help":
            return Choices(hint="一句话说明", typed=True, text=element.help)
        case "unit":
            return Choices(hint="单位，如 月、次、分", typed=True, text=element.unit)
        case "group":
            groups = dict.fromkeys(each.group for each in catalogue.elements)
            return Choices(as_options(groups), "分组名称", typed=True, current=(element.group,))
        case "kind":
            words = tuple(KIND_WORDS.items())
            return Choices(words, "值的类型", current=(element.kind,))
        case "low" | "high":
            text = _shown(element, element.low if slot == "low" else element.high)
            return Choices(hint="待核时的范围", typed=True, text=text)
        case "values":
            return Choices(
                hint="取值，用顿号隔开；留空为不限", typed=True, text="、".join(element.values)
            )
        case "absent":
            now = YES if element.absent_possible else NO
            return Choices(as_options((YES, NO)), "是否可以为无", current=(now,))
        case "condition" if isinstance(element.definition, When):
            text = write(element.definition.condition)
            return Choices(hint="条件，如 年龄 <= 42 且 学历 >= 大学", typed=True, text=text)
        case _:
            found = definition_edit.choices(element.definition, slot, catalogue, values)
            return Choices(*found)


def edited(element: Element, slot: str, picked: object, catalogue: Catalogue) -> Element:
    """Give the element with one piece chosen anew; UserError with a sentence when it cannot be.

    `picked` is a text, or a tuple of texts where several are taken.
    """
    text = "、".join(picked) if isinstance(picked, tuple) else str(picked).strip()
    match slot:
        case "label":
            return replace(element, label=text)
        case "group" | "help" | "unit":
            return replace(element, **cast(Any, {slot: text}))
        case "kind":
            return with_kind(element, cast(Any, text))
        case "low" | "high":
            return replace(element, **cast(Any, {slot: _bound(element, text)}))
        case "values":
            parts = (part.strip() for part in text.replace("，", "、").split("、"))
            return replace(element, values=tuple(dict.fromkeys(part for part in parts if part)))
        case "absent":
            return replace(element, absent_possible=text == YES)
        case "condition":
            found = When(parse(text, catalogue))
            return replace(element, definition=found)
        case _:
            changed = definition_edit.edited(element.definition, slot, picked, catalogue)
            return settled(replace(element, definition=changed), catalogue)


def with_condition(element: Element, condition: Any) -> Element:  # noqa: ANN401 (a condition)
    """Give the element with another condition."""
    return replace(element, definition=When(condition))


def _bound(element: Element, text: str) -> float:
    if element.kind == "month":
        month = months.parse(text)
        if month is None:
            raise UserError(f"“{text}”不是年月，请按 1980.05 的样子填写")
        return month
    try:
        return float(text)
    except ValueError as error:
        raise UserError(f"“{text}”不是数字，请填写数字") from error


def _shown(element: Element, bound: float) -> str:
    return months.show(int(bound)) if element.kind == "month" else f"{bound:g}"
