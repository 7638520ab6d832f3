import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.conditions.tree import Career, Compare
from leadership_model.people.seating import VACANT
from leadership_model.staffing.options import Options
from leadership_model.staffing.problem import build
from tests.leadership_model.staffing.small import drawn


@given(st.integers(0, 10_000))
@settings(max_examples=15)
def test_everybody_is_read_as_if_he_alone_had_been_seated(seed):
    base = drawn(seed, people=8)
    problem = build(base, [base.snapshot.teams.positions["t"]], Options(include_unknown=True))
    asked = (
        Compare("任现职月数", "<", 24),
        Career("现任", (Compare("角色", "=", "正职"),)),
        Career("现任", (Compare("角色", "=", "副职"),), "累计", 12),
    )
    for at, place in enumerate(problem.board.places):
        facts = problem.movers.at(at)
        for person in problem.board.person[problem.board.of_place(at)].tolist():
            left = dict.fromkeys(base.seating.posts_of(person).tolist(), VACANT)
            alone = base.with_holders(left | dict.fromkeys(place.posts, person)).facts
            for condition in asked:
                assert facts.tri(condition).at(person) == alone.tri(condition).at(person)
            one, other = facts.column("任现职月数"), alone.column("任现职月数")
            assert one.low[person] == other.low[person] == 0
            assert np.array_equal(one.absent[person], other.absent[person])
