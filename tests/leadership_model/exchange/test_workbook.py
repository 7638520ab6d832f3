"""信息采集表: sheets with names instead of codes become people, seats and yearly results."""

import io

from openpyxl import Workbook

from leadership_model.exchange import roster
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import plan
from leadership_model.people.snapshot import of_records

NUMBER = "530101198003070011"
SHEETS = {
    "说明": [["V2017.01"]],
    "B01单位": [
        ["单位信息"],
        ["机构名称", "机构编码", "正职领导职数", "副职领导职数", "所在政区", "同级排序号"],
        ["云溪市虚构区财政局", "X01", 1, 2, "虚构区", 1],
    ],
    "A01人员": [
        ["人员信息"],
        ["姓名", "身份证号", "性别 ", "民族 ", "出生年月", "政治面貌", "入党时间", "第二党派",
         "现职务层次", "是否具有两年以上基层工作经历", "简历"],
        ["甲示例", NUMBER, "男", "汉族", 198003, "中共党员", 200406, "民建", "乡科级正职", "是",
         "2002.07--2011.03  云溪市虚构区财政局科员\n2011.03--         云溪市虚构区财政局局长"],
        ["乙示例", "", "女", "彝族", "19811120", "群众", None, None, None, "否", None],
        ["丙 示", "", "男", None, "198202", None, None, None, None, None, None],
        ["丙示", "", "男", None, "198303", None, None, None, None, None, None],
    ],
    "A02职务": [
        ["职务信息"],
        ["姓名", "身份证号", "任职机构名称", "是否领导成员", "成员类别", "职务名称", "任职时间",
         "任职状态", "集体内排序"],
        ["甲示例", NUMBER, "云溪市虚构区财政局", "是", "正职", "局长", 201103, "1", 1],
        ["丙示", "", "云溪市虚构区财政局", "是", "副职", "副局长", 201103, "1", 2],
    ],
    "A08学历学位": [
        ["学历学位信息"],
        ["姓名", "身份证号", "教育类别", "学历", "学位", "入学时间", "毕业时间", "学校名称"],
        ["乙示例", "", "全日制", "大学", "文学学士", 199909, 200307, "云岭大学文学院"],
    ],
    "A15年度考核": [
        ["考核信息"],
        ["姓名", "身份证号", "考核年度", "考核结论"],
        ["乙示例", "", 2024, "优秀"],
        ["乙示例", "", 2025, "称职"],
        ["丁未列", "", 2025, "称职"],
    ],
    "A36家庭": [
        ["家庭成员"],
        ["姓名", "身份证号", "称谓", "成员姓名", "出生日期", "政治面貌", "工作单位及职务"],
        ["乙示例", "", "父亲", "乙父", 195203, "群众", "已退休"],
    ],
}  # fmt: skip


def book(sheets):
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_sheets_of_the_workbook_become_people_with_what_hangs_on_them():
    forms, issues = roster.read(book(SHEETS), "采集表.xlsx")
    first, second, third, fourth = (clean(form) for form in forms)
    assert {form.kind for form in forms} == {"workbook"}
    assert [each.name for each in (first, second, third, fourth)] == [
        "甲示例", "乙示例", "丙示", "丙示",
    ]  # fmt: skip
    assert (first.said["party"], first.said["other_parties"]) == ("中共党员", "民建")
    assert (first.said["party_joined"], first.said["grassroots"]) == (2004 * 12 + 5, True)
    assert (first.said["level"], len(first.careers)) == ("乡科级正职", 2)
    assert second.said["birth_date"] == "19811120"
    assert second.said["grassroots"] is False
    assert [(each.year, each.result) for each in second.appraisals] == [
        (2024, "优秀"), (2025, "称职"),
    ]  # fmt: skip
    (study,) = second.educations
    assert (study.schooling, study.start, study.end) == ("大学", 1999 * 12 + 8, 2003 * 12 + 6)
    assert [each.name for each in second.relatives] == ["乙父"]
    told = " ".join(each.text for each in issues)
    assert "所在政区" in told
    assert "A15 表有 1 行在 A01 人员中找不到本人，没有读入：丁未列" in told
    assert "A02 表有 1 行" in told  # two people of that name, and no number


def test_seats_of_the_workbook_are_proposed():
    forms, _ = roster.read(book(SHEETS), "采集表.xlsx")
    made = plan(of_records([]), [clean(form) for form in forms])
    unit, team, post, tenure = (each.record for each in made.seats())
    assert (unit.code, team.quota_deputy, post.role) == ("X01", 2, "正职")
    assert (tenure.person, tenure.start) == (made.entries[0].person.id, 2011 * 12 + 2)


def test_an_ordinary_roster_with_a_sheet_named_alike_stays_one():
    plain = {"A01": [["姓名", "性别"], ["甲示例", "男"]]}
    forms, _ = roster.read(book(plain), "名册.xlsx")
    assert [form.kind for form in forms] == ["roster"]
