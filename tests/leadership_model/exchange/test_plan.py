import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.exchange import lrmx, outgoing
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import STATES, plan
from leadership_model.exchange.whole import of_snapshot
from leadership_model.people.gaps import ABSENT
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.sample import city
from tests.leadership_model.exchange.planning import (
    EMPTY,
    ID,
    RESUME,
    applied,
    base,
    changes,
    entry,
    form,
    form_in,
    planned,
)
from tests.soak import files


def test_a_sample_into_an_empty_base(sample):
    cleaned = clean(form_in(sample))
    made = planned(EMPTY, cleaned)
    assert made.counts() == {"new": 1, "changed": 0, "unchanged": 0, "conflicting": 0}
    (found,) = made.entries
    assert found.person.level == "乡科级正职"
    assert found.person.level_since == 24196
    assert {rows.table for rows in found.rows} == {
        "education", "career_entry", "appraisal", "reward", "relative",
    }  # fmt: skip
    assert all(row.id and row.person == found.person.id for rows in found.rows for row in rows.put)


def test_the_plan_of_an_applied_plan_is_empty(sample):
    cleaned = clean(form_in(sample))
    after = applied(EMPTY, plan(EMPTY, [cleaned]))
    again = plan(after, [cleaned], photo_of=lambda _: cleaned.photo.read())
    assert again.empty
    assert again.counts()["unchanged"] == 1


def test_ids_follow_from_the_source_of_randomness(sample):
    cleaned = clean(form_in(sample))
    one, other = (plan(EMPTY, [cleaned], source=random.Random(3)) for _ in range(2))
    assert one == other


def test_only_what_differs_and_is_said_changes():
    snapshot = base(sex="男", origin="甲省乙县", health="健康", technical_title="会计师")
    found = changes(
        snapshot, XingBie="男", JiGuan="甲省丙县", JianKangZhuangKuang="", ZhuanYeJiShuZhiWu="无"
    )
    assert found == {
        "origin": ("甲省乙县", "甲省丙县"),
        "technical_title": ("会计师", ABSENT),
    }
    person = entry(snapshot, form(ZhuanYeJiShuZhiWu="无")).person
    assert person.is_absent("technical_title")
    assert person.health == "健康"


def test_absent_becomes_a_value():
    snapshot = base(absent="technical_title")
    found = entry(snapshot, form(ZhuanYeJiShuZhiWu="会计师"))
    assert found.person.technical_title == "会计师"
    assert found.person.absent == ""


def test_another_month_of_birth_clears_the_old_day():
    snapshot = base(id_number=ID, birth_date="19800307")
    found = changes(snapshot, ShenFenZheng=ID, ChuShengNianYue="198004")
    assert found == {"birth": (23762, 23763), "birth_date": ("19800307", None)}


def test_a_year_beside_the_month_of_birth_goes_along():
    snapshot = base(id_number=ID, birth_year=1980)
    found = changes(snapshot, ShenFenZheng=ID, ChuShengNianYue="197804")
    assert found == {"birth": (23762, 23739), "birth_year": (1980, 1978)}
    assert changes(base(birth_year=1980), ChuShengNianYue="198003") == {}


def test_equal_facts_in_another_wording_change_nothing():
    snapshot = base(party="中共党员", party_joined=24053)
    assert changes(snapshot, RuDangShiJian="200406") == {}


def test_the_form_we_write_ourselves_says_nothing_new():
    snapshot = of_records(city.draw(people=120, seed=3).records)
    forms = []
    for row in range(len(snapshot.people)):
        written = outgoing.form_of(of_snapshot(snapshot, row))
        forms.append(clean(form_in(lrmx.write(written), str(row))))
    made = plan(snapshot, forms)
    touched = {each.name: [c.field for c in each.changes] for each in made.of("changed")}
    assert not touched


# ------------------------------------------------------------------ who it is


def test_found_by_number():
    assert (
        entry(base(id_number=ID), form(ShenFenZheng=ID.lower(), ChuShengNianYue="198001")).state
        == "changed"
    )


def test_found_by_name_and_birth():
    assert entry(base(), form()).state == "unchanged"


def test_another_birth_is_another_person_with_a_note():
    made = plan(base(), [form(ChuShengNianYue="197001")])
    assert made.counts()["new"] == 1
    assert [issue.severity for issue in made.issues] == ["note"]


@pytest.mark.parametrize(
    ("people", "cells", "word"),
    [
        ([{"id_number": ID}, {"id_number": ID}], {"ShenFenZheng": ID}, "同一身份证号"),
        ([{"id_number": ID, "name": "乙"}], {"ShenFenZheng": ID}, "姓名"),
        ([{}, {}], {}, "2 位"),
        ([{"id_number": "1" * 18}], {"ShenFenZheng": ID}, "身份证号不同"),
        ([{}], {"ChuShengNianYue": ""}, "没有出生年月"),
        ([], {"XingMing": ""}, "没有姓名"),
    ],
)
def test_what_cannot_be_decided_is_a_conflict(people, cells, word):
    listed = [
        Person(**{"id": f"p-{at}", "name": "甲示例", "birth": 23762, **each})
        for at, each in enumerate(people)
    ]
    found = entry(of_records(listed), form(**cells))
    assert found.state == "conflicting"
    assert word in found.sentence
    assert found.person is None


def test_two_files_with_one_number_conflict():
    made = plan(EMPTY, [form("a", ShenFenZheng=ID), form("b", ShenFenZheng=ID, XingMing="乙")])
    assert made.counts()["conflicting"] == 2
    assert made.empty
    assert [issue.file for issue in made.issues if issue.severity == "error"] == ["a", "b"]


def test_a_file_with_and_one_without_number_about_one_person_conflict():
    made = plan(base(id_number=ID), [form("a", ShenFenZheng=ID, JiGuan="x"), form("b", JiGuan="y")])
    assert made.counts()["conflicting"] == 2


def test_a_plain_copy_is_passed_over():
    made = plan(EMPTY, [form("a", ShenFenZheng=ID), form("b", ShenFenZheng=ID)])
    assert made.counts() == {"new": 1, "changed": 0, "unchanged": 1, "conflicting": 0}


def test_one_bad_file_leaves_the_others_alone():
    made = plan(EMPTY, [form("a", XingMing=""), form("b")])
    assert [each.state for each in made.entries] == ["conflicting", "new"]


# ------------------------------------------------------------------ level and grade


def test_a_grade_is_no_level():
    person = entry(EMPTY, form(JianLi="2021.09--  甲县财政局四级调研员")).person
    assert (person.level, person.grade, person.grade_since) == (None, "四级调研员", 24260)


def test_a_line_that_is_not_understood_gives_no_level():
    person = entry(EMPTY, form(JianLi="2021.09--  甲县财政局局长、某机构负责人")).person
    assert person.level is None


cells = st.fixed_dictionaries(
    {},
    optional={
        "XingBie": st.sampled_from(["男", "女", "?", ""]),
        "ChuShengNianYue": st.sampled_from(["198003", "19800307", "1980", "198013", "无"]),
        "RuDangShiJian": st.sampled_from(["200406", "民建", "无", "200406；民建", "x", ""]),
        "MinZu": st.sampled_from(["汉", "彝族", "无", "x"]),
        "JiGuan": st.sampled_from(["无", "甲", "—", ""]),
        "ShenFenZheng": st.sampled_from([ID, "1", ""]),
        "QuanRiZhiJiaoYu_XueLi": st.sampled_from(["大学", "无", "x", ""]),
        "QuanRiZhiJiaoYu_XueWei": st.sampled_from(["法学学士", "无", ""]),
        "ZaiZhiJiaoYu_XueLi": st.sampled_from(["研究生", "无", ""]),
        "JianLi": st.sampled_from([RESUME, "无", "x", RESUME + "（其间：2010.01--2011.01学习）"]),
        "JiangChengQingKuang": st.sampled_from(
            ["无", "2014.02，嘉奖", "2014.02，嘉奖；2014.02，嘉奖", "2019.05，受党内警告处分；x"]
        ),
        "NianDuKaoHeJieGuo": st.sampled_from(["2019年、2020年称职", "2020年优秀", "无", "x"]),
    },
)


@given(cells, cells)
def test_planning_an_applied_plan_yields_nothing(first, second):
    once = applied(EMPTY, plan(EMPTY, [form(**first)]))
    later = plan(once, [form(**second)])
    twice = applied(once, later)
    if later.of("changed"):
        again = plan(twice, [form(**second)])
        assert again.empty, [each.changes for each in again.entries]
    assert plan(once, [form(**first)]).empty


def test_damaged_files_come_to_a_plan_or_to_a_word_why_not():
    """A few of what `make soak` sends through in thousands: nothing raises, nothing is silent."""
    found = files.run(60, seed=7)
    assert found["files"] == found["read"] + found["refused"] == 60
    assert sum(found[state] for state in STATES) >= found["read"]  # some hold several people
    assert min(found["read"], found["refused"]) > 0
