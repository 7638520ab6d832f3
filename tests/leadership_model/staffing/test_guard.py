from fractions import Fraction

import numpy as np
import pytest

from leadership_model.people.person import Kinship
from leadership_model.people.tenure import Tenure
from leadership_model.staffing import guard, kin
from leadership_model.staffing.options import Options
from leadership_model.staffing.problem import build
from tests.leadership_model.staffing.small import AS_OF, M, person, sit, team, world

USUAL = Options()


def pins(*records, options=USUAL):
    base = world(*(person(f"p{at}") for at in range(6)), *records)
    found = guard.pins(base.seating, base.book, options)
    return {base.post_ids[post]: reason for post, reason in found.items()}


SEATS = list(team("t", [{}, {}, {}, {}], place="政府", term_start=M("2021-11")))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([sit("t0", "p0")], {"t0": "四套班子正职"}),
        ([sit("t1", "p0")], {}),
        ([sit("t1", "p0", since="2025-12")], {"t1": "试用期内或试用期待核"}),
        (
            [Tenure(id="a", post="t1", person="p0", start=AS_OF - 11, promoted=False)],
            {"t1": "任现职不满一年"},
        ),
        ([sit("t1", "p0", since="2025-11")], {}),
        (
            [Tenure(id="a", post="t1", person="p0", start=AS_OF - 6, promoted=True)],
            {"t1": "试用期内或试用期待核"},
        ),
        ([Tenure(id="a", post="t1", outsider="某某", start=AS_OF - 60)], {"t1": "库外人员"}),
        (
            [
                sit("t1", "p0", since="2023-01"),
                Tenure(id="b", post="t2", person="p0", start=M("2020-01"), end=M("2023-01")),
            ],
            {"t1": "本届内已调整过"},
        ),
        (
            [
                sit("t1", "p0", since="2021-11"),
                Tenure(id="b", post="t2", person="p0", start=M("2018-01"), end=M("2021-10")),
            ],
            {},
        ),
        (
            [
                sit("t1", "p0"),
                Tenure(id="b", post="t3", person="p0", kind="挂职", start=M("2024-01")),
            ],
            {"t1": "挂职"},
        ),
    ],
)
def test_who_is_pinned(records, expected):
    assert pins(*SEATS, *records) == expected


def test_pins_are_lifted_and_set_by_hand():
    base = [*SEATS, sit("t0", "p0"), sit("t1", "p1")]
    assert pins(*base, options=Options(unpinned=frozenset({0}))) == {}
    assert pins(*base, options=Options(unpinned=frozenset({0}), pinned=frozenset({1}))) == {
        "t1": "已固定"
    }


def test_outsiders_cannot_be_freed():
    out = Tenure(id="a", post="t1", outsider="某某", start=AS_OF - 60)
    assert "t1" in pins(*SEATS, out, options=Options(unpinned=frozenset({1})))


@pytest.mark.parametrize(
    ("own", "absent", "new", "expected"),
    [
        ("县处级副职", "", "县处级副职", True),
        ("乡科级正职", "", "县处级副职", True),
        ("县处级正职", "", "县处级副职", False),
        (None, "level", "乡科级副职", True),
        (None, "", "县处级副职", None),
        ("县处级副职", "", None, None),
    ],
)
def test_levels_only_rise(own, absent, new, expected):
    base = world(person("p0", level=own, absent=absent), *team("t", [{}, {"level": new}]))
    sure, possible = guard.keeps_level(base.seating, np.array([0]), np.array([1]))
    assert (bool(sure[0]), bool(possible[0])) == (expected is True, expected is not False)


def test_an_unrecorded_level_is_that_of_the_present_seat():
    base = world(person("p0", level=None), *team("t", [{}, {}]), sit("t0", "p0"))
    _, possible = guard.keeps_level(base.seating, np.array([0]), np.array([1]))
    assert not possible[0]


@pytest.mark.parametrize(("members", "most"), [(1, 1), (5, 1), (6, 2), (11, 3), (12, 4)])
def test_at_most_a_third_changes(members, most):
    assert guard.allowed_changes(members, Fraction(1, 3)) == most


def test_no_change_at_all_can_be_asked_for():
    assert guard.allowed_changes(9, Fraction(0)) == 0


def relatives(state, *records, options=USUAL):
    crowd = [person("p0"), person("p1", birth="1980-01"), person("p2", birth="1982-01")]
    bond = Kinship(id="k", person="p0", relative="p1", title="兄", state=state)
    base = world(*crowd, bond, *team("t", [{}, {}, {}], quota=(0, 2)), *records)
    problem = build(base, [base.snapshot.teams.positions["t"]], options)
    return base, problem


def names(base, problem, place):
    return [base.person_ids[p] for p in problem.board.person[problem.board.of_place(place)]]


@pytest.mark.parametrize("state", ["确认", "待核"])
def test_a_relative_who_stays_bars_the_other(state):
    base, problem = relatives(state, sit("t1", "p1"))
    assert names(base, problem, 1) == ["p2"]
    assert dict(problem.refusals[1])["亲属回避（A1—A3，含未确认的）"] == 1
    assert problem.clashes == ()


def test_two_candidates_are_kept_apart():
    base, problem = relatives("确认")
    apart = [each for each in problem.clashes if each.apart]
    assert apart
    for each in apart:
        pairs = (each.pair, *each.others)
        assert {base.person_ids[problem.board.person[pair]] for pair in pairs} == {"p0", "p1"}
        assert len({int(problem.board.place[pair]) for pair in pairs}) == 2


def test_dismissed_kinship_bars_nobody():
    base, problem = relatives("排除", sit("t1", "p1"))
    assert "p0" in names(base, problem, 1)


def test_unconfirmed_kinship_can_be_passed_over():
    options = Options(unconfirmed_kin=True)
    base, problem = relatives("待核", sit("t1", "p1"), options=options)
    assert "p0" in names(base, problem, 1)
    base, problem = relatives("确认", sit("t1", "p1"), options=options)
    assert "p0" not in names(base, problem, 1)


def test_the_three_rules_are_those_about_two_people():
    assert kin.RULES == ("A1", "A2", "A3")
