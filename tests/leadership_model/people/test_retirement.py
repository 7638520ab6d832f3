import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people import retirement
from leadership_model.people.gaps import OPEN, UNKNOWN
from leadership_model.people.person import Person
from leadership_model.people.retirement import due, dues, is_senior, of_people, statutory_month
from leadership_model.people.snapshot import of_records

M = months.parse


@pytest.mark.parametrize(
    ("birth", "age", "month"),
    [
        ("1964-12", 60, "2024-12"),
        ("1965-01", 60, "2025-02"),
        ("1965-04", 60, "2025-05"),
        ("1965-05", 60, "2025-07"),
        ("1970-06", 60, "2031-11"),
        ("1976-08", 60, "2039-07"),
        ("1976-09", 60, "2039-09"),
        ("1976-12", 60, "2039-12"),
        ("1980-05", 60, "2043-05"),
        ("1969-12", 55, "2024-12"),
        ("1970-01", 55, "2025-02"),
        ("1981-08", 55, "2039-07"),
        ("1981-09", 55, "2039-09"),
        ("1974-12", 50, "2024-12"),
        ("1975-01", 50, "2025-02"),
        ("1975-02", 50, "2025-03"),
        ("1975-03", 50, "2025-05"),
        ("1984-10", 50, "2039-09"),
        ("1984-11", 50, "2039-11"),
        ("1990-01", 50, "2045-01"),
    ],
)
def test_tables_of_the_gradual_delay(birth, age, month):
    assert due(M(birth), age) == M(month)


@pytest.mark.parametrize(
    ("sex", "level", "more", "month"),
    [
        ("男", None, {}, "2031-11"),
        ("女", "乡科级正职", {}, "2025-08"),
        ("女", "县处级副职", {}, "2031-11"),
        ("女", "厅局级正职", {}, "2031-11"),
        ("女", "县处级副职", {"county_women": 55}, "2025-08"),
        ("女", "乡科级正职", {"senior": True}, "2031-11"),
        ("女", None, {"senior": True}, "2031-11"),
        ("女", "无", {}, "2025-08"),
        ("女", "科员", {"work": "工人"}, "2020-06"),
        ("女", None, {}, None),
        (None, "县处级正职", {}, None),
        ("男", "县处级正职", {"early": M("2029-01")}, "2029-01"),
        ("男", "县处级正职", {"early": M("2033-01")}, "2031-11"),
    ],
)
def test_which_line_a_person_is_on(sex, level, more, month):
    found = statutory_month(sex, M("1970-06"), level, **more)
    assert found == (None if month is None else M(month))


def test_without_a_birth_nothing_is_known():
    assert statutory_month("男", None, "县处级正职") is None


def people(*records):
    return of_records(records).people


def span(month_shown, **fields):
    found = of_people(people(Person(id="p1", name="甲", **fields)))
    return found.low[0], found.high[0]


def test_only_the_year_of_birth_gives_twelve_candidates():
    low, high = span("", sex="男", birth_year=1970, level="县处级正职")
    assert (low, high) == (due(M("1970-01"), 60), due(M("1970-12"), 60))


def test_unknown_sex_lies_between_the_lines():
    low, high = span("", birth=M("1970-06"), level="乡科级正职")
    assert (low, high) == (M("2025-08"), M("2031-11"))


def test_unknown_sex_at_county_level_makes_no_difference():
    low, high = span("", birth=M("1970-06"), level="县处级副职")
    assert (low, high) == (M("2031-11"), M("2031-11"))


def test_woman_whose_level_is_unknown_lies_between_the_lines():
    assert span("", sex="女", birth=M("1970-06")) == (M("2025-08"), M("2031-11"))


def test_woman_who_holds_no_level_is_on_the_line_of_55():
    assert span("", sex="女", birth=M("1970-06"), absent="level") == (M("2025-08"), M("2025-08"))


def test_unknown_birth_is_wholly_open():
    assert span("", sex="男", level="县处级副职") == (0, OPEN)


def test_agreed_early_month_closes_an_open_end():
    assert span("", sex="男", early_retirement=M("2028-03")) == (0, M("2028-03"))


@pytest.mark.parametrize(
    "title", ["高级工程师", "正高级经济师", "副教授", "副主任医师", "研究馆员"]
)
def test_senior_titles(title):
    assert is_senior(title)
    low, high = span("", sex="女", birth=M("1970-06"), level="乡科级正职", technical_title=title)
    assert low == high == M("2031-11")


@pytest.mark.parametrize("title", ["工程师", "讲师", "一级教师", "助理研究员", "中学二级教师"])
def test_other_titles_change_nothing(title):
    assert not is_senior(title)


@given(st.lists(st.integers(1940 * 12, 2010 * 12), min_size=1), st.sampled_from([60, 55, 50]))
def test_vector_equals_scalar_and_never_turns_back(births, age):
    found = dues(np.array(sorted(births), dtype=np.int32), age)
    assert found.tolist() == [due(birth, age) for birth in sorted(births)]
    assert (np.diff(found) >= 0).all()


@given(
    st.sampled_from(["男", "女", None]),
    st.none() | st.integers(1950 * 12, 2005 * 12),
    st.sampled_from(["县处级副职", "乡科级正职", "科员", None]),
    st.none() | st.integers(2024 * 12, 2050 * 12),
    st.sampled_from([60, 55]),
)
def test_table_agrees_with_the_single_person(sex, birth, level, early, line):
    person = Person(id="p1", name="甲", sex=sex, birth=birth, level=level, early_retirement=early)
    found = of_people(people(person), line)
    single = statutory_month(sex, birth, level, county_women=line, early=early)
    if single is not None:
        assert found.low[0] == found.high[0] == single
    else:
        candidates = [
            statutory_month(s, birth, v, county_women=line, early=early)
            for s in ([sex] if sex else ["男", "女"])
            for v in ([level] if level else ["县处级副职", "科员"])
        ]
        known = [c for c in candidates if c is not None]
        if known:
            assert (found.low[0], found.high[0]) == (min(known), max(known))
        else:
            assert found.low[0] == 0


def test_gaps_in_the_arrays_are_open():
    one = np.array([UNKNOWN], dtype=np.int32)
    found = retirement.statutory_months(one, one, one, one)
    assert (found.low[0], found.high[0]) == (0, OPEN)


@pytest.mark.parametrize(
    ("birth", "age", "month"),
    [
        ("1965-01", 60, "2025-01"),  # one month before the statutory one: the original age
        ("1970-06", 60, "2030-06"),  # 17 months before: the original age
        ("1976-09", 60, "2036-09"),  # three years before, which is the original age
        ("1980-05", 60, "2040-05"),
        ("1981-09", 55, "2036-09"),
        ("1964-12", 60, "2024-12"),  # not delayed: nothing is earlier
    ],
)
def test_the_first_month_of_a_flexible_early_retirement(birth, age, month):
    due_month = due(M(birth), age)
    assert retirement.earliest(due_month, M(birth), age) == M(month)


def test_not_more_than_three_years_before():
    assert retirement.earliest(M("2030-01"), M("1960-01"), 60) == M("2027-01")
