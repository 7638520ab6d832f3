import numpy as np
import pytest

from leadership_model import months
from leadership_model.people import disputes
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.people.verified import BIRTH, EDUCATION, FACTS, PARTY, WORK, Verification

M = months.parse


def base(*facts):
    return of_records(
        [
            Person(id="p1", name="甲", birth=M("1970-03"), work_start=M("1991-07"), resume="略"),
            Person(id="p2", name="乙", birth=M("1980-03"), work_start=M("2001-07"), resume="略"),
            *facts,
        ]
    )


def fact(name=BIRTH, person="p1", **fields):
    return Verification(id=f"v-{person}-{name}", person=person, fact=name, **fields)


@pytest.mark.parametrize(
    ("fields", "doubted"),
    [
        ({}, False),
        ({"value": "1970.03"}, False),
        ({"value": "1970.03", "conflict": "1972.03（入团志愿书）"}, True),
        ({"conflict": "1972.03"}, True),
        ({"conflict": "  "}, False),
        ({"value": "1970.03", "conflict": "1972.03", "verified": True}, False),
        ({"value": "1972.03", "conflict": "1970.03", "verified": True}, True),
        ({"value": "1970年3月", "verified": True}, False),
        ({"value": "197003", "verified": True}, False),
        ({"value": "出生证明", "verified": True}, False),
    ],
)
def test_when_a_fact_is_in_dispute(fields, doubted):
    snapshot = base(fact(**fields))
    assert disputes.disputed(snapshot, BIRTH).tolist() == [doubted, False]
    assert bool(disputes.reason(snapshot, 0, BIRTH)) is doubted


def test_only_the_disputed_fact_of_that_person_is_unknown():
    snapshot = base(fact(WORK, conflict="1989.12"))
    assert disputes.settled(snapshot, "work_start").tolist() == [UNKNOWN, M("2001-07")]
    assert disputes.settled(snapshot, "birth").tolist() == [M("1970-03"), M("1980-03")]
    assert snapshot.people.raw("work_start")[0] == M("1991-07")


def test_the_sentence_names_both_values():
    snapshot = base(fact(value="1970.03", conflict="1972.03（入党志愿书）"))
    assert disputes.reason(snapshot, 0, BIRTH) == (
        "出生时间存在不一致（登记为 1970.03，另有材料记为 1972.03（入党志愿书）），尚未核定，待核。"
    )
    assert disputes.reasons(snapshot, 1) == {}


def test_facts_without_a_column_are_in_dispute_all_the_same():
    snapshot = base(fact(EDUCATION, conflict="毕业证与学籍不符"))
    assert disputes.disputed(snapshot, EDUCATION).tolist() == [True, False]
    assert set(disputes.reasons(snapshot, 0)) == {EDUCATION}


def test_without_verifications_the_columns_are_those_recorded():
    snapshot = base()
    for field in ("birth", "birth_year", "work_start", "party_joined"):
        assert np.array_equal(disputes.settled(snapshot, field), snapshot.people.ints(field))
    assert not any(disputes.disputed(snapshot, each).any() for each in FACTS)


@pytest.mark.parametrize(
    ("text", "month"),
    [("1970.03", "1970-03"), ("1970年3月", "1970-03"), ("197003", "1970-03"), ("无", None)],
)
def test_months_in_values(text, month):
    assert disputes.month_in(text) == (M(month) if month else None)


def test_party_membership_in_dispute():
    snapshot = base(fact(PARTY, person="p2", conflict="2003.07"))
    assert disputes.disputed(snapshot, PARTY).tolist() == [False, True]
