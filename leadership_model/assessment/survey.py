"""Many teams at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.team import rule_results, with_results
from leadership_model.assessment.world import World
from leadership_model.rules.rule import RuleResult

Pause = Callable[[], object]  # called between two steps of long work; may raise to stop it


def go_on() -> None:
    """Nothing to do between two steps."""


def assess_all(
    world: World,
    full: bool = False,
    with_rules: bool = True,
    pause: Pause = go_on,
) -> tuple[Assessment, ...]:
    """Assess every team, in the order of teams. Each vector is worked out once for all of them.

    `pause` is called before each team; it may raise to stop.
    """
    return assess_some(world, range(len(world.snapshot.teams)), full, with_rules, pause)


def assess_some(
    world: World,
    teams: Iterable[int],
    full: bool = False,
    with_rules: bool = True,
    pause: Pause = go_on,
) -> tuple[Assessment, ...]:
    """Assess some teams, in the order given; their rules are asked in one go."""
    asked = tuple(teams)
    results: dict[int, list[RuleResult]] = defaultdict(list)
    for each in rule_results(world, asked, full=full) if with_rules else ():
        results[team_of(world, each)].append(each)
    found = []
    for team in asked:
        pause()
        found.append(with_results(world, team, results[team]))
    return tuple(found)


def team_of(world: World, result: RuleResult) -> int:
    """Give the team a rule result belongs to: its own, else that of its post."""
    if result.team >= 0 or result.post < 0:
        return result.team
    return int(world.snapshot.posts.owners()[result.post])
