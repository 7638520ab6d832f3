"""Dimensions of a model: points that add up, shared out anew, in an order of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from leadership_model.errors import UserError
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement

FULL = 100.0


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its name, how many requirements, their points together."""

    name: str
    count: int
    points: float


def dimensions(model: Model) -> tuple[Dimension, ...]:
    """List the dimensions in the order they first stand in."""
    groups = grouped(model)
    return tuple(Dimension(name, len(each), _sum(each)) for name, each in groups.items())


def grouped(model: Model) -> Mapping[str, tuple[Requirement, ...]]:
    """Give the requirements by dimension."""
    found: dict[str, tuple[Requirement, ...]] = {}
    for each in model.requirements:
        found[each.dimension] = (*found.get(each.dimension, ()), each)
    return found


def rest(model: Model) -> float:
    """Say how many points are left of 100; negative when there are too many."""
    return round(FULL - _sum(model.requirements), 6)


def spread(model: Model) -> Model:
    """Share out what is left of 100 (or take what is too much) in proportion to the points.

    Whole points stay whole: the largest remainders get one more; where all points are 0 they are
    shared evenly. UserError where nothing can be shared out.
    """
    if not model.requirements:
        raise UserError("模型里还没有要求，先加要求再分配分值。")
    return replace(model, requirements=_shared(model.requirements, FULL))


def with_points(model: Model, wanted: Mapping[str, float]) -> Model:
    """Give dimensions other points; inside each they are shared out in proportion."""
    made: dict[str, Requirement] = {}
    for name, listed in grouped(model).items():
        points = wanted.get(name, _sum(listed))
        if points < 0:
            raise UserError(f"维度“{name}”的分值不能为负。")
        shared = listed if points == _sum(listed) else _shared(listed, points)
        made |= {each.id: each for each in shared}
    return replace(model, requirements=tuple(made[each.id] for each in model.requirements))


def renamed(model: Model, name: str, other: str) -> Model:
    """Rename a dimension; the name of another one joins the two."""
    plain = other.strip()
    if not plain:
        raise UserError("请填写维度的名称。")
    listed = tuple(
        replace(each, dimension=plain) if each.dimension == name else each
        for each in model.requirements
    )
    return gathered(replace(model, requirements=listed))


def ordered(model: Model, names: Sequence[str]) -> Model:
    """Put the dimensions into an order; those not named follow as they stand."""
    groups = grouped(model)
    order = dict.fromkeys((*(name for name in names if name in groups), *groups))
    return replace(model, requirements=tuple(each for name in order for each in groups[name]))


def gathered(model: Model) -> Model:
    """Let the requirements of each dimension stand together."""
    return ordered(model, ())


def moved(model: Model, id: str, step: int) -> Model:
    """Move a requirement up (-1) or down (1); at the edge of its dimension the dimension moves."""
    groups = {name: list(each) for name, each in grouped(model).items()}
    name = next(each.dimension for each in model.requirements if each.id == id)
    inside = groups[name]
    at = next(n for n, each in enumerate(inside) if each.id == id)
    if 0 <= at + step < len(inside):
        inside[at], inside[at + step] = inside[at + step], inside[at]
        return replace(model, requirements=tuple(e for each in groups.values() for e in each))
    order = list(groups)
    place = order.index(name)
    if 0 <= place + step < len(order):
        order[place], order[place + step] = order[place + step], order[place]
    return ordered(model, order)


def _sum(listed: Sequence[Requirement]) -> float:
    return round(sum(each.points for each in listed), 6)


def _shared(listed: Sequence[Requirement], total: float) -> tuple[Requirement, ...]:
    """Share points out in proportion by largest remainder; a total that is not whole in tenths."""
    unit = 1 if total == int(total) else 10
    weights = [Fraction(each.points) for each in listed]
    if not any(weights):
        weights = [Fraction(1)] * len(listed)
    whole = round(total * unit)
    exact = [weight * whole / sum(weights) for weight in weights]
    floors = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda at: (floors[at] - exact[at], at))
    for at in order[: whole - sum(floors)]:
        floors[at] += 1
    return tuple(
        replace(each, points=points / unit) for each, points in zip(listed, floors, strict=True)
    )
