"""Short texts that all pages show alike."""

import pytest

from ui import names


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 个月"), (1, "1 个月"), (12, "1 年"), (35, "2 年 11 个月")]
)
def test_span(count, text):
    assert names.span(count) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.5, "+2.5"), (-3.04, "\u22123.0"), (0, "0"), (0.04, "0"), (-0.04, "0")],
)
def test_differences_always_have_a_sign(value, text):
    assert names.signed(value) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(None, 0, "–"), (8155, 0, "8,155"), (-1234.5, 1, "\u22121,234.5")],
)
def test_number(value, digits, text):
    assert names.number(value, digits) == text


def test_months():
    assert names.month(None) == "–"
    assert names.month(-1) == "–"
    assert names.month(2026 * 12 + 10) == "2026-11"


def test_people_posts_and_teams_have_names(loaded):
    snapshot = loaded.base.snapshot
    assert names.person_name(snapshot, 0) == snapshot.people.raw("name")[0]
    assert names.person_name(snapshot, -1) == "空缺"
    assert names.person_name(snapshot, -2) == "库外人员"
    assert names.team_name(snapshot, 0) in names.full_post(snapshot, 0)
    for post in names.vacancies(loaded.world.seating):
        assert loaded.world.seating.holder[post] == -1
