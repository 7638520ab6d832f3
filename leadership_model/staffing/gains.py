"""What pairs of person and seat add to the objective of stage C, team scores apart."""

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing.linear import Terms, terms
from leadership_model.staffing.options import EACH_CHANGE, EACH_SEAT_LEFT
from leadership_model.staffing.problem import Problem


def gains(problem: Problem) -> Terms:
    """Give what each pair adds to objective C, but for what leaving does to other teams.

    Per pair: w2 x the holder's score_low on each seat of a chosen team, less 10 w3 for a person
    whose seat changes and half of it for every seat left empty elsewhere.
    """
    board, owners = problem.board, problem.world.snapshot.posts.owners()
    w2, w3 = problem.options.weights[1:]
    values = np.where(board.stays, 0.0, -EACH_CHANGE * w3)
    values -= EACH_CHANGE * EACH_SEAT_LEFT * w3 * seats_left(problem)[board.person]
    for at, place in enumerate(board.places):
        pairs = board.of_place(at)
        for post in place.posts:
            if int(owners[post]) in problem.teams:
                low, _ = problem.scores.of_post(post)
                values[pairs] += w2 * low[board.person[pairs]]
    return terms(np.arange(board.pairs), values, w2 * _scores_fixed(problem))


def seats_left(problem: Problem) -> Ints:
    """Count for each person the seats outside the chosen teams (shape: people)."""
    owners, holder = problem.world.snapshot.posts.owners(), problem.seating.holder
    left = holder[(holder >= 0) & ~np.isin(owners, problem.teams)]
    return np.bincount(left, minlength=len(problem.world.snapshot.people)).astype(np.int32)


def _scores_fixed(problem: Problem) -> float:
    decided = problem.board.posts()
    return sum(
        float(problem.scores.of_post(post)[0][holder])
        for team in problem.teams
        for post in problem.seating.seats(team)
        if post not in decided and (holder := int(problem.seating.holder[post])) >= 0
    )
