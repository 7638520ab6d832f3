import pytest

from leadership_model.people.person import Kinship, Relative
from leadership_model.rules.kinship import candidates, kinships
from tests.leadership_model.rules.county import M, county, person

HUSBAND, WIFE = person("p1", name="王大山"), person("p2", name="李小河", birth=M("1980-02"))


def line(**fields):
    given = {"person": "p1", "title": "妻子", "name": "李小河", "birth": M("1980-02")}
    return Relative(id="r", **{**given, **fields})


def decided(state, one="p2", two="p1"):
    return Kinship(id="k", person=one, relative=two, state=state)


def found(*records):
    return kinships(county(HUSBAND, WIFE, *records)).of


def test_name_and_birth_month_make_a_candidate_on_both_sides():
    of = found(line())
    assert [(kin.other, kin.confirmed, kin.title) for kin in of[0]] == [(1, False, "妻子")]
    assert [(kin.other, kin.confirmed) for kin in of[1]] == [(0, False)]


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "李小"},
        {"birth": M("1980-03")},
        {"birth": None, "birth_year": 1980},
        {"deceased": True},
        {"title": "同学"},
        {"name": "王大山", "birth": M("1978-05")},
    ],
)
def test_what_is_no_candidate(fields):
    assert found(line(**fields)) == {}


def test_a_line_without_title_is_a_candidate_all_the_same():
    assert candidates(county(HUSBAND, WIFE, line(title=None))) == {(0, 1): "称谓待核"}


@pytest.mark.parametrize(("one", "two"), [("p1", "p2"), ("p2", "p1")])
def test_a_decision_goes_before_in_either_direction(one, two):
    assert found(line(), decided("排除", one, two)) == {}
    assert found(line(), decided("确认", one, two))[0][0].confirmed
    assert not found(line(), decided("待核", one, two))[0][0].confirmed


def test_a_confirmed_relation_needs_no_line():
    assert found(decided("确认"))[1][0].other == 0
    assert found(decided("排除")) == {}
