"""The rows of 研判分析: one team judged again, rules about persons, the coming years."""

import functools
from dataclasses import replace
from itertools import count

import numpy as np

from leadership_model.assessment.forecast import forecast
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.team import assess
from leadership_model.people.seating import VACANT
from leadership_model.rules import state
from leadership_model.rules.book import RuleBook
from tests.bench.domain import City, fresh, once_ms, same
from tests.bench.peers import plain_rules
from tests.bench.table import Row, median_ms


def one_team(city: City) -> Row:
    """A team judged again after a member has left, its rules asked; never the same seat twice."""
    world = city.world
    assess_all(world)
    teams = world.snapshot.posts.owners()
    held = [p for p in np.flatnonzero(world.seating.holder >= 0) if world.model(int(teams[p]))]
    at = count()

    def ours() -> None:
        post = int(held[next(at) * 37 % len(held)])
        assess(world.with_holders({post: VACANT}), int(teams[post]))

    mine = median_ms(ours, 41)
    survey = once_ms(lambda: assess_all(fresh(world)))
    return Row("one team re-judged", "1 change", mine, "ms", "all teams anew", survey, 2.0)


def person_rules(city: City) -> Row:
    """Three rules of everybody who holds a seat, beside the loop over persons."""
    world = city.world
    rules = (each for each in world.book.rules if each.id in plain_rules.RULES)
    only = tuple(replace(each, on=True) for each in rules)  # R2 is off as shipped
    found: dict[str, object] = {}

    def ours() -> None:
        book = RuleBook(only)  # another book: nothing said before counts
        results = state.check(world.seating, book)
        found["ours"] = sorted((each.rule, each.result, each.post) for each in results)

    mine = median_ms(ours)
    other = median_ms(lambda: found.update(peer=plain_rules.answers(world, RuleBook(only))), 3)
    same(found["ours"], found["peer"])
    holders, findings = int((world.seating.holder >= 0).sum()), len(found["ours"])  # type: ignore[arg-type]
    size = f"{holders} holders, {findings} findings, {other / mine:.0f} x faster (20 asked)"
    return Row("rules about persons", size, mine, "ms", "plain_rules.py", other, other / 20)


def five_years(city: City) -> Row:
    """Sixty months of all teams, nobody replaced."""
    taken = []
    for _ in range(3):
        world = fresh(city.world)
        taken.append(once_ms(functools.partial(forecast, world)) / 1000)
    size = f"{len(city.snapshot.teams)} teams, 60 months"
    return Row("forecast of five years", size, float(np.median(taken)), "s", "", None, 5.0)


ROWS = (one_team, person_rules, five_years)
