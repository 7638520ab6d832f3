"""Whether a model asks more than a team of some size can give, whoever its members are.

Nobody is known here (see `crowd`), so a clash found is certain, while a model without one may still
be hard to meet. Every seat is held, each by somebody else, with one exception: a requirement on how
many seats are held (实配) leaves open which of its seats are empty, within its own bounds and the
approved quota.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import Condition
from leadership_model.staffing.borders import borders, expanded, meant
from leadership_model.staffing.clash import feasible, irreducible
from leadership_model.staffing.crowd import Crowd, Group
from leadership_model.staffing.crowd_rows import Ask, asks, room_for
from leadership_model.staffing.demand import Demand
from leadership_model.staffing.layout import Layout, Seats
from leadership_model.staffing.linear import Builder, Linear, Terms, total
from leadership_model.structure.requirement import Carried, Filled, Requirement, Role

Size = int | Mapping[Role, int] | Layout


@dataclass(frozen=True, slots=True)
class Asked:
    """A model's requirements held against a team of one size.

    `size`: how many members; how many of each role, only then are requirements on one role held;
    or the seats themselves, then those on functions and on seats are held too.
    `flags`: what the flags of the catalogue stand for, by their name.
    """

    requirements: tuple[Requirement, ...]
    meanings: Mapping[str, Meaning]
    size: Size
    flags: Mapping[str, Condition] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """One row a requirement asks for, how many members its scope can have and how many it has.

    `room`: the approved quota of its scope.
    """

    requirement: Requirement
    ask: Ask
    size: int
    held: Terms
    room: int | None = None


def places(asked: Asked, builder: Builder) -> Iterator[Place]:
    """Write the members into a builder, and give the rows that are asked of them."""
    layout = _layout(asked.size)
    seats = [replace(each, sheet=each.sheet and meant(each.sheet, asked.flags))
             for each in layout.seats]  # fmt: skip
    shown = [expanded(each, asked.flags) for each in asked.requirements]
    cuts = borders(shown, asked.meanings, [each.sheet for each in seats if each.sheet])
    groups = [
        Group(builder, each, _held(each, asked, builder), asked.meanings, cuts) for each in seats
    ]
    nobody = Group(builder, Seats("其他", 0), Terms(), asked.meanings, cuts)
    _full(asked, layout, groups, builder)
    for original, each in zip(asked.requirements, shown, strict=True):
        if not _is_held(each, asked.size):
            continue
        on_seats = isinstance(each.measure, Filled | Carried)
        within = [g for g in groups
                  if g.seats.within(each.scope) and (on_seats or g.seats.member)]  # fmt: skip
        crowd, room = Crowd(tuple(within) or (nobody,)), layout.room(each.scope)
        for ask in asks(crowd, each, room):
            yield Place(original, ask, crowd.most, crowd.held, room)


def _layout(size: Size) -> Layout:
    match size:
        case int(number):
            return Layout((Seats("其他", number),))
        case Layout():
            return size
        case sizes:
            return Layout(tuple(Seats(role, number) for role, number in sizes.items()))


def _is_held(asked: Requirement, size: Size) -> bool:
    """Say whether enough is known of the team to hold a requirement against it."""
    if isinstance(size, Layout):
        return True
    on_seats = isinstance(asked.measure, Filled | Carried) or asked.scope.function is not None
    return not on_seats and (asked.scope.role == "全部" or not isinstance(size, int))


def _open(seats: Seats, asked: Asked) -> list[Requirement]:
    """List the requirements that leave open how many of some seats are held."""
    if seats.quota is False or not isinstance(asked.size, Layout):
        return []
    return [r for r in asked.requirements
            if isinstance(r.measure, Filled) and seats.within(r.scope)]  # fmt: skip


def _held(seats: Seats, asked: Asked, builder: Builder) -> Terms:
    if not _open(seats, asked):
        return Terms(constant=float(seats.count))
    return builder.variable("seats held", 0.0, float(seats.count), integer=True)


def _full(asked: Asked, layout: Layout, groups: Sequence[Group], builder: Builder) -> None:
    """Hold as many seats as may be held where a requirement on them has no lower bound."""
    if not isinstance(asked.size, Layout):
        return
    for each in asked.requirements:
        if isinstance(each.measure, Filled) and each.lo is None:
            within = [g for g in groups if g.seats.quota is not False
                      and g.seats.within(each.scope)]  # fmt: skip
            most = sum(g.most for g in within)
            _, hi = room_for(each, most, layout.room(each.scope))
            held = total(g.held for g in within)
            builder.row("seats held", held, low=float(most if hi is None else min(most, hi)))


def clash_of(asked: Asked) -> tuple[str, ...]:
    """Name requirements that cannot all be met, while without any one of them the others can."""
    linear, demands = _write(asked)
    if feasible(linear, frozenset(demands), demands):
        return ()
    found = irreducible(linear, demands)
    return tuple(each.id for each in asked.requirements if each.id in found)


def _write(asked: Asked) -> tuple[Linear, dict[str, Demand]]:
    builder = Builder()
    demands: dict[str, Demand] = {}
    for place in places(asked, builder):
        id = place.requirement.id
        demands[id] = Demand(id, id, -1, place.requirement.label)
        builder.row(id, place.ask.row, place.ask.low, place.ask.high)
    return builder.build(), demands
