"""Where a scenario stands: seats, teams before and after, conflicts, and the figures of it all.

Derived from the moves alone. With the former situation at hand only the teams that a step touches
are assessed again, so that a card dropped on the board is answered at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadership_model.assessment.delta import TeamDelta, compare, touched
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.staffing import guard
from leadership_model.staffing.apply import Folded, fold
from leadership_model.staffing.conflict import Conflict, conflicts, demoted
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A scenario laid over a world. `teams` are those on the board, as positions.

    deltas: team -> before and after, for the teams on the board and all that the moves touch.
    """

    base: World
    world: World
    scenario: Scenario
    folded: Folded
    teams: tuple[int, ...]
    deltas: Mapping[int, TeamDelta]
    conflicts: tuple[Conflict, ...]
    demoted: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a plan comes to: positions of people, posts and teams, so that each number opens.

    moved: whose seats are others than before. chain 连锁空缺: seats outside the board that fall
    empty, inside those on it. gain: sum of score_low after less before, over all teams touched.
    fresh: conflicts that fail, by rules of 禁止 and 提醒. exceptions: those that need one.
    vacant_before, vacant_after: empty seats of the board.
    """

    moved: tuple[int, ...]
    chain: tuple[int, ...]
    inside: tuple[int, ...]
    gain: float
    fresh: tuple[Conflict, ...]
    exceptions: tuple[Conflict, ...]
    vacant_before: tuple[int, ...]
    vacant_after: tuple[int, ...]


def situate(
    base: World, scenario: Scenario, teams: Sequence[int], former: Situation | None = None
) -> Situation:
    """Lay a scenario over a world. UserError when a move names somebody who is gone."""
    if former is not None and former.base is not base:
        former = None
    folded = fold(base.seating, scenario.done)
    world = base.with_holders(folded.changes)
    asked = tuple(dict.fromkeys((*teams, *touched(base, world))))
    moved = frozenset(touched(base if former is None else former.world, world))
    kept = {} if former is None else former.deltas
    before = _assessments(base, asked, {team: each.before for team, each in kept.items()})
    still = {team: each.after for team, each in kept.items() if team not in moved}
    same = {} if world is not base else before
    after = _assessments(world, asked, same | still)
    return Situation(
        base=base,
        world=world,
        scenario=scenario,
        folded=folded,
        teams=tuple(teams),
        deltas={team: compare(before[team], after[team]) for team in asked},
        conflicts=_conflicts(world, folded, scenario.done, former, moved),
        demoted=demoted(folded, base.seating),
    )


def figures(situation: Situation) -> Figures:
    """Sum a situation up."""
    base, folded = situation.base, situation.folded
    owners = base.snapshot.posts.owners()
    here = frozenset(situation.teams)
    gains = [each.score_low for each in situation.deltas.values() if each.score_low is not None]
    fails = tuple(each for each in situation.conflicts if each.result.result == "fail")
    return Figures(
        moved=moved_people(situation),
        chain=tuple(post for post in folded.vacancies if int(owners[post]) not in here),
        inside=tuple(post for post in folded.vacancies if int(owners[post]) in here),
        gain=round(sum(gains), 9),
        fresh=fails,
        exceptions=tuple(each for each in fails if each.result.severity == "forbid"),
        vacant_before=_vacant(situation.base, situation.teams),
        vacant_after=_vacant(situation.world, situation.teams),
    )


def moved_people(situation: Situation) -> tuple[int, ...]:
    """List the people whose seats are others than before, in order of their first such seat."""
    then, now = situation.base.seating.holder, situation.world.seating.holder
    found = (int(side[post]) for post in situation.folded.changes for side in (now, then))
    return tuple(dict.fromkeys(person for person in found if person >= 0))


def origin_of(situation: Situation, person: int) -> tuple[int, ...]:
    """Give the posts a person held before and holds no more."""
    held = situation.base.seating.posts_of(person).tolist()
    return tuple(p for p in held if int(situation.world.seating.holder[p]) != person)


def target_of(situation: Situation, person: int) -> tuple[int, ...]:
    """Give the posts a person holds now and did not before."""
    held = situation.world.seating.posts_of(person).tolist()
    return tuple(p for p in held if int(situation.base.seating.holder[p]) != person)


def of_person(situation: Situation, person: int) -> tuple[Conflict, ...]:
    """Give the conflicts of the moves that put a person where he is."""
    id = situation.base.person_ids[person]
    moves = situation.scenario.moves
    return tuple(each for each in situation.conflicts if moves[each.move].person == id)


def swap(situation: Situation, person: int, post: int) -> tuple[Move, ...]:
    """Give the moves that let a person and the holder of a post change places.

    Where the holder cannot take the other's seat (vacant, an outsider, or no seat to give) the
    person alone is appointed and the holder goes to the bench.
    """
    ids, posts = situation.base.person_ids, situation.base.post_ids
    seating = situation.world.seating
    first = Move(kind="appoint", person=ids[person], post=posts[post])
    held, other = seating.posts_of(person).tolist(), int(seating.holder[post])
    if other < 0 or other == person or not held:
        return (first,)
    return (first, Move(kind="appoint", person=ids[other], post=posts[held[0]]))


def _assessments(
    world: World, teams: Iterable[int], known: Mapping[int, Assessment]
) -> dict[int, Assessment]:
    """Assess the teams not known yet; give all of them."""
    wanted = tuple(team for team in teams if team not in known)
    fresh = dict(zip(wanted, assess_some(world, wanted) if wanted else (), strict=True))
    return {team: known[team] if team in known else fresh[team] for team in teams}


def _conflicts(
    world: World,
    folded: Folded,
    moves: Sequence[Move],
    former: Situation | None,
    moved: frozenset[int],
) -> tuple[Conflict, ...]:
    """Ask the rules of each move; what was asked already and is not touched is kept."""
    then = () if former is None else former.scenario.done
    owners, posts = world.snapshot.posts.owners(), world.snapshot.posts.positions
    groups = guard.linked_groups(world.seating)
    found: list[Conflict] = []
    again: list[int] = []
    for at, move in enumerate(moves):
        if move.kind != "appoint" or move.post is None:
            continue
        seats = groups.get(posts[move.post], (posts[move.post],))
        same = at < len(then) and then[at] == move
        if former is not None and same and moved.isdisjoint(int(owners[each]) for each in seats):
            found += [each for each in former.conflicts if each.move == at]
        else:
            again.append(at)
    asked = conflicts(folded, [moves[at] for at in again], world.book, world.as_of)
    found += [replace(each, move=again[each.move]) for each in asked]
    return tuple(sorted(found, key=lambda each: each.move))


def _vacant(world: World, teams: Iterable[int]) -> tuple[int, ...]:
    holder = world.seating.holder
    seats = [np.array(world.seats(team), dtype=np.int64) for team in teams]
    return tuple(int(post) for each in seats for post in each if int(holder[post]) == VACANT)
