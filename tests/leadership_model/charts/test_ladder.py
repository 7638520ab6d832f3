from dataclasses import replace

from leadership_model.charts.ladder import age_ladder
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Average, Ladder, Rung
from tests.leadership_model.assessment.cast import OUTSIDE, requirement, world

RUNGS = (Rung(None, 40, 1), Rung(41, 50, 2, 3), Rung(51, None, 0, 1))
MODEL = Model(
    id="m", category="县级党委", label="县委", requirements=(requirement(Ladder("年龄", RUNGS)),)
)


def bars(ages, seats=None, models=(MODEL,)):
    return age_ladder(world(seats=seats, models=models, 年龄=ages), 0).rungs


def test_rungs_of_the_model_with_who_stands_there():
    young, middle, old = bars([38, 45, 52, 55])
    assert [(bar.label, bar.value) for bar in (young, middle, old)] == [
        ("40岁以下", 1),
        ("41～50岁", 1),
        ("51岁以上", 2),
    ]
    assert (middle.lo, middle.hi, old.hi, young.hi) == (2, 3, 1, None)
    assert (young.tone, middle.tone, old.tone) == ("green", "yellow", "yellow")
    assert old.ids == ("p002", "p003")


def test_two_missing_are_red():
    assert bars([38])[1].tone == "red"


def test_whose_age_is_not_known_stands_on_no_rung_but_is_noted():
    young, middle, old = bars([(40, 41), 45], seats=[0, 1, OUTSIDE])
    assert (young.value, young.note, young.tone) == (0, "另有 2 人年龄待核", "grey")
    assert (middle.value, middle.note) == (1, "另有 2 人年龄待核")
    assert (old.note, old.tone) == ("另有 1 人年龄待核", "green")


def test_without_a_ladder_in_the_model_the_usual_bands_without_targets():
    other = replace(MODEL, requirements=(requirement(Average("年龄"), None, 45),))
    assert bars([38, 61], models=(other,)) == bars([38, 61], models=())
    drawn = bars([38, 61], models=())
    assert [bar.value for bar in drawn] == [0, 1, 0, 0, 0, 0, 1]
    assert all((bar.lo, bar.hi, bar.tone) == (None, None, "c1") for bar in drawn)
