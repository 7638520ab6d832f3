"""Whether a model asks more than a team of some size can give, whoever its members are.

Nobody is known here (see `crowd`), so a clash found is certain, while a model without one may still
be hard to meet. Requirements on the holders of a function, and those whose measure is not a matter
of counts (filled, carried), are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import Condition
from leadership_model.staffing.borders import borders, expanded
from leadership_model.staffing.clash import feasible, irreducible
from leadership_model.staffing.crowd import Crowd, Group
from leadership_model.staffing.crowd_rows import Ask, asks
from leadership_model.staffing.demand import Demand
from leadership_model.staffing.linear import Builder, Linear
from leadership_model.staffing.solution import ClashItem
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement, Role, Scope

Size = int | Mapping[Role, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A model's requirements held against a team of one size.

    `size`: how many members, or how many of each role; only then are requirements on one role held.
    `flags`: what the flags of the catalogue stand for, by their name.
    """

    requirements: tuple[Requirement, ...]
    meanings: Mapping[str, Meaning]
    size: Size
    flags: Mapping[str, Condition] = field(default_factory=dict)

    @property
    def members(self) -> int:
        """How many members the team has."""
        return self.size if isinstance(self.size, int) else sum(self.size.values())


@dataclass(frozen=True, slots=True)
class Place:
    """One row a requirement asks for, and how many members its scope has."""

    requirement: Requirement
    ask: Ask
    size: int


def places(asked: Asked, builder: Builder) -> Iterator[Place]:
    """Write the members into a builder, and give the rows that are asked of them."""
    shown = [expanded(each, asked.flags) for each in asked.requirements]
    cuts = borders(shown, asked.meanings)
    sizes = {"全部": asked.size} if isinstance(asked.size, int) else asked.size
    groups = {role: Group(builder, n, asked.meanings, cuts) for role, n in sizes.items()}
    for original, each in zip(asked.requirements, shown, strict=True):
        crowd = _crowd(groups, each.scope)
        for ask in () if crowd is None else asks(crowd, each):
            yield Place(original, ask, crowd.size if crowd else 0)


def _crowd(groups: Mapping[str, Group], scope: Scope) -> Crowd | None:
    if scope.function is not None:
        return None
    if scope.role == "全部":
        return Crowd(tuple(groups.values()))
    return Crowd((groups[scope.role],)) if scope.role in groups else None


def clash_of(asked: Asked) -> tuple[str, ...]:
    """Name requirements that cannot all be met, while without any one of them the others can."""
    linear, demands = _write(asked)
    if feasible(linear, frozenset(demands), demands):
        return ()
    found = irreducible(linear, demands)
    return tuple(each.id for each in asked.requirements if each.id in found)


def clash_of_model(
    model: Model, meanings: Mapping[str, Meaning], size: Size, only: Iterable[str] | None = None
) -> tuple[ClashItem, ...]:
    """Name requirements that a team of this size can never meet together, as sentences.

    Nothing when none are found. `only`: ids of the requirements to hold, all when not given.
    """
    wanted = None if only is None else frozenset(only)
    held = tuple(each for each in model.requirements if wanted is None or each.id in wanted)
    asked = Asked(held, meanings, size)
    labels = {each.id: each.label for each in held}
    return tuple(
        ClashItem(source=id, team=-1, text=f"{asked.members}人的班子要满足“{labels[id]}”。")
        for id in clash_of(asked)
    )


def _write(asked: Asked) -> tuple[Linear, dict[str, Demand]]:
    builder = Builder()
    demands: dict[str, Demand] = {}
    for place in places(asked, builder):
        id = place.requirement.id
        demands[id] = Demand(id, id, -1, place.requirement.label)
        builder.row(id, place.ask.row, place.ask.low, place.ask.high)
    return builder.build(), demands
