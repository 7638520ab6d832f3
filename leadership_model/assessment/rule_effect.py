"""What another book of rules would change: results that come, and results that go."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leadership_model.assessment.team import rule_results
from leadership_model.assessment.world import World
from leadership_model.rules.book import RuleBook
from leadership_model.rules.rule import RuleResult

Key = tuple[str, str, str, int, int, tuple[int, ...], str]


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """Open results (fail, unknown) of all teams that only one of two books gives."""

    come: tuple[RuleResult, ...]
    go: tuple[RuleResult, ...]

    @property
    def teams(self) -> tuple[int, ...]:
        """The teams whose results differ."""
        return tuple(sorted({each.team for each in (*self.come, *self.go)}))


def effect(world: World, book: RuleBook) -> RuleEffect:
    """Ask the rules of all seats and holders by the present book and by another one."""
    teams = range(len(world.snapshot.teams))
    before = rule_results(world, teams)
    after = rule_results(replace(world, book=book), teams)
    had, has = _keys(before), _keys(after)
    return RuleEffect(
        tuple(each for each in after if _key(each) not in had),
        tuple(each for each in before if _key(each) not in has),
    )


def _keys(results: Iterable[RuleResult]) -> set[Key]:
    return {_key(each) for each in results}


def _key(one: RuleResult) -> Key:
    return one.rule, one.result, one.severity, one.team, one.post, one.people, one.field
