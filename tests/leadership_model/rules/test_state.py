import pytest

from leadership_model.people.person import Kinship
from leadership_model.people.seating import VACANT
from leadership_model.people.tenure import Tenure
from leadership_model.rules.book import with_settings
from leadership_model.rules.state import check, check_teams
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_recusal import BELOW, DESK

HEAD = person("p0", level="县处级正职")
SEATED = [HEAD, person("p1"), sit("head", "p0"), sit("dep1", "p1")]


def found(rule, *records, as_of=AS_OF, book=BOOK, **more):
    snapshot = county(*records, **more)
    return [each for each in check(seated(snapshot, as_of), book) if each.rule == rule]


def answers(*arguments, **named):
    return [each.result for each in found(*arguments, **named)]


def test_a_sound_team_has_no_results():
    assert check(seated(county(*SEATED)), BOOK) == ()


# N1, N2 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("quota", "expected"), [(1, []), (0, ["fail"]), (None, ["unknown"])])
def test_quota_of_deputies(quota, expected):
    assert answers("N1", *SEATED, team={"quota_deputy": quota}) == expected


def test_quota_result_names_people_and_field():
    (one,) = found("N1", *SEATED, team={"quota_deputy": 0})
    assert (one.people, one.field, one.team, one.post) == ((1,), "quota_deputy", 0, -1)
    assert one.evidence == "副职核定0名、实配1名，超配1名。"


def test_one_holder_of_two_seats_counts_once_and_an_outsider_counts():
    two = [*SEATED, sit("dep2", "p1")]
    assert answers("N1", *two, team={"quota_deputy": 1}) == []
    assert answers("N1", *two, sit("dep3", None), team={"quota_deputy": 1}) == ["fail"]


def test_unknown_quota_of_nobody_says_nothing():
    assert answers("N1", HEAD, sit("head", "p0"), team={"quota_deputy": None}) == []


def test_secondment_takes_no_quota():
    third = Tenure(id="x", post="dep2", person="p1", kind="挂职", start=M("2025-01"))
    assert answers("N1", *SEATED, third, team={"quota_deputy": 1}) == []


def test_empty_seat_of_the_head():
    (one,) = found("N2", person("p1"), sit("dep1", "p1"))
    assert (one.result, one.have, one.people) == ("fail", "县长空缺", ())


@pytest.mark.parametrize("kind", ["代理", "主持工作", "兼任"])
def test_acting_heads_fill_the_seat(kind):
    assert answers("N2", HEAD, sit("head", "p0", kind=kind)) == []


def test_secondment_and_nomination_leave_it_empty():
    assert answers("N2", HEAD, sit("head", "p0", kind="挂职")) == ["fail"]
    assert answers("N2", HEAD, sit("head", "p0", kind="提名")) == ["fail"]


def test_outsider_fills_the_seat_and_the_month_of_leaving_empties_it():
    assert answers("N2", sit("head", None)) == []
    left = sit("head", "p0", end=AS_OF)
    assert answers("N2", HEAD, left) == ["fail"]
    assert answers("N2", HEAD, left, as_of=AS_OF - 1) == []


def test_a_head_who_is_no_member_is_not_missed():
    assert answers("N2", person("p1"), sit("dep1", "p1"), head={"member": False}) == []


# A1-A3, A5, M1 ---------------------------------------------------------------------------------


def kin(state):
    return Kinship(id="k", person="p1", relative="p0", title="哥哥", state=state)


@pytest.mark.parametrize(("state", "expected"), [("确认", ["fail"]), ("待核", ["unknown"])])
def test_relatives_in_a_team_are_told_once(state, expected):
    (one,) = found("A1", *SEATED, kin(state))
    assert ([one.result], one.people, one.post, one.team) == (expected, (0, 1), -1, 0)


def test_dismissed_relatives_and_seats_in_two_teams():
    assert answers("A1", *SEATED, kin("排除")) == []
    apart = [HEAD, person("p1"), sit("head", "p0"), sit("chief", "p1"), *BELOW, kin("确认")]
    assert answers("A1", *apart) == []
    assert [each.team for each in found("A2", *apart)] == [0, 1]


def test_an_unseated_clerk_is_told_in_the_leaders_team():
    records = [HEAD, person("p1", unit="d"), sit("head", "p0"), *DESK, kin("确认")]
    assert [(each.team, each.people) for each in found("A3", *records)] == [(0, (0, 1))]


def test_home_area_of_present_holders():
    home = {"head": {"area_head": "县"}}
    there = person("p0", level="县处级正职", hometown="青石县")
    (one,) = found("A5", there, sit("head", "p0"), **home)
    assert (one.result, one.people, one.severity) == ("fail", (0,), "forbid")
    assert answers("A5", sit("head", None), **home) == ["unknown"]
    assert answers("A5", **home) == []


def test_autonomous_county_of_present_holders():
    unit = {"area_kind": "自治县", "autonomy": "彝族"}
    assert answers("M1", *SEATED, unit=unit) == ["fail"]
    assert answers("M1", sit("head", None), unit=unit) == ["unknown"]
    assert answers("M1", unit=unit) == []


# X1 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("since", "expected"), [("2016-11", ["fail"]), ("2016-12", [])])
def test_exactly_ten_years_in_the_post(since, expected):
    assert answers("X1", HEAD, sit("head", "p0", since=since)) == expected


def test_ten_years_are_asked_of_party_and_government_leaders_only():
    long = [HEAD, sit("dep1", "p0", since="2010-01")]
    assert answers("X1", *long, team={"category": "市直部门"}) == ["fail"]
    assert answers("X1", *long, team={"category": "县级人大"}) == []
    assert answers("X1", *long, deputy={"role": "其他"}) == []
    assert answers("X1", sit("head", None, since="2010-01")) == []
    off = with_settings([Setting("X1", active=False)])
    assert answers("X1", HEAD, sit("head", "p0", since="2010-01"), book=off) == []


def test_the_parameter_sets_the_years_of_rotation():
    book = with_settings([Setting("X1", parameters='{"months": 60}')])
    assert answers("X1", HEAD, sit("head", "p0", since="2021-11"), book=book) == ["fail"]
    assert answers("X1", HEAD, sit("head", "p0", since="2021-12"), book=book) == []


# R1 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        ("1966-06", [("fail", "forbid")]),  # due 2026-11, the month itself
        ("1966-07", [("fail", "note")]),  # 2026-12
        ("1966-11", [("fail", "note")]),  # 2027-05 = six months on
        ("1966-12", []),  # 2027-06
    ],
)
def test_retirement_of_present_holders(birth, expected):
    who = person("p0", level="县处级正职", birth=M(birth))
    results = found("R1", who, sit("head", "p0"))
    assert [(each.result, each.severity) for each in results] == expected


def test_retirement_result_names_the_month():
    who = person("p0", birth=M("1966-07"))
    (one,) = found("R1", who, sit("head", "p0"))
    assert one.month == M("2026-12")
    assert one.have == "2026.12到龄"


# P1 --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "fields", "expected"),
    [
        ("2025-12", {"promoted": True}, ["fail"]),
        ("2025-11", {"promoted": True}, []),
        ("2025-12", {"promoted": False}, []),
        ("2025-12", {"promoted": None}, ["unknown"]),
        ("2025-11", {"promoted": None}, []),
        ("2025-12", {"promoted": True, "kind": "兼任"}, ["fail"]),
        ("2025-12", {"promoted": True, "kind": "代理"}, []),
        ("2025-12", {"promoted": True, "kind": "主持工作"}, []),
    ],
)
def test_probation(since, fields, expected):
    assert answers("P1", person("p1"), sit("dep1", "p1", since=since, **fields)) == expected


def test_elected_posts_have_no_probation():
    assert answers("P1", HEAD, sit("head", "p0", since="2026-05", promoted=True)) == []


def test_probation_names_the_month_it_ends():
    (one,) = found("P1", person("p1"), sit("dep1", "p1", since="2025-12", promoted=True))
    assert one.month == M("2026-12")
    assert one.have == "试用期内，2026.12期满"


# Some teams, all teams, passes -----------------------------------------------------------------


def busy():
    return county(
        *BELOW,
        person("p0", level="县处级正职", birth=M("1960-01")),
        person("p1", birth=None),
        sit("head", "p0", since="2010-01"),
        sit("dep1", "p1", since="2026-01", promoted=True),
        sit("staff", None),
        kin("确认"),
        team={"quota_deputy": 0},
    )


def test_all_teams_are_the_teams_one_by_one():
    seating = seated(busy())
    whole = check(seating, BOOK)
    assert len(whole) >= 6
    parts = [each for t in range(2) for each in check_teams(seating, BOOK, (t,))]
    assert list(whole) == parts
    assert check_teams(seating, BOOK, (1, 0, 1)) == whole
    assert check_teams(seating, BOOK, ()) == ()


def test_passes_come_only_when_asked_for():
    seating = seated(busy())
    full = check_teams(seating, BOOK, (0, 1), full=True)
    assert tuple(each for each in full if each.result != "pass") == check(seating, BOOK)
    passed = {"A2", "A3", "N1", "N2", "T1", "T2", "T3", "T4", "X1", "X2", "X6"}
    assert {each.rule for each in full if each.result == "pass"} == passed
    assert all(each.have and each.need and each.evidence for each in full)


def test_a_rule_switched_off_is_not_asked():
    off = with_settings([Setting(each.id, active=False) for each in BOOK.rules])
    assert check(seated(busy()), off) == ()


def test_another_seating_of_the_same_snapshot_is_asked_anew():
    seating = seated(county(*SEATED, team={"quota_deputy": 0}))
    assert [each.rule for each in check(seating, BOOK)] == ["N1"]
    assert check(seating.with_holders({1: VACANT}), BOOK) == ()


def test_a_tenure_without_a_beginning_leaves_both_unknown():
    for rule in ("X1", "P1"):
        held = Tenure(id="x", post="dep1", person="p1", promoted=True)
        assert answers(rule, person("p1"), held) == ["unknown"]
