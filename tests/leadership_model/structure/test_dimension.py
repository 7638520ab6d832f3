import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.errors import UserError
from leadership_model.structure import dimension
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Filled, Requirement

NAMES = ("年龄", "性别", "经历")


def ask(id, name, points):
    return Requirement(id=id, dimension=name, label=id, measure=Filled(), points=points)


@st.composite
def models(draw):
    listed = draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 40)), min_size=1, max_size=8)
    )
    asked = tuple(ask(f"r{n}", name, float(points)) for n, (name, points) in enumerate(listed))
    return Model(id="m", category="乡镇", label="m", requirements=asked)


@given(models())
def test_points_spread_add_up_to_100_and_nobody_falls_behind(model):
    made = dimension.spread(model)
    assert dimension.rest(made) == 0
    assert all(each.points == int(each.points) for each in made.requirements)
    for one in range(len(model.requirements)):
        for two in range(len(model.requirements)):
            if model.requirements[one].points > model.requirements[two].points:
                assert made.requirements[one].points >= made.requirements[two].points


@given(models(), st.integers(0, 60))
def test_a_dimension_gets_its_points_and_others_keep_theirs(model, points):
    name = model.requirements[0].dimension
    made = dimension.with_points(model, {name: float(points)})
    after = {each.name: each.points for each in dimension.dimensions(made)}
    before = {each.name: each.points for each in dimension.dimensions(model)}
    assert after == before | {name: points}


@given(models(), st.data())
def test_moving_down_and_up_again_gives_the_model_gathered(model, data):
    model = dimension.gathered(model)
    id = data.draw(st.sampled_from([each.id for each in model.requirements]))
    down = dimension.moved(model, id, 1)
    assert {each.id for each in down.requirements} == {each.id for each in model.requirements}
    names = [each.name for each in dimension.dimensions(model)]
    if down == model:
        assert model.requirements[-1].id == id or len(names) == 1
    elif [each.name for each in dimension.dimensions(down)] == names:
        assert dimension.moved(down, id, -1) == model


def test_dimensions_are_renamed_and_joined():
    model = Model(
        id="m", category="乡镇", label="m",
        requirements=(ask("a", "年龄", 1.0), ask("b", "性别", 2.0), ask("c", "经历", 3.0)),
    )  # fmt: skip
    made = dimension.renamed(model, "经历", "年龄")
    assert [each.id for each in made.requirements] == ["a", "c", "b"]
    assert dimension.dimensions(made)[0] == dimension.Dimension("年龄", 2, 4.0)
    with pytest.raises(UserError):
        dimension.renamed(model, "年龄", " ")


def test_nothing_cannot_be_shared_out():
    with pytest.raises(UserError, match="还没有要求"):
        dimension.spread(Model(id="m", category="乡镇", label="m"))
