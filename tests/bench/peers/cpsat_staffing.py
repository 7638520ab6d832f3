"""The same staffing run with CP-SAT of OR-Tools in the place of HiGHS for every integer problem."""

from leadership_model.staffing import search
from leadership_model.staffing.solve import staff
from leadership_model.staffing.solver import cpsat


def run(world, teams, options):
    """Staff the teams; give the result."""
    ours = search.highs.solve

    def solve(linear, limits=None, stop=search.never, report=None):
        return cpsat.solve(linear, limits, stop)

    search.highs.solve = solve
    try:
        return staff(world, teams, options)
    finally:
        search.highs.solve = ours
