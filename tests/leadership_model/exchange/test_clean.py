import base64

import pytest

from leadership_model.exchange import lrmx
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import FAMILY, Element, Form
from leadership_model.people.gaps import ABSENT

JPEG = b"\xff\xd8\xff\xe0 picture"


def form_in(data, file=""):
    """Give the form of bytes that surely hold one."""
    form, _ = lrmx.read(data, file)
    assert form is not None
    return form


def form(**cells):
    cells = {"XingMing": "甲示例", **cells}
    return Form("f.lrmx", tuple(Element(tag, text, line=7) for tag, text in cells.items()))


def said_in(found):
    """Clean a form; untyped, since a test knows what is there."""
    return clean(found)


def said(**cells):
    return clean(form(**cells)).said


def issues(**cells):
    return [(each.field, each.severity) for each in clean(form(**cells)).issues]


def family(**cells):
    item = Element("Item", children=tuple(Element(tag, text) for tag, text in cells.items()))
    return Form("f", (Element("XingMing", "甲"), Element(FAMILY, children=(item,), tails=("",))))


def test_a_sample_says_all_it_holds(simple):
    found = said_in(form_in(simple, "a.lrmx"))
    assert not found.issues
    assert found.said["birth"] == 23762
    assert found.said["party"] == "中共党员"
    assert found.said["rewards_complete"] is True
    assert [each.mode for each in found.educations] == ["全日制", "在职"]
    assert found.educations[0].degree_level == "学士"
    assert found.educations[0].discipline == "经济学"
    assert [each.result for each in found.appraisals] == ["称职", "称职", "优秀"]
    assert len(found.rewards) == 2
    assert [each.deceased for each in found.relatives] == [False, False, True, False]
    assert found.relatives[2].birth_year == 1950
    assert {each.kind for each in found.careers} == {"任职", "学习", "其间", "跨段"}
    assert found.photo.read().startswith(b"\xff\xd8")


def test_missing_and_empty_say_nothing_but_absent_is_said():
    found = said(
        JiGuan="", ZhuanYeJiShuZhiWu="无", ShuXiZhuanYeYouHeZhuanChang="(无)", NiRenZhiWu="—"
    )
    assert "origin" not in found
    assert "birthplace" not in found
    assert found["technical_title"] == ABSENT
    assert found["speciality"] == ABSENT
    assert found["proposed_post"] == ABSENT


def test_collections_the_form_is_silent_about_are_none():
    found = clean(form())
    assert (found.careers, found.rewards, found.sanctions) == (None, None, None)
    assert (found.appraisals, found.relatives, found.photo) == (None, None, None)


def test_absent_collections_are_empty_and_complete():
    found = clean(form(JiangChengQingKuang="无", NianDuKaoHeJieGuo="无"))
    assert (found.rewards, found.sanctions, found.appraisals) == ((), (), ())
    assert found.said["rewards_complete"] is True
    assert found.said["reward_text"] == ABSENT


def test_rewards_not_all_read_are_not_complete():
    found = clean(form(JiangChengQingKuang="2014.02，嘉奖；受过处分"))
    assert found.said["rewards_complete"] is False
    assert [each.field for each in found.issues] == ["JiangChengQingKuang"]


@pytest.mark.parametrize(
    ("cell", "text", "severity"),
    [
        ("XingMing", "", "error"),
        ("XingBie", "未知", "error"),
        ("ChuShengNianYue", "198013", "error"),
        ("ChuShengNianYue", "1980", "warn"),
        ("CanJiaGongZuoShiJian", "20020732", "error"),
        ("MinZu", "虚构族", "warn"),
        ("RuDangShiJian", "200413", "warn"),
        ("ShenFenZheng", "123", "warn"),
        ("QuanRiZhiJiaoYu_XueLi", "博士后", "warn"),
        ("NianDuKaoHeJieGuo", "均为称职", "warn"),
        ("TianBiaoShiJian", "202513", "error"),
        ("JianLi", "2001.13--2002.01  科员", "warn"),
        ("ZhaoPian", "%%%", "error"),
        ("ZhaoPian", base64.b64encode(b"text").decode(), "error"),
        ("ZhaoPian", base64.b64encode(b"\x89PNG\r\n").decode(), "warn"),
        ("JiGuan", "示\ufffd例", "error"),
    ],
)
def test_what_cannot_be_is_an_issue_with_its_field_and_line(cell, text, severity):
    found = clean(form(**{cell: text})).issues
    assert [(each.field, each.severity) for each in found] == [(cell, severity)]
    assert found[0].file == "f.lrmx"
    assert found[0].line == 7


def test_an_impossible_date_says_nothing():
    assert "birth" not in said(ChuShengNianYue="198013")


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("198003", 23762, None), ("19800307", 23762, "19800307"), ("1980.03.07", 23762, "19800307")],
)
def test_birth(text, month, day):
    found = said(ChuShengNianYue=text)
    assert found["birth"] == month
    assert found.get("birth_date") == day


def test_spellings_become_names_of_the_code_lists():
    assert said(MinZu="汉")["ethnicity"] == "汉族"
    assert said(XingMing="甲 例")["name"] == "甲例"
    assert said(ShenFenZheng="00000019800307000x")["id_number"] == "00000019800307000X"
    found = clean(
        form(QuanRiZhiJiaoYu_XueLi="大学本科", ZaiZhiJiaoYu_XueLi="省(区、市)委党校研究生")
    )
    assert [each.schooling for each in found.educations] == ["大学", "省（区、市）委党校研究生"]


def test_a_degree_that_does_not_exist():
    (education,) = clean(form(ZaiZhiJiaoYu_XueLi="大学", ZaiZhiJiaoYu_XueWei="无")).educations
    assert education.absent == "degree degree_level"


def test_dirty_habits_in_the_resume():
    text = "2001.09--2005.07  甲局科员\\n2005.07--         甲局&1lt;副&1gt;局长\u200b"
    found = said(JianLi=text)["resume"]
    assert found == "2001.09--2005.07  甲局科员\n2005.07--         甲局<副>局长"


def test_the_line_of_a_fault_in_the_resume_is_counted():
    text = "2001.09--2005.07  甲局科员\n2005.13--2006.01  甲局科员"
    (issue,) = clean(form(JianLi=text)).issues
    assert issue.line == 8


def test_a_non_member_has_no_month_of_joining():
    assert said(RuDangShiJian="民建")["party_joined"] == ABSENT
    assert said(RuDangShiJian="无") == {
        "name": "甲示例",
        "party_joined": ABSENT,
        "party_text": ABSENT,
    }


def test_a_photo_with_a_data_url():
    text = "data:image/jpeg;base64," + base64.b64encode(JPEG).decode()
    assert clean(form(ZhaoPian=text)).photo.read() == JPEG


def test_a_photo_that_is_too_large():
    large = base64.b64encode(b"\xff\xd8" + b"x" * (5 << 20)).decode()
    assert issues(ZhaoPian=large) == [("ZhaoPian", "error")]


def test_an_empty_family_item_is_skipped():
    assert clean(family(ChengWei="", XingMing="\n  ")).relatives is None


@pytest.mark.parametrize(
    ("text", "birth", "year"), [("198212", 23795, None), ("1950", None, 1950), ("", None, None)]
)
def test_birth_of_a_relative(text, birth, year):
    (relative,) = said_in(family(ChengWei="父亲", XingMing="乙", ChuShengRiQi=text)).relatives
    assert (relative.birth, relative.birth_year) == (birth, year)


def test_cleaning_twice_gives_the_same(sample):
    found = form_in(sample)
    assert clean(found) == clean(found)
