"""The survey of all teams after a few rows were written: only the teams they touch are judged.

What depends on what is said here and nowhere else:

- What an element says of a person depends on the person's own rows, on his seats with their posts,
  teams and units, on his unit, and on nobody else. So a finding changes only where a holder is
  touched (`_people`), where the team's own seats are (`_teams`), or where the values known of an
  element themselves are others (`_renamed`): then in every team whose model asks for it.
- Rules look across teams: at relatives wherever they sit, and at other teams of the same area. So
  they are asked anew of the teams judged, of all teams of their areas, and of all teams of people
  who are or were related to somebody touched (`_asked_again`).
- Models, portraits, rules, elements and settings touch everything: `reassess` is not for them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.survey import team_of
from leadership_model.assessment.team import rule_results, with_results
from leadership_model.assessment.world import World
from leadership_model.people.snapshot import LAYOUT
from leadership_model.people.table import Bools, Table, kinds_of
from leadership_model.rules.kinship import kinships
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Apart, Concentration, Cover, Distinct

Touched = Mapping[str, frozenset[str]]  # table -> ids of rows that came, went or changed


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
    people = set(_people(before, touched)) | set(_people(after, touched))
    judged = _touched_teams(before, after, touched, people)
    asked = _asked_again(before, after, judged, people) if with_rules else judged
    rules: dict[int, list[RuleResult]] = defaultdict(list)
    for each in rule_results(after, sorted(asked)) if with_rules else ():
        rules[team_of(after, each)].append(each)
    results = list(found)
    for team in sorted(asked):
        told = tuple(rules[team])
        if team in judged:
            results[team] = with_results(after, team, told)
        elif found[team].rules != told:
            results[team] = replace(found[team], rules=told)
    return tuple(results)


def _touched_teams(before: World, after: World, touched: Touched, people: set[int]) -> set[int]:
    """Give the teams whose findings may be others."""
    owners = after.snapshot.posts.owners()
    other = (before.seating.holder != after.seating.holder) | _held(before, people)
    teams = set(owners[other | _held(after, people)].tolist())
    teams |= set(_teams(before, touched)) | set(_teams(after, touched))
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


def _people(world: World, touched: Touched) -> Iterator[int]:
    """Give the people whose own rows, seats or units are touched, by position."""
    snapshot = world.snapshot
    posts = list(_posts(world, touched))
    yield from world.seating.holder[posts].tolist()
    for kind, ids in touched.items():
        if kind == "person":
            yield from _places(snapshot.people, ids)
        elif kind == "unit":
            units = list(_places(snapshot["unit"], ids))
            yield from np.flatnonzero(np.isin(snapshot.people.ints("unit"), units)).tolist()
        elif "person" in LAYOUT[kind][2]:
            yield from _referred(snapshot[kind], ids, "person")


def _posts(world: World, touched: Touched) -> Iterator[int]:
    """Give the posts that are touched, or lie in a team or unit that is."""
    snapshot = world.snapshot
    yield from _places(snapshot.posts, touched.get("post", frozenset()))
    yield from _referred(snapshot["tenure"], touched.get("tenure", frozenset()), "post")
    teams = list(_places(snapshot.teams, touched.get("team", frozenset())))
    units = list(_places(snapshot["unit"], touched.get("unit", frozenset())))
    if teams or units:
        inside = np.isin(snapshot.teams.ints("unit"), units)
        inside[teams] = True
        yield from np.flatnonzero(np.append(inside, False)[snapshot.posts.owners()]).tolist()


def _teams(world: World, touched: Touched) -> Iterator[int]:
    """Give the teams that are touched, or own a row or a post that is."""
    snapshot = world.snapshot
    yield from _places(snapshot.teams, touched.get("team", frozenset()))
    for kind in ("team_indicator", "rule_check", "exception"):
        yield from _referred(snapshot[kind], touched.get(kind, ()), "team")
    for kind in ("rule_check", "exception"):
        posts = list(_referred(snapshot[kind], touched.get(kind, ()), "post"))
        yield from snapshot.posts.owners()[posts].tolist()
    yield from snapshot.posts.owners()[list(_posts(world, touched))].tolist()


def _places(table: Table, ids: frozenset[str]) -> Iterator[int]:
    for key in sorted(ids):
        at = table.positions.get(key)
        if at is not None:
            yield at


def _referred(table: Table, ids: frozenset[str] | tuple[str, ...], name: str) -> Iterator[int]:
    """Give what the touched rows of a table point at."""
    at = list(kinds_of(table.record_type)).index(name)
    for row in _places(table, frozenset(ids)):
        found = table.references[name].get(table.rows[row][at])
        if found is not None:
            yield found


def _renamed(before: World, after: World) -> set[str]:
    """Give the elements of which other values, or values in another order, are known now."""
    names = dict.fromkeys(name for model in after.models for name in _asked(model))
    found = set()
    for name in names:
        was, now = before.facts.values(name), after.facts.values(name)
        if was.values != now.values:
            found.add(name)
    return found


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
