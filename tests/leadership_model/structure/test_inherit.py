from leadership_model.conditions.tree import Compare
from leadership_model.people.team import Team
from leadership_model.structure.inherit import model_of
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Count, Requirement

TEAM = Team(id="t1", unit="u", name="易溪县委", category="县级党委", sub_category="山区县")
NOW = 2026 * 12


def ask(id, points=10.0, effective=None):
    measure = Count(Compare("性别", "=", "女"))
    return Requirement(
        id=id, dimension="性别", label=id, measure=measure, points=points, effective=effective
    )


def model(id, *requirements, **more):
    return Model(
        **{"id": id, "category": "县级党委", "label": id} | more, requirements=requirements
    )


def model_at(models, month=NOW, team=TEAM):
    return model_of(team, models, month)


def ids(found):
    return [each.id for each in found.requirements]


def test_no_model_for_the_category_is_none():
    assert model_at(()) is None
    assert model_at((model("m", category="乡镇"),)) is None


def test_the_latest_version_in_effect_counts():
    versions = (
        model("m1", effective=NOW - 24),
        model("m2", effective=NOW),
        model("m3", effective=NOW + 1),
    )
    assert model_at(versions).id == "m2"
    assert model_at(versions, NOW - 1).id == "m1"
    assert model_at(versions, NOW - 25) is None
    again = (*versions, model("m2b", effective=NOW, version=2))
    assert model_at(again).id == "m2b"


def test_differences_of_sub_category_and_team_are_laid_over():
    models = (
        model("base", ask("a"), ask("b"), ask("c")),
        model("hills", ask("b", 20), ask("d"), sub_category="山区县", removed=frozenset("c")),
        model("own", ask("d", 30), ask("e"), team="t1", removed=frozenset("a")),
        model("plain", ask("x"), sub_category="坝区县"),
        model("other", ask("y"), team="t2"),
    )
    found = model_at(models)
    assert ids(found) == ["b", "d", "e"]
    assert [each.points for each in found.requirements] == [20, 30, 10]
    assert found.id == "base+hills+own"


def test_a_difference_keeps_the_lines_unless_it_has_its_own():
    base = model("base", ask("a"), red=50.0, green=80.0)
    kept = model_at((base, model("own", team="t1")))
    assert (kept.red, kept.green) == (50.0, 80.0)
    own = model("own", team="t1", red=40.0, green=70.0, own_lines=True)
    assert model_at((base, own)).green == 70.0


def test_a_requirement_waits_for_its_own_month_and_the_old_one_stays_until_then():
    models = (
        model("base", ask("a"), ask("b", effective=NOW + 1)),
        model("own", ask("a", 20, effective=NOW + 1), team="t1"),
    )
    early, late = model_at(models), model_at(models, NOW + 1)
    assert [(each.id, each.points) for each in early.requirements] == [("a", 10)]
    assert [(each.id, each.points) for each in late.requirements] == [("a", 20), ("b", 10)]


def test_a_difference_may_give_back_what_one_below_took_away():
    models = (
        model("base", ask("a")),
        model("hills", sub_category="山区县", removed=frozenset("a")),
        model("own", ask("a", 5), team="t1"),
    )
    assert [each.points for each in model_at(models).requirements] == [5]


def test_a_model_of_its_own_suffices():
    assert model_at((model("own", ask("a"), team="t1"),)).id == "own"


def test_a_model_for_the_place_goes_before_one_for_any_place():
    models = (model("any", effective=NOW), model("court", place="法院"))
    court = Team(id="t3", unit="u", name="法院", category="县级党委", place="法院")
    assert model_at(models, team=court).id == "court"
    assert model_at(models).id == "any"


def test_portraits_are_replaced_by_id():
    head = Portrait(id="head", label="书记", category="县级党委")
    better = Portrait(id="head", label="书记（山区）", category="县级党委")
    models = (
        model("base", portraits=(head,)),
        model("own", team="t1", portraits=(better,)),
    )
    assert model_at(models).portraits == (better,)
