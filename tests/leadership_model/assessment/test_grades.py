from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    # Since 2023-11: full in 2025-11, a year 2025 that does not count comes too late.
    (36, ["称职", "称职", "基本称职"], (-12, -12)),
    (35, ["称职", "称职", "基本称职"], (-11, -11)),  # full in December, the year is not over yet
    (34, ["称职", "基本称职"], (2, 2)),  # since 2024-01: full in 2026-01, 2025 lies before it
    (35, ["称职", "称职", "优秀"], (-11, -11)),  # the good year ends after the years are full
    (36, ["称职", "基本称职", "称职"], (0, 0)),
    (35, ["称职", "基本称职", "称职"], (1, 1)),
    (36, ["基本称职", "称职", "称职"], (0, 0)),
    (60, ["称职", "称职", "不称职", "不称职", "基本称职"], (-36, -36)),  # full in 2023-11
    (33, ["优秀", "优秀"], (-15, -15)),  # since 2024-02: 18 months and six, in 2025-08
    (22, ["优秀"], (-4, -4)),  # since 2025-01
    (34, ["优秀", "优秀"], (-16, -16)),  # since 2024-01: 18 months and six in 2025-07
    (29, ["优秀", "优秀"], (-11, -11)),  # since 2024-06: 18 months and six, in 2025-12
    (28, ["优秀", "优秀"], (-10, -10)),  # since 2024-07: 17 and six fall short until 2025 is over
    (36, ["称职", "不定等次", "称职"], (0, 0)),
    (36, ["称职", "未参加", "称职"], (0, 0)),
    (30, ["优秀", "基本称职"], (-12, -12)),  # since 2024-05: 18 and six before 2025 is over
    (30, ["基本称职", "优秀"], (0, 0)),  # +12 - 6
    (24, ["称职", None], (-6, 12)),  # 2025 may have been either
    (40, ["称职", None, "称职"], (-22, -4)),  # reached whatever it was
    (36, [None, None, None], (-22, 24)),  # at best 14 and twelve in 2025-01
    (36, ["称职", "称职", None], (-12, -12)),  # full before the year nobody recorded was over
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
    assert span(holder(held=33), *years("g", ["称职", "基本称职", "称职"]), book=book) == (0, 0)
    off = RuleBook((*others, replace(rule, on=False)))
    assert not grades.spans(world_of(holder(), book=off)).asked.any()


def test_a_year_recorded_twice_counts_once_as_known():
    twice = Appraisal(id="again", person="g", year=2025, result="称职")
    assert span(holder(held=24), *years("g", [None, "称职"]), twice)[1] == 12


def test_two_records_of_a_year_that_differ_leave_the_month_open():
    twice = Appraisal(id="again", person="g", year=2025, result="基本称职")
    assert span(holder(held=23), *years("g", ["称职", "称职"]), twice) == (1, 13)


def test_the_reason_names_what_made_the_month():
    barred = Sanction(id="s", person="g", kind="党内警告", month=NOW - 8, ends=NOW + 4)
    world = world_of(holder(held=36), *years("g", ["优秀", None, "基本称职"]), barred)
    told = grades.Reasons.of(world).at(0)
    assert (told.since, told.need) == (NOW - 36, 24)
    assert (told.excellent, told.not_counted, told.missing) == (1, 1, 1)
    assert told.until == NOW + 4


def test_the_reason_leaves_out_years_after_the_years_were_full():
    told = grades.Reasons.of(
        world_of(holder(held=60), *years("g", ["优秀", "称职", "基本称职", None, "优秀"]))
    ).at(0)
    assert (told.excellent, told.not_counted, told.missing) == (1, 0, 0)


def test_everybody_at_once_says_what_each_alone_is_told():
    people, rows = [], []
    for at, (held, results, _) in enumerate(BORDERS):
        people.append(holder(f"p{at:02}", held=held))
        rows += years(f"p{at:02}", results)
    due = grades.spans(world_of(*people, *rows))
    wanted = [expected for _, _, expected in BORDERS]
    assert list(zip((due.low - NOW).tolist(), (due.high - NOW).tolist(), strict=True)) == wanted
    assert np.all(due.low <= due.high)


RESULTS = st.sampled_from([*grades.NOT_COUNTED, "优秀", "称职", None])


@given(
    st.integers(0, 100),
    st.lists(RESULTS, max_size=9),
    st.sampled_from(["四级调研员", "二级调研员", "一级调研员"]),
)
def test_the_month_is_that_of_a_calendar_walked_month_by_month(held, results, grade):
    given_ = years("g", results)
    told = {each.year: each.result for each in given_}
    need = {"四级调研员": 24, "二级调研员": 36, "一级调研员": 48}[grade]
    expected = tuple(walked(NOW - held, need, told, gap) for gap in ("优秀", "基本称职"))
    assert span(holder(held=held, grade=grade), *given_) == expected


def walked(since, need, told, gap):
    """Count month by month; what a year of the past is worth is added when it is over."""
    served, month = 0, since
    while served < need:
        month, served = month + 1, served + 1
        over = month // 12 - 1
        if month % 12 == 0 and since // 12 <= over < NOW // 12:
            result = told.get(over, gap)
            served += 6 if result == "优秀" else 0 if result == "称职" else -12
    return month - NOW


@given(st.integers(0, 100), st.lists(RESULTS, max_size=9), st.data())
def test_whatever_an_unknown_year_was_the_month_lies_in_the_span(held, results, data):
    low, high = span(holder(held=held), *years("g", results))
    first = 2026 - len(results)
    filled = [data.draw(RESULTS.filter(bool)) if each is None else each for each in results]
    early = range((NOW - held) // 12, first)
    more = [data.draw(RESULTS.filter(bool)) for _ in early]
    rows = years("g", filled, first) + years("g", more, early.start)
    sure = span(holder(held=held), *rows)
    assert sure[0] == sure[1]
    assert low <= sure[0] <= high
