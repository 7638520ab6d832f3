"""A6 and A7: what a recorded 成长地 says of posts of the city and of townships."""

import pytest

from leadership_model.people.unit import Unit
from tests.leadership_model.rules.county import person, sit
from tests.leadership_model.rules.test_qualification import ask
from tests.leadership_model.rules.test_state import answers

CITY = {"area_head": "市"}
TOWN = {"area_head": "乡"}
TOWNSHIP = Unit(id="u9", name="青石县石桥镇", kind="乡镇", area="青石县")
TEAM = {"unit": "u9", "category": "乡镇", "area": "青石县"}


@pytest.mark.parametrize(
    ("hometown", "expected"),
    [("青石县", "fail"), ("市直", "fail"), ("市外", "pass"), ("远山县", "pass"), (None, "unknown")],
)
def test_head_of_a_city_body(hometown, expected):
    found = ask("A6", person(hometown=hometown), head=CITY)
    assert (found.result, found.severity) == (expected, "warn")


def test_no_home_at_all_passes():
    assert ask("A6", person(hometown=None, absent="hometown"), head=CITY).result == "pass"


@pytest.mark.parametrize(
    ("hometown", "expected"),
    [
        ("石桥镇", "fail"),
        ("青石县石桥镇", "fail"),
        ("青石县", "unknown"),  # the county does not say which township
        ("白水县", "pass"),
        (None, "unknown"),
    ],
)
def test_head_of_a_township(hometown, expected):
    found = ask("A7", person(hometown=hometown), TOWNSHIP, team=TEAM, head=TOWN)
    assert (found.result, found.severity) == (expected, "warn")


def test_other_posts_are_not_asked():
    assert ask("A6", person(hometown="青石县")) is None
    assert ask("A7", person(hometown="青石县"), TOWNSHIP, team=TEAM) is None
    assert ask("A6", person(hometown="青石县"), head={"area_head": "县"}) is None


def test_present_holders_are_asked_too():
    seats = [person(hometown="青石县"), sit("head", "p1")]
    assert answers("A6", *seats, head=CITY) == ["fail"]
    assert answers("A7", *seats, TOWNSHIP, team=TEAM, head=TOWN) == ["unknown"]


def test_the_sentence_says_what_is_open():
    found = ask("A7", person(hometown="青石县"), TOWNSHIP, team=TEAM, head=TOWN)
    assert found.evidence == "成长地登记为青石县，是否在青石县石桥镇长大待核。"
