"""Every team month by month, with nobody replaced: when which requirement changes its verdict.

At month m the base is seen as its records say it is at m, and the seats are empty whose holders
have left by then (`leaving`). A team is judged again only in months in which something it is
judged by is another: a holder, its model, or what a requirement reads of a member. So a forecast
costs the vectors of each month, and findings only where they can differ; a property test holds it
equal to assessing every team anew at every month.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.assessment.judge import judge
from leadership_model.assessment.leaving import RETIRE, Departure, Leaves, emptied, left
from leadership_model.assessment.outlook import AHEAD, later
from leadership_model.assessment.reads import Read, Vector, differing, reads, vector
from leadership_model.assessment.survey import Pause, assess_some, go_on
from leadership_model.assessment.team import dimensions, scores, states, with_results
from leadership_model.assessment.world import World
from leadership_model.people.seating import OUTSIDER
from leadership_model.people.table import Bools, Ints
from leadership_model.structure.requirement import Carried, Requirement


@dataclass(frozen=True, slots=True)
class Forecast:
    """All teams from month `first` to `last`.

    `turns`: for each team, by position, the months in which it was judged again with what was
    found, the first one at `first`; between two of them nothing is another. `departures` are in
    order of months; seats left already at `first` are among them with that month. `moved`: by
    team, month and element the members of whom it says another thing than the month before.
    `seated`: by team and month who takes and who gives up a seat by the records.
    """

    first: int
    last: int
    leaves: Leaves
    turns: tuple[tuple[tuple[int, Assessment], ...], ...]
    departures: tuple[Departure, ...]
    moved: Mapping[tuple[int, int, str], tuple[int, ...]]
    seated: Mapping[tuple[int, int], tuple[tuple[int, ...], tuple[int, ...]]]

    def at(self, team: int, month: int) -> Assessment:
        """Give a team at a month in first..last; KeyError outside."""
        if not self.first <= month <= self.last:
            raise KeyError(month)
        return next(found for begun, found in reversed(self.turns[team]) if begun <= month)

    def gone(self, month: int) -> dict[int, str]:
        """Name the seats left by a month: post -> rule."""
        return {each.post: each.rule for each in self.departures if each.month <= month}


@dataclass(slots=True)
class _Plan:
    """Which requirements of which teams read which vector; good while the models are the same."""

    models: dict[int, tuple[Requirement, ...]] = field(default_factory=dict)
    asked: dict[Read, dict[int, list[Requirement]]] = field(default_factory=dict)
    sheets: dict[str, list[int]] = field(default_factory=dict)  # text of a sheet -> posts

    @staticmethod
    def of(world: World, teams: Iterable[int]) -> "_Plan":
        plan, requires = _Plan(), world.snapshot.posts.raw("requires")
        for team in teams:
            model = world.model(team)
            plan.models[team] = () if model is None else model.requirements
            for requirement in plan.models[team]:
                for read in reads(requirement):
                    plan.asked.setdefault(read, {}).setdefault(team, []).append(requirement)
                if isinstance(requirement.measure, Carried):
                    for post in world.seats(team).tolist():
                        if requires[post]:
                            plan.sheets.setdefault(requires[post], []).append(post)
        return plan


def forecast(
    world: World,
    ahead: int = AHEAD,
    leaves: Leaves = (RETIRE,),
    teams: Sequence[int] | None = None,
    pause: Pause = go_on,
) -> Forecast:
    """Forecast all teams (or some) over the coming months, nobody replaced.

    This is the function the bench measures: all teams of the default city, sixty months. `leaves`
    are the rules that empty seats: R1 the statutory month, R2 the local age of leaving posts.
    `pause` is called before every month and may raise to stop.
    """
    return over(world, world.as_of, world.as_of + ahead, leaves, teams, pause)


def over(
    world: World,
    first: int,
    last: int,
    leaves: Leaves = (),
    teams: Sequence[int] | None = None,
    pause: Pause = go_on,
) -> Forecast:
    """Judge all teams (or some) at every month of first..last, past or future."""
    every = range(len(world.snapshot.teams))
    asked = tuple(every if teams is None else teams)
    now, gone = at_month(world, first, leaves)
    turns: dict[int, list[tuple[int, Assessment]]] = {team: [] for team in every}
    for each in assess_some(now, asked, with_rules=False, pause=pause):
        turns[each.team].append((first, each))
    departures = _departures(now, first, gone, {}, world)
    seated = dict[tuple[int, int], tuple[tuple[int, ...], tuple[int, ...]]]()
    plan, moved = _Plan.of(now, asked), dict[tuple[int, int, str], tuple[int, ...]]()
    seen = _look(now, plan)
    for month in range(first + 1, last + 1):
        pause()
        before, then = now, gone
        now, gone = at_month(before, month, leaves)
        now.sharing(before)
        departures += _departures(now, month, gone, then, before)
        seated |= _seated(before, now, set(gone) | set(then))
        if before.models_differ(month):
            plan, seen = _Plan.of(now, asked), {}
        fresh = _look(now, plan)
        for team, wanted in _stirred(before, now, plan, seen, fresh, moved).items():
            found = _again(now, turns[team][-1][1], wanted)
            if found is not None:
                turns[team].append((month, found))
        seen = fresh
    kept = tuple(tuple(turns[team]) for team in every)
    return Forecast(first, last, leaves, kept, tuple(departures), moved, seated)


def at_month(world: World, month: int, leaves: Leaves = ()) -> tuple[World, dict[int, str]]:
    """See the records at a month with the seats left by then empty; give these with their rules."""
    return left_empty(later(world, month), leaves)


def left_empty(
    recorded: World, leaves: Leaves, teams: Sequence[int] | None = None
) -> tuple[World, dict[int, str]]:
    """Leave the seats empty that have been left by the month of a world; give them with rules.

    With `teams` only the seats of the people in them, which is all they are judged by.
    """
    gone = left(recorded.seating, recorded.book, leaves) if leaves else {}
    holder = recorded.seating.holder
    if teams is not None and gone:
        inside = {int(holder[post]) for team in teams for post in recorded.seating.seats(team)}
        gone = {post: rule for post, rule in gone.items() if int(holder[post]) in inside}
    changes = emptied(recorded.seating, gone).holder
    return recorded.with_holders({post: int(changes[post]) for post in gone}), gone


def _departures(
    now: World, month: int, gone: dict[int, str], then: dict[int, str], before: World
) -> list[Departure]:
    """List the seats left since the month before; who sat there is read off the records."""
    if not gone.keys() - then.keys():
        return []
    held = later(before, month).seating.holder
    owners = now.snapshot.posts.owners()
    return [
        Departure(month, int(held[post]), post, int(owners[post]), rule)
        for post, rule in sorted(gone.items())
        if post not in then
    ]


def _seated(
    before: World, now: World, gone: set[int]
) -> dict[tuple[int, int], tuple[tuple[int, ...], tuple[int, ...]]]:
    """Give by team and month who takes and who gives up a seat, seats left by age left out."""
    was, new, owners = before.seating.holder, now.seating.holder, now.snapshot.posts.owners()
    turned: dict[int, tuple[list[int], list[int]]] = {}
    for post in np.flatnonzero(was != new).tolist():
        if post not in gone:
            came, left_ = turned.setdefault(int(owners[post]), ([], []))
            came += [int(new[post])] if new[post] >= 0 else []
            left_ += [int(was[post])] if was[post] >= 0 else []
    return {
        (team, now.as_of): (
            tuple(person for person in came if person not in left_),
            tuple(person for person in left_ if person not in came),
        )
        for team, (came, left_) in turned.items()
    }


def _look(world: World, plan: _Plan) -> dict[object, Vector]:
    """Give all vectors of a month, by what they say; sheets by their texts."""
    found: dict[object, Vector] = {read: vector(world, read) for read in plan.asked}
    return found | {text: world.sheet(posts[0]) for text, posts in plan.sheets.items()}


def _stirred(
    before: World,
    now: World,
    plan: _Plan,
    seen: dict[object, Vector],
    fresh: dict[object, Vector],
    moved: dict[tuple[int, int, str], tuple[int, ...]],
) -> dict[int, tuple[Requirement, ...]]:
    """Give the teams in which anything is another, with the requirements to be judged again."""
    holder, owners = now.seating.holder, now.snapshot.posts.owners()
    other = np.flatnonzero(before.seating.holder != holder)
    whole = set(owners[other].tolist()) if seen else set(plan.models)
    found: dict[int, dict[str, Requirement]] = {}
    last = now.facts.count
    rows = np.where(holder >= 0, holder, np.where(holder == OUTSIDER, last, last + 1))
    for read, asked in plan.asked.items():
        if read in seen:
            people = _people(differing(seen[read], fresh[read]), rows, owners)
            for team in people.keys() & asked.keys():
                found.setdefault(team, {}).update((each.id, each) for each in asked[team])
                if read[0] != "answers":
                    moved[team, now.as_of, str(read[1])] = tuple(sorted(people[team] - {last}))
    for text, posts in plan.sheets.items():
        if text in seen:
            changed = np.append(differing(seen[text], fresh[text]), False)[rows[posts]]
            for team in set(owners[np.array(posts)[changed]].tolist()):
                carried = (r for r in plan.models[team] if isinstance(r.measure, Carried))
                found.setdefault(team, {}).update((each.id, each) for each in carried)
    every = {team: plan.models[team] for team in sorted(whole) if team in plan.models}
    some = {t: tuple(r.values()) for t, r in sorted(found.items()) if t not in every}
    return every | some


def _people(changed: Bools, rows: Ints, owners: Ints) -> dict[int, set[int]]:
    """Give the holders whose rows are marked, by the team they sit in."""
    found: dict[int, set[int]] = {}
    if changed.any():
        posts = np.flatnonzero(np.append(changed, False)[rows])
        for team, row in zip(owners[posts].tolist(), rows[posts].tolist(), strict=True):
            found.setdefault(team, set()).add(row)
    return found


def _again(world: World, was: Assessment, asked: Sequence[Requirement]) -> Assessment | None:
    """Judge some requirements of a team again; None where nothing came out otherwise."""
    model = world.model(was.team)
    order = () if model is None else model.requirements
    if len(asked) == len(order) or len(was.findings) != len(order):
        found = with_results(world, was.team, ())
        return None if found == was else found
    fresh = {each.id: judge(each, was.team, world) for each in asked}
    findings = tuple(_newer(fresh.get(old.requirement), old) for old in was.findings)
    if all(new is old for new, old in zip(findings, was.findings, strict=True)):
        return None
    if all(map(_weighs_alike, findings, was.findings)):
        return replace(was, findings=findings)
    low, high = scores(findings)
    state, state_low, state_high = states(model, findings)
    return replace(
        was,
        findings=findings,
        score_low=low,
        score_high=high,
        state=state,
        state_low=state_low,
        state_high=state_high,
        dimensions=dimensions(findings),
    )


def _weighs_alike(new: Finding, old: Finding) -> bool:
    """Say whether score, state and dimensions are the same with one as with the other."""
    return new is old or (new.s_low, new.s_high, new.points) == (old.s_low, old.s_high, old.points)


def _newer(new: Finding | None, old: Finding) -> Finding:
    return old if new is None or new == old else new
