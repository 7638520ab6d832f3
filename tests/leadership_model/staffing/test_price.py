"""The price of a requirement."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.conditions.tree import Compare
from leadership_model.staffing.options import Options
from leadership_model.staffing.price import loosened, prices
from leadership_model.staffing.solve import solve, staff
from leadership_model.staffing.verify import verify
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Count,
    Every,
    Ladder,
    Rung,
    Share,
)
from tests.leadership_model.staffing.small import MODEL, PARTY, WOMAN, requirement
from tests.leadership_model.staffing.test_solve import open_team


def test_a_price_is_what_the_loosened_run_gains():
    base = open_team(people=12)
    solved = solve(base, [0], Options())
    found = list(prices(solved))
    assert {each.requirement for each in found} == {"女", "年龄", "新任", "学历", "配齐"}
    for each in found:
        again = staff(each.world, [0], Options())
        assert each.gain == pytest.approx(again.objective - solved.result.objective)
        assert each.proven
        assert not verify(each.world, [0], Options(), each.plan)
    by = {each.requirement: each for each in found}
    assert by["年龄"].gain > 0
    assert by["女"].gain == pytest.approx(0)
    assert base.model(0) is solved.problem.world.model(0)


def test_only_what_is_asked_is_priced():
    solved = solve(open_team(people=6), [0], Options())
    assert [each.requirement for each in prices(solved, [(0, "年龄")])] == ["年龄"]


@pytest.mark.parametrize(
    ("measure", "lo", "hi", "words"),
    [
        (Count(WOMAN), 2, None, ["下限由2放宽到1"]),
        (Count(WOMAN), 0, 2, ["上限由2放宽到3"]),
        (Share(WOMAN), Fraction(1, 2), None, ["下限由2放宽到1人"]),
        (Average("年龄"), None, 46, ["上限由46放宽到47"]),
        (Every(PARTY), None, None, ["允许1人例外"]),
        (Apart(("籍贯",)), None, None, []),
        (Ladder("年龄", (Rung(None, 40, 1, None), Rung(41, 60, 0, 2))), None, None,
         ["第1档至少1人放宽到0人", "第2档至多2人放宽到3人"]),
    ],
)  # fmt: skip
def test_one_is_one_person_value_or_year(measure, lo, hi, words):
    asked = requirement("r", measure, lo=lo, hi=hi)
    base = open_team(people=4, models=(replace(MODEL, requirements=(asked,)),))
    filled = base.with_holders({post: post for post in range(4)})
    assert [each.text for each in loosened(asked, 0, filled)] == words


def test_a_loosened_requirement_is_never_harder_to_meet():
    base = open_team(people=4)
    filled = base.with_holders({post: post for post in range(4)})
    from leadership_model.assessment.judge import judge

    asked = (
        *MODEL.requirements,
        requirement("every", Every(Compare("性别", "=", "女"))),
        requirement("ladder", Ladder("年龄", (Rung(None, 40, 2, None),))),
    )
    for each in asked:
        for other in loosened(each, 0, filled):
            assert judge(other.requirement, 0, filled).s_low >= judge(each, 0, filled).s_low
