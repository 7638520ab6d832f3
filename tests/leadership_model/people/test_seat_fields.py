import pytest

from leadership_model import months
from leadership_model.people import seat_fields
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
