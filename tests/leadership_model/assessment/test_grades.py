from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from leadership_model import months
from leadership_model.assessment import grades
from leadership_model.assessment.world import World
from leadership_model.people.gaps import OPEN
from leadership_model.people.person import Appraisal, Person, Sanction
from leadership_model.people.snapshot import of_records
from leadership_model.people.unit import Unit
from leadership_model.rules.book import RuleBook, shipped

NOW = months.of(2026, 11)
UNIT = Unit(id="u", name="某局")


def world_of(*records, book=None):
    return World.of(of_records([UNIT, *records]), NOW, book=book)


def holder(id="g", held=30, grade="四级调研员", **fields):
    since = None if held is None else NOW - held
    return Person(id=id, name="某人", unit="u", grade=grade, grade_since=since, **fields)


def years(owner, results, first=None):
    """Appraisals of the years up to 2025, the last result for 2025."""
    start = 2026 - len(results) if first is None else first
    return [
        Appraisal(id=f"{owner}{start + at}", person=owner, year=start + at, result=result)
        for at, result in enumerate(results)
        if result
    ]


def span(*records, book=None):
    due = grades.spans(world_of(*records, book=book))
    assert bool(due.asked[0])
    return int(due.low[0]) - NOW, int(due.high[0]) - NOW


# held months, results of the years up to 2025, expected month of the span relative to NOW
BORDERS = [
    (23, ["称职", "称职"], (1, 1)),  # 24 months are asked of 四级调研员: one month short
    (24, ["称职", "称职"], (0, 0)),
    (25, ["称职", "称职"], (-1, -1)),
    (18, ["优秀"], (0, 0)),
    (17, ["优秀"], (1, 1)),
    (12, ["优秀"], (6, 6)),  # since 2025-11: 2025 counts
    (10, [], (14, 14)),  # since 2026-01: no year is over
    (11, ["优秀"], (7, 7)),  # since 2025-12
    (36, ["称职", "称职", "基本称职"], (0, 0)),
    (35, ["称职", "称职", "基本称职"], (1, 1)),
    (36, ["称职", "不定等次", "称职"], (0, 0)),
    (36, ["称职", "未参加", "称职"], (0, 0)),
    (30, ["优秀", "基本称职"], (0, 0)),  # -6 + 12
    (24, ["称职", None], (-6, 12)),  # 2025 may have been either
    (40, ["称职", None, "称职"], (-22, -4)),  # reached whatever it was
    (36, [None, None, None], (-30, 24)),
]


@pytest.mark.parametrize(("held", "results", "expected"), BORDERS)
def test_the_month_by_hand(held, results, expected):
    assert span(holder(held=held), *years("g", results)) == expected


@pytest.mark.parametrize(
    ("grade", "need"),
    [
        ("二级科员", 24),
        ("一级科员", 24),
        ("四级主任科员", 24),
        ("一级主任科员", 24),
        ("四级调研员", 24),
        ("三级调研员", 24),
        ("二级调研员", 36),
        ("一级调研员", 48),
        ("二级巡视员", 48),
    ],
)
def test_the_years_each_grade_asks(grade, need):
    results = ["称职"] * 6
    assert span(holder(held=need, grade=grade), *years("g", results)) == (0, 0)


def test_the_highest_grade_no_grade_and_who_has_left_are_not_asked():
    people = (
        holder("a", grade="一级巡视员"),
        holder("b", grade=None),
        holder("c", status="退休"),
        holder("d", grade="某职级"),
    )
    assert not grades.spans(world_of(*people)).asked.any()


def test_a_grade_without_a_beginning_is_open_never_reached():
    low, high = span(holder(held=None), *years("g", ["称职"] * 9))
    assert (low + NOW, high + NOW) == (0, OPEN)
    assert grades.promotions(world_of(holder(held=None))) == ()


@pytest.mark.parametrize(("ends", "expected"), [(NOW + 5, 5), (NOW + 1, 1), (NOW, -6)])
def test_nobody_rises_while_a_sanction_is_in_force(ends, expected):
    barred = Sanction(id="s", person="g", kind="党内警告", month=NOW - 8, ends=ends)
    assert span(holder(held=30), *years("g", ["称职"] * 3), barred) == (expected, expected)


def test_a_sanction_whose_end_nobody_knows_leaves_the_month_open():
    barred = Sanction(id="s", person="g", kind="某处分", month=NOW - 8)
    assert span(holder(held=30), *years("g", ["称职"] * 3), barred)[1] == OPEN - NOW


def test_the_parameters_of_the_rule_are_read():
    rule = replace(
        shipped()["G1"],
        parameters=MappingProxyType({"excellent_months": 3, "poor_months": 9}),
    )
    others = [each for each in shipped().rules if each.id != "G1"]
    book = RuleBook((*others, rule))
    assert span(holder(held=21), *years("g", ["称职", "优秀"]), book=book) == (0, 0)
    assert span(holder(held=33), *years("g", ["称职", "称职", "基本称职"]), book=book) == (0, 0)
    off = RuleBook((*others, replace(rule, on=False)))
    assert not grades.spans(world_of(holder(), book=off)).asked.any()


def test_a_year_recorded_twice_counts_once_as_known():
    twice = Appraisal(id="again", person="g", year=2025, result="称职")
    assert span(holder(held=24), *years("g", [None, "称职"]), twice)[1] == 12


def test_the_reason_names_what_made_the_month():
    barred = Sanction(id="s", person="g", kind="党内警告", month=NOW - 8, ends=NOW + 4)
    world = world_of(holder(held=36), *years("g", ["优秀", None, "基本称职"]), barred)
    told = grades.Reasons.of(world).at(0)
    assert (told.since, told.need) == (NOW - 36, 24)
    assert (told.excellent, told.not_counted, told.missing) == (1, 1, 1)
    assert told.until == NOW + 4


def test_everybody_at_once_says_what_each_alone_is_told():
    people, rows = [], []
    for at, (held, results, _) in enumerate(BORDERS):
        people.append(holder(f"p{at:02}", held=held))
        rows += years(f"p{at:02}", results)
    due = grades.spans(world_of(*people, *rows))
    wanted = [expected for _, _, expected in BORDERS]
    assert list(zip((due.low - NOW).tolist(), (due.high - NOW).tolist(), strict=True)) == wanted
    assert np.all(due.low <= due.high)
