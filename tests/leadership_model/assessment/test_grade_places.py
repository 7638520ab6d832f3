import pytest

from leadership_model import months
from leadership_model.assessment import grade_places
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people.grade_quota import GradeQuota
from leadership_model.people.person import Appraisal, Person
from leadership_model.people.snapshot import of_records
from leadership_model.people.unit import Unit

NOW = months.of(2026, 11)
COUNTY = Unit(id="c", name="某县")
OFFICE = Unit(id="u", name="某县某局", parent="c")
OTHER = Unit(id="v", name="某市某局")


def person(id, grade="四级调研员", held=24, unit="u", **fields):
    since = None if held is None else NOW - held
    return Person(id=id, name=id, unit=unit, grade=grade, grade_since=since, **fields)


def told(owner):
    return [
        Appraisal(id=f"{owner}{year}", person=owner, year=year, result="称职")
        for year in (2024, 2025)
    ]


def quota(grades="三级调研员", number=1, unit="u", id="q", start=None):
    return GradeQuota(id=id, unit=unit, grades=grades, quota=number, start=start)


def place(*records, ahead=0):
    """The place of the first person who may rise, and how many are free."""
    world = World.of(of_records([COUNTY, OFFICE, OTHER, person("a"), *told("a"), *records]), NOW)
    (found,) = [e for e in grade_places.rises(world, ahead) if e.person == 0]
    assert found.next == "三级调研员"
    return found.place, found.free


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), ("none", None)),
        ((quota(number=1),), ("free", (1, 1))),
        ((quota(number=0),), ("full", (0, 0))),
        ((quota(number=1), person("b", "三级调研员")), ("full", (0, 0))),
        ((quota(number=2), person("b", "三级调研员")), ("free", (1, 1))),
        ((quota(number=1), person("b", "三级调研员", status="退休")), ("free", (1, 1))),
        ((quota(number=1), person("b", "三级调研员", unit="v")), ("free", (1, 1))),
        ((quota(number=1), person("b", None)), ("unknown", (0, 1))),
        ((quota(number=1), person("b", None, absent="grade")), ("free", (1, 1))),
        ((quota(number=None),), ("unknown", None)),
        ((quota("二级调研员"),), ("none", None)),
        ((quota(unit="v"),), ("none", None)),
        # A number of the county counts whoever works in its bodies.
        ((quota(unit="c"), person("b", "三级调研员")), ("full", (0, 0))),
        # Grades that share a number: who holds one of them already takes no further place.
        ((quota("三级调研员、四级调研员", 1),), ("same", None)),
        ((quota("一级调研员、三级调研员", 1), person("b", "一级调研员")), ("full", (0, 0))),
        # Every number must allow it.
        ((quota(number=5), quota(unit="c", number=0, id="r")), ("full", (0, 0))),
        # The latest number in force counts, one to come does not.
        ((quota(number=0), quota(number=3, id="r", start=NOW)), ("free", (3, 3))),
        ((quota(number=0), quota(number=3, id="r", start=NOW + 1)), ("full", (0, 0))),
    ],
)
def test_the_place_by_hand(records, expected):
    assert place(*records) == expected


def test_the_list_goes_by_month_and_ends_where_asked():
    people = [person("b", held=23), person("c", held=12), person("d", held=11)]
    rows = [row for each in "bcd" for row in told(each)]
    world = World.of(of_records([OFFICE, person("a"), *told("a"), *people, *rows]), NOW)
    listed = grade_places.rises(world, 12)
    assert [(each.person, each.high - NOW) for each in listed] == [(0, 0), (1, 1), (2, 12)]
    assert [each.person for each in grade_places.rises(world, 13)] == [0, 1, 2, 3]


def test_of_whom_it_cannot_be_said_stands_apart():
    world = World.of(of_records([OFFICE, person("a"), person("b", held=None)]), NOW)
    assert grade_places.rises(world, 0) == ()
    found = grade_places.doubtful(world, 0)
    assert [each.person for each in found] == [0, 1]
    assert [grade_places.open_end(each) for each in found] == [False, True]


def test_a_ring_of_units_ends():
    ring = [Unit(id="u", name="甲", parent="w"), Unit(id="w", name="乙", parent="u")]
    world = World.of(of_records([*ring, person("a"), *told("a"), quota(unit="w", number=1)]), NOW)
    assert [each.place for each in grade_places.rises(world, 0)] == ["free"]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (quota(unit=None), "请选定职级职数所属的单位"),
        (quota(grades=""), "请选定职级"),
        (quota(grades="三级调研员、处长"), "没有“处长”"),
        (quota(number=-1), "不小于 0"),
        (quota(number=None), "不小于 0"),
    ],
)
def test_what_is_no_number_is_refused(record, words):
    with pytest.raises(UserError, match=words):
        grade_places.check(record)
    grade_places.check(quota())


def test_grades_are_read_highest_first():
    assert grade_places.names_in("四级调研员、一级调研员、四级调研员") == (
        "一级调研员",
        "四级调研员",
    )
    assert grade_places.names_in(None) == ()
