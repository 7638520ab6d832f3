"""Why an element is sensitive: the chain of what it is built from, down to the root, in Chinese.

Whether it is sensitive is the catalogue's answer (`Catalogue.sensitive`): an element is, if
anything it is built from is. Here the answer is put in words, for whoever meets a refusal.
"""

from leadership_model.conditions.tree import Condition
from leadership_model.elements import references
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.describe import field_label
from leadership_model.elements.element import (
    FieldOf,
    MarkOf,
    MonthsSince,
    RetirementMonth,
    When,
    YearsSince,
)


def chain(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the names from an element or filter down to its sensitive root; empty when it is not.

    The last one says what the root is: a field, 亲属, an area compared with the home area.
    """
    element = catalogue.element(name)
    if element is None:
        found = catalogue.filter(name)
        parts = () if found is None else found.branches
        named = [part.name for branch in parts for part in branch]
        return (name, "本地（与成长地相比）") if "本地" in named else ()
    if not catalogue.sensitive(name):
        return ()
    uses = references.of_definition(element.definition)
    for part in (*uses.elements, *uses.filters):
        below = chain(part, catalogue)
        if below:
            return (name, *below)
    root = _root(element.definition)
    return (name,) if root in ("", name) else (name, root)


def chains_in(condition: Condition, catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Give the chain of each sensitive name a condition asks about, in the order they stand."""
    names = catalogue.sensitive_in(condition)
    return tuple(chain(name, catalogue) or (name,) for name in names)


def explain(chains: tuple[tuple[str, ...], ...]) -> str:
    """Write chains as words: “X”（由 Y、性别 得出）."""
    words = []
    for first, *rest in chains:
        words.append(f"“{first}”（由 {' → '.join(rest)} 得出）" if rest else f"“{first}”")
    return "、".join(words)


def _root(definition: object) -> str:
    match definition:
        case FieldOf(name) | YearsSince(name) | MonthsSince(name):
            return field_label(name)
        case RetirementMonth():
            return "性别"
        case MarkOf(name):
            return f"手工录入的“{name}”"
        case When():
            return "亲属、成长地等敏感内容"
        case _:
            return ""
