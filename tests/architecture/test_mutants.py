"""The sabotages stay in step with the program: each place is there once, each room is covered."""

import pytest

from tests.mutants.__main__ import ROOT, attempt, copy_to, in_place
from tests.mutants.sabotages import SABOTAGES

ROOMS = {
    "assessment",
    "conditions",
    "elements",
    "exchange",
    "matching",
    "papers",
    "people",
    "query",
    "rules",
    "staffing",
    "store",
    "structure",
}
# One of the lowest room and one of a high one; `make mutants` runs them all.
SAMPLE = (
    "people: in the month of hand-over the predecessor still holds the seat",
    "assessment: tolerance of counts is floor(n / 2)",
)


def test_every_place_to_change_is_there_exactly_once():
    assert [each.name for each in SABOTAGES if not in_place(each)] == []


def test_every_sabotage_can_be_compiled_and_has_its_tests():
    for each in SABOTAGES:
        text = (ROOT / each.file).read_text("utf-8")
        compile(text.replace(each.old, each.new), each.file, "exec")
        assert all((ROOT / test).is_file() for test in each.tests), each.name


def test_there_are_many_of_them_in_every_room():
    assert len(SABOTAGES) >= 40
    assert len({each.name for each in SABOTAGES}) == len(SABOTAGES)
    assert {each.room for each in SABOTAGES} == ROOMS
    assert all(each.name.startswith(f"{each.room}: ") for each in SABOTAGES)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    return copy_to(tmp_path_factory.mktemp("mutants") / "copy")


@pytest.mark.parametrize("name", SAMPLE)
def test_a_sabotage_is_noticed(copy, name):
    (sabotage,) = (each for each in SABOTAGES if each.name == name)
    assert attempt(sabotage, copy) == "killed"
    assert in_place(sabotage, copy), "the copy was not mended again"
