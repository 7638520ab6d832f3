"""A 三龄两历 conflict makes what depends on the fact 待核: neither right nor wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Education
from leadership_model.people.verified import BIRTH, CAREER, EDUCATION, PARTY, WORK, Verification
from leadership_model.rules.appointment import explain
from tests.leadership_model.rules.county import AS_OF, BOOK, M, at, county, person, seated


def answers(who, *records):
    snapshot = county(who, *records)
    found = explain(
        BOOK, seated(snapshot), at(snapshot.people, "p1"), at(snapshot.posts, "head"), AS_OF
    )
    return {each.rule: each for each in found}


def conflict(fact, **fields):
    given = {"conflict": "另有记载", **fields}
    return Verification(id=f"v-{fact}", person="p1", fact=fact, **given)


WORKED = CareerEntry(
    id="c1", person="p1", line=0, start=M("2001-07"), unit_kind="乡镇", level="乡科级正职"
)
STUDIED = Education(id="e1", person="p1", mode="全日制", schooling="大学", end=M("2001-07"))


@pytest.mark.parametrize(
    ("fact", "fields", "rules"),
    [
        (BIRTH, {"birth": M("1962-05"), "level": "乡科级正职"}, ("R1",)),
        (WORK, {"work_start": M("2024-05"), "level": "乡科级正职"}, ("Q1",)),
        (EDUCATION, {"level": "乡科级正职"}, ("Q6",)),
        (CAREER, {"level": "乡科级正职"}, ("Q2",)),
    ],
)
def test_a_conflict_makes_the_rule_unknown_and_says_why(fact, fields, rules):
    who = person(**fields)
    plain = answers(who, WORKED, STUDIED)
    doubted = answers(who, WORKED, STUDIED, conflict(fact))
    for rule in rules:
        assert plain[rule].result in ("pass", "fail"), rule
        assert doubted[rule].result == "unknown", rule
        assert "待核" in doubted[rule].evidence
        assert fact in doubted[rule].evidence
    others = set(plain) - set(rules) - {"R2", "Q3", "Q7", "Q10", "Q11"}
    assert {r: plain[r].result for r in others} == {r: doubted[r].result for r in others}


def test_a_verified_fact_counts_again():
    who = person(birth=M("1962-05"))
    settled = conflict(BIRTH, value="1962.05", verified=True, document="1980年入团志愿书")
    assert answers(who, WORKED, settled)["R1"].result == answers(who, WORKED)["R1"].result


@given(
    st.sampled_from([BIRTH, WORK, PARTY, EDUCATION, CAREER]),
    st.integers(M("1955-01"), M("1999-01")),
    st.integers(M("1975-01"), AS_OF),
    st.sampled_from(["乡科级正职", "县处级副职"]),
)
def test_a_conflict_never_turns_right_into_wrong_or_wrong_into_right(fact, birth, work, level):
    who = person(birth=birth, work_start=work, level=level)
    plain = answers(who, WORKED, STUDIED)
    for rule, found in answers(who, WORKED, STUDIED, conflict(fact)).items():
        assert found.result in (plain[rule].result, "unknown")
