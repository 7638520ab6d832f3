"""The survey of all teams after a few rows were written: only the teams they touch are judged.

What depends on what is said here and nowhere else:

- What an element says of a person depends on the person's own rows, on his seats with their posts,
  teams and units, on his unit, and on nobody else. So a finding changes only where a holder is
  touched (`affected.people`), where the team's own seats are (`affected.teams`), or where the
  values known of an element themselves are others (`_renamed`): then in every team whose model
  asks for it.
- Rules look across teams: at relatives wherever they sit, and at other teams of the same area. So
  they are asked anew of the teams judged, of all teams of their areas, and of all teams of people
  who are or were related to somebody touched (`_asked_again`). What a holder's own rows and seats
  say alone is asked anew only in the teams judged, unless units were written.
- Models, portraits, rules, elements and settings touch everything: `reassess` is not for them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from leadership_model.assessment import affected
from leadership_model.assessment.affected import Touched
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.survey import team_of
from leadership_model.assessment.team import rule_results, with_results
from leadership_model.assessment.world import World
from leadership_model.elements.dependents import of_field
from leadership_model.people.table import Bools
from leadership_model.rules import exceptions, state
from leadership_model.rules.kinship import kinships
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Apart, Concentration, Cover, Distinct
from leadership_model.structure.usage import names_of_measure


def reassess(
    before: World,
    found: Sequence[Assessment],
    after: World,
    touched: Touched,
    with_rules: bool = True,
) -> tuple[Assessment, ...]:
    """Give what `assess_all` says of `after`, from what it said of `before`.

    Both worlds have the same people, posts and teams in the same places, the same month, models,
    rules and elements.
    """
    people = set(affected.people(before.seating, touched))
    people |= set(affected.people(after.seating, touched))
    judged = _touched_teams(before, after, touched, people)
    asked = _asked_again(before, after, judged, people) if with_rules else judged
    rules = _rules(found, after, judged, asked, touched) if with_rules else {}
    results = list(found)
    for team in sorted(asked):
        told = rules.get(team, ())
        if team in judged:
            results[team] = with_results(after, team, told)
        elif found[team].rules != told:
            results[team] = replace(found[team], rules=told)
    return tuple(results)


def _rules(
    found: Sequence[Assessment], after: World, judged: set[int], asked: set[int], touched: Touched
) -> dict[int, tuple[RuleResult, ...]]:
    """Ask the rules anew; of teams not judged only those that look across, unless units changed."""
    whole = asked if "unit" in touched else judged
    rules: dict[int, list[RuleResult]] = defaultdict(list)
    for each in rule_results(after, sorted(whole)):
        rules[team_of(after, each)].append(each)
    others = sorted(asked - whole)
    across: dict[int, list[RuleResult]] = defaultdict(list)
    told = state.check_across(after.seating, after.book, others)
    for each in exceptions.laid(after.snapshot, after.as_of, told):
        across[team_of(after, each)].append(each)
    for team in others:
        known = [each for each in found[team].rules if each.rule not in state.ACROSS]
        seats = [each for each in known if each.rule in state.ORDER]
        rest = [each for each in known if each.rule not in state.ORDER]
        rules[team] = [*state.in_order((*across[team], *seats)), *rest]
    return {team: tuple(told) for team, told in rules.items()}


def _touched_teams(before: World, after: World, touched: Touched, people: set[int]) -> set[int]:
    """Give the teams whose findings may be others."""
    owners = after.snapshot.posts.owners()
    other = (before.seating.holder != after.seating.holder) | _held(before, people)
    teams = set(owners[other | _held(after, people)].tolist())
    teams |= set(affected.teams(before.seating, touched))
    teams |= set(affected.teams(after.seating, touched))
    if "people_set" in touched and _asks_for_lists(after):
        return set(range(len(after.snapshot.teams)))
    renamed = _renamed(before, after)
    if renamed:
        every = range(len(after.snapshot.teams))
        teams |= {team for team in every if _asks(after.model(team), renamed)}
    return {team for team in teams if team >= 0}


def _asked_again(before: World, after: World, judged: set[int], people: set[int]) -> set[int]:
    """Give the teams whose rules may be answered otherwise."""
    owners = after.snapshot.posts.owners()
    teams = set(judged)
    for world in (before, after):
        related = kinships(world.snapshot).of
        kin = {each.other for person in people for each in related.get(person, ())}
        teams |= set(owners[_held(world, kin)].tolist())
    for world in (before, after):
        area = world.snapshot.teams.texts("area").codes
        here = area[sorted(judged)]
        teams |= set(np.flatnonzero(np.isin(area, here[here >= 0])).tolist())
    return {team for team in teams if team >= 0}


def _held(world: World, people: set[int]) -> Bools:
    """Mark the posts these people hold."""
    found: Bools = np.isin(world.seating.holder, sorted(each for each in people if each >= 0))
    return found


def _asks(model: Model | None, names: set[str]) -> bool:
    return model is not None and not names.isdisjoint(_asked(model))


def _renamed(before: World, after: World) -> set[str]:
    """Give the elements of which other values, or values in another order, are known now."""
    names = dict.fromkeys(name for model in after.models for name in _asked(model))
    found = set()
    for name in names:
        was, now = before.facts.values(name), after.facts.values(name)
        if was.values != now.values:
            found.add(name)
    return found


def _asks_for_lists(world: World) -> bool:
    """Say whether a model or the sheet of a post asks on which lists somebody is."""
    asked = of_field("lists", world.catalogue)
    measures = (each.measure for model in world.models for each in model.requirements)
    if any(not asked.isdisjoint(names_of_measure(each)) for each in measures):
        return True
    sheets = filter(None, set(world.snapshot.posts.raw("requires")))
    return any(name in text for text in sheets for name in asked)


def _asked(model: Model) -> Iterator[str]:
    """Give the elements a model asks for the values of."""
    for requirement in model.requirements:
        match requirement.measure:
            case Cover(element=name) | Distinct(element=name) | Concentration(element=name):
                yield name
            case Apart(elements=names):
                yield from names
            case _:
                pass
