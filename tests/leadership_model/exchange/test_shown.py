from dataclasses import replace

from leadership_model.exchange.entry import Entry
from leadership_model.exchange.form import Form
from leadership_model.exchange.merge import Change
from leadership_model.exchange.shown import Line, lines
from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import ABSENT
from leadership_model.people.person import Appraisal, Person

PERSON = Person(id="p", name="张三", sex="男", birth=1975 * 12 + 2)


def entry(*changes, **values):
    plain = {"file": "a.lrmx", "state": "changed", "name": "张三", "form": Form("a.lrmx", ())}
    return Entry(**{**plain, "changes": changes, **values})


def test_fields_are_told_with_old_and_new():
    made = lines(entry(Change("sex", None, "女"), Change("work_start", 23838, ABSENT)))
    assert made == (Line("性别", "待核", "女"), Line("参加工作时间", "1986-07", "无"))


def test_collections_are_told_by_their_rows():
    old = (CareerEntry(id="c", person="p", line=0, start=24000, text="科员"),)
    new = (*old, replace(old[0], id="d", start=24100, text="科长"))
    made = lines(entry(Change("career_entry", old, new)))
    assert made == (Line("履历", "1 条：2000.01 科员", "2 条：2000.01 科员；2008.05 科长"),)


def test_what_follows_from_another_field_is_left_out():
    made = lines(entry(Change("birth", 1, 24000), Change("birth_year", None, 2000)))
    assert [each.label for each in made] == ["出生年月"]


def test_a_new_person_is_told_by_the_main_fields():
    made = lines(entry(state="new", person=PERSON))
    assert Line("姓名", "", "张三") in made
    assert Line("出生年月", "", "1975-03") in made


def test_an_empty_collection_is_nothing():
    made = lines(
        entry(Change("appraisal", (), (Appraisal(id="a", person="p", year=2024, result="优秀"),)))
    )
    assert made == (Line("年度考核", "无", "1 条：2024 优秀"),)
