"""Figures of groups, the same fault in many teams, and what turned since a month."""

from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model.assessment.comparing import came_and_left, faults, measures
from leadership_model.assessment.standing import ranked
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.turns import since, under
from leadership_model.conditions.tree import Compare
from leadership_model.rules.rule import RuleResult
from leadership_model.structure.requirement import Count, Filled
from tests.leadership_model.assessment.test_forecast import AS_OF, MODEL, a_seat, asked, city

WOMEN = asked("women", Count(Compare("性别", "=", "女")), lo=1)
FILLED = asked("filled", Filled(), 2)
PLAIN = (replace(MODEL, requirements=(WOMEN, FILLED)),)


def of(found, id):
    return next(each for each in found if each.id == id)


def three():
    """Team 0: a man and a woman; team 1: a man and an empty seat; team 2: nobody known."""
    return city(
        a_seat(),
        a_seat(sex="女"),
        a_seat(team=1),
        a_seat(team=1, end=AS_OF - 1, since=AS_OF - 9),
        a_seat(team=2, sex=None),
        models=PLAIN,
    )


def test_a_group_in_figures():
    world = three()
    survey = assess_all(world)
    found = measures(survey)
    assert of(found, "teams").low == 3
    assert of(found, "state:green").behind == (0,)
    assert of(found, "vacant").behind == (3,)
    assert of(found, "vacant").kind == "posts"
    assert (of(found, "filled").low, of(found, "filled").behind) == (4 / 5, (1,))
    women = of(found, "requirement:women")
    assert (women.low, women.high, women.of, women.behind) == (1 / 3, 2 / 3, 3, (1, 2))
    lows = [each.score_low for each in survey]
    assert of(found, "score").low == sum(lows) / 3


def test_without_a_model_it_is_said_and_nothing_is_averaged():
    world = city(a_seat(), models=())
    found = measures(assess_all(world)[:1])
    assert of(found, "state:unconfigured").behind == (0,)
    assert of(found, "score").low is None
    assert of(found, "score").behind == ()
    (fault,) = [each for each in faults(world, assess_all(world)) if each.kind == "unconfigured"]
    assert [place.team for place in fault.places] == [0, 1, 2]


def test_the_same_fault_is_listed_with_its_teams():
    world = three()
    found = faults(world, assess_all(world))
    red = next(each for each in found if (each.kind, each.id) == ("requirement", "women"))
    assert [place.team for place in red.places] == [1]
    assert red.of == 3
    doubt = next(each for each in found if each.kind == "doubt")
    assert [(place.team, place.people) for place in doubt.places] == [(2, (4,))]
    empty = next(each for each in found if each.kind == "vacancy")
    assert [(place.team, place.posts) for place in empty.places] == [(1, (3,))]
    sizes = [len(each.places) for each in found]
    assert sizes == sorted(sizes, reverse=True)


def test_two_seats_empty_in_one_team_are_one_place():
    gone = {"end": AS_OF - 1, "since": AS_OF - 9}
    world = city(a_seat(**gone), a_seat(**gone), models=PLAIN)
    empty = next(each for each in faults(world, assess_all(world)) if each.kind == "vacancy")
    assert [(place.team, place.posts) for place in empty.places] == [(0, (0, 1))]


def test_who_came_and_who_left():
    world = city(a_seat(), a_seat(since=AS_OF - 3), a_seat(end=AS_OF - 2, since=AS_OF - 9))
    assert came_and_left(world.at(AS_OF - 5), world, 0) == ((1,), (2,))


def test_what_turned_since_a_month_names_people_and_requirements():
    world = city(a_seat(), a_seat(sex="女", since=AS_OF - 3), a_seat(team=1), models=PLAIN)
    (turned,) = since(world, AS_OF - 6, assess_all(world))
    assert (turned.team, turned.came, turned.left) == (0, (1,), ())
    assert turned.moved
    assert turned.gain is not None
    assert turned.gain > 0
    assert {each.label for each in turned.changes} == {"women", "filled"}
    assert {each.month for each in turned.changes} == {AS_OF}


def test_a_later_month_is_after():
    world = city(a_seat(end=AS_OF + 3), a_seat(), models=PLAIN)
    (turned,) = since(world, AS_OF + 5, assess_all(world))
    assert (turned.left, turned.came) == ((0,), ())
    assert turned.gain is not None
    assert turned.gain < 0


def test_nothing_turned_in_the_same_month():
    world = three()
    assert since(world, AS_OF, assess_all(world)) == ()


def test_under_another_version():
    world = three()
    known = {each.team: each for each in assess_all(world)}
    strict = replace(PLAIN[0], version=2, requirements=(replace(WOMEN, lo=Fraction(2)), FILLED))
    found = under(world, strict, known)
    assert found[0].team == 0
    (change,) = found[0].changes
    assert (change.label, change.before, change.after) == ("women", "green", "yellow")
    assert under(world, PLAIN[0], known) == ()


@pytest.mark.parametrize("size", [1, 7, 30])
def test_ranks_count_who_is_surely_above(size):
    survey = assess_all(three())
    ends = [(float((i * 7) % 20), float((i * 7) % 20 + i % 4)) for i in range(size)]
    group = [replace(survey[0], team=i, score_low=a, score_high=b) for i, (a, b) in enumerate(ends)]
    for each, standing in ranked(group):
        above = sum(other.score_low > each.score_high for other in group)
        below = sum(other.score_high < each.score_low for other in group)
        assert standing is not None
        assert standing.rank == above + 1
        assert standing.tied == (above + below + 1 < size)


@pytest.mark.parametrize(
    ("rule", "severity", "told"),
    [
        ("P1", "warn", False),  # on probation: it runs
        ("T1", "note", False),  # the term ends soon
        ("T1", "warn", True),  # it is over
        ("R1", "note", False),
        ("R1", "forbid", True),
        ("X1", "warn", True),
        ("S1", "note", True),  # a sanction in force
    ],
)
def test_what_only_reminds_is_no_fault_of_a_team(rule, severity, told):
    world = three()
    result = RuleResult(rule=rule, result="fail", severity=severity, waiver="none", team=0)
    group = [replace(assess_all(world)[0], rules=(result,))]
    found = [each for each in faults(world, group) if each.kind == "rule"]
    assert [each.id for each in found] == ([rule] if told else [])
