"""Recorded fields at their borders: birth months, half-open spans, what is dated later."""

import pytest

from leadership_model.people.verified import BIRTH, CAREER, EDUCATION, PARTY, WORK, Verification
from tests.leadership_model.elements.makers import ask, features, job, person, schooling, value


@pytest.mark.parametrize(
    ("birth", "age"),
    [("1984.11", 42), ("1984.12", 41), ("1984.10", 42), ("2026.11", 0), ("1983.11", 43)],
)
def test_the_birth_month_counts_as_reached(birth, age):
    assert value(features(person(birth=birth)), "年龄") == age


@pytest.mark.parametrize(
    ("year", "question", "answer"),
    [
        (1984, "年龄 <= 42", True),
        (1984, "年龄 = 42", None),
        (1984, "年龄 <= 41", None),
        (1983, "年龄 <= 42", None),
        (1983, "年龄 <= 41", False),
        (1984, "年龄 待核", True),
        (1984, "出生年月 >= 1984.01", True),
        (1984, "出生年月 < 1984.12", None),
        (1984, "出生年月 <= 1984.12", True),
        (1984, "年龄段 = 41-45岁", True),
        (1985, "年龄段 = 41-45岁", None),
        (1984, "40岁左右 = 是", True),
    ],
)
def test_a_birth_known_by_year_is_one_of_twelve_months(year, question, answer):
    assert ask(features(person(birth_year=year)), question) is answer


def test_an_unknown_birth_lies_in_the_declared_domain():
    found = features(person())
    assert value(found, "年龄") == (18, 70)
    assert ask(found, "年龄 <= 42") is None
    assert ask(found, "年龄 <= 70") is True


def test_a_year_of_birth_in_this_year_is_not_after_as_of():
    assert value(features(person(birth_year=2026)), "年龄") == 0


@pytest.mark.parametrize(
    ("fields", "joined"),
    [
        ({"party": "中共党员", "party_joined": "2004.10"}, 2004 * 12 + 9),
        ({"party": "预备党员", "party_joined": "2026.11"}, 2026 * 12 + 10),
        ({"party": "群众"}, "无"),
        ({"party": "民盟", "party_joined": "2004.10"}, "无"),
        ({"party": "民盟", "other_parties": "中共党员", "party_joined": "2004.10"}, 2004 * 12 + 9),
        ({"absent": "party"}, "无"),
    ],
)
def test_who_is_no_member_has_no_party_date(fields, joined):
    assert value(features(person(**fields)), "入党时间") == joined


def test_an_unknown_party_leaves_both_open():
    found = features(person())
    assert ask(found, "入党时间 无") is False
    assert ask(found, "入党时间 待核") is True
    assert ask(found, "党龄 >= 0") is None  # 无 would make it false
    assert ask(found, "党外 = 是") is None
    member = features(person(party="中共党员"))
    assert ask(member, "党龄 >= 0") is True
    assert ask(member, "党龄 >= 3") is None


@pytest.mark.parametrize(
    ("joined", "years"), [("2023.11", 3), ("2023.12", 2), ("2026.11", 0), ("2026.10", 0)]
)
def test_party_years_are_completed_years(joined, years):
    assert value(features(person(party="中共党员", party_joined=joined)), "党龄") == years


def test_facts_dated_later_are_not_seen():
    later = person(
        party="中共党员", party_joined="2026.12", level="县处级副职", level_since="2026.12",
        grade="三级调研员", grade_since="2026.11", status="退休", status_month=2026 * 12 + 11,
        work_start="2027.01",
    )  # fmt: skip
    found = features(later)
    assert value(found, "政治面貌") == "待核"
    assert value(found, "职务层次") == "待核"
    assert value(found, "职级") == "三级调研员"
    assert value(found, "任现职级月数") == 0
    assert value(found, "人员状态") == "在职"
    assert value(found, "工龄") == (0, 50)
    assert value(features(later, as_of="2026.12"), "人员状态") == "退休"
    assert value(features(later, as_of="2026.12"), "职务层次") == "县处级副职"


def test_a_level_that_is_none_has_no_beginning():
    found = features(person(absent="level", grade="一级主任科员", grade_since="2024.11"))
    assert value(found, "职务层次") == "无"
    assert value(found, "任现层次月数") == "无"
    assert ask(found, "任现层次月数 >= 24") is False
    assert ask(found, "任现层次月数 ≠ 24") is True
    assert value(found, "任现职级月数") == 24
    assert value(found, "相当层次") == "乡科级正职"
    assert value(found, "干部类别") == "乡科级"


@pytest.mark.parametrize(
    ("fields", "band"),
    [
        ({"level": "县处级副职"}, "县处级"),
        ({"level": "县处级副职", "absent": "grade"}, "县处级"),
        ({"absent": "level", "grade": "四级调研员"}, "县处级"),
        ({"absent": "level"}, "待核"),
        ({"grade": "一级主任科员"}, "乡科级"),
        ({"absent": "level grade"}, "无"),
        ({"level": "科员"}, "其他"),
        ({}, "待核"),
    ],
)
def test_people_are_counted_in_the_band_of_level_or_grade(fields, band):
    assert value(features(person(**fields)), "干部类别") == band


def test_flags_have_three_answers():
    assert value(features(person(selected_graduate=True)), "选调生") == "是"
    assert value(features(person(selected_graduate=False)), "选调生") == "否"
    assert value(features(person()), "选调生") == "待核"
    assert value(features(person(ethnicity="彝族")), "少数民族") == "是"
    assert value(features(person()), "少数民族") == "待核"


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"sex": "男", "birth": "1976.08", "level": "乡科级正职"}, "2039.07"),
        ({"sex": "女", "birth": "1981.09", "level": "乡科级正职"}, "2039.09"),
    ],
)
def test_retirement_follows_the_statutory_table(fields, due):
    found = features(person(**fields))
    assert ask(found, f"到龄时间 = {due}") is True
    assert ask(found, "距到龄月数 > 0") is True


def test_retirement_of_unknown_sex_lies_between_the_lines():
    found = features(person(birth="1981.09", level="乡科级正职"))
    assert ask(found, "到龄时间 = 2039.09") is None
    assert ask(found, "到龄时间 >= 2039.09") is True
    assert ask(found, "到龄时间 <= 2044.09") is True


def test_texts_of_the_form():
    found = features(person(speciality="会计", post_text=None, absent="technical_title"))
    assert value(found, "熟悉专业有何专长") == "会计"
    assert value(found, "现任职务") == "待核"
    assert value(found, "技术职务") == "无"
    assert ask(found, "简历 包含 简历") is True


def test_facts_in_dispute_are_unknown_to_elements():
    record = person(birth="1970.03", work_start="1991.07", party="中共党员", party_joined="1995.06")
    rows = (
        record,
        schooling("全日制"),
        schooling("在职", None, absent="schooling"),
        job("2010.01"),
    )

    for fact, name in (
        (BIRTH, "年龄"),
        (WORK, "工龄"),
        (PARTY, "党龄"),
        (EDUCATION, "学历"),
        (EDUCATION, "全日制学历"),
    ):
        note = Verification(id="v1", person="p", fact=fact, conflict="另有记载")
        assert ask(features(*rows, note), f"{name} 待核") is True, name
        assert ask(features(*rows), f"{name} 待核") is False, name


def test_a_career_in_dispute_is_a_question_open():
    rows = (person(), job("2010.01"))
    note = Verification(id="v1", person="p", fact=CAREER, conflict="起始时间有两说")
    assert ask(features(*rows), "曾任 乡镇党政正职") is True
    assert ask(features(*rows, note), "曾任 乡镇党政正职") is None
    assert ask(features(*rows), "曾任 高校工作") is False
    assert ask(features(*rows, note), "曾任 高校工作") is None
