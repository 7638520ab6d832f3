from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leadership_model.conditions.tree import Compare
from leadership_model.structure.compare import PieceChange, compare, spelled
from leadership_model.structure.model import Adjustment, Model, Portrait, Weight
from leadership_model.structure.requirement import Average, Count, Every, Requirement, Scope

WOMAN = Compare("性别", "=", "女")


def requirement(id, measure=Count(WOMAN), lo=1, **more):  # noqa: B008
    bound = None if lo is None else Fraction(lo)
    return Requirement(
        id=id, dimension="性别", label=f"要求{id}", measure=measure, lo=bound, **more
    )


def model(*requirements, **more):
    return Model(id="m", category="乡镇", label="乡镇班子", requirements=requirements, **more)


def test_a_changed_target_is_one_piece():
    found = compare(model(requirement("a")), model(requirement("a", lo=2)))
    assert found.head == ()
    (line,) = found.lines
    assert (line.id, line.change, line.portrait) == ("a", "changed", False)
    assert line.pieces == (PieceChange("目标", "≥ 1 人", "≥ 2 人"),)


def test_added_and_removed_requirements_are_told_with_all_their_pieces():
    found = compare(model(requirement("a")), model(requirement("b", points=5)))
    assert [(each.id, each.change) for each in found.lines] == [("b", "added"), ("a", "removed")]
    assert PieceChange("分值", "", "5") in found.lines[0].pieces
    assert PieceChange("目标", "≥ 1 人", "") in found.lines[1].pieces
    assert (found.count("added"), found.count("removed"), found.count("changed")) == (1, 1, 0)


def test_lines_of_a_model_and_what_a_difference_takes_away():
    one, other = model(red=60, green=85), model(red=55, green=85)
    assert compare(one, other).head == (PieceChange("红线", "60", "55"),)
    under = replace(one, sub_category="山区", removed=frozenset({"x"}))
    more = replace(under, adjusted=(Adjustment("women", Fraction(1)),), removed=frozenset())
    assert compare(under, more).head == (
        PieceChange("取消上级要求", "x", "–"),
        PieceChange("增减上级目标", "–", "women +1"),
    )


def test_portraits_are_compared_too():
    head = Portrait(id="p", label="书记", category="乡镇", role="正职",
                    weights=(Weight(label="基层", points=20, condition=WOMAN),))  # fmt: skip
    heavier = replace(head, weights=(replace(head.weights[0], points=30),))
    found = compare(model(portraits=(head,)), model(portraits=(heavier,)))
    (line,) = found.lines
    assert (line.portrait, line.label) == (True, "书记")
    assert [(p.word, "20 分" in p.before, "30 分" in p.after) for p in line.pieces] == [
        ("权重", True, True)
    ]


def test_numbers_and_months_of_versions_are_no_difference():
    assert compare(model(requirement("a")), model(requirement("a"), version=7, effective=99)).same


requirements = st.builds(
    Requirement,
    id=st.sampled_from("abcd"),
    dimension=st.sampled_from(["性别", "年龄"]),
    label=st.sampled_from(["甲", "乙"]),
    measure=st.sampled_from([Count(WOMAN), Average("年龄"), Every(WOMAN)]),
    scope=st.sampled_from([Scope(), Scope("正职"), Scope("全部", "经济")]),
    lo=st.sampled_from([Fraction(1), Fraction(2)]),
    ideal_lo=st.sampled_from([None, Fraction(3)]),
    tolerance=st.sampled_from([None, 2.0]),
    points=st.sampled_from([0.0, 5.0]),
    veto=st.booleans(),
    effective=st.sampled_from([None, 24000]),
    basis=st.sampled_from(["", "条例"]),
    why=st.sampled_from(["", "因为。"]),
)
models = st.builds(
    lambda listed, red: model(*{each.id: each for each in listed}.values(), red=red),
    st.lists(requirements, max_size=5),
    st.sampled_from([50.0, 60.0]),
)
MIRROR = {"added": "removed", "removed": "added", "changed": "changed"}


@given(models, models)
def test_the_comparison_is_its_own_mirror(one, other):
    there, back = compare(one, other), compare(other, one)
    turned = {
        (line.id, MIRROR[line.change], tuple((p.word, p.after, p.before) for p in line.pieces))
        for line in back.lines
    }
    assert {
        (line.id, line.change, tuple((p.word, p.before, p.after) for p in line.pieces))
        for line in there.lines
    } == turned
    assert there.head == tuple(PieceChange(p.word, p.after, p.before) for p in back.head)
    assert there.same == back.same


@given(models, models)
def test_nothing_that_differs_is_passed_over(one, other):
    found = compare(one, other)
    was, now = ({each.id: each for each in m.requirements} for m in (one, other))
    differing = {id for id in (*was, *now) if was.get(id) != now.get(id)}
    fixed = {
        id for id in differing if id in was and id in now and spelled(was[id]) == spelled(now[id])
    }
    assert {line.id for line in found.lines} == differing
    # only bounds that a kind does not read (每人都应符合 has none) can differ unseen
    assert all(isinstance(was[id].measure, Every) for id in fixed)
    assert all(line.pieces for line in found.lines if line.id not in fixed)
    assert compare(one, one).same
