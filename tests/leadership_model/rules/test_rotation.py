"""X2, X3, X5, X7 at their borders."""

import pytest

from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import with_settings
from tests.leadership_model.rules.county import AS_OF, M, person, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_state import answers, found
from tests.leadership_model.rules.test_terms import TERM, row

P1 = person()


def ago(months, post="dep1", **fields):
    """P1 in a post for so many months."""
    return Tenure(id="t", post=post, person="p1", start=AS_OF - months, **fields)


# X2 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("months", "expected"), [(119, []), (120, ["fail"])])
def test_ten_years_in_the_present_post(months, expected):
    assert answers("X2", P1, ago(months)) == expected


@pytest.mark.parametrize(("begun", "expected"), [("2014-11", ["fail"]), ("2014-12", [])])
def test_earlier_posts_of_the_area_count_and_overlaps_count_once(begun, expected):
    # begun..2017-11 and the present post since 2019-11: 36 + 84 months; one row lies within
    rows = [row(begun, "2017-11"), row("2015-01", "2016-01")]
    assert answers("X2", P1, *rows, sit("dep1", "p1", "2019-11")) == expected


@pytest.mark.parametrize(
    "other",
    [
        {"area": "白水县"},
        {"level": "乡科级正职"},
        {"unit_kind": "县直部门"},
        {"kind": "学习"},
        {"secondment": True},
    ],
)
def test_what_is_elsewhere_or_something_else_does_not_count(other):
    rows = [row("2010-11", "2019-11", **other)]
    assert answers("X2", P1, *rows, sit("dep1", "p1", "2019-11")) == []


@pytest.mark.parametrize("gap", [{"area": None}, {"unit_kind": None}, {"sure": 40}])
def test_a_row_that_may_count_leaves_it_open(gap):
    rows = [row("2010-11", "2019-11", **gap)]
    assert answers("X2", P1, *rows, sit("dep1", "p1", "2019-11")) == ["unknown"]


def test_the_sentence_names_area_level_and_time():
    (one,) = found("X2", P1, ago(125))
    assert one.evidence == "按登记和简历，在青石县党政领导班子任县处级副职累计10年5个月。"


def test_congress_and_departments_are_not_asked():
    assert answers("X2", P1, ago(200), team={"category": "县级人大"}) == []
    assert answers("X2", P1, ago(200), team={"category": "市直部门"}) == []


# X3 --------------------------------------------------------------------------------------------


def promoted(months=11, **before):
    given = {"level": "乡科级正职", "unit_kind": "乡镇", **before}
    return [P1, row("2015-01", "2025-12", **given), ago(months, promoted=True)]


@pytest.mark.parametrize(("months", "expected"), [(11, ["fail"]), (12, [])])
def test_promoted_at_home_within_the_last_year(months, expected):
    assert answers("X3", *promoted(months)) == expected


def test_whoever_comes_from_elsewhere_is_as_planned():
    assert answers("X3", *promoted(area="白水县")) == []
    assert answers("X3", *promoted(area="市直")) == []


def test_the_last_post_before_decides():
    earlier = row("2010-01", "2014-12", area="白水县")
    assert answers("X3", *promoted(), earlier) == ["fail"]


def test_an_unknown_place_before_is_unknown():
    assert answers("X3", *promoted(area=None)) == ["unknown"]
    assert answers("X3", P1, ago(3, promoted=True)) == ["unknown"]


def test_who_was_not_promoted_is_not_asked():
    rows = [P1, row("2015-01", "2025-12"), ago(3, promoted=False)]
    assert answers("X3", *rows) == []


# X5 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("months", "expected"), [(59, []), (60, ["fail"])])
@pytest.mark.parametrize("kind", ["纪委书记", "组织", "法院正职", "检察院正职"])
def test_five_years_in_a_watched_post(kind, months, expected):
    post = {"area_head": "县", "post_kind": kind}
    assert answers("X5", P1, ago(months), deputy=post) == expected


@pytest.mark.parametrize("kind", ["党委书记", "行政正职"])
def test_the_two_heads_are_not_meant(kind):
    assert answers("X5", P1, ago(90), deputy={"area_head": "县", "post_kind": kind}) == []


def test_heads_of_units_that_do_such_work_are_meant():
    desk = Unit(id="u2", name="青石县审计局", kind="县直部门", area="青石县", personnel=True)
    team = {"unit": "u2", "category": "县直部门"}
    assert answers("X5", P1, desk, ago(60, "head"), team=team) == ["fail"]
    assert answers("X5", P1, desk, ago(60, "dep1"), team=team) == []
    assert answers("X5", P1, ago(60, "head"), team={"category": "县直部门"}) == []


def test_the_five_years_are_a_parameter():
    book = with_settings([Setting("X5", parameters='{"months": 84}')])
    post = {"area_head": "县", "post_kind": "组织"}
    assert answers("X5", P1, ago(83), deputy=post, book=book) == []
    assert answers("X5", P1, ago(84), deputy=post, book=book) == ["fail"]


# X7 --------------------------------------------------------------------------------------------

SECRETARY = {"post_kind": "纪委书记"}
COMMITTEE = {"category": "县级党委", **TERM}


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2018-11", ["fail"]),  # 37 months of the term that ended in 2021-12
        ("2018-12", []),  # 36 months are no full term
        ("2021-12", []),  # the present term is not over
    ],
)
def test_discipline_secretary_after_one_term(since, expected):
    seats = [P1, sit("dep1", "p1", since)]
    assert answers("X7", *seats, team=COMMITTEE, deputy=SECRETARY) == expected


def test_discipline_secretary_without_a_term_on_record():
    team = {**COMMITTEE, "term_start": None}
    assert answers("X7", P1, ago(36), team=team, deputy=SECRETARY) == []
    assert answers("X7", P1, ago(60), team=team, deputy=SECRETARY) == ["unknown"]


def test_only_secretaries_of_county_committees_are_meant():
    seats = [P1, sit("dep1", "p1", "2010-01")]
    assert answers("X7", *seats, team=COMMITTEE) == []
    assert answers("X7", *seats, team={**COMMITTEE, "category": "乡镇"}, deputy=SECRETARY) == []


def test_who_leaves_a_place_begins_anew():
    gone = Tenure(id="a", post="dep1", person="p1", start=M("2005-01"), end=M("2010-01"))
    back = sit("dep1", "p1", "2024-01")
    post = {"area_head": "县", "post_kind": "组织"}
    assert answers("X5", P1, gone, back, deputy=post) == []
