"""Columns of a department's own: guessed, decided, kept by name, found again, taken as elements."""

import pytest

from leadership_model.errors import UserError
from leadership_model.exchange import column_schemes as schemes
from leadership_model.exchange import roster, sheet_columns
from leadership_model.exchange.clean import clean
from leadership_model.exchange.column_schemes import MARK, Scheme
from leadership_model.exchange.plan import plan
from leadership_model.people.person import Mark, Person
from leadership_model.people.snapshot import of_records

WORDS = ("姓名", "出生年月", "干部籍贯", "现居", "气质", "办公室")
SHEET = "\n".join((",".join(WORDS), "甲示例,1980.03,云岭易溪,云溪,沉稳,312")).encode()
OURS = Scheme(
    "市直名册",
    WORDS,
    {"干部籍贯": "JiGuan", "现居": "ignored", "气质": f"{MARK}气质", "办公室": f"{MARK}办公室"},
)


def test_a_heading_nobody_knows_is_guessed_by_the_known_word_in_it():
    assert schemes.guess("干部籍贯") == "JiGuan"
    assert schemes.guess("任现职务层次时间说明") == "RenZhiWuCengCiShiJian"  # the longest word
    assert schemes.guess("办公室") == ""
    assert dict(schemes.choices())["JiGuan"] == "籍贯"


def test_schemes_are_kept_and_found_by_most_of_their_headings():
    other = Scheme("县区名册", ("姓名", "乡镇"), {})
    listed = schemes.kept((other,), OURS)
    assert schemes.read(schemes.write(listed)) == (other, OURS)
    assert schemes.fitting(listed, WORDS) == OURS
    assert schemes.fitting(listed, (*WORDS[:5], "电话")) is None  # 5 of 7
    assert schemes.fitting(listed, (*WORDS, "电话")) == OURS  # 6 of 7
    again = Scheme("市直新名册", WORDS, {})
    assert schemes.kept(listed, again) == (other, again)
    assert schemes.kept(listed, Scheme("县区名册", ("姓名",), {}))[0] == OURS
    for bad in ("[", '{"a": 1}', '{"a": {"words": []}}'):
        with pytest.raises(UserError, match="已损坏"):
            schemes.read(bad)


def test_columns_are_listed_with_what_they_mean_and_their_values():
    (listed,) = sheet_columns.columns(SHEET, "名册.csv", ())
    assert [(each.word, each.meaning) for each in listed][:3] == [
        ("姓名", "XingMing"),
        ("出生年月", "ChuShengNianYue"),
        ("干部籍贯", ""),
    ]
    assert listed[4].values == ("沉稳",)
    (listed,) = sheet_columns.columns(SHEET, "名册.csv", (OURS,))
    assert [each.meaning for each in listed][2:] == [
        "JiGuan", "ignored", f"{MARK}气质", f"{MARK}办公室",
    ]  # fmt: skip


def test_a_scheme_reads_columns_as_fields_and_as_elements():
    plain, (note,) = roster.read(SHEET, "名册.csv")
    assert "干部籍贯、现居、气质、办公室" in note.text
    assert clean(plain[0]).marks == ()
    (form,), issues = roster.read(SHEET, "名册.csv", (OURS,))
    assert issues == ()
    found = clean(form)
    assert found.said["origin"] == "云岭易溪"
    assert [(each.element, each.value) for each in found.marks] == [
        ("气质", "沉稳"), ("办公室", "312"),
    ]  # fmt: skip


def test_values_of_elements_are_new_changed_or_the_same():
    person = Person(id="p-1", name="甲示例", birth=23762, origin="云岭易溪")
    same = Mark(id="m-1", person="p-1", element="气质", value="沉稳")
    old = Mark(id="m-2", person="p-1", element="办公室", value="301", entered_by="王")
    (form,), _ = roster.read(SHEET, "名册.csv", (OURS,))
    made = plan(of_records([person, same, old]), [clean(form)])
    (entry,) = made.entries
    (rows,) = entry.rows
    assert [(each.id, each.value, each.entered_by) for each in rows.put] == [("m-2", "312", "王")]
    (new,) = plan(of_records([]), [clean(form)]).entries
    marks = next(each.put for each in new.rows if each.table == "person_mark")
    assert {each.person for each in marks} == {new.person.id}
