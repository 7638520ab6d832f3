import pytest

from leadership_model.people.person import Kinship
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.rules.appointment import explain
from tests.leadership_model.rules.county import AS_OF, BOOK, at, county, person, seated, sit

KIN = Kinship(id="k", person="p1", relative="p2", title="弟弟", state="确认")
MAYBE = Kinship(id="k", person="p1", relative="p2", title="弟弟", state="待核")
P1, P2 = person("p1"), person("p2")
# A bureau below the county government, and an audit office that works for it.
BELOW = [
    Unit(id="b", name="农业农村局", kind="县直部门", upper="u"),
    Team(id="tb", unit="b", name="农业农村局", category="县直部门", area="青石县"),
    Post(id="chief", team="tb", name="局长", role="正职", level="乡科级正职"),
    Post(id="staff", team="tb", name="总农艺师", role="其他", level="乡科级副职", order=1),
]
DESK = [
    Unit(id="d", name="审计局", kind="县直部门", parent="u", personnel=True),
    Team(id="td", unit="d", name="审计局", category="县直部门", area="青石县"),
    Post(id="auditor", team="td", name="总审计师", role="其他", level="乡科级副职"),
]


def ask(rule, post, *records, **more):
    snapshot = county(P1, *records, **more)
    results = explain(
        BOOK, seated(snapshot), at(snapshot.people, "p1"), at(snapshot.posts, post), AS_OF
    )
    return next(each for each in results if each.rule == rule)


@pytest.mark.parametrize(("kin", "expected"), [(KIN, "fail"), (MAYBE, "unknown"), (None, "pass")])
def test_relatives_in_one_team(kin, expected):
    records = [P2, sit("dep1", "p2"), *([kin] if kin else [])]
    assert ask("A1", "dep2", *records).result == expected


def test_the_relatives_own_seat_would_be_left():
    assert ask("A1", "dep1", P2, sit("dep1", "p2"), KIN).result == "pass"
    both = [P2, sit("dep1", "p2"), sit("dep2", "p2"), KIN]
    assert ask("A1", "dep1", *both).result == "fail"


def test_seats_that_make_no_member_do_not_meet():
    found = ask("A1", "dep2", P2, sit("dep1", "p2"), KIN, deputy={"member": False})
    assert found.result == "pass"


def test_a_relative_in_another_team_is_no_matter_of_a1():
    assert ask("A1", "dep1", P2, *BELOW, sit("chief", "p2"), KIN).result == "pass"


def test_leaders_of_a_body_and_of_the_one_above():
    assert ask("A2", "dep1", P2, *BELOW, sit("chief", "p2"), KIN).result == "fail"
    assert ask("A2", "chief", P2, *BELOW, sit("dep1", "p2"), KIN).result == "fail"
    assert ask("A2", "chief", P2, *BELOW, sit("dep1", "p2"), MAYBE).result == "unknown"


def test_members_who_lead_nothing_stand_in_no_line():
    assert ask("A2", "dep1", P2, *BELOW, sit("staff", "p2"), KIN).result == "pass"
    assert ask("A2", "staff", P2, *BELOW, sit("dep1", "p2"), KIN).result == "pass"


def test_desk_work_where_a_relative_leads():
    assert ask("A3", "dep1", P2, *DESK, sit("auditor", "p2"), KIN).result == "fail"
    assert ask("A3", "auditor", P2, *DESK, sit("dep1", "p2"), KIN).result == "fail"
    assert ask("A3", "auditor", P2, *DESK, *BELOW, sit("chief", "p2"), KIN).result == "pass"


def test_desk_work_without_a_seat():
    clerk = person("p2", unit="d")
    assert ask("A3", "dep1", clerk, *DESK, KIN).result == "fail"
    assert ask("A3", "dep1", person("p2", unit="u"), *DESK, KIN).result == "pass"
    assert ask("A3", "auditor", person("p2", unit="u"), *DESK, KIN).result == "pass"


def test_words_name_the_relative_and_the_seat():
    found = ask("A1", "dep2", P2, sit("dep1", "p2"), KIN)
    assert found.have == "亲属人员p2（弟弟，已确认）"
    assert "任青石县政府副县长1" in found.evidence
    assert "仅就已登记亲属" in ask("A1", "dep2").evidence
