"""Why a verdict changes: who left by which rule, who counts no more, whose age grew."""

from dataclasses import replace

from leadership_model import months
from leadership_model.assessment.causes import Cause, changes, rule_of
from leadership_model.assessment.events import events
from leadership_model.assessment.forecast import forecast
from leadership_model.assessment.leaving import RETIRE
from leadership_model.conditions.tree import Compare
from leadership_model.elements import catalogue
from leadership_model.structure.requirement import Average, Count, Every, Filled, Share
from tests.leadership_model.assessment.test_forecast import AS_OF, MODEL, a_seat, asked, city


def why(world, ahead=24, team=0):
    return changes(world, forecast(world, ahead), team)


def with_requirement(*requirements):
    return (replace(MODEL, requirements=requirements),)


def test_a_seat_left_names_the_person_and_the_rule():
    filled = with_requirement(asked("filled", Filled(), 2))
    world = city(a_seat(early=AS_OF + 3), a_seat(), models=filled)
    (found,) = why(world)
    assert (found.month, found.before, found.after) == (AS_OF + 3, "green", "yellow")
    assert found.causes == (Cause("left", 0, RETIRE),)


def test_who_grows_too_old_counts_no_more():
    young = with_requirement(asked("young", Count(Compare("年龄", "<=", 45)), lo=1))
    birth = AS_OF - 46 * 12 + 5
    (found,) = why(city(a_seat(birth=birth), models=young))
    assert (found.month, found.after) == (AS_OF + 5, "red")
    assert found.causes == (Cause("drops", 0, "", "年龄 <= 45"),)


def test_who_has_served_long_enough_counts():
    long = with_requirement(asked("long", Share(Compare("任现职月数", ">=", 60)), hi="1/2"))
    (found,) = why(city(a_seat(since=AS_OF - 50), models=long))
    assert (found.month, found.before, found.after) == (AS_OF + 10, "green", "red")
    assert found.causes == (Cause("counts", 0, "", "任现职月数 >= 60"),)


def test_near_the_retirement_month_the_rule_is_named():
    due = with_requirement(asked("due", Count(Compare("距到龄月数", "<=", 6)), hi=0))
    world = city(a_seat(birth=months.of(1967, 1)), models=due)
    first = why(world)[0]
    assert [(each.kind, each.person, each.rule) for each in first.causes] == [("counts", 0, RETIRE)]


def test_a_mean_names_who_is_a_year_older():
    mean = with_requirement(asked("mean", Average("年龄"), hi=50))
    birth = AS_OF - 51 * 12 + 2
    (found, *_) = why(city(a_seat(birth=birth), models=mean))
    assert found.month == AS_OF + 2
    assert found.causes == (Cause("time", 0, "", "年龄"),)


def test_another_version_is_a_cause():
    strict = replace(
        MODEL, version=2, effective=AS_OF + 4, requirements=(asked("filled", Filled(), 5),)
    )
    world = city(a_seat(), models=(*with_requirement(asked("women", Filled(), 1)), strict))
    found = why(world)
    assert {each.month for each in found} == {AS_OF + 4}
    assert {each.causes for each in found} == {(Cause("model"),)}


def test_the_records_end_a_tenure():
    filled = with_requirement(asked("filled", Filled(), 2))
    (found,) = why(city(a_seat(end=AS_OF + 6), a_seat(), models=filled))
    assert (found.month, found.causes) == (AS_OF + 6, (Cause("went", 0),))


def test_the_records_begin_a_tenure():
    women = with_requirement(asked("women", Count(Compare("性别", "=", "女")), lo=1))
    (found,) = why(city(a_seat(), a_seat(sex="女", since=AS_OF + 4), models=women))
    assert (found.month, found.causes) == (AS_OF + 4, (Cause("came", 1),))


def test_sanctions_have_a_rule():
    clean = asked("clean", Every(Compare("处分影响期内", "=", "否")))
    assert rule_of(clean, catalogue.shipped()) == "S"
    assert rule_of(asked("filled", Filled(), 1), catalogue.shipped()) == ""


def test_probation_and_sanctions_end_and_ages_come():
    world = city(a_seat(sanctioned=AS_OF - 3), a_seat(birth=months.of(1966, 12)))
    found = events(world, 0, AS_OF + 24, (RETIRE,))
    told = [(each.month, each.turn, each.result.rule) for each in found]
    ends = [each for each in told if each[2].startswith("S") and each[1] == "ends"]
    assert len(ends) == 1
    comes = [each for each in found if each.result.rule == "R1" and each.turn == "comes"]
    assert [each.result.severity for each in comes] == ["note"]
    assert not any(each[2] == "R1" and each[1] == "ends" for each in told)  # the seat is left then


def test_nothing_is_foreseen_beyond_the_last_month():
    world = city(a_seat(sanctioned=AS_OF - 3))
    assert all(AS_OF < each.month <= AS_OF + 2 for each in events(world, 0, AS_OF + 2))
