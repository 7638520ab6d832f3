"""Fits alone: the best assignment without any requirement, as an upper bound of the objective."""

import numpy as np

from leadership_model.staffing.board import assign
from leadership_model.staffing.gains import gains
from leadership_model.staffing.linear import Builder
from leadership_model.staffing.solver import highs


def bound(problem):
    """Give w2 x fits less changes at best, and every team and everybody left at its best."""
    builder = Builder()
    assign(builder, problem.board, problem.world.person_ids)
    relaxed = highs.relax(builder.build(gains(problem)))
    w1 = problem.options.weights[0]
    teams = sum(100.0 * w1 for team in problem.teams if problem.world.model(team) is not None)
    rooms = {t: 0.0 for p in problem.leavers().tolist() for t in problem.leaving.teams(p)}
    risen = sum(problem.leaving._room(team) for team in rooms)
    return float(np.float64(relaxed.objective) + teams + w1 * risen)
