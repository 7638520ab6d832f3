"""What is different between two catalogues: what was changed, and all that is built from it."""

from leadership_model.elements import references
from leadership_model.elements.catalogue import Catalogue


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
    found = set(changed(before, after))
    grown = True
    while grown:
        grown = False
        for catalogue in (before, after):
            for element in catalogue.elements:
                if element.label in found:
                    continue
                uses = references.of_definition(element.definition)
                if not found.isdisjoint((*uses.elements, *uses.filters)):
                    found.add(element.label)
                    grown = True
    return frozenset(found)
