"""What is different between two catalogues: what was changed, and all that is built from it."""

from collections.abc import Sequence

from leadership_model.elements import references
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import FieldOf


def changed(before: Catalogue, after: Catalogue) -> frozenset[str]:
    """Name the elements and filters that are not the same in both catalogues."""
    names: set[str] = set()
    for old, new in (
        ({e.label: e for e in before.elements}, {e.label: e for e in after.elements}),
        ({f.name: f for f in before.filters}, {f.name: f for f in after.filters}),
    ):
        names |= {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return frozenset(names)


def affected(before: Catalogue, after: Catalogue) -> frozenset[str]:
    """Name what is different between two catalogues with all that is built from it in either."""
    return _grown(set(changed(before, after)), (before, after))


def of_field(field: str, catalogue: Catalogue) -> frozenset[str]:
    """Name the elements that show a field, with all that is built from them."""
    roots = {e.label for e in catalogue.elements if e.definition == FieldOf(field)}
    return _grown(roots, (catalogue,))


def _grown(found: set[str], catalogues: Sequence[Catalogue]) -> frozenset[str]:
    grown = True
    while grown:
        grown = False
        for catalogue in catalogues:
            for element in catalogue.elements:
                if element.label in found:
                    continue
                uses = references.of_definition(element.definition)
                if not found.isdisjoint((*uses.elements, *uses.filters)):
                    found.add(element.label)
                    grown = True
    return frozenset(found)
