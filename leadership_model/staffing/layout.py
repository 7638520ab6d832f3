"""The seats of a team as a model sees them: sorts of seats, how many of each, the approved quota.

Two seats are of one sort when no requirement of the model can tell their holders apart by the seat:
same role, same functions (of those the model names), same requirement sheet where one counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.structure.requirement import Carried, Filled, Requirement, Role, Scope

ROLES: tuple[Role, ...] = ("正职", "副职", "其他")


@dataclass(frozen=True, slots=True)
class Seats:
    """So many seats of one sort.

    `functions`: those the model names; `sheet`: what their holders must meet to carry them.
    `member`: 班子成员; `quota`: 占职数, None where that is not recorded.
    """

    role: Role
    count: int
    functions: tuple[str, ...] = ()
    sheet: Condition | None = None
    member: bool = True
    quota: bool | None = True

    def within(self, scope: Scope) -> bool:
        """Say whether a scope looks at these seats."""
        role = scope.role in ("全部", self.role)
        return role and (scope.function is None or scope.function in self.functions)


@dataclass(frozen=True, slots=True)
class Layout:
    """The seats of a team by sort, and the approved quota 职数 of roles where it is recorded."""

    seats: tuple[Seats, ...]
    quota: tuple[tuple[Role, int], ...] = ()

    @property
    def sizes(self) -> tuple[int, int, int]:
        """Give how many members are heads, deputies, others when every seat is held."""
        heads, deputies, others = (
            sum(each.count for each in self.seats if each.member and each.role == role)
            for role in ROLES
        )
        return heads, deputies, others

    def room(self, scope: Scope) -> int | None:
        """Give the approved quota of a scope; None where none is recorded or by function."""
        return dict(self.quota).get(scope.role) if scope.function is None else None


def layout_of(team: int, world: World, asked: Sequence[Requirement]) -> Layout:
    """Give the seats of a team as some requirements see them."""
    named = {each.scope.function for each in asked} - {None}
    carried = {f for each in asked if isinstance(each.measure, Carried)
               for f in each.measure.functions}  # fmt: skip
    filled = any(isinstance(each.measure, Filled) for each in asked)
    counts: dict[Seats, int] = {}
    for seat in _seats(team, world, frozenset(carried)):
        functions = tuple(f for f in seat.functions if f in named or f in carried)
        quota = seat.quota if filled else True
        if seat.member or (filled and quota is not False) or carried.intersection(functions):
            sort = replace(seat, functions=functions, quota=quota)
            counts[sort] = counts.get(sort, 0) + 1
    seats = (replace(sort, count=number) for sort, number in counts.items())
    rooms = ((role, world.quota(team, Scope(role))) for role in ("全部", *ROLES) if filled)
    return Layout(
        tuple(sorted(seats, key=_order)),
        tuple((role, room) for role, room in rooms if room is not None),
    )


def _seats(team: int, world: World, carried: frozenset[str]) -> Iterator[Seats]:
    posts = world.snapshot.posts
    for post in world.seats(team).tolist():
        text = posts.raw("functions")[post]
        functions = tuple(sorted(text.split("、"))) if text else ()
        sheet = posts.raw("requires")[post] if carried.intersection(functions) else None
        takes = posts.raw("takes_quota")[post]
        yield Seats(
            role=role if (role := posts.raw("role")[post]) in ROLES else "其他",
            count=0,
            functions=functions,
            sheet=_condition(sheet, world) if sheet else None,
            member=bool(posts.raw("member")[post]),
            quota=None if takes is None else bool(takes),
        )


def _condition(text: str, world: World) -> Condition | None:
    """Read a requirement sheet; one that cannot be read (any more) can be met as far as known."""
    try:
        return parse(text, world.catalogue)
    except UserError:
        return None


def _order(seats: Seats) -> tuple[int, str]:
    return ROLES.index(seats.role), repr(seats)
