"""The score of everybody for one post, one person and one condition at a time."""

from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.matching.scores import Scores


def scores(world: World, post: int) -> dict[int, tuple[float, float]]:
    """Give person -> score_low, score_high."""
    portrait = Scores(world).portrait(post)
    weights = () if portrait is None else portrait.weights
    total = sum(weight.points for weight in weights)
    found = {}
    for person in range(len(world.snapshot.people)):
        low, high = ends(world, weights, person)
        share = 100 / total if total else 0.0
        found[person] = (round(low * share, 6), round(high * share, 6))
    return found


def ends(world, weights, person):
    """Add up the points of one person at their low and their high end."""
    low = high = 0.0
    for weight in weights:
        if weight.condition is not None:
            answer = world.facts.tri(weight.condition).at(person)
            least, most = float(answer is True), float(answer is not False)
        else:
            least, most = _graded(world, weight, person)
        low += weight.points * least
        high += weight.points * most
    return low, high


def _graded(world, weight, person):
    column = world.facts.column(weight.element)
    if not isinstance(column, NumberColumn) or column.absent[person]:
        return 0.0, 0.0
    ends = sorted(
        min(1.0, max(0.0, (float(end) - weight.start) / (weight.full - weight.start)))
        for end in (column.low[person], column.high[person])
    )
    return (0.0, ends[1]) if column.may_be_absent[person] else (ends[0], ends[1])
