"""Who may rise to the next grade 职级 by the years served in the present one."""

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.people import codes


def promotions(world: World) -> tuple[int, ...]:
    """Give the people in office who have held their grade as long as the next one asks for.

    The years are those of the code list (the time in the lower grade), without what excellent or
    poor appraisals add or take; whether a place is free is another question.
    """
    people, now = world.snapshot.people, world.as_of
    ranks, years = codes.ranks("grades"), codes.values("grades", "years")
    at_rank = {rank: name for name, rank in ranks.items()}
    needs = {
        name: years[above] * 12
        for name, rank in ranks.items()
        if (above := at_rank.get(rank + 1, "")) in years
    }
    need = people.texts("grade").mapped(needs)
    since = people.ints("grade_since")
    here = people.texts("status").mask("在职")
    due = here & (need > 0) & (since >= 0) & (now - since >= need)
    return tuple(int(i) for i in np.flatnonzero(due))
