"""Read a plan off a solved point, and make one of moves; its figures come from the values."""

from dataclasses import replace

import numpy as np

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from leadership_model.staffing import explain
from leadership_model.staffing.linear import Floats
from leadership_model.staffing.options import Options
from leadership_model.staffing.problem import Problem
from leadership_model.staffing.solution import Plan, PlanMove, seal, worth


def plan_of(problem: Problem, point: Floats) -> Plan:
    """Read a plan off a solved point; its figures come from the values."""
    board, world = problem.board, problem.world
    moves = []
    before: dict[int, Assessment] = {}
    for pair in np.flatnonzero(point[: board.pairs] > 0.5).tolist():
        if board.stays[pair]:
            continue
        person, posts = int(board.person[pair]), board.places[int(board.place[pair])].posts
        scores = tuple(float(problem.scores.of_post(post)[0][person]) for post in posts)
        moves.append(
            PlanMove(
                person=person,
                origin=tuple(world.seating.posts_of(person).tolist()),
                to=posts,
                score=scores,
                doubtful=bool(problem.doubtful[pair]),
                reason=_reason(
                    problem, person, posts, scores, bool(problem.doubtful[pair]), before
                ),
            )
        )
    return assemble(problem, tuple(moves))


def assemble(problem: Problem, moves: tuple[PlanMove, ...]) -> Plan:
    """Make a plan of moves, with figures worked out from the values."""
    return figured(problem.world, problem.teams, problem.options, moves, problem.scores)


def figured(
    world: World,
    teams: tuple[int, ...],
    options: Options,
    moves: tuple[PlanMove, ...],
    scores: Scores,
) -> Plan:
    """Make a plan of moves for some teams without the rows of a problem."""
    owners = world.snapshot.posts.owners()
    empty = Plan(
        moves=moves,
        chain=(),
        teams=(),
        left=(),
        vacancies=0,
        breaches=0,
        objective=0.0,
        fingerprint=seal(world, moves),
    )
    found = worth(world, teams, options, empty.changes, scores)
    chain = sorted(post for move in moves for post in move.origin if int(owners[post]) not in teams)
    return replace(
        empty,
        chain=tuple(chain),
        teams=found.teams,
        left=found.left,
        vacancies=found.vacancies,
        breaches=found.breaches,
        objective=found.objective,
    )


def _reason(
    problem: Problem,
    person: int,
    posts: tuple[int, ...],
    scores: tuple[float, ...],
    doubt: bool,
    before: dict[int, Assessment],
) -> str:
    world, owners = problem.world, problem.world.snapshot.posts.owners()
    gains = []
    for team in sorted({int(owners[post]) for post in posts} & set(problem.teams)):
        if team not in before:
            before[team] = assess(world, team, with_rules=False)
        gains.append(explain.alone(world, person, posts, team, before[team]))
    return explain.reason(world, person, posts, scores, gains, doubt)
