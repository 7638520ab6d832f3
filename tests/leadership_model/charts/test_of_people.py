import pytest

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.charts.of_people import bars, pyramid, usual
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records

NOW = months.of(2026, 11)


@pytest.fixture(scope="module")
def small():
    born = ((30, "男"), (30, "女"), (38, "女"), (61, "男"), (None, "女"))
    records = [
        Person(
            id=f"p{at}",
            name=f"人{at}",
            sex=sex,
            birth=None if years is None else NOW - 12 * years,
        )
        for at, (years, sex) in enumerate(born)
    ]
    return World.of(of_records(records), NOW)


def test_a_pyramid_has_men_left_women_right_and_who_is_unknown_apart(small):
    found = pyramid(small, range(5), (35, 60))
    assert [(left.label, left.value, right.value) for left, right in found.bands] == [
        *(("35岁以下", 1, 1), ("36–60", 0, 1), ("61岁以上", 1, 0), ("待核", 0, 1)),
    ]
    assert found.bands[1][1].ids == ("p2",)
    assert found.bands[-1][1].tone == "grey"


def test_a_pyramid_of_men_alone_has_an_empty_side(small):
    found = pyramid(small, (0, 3))
    assert sum(right.value for _, right in found.bands) == 0
    assert sum(left.value for left, _ in found.bands) == 2


def test_many_values_are_put_together():
    records = [Person(id=f"p{at}", name=f"人{at % 14}") for at in range(20)]
    world = World.of(of_records(records), NOW)
    many = bars(world, range(20), "姓名")
    assert len(many.bars) == 11
    assert (many.bars[0].value, many.bars[-1].label, many.bars[-1].value) == (2, "其他", 4)
    assert sum(each.value for each in many.bars) == 20


def test_the_usual_charts_are_of_everybody(small):
    for each in usual(small, range(5), {"年龄": (35,)}, "党外")[1:]:
        assert sum(bar.value for bar in each.bars) == 5
