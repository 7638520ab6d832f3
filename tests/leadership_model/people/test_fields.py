from dataclasses import fields as record_fields

import pytest

from leadership_model import months
from leadership_model.people import fields
from leadership_model.people.person import Person

AS_OF = months.of(2026, 11)
PERSON = Person(
    id="p1", name="张三", birth=months.of(1975, 3), birth_date="19750312", absent="party"
)
# Kept by the store, or edited beside the form, or part of the birth.
ELSEWHERE = {"id", "birth_year", "birth_date", "resume", "has_photo", "absent", "version"} | {
    "changed_at"
}


def test_every_field_of_a_person_is_in_the_form():
    assert {each.name for each in record_fields(Person)} - ELSEWHERE == set(fields.BY_NAME)


@pytest.mark.parametrize(
    ("name", "state"), [("name", "value"), ("party", "absent"), ("sex", "unknown")]
)
def test_the_three_states(name, state):
    assert fields.state_of(PERSON, name) == state


@pytest.mark.parametrize(
    ("text", "birth", "date", "year"),
    [
        ("1980-05", months.of(1980, 5), None, 1980),
        ("1980.05.06", months.of(1980, 5), "19800506", 1980),
        ("1980", None, None, 1980),
        ("19800506", months.of(1980, 5), "19800506", 1980),
    ],
)
def test_births_are_read(text, birth, date, year):
    assert fields.fault_in("birth", text) == ""
    made = fields.with_text(PERSON, "birth", text)
    assert (made.birth, made.birth_date, made.birth_year) == (birth, date, year)
    assert fields.with_text(PERSON, "birth", fields.text_in(made, "birth")) == made


@pytest.mark.parametrize("text", ["1975.13", "1975-02-30", "昨天", "3012"])
def test_an_impossible_birth_is_refused(text):
    assert fields.fault_in("birth", text).endswith("。")


def test_a_month_a_code_and_a_flag_are_checked():
    assert "年月" in fields.fault_in("work_start", "1998.00")
    assert fields.fault_in("work_start", "1998.07") == ""
    assert "性别" in fields.fault_in("sex", "女性")
    assert "是”或“否" in fields.fault_in("selected_graduate", "对")
    assert fields.fault_in("name", "") == "请填写姓名。"
    assert "18 位" in fields.fault_in("id_number", "123")
    assert fields.fault_in("id_number", "99071519861124445x") == ""
    assert "校验位" in fields.fault_in("id_number", "990715198611244451")


def test_a_unit_is_taken_by_its_name():
    known = {"云溪市公安局": "u1"}
    assert "列表" in fields.fault_in("unit", "没有的局", known)
    made = fields.with_text(PERSON, "unit", "云溪市公安局", known)
    assert made.unit == "u1"
    assert fields.text_in(made, "unit", {"u1": "云溪市公安局"}) == "云溪市公安局"


def test_nothing_and_unknown_differ():
    absent = fields.with_state(PERSON, "birth", "absent")
    assert fields.state_of(absent, "birth") == "absent"
    assert absent.birth is absent.birth_date is None
    assert fields.state_of(fields.with_state(absent, "birth", "unknown"), "birth") == "unknown"
    assert fields.state_of(fields.with_text(absent, "birth", "1975-03"), "birth") == "value"


def test_an_emptied_text_is_unknown():
    assert fields.state_of(fields.with_text(PERSON, "party", ""), "party") == "unknown"


def test_dates_that_cannot_stand_together():
    young = fields.with_text(PERSON, "work_start", "1985-01")
    assert "不满 14 岁" in fields.faults(young, AS_OF)["work_start"]
    early = fields.with_text(PERSON, "party_joined", "1990-03")
    assert "不满 18 岁" in fields.faults(early, AS_OF)["party_joined"]
    fine = fields.with_text(PERSON, "party_joined", "1993-03")
    assert not fields.faults(fine, AS_OF)
    late = fields.with_text(PERSON, "level_since", "2026-12")
    assert "晚于基准日期 2026-11" in fields.faults(late, AS_OF)["level_since"]
    assert "birth" in fields.faults(fields.with_text(PERSON, "birth", "2027-01"), AS_OF)
    both = fields.with_text(
        fields.with_text(PERSON, "work_start", "1998-07"), "level_since", "1997-07"
    )
    assert "早于参加工作" in fields.faults(both, AS_OF)["level_since"]


def test_changed_names_values_and_states():
    other = fields.with_state(fields.with_text(PERSON, "sex", "女"), "party", "unknown")
    assert fields.changed(PERSON, other) == ("sex", "party")
    assert fields.changed(PERSON, fields.with_text(PERSON, "birth", "1975-03")) == ("birth",)
    assert fields.changed(PERSON, PERSON) == ()
