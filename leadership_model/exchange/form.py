"""A form file as it is: all its elements in their order with their raw text, known or not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model.exchange.package import Tables
from leadership_model.exchange.photos import Picture

ROOT = "Person"
FAMILY = "JiaTingChengYuan"
MEMBER = "Item"
PHOTO = "ZhaoPian"


@dataclass(frozen=True, slots=True)
class Element:
    """One element: raw text before its first child, children, and the text that follows them.

    `tails[i]` is the text after child i. `line` is where it began, None when made by us; it takes
    no part in comparisons.
    """

    tag: str
    text: str = ""
    children: tuple["Element", ...] = ()
    tails: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    line: int | None = None

    def child(self, tag: str) -> "Element | None":
        """Give the first child of that name."""
        return next((each for each in self.children if each.tag == tag), None)

    def content(self) -> str:
        """Give the text of the element and everything inside it."""
        inner = "".join(
            each.content() + (self.tails[i] if i < len(self.tails) else "")
            for i, each in enumerate(self.children)
        )
        return self.text + inner

    def essence(self) -> tuple[Any, ...]:
        """Give what two equal elements share: name, trimmed text, attributes, children."""
        tails = tuple(each.strip() for each in self.tails)
        inner = tuple(each.essence() for each in self.children)
        return self.tag, self.text.strip(), self.attributes, inner, tails if any(tails) else ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form file: the children of its root in their order, and how the file was written.

    `kind` says what was read: an lrmx is written back as it was, the others (lrm, hzb, roster) are
    kept as evidence only. `picture` is a photo that lay beside the file, `key` names the
    person in the `tables` of units and posts that came along; they take no part in comparisons.
    """

    file: str
    elements: tuple[Element, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    bom: bool = True
    newline: str = "\r\n"
    kind: str = "lrmx"
    picture: Picture | None = field(default=None, compare=False)
    key: str = field(default="", compare=False)
    tables: Tables = field(default_factory=dict, compare=False, repr=False)

    def element(self, tag: str) -> Element | None:
        """Give the first element of that name."""
        return next((each for each in self.elements if each.tag == tag), None)

    def text(self, tag: str) -> str | None:
        """Give the raw text of an element; None when the file has no such element."""
        found = self.element(tag)
        return None if found is None else found.content()

    def members(self) -> Iterator[Element]:
        """Give the items of the family list."""
        family = self.element(FAMILY)
        if family is not None:
            yield from (each for each in family.children if each.tag == MEMBER)

    def without_photo(self) -> "Form":
        """Give the form with an emptied photo element, for keeping where photos lie elsewhere."""
        kept = tuple(
            Element(each.tag, line=each.line) if each.tag == PHOTO else each
            for each in self.elements
        )
        return replace(self, elements=kept)

    def essence(self) -> tuple[Any, ...]:
        """Give what two equal forms share, whatever their file name and line ends."""
        return self.attributes, tuple(each.essence() for each in self.elements)


def to_json(form: Form) -> str:
    """Write a form as JSON text, to be kept beside the person and written back one day."""
    content = {
        "bom": form.bom,
        "newline": form.newline,
        "attributes": list(form.attributes),
        "elements": [_element_to_object(each) for each in form.elements],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(file: str, text: str) -> Form:
    """Read a kept form; the counterpart of `to_json`."""
    content = json.loads(text)
    return Form(
        file,
        tuple(_element_of_object(each) for each in content["elements"]),
        tuple((name, value) for name, value in content["attributes"]),
        content["bom"],
        content["newline"],
    )


def _element_to_object(element: Element) -> list[Any]:
    made: list[Any] = [element.tag, element.text]
    if element.children or element.attributes:
        made.append([_element_to_object(each) for each in element.children])
        made.append(list(element.tails))
    if element.attributes:
        made.append(list(element.attributes))
    return made


def _element_of_object(made: list[Any]) -> Element:
    tag, text, *more = made
    children = more[0] if more else []
    tails = more[1] if more else []
    attributes = more[2] if len(more) > 2 else []
    return Element(
        tag,
        text,
        tuple(_element_of_object(each) for each in children),
        tuple(tails),
        tuple((name, value) for name, value in attributes),
    )
