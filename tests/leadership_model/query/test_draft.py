"""A draft stands for a condition and gives it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import Between, Compare, Is
from leadership_model.elements import catalogue
from leadership_model.query import draft
from leadership_model.query.draft import EMPTY, Group, Line

SENTENCES = (
    "年龄 <= 42",
    "年龄 <= 42 且 学历 >= 大学",
    "年龄 <= 42 或 学历 >= 大学",
    "非 (性别 = 女)",
    "非 (性别 = 女 或 年龄 <= 30)",
    "非 (性别 = 女 且 年龄 <= 30) 且 学历 >= 大学",
    "从未任 乡镇工作 且 没有 处分 [影响期内 = 是]",
    "年龄 <= 42 且 (性别 = 女 或 民族 ≠ 汉族 且 学历 >= 大学)",
)


def read(text):
    return parse(text, catalogue.shipped())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_condition_comes_back_unchanged(sentence):
    condition = read(sentence)
    assert draft.condition_of(draft.draft_of(condition)) == condition


def test_never_held_is_a_line_and_not_a_group():
    root = draft.draft_of(read("从未任 乡镇工作"))
    assert isinstance(root.parts[0], Line)


def test_what_is_off_or_empty_does_not_count():
    root = draft.draft_of(read("年龄 <= 42 且 学历 >= 大学"))
    assert write(draft.condition_of(draft.toggle(root, (0,)))) == "学历 >= 大学"
    assert draft.condition_of(draft.toggle(root, ())) is None
    assert draft.condition_of(Group("none", (Group("any"),))) is None
    assert draft.condition_of(EMPTY) is None


def test_toggling_twice_gives_the_same_draft():
    root = draft.draft_of(read(SENTENCES[-1]))
    for path, _ in draft.walk(root):
        assert draft.toggle(draft.toggle(root, path), path) == root


def test_moving_stays_inside_the_group():
    root = draft.draft_of(read("年龄 <= 42 且 学历 >= 大学"))
    assert draft.move(root, (0,), -1) == root
    assert draft.move(root, (1,), 1) == root
    assert draft.move(root, (0,), 1).parts == root.parts[::-1]


def test_removing_and_adding_deep_inside():
    root = draft.draft_of(read(SENTENCES[-1]))
    line = draft.at(root, (1, 0))
    assert draft.add(draft.remove(root, (1, 0)), (1,), line).parts[1].parts[-1] == line


def test_a_line_beside_an_any_root_is_asked_as_well():
    root = draft.draft_of(read("年龄 <= 42 或 学历 >= 大学"))
    more = draft.with_line(root, Compare("性别", "=", "女"))
    assert write(draft.condition_of(more)) == "(年龄 <= 42 或 学历 >= 大学) 且 性别 = 女"


def test_a_range_replaces_the_range_before():
    first = draft.with_range(EMPTY, Between("年龄", 30, 40))
    assert draft.with_range(first, Between("年龄", 35, 45)).parts == (
        Line(Between("年龄", 35, 45)),
    )


def named(*parts, kind="all"):
    return Group(kind, tuple(Line(Is(e, "已知")) if isinstance(e, str) else e for e in parts))


@pytest.mark.parametrize(
    ("path", "group", "place", "expected"),
    [
        ((0,), (), 2, named("b", "a", named("c", "d"))),
        ((0,), (2,), 1, named("b", named("c", "a", "d"))),
        ((2, 1), (), 0, named("d", "a", "b", named("c"))),
        ((2,), (), 0, named(named("c", "d"), "a", "b")),
        ((0,), (), 1, named("a", "b", named("c", "d"))),
        ((2,), (2,), 0, named("a", "b", named("c", "d"))),
    ],
)
def test_a_part_is_moved_where_it_is_dropped(path, group, place, expected):
    assert draft.move_to(named("a", "b", named("c", "d")), path, group, place) == expected


@given(st.data())
def test_moving_loses_and_doubles_nothing(data):
    root = named("a", named("b", named("c", "d"), "e"), named("f", kind="any"), "g")
    nodes = dict(draft.walk(root))
    path = data.draw(st.sampled_from(sorted(nodes)))
    group = data.draw(
        st.sampled_from([p for p, n in sorted(nodes.items()) if isinstance(n, Group)])
    )
    moved = draft.move_to(root, path, group, data.draw(st.integers(0, 4)))
    assert lines(moved) == lines(root)


def lines(root):
    return sorted(e.condition.name for _, e in draft.walk(root) if isinstance(e, Line))
