"""人工核查清单: which questions are asked of whom, and the answers beside them."""

import pytest

from leadership_model.people.person import Relative
from leadership_model.people.rule_notes import RuleCheck
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules import checklist
from tests.leadership_model.rules.county import AS_OF, BOOK, M, at, county, person, seated, sit
from tests.leadership_model.rules.test_qualification import row

OF_PERSON = ["K1", "K2", "K4", "K5", "K7", "Q8"]
VILLAGES = row(0, "2001-07", "2005-07")


def asked(*records, as_of=AS_OF, **more):
    """Give the questions of the team beside those asked of everybody."""
    found = checklist.of_teams(seated(county(*records, **more), as_of), BOOK, (0,))
    return [each for each in found if each.rule.id not in OF_PERSON]


def ids(*records, **more):
    return [each.rule.id for each in asked(*records, **more)]


def test_everybody_is_asked_six_questions_once():
    two = [person(), sit("dep1", "p1"), sit("dep2", "p1")]
    found = checklist.of_teams(seated(county(*two)), BOOK, (0,))
    assert [each.rule.id for each in found] == OF_PERSON
    assert {(each.person, each.post, each.month, each.told) for each in found} == {
        (0, -1, AS_OF, "open")
    }


def test_an_empty_team_is_asked_nothing():
    assert checklist.of_teams(seated(county()), BOOK, (0,)) == ()


def test_an_answer_stands_beside_its_question():
    answer = RuleCheck(id="c", rule="K2", person="p1", answer="是", month=AS_OF, entered_by="王某")
    found = checklist.of_teams(seated(county(person(), sit("dep1", "p1"), answer)), BOOK, (0,))
    assert {each.rule.id: each.told for each in found if each.told != "open"} == {"K2": "bad"}


def promoted(months, **fields):
    start = AS_OF - months
    held = Tenure(id="t", post="dep1", person="p1", start=start, promoted=True)
    given = {"level_since": start, "resume": "略", **fields}
    return [person(**given), held, VILLAGES]


@pytest.mark.parametrize(("months", "expected"), [(11, True), (12, False)])
def test_training_is_asked_within_a_year_of_the_promotion(months, expected):
    rows = [*promoted(months), row(1, "2010-01", None, level="乡科级正职")]
    found = [each for each in asked(*rows) if each.rule.id == "Q7"]
    assert bool(found) is expected
    for each in found:
        assert each.month == AS_OF - 11
        assert each.hint == "提任后一年内（2026.12前）完成"


def test_a_promotion_out_of_turn_is_asked_its_grounds_and_its_reply():
    rows = [*promoted(24), row(1, "2023-01", None, level="乡科级正职")]
    assert ids(*rows) == ["Q12", "Q13"]
    assert asked(*rows)[0].hint == "未达到Q5，属于破格提拔"
    long = [*promoted(24), row(1, "2010-01", None, level="乡科级正职")]
    assert ids(*long) == []


def test_business_is_asked_where_a_line_tells_of_it():
    line = Relative(id="r", person="p1", title="妻子", name="某", post_text="个体经营者")
    team = {"category": "县直部门"}
    assert ids(person(), sit("dep1", "p1"), line, team=team) == ["A4"]
    assert ids(person(), sit("dep1", "p1"), team=team) == []
    assert ids(person(), sit("dep1", "p1"), line) == []


AUTONOMOUS = {"area_kind": "自治县", "autonomy": "彝族"}


@pytest.mark.parametrize(
    ("ethnicity", "unit", "home", "expected"),
    [
        ("彝族", AUTONOMOUS, "青石县", ["A8"]),
        ("汉族", AUTONOMOUS, "青石县", []),
        (None, AUTONOMOUS, "青石县", []),
        ("彝族", {}, "青石县", []),
        ("彝族", AUTONOMOUS, "白水县", []),
    ],
)
def test_minority_cadres_at_home_in_an_autonomous_county(ethnicity, unit, home, expected):
    who = person(ethnicity=ethnicity, hometown=home, level="县处级正职")
    assert ids(who, sit("head", "p1"), head={"area_head": "县"}, unit=unit) == expected


@pytest.mark.parametrize(
    ("unit", "since", "expected"),
    [(AUTONOMOUS, "2011-12", ["T6"]), ({}, "2011-12", []), (AUTONOMOUS, "2022-03", [])],
)
def test_terms_in_an_autonomous_county(unit, since, expected):
    rows = [person(), sit("dep1", "p1", since)]
    assert ids(*rows, unit=unit, team={"term_start": M("2021-12")}) == expected


def test_the_latest_answer_about_a_team_counts():
    rows = [person(), sit("dep1", "p1", "2011-12")]
    for at_, answer in (("2026-11-19", "否"), ("2026-11-20", "是")):
        rows.append(
            RuleCheck(id=at_, rule="T6", team="t", answer=answer, month=AS_OF, entered_at=at_)
        )
    (found,) = asked(*rows, unit=AUTONOMOUS, team={"term_start": M("2021-12")})
    assert (found.told, found.person) == ("good", -1)


def test_an_appointment_raises_its_questions():
    snapshot = county(person(level_since=M("2024-12")), VILLAGES)
    people, posts = snapshot.people, snapshot.posts
    found = checklist.of_pair(seated(snapshot), BOOK, at(people, "p1"), at(posts, "head"), AS_OF)
    raised = ["K1", "K2", "K4", "K5", "K7", "Q7", "Q8", "Q12", "Q13"]
    assert [each.rule.id for each in found] == raised
    level = checklist.of_pair(seated(snapshot), BOOK, 0, at(posts, "dep1"), AS_OF)
    assert level == ()


def test_units_that_are_no_areas_are_not_autonomous():
    assert checklist.autonomous(county(unit=AUTONOMOUS)) == {"青石县"}
    other = Unit(id="x", name="彝族乡", kind="乡镇", autonomy="彝族")
    assert checklist.autonomous(county(other)) == frozenset()
