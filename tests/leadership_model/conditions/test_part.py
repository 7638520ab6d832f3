import pytest

from leadership_model.conditions.part import STATES, operator_of, part_of, values_of
from leadership_model.conditions.tree import Between, Compare, Contains, Is, Within

PARTS = (
    Compare("年龄", "<=", 45),
    Between("年龄", 40, 45),
    Within("学历", ("大学", "研究生")),
    Contains("专长", "财政"),
    *(Is("学位", state) for state in STATES),
)


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_what_is_taken_apart_goes_together_again(part):
    assert part_of(part.name, operator_of(part), values_of(part)) == part


def test_values_are_kept_as_far_as_they_fit():
    assert part_of("年龄", ">=", (40, 45)) == Compare("年龄", ">=", 40)
    assert part_of("年龄", "介于", (40,)) == Between("年龄", 40, 40)
    assert part_of("年龄", "待核", (40,)) == Is("年龄", "待核")
