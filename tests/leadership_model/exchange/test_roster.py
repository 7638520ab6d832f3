"""Rosters: layouts seen in offices, cells as they are written there, and what is no person."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from leadership_model.exchange import roster
from leadership_model.exchange import roster_headings as headings
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import plan
from leadership_model.people.snapshot import of_records

GROUPED = ("姓  名", "现任职务", "性别", "民族", "籍贯", "全日制教育", None, "在职教育", None,
           "出生\n年月", "参加工\n作时间", "入党时间", "任现职\n级时间", "备 注")  # fmt: skip
UNDER = (None, None, None, None, None, "学历", "毕业院校及专业", "学历", "毕业院校及专业")


def book(*rows, more=()):
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    for title, others in more:
        sheet = made.create_sheet(title)
        for row in others:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def people(*rows, file="名册.xlsx", more=()):
    forms, issues = roster.read(book(*rows, more=more), file)
    return [clean(form) for form in forms], issues


def of(heading, value):
    """Read one cell under a heading."""
    found, _ = people(("姓名", "性别", heading), ("张三", "男", value))
    return found[0].said


def test_two_rows_of_headings_with_groups_and_unit_rows():
    found, issues = people(
        ("云溪市干部名册",),
        ("单位：云溪市",),
        GROUPED,
        UNDER,
        ("云溪市财政局",),
        ("张 三", "云溪市财政局局长", "男", "汉", "云溪", "大学\n经济学学士", "云溪大学财政学专业",
         "研究生", "省委党校", 1975.1, "1998.07", "2001.06", "2016.05", "x"),
        GROUPED,
        UNDER,
        ("合计", "1人"),
    )  # fmt: skip
    (person,) = found
    assert person.form.file == "名册.xlsx 第6行"
    assert person.issues == ()
    said = person.said
    assert (said["name"], said["sex"], said["ethnicity"]) == ("张三", "男", "汉族")
    assert said["birth"] == 1975 * 12 + 9
    assert said["work_start"] == 1998 * 12 + 6
    assert said["party_joined"] == 2001 * 12 + 5
    assert said["level_since"] == 2016 * 12 + 4
    full, later = person.educations
    assert (full.schooling, full.degree, full.school) == (
        "大学",
        "经济学学士",
        "云溪大学财政学专业",
    )
    assert (later.schooling, later.school) == ("研究生", "省委党校")
    assert [(issue.severity, "备注" in issue.text) for issue in issues] == [("note", True)]


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("2001.06", 2001 * 12 + 5),
        ("200106", 2001 * 12 + 5),
        (200106, 2001 * 12 + 5),
        ("20010615", 2001 * 12 + 5),
        ("2001-06", 2001 * 12 + 5),
        ("2001年6月", 2001 * 12 + 5),
        ("76.06", 1976 * 12 + 5),
        (76.06, 1976 * 12 + 5),
        ("05.06", 2005 * 12 + 5),
        (2001.06, 2001 * 12 + 5),
        (2001.1, 2001 * 12 + 9),
        (2001.01, 2001 * 12),
        (2001.12, 2001 * 12 + 11),
        (date(2001, 6, 1), 2001 * 12 + 5),
        (37043, 2001 * 12 + 5),
        ("1980.03\n（45岁）", 1980 * 12 + 2),
    ],
)
def test_months_as_they_are_written(value, month):
    assert of("参加工作时间", value)["work_start"] == month
    assert of("出生年月", value)["birth"] == month


def test_the_first_of_a_month_is_no_day_of_birth():
    assert "birth_date" not in of("出生年月", date(1980, 3, 1))
    assert of("出生日期", date(1980, 3, 7))["birth_date"] == "19800307"


@pytest.mark.parametrize("mark", ["", "-", "--", "—", "/", "  "])
def test_a_dash_says_nothing(mark):
    assert "origin" not in of("籍贯", mark)


def test_none_is_said_with_the_word_alone():
    assert of("职称", "无")["technical_title"] == -2


@pytest.mark.parametrize(
    ("party", "joined", "member", "month"),
    [
        ("中共党员", "2001.06", "中共党员", 2001 * 12 + 5),
        ("预备党员", "2025.06", "预备党员", 2025 * 12 + 5),
        ("民盟", "2010.03", "民盟", -2),
        ("群众", "", "群众", -2),
        ("", "2001.06", "中共党员", 2001 * 12 + 5),
        ("中共党员", "", "中共党员", None),
    ],
)
def test_party_and_month_stand_in_one_cell_or_two(party, joined, member, month):
    found, _ = people(
        ("姓名", "政治面貌", "入党时间"), ("张三", party, joined), ("李四", "群众", "")
    )
    assert found[0].said["party"] == member
    assert found[0].said.get("party_joined") == month


def test_a_short_post_is_put_behind_its_unit():
    rows = (
        ("姓名", "职务", "性别"),
        ("云溪市财政局",),
        ("张三", "局长", "男"),
        ("李四", "云溪市财政局副局长", "女"),
    )
    found, _ = people(*rows)
    assert [each.said["post_text"] for each in found] == ["云溪市财政局局长", "云溪市财政局副局长"]
    found, _ = people(("姓名", "职务", "部门"), ("张三", "处长", "干部处"))
    assert found[0].said["post_text"] == "干部处处长"


def test_level_and_grade_since_are_different_facts():
    found, _ = people(
        ("姓名", "任现职务层次时间", "任现职级时间", "现职级"),
        ("张三", "2016.05", "2020.01", "四级调研员"),
    )
    said = found[0].said
    assert (said["level_since"], said["grade_since"]) == (2016 * 12 + 4, 2020 * 12)
    assert said["grade"] == "四级调研员"


def test_every_sheet_with_names_is_read_and_others_are_passed_over():
    found, _ = people(
        ("姓名", "性别"), ("张三", "男"),
        more=[("说明", [("填表说明",)]), ("二", [("姓名", "性别"), ("李四", "女")])],
    )  # fmt: skip
    assert [each.name for each in found] == ["张三", "李四"]
    assert found[1].form.file == "名册.xlsx 二 第2行"


def test_csv_in_both_encodings():
    text = "姓名,性别,出生年月\n张三,男,1975.10\n"
    for data in (text.encode("utf-8-sig"), text.encode("gb18030")):
        forms, issues = roster.read(data, "名册.csv")
        assert issues == ()
        assert clean(forms[0]).said["birth"] == 1975 * 12 + 9


def test_a_file_without_names_or_no_workbook_is_told():
    assert "没有“姓名”一列" in people(("单位", "人数"), ("甲", 3))[1][0].text
    for data, file in ((b"", "a.xlsx"), (b"PK\x03\x04bad", "a.xlsx"), (b"\xd0\xcf\x11", "a.xls")):
        forms, issues = roster.read(data, file)
        assert forms == ()
        assert [issue.severity for issue in issues] == ["error"]


def test_the_list_of_words_names_each_once():
    words = [word for listed in headings.WORDS.values() for word in listed]
    assert sorted(words) == sorted(set(words))
    assert all(headings.plain(word) == word for word in words)


@given(
    st.lists(
        st.lists(st.sampled_from(["姓名", "性别", "张三", "", "男", "2001.06"]), max_size=4),
        max_size=6,
    )
)
def test_no_table_of_cells_raises(rows):
    content = "\n".join(",".join(row) for row in rows)
    forms, _ = roster.read(content.encode("utf-8"), "名册.csv")
    for form in forms:
        clean(form)


def test_a_month_keeps_the_day_of_birth_that_is_known():
    rows = (("姓名", "出生年月", "入党时间"), ("张三", "1975.10", "2001.06"))
    (known,), _ = people(("姓名", "出生年月", "入党时间"), ("张三", "19751007", "2001.06；民盟"))
    (entry,) = plan(of_records(()), [known]).entries
    assert entry.person is not None
    assert entry.person.birth_date == "19751007"
    for known_rows in (rows, (("姓名", "出生年月", "政治面貌"), ("张三", "1975.10", "中共党员"))):
        found, _ = people(*known_rows)
        assert plan(of_records([entry.person]), found).entries[0].state == "unchanged"


def test_columns_of_years_are_appraisals():
    text = "姓名,2023年度考核,2024年考核结果,2025年度年度考核等次,2022年度考核\n甲示例,优秀,称职,一般般,/\n"
    (form,), issues = roster.read(text.encode(), "考核.csv")
    assert issues == ()
    found = clean(form)
    assert [(each.year, each.result) for each in found.appraisals] == [
        (2023, "优秀"),
        (2024, "称职"),
    ]
    assert [each.text for each in found.issues] == ["年度考核“2025 一般般”没有读懂，没有读入"]
