"""Who may be proposed and how many may move: held against trying everything."""

import pytest

from leadership_model.errors import UserError
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import staff
from leadership_model.staffing.verify import verify
from tests.leadership_model.staffing.small import drawn, person, sit, team, tried, world
from tests.leadership_model.staffing.test_solve import position


@pytest.mark.parametrize(
    "options",
    [
        Options(people=frozenset({0, 2, 4, 5})),
        Options(rearrange=True, most_moves=1),
        Options(rearrange=True, most_in_team=1),
    ],
    ids=["pool", "in all", "in a team"],
)
@pytest.mark.parametrize("seed", [3])
def test_limits_are_kept_and_the_best_within_them_is_found(options, seed):
    base = drawn(seed, seats=3, people=6, vacant=2)
    teams = [position(base)]
    result = staff(base, teams, options)
    vacancies, breaches, objective = tried(base, teams, options)
    assert (result.plan.vacancies, result.plan.breaches) == (vacancies, breaches)
    assert result.objective == pytest.approx(objective, abs=1e-5)


def both():
    """A member of one team could take the open seat of the other, an outsider the seat he leaves."""
    records = [
        person("head", level="县处级正职"),
        person("mover"),
        *team("t", [{}, {}, {}], quota=(1, 2)),
        *team("d", [{}, {}, {}], category="市直部门", quota=(1, 2)),
        sit("t0", "head"),
        sit("d1", "mover", since="2012-03"),
        person("chief", level="县处级正职"),
        sit("d0", "chief"),
        person("out"),
    ]
    return world(*records)


def test_who_leaves_a_team_touches_it():
    base = both()
    posts = base.snapshot.posts.positions
    teams = [position(base, "t"), position(base, "d")]
    must = frozenset({posts["t1"], posts["t2"]})
    free = Options(rearrange=True, must_fill=must)
    plan = staff(base, teams, free).plan
    assert len(plan.moves) == 2
    none = staff(base, [teams[0]], Options(rearrange=True, most_in_team=0))
    assert none.plan.moves == ()
    assert none.plan.vacancies > 0
    limited = Options(rearrange=True, most_in_team=1)
    found = staff(base, teams, limited).plan
    touched = [
        m for m in found.moves if {posts["d0"], posts["d1"], posts["d2"]} & {*m.origin, *m.to}
    ]
    assert len(touched) <= 1
    assert any("超过设定的1人" in text for text in verify(base, teams, limited, plan))


def test_a_limit_below_nothing_is_refused():
    with pytest.raises(UserError, match="上限"):
        Options(most_moves=-1)


def test_somebody_outside_the_pool_is_not_confirmed():
    base = both()
    teams = [position(base, "t")]
    plan = staff(base, teams, Options()).plan
    taken = {move.person for move in plan.moves}
    narrow = Options(people=frozenset(range(len(base.snapshot.people))) - taken)
    assert any("不能作为人选" in text for text in verify(base, teams, narrow, plan))
