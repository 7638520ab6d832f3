"""Conditions of other portraits that can be taken over, under their headings. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure.model import Portrait, Term, Weight


@dataclass(frozen=True, slots=True)
class Offered:
    """One condition: its words, where it stands, what it is."""

    text: str
    note: str
    made: Weight | tuple[Condition, Term]


def offered(portraits: Iterable[Portrait], names: Catalogue) -> tuple[Offered, ...]:
    """List the conditions of portraits once each; sensitive ones are not offered."""
    found: dict[str, Offered] = {}
    for portrait in portraits:
        for condition, term in portrait.qualified():
            text = write(condition)
            if not names.sensitive_in(condition):
                found.setdefault(text, Offered(text, f"资格 · {term.heading}", (condition, term)))
        for weight in portrait.weights:
            asked = weight.condition
            sensitive = () if asked is None else names.sensitive_in(asked)
            if not sensitive and weight.label not in found:
                note = f"权重 · {weight.heading} · {weight.points:g} 分"
                found[weight.label] = Offered(weight.label, note, weight)
    return tuple(found.values())
