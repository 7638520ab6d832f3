"""The values of an element that a condition about it can be given. No Qt here."""

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.query.facets import facet


def values_of(world: World, name: str) -> tuple[str, ...]:
    """List the values of an element that occur among all people, most frequent first."""
    if not name or world.catalogue.element(name) is None:
        return ()
    if isinstance(world.facts.column(name), NumberColumn):
        return ()
    everybody = np.ones(world.facts.count, dtype=np.bool_)
    found = facet(world, name, everybody)
    return tuple(each.label for each in found.values if each.label not in ("无", "待核"))[:300]
