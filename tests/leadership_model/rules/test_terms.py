"""T1-T4 at their borders. The county's government has its term from the month given."""

import numpy as np
import pytest

from leadership_model.people.career import CareerEntry
from leadership_model.people.tenure import Tenure
from leadership_model.rules.state import check
from leadership_model.rules.terms import in_scope
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated, sit
from tests.leadership_model.rules.test_qualification import ask
from tests.leadership_model.rules.test_state import answers, found

TERM = {"term_start": M("2021-12")}
P1 = person(level_since=M("2018-03"))


def row(start, end=None, level="县处级副职", **fields):
    """One career row of p1, surely read."""
    given = {"person": "p1", "line": 0, "text": start, "area": "青石县", "unit_kind": "县级政府"}
    end = None if end is None else M(end)
    return CareerEntry(id=f"c{start}", start=M(start), end=end, level=level, **{**given, **fields})


# T1 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-05", []),  # seven months before the end
        ("2026-06", [("fail", "note")]),  # six months before
        ("2026-11", [("fail", "note")]),  # the last month of the term
        ("2026-12", [("fail", "warn")]),
        ("2027-03", [("fail", "warn")]),
    ],
)
def test_the_term_of_the_team(as_of, expected):
    got = found("T1", P1, sit("dep1", "p1"), team=TERM, as_of=M(as_of))
    assert [(each.result, each.severity) for each in got] == expected


def test_a_term_not_on_record_is_unknown_and_a_department_has_none():
    assert answers("T1", team={"term_start": None}) == ["unknown"]
    assert answers("T1", team={"term_months": None, **TERM}) == ["unknown"]
    assert answers("T1", team={"term_start": None, "category": "市直部门"}) == []


def test_the_sentence_names_both_months():
    (one,) = found("T1", team=TERM, as_of=M("2026-12"))
    assert one.evidence == "本届2021.12开始，任期至2026.12，已届满。"
    assert (one.post, one.people) == (-1, ())


# T2 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (["2021-12"], []),  # elected as the term began
        (["2023-01"], []),
        (["2022-05", "2024-01"], ["fail"]),
        (["2021-12", "2024-01"], []),
        (["2020-05", "2024-01"], []),
        (["2022-05", "2024-01", "2025-02"], ["fail"]),
    ],
)
def test_changes_within_a_term(starts, expected):
    tenures = [
        Tenure(
            id=f"t{i}",
            post=f"dep{1 + i}",
            person="p1",
            start=M(start),
            end=M(starts[i + 1]) if i + 1 < len(starts) else None,
        )
        for i, start in enumerate(starts)
    ]
    assert answers("T2", P1, *tenures, team=TERM) == expected


def test_two_seats_taken_in_one_month_are_one_change():
    two = [sit("dep1", "p1", "2023-01"), sit("dep2", "p1", "2023-01")]
    assert answers("T2", P1, *two, team=TERM) == []


def test_secondment_is_no_change():
    second = sit("dep2", "p1", "2024-01", kind="挂职")
    assert answers("T2", P1, sit("dep1", "p1", "2023-01"), second, team=TERM) == []


# T3 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "as_of", "expected"),
    [
        ("2018-11", "2024-12", []),  # 37 months of the last term, 36 of this one
        ("2018-11", "2025-01", ["fail"]),  # 37 and 37
        ("2018-12", "2026-11", []),  # 36 months of the last term do not count
        ("2011-12", "2021-11", ["fail"]),  # two whole terms but for a month
        ("2016-12", "2021-12", []),  # one term
    ],
)
def test_two_terms_in_the_same_post(since, as_of, expected):
    seats = [P1, sit("dep1", "p1", since)]
    assert answers("T3", *seats, team=TERM, as_of=M(as_of)) == expected


@pytest.mark.parametrize(
    ("months", "expected"), [(73, []), (74, ["unknown"]), (132, ["unknown"]), (133, ["fail"])]
)
def test_without_the_term_on_record_only_the_extremes_are_sure(months, expected):
    tenure = Tenure(id="t", post="dep1", person="p1", start=AS_OF - months)
    assert answers("T3", P1, tenure, team={"term_start": None}) == expected


def test_a_beginning_not_on_record_is_unknown():
    now = seated(county(P1, sit("dep1", "p1"), team=TERM))
    now.since[1] = -1
    assert [each.result for each in check(now, BOOK) if each.rule == "T3"] == ["unknown"]


@pytest.mark.parametrize(("months", "expected"), [(96, []), (97, ["fail"])])
def test_a_head_of_a_department_counts_from_the_appointment(months, expected):
    tenure = Tenure(id="t", post="head", person="p1", start=AS_OF - months)
    team = {"category": "市直部门", "term_start": None}
    assert answers("T3", P1, tenure, team=team) == expected


def test_deputies_of_departments_are_out_of_scope():
    tenure = Tenure(id="t", post="dep1", person="p1", start=AS_OF - 200)
    assert answers("T3", P1, tenure, team={"category": "市直部门", "term_start": None}) == []


def test_scope_is_members_of_county_teams_and_heads():
    assert in_scope(county()).tolist() == [True] * 4
    assert in_scope(county(team={"category": "县级法检"})).tolist() == [True, False, False, False]
    assert not in_scope(county(team={"category": "县级人大"})).any()
    assert not in_scope(county(team={"category": "乡镇"})).any()


def test_somebody_new_to_the_post_has_served_no_term():
    assert ask("T3", P1, post="dep1", team=TERM) is None


# T4 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("months", "expected"), [(179, []), (180, ["fail"])])
def test_fifteen_years_by_the_record(months, expected):
    who = person(level_since=AS_OF - months)
    assert answers("T4", who, sit("dep1", "p1")) == expected


@pytest.mark.parametrize(("begun", "expected"), [("2011-04", ["fail"]), ("2011-05", [])])
def test_fifteen_years_by_the_career_in_two_pieces(begun, expected):
    # 2011-04..2014-04 and 2014-11..2026-11 are 36 + 144 months
    rows = [row(begun, "2014-04"), row("2014-11")]
    who = person(level_since=M("2014-11"))
    assert answers("T4", who, *rows, sit("dep1", "p1")) == expected


def test_years_at_a_higher_level_do_not_count():
    rows = [row("2005-01", "2014-01", level="县处级正职"), row("2014-01")]
    who = person(level_since=M("2014-01"))
    assert answers("T4", who, *rows, sit("dep1", "p1")) == []


def test_without_months_on_record_it_is_unknown():
    who = person(level_since=None, resume=None)
    assert answers("T4", who, sit("dep1", "p1")) == ["unknown"]


def test_it_is_asked_of_an_appointment_at_the_same_level_only():
    long = person(level_since=AS_OF - 180)
    assert ask("T4", long, post="dep1").result == "fail"
    assert ask("T4", long, post="dep1").severity == "warn"
    assert ask("T4", long, post="head") is None


# Laws ------------------------------------------------------------------------------------------


def test_results_do_not_depend_on_the_order_of_records():
    people = [person(f"p{i}", level_since=AS_OF - 170 - 5 * i) for i in range(4)]
    seats = [sit("head", "p0", "2011-12"), *(sit(f"dep{i}", f"p{i}", "2018-11") for i in (1, 2, 3))]

    def told(records):
        snapshot = county(*records, team=TERM)
        name = snapshot.people.raw("id")
        return {
            (each.rule, each.result, tuple(name[p] for p in each.people), each.evidence)
            for each in check(seated(snapshot), BOOK)
        }

    order = np.random.default_rng(1).permutation(4)
    assert told([*people, *seats]) == told([*(people[i] for i in order), *reversed(seats)])
    assert len(told([*people, *seats])) >= 4
