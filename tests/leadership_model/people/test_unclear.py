import pytest

from leadership_model import months
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unclear import unclear
from leadership_model.people.unit import Unit

M = months.parse
FINE = {
    "start": M("2001-07"), "end": M("2003-05"), "unit_kind": "县直部门", "area": "易溪县",
    "post_kind": "一般干部", "role": "其他", "sure": 100,
}  # fmt: skip


def entry(id="c1", person="p1", **fields):
    return CareerEntry(id=id, person=person, line=0, text=id, **{**FINE, **fields})


def found(*records):
    people = [Person(id=f"p{n}", name=f"干部{n}") for n in (1, 2, 3)]
    place = [
        Unit(id="u", name="易溪县人民政府"),
        Team(id="t", unit="u", name="县政府", category="县级政府"),
        Post(id="a", team="t", name="县长", order=0, role="正职"),
        Post(id="b", team="t", name="副县长", order=1, role="副职"),
        Tenure(id="t1", post="a", person="p3", start=M("2020-01")),
        Tenure(id="t2", post="b", person="p2", start=M("2020-01")),
    ]
    snapshot = of_records([*people, *place, *records])
    result = unclear(seat(snapshot, M("2026-11")))
    ids = [snapshot["career_entry"].rows[row][0] for row in result.rows]
    return result, ids


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({}, ()),
        ({"start": None, "end": None, "sure": 0}, ("年月",)),
        ({"unit_kind": None, "sure": 70}, ("单位", "把握")),
        ({"post_kind": None}, ("岗位",)),
        ({"post_kind": "其他", "sure": 50}, ("岗位", "把握")),
        ({"area": None}, ("地区",)),
        ({"area": None, "unit_kind": "部队"}, ()),
        ({"area": None, "unit_kind": "高等院校", "post_kind": "学习"}, ()),
        ({"sure": 79}, ("把握",)),
        ({"sure": 80}, ()),
        ({"unit_kind": None, "area": None, "post_kind": "其他", "sure": 90}, ()),
        ({"sure": 20, "by_hand": True}, ()),
        ({"start": None, "by_hand": True}, ("年月",)),
    ],
)
def test_why_an_entry_is_unclear(fields, reasons):
    result, ids = found(entry(**fields))
    assert ids == (["c1"] if reasons else [])
    if reasons:
        assert result.reasons(0) == reasons


def test_entries_of_heads_come_first_then_of_other_leaders_then_the_least_sure():
    result, ids = found(
        entry("c1", "p1", sure=10),
        entry("c2", "p1", sure=5),
        entry("c3", "p2", sure=70),
        entry("c4", "p3", sure=70),
    )
    assert ids == ["c4", "c3", "c2", "c1"]
    assert result.leader.tolist() == [True, True, False, False]
