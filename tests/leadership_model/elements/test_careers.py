"""曾任 and months in rows: half-open spans, exact lengths, studies, 挂职, doubtful readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.protocols import NumberColumn
from leadership_model.elements import careers
from leadership_model.errors import UserError
from tests.leadership_model.elements.makers import (
    AS_OF,
    ask,
    features,
    job,
    person,
    study,
    value,
)


@pytest.mark.parametrize(
    ("spans", "length", "answer"),
    [
        ([("2020.01", "2022.01")], 24, True),
        ([("2020.01", "2022.01")], 25, False),
        ([("2020.01", "2021.01"), ("2023.01", "2024.01")], 24, True),
        ([("2020.01", "2021.06"), ("2021.01", "2022.01")], 25, False),
        ([("2020.01", "2021.06"), ("2021.01", "2022.01")], 24, True),
        ([("2024.11", None)], 24, True),
        ([("2024.12", None)], 24, False),
        ([("2024.11", "2027.03")], 24, True),
        ([("2024.11", "2027.03")], 25, False),
        ([("2026.12", None)], None, False),
        ([("2026.11", None)], None, True),
        ([("2026.11", None)], 1, False),
    ],
)
def test_a_span_is_met_exactly(spans, length, answer):
    found = features(*(job(start, end) for start, end in spans))
    asked = "" if length is None else f" 满 {length} 个月"
    assert ask(found, f"曾任 乡镇党政正职{asked}") is answer


def test_one_stretch_is_asked_for_by_a_word():
    found = features(
        job("2020.01", "2021.01"), job("2021.01", "2021.06"), job("2023.01", "2024.01")
    )
    assert ask(found, "曾任 乡镇党政正职 连续 满 17 个月") is True
    assert ask(found, "曾任 乡镇党政正职 连续 满 18 个月") is False
    assert ask(found, "曾任 乡镇党政正职 满 29 个月") is True


def test_two_posts_in_one_line_count_once():
    found = features(job("2020.01", "2022.01"), job("2020.01", "2022.01", post_kind="行政正职"))
    assert ask(found, "曾任 乡镇党政正职 满 25 个月") is False
    assert value(found, "正职岗位数") == 1


@pytest.mark.parametrize("kind", ["学习", "其间", "跨段"])
def test_studies_never_count_as_work(kind):
    found = features(job("2000.01", "2004.01"), study("2001.01", "2003.01", kind=kind))
    assert ask(found, "曾任 高校工作") is False
    assert ask(found, "曾任 [单位类别 = 高等院校]") is False
    assert ask(found, "有 履历 [单位类别 = 高等院校]") is True
    assert ask(found, "曾任 [单位类别 = 高等院校, 类别 = " + kind + "]") is True


def test_a_study_beside_a_job_does_not_lengthen_it():
    aside = job("2003.01", "2006.01", kind="其间", unit_kind="乡镇", post_kind=None)
    found = features(job("2000.01", "2004.01"), aside)
    assert value(found, "乡镇工作月数") == 48


@pytest.mark.parametrize(("post", "counts"), [("行政副职", True), ("其他", False), (None, False)])
def test_what_is_done_beside_a_job_counts_where_it_names_a_post(post, counts):
    desk = job("2000.01", "2004.01", unit_kind="县直部门", post_kind="部门其他")
    aside = job("2001.01", "2002.06", kind="其间", post_kind=post)
    found = features(desk, aside)
    assert value(found, "乡镇工作月数") == (17 if counts else 0)
    assert ask(found, "曾任 [单位类别 = 乡镇]") is counts


def test_secondments_count_only_where_asked_for():
    found = features(
        job("2020.01", "2022.01", unit_kind="县直部门", post_kind="部门副职"),
        job("2020.06", "2021.06", secondment=True),
    )
    assert ask(found, "曾任 乡镇党政正职") is False
    assert value(found, "乡镇工作月数") == 0
    assert ask(found, "曾任 挂职") is True
    assert ask(found, "曾任 挂职 满 12 个月") is True
    assert ask(found, "曾任 [单位类别 = 乡镇, 挂职 = 是]") is True
    unsure = features(job("2020.06", "2021.06", secondment=None))
    assert ask(unsure, "曾任 乡镇党政正职") is None


@pytest.mark.parametrize(
    ("fields", "rows", "answer"),
    [
        ({}, [job("2020.01", "2021.01", unit_kind="县直部门")], False),
        ({"resume": None}, [job("2020.01", "2021.01", unit_kind="县直部门")], None),
        ({"resume": None}, [job("2020.01", "2021.01")], True),
        ({}, [], None),
        ({"resume": None, "absent": "resume"}, [], False),
        ({}, [job("2020.01", "2021.01", sure=59)], None),
        ({}, [job("2020.01", "2021.01", sure=60)], True),
        ({}, [job("2020.01", "2021.01", sure=0, by_hand=True)], True),
        ({}, [job("2020.01", "2021.01", unit_kind="县直部门", sure=59)], None),
        ({}, [job("2027.01", None, unit_kind="县直部门", sure=59), job("2026.12")], False),
        ({}, [job(None, "2021.01")], None),
        ({}, [job("2020.01", "2021.01", unit_kind=None)], None),
        ({}, [job("2020.01", "2021.01", post_kind=None)], None),
    ],
)
def test_a_career_is_complete_when_every_line_was_understood(fields, rows, answer):
    assert ask(features(person(**fields), *rows), "曾任 乡镇党政正职") is answer


def test_the_confidence_can_be_set():
    row = job("2020.01", "2021.01", sure=75)
    assert ask(features(row, confidence=80), "曾任 乡镇党政正职") is None
    assert ask(features(row, confidence=75), "曾任 乡镇党政正职") is True


def test_months_of_a_doubtful_career_are_an_interval():
    found = features(job("2020.01", "2022.01"), job("2022.01", "2023.01", sure=10))
    assert value(found, "乡镇工作月数") == (24, 600)
    assert ask(found, "乡镇工作月数 >= 24") is True
    assert ask(found, "乡镇工作月数 >= 25") is None
    assert ask(found, "曾任 乡镇党政正职 满 24 个月") is True
    assert ask(found, "曾任 乡镇党政正职 满 36 个月") is None


def test_a_line_that_names_no_level_has_none_where_there_can_be_none():
    found = features(job("2020.01", "2021.01", post_kind="一般干部", level=None, role=None))
    assert ask(found, "曾任 [职务层次 >= 乡科级副职]") is False
    found = features(job("2020.01", "2021.01", post_kind="行政副职", level=None))
    assert ask(found, "曾任 [职务层次 >= 乡科级副职]") is None


def test_other_units_and_the_home_area():
    home = person(unit="u", hometown="青川县")
    found = features(home, job("2020.01", "2021.01", unit_text="龙泉镇"))
    assert ask(found, "曾任 外地任职") is False
    away = features(home, job("2020.01", "2021.01", area="石桥县"))
    assert ask(away, "曾任 外地任职") is True
    assert value(features(person(), job("2020.01", "2021.01")), "外地任职经历") == "待核"


def test_parts_must_hold_for_one_and_the_same_row():
    found = features(
        job("2020.01", "2021.01", post_kind="行政副职", level="乡科级副职", role="副职"),
        job("2021.01", "2022.01", unit_kind="县直部门"),
    )
    assert ask(found, "曾任 [单位类别 = 乡镇, 角色 = 正职]") is False
    assert ask(found, "曾任 [单位类别 = 乡镇, 职务层次 < 乡科级正职]") is True


def test_functions_carried():
    found = features(job("2020.01", "2021.01", functions="农业、水利"))
    assert ask(found, "曾任 农业工作 满 12 个月") is True
    assert ask(found, "曾任 城建工作") is False


def test_an_unknown_filter_is_refused():
    with pytest.raises(UserError, match="没有名为“飞行”的经历"):
        features(job("2020.01")).career("曾任", "飞行", "累计", None)


ROWS = st.lists(
    st.builds(
        lambda start, length, kind, sure: (start, start + length, kind, sure),
        st.integers(AS_OF - 200, AS_OF + 5),
        st.integers(0, 80),
        st.sampled_from(["乡镇", "街道", "县直部门", None]),
        st.sampled_from([100, 100, 60, 30]),
    ),
    min_size=1,
    max_size=6,
)


@given(ROWS, st.sampled_from([1, 12, 24, 60]), st.sampled_from(["累计", "连续"]))
def test_months_agree_with_counting_them_one_by_one(rows, length, measure):
    entries = [
        job("2000.01", unit_kind=kind, sure=sure).__class__(
            id=f"c{i}", person="p", line=i, start=start, end=end, unit_kind=kind, sure=sure,
            post_kind="党委书记", level="乡科级正职", role="正职",
        )
        for i, (start, end, kind, sure) in enumerate(rows)
    ]  # fmt: skip
    seen = [row for row in rows if row[0] <= AS_OF]
    understood = all(sure >= 60 for *_, sure in seen)
    sure = stretch([r for r in seen if r[2] in ("乡镇", "街道") and r[3] >= 60], measure)
    possible = stretch([r for r in seen if r[2] != "县直部门" or r[3] < 60], measure)
    found = features(*entries).career("曾任", "乡镇工作", measure, length)
    assert found.sure[0] == (sure >= length)
    assert found.possible[0] == (possible >= length or not understood)


def stretch(rows, measure):
    held = {m for start, end, *_ in rows for m in range(start, min(end, AS_OF))}
    if measure == "累计":
        return len(held)
    best = run = 0
    for m in range(AS_OF - 300, AS_OF + 1):
        run = run + 1 if m in held else 0
        best = max(best, run)
    return best


def test_the_column_of_months_is_kept_for_all_who_ask():
    found = features(job("2020.01", "2022.01"))
    first = careers.months_served(found.source, "乡镇工作")
    assert isinstance(first, NumberColumn)
    assert careers.months_served(found.source, "乡镇工作") is first
    assert found.column("乡镇工作月数") is first
