"""Any number of plans beside today and each other: teams, requirements, people, moves, breaches.

Rows have one cell for each plan, in the order given; where today has one too it stands apart.
`changed`: some plan differs from today; `split`: the plans differ from each other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.matching.scores import Scores
from leadership_model.staffing.apply import fold
from leadership_model.staffing.breach import new_breaches
from leadership_model.staffing.conflict import Conflict
from leadership_model.staffing.move import Move
from leadership_model.staffing.situation import (
    Figures,
    Situation,
    figures,
    moved_people,
    origin_of,
    target_of,
)

C = TypeVar("C")
Fate = Literal["stay", "moved", "bench", "retired", "candidate"]


@dataclass(frozen=True, slots=True)
class Row(Generic[C]):
    """One line of a comparison. `today` is None where today has nothing to say."""

    key: str
    today: C | None
    cells: tuple[C | None, ...]
    changed: bool
    split: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan means for a person: posts left and taken, fit 0-100 of the seats taken.

    conflicts: what the rules say against it. candidate: only a further candidate for `taken`.
    """

    fate: Fate
    left: tuple[int, ...] = ()
    taken: tuple[int, ...] = ()
    fit: float | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """What a plan comes to over the teams compared. Numbers of `figures` count its own teams.

    score: sum of score_low over all teams compared; gain: that less today's. fit: mean of those who
    take seats. breaches: new ones, as the solver counts them. waived: exceptions granted.
    """

    figures: Figures
    score: float
    gain: float
    fit: float | None
    breaches: int
    waived: int


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Plans laid beside today. `now` and `then` hold the assessment of every team compared."""

    today: World
    plans: tuple[Situation, ...]
    teams: tuple[int, ...]
    now: Mapping[int, Assessment]
    then: tuple[Mapping[int, Assessment], ...]


def beside(today: World, plans: Sequence[Situation]) -> Comparison:
    """Lay plans beside today: all teams on a board or touched by a plan, assessed in each."""
    boards = [team for plan in plans for team in plan.teams]
    touched = [team for plan in plans for team in plan.deltas]
    teams = tuple(dict.fromkeys((*boards, *touched)))
    after = []
    for plan in plans:
        known = {team: delta.after for team, delta in plan.deltas.items()}
        after.append(_assessed(plan.world, teams, known))
    first = next((plan for plan in plans if plan.base is today), None)
    known = {} if first is None else {team: each.before for team, each in first.deltas.items()}
    return Comparison(today, tuple(plans), teams, _assessed(today, teams, known), tuple(after))


def totals(found: Comparison) -> tuple[Total, ...]:
    """Sum each plan up."""
    start = _score(found.now.values())
    result = []
    for plan, then in zip(found.plans, found.then, strict=True):
        fits = [
            each.fit
            for row in people(found, (plan,))
            for each in row.cells
            if each is not None and each.fit is not None and each.fate == "moved"
        ]
        score = _score(then.values())
        result.append(
            Total(
                figures=figures(plan),
                score=score,
                gain=round(score - start, 9),
                fit=sum(fits) / len(fits) if fits else None,
                breaches=sum(_breaches(found.now[team], then[team]) for team in found.teams),
                waived=len({each.move for each in plan.conflicts if _is_waived(each)}),
            )
        )
    return tuple(result)


def teams(found: Comparison) -> tuple[Row[Assessment], ...]:
    """Give each team today and in each plan, those of the boards first."""
    return tuple(
        _row(
            found.today.snapshot.teams.ids[team],
            found.now[team],
            [then[team] for then in found.then],
            _face,
        )
        for team in found.teams
    )


def requirements(found: Comparison) -> tuple[Row[Finding], ...]:
    """Give each requirement of each team, in the order of the teams and their models.

    The key is the team's id, a blank, and the requirement's.
    """
    ids = found.today.snapshot.teams.ids
    rows = []
    for team in found.teams:
        sides = [found.now[team], *(then[team] for then in found.then)]
        by_id = [{each.requirement: each for each in side.findings} for side in sides]
        asked = dict.fromkeys(id for side in by_id for id in side)
        rows += [
            _row(f"{ids[team]} {id}", by_id[0].get(id), [s.get(id) for s in by_id[1:]], _figure)
            for id in asked
        ]
    return tuple(rows)


def people(found: Comparison, plans: Sequence[Situation] | None = None) -> tuple[Row[Outcome], ...]:
    """Give everybody whom a plan moves, seats, or names as a further candidate."""
    asked = found.plans if plans is None else tuple(plans)
    who: dict[int, None] = {}
    for plan in asked:
        who |= dict.fromkeys(moved_people(plan))
        who |= dict.fromkeys(p for named in plan.folded.candidates.values() for p in named)
    scores = {id(plan.base): Scores(plan.base) for plan in asked}
    ids = found.today.snapshot.people.ids
    stays = Outcome("stay")
    return tuple(
        _row(
            ids[person],
            stays,
            [outcome(plan, person, scores[id(plan.base)]) for plan in asked],
            lambda each: (each.fate, each.left, each.taken),
        )
        for person in who
    )


def outcome(plan: Situation, person: int, scores: Scores) -> Outcome:
    """Say what a plan means for one person."""
    left, taken = origin_of(plan, person), target_of(plan, person)
    waits = tuple(post for post, named in plan.folded.candidates.items() if person in named)
    ids = plan.base.person_ids
    moves = plan.scenario.done
    found = tuple(each for each in plan.conflicts if moves[each.move].person == ids[person])
    if taken:
        low = [float(scores.of_post(post)[0][person]) for post in taken]
        return Outcome("moved", left, taken, sum(low) / len(low), found)
    if person in plan.folded.retired:
        return Outcome("retired", left, (), None, found)
    if left:
        still = bool(len(plan.world.seating.posts_of(person)))
        return Outcome("moved" if still else "bench", left, (), None, found)
    if waits:
        return Outcome("candidate", (), waits, None, found)
    return Outcome("stay")


def moves(found: Comparison) -> tuple[Row[int], ...]:
    """Give every move of every plan once; a cell is its place among the plan's moves."""
    places = [
        {sense(move): at for at, move in enumerate(plan.scenario.done)} for plan in found.plans
    ]
    every = dict.fromkeys(key for plan in places for key in plan)
    return tuple(
        _row(key, None, [plan.get(key) for plan in places], lambda _at: True) for key in every
    )


def sense(move: Move) -> str:
    """Say what a move does, leaving out why and how far it is: equal moves do the same."""
    parts = (
        move.kind,
        move.person or f"*{move.outsider}",
        move.post or "",
        "兼" if move.also else "",
        "单" if move.alone else "",
        "" if move.on else "撤",
        str(move.order),
    )
    return "|".join(parts)


def breaches(found: Comparison) -> tuple[Row[Conflict], ...]:
    """Give each rule against a person's seat once; a cell says how the plan stands to it."""
    sides: list[dict[str, Conflict]] = []
    for plan in found.plans:
        posts = plan.base.post_ids
        done = plan.scenario.done
        side: dict[str, Conflict] = {}
        for each in plan.conflicts:
            if each.result.result == "fail":
                where = posts[each.result.post] if each.result.post >= 0 else ""
                side[f"{each.result.rule}|{done[each.move].person}|{where}"] = each
        sides.append(side)
    every = dict.fromkeys(key for side in sides for key in side)
    return tuple(
        _row(key, None, [side.get(key) for side in sides], lambda each: each.standing)
        for key in every
    )


def why_not(target: Situation, move: Move) -> str:
    """Say in Chinese why a move cannot be adopted into a plan; nothing when it can."""
    if any(sense(each) == sense(move) for each in target.scenario.done):
        return "这个方案里已有同样的一步调整"
    try:
        after = fold(target.base.seating, (*target.scenario.done, move))
    except UserError as error:
        return str(error)
    now = target.folded
    same = (after.changes, after.retired, after.pinned, after.candidates)
    if same == (now.changes, now.retired, now.pinned, now.candidates):
        return "采用这一步不会改变这个方案"
    return ""


def _row(
    key: str, today: C | None, cells: Sequence[C | None], face: Callable[[C], object]
) -> Row[C]:
    faces = [None if each is None else face(each) for each in cells]
    start = None if today is None else face(today)
    return Row(
        key,
        today,
        tuple(cells),
        changed=any(each != start for each in faces),
        split=any(each != faces[0] for each in faces[1:]),
    )


def _assessed(
    world: World, wanted: Sequence[int], known: Mapping[int, Assessment]
) -> dict[int, Assessment]:
    missing = tuple(team for team in wanted if team not in known)
    fresh = dict(zip(missing, assess_some(world, missing) if missing else (), strict=True))
    return {team: known[team] if team in known else fresh[team] for team in wanted}


def _face(each: Assessment) -> object:
    return (each.state, each.score_low, each.score_high, each.filled)


def _figure(each: Finding) -> object:
    return (each.verdict, each.measured_low, each.measured_high, each.s_low)


def _score(found: Iterable[Assessment]) -> float:
    return round(sum(each.score_low or 0.0 for each in found), 9)


def _breaches(now: Assessment, then: Assessment) -> int:
    """Count the new breaches among the requirements asked today and in the plan alike."""
    asked = {each.requirement for each in now.findings}
    return len(
        new_breaches(now.findings, (each for each in then.findings if each.requirement in asked))
    )


def _is_waived(each: Conflict) -> bool:
    return each.standing in ("已批复", "已批准") and not each.blocks
