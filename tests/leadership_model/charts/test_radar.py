from leadership_model.assessment.team import assess
from leadership_model.charts.radar import means, radar
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Average, Count
from tests.leadership_model.assessment.cast import BLANK, WOMAN, requirement, world

MODEL = Model(
    id="m",
    category="县级党委",
    label="县委",
    requirements=(
        requirement(Count(WOMAN), 2, id="women", dimension="性别", points=30.0),
        requirement(Average("年龄"), None, 45, id="age", dimension="年龄", points=70.0),
    ),
)


def judged(people, ages, models=(MODEL,)):
    there = world(models=models, 性别=people, 年龄=ages)
    return there, assess(there, 0, with_rules=False)


def test_axes_are_the_dimensions_with_points_and_people():
    there, found = judged(["女", BLANK, "男"], [40, 45, 50])
    drawn = radar(there, found, {"性别": 70.0}, "全市均值")
    assert (drawn.title, drawn.reference_label) == ("易溪县委", "全市均值")
    sex, age = drawn.axes
    assert (sex.label, sex.low, sex.high, sex.reference) == ("性别", 50.0, 100.0, 70.0)
    assert (sex.note, sex.ids) == ("15～30/30", ("p000",))
    assert (age.low, age.high, age.reference, age.note) == (100.0, 100.0, None, "70/70")


def test_no_reference_no_label():
    there, found = judged(["女"], [40])
    assert radar(there, found, reference_label="全市均值").reference_label == ""


def test_means_are_over_the_teams_that_have_the_dimension():
    one, other = judged(["女", "女"], [40, 40])[1], judged(["女", "男"], [40, 40])[1]
    nothing = judged(["女"], [40], models=())[1]
    assert means([one, other, nothing]) == {"性别": 75.0, "年龄": 100.0}


def test_an_unconfigured_team_has_no_axes():
    there, found = judged(["女"], [40], models=())
    assert radar(there, found).axes == ()
