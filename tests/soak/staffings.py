"""Random small staffing problems in full: every stage of the solver as trying everything finds.

Half of them go the way large problems go, from one column a place.
"""

from leadership_model.staffing import search
from leadership_model.staffing.solve import staff
from leadership_model.staffing.verify import verify
from tests.leadership_model.staffing.small import drawn, tried
from tests.leadership_model.staffing.test_solve import MODES, position

NARROW = {"FEW": 0, "SEED": 1, "JOIN": 1}
NEAR = 1e-5


def run(count: int, seed: int) -> dict[str, int]:
    """Compare `count` problems; counts by mode. RuntimeError names the first that differs."""
    usual = {name: getattr(search, name) for name in NARROW}
    found = dict.fromkeys(MODES, 0)
    try:
        for at in range(count):
            mode = list(MODES)[at % len(MODES)]
            for name, value in (NARROW if at % 2 else usual).items():
                setattr(search, name, value)
            compare(mode, 10_000 * seed + at)
            found[mode] += 1
    finally:
        for name, value in usual.items():
            setattr(search, name, value)
    return {"problems": count, **found}


def compare(mode: str, seed: int) -> None:
    """Staff one problem and try everything; RuntimeError when a stage differs."""
    options = MODES[mode]
    base = drawn(seed, seats=3 if options.rearrange else 4, people=8)
    teams = [position(base)]
    result, best = staff(base, teams, options), tried(base, teams, options)
    if best is None or result.plan is None:
        same = best is None and result.plan is None
    else:
        vacancies, breaches, objective = best
        plan = result.plan
        same = (plan.vacancies, plan.breaches) == (vacancies, breaches)
        same = same and result.status == "optimal" and abs(result.objective - objective) < NEAR
        same = same and not verify(base, teams, options, plan)
    if not same:
        raise RuntimeError(f"Problem {seed} ({mode}): {result.status}, trying everything: {best}")
