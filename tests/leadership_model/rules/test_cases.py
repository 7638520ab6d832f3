"""The hand-worked cases of `cases`, each asked of the rules."""

from collections import Counter

import pytest

from leadership_model.rules.book import shipped
from tests.leadership_model.rules.cases import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.id)
def test_hand_worked(case):
    assert case.scene() == case.expected


def test_there_are_two_hundred_and_each_is_another():
    assert len({case.id for case in CASES}) == len(CASES) >= 200
    assert all(case.article and case.rule in shipped() for case in CASES)


def test_every_rule_has_cases_on_both_sides():
    sides = Counter((case.rule, case.expected) for case in CASES)
    rules = {case.rule for case in CASES}
    alone = {rule for rule in rules if sum(one == rule for one, _ in sides) < 2}
    assert alone == {"K6"}
    assert len(rules) >= 40
