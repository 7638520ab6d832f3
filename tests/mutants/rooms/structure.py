"""Sabotages of models: bounds by team size, differences and their conflicts."""

from tests.mutants.sabotage import Place

BOUNDS = Place("structure/bounds.py", ("assessment/test_target.py",))
DIFFERENCE = Place("structure/difference.py", ("structure/test_difference.py",))

SABOTAGES = (
    BOUNDS.where(
        "at least a share is rounded down",
        "math.ceil(lo * present)",
        "math.floor(lo * present)",
    ),
    BOUNDS.where(
        "at most a share is rounded up",
        "math.floor(hi * present)",
        "math.ceil(hi * present)",
    ),
    DIFFERENCE.where(
        "a line taken away above is no conflict",
        "if now.get(id) != known.get(id) and now.get(id) != own.get(id)",
        "if now.get(id) not in (None, known.get(id)) and now.get(id) != own.get(id)",
    ),
    DIFFERENCE.where(
        "an edit elsewhere forgets a conflict",
        "line = known.get(id) if id in before else now.get(id)",
        "line = now.get(id)",
    ),
)
