from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.structure import compose, phrase
from leadership_model.structure.check import check_requirement
from leadership_model.structure.grammar import read
from leadership_model.structure.requirement import Average, Count, Every, Share
from tests.leadership_model.structure.requirements import NAMES, requirements

KINDS = [each.kind for each in compose.KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_requirement_of_every_kind_has_nothing_wrong(kind):
    made = compose.new(kind, "年龄", "新要求", "n", NAMES)
    assert isinstance(made.measure, kind)
    faults = [each for each in check_requirement(made, NAMES) if each.severity == "error"]
    assert faults == []


@given(requirements(), st.sampled_from(KINDS))
def test_a_requirement_turns_into_any_kind(requirement, kind):
    made = compose.of_kind(requirement, kind, NAMES)
    assert isinstance(made.measure, kind)
    assert (made.id, made.label, made.points) == (
        requirement.id, requirement.label, requirement.points,
    )  # fmt: skip
    assert read(phrase.sentence(made, NAMES), NAMES, made) == made
    assert compose.of_kind(made, kind, NAMES) is made


def test_what_both_kinds_know_is_kept():
    count = compose.new(Count, "性别", "女", "n", NAMES)
    share = compose.of_kind(count, Share, NAMES)
    assert share.measure.condition == count.measure.condition
    assert share.lo == Fraction(1, 3)
    every = compose.of_kind(share, Every, NAMES)
    assert every.measure.condition == count.measure.condition
    assert (every.lo, every.hi) == (None, None)


def test_there_are_twelve_and_each_is_found_by_its_words():
    assert len(set(KINDS)) == 12
    for each in compose.KINDS:
        assert compose.kind_called(each.title) is each.kind
        assert compose.kind_called(phrase.KIND_WORDS[each.kind]) is each.kind


def test_elements_offered_fit_the_kind():
    numbers = compose.elements_for(Average("年龄"), NAMES)
    assert "年龄" in numbers
    assert "性别" not in numbers
