"""A portrait as sentences in pieces: its head, its 资格 and its 权重 conditions under headings."""

from dataclasses import dataclass
from typing import Literal

from leadership_model.conditions.sentence import write
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure.figures import digits
from leadership_model.structure.model import HEADINGS, Portrait
from leadership_model.structure.phrase import NO_BASIS, Piece

Part = Literal["qualification", "weight"]
PARTS: tuple[Part, ...] = ("qualification", "weight")
ANY = "不限"
KEY_WORDS = {True: "重点岗位", False: "一般岗位"}
FORMS = {"condition": "符合", "element": "按程度计"}


@dataclass(frozen=True, slots=True)
class Item:
    """One condition of a portrait: which list, which place in it."""

    part: Part
    at: int

    @property
    def id(self) -> str:
        """Give a text that names it."""
        return f"{self.part}:{self.at}"


def item_of(id: str) -> Item | None:
    """Read the text that names an item."""
    part, _, at = id.partition(":")
    for known in PARTS:
        if part == known:
            return Item(known, int(at))
    return None


def items(portrait: Portrait) -> tuple[Item, ...]:
    """List the conditions: 资格 first, each under its heading in the order of the headings."""
    found = [Item("qualification", at) for at in range(len(portrait.qualifications))]
    found += [Item("weight", at) for at in range(len(portrait.weights))]
    order = {name: at for at, name in enumerate(HEADINGS)}

    def place(item: Item) -> tuple[bool, int, int]:
        return item.part == "weight", order.get(heading(portrait, item), len(order)), item.at

    return tuple(sorted(found, key=place))


def heading(portrait: Portrait, item: Item) -> str:
    """Give the heading an item stands under."""
    if item.part == "weight":
        return portrait.weights[item.at].heading
    return portrait.qualified()[item.at][1].heading


def basis(portrait: Portrait, item: Item) -> str:
    """Give the basis an item cites itself."""
    if item.part == "weight":
        return portrait.weights[item.at].basis
    return portrait.qualified()[item.at][1].basis


def sensitive_in(portrait: Portrait, item: Item, names: Catalogue) -> tuple[str, ...]:
    """List the sensitive elements that act in an item."""
    if item.part == "qualification":
        return names.sensitive_in(portrait.qualifications[item.at])
    weight = portrait.weights[item.at]
    if weight.condition is not None:
        return names.sensitive_in(weight.condition)
    return (weight.element,) if weight.element and names.sensitive(weight.element) else ()


def head_pieces(portrait: Portrait) -> tuple[Piece, ...]:
    """Say which posts a portrait is for."""
    return (
        Piece(portrait.label, "label"),
        Piece("用于"),
        Piece(portrait.role or ANY, "role"),
        Piece("，职务名称含"),
        Piece(portrait.post_kind or ANY, "post_kind"),
        Piece("，班子位置"),
        Piece(portrait.place or ANY, "place"),
        Piece("，属"),
        Piece(KEY_WORDS[portrait.key], "key"),
        Piece("，依据"),
        Piece(portrait.basis or NO_BASIS, "basis"),
    )


def item_pieces(portrait: Portrait, item: Item) -> tuple[Piece, ...]:
    """Write one condition as a sentence."""
    cited = (Piece("，依据"), Piece(basis(portrait, item) or NO_BASIS, "basis"))
    under = (Piece("列入"), Piece(heading(portrait, item), "heading"), Piece("："))
    if item.part == "qualification":
        asked = Piece(write(portrait.qualifications[item.at]), "condition")
        return (*under, Piece("必须"), asked, *cited)
    weight = portrait.weights[item.at]
    points = Piece(f"{digits(weight.points)} 分", "points")
    named = (*under, Piece(weight.label, "label"), Piece("，"))
    if weight.condition is not None:
        asked = Piece(write(weight.condition), "condition")
        return (*named, Piece(FORMS["condition"], "form"), asked, Piece("得"), points, *cited)
    return (
        *named,
        Piece(FORMS["element"], "form"),
        Piece(weight.element or "", "element"),
        Piece("，从"),
        Piece(digits(weight.start), "start"),
        Piece("起、到"),
        Piece(digits(weight.full), "full"),
        Piece("得满"),
        points,
        *cited,
    )
