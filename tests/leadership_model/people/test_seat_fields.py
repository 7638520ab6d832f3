from dataclasses import fields, replace

import pytest

from leadership_model import months
from leadership_model.people import codes, seat_fields
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit

TEAM = Team(id="t1", unit="u1", name="易溪县委班子", quota_head=1, term_start=months.of(2026, 6))
POST = Post(id="s1", team="t1", name="副县长", functions="经济、农业")
UNIT = Unit(id="u1", name="易溪县")


@pytest.mark.parametrize("record", [TEAM, POST, UNIT])
def test_what_is_shown_reads_back(record):
    for each in seat_fields.fields_of(record):
        text = seat_fields.text_in(record, each.name)
        assert seat_fields.fault_in(record, each.name, text) == ""
        assert seat_fields.with_text(record, each.name, text) == record


@pytest.mark.parametrize(
    ("record", "name", "text"),
    [
        (TEAM, "quota_head", "两个"),
        (TEAM, "quota_head", "100"),
        (TEAM, "term_start", "2026-13"),
        (TEAM, "name", " "),
        (POST, "level", "县长级"),
        (POST, "functions", "经济、吃饭"),
        (POST, "member", "对"),
    ],
)
def test_faults_are_one_sentence(record, name, text):
    assert seat_fields.fault_in(record, name, text).endswith("。")


def test_values_are_taken():
    team = seat_fields.with_text(TEAM, "quota_deputy", "11")
    assert team.quota_deputy == 11
    assert seat_fields.with_text(team, "quota_deputy", "").quota_deputy is None
    assert seat_fields.changed(TEAM, team) == ("quota_deputy",)
    assert seat_fields.with_text(POST, "member", "否").member is False
    assert seat_fields.with_text(TEAM, "term_start", "2026.07").term_start == months.of(2026, 7)


@pytest.mark.parametrize("record", [TEAM, POST, UNIT])
def test_every_field_with_states_is_absent_or_unknown_and_a_value_again(record):
    for field in seat_fields.fields_of(record):
        name = field.name
        if not seat_fields.has_states(record, name):
            assert seat_fields.with_state(record, name, "absent") == record
            continue
        gone = seat_fields.with_state(record, name, "absent")
        assert seat_fields.state_of(gone, name) == "absent"
        assert seat_fields.text_in(gone, name) == ""
        unknown = seat_fields.with_state(gone, name, "unknown")
        assert seat_fields.state_of(unknown, name) == "unknown"
        assert unknown.absent == ""


def test_a_value_takes_the_absence_away():
    gone = seat_fields.with_state(TEAM, "quota_other", "absent")
    assert gone.absent == "quota_other"
    assert seat_fields.with_text(gone, "quota_other", "2") == replace(TEAM, quota_other=2)
    assert "quota_other" in seat_fields.changed(TEAM, gone)


def test_every_field_of_the_records_has_its_place():
    kept = {"id", "version", "changed_at", "absent", "retired", "linked"}
    for record in (TEAM, POST, UNIT):
        shown = {each.name for each in seat_fields.fields_of(record) if not each.virtual}
        assert shown | kept >= {each.name for each in fields(record)}


def test_the_end_of_a_term_is_its_last_month():
    assert seat_fields.text_in(TEAM, "term_end") == "2031-05"
    longer = seat_fields.with_text(TEAM, "term_end", "2031-11")
    assert longer.term_months == 66
    assert "请先填写" in seat_fields.fault_in(replace(TEAM, term_start=None), "term_end", "2031-11")
    assert "10 年" in seat_fields.fault_in(TEAM, "term_end", "2045-01")
    assert "10 年" in seat_fields.fault_in(TEAM, "term_end", "2020-01")


def test_units_and_teams_are_taken_by_their_words():
    known = {"易溪县": "u1"}
    assert seat_fields.with_text(TEAM, "unit", "易溪县", known).unit == "u1"
    assert "没有“别处”" in seat_fields.fault_in(TEAM, "unit", "别处", known)
    assert seat_fields.text_in(TEAM, "unit", {"u1": "易溪县"}) == "易溪县"


def test_a_retired_code_stays_readable_and_is_not_offered():
    codes.lay([OwnCode(id="c", list="functions", name="招商引资", retired=True)])
    try:
        assert "招商引资" not in seat_fields.options(POST, "functions")
        assert seat_fields.fault_in(POST, "functions", "经济、招商引资") == ""
    finally:
        codes.lay(())
    assert seat_fields.fault_in(POST, "functions", "经济、招商引资")


def test_what_sorts_and_what_decides_the_quota_is_never_empty():
    assert seat_fields.fault_in(POST, "role", "") == "请填写角色。"
    assert seat_fields.fault_in(POST, "order", " ") == "请填写班子内次序。"
