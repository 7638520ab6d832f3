"""What stands in the way of a value that is to be deleted from its list. No Qt here."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model.elements.element import Element
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.elements.library_work import questions

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


@dataclass(frozen=True, slots=True)
class Leaving:
    """A value that is to be deleted from its list."""

    element: Element
    name: str
    world: "World"


def lost(leaving: Leaving, engine: Engine, control: Control) -> tuple[str, ...]:
    """Say which models, portraits, elements, requirement sheets and saved queries name a value."""
    from leadership_model.structure.breakage import broken

    world, element = leaving.world, leaving.element
    rest = tuple(each for each in element.values if each != leaving.name)
    if not rest:
        return ()
    after = world.catalogue.with_element(replace(element, values=rest))
    asked = questions(world, engine)
    control.check()
    return broken(world.catalogue, after, world.models, world.portraits, asked)
