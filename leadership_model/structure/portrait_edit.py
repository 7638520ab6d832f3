"""A portrait as sentences whose pieces are edited: its head, its 资格 and its 权重 conditions.

Sensitive elements act in a portrait only where the condition itself cites the legal basis that
demands them; without one an edit is refused with one sentence that says what to write.
"""

from dataclasses import replace

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.structure.compose import NUMERIC
from leadership_model.structure.model import HEADINGS, Portrait, Term, Weight
from leadership_model.structure.phrase import NO_BASIS
from leadership_model.structure.portrait_phrase import (
    ANY,
    FORMS,
    KEY_WORDS,
    Item,
    Part,
    basis,
    heading,
    items,
)
from leadership_model.structure.sensitive import refusal, refusal_of_grade

FIRST = "学历 >= 大学"
FIRST_GRADED = "任现层次月数"


def edited_head(portrait: Portrait, slot: str, text: str) -> Portrait:
    """Put one piece of the head otherwise."""
    plain = text.strip()
    chosen = None if plain in ("", ANY) else plain
    match slot:
        case "label":
            if not plain:
                raise UserError("请填写画像的名称。")
            return replace(portrait, label=plain)
        case "role":
            if chosen not in (None, "正职", "副职", "其他"):
                raise UserError("请从正职、副职、其他、不限中选择。")
            return replace(portrait, role=chosen)
        case "post_kind":
            return replace(portrait, post_kind=chosen)
        case "place":
            return replace(portrait, place=chosen)
        case "key":
            flags = {word: flag for flag, word in KEY_WORDS.items()}
            if plain not in flags:
                raise UserError(f"请从{'、'.join(flags)}中选择。")
            return replace(portrait, key=flags[plain])
        case "basis":
            return replace(portrait, basis="" if plain == NO_BASIS else plain)
        case _:
            raise ValueError(f"no piece of a portrait's head is called {slot}")


def edited(portrait: Portrait, item: Item, slot: str, text: str, names: Catalogue) -> Portrait:
    """Put one piece of a condition otherwise; refused where a sensitive element has no law."""
    plain = text.strip()
    made = _edited(portrait, item, slot, plain, names)
    _demand_law(made, item, names)
    return made


def added(portrait: Portrait, part: Part, names: Catalogue, form: str = "condition") -> Portrait:
    """Add a condition that can be changed piece by piece."""
    if part == "qualification":
        return with_qualification(portrait, parse(FIRST, names), Term())
    if form == "condition":
        made = Weight(label="新条件", points=10.0, condition=parse(FIRST, names))
    else:
        made = Weight(label="新条件", points=10.0, element=_number(names), start=0.0, full=36.0)
    return replace(portrait, weights=(*portrait.weights, made))


def with_qualification(portrait: Portrait, condition: Condition, term: Term) -> Portrait:
    """Add a 资格 condition with what stands beside it."""
    return _qualified(portrait, [*portrait.qualified(), (condition, term)])


def removed(portrait: Portrait, item: Item) -> Portrait:
    """Take a condition away."""
    if item.part == "weight":
        kept = tuple(w for at, w in enumerate(portrait.weights) if at != item.at)
        return replace(portrait, weights=kept)
    pairs = [pair for at, pair in enumerate(portrait.qualified()) if at != item.at]
    return _qualified(portrait, pairs)


def moved(portrait: Portrait, item: Item, step: int) -> tuple[Portrait, Item]:
    """Move a condition past its neighbour under the same heading; give where it is then."""
    same = [
        each
        for each in items(portrait)
        if each.part == item.part and heading(portrait, each) == heading(portrait, item)
    ]
    place = same.index(item) + step
    if not 0 <= place < len(same):
        return portrait, item
    other = same[place]
    if item.part == "weight":
        weights = list(portrait.weights)
        weights[item.at], weights[other.at] = weights[other.at], weights[item.at]
        return replace(portrait, weights=tuple(weights)), other
    pairs = list(portrait.qualified())
    pairs[item.at], pairs[other.at] = pairs[other.at], pairs[item.at]
    return _qualified(portrait, pairs), other


def _edited(portrait: Portrait, item: Item, slot: str, text: str, names: Catalogue) -> Portrait:
    if slot == "heading" and text not in HEADINGS:
        raise UserError(f"请从{'、'.join(HEADINGS)}中选择。")
    cited = "" if text == NO_BASIS else text
    if item.part == "qualification":
        pairs = list(portrait.qualified())
        condition, term = pairs[item.at]
        match slot:
            case "heading":
                pairs[item.at] = condition, replace(term, heading=text)
            case "basis":
                pairs[item.at] = condition, replace(term, basis=cited)
            case "condition":
                pairs[item.at] = parse(text, names), term
            case _:
                raise ValueError(f"no piece of a 资格 condition is called {slot}")
        return _qualified(portrait, pairs)
    weights = list(portrait.weights)
    weight = weights[item.at]
    weights[item.at] = (
        replace(weight, basis=cited) if slot == "basis" else _weighed(weight, slot, text, names)
    )
    return replace(portrait, weights=tuple(weights))


def _weighed(weight: Weight, slot: str, text: str, names: Names) -> Weight:
    match slot:
        case "heading":
            return replace(weight, heading=text)
        case "label":
            if not text:
                raise UserError("请填写这一条的名称。")
            return replace(weight, label=text)
        case "points":
            return replace(weight, points=_float(text.removesuffix("分").strip()))
        case "condition":
            return replace(weight, condition=parse(text, names))
        case "form":
            return _formed(weight, text, names)
        case "element":
            meaning = names.meaning(text)
            if meaning is None or meaning.kind not in NUMERIC:
                raise UserError(f"“{text}”不是数值类的要素，不能按程度计分。")
            return replace(weight, element=text)
        case "start" | "full":
            value = _float(text)
            made = replace(weight, start=value) if slot == "start" else replace(weight, full=value)
            if made.start == made.full:
                raise UserError("起点和满分点不能相同，否则无法按比例计分。")
            return made
        case _:
            raise ValueError(f"no piece of a 权重 condition is called {slot}")


def _formed(weight: Weight, text: str, names: Names) -> Weight:
    forms = {word: form for form, word in FORMS.items()}
    if text not in forms:
        raise UserError(f"请从{'、'.join(forms)}中选择。")
    if forms[text] == "condition":
        asked = weight.condition or parse(FIRST, names)
        return replace(weight, condition=asked, element=None, start=0.0, full=0.0)
    if weight.element is not None:
        return weight
    return replace(weight, condition=None, element=_number(names), start=0.0, full=36.0)


def _qualified(portrait: Portrait, pairs: list[tuple[Condition, Term]]) -> Portrait:
    terms = [term for _, term in pairs]
    while terms and terms[-1] == Term():
        terms.pop()
    return replace(portrait, qualifications=tuple(each for each, _ in pairs), terms=tuple(terms))


def _demand_law(portrait: Portrait, item: Item, names: Catalogue) -> None:
    if item.part == "weight":
        weight = portrait.weights[item.at]
        refused = refusal_of_grade(weight.element, names) if weight.element else ""
        if refused:
            raise UserError(f"{refused}。")
        if weight.condition is None:
            return
        condition = weight.condition
    else:
        condition = portrait.qualifications[item.at]
    refused = refusal(condition, basis(portrait, item), names)
    if refused:
        raise UserError(f"{refused}，请先写在这一条的“依据”里。")


def _number(names: Names) -> str:
    for name in (FIRST_GRADED, *names.element_names()):
        meaning = names.meaning(name)
        if meaning is not None and meaning.kind in NUMERIC:
            return name
    raise UserError("要素库里没有数值类的要素，请先在要素库里建一个。")


def _float(text: str) -> float:
    try:
        value = float(text.replace(" ", ""))
    except ValueError:
        raise UserError(f"“{text}”不是数，请填 10、2.5 这样的数。") from None
    if not 0 <= value < 1e9:
        raise UserError("请填 0 以上的数。")
    return value
