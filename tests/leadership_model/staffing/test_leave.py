from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.team import assess
from leadership_model.people.seating import VACANT
from leadership_model.staffing.leave import Leaving
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Carried, Count, Filled
from tests.leadership_model.staffing.small import (
    WOMAN,
    drawn,
    person,
    requirement,
    sit,
    team,
    world,
)


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_no_one_breaks_the_promise(seed):
    base = drawn(seed, people=9)
    chosen = base.snapshot.teams.positions["t"]
    leaving = Leaving(base, frozenset({chosen}))
    for who in set(base.seating.holder[base.seating.holder >= 0].tolist()):
        left = leaving.of(who)
        assert left.score <= leaving.promise(who) + 1e-9
        seats = base.seating.posts_of(who).tolist()
        after = base.with_holders(dict.fromkeys(seats, VACANT))
        change = sum(
            (assess(after, t, with_rules=False).score_low or 0.0)
            - (assess(base, t, with_rules=False).score_low or 0.0)
            for t in leaving.teams(who)
        )
        assert left.score == change


def test_the_emptied_seat_itself_is_no_breach():
    asked = (
        requirement("配齐", Filled(), lo=2, tolerance=0.0),
        requirement("履职", Carried(("经济",)), lo=1, tolerance=0.0),
        requirement("女", Count(WOMAN), lo=1, tolerance=0.0),
    )
    model = Model(id="m", category="市直部门", label="部门", requirements=asked)
    seats = [{}, {"functions": "经济"}]
    base = world(
        person("p0"),
        person("p1", sex="女"),
        *team("d", seats, category="市直部门"),
        sit("d0", "p0"),
        sit("d1", "p1"),
        models=[model],
    )
    leaving = Leaving(base, frozenset())
    assert leaving.of(1).breaches == 1  # only the woman is missed
    assert leaving.of(0).breaches == 0
    assert not leaving.known(5)
    assert leaving.teams(0) == (0,)
