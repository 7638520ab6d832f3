"""All teams at once."""

from collections import defaultdict

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.team import with_results
from leadership_model.assessment.world import World
from leadership_model.rules.rule import RuleResult


def assess_all(world: World, full: bool = False, with_rules: bool = True) -> tuple[Assessment, ...]:
    """Assess every team, in the order of teams. Each vector is worked out once for all of them."""
    teams = range(len(world.snapshot.teams))
    results: dict[int, list[RuleResult]] = defaultdict(list)
    if with_rules:
        from leadership_model.rules import holders
        from leadership_model.rules import state as state_rules

        for each in state_rules.check(world.seating, world.book):
            results[team_of(world, each)].append(each)
        for each in holders.check(world.seating, world.book, tuple(teams)):
            results[team_of(world, each)].append(each)
    return tuple(with_results(world, team, results[team], full=full) for team in teams)


def team_of(world: World, result: RuleResult) -> int:
    """Give the team a rule result belongs to: its own, else that of its post."""
    if result.team >= 0 or result.post < 0:
        return result.team
    return int(world.snapshot.posts.owners()[result.post])
