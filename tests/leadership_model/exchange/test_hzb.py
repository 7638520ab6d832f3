"""Packages: tables to forms, codes to names, line feeds kept, faults told."""

import re

from leadership_model.exchange import hzb, sources
from leadership_model.exchange.clean import clean
from leadership_model.people import codes
from tests.leadership_model.exchange.conftest import SAMPLES

FOLDER = SAMPLES / "hzb"
TABLES = {path.stem: path.read_bytes() for path in (FOLDER / "Table").glob("*.xml")}


def no_photo(name):
    return None


def read(**changed):
    tables = {**TABLES, **{k: v.encode("utf-8") for k, v in changed.items()}}
    return hzb.read(tables, no_photo, "包")


def test_people_of_a_folder_with_names_for_codes():
    forms, issues = sources.read_path(FOLDER)
    first, second = (clean(form) for form in forms)
    assert (first.name, second.name) == ("甲示例", "戊虚构")
    assert (first.issues, second.issues) == ((), ())
    assert (second.said["sex"], second.said["ethnicity"], second.said["party"]) == (
        "女",
        "土家族",
        "民盟",
    )
    assert (first.said["level"], second.said["level"]) == ("乡科级正职", "乡科级副职")
    assert first.said["level_since"] == 2016 * 12 + 4
    assert first.photo is not None
    assert second.photo is None
    assert [r.title for r in first.relatives or ()] == ["妻子", "儿子", "父亲", "母亲"]
    assert issues == ()
    full = next(each for each in first.educations if each.mode == "全日制")
    assert (full.start, full.end) == (1998 * 12 + 8, 2002 * 12 + 6)


def test_a_table_nobody_reads_is_told():
    _, issues = read(A65='<xml><data><row A0000="1"/></data></xml>')
    assert [issue.severity for issue in issues] == ["note"]
    assert "A65" in issues[0].text


def test_line_feeds_inside_an_attribute_stay():
    forms, _ = read()
    assert (forms[0].text("JianLi") or "").count("\n") == 8
    assert len(clean(forms[0]).careers or ()) >= 6


def test_bare_signs_that_writers_forget_to_escape():
    body = TABLES["A01"].decode("utf-8").replace("财政、经济管理", "财政 & 经济 <管理>")
    forms, issues = read(A01=body)
    assert forms[0].text("ShuXiZhuanYeYouHeZhuanChang") == "财政 & 经济 <管理>"
    assert issues == ()


def test_party_from_its_code_where_the_text_is_empty():
    body = TABLES["A01"].decode("utf-8").replace('A0140="2004.06"', 'A0140=""')
    forms, _ = read(A01=body)
    assert clean(forms[0]).said["party_joined"] == 2004 * 12 + 5


def test_family_in_the_order_of_its_numbers():
    body = TABLES["A36"].decode("utf-8")
    swapped = body.replace('SORTID="1"', 'SORTID="9"')
    forms, _ = read(A36=swapped)
    assert [r.title for r in clean(forms[0]).relatives or ()] == ["儿子", "父亲", "母亲", "妻子"]


def test_a_package_without_people_or_with_entities_is_refused():
    for bad in ("", "<xml><data>", '<!DOCTYPE a [<!ENTITY b "c">]><xml/>'):
        forms, issues = read(A01=bad)
        assert forms == ()
        assert "error" in [issue.severity for issue in issues]


def test_an_unknown_code_is_complained_of_and_not_guessed():
    body = TABLES["A01"].decode("utf-8").replace('A0221="1A41"', 'A0221="ZZ"')
    forms, _ = read(A01=body)
    read_form = clean(forms[0])
    assert "level" not in read_form.said
    assert [issue.severity for issue in read_form.issues] == ["warn"]


def test_a_code_may_lack_its_nought():
    body = TABLES["A01"].decode("utf-8").replace('A0117="01"', 'A0117="1"')
    forms, _ = read(A01=body)
    assert clean(forms[0]).said["ethnicity"] == "汉族"


def rows(*attributes):
    return "<xml><data>" + "".join(f"<row {each}/>" for each in attributes) + "</data></xml>"


KEY = 'A0000="AAAAAAAA-0000-0000-0000-000000000002"'


def test_single_rows_fill_what_the_summary_leaves_empty():
    body = TABLES["A01"].decode("utf-8")
    for column in ("A14Z101", "A15Z101", "A0196", "A0221", "A0288"):
        body = re.sub(rf' {column}="[^"]*"', f' {column}=""', body)
    forms, _ = read(
        A01=body,
        A06=rows(f'{KEY} A0602="高级会计师"'),
        A14=rows(f'{KEY} A1404A="嘉奖" A1407="201402" A1411A="示例市人民政府"'),
        A15=rows(*(f'{KEY} A1521="{year}" A1517="{code}"'
                   for year, code in ((2019, "1"), (2018, "3"), (2017, "9X")))),
        A99Z1=rows(f'{KEY} A99Z103="1"'),
    )  # fmt: skip
    found = clean(forms[1])
    assert found.said["technical_title"] == "高级会计师"
    assert (found.said["level"], found.said["level_since"]) == ("乡科级副职", 2019 * 12 + 11)
    assert [(each.month, each.organ, each.name) for each in found.rewards] == [
        (2014 * 12 + 1, "示例市人民政府", "嘉奖")
    ]
    assert [(each.year, each.result) for each in found.appraisals] == [
        (2018, "基本称职"),
        (2019, "优秀"),
    ]
    assert found.said["selected_graduate"] is True
    assert any("2017 9X" in each.text for each in found.issues)


def test_a_grade_in_its_older_column():
    code = next(each["code"] for each in codes.items("grades") if each["name"] == "一级调研员")
    body = re.sub(r' A0192E="[^"]*"', "", TABLES["A01"].decode("utf-8"))
    forms, _ = read(A01=body.replace("<row ", f'<row A0192D="{code}" ', 1))
    assert clean(forms[0]).said["grade"] == "一级调研员"
