"""An experience filter as a sentence in pieces, and changed piece by piece.

Slots name the branch and the part they are about: `name.0.1` is what part 1 of branch 0 asks,
`op.0.1` and `value.0.1` how; `add.0` adds a part to a branch, `branch` a branch, `drop.0.1` takes a
part away (a branch without parts goes too), `secondment` counts 挂职 rows or not.
"""

from collections.abc import Sequence
from dataclasses import replace

from leadership_model.conditions import check
from leadership_model.conditions.part import STATES, operator_of, part_of, values_of
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import Between, Compare, Contains, Is, Part, Within
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.describe import Piece, as_options, slot_of
from leadership_model.elements.edit import Choices
from leadership_model.elements.element import ExperienceFilter
from leadership_model.errors import UserError

ROWS = "履历"
DROP = "（删去这一条）"
SECONDMENT = {"no": "不含挂职", "yes": "含挂职"}


def pieces(found: ExperienceFilter) -> tuple[Piece, ...]:
    """Give the sentence of an experience filter in its pieces."""
    made = [Piece("履历行符合 ")]
    for at, branch in enumerate(found.branches):
        if at:
            made.append(Piece("，或者 "))
        for number, part in enumerate(branch):
            spot = f"{at}.{number}"
            made += [Piece(" 且 ")] * bool(number)
            made += [slot_of(part.name, f"name.{spot}"), slot_of(operator_of(part), f"op.{spot}")]
            words = _value_words(part)
            made += [slot_of(words, f"value.{spot}")] * bool(words)
        made.append(slot_of("＋且", f"add.{at}"))
    second = SECONDMENT["yes" if found.secondment else "no"]
    made += [slot_of("＋或者", "branch"), Piece("；"), slot_of(second, "secondment")]
    return (*made, Piece(" 的行计入。"))


def head(found: ExperienceFilter) -> tuple[Piece, ...]:
    """Give name and help as pieces that can be changed."""
    name = (Piece("名称 "), slot_of(found.name, "label"))
    return (*name, Piece(" 说明 "), slot_of(found.help or "未写", "help"))


def choices(
    found: ExperienceFilter, slot: str, catalogue: Catalogue, values: Sequence[str] = ()
) -> Choices:
    """Say what a piece can become; `values` are those that occur in careers, for open lists."""
    what, _, spot = slot.partition(".")
    match what:
        case "label":
            return Choices(hint="经历筛选的名称", typed=True, text=found.name)
        case "help":
            return Choices(hint="一句话说明", typed=True, text=found.help)
        case "secondment":
            now = "yes" if found.secondment else "no"
            return Choices(tuple(SECONDMENT.items()), "挂职的行", current=(now,))
        case "add" | "branch":
            return Choices(as_options(catalogue.row_names(ROWS)), "看履历行的哪一项")
    part = _part(found, spot)
    meaning = check.row(ROWS, part.name, catalogue)
    if what == "name":
        options = (*as_options(catalogue.row_names(ROWS)), (DROP, DROP))
        return Choices(options, "看履历行的哪一项", current=(part.name,))
    if what == "op":
        return Choices(as_options(_operators(meaning)), "怎样比较", current=(operator_of(part),))
    listed = tuple(dict.fromkeys((*meaning.values, *values)))
    if isinstance(part, Within):
        chosen = tuple(map(str, part.values))
        return Choices(as_options(listed), "取值，可多选", many=True, current=chosen)
    typed = meaning.kind in ("number", "month", "text") or meaning.open_values
    text = _value_words(part)
    return Choices(
        as_options(listed), "取值", typed=typed, current=(text,), text="" if listed else text
    )


def edited(
    found: ExperienceFilter, slot: str, picked: object, catalogue: Catalogue
) -> ExperienceFilter:
    """Give the filter with one piece chosen anew; UserError when it cannot be."""
    text = "、".join(picked) if isinstance(picked, tuple) else str(picked).strip()
    what, _, spot = slot.partition(".")
    match what:
        case "label":
            return replace(found, name=text)
        case "help":
            return replace(found, help=text)
        case "secondment":
            return replace(found, secondment=text == "yes")
        case "branch":
            return replace(found, branches=(*found.branches, (_fresh(text, catalogue),)))
        case "add":
            grown = (*found.branches[int(spot)], _fresh(text, catalogue))
            return _with_branch(found, int(spot), grown)
    branch, number = (int(each) for each in spot.split("."))
    parts = list(found.branches[branch])
    if what == "name" and text == DROP:
        del parts[number]
    else:
        parts[number] = _changed(parts[number], what, picked, text, catalogue)
    if not parts and len(found.branches) == 1:
        raise UserError("经历筛选至少要有一个条件，请改它而不是删去")
    return _with_branch(found, branch, tuple(parts))


def _with_branch(found: ExperienceFilter, at: int, parts: tuple[Part, ...]) -> ExperienceFilter:
    branches = [*found.branches]
    branches[at] = parts
    return replace(found, branches=tuple(each for each in branches if each))


def _changed(part: Part, what: str, picked: object, text: str, catalogue: Catalogue) -> Part:
    if what == "name":
        return _fresh(text, catalogue)
    meaning = check.row(ROWS, part.name, catalogue)
    if what == "op":
        return check.fit_part(_with_operator(part, text, meaning), meaning)
    made: Part
    match part:
        case Within():
            made = replace(part, values=picked if isinstance(picked, tuple) else (text,))
        case Between():
            ends = [each.strip() for each in text.replace("～", "、").split("、")]
            if len(ends) != 2:
                raise UserError("请写两个值，用顿号隔开，如 2010.01、2020.12")
            made = replace(part, low=ends[0], high=ends[1])
        case Compare() | Contains():
            made = replace(part, value=text)
        case _:
            made = part
    return check.fit_part(made, meaning)


def _fresh(name: str, catalogue: Catalogue) -> Part:
    """Make the most likely first question about an item of a career row."""
    meaning = check.row(ROWS, name, catalogue)
    match meaning.kind:
        case "number":
            return Compare(name, ">=", 24)
        case "month":
            return Compare(name, ">=", "2020.01")
        case "flag":
            return Compare(name, "=", "是")
        case "set":
            return Contains(name, meaning.values[0])
        case "choice" if meaning.values:
            return Compare(name, "=", meaning.values[0])
        case _:
            return Is(name, "已知")


def _operators(meaning: Meaning) -> tuple[str, ...]:
    ordered = meaning.kind in ("number", "month") or bool(meaning.ranks)
    found: tuple[str, ...] = () if meaning.kind == "set" else ("=", "≠")
    found += (">=", "<=", ">", "<", "介于") if ordered else ()
    found += ("属于",) if meaning.kind in ("choice", "text") else ()
    return (*found, *(("包含",) if meaning.kind in ("set", "text") else ()), *STATES)


def _with_operator(part: Part, op: str, meaning: Meaning) -> Part:
    kept = values_of(part) or ((meaning.values[0] if meaning.values else "1"),)
    return part_of(part.name, op, kept)


def _value_words(part: Part) -> str:
    return "、".join(map(str, values_of(part)))


def _part(found: ExperienceFilter, spot: str) -> Part:
    branch, number = (int(each) for each in spot.split("."))
    return found.branches[branch][number]
