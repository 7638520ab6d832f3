"""The fit of one person and one post at a time: every rule, every condition, every weight."""

from collections.abc import Iterable

from leadership_model.assessment.world import World
from leadership_model.matching.fit import shown
from leadership_model.matching.scores import Scores
from leadership_model.rules.appointment import explain
from tests.bench.peers.plain_match import ends

ANSWERS = {"pass": 2, "unknown": 1, "fail": 0}


def fits(world: World, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Give eligibility (2, 1, 0) and both scores as shown, pair by pair."""
    scores = Scores(world)
    found = []
    for person, post in pairs:
        answers = [2]
        for seat in scores.linked(post):
            told = explain(world.book, world.seating, person, seat, world.as_of)
            answers += [ANSWERS[each.result] for each in told if each.severity == "forbid"]
            asked = [world.facts.tri(condition).at(person) for condition in scores.sheet(seat)]
            answers += [1 if said is None else 2 * said for said in asked]
        portrait = scores.portrait(post)
        weights = () if portrait is None else portrait.weights
        total = sum(each.points for each in weights) or 1.0
        low, high = ends(world, weights, person)
        found.append((min(answers), shown(100 * low / total), shown(100 * high / total)))
    return found
