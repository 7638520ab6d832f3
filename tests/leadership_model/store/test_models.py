from fractions import Fraction

import pytest

from leadership_model.conditions.tree import All, Career, Compare
from leadership_model.errors import UserError
from leadership_model.store import audit, load, models
from leadership_model.store.connection import writing
from leadership_model.store.planting import plant_these
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.requirement import (
    Average,
    Count,
    Ladder,
    Requirement,
    Rung,
    Scope,
    Share,
)

WOMAN = Compare("性别", "=", "女")
PORTRAIT = Portrait(
    id="head",
    label="乡镇党委书记",
    category="乡镇",
    role="正职",
    key=True,
    qualifications=(All((Compare("年龄", "<=", 50), Career("曾任", "乡镇领导"))),),
    weights=(
        Weight(label="基层", points=20, condition=Career("曾任", "村居任职", months=24)),
        Weight(label="年龄", points=10, element="年龄", start=50, full=40),
    ),
)
MODEL = Model(
    id="m-township",
    category="乡镇",
    label="乡镇党政班子",
    effective=24000,
    requirements=(
        Requirement(
            id="women",
            dimension="性别",
            label="女干部",
            measure=Count(WOMAN),
            lo=Fraction(1),
            points=10,
            veto=True,
            basis="条例",
            why="结构",
        ),
        Requirement(
            id="third",
            dimension="经历",
            label="三分之一",
            measure=Share(WOMAN),
            scope=Scope("副职"),
            lo=Fraction(1, 3),
            tolerance=1.5,
        ),
        Requirement(
            id="age",
            dimension="年龄",
            label="平均年龄",
            measure=Average("年龄"),
            hi=Fraction(41),
            effective=24300,
        ),
        Requirement(
            id="ladder",
            dimension="年龄",
            label="梯次",
            measure=Ladder("年龄", (Rung(None, 35, 2), Rung(36, 45, 3, 6))),
            hi=Fraction(0),
        ),
    ),
    portraits=(PORTRAIT,),
)
DIFFERENCE = Model(
    id="m-remote",
    category="乡镇",
    label="边远乡镇",
    sub_category="边远",
    version=2,
    removed=frozenset({"women", "age"}),
)


def test_a_model_comes_back_as_it_was_published(base, actor):
    models.publish(base, actor, MODEL)
    models.publish(base, actor, DIFFERENCE)
    assert load.models(base) == (DIFFERENCE, MODEL)


def test_versions_stand_side_by_side(base, actor):
    later = Model(id=MODEL.id, category="乡镇", label="新版", version=2, effective=24322)
    models.publish(base, actor, MODEL)
    models.publish(base, actor, later)
    assert load.models(base) == (MODEL, later)


def test_a_published_version_is_never_changed(base, actor):
    models.publish(base, actor, MODEL)
    with pytest.raises(UserError, match="第 1 版已经发布"):
        models.publish(base, actor, MODEL)


def test_versions_of_a_model_are_of_one_category(base, actor):
    models.publish(base, actor, MODEL)
    with pytest.raises(UserError, match="不属于同一类班子"):
        models.publish(base, actor, Model(id=MODEL.id, category="街道", label="街道", version=2))


def test_publishing_is_in_the_book(base, actor):
    changes = models.publish(base, actor, MODEL)
    line = audit.lines(base, "model_version")[0]
    assert (line.what, line.record) == ("发布", "m-township@1")
    assert changes.touches("model")


def test_a_model_without_requirements_is_one_all_the_same(base, actor):
    bare = Model(id="m", category="乡镇", label="空")
    models.publish(base, actor, bare)
    assert load.models(base) == (bare,)


def test_general_portraits_keep_their_order_and_apart_from_a_models_own(base, actor):
    general = tuple(
        Portrait(id=f"g-{i}", label="通用", category="乡镇", weights=PORTRAIT.weights)
        for i in range(12)
    )
    with writing(base) as connection:
        plant_these(connection, actor, [MODEL], general)
    assert load.portraits(base) == general
    assert load.models(base) == (MODEL,)
    assert audit.lines(base)[-1].after == '{"model": 1, "portrait": 12}'
