"""A world seen through another catalogue, without working all out anew."""

from leadership_model.assessment.world import World
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.dependents import affected
from leadership_model.elements.table import FeatureTable


def with_catalogue(world: World, catalogue: Catalogue) -> World:
    """Give the same people, seats, models and rules with other elements and filters.

    Columns and answers that name nothing of what is different are taken over.
    """
    gone = affected(world.catalogue, catalogue)
    table = world.facts.table
    if not isinstance(table, FeatureTable):
        raise TypeError("only the feature table can be seen through another catalogue")
    seen = FeatureTable(table.source.with_catalogue(catalogue, gone))
    facts = world.facts.seen_through(seen, gone)
    return World(world.seating, facts, world.models, world.portraits, world.book, catalogue)
