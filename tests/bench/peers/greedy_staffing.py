"""Greedy with repair: the best fit for each open seat, then swaps as long as the plan gains."""

from leadership_model.people.seating import VACANT
from leadership_model.staffing.plans import assemble
from leadership_model.staffing.solution import PlanMove
from leadership_model.staffing.verify import verify

TRIED = 12  # of the best fits of a seat


def run(problem, left):
    """Give a confirmed plan; `left` says whether there is time for another try."""
    board, best = problem.board, {}
    plan = _plan(problem, {})
    for at, place in enumerate(board.places):
        if place.holder != VACANT or not left():
            continue
        for person in _best(problem, at):
            if person not in best.values():
                found = _plan(problem, {**best, at: person})
                if not _wrong(problem, found):
                    best, plan = {**best, at: person}, found
                    break
    return _repaired(problem, best, plan, left)


def _repaired(problem, best, plan, left):
    better = True
    while better and left():
        better = False
        for at in list(best):
            for person in _best(problem, at):
                if person in best.values() or not left():
                    continue
                found = _plan(problem, {**best, at: person})
                if _key(found) < _key(plan) and not _wrong(problem, found):
                    best, plan, better = {**best, at: person}, found, True
    return plan


def _key(plan):
    return plan.vacancies, plan.breaches, -plan.objective


def _best(problem, at):
    board = problem.board
    pairs = board.of_place(at)
    fits = problem.scores.of_post(board.places[at].posts[0])[0][board.person[pairs]]
    return [int(board.person[pairs[i]]) for i in (-fits).argsort(kind="stable")[:TRIED]]


def _plan(problem, chosen):
    seating = problem.seating
    moves = tuple(
        PlanMove(
            person=person,
            origin=tuple(seating.posts_of(person).tolist()),
            to=problem.board.places[at].posts,
            score=tuple(
                float(problem.scores.of_post(post)[0][person])
                for post in problem.board.places[at].posts
            ),
        )
        for at, person in sorted(chosen.items())
    )
    return assemble(problem, moves)


def _wrong(problem, plan):
    return verify(problem.world, problem.teams, problem.options, plan, problem.scores)
