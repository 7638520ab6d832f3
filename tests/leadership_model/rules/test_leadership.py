"""X4: both heads changed within a few months; X6: a third of a team at once. (T1: test_terms.)"""

import pytest

from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.rules.state import check_teams
from tests.leadership_model.rules.county import AS_OF, BOOK, M, county, person, seated, sit
from tests.leadership_model.rules.test_state import answers, found

HEADS = [person("p1"), person("p2", name="王甲")]
COMMITTEE = [
    Team(id="c", unit="u", name="青石县委", category="县级党委", area="青石县",
         quota_head=1, quota_deputy=0, term_start=M("2022-06")),
    Post(id="sec", team="c", name="书记", role="正职", level="县处级正职"),
]  # fmt: skip


def both(one, two, **committee):
    return [*HEADS, *COMMITTEE, sit("sec", "p1", one), sit("head", "p2", two)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2026-03", "2026-05", ["fail"]),  # two months apart
        ("2026-05", "2026-03", ["fail"]),
        ("2026-03", "2026-03", ["fail"]),
        ("2026-03", "2026-06", []),  # three months apart
        ("2025-11", "2025-10", []),  # a year ago
        ("2025-12", "2025-11", ["fail"]),
        ("2020-01", "2026-03", []),
    ],
)
def test_two_heads_at_once(one, two, expected):
    assert answers("X4", *both(one, two)) == expected


def test_around_the_beginning_of_a_term_it_is_usual():
    at_term = both("2022-06", "2022-07")
    assert answers("X4", *at_term, as_of=M("2022-08")) == []
    later = both("2023-01", "2023-02")
    assert answers("X4", *later, as_of=M("2023-03")) == ["fail"]


def test_one_person_in_both_seats_is_no_change_together():
    seats = [*HEADS, *COMMITTEE, sit("sec", "p1", "2026-05"), sit("head", "p1", "2026-05")]
    assert answers("X4", *seats) == []


def test_an_empty_or_foreign_seat_is_not_asked():
    assert answers("X4", *HEADS, *COMMITTEE, sit("sec", "p1", "2026-05")) == []
    seats = [*HEADS, *COMMITTEE, sit("sec", "p1", "2026-05"), sit("head", None, "2026-05")]
    assert answers("X4", *seats) == []


def test_it_names_both_people_and_stands_at_the_committee():
    (one,) = found("X4", *both("2026-03", "2026-05"))
    assert one.evidence == "青石县党委正职2026.03、政府正职2026.05任职。"
    assert len(one.people) == 2


def test_two_counties_do_not_meet():
    there = Team(id="d", unit="u", name="白水县委", category="县级党委", area="白水县",
                 term_start=M("2022-06"))  # fmt: skip
    post = Post(id="s2", team="d", name="书记", role="正职", level="县处级正职")
    tenure = Tenure(id="x", post="s2", person="p1", start=AS_OF - 2)
    assert answers("X4", *HEADS, there, post, tenure, sit("head", "p2", "2026-10")) == []


# X6 --------------------------------------------------------------------------------------------


def came(*since, full=False, **more):
    """Ask of deputies who came in these months; None = nobody knows."""
    people = [person(f"p{i}") for i in range(len(since))]
    seats = [
        Tenure(id=f"t{i}", post=f"dep{i + 1}", person=f"p{i}", start=AS_OF - month)
        for i, month in enumerate(since)
    ]
    snapshot = county(*people, *seats, **more)
    found = check_teams(seated(snapshot), BOOK, (0,), full=full)
    return [each for each in found if each.rule == "X6"]


def test_a_third_of_the_team_is_allowed():
    (one,) = came(3, 40, 40, full=True)
    assert (one.result, one.have, one.need) == ("pass", "近6个月新任1名", "不超过1名")
    assert came(3, 40, 40) == []


def test_more_than_a_third_names_those_who_came():
    (one,) = came(3, 5, 40)
    assert (one.result, one.people, one.severity) == ("fail", (0, 1), "warn")


def test_whoever_sat_in_the_team_before_is_not_new():
    former = Tenure(id="x", post="head", person="p0", start=AS_OF - 30, end=AS_OF - 3)
    people = [person("p0"), person("p1"), person("p2")]
    seats = [
        Tenure(id=f"t{i}", post=f"dep{i + 1}", person=f"p{i}", start=AS_OF - m)
        for i, m in enumerate((3, 5, 40))
    ]
    snapshot = county(*people, *seats, former)
    assert [e for e in check_teams(seated(snapshot), BOOK, (0,)) if e.rule == "X6"] == []


def test_around_the_beginning_of_a_term_many_may_come():
    assert came(3, 5, 40, team={"term_start": AS_OF - 4}) == []
    assert len(came(3, 5, 40, team={"term_start": AS_OF - 24})) == 1
