import random

import numpy as np
import pytest

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records
from leadership_model.query.axis import axis, read_edges, usual_edges
from leadership_model.query.cross_table import cross

NOW = months.of(2026, 11)
ELEMENTS = (
    "性别",
    "年龄",
    "学历",
    "籍贯",
    "任现职月数",
    "出生年月",
    "熟悉领域",
    "班子类别",
    "姓名",
    "党外",
)


def person(id, years=None, **fields):
    birth = None if years is None else NOW - 12 * years
    return Person(id=id, name=id, birth=birth, **fields)


def table(*records, rows="性别", columns="年龄", **edges):
    world = World.of(of_records(list(records)), NOW)
    return cross(world, range(len(records)), rows, columns, **edges)


def labels(found):
    return [each.label for each in found.parts]


def test_a_table_worked_out_by_hand():
    found = table(
        person("a", 35, sex="女"),
        person("b", 36, sex="男"),
        person("c", 60, sex="男"),
        person("d", None, sex="男"),
        person("e", 36),
    )
    assert labels(found.rows) == ["男", "女", "待核"]
    assert labels(found.columns) == [
        *("35岁以下", "36–40", "41–45", "46–50", "51–54", "55–59", "60岁以上", "待核"),
    ]
    assert found.counts.tolist() == [
        [0, 1, 0, 0, 0, 0, 1, 1],
        [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 0, 0, 0],
    ]
    assert found.row_totals == (3, 1, 1)
    assert found.count(None, 1) == 2
    assert found.share(0, 1, "row") == 1 / 3
    assert found.share(0, 1, "column") == 1 / 2
    assert found.share(0, 3, "column") is None
    assert found.members(0, None).tolist() == [1, 2, 3]
    assert found.members(None, 1).tolist() == [1, 4]
    assert found.sensitive == ("性别",)


def test_months_are_put_into_years():
    born = [Person(id=str(at), name="x", birth=NOW - at, sex="男") for at in (490, 480, 470)]
    found = table(*born, columns="出生年月", column_edges=(1986, 1987))
    assert labels(found.columns) == ["1986年以前", "1986年", "1987年以后"]
    assert found.counts.tolist() == [[0, 2, 1]]


@pytest.mark.parametrize(
    ("text", "element", "words"),
    [
        ("", "年龄", "35,40,45"),
        ("三十", "年龄", "整数"),
        ("40,35", "年龄", "从小到大"),
        (",".join(map(str, range(30))), "年龄", "至多"),
        ("12", "出生年月", "年份"),
        ("x", "任现职月数", "12,36"),
    ],
)
def test_limits_that_make_no_bands_are_refused(world, text, element, words):
    with pytest.raises(UserError, match=words):
        read_edges(text, world.facts.meaning(element))


def test_limits_are_read_in_any_hand(world):
    assert read_edges("35，40、45 50", world.facts.meaning("年龄")) == (35, 40, 45, 50)
    with pytest.raises(UserError, match="没有名为"):
        axis(world, "没有", np.arange(3))
    assert usual_edges(world, "任现职月数") == (12, 36, 60, 120)


@pytest.mark.parametrize("seed", range(20))
def test_every_cell_holds_the_people_its_conditions_find(world, seed):
    source = random.Random(seed)
    rows, columns = source.choice(ELEMENTS), source.choice(ELEMENTS)
    people = sorted(source.sample(range(world.facts.count), source.randint(0, 200)))
    edges = {name: tuple(sorted(source.sample(range(1, 60), 3))) for name in ("年龄", "任现职月数")}
    found = cross(world, people, rows, columns, edges.get(rows, ()), edges.get(columns, ()))
    for side in (found.rows, found.columns):
        for part in side.parts:
            if part.condition is not None:
                assert (part.inside == world.facts.tri(part.condition).sure).all(), part.label
    for row in range(len(found.rows.parts)):
        for column in range(len(found.columns.parts)):
            assert len(found.members(row, column)) == found.count(row, column)
    if not found.columns.overlaps:
        assert (found.counts.sum(axis=1) == found.row_totals).all()
    if not found.rows.overlaps:
        assert sum(found.row_totals) == len(people)
