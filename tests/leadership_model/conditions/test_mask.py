"""A condition as a vector agrees with asking people one by one, and filling gaps never contradicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.mask import mask
from leadership_model.conditions.tree import All, Career, Compare, Exists, Grades, Is, Not, Some
from leadership_model.conditions.tri import constant
from leadership_model.errors import UserError
from tests.leadership_model.conditions.catalogue import MEANINGS
from tests.leadership_model.conditions.crowd import ANYTHING, TEXTS, Crowd, evaluate, people
from tests.leadership_model.conditions.trees import PLAIN

CROWDS = st.lists(people(), min_size=1, max_size=4)


@given(PLAIN, CROWDS)
def test_the_vector_agrees_with_asking_one_by_one(tree, crowd):
    found = mask(tree, Crowd(crowd))
    assert [found.at(i) for i in range(len(crowd))] == [evaluate(tree, each) for each in crowd]
    assert not (found.sure & ~found.possible).any()


def filled(draw, candidates, meaning):
    """Choose one of the values a person may have."""
    if meaning.kind == "set":
        held, more = candidates
        extra = draw(st.sets(st.sampled_from(meaning.values))) if more else set()
        return (held | extra, False)
    if candidates == ANYTHING:
        known = meaning.values or (("云溪",) if meaning.kind == "choice" else TEXTS)
        return [draw(st.sampled_from([*known, None]))]
    return [draw(st.sampled_from([each for each in candidates if each != "+"]))]


@given(PLAIN, CROWDS, st.data())
def test_filling_gaps_never_contradicts_what_was_sure_or_impossible(tree, crowd, data):
    asked = without_states(tree)
    whole = [
        {name: filled(data.draw, each[name], MEANINGS[name]) for name in MEANINGS} for each in crowd
    ]
    before, after = mask(asked, Crowd(crowd)), mask(asked, Crowd(whole))
    assert not (before.sure & ~after.sure).any()
    assert not (after.possible & ~before.possible).any()


def without_states(tree):
    """Replace questions about the state of a value: filling a gap changes them on purpose."""
    match tree:
        case All(parts):
            return All(tuple(without_states(part) for part in parts))
        case Some(parts):
            return Some(tuple(without_states(part) for part in parts))
        case Not(part):
            return Not(without_states(part))
        case Is():
            return Compare("年龄", ">=", 30)
        case _:
            return tree


@given(CROWDS, st.sampled_from(sorted(MEANINGS)))
def test_everybody_is_in_exactly_one_state(crowd, name):
    answers = [mask(Is(name, state), Crowd(crowd)) for state in ("已知", "待核", "无")]
    for i in range(len(crowd)):
        assert [answer.at(i) for answer in answers].count(True) == 1
        assert not any(answer.unknown[i] for answer in answers)


class Questions(Crowd):
    """Answers questions about rows with a constant that tells which one was asked."""

    def __init__(self):
        super().__init__([{}])
        self.asked = []

    def career(self, mode, what, measure, months):
        self.asked.append((mode, what, measure, months))
        return constant(1, True)

    def exists(self, rows, parts):
        self.asked.append((rows, parts))
        return constant(1, None)

    def grades(self, years, grade, times):
        self.asked.append((years, grade, times))
        return constant(1, False)


def test_questions_about_rows_go_to_the_columns():
    table = Questions()
    parts = (Compare("单位类别", "=", "乡镇"),)
    tree = Some((Grades(3, "优秀", 1), Exists("履历", parts)))
    assert mask(tree, table).at(0) is None
    assert mask(Not(Career("现任", parts, "连续", 24)), table).at(0) is False
    assert table.asked == [
        (3, "优秀", 1),
        ("履历", parts),
        ("现任", parts, "连续", 24),
    ]


def test_an_element_that_does_not_exist_is_the_users_matter():
    class Odd(Crowd):
        def column(self, name):
            return Crowd([{"年龄": [3]}]).column("年龄")

    with pytest.raises(UserError, match="年令"):
        mask(Compare("年令", ">", 3), Odd([]))
