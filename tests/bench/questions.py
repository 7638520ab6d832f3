"""The questions of the page 模型查询, beside plain SQL, DuckDB and pandas; answers checked equal.

Every run asks with other months, years and roles, so that no answer was kept from the run before.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import NumberColumn
from leadership_model.conditions.tree import All, Career, Compare, Condition, Within
from leadership_model.elements.table import FeatureTable
from leadership_model.people import codes
from leadership_model.query.facets import facet
from leadership_model.query.level_table import CountTable, level_table
from tests.bench.copies import peers, strokes
from tests.bench.domain import City, same
from tests.bench.peers import six_conditions, six_frames
from tests.bench.table import Row, median_ms
from ui.tables import order

EDUCATED = Compare("学历", ">=", "大学")
HEADS = (Compare("单位类别", "=", "乡镇"), Within("岗位类别", six_conditions.HEADS))
FACETS = dict(
    zip(
        six_conditions.FACETS,
        (
            *("性别", "民族", "政治面貌", "健康状况", "籍贯", "出生地", "成长地"),
            *("技术职务", "职务层次", "职级", "人员状态"),
        ),
        strict=True,
    )
)
ANSWERS = ("career", "matching", "months")
SQLITE, DUCK = ("MIN", "MAX"), ("least", "greatest")
FIRST, COUNT = 400, 40  # the page opened: from which row, how many rows
BUDGET, TIMES = 10.0, 10.0  # ms at the default size; how many times the faster of SQL and pandas


def values(month: int) -> Iterator[dict[str, Any]]:
    """Give ever other numbers for the same question."""
    for at in itertools.count():
        yield {
            "month": month,
            "age": 42 + at % 7,
            "months": 24 + at % 29,
            "role": ("正职", "副职")[at % 2],
        }


# ---- ours


def found(world: World, asked: dict[str, Any]) -> "np.ndarray[Any, Any]":
    """Answer the question of six conditions; nothing of the answer was kept."""
    county = (Compare("单位类别", "=", "县直部门"), Compare("角色", "=", asked["role"]))
    question = All(
        (
            Compare("政治面貌", "=", "中共党员"),
            Compare("性别", "=", "男"),
            Compare("年龄", "<=", asked["age"]),
            EDUCATED,
            Career("曾任", HEADS, months=asked["months"]),
            Career("曾任", county),
        )
    )
    return mask(question, columns_only(world, question)).sure


def columns_only(world: World, question: Condition) -> FeatureTable:
    """Forget every answer given before; the columns, our index, stay."""
    table = world.facts.table
    assert isinstance(table, FeatureTable)
    if not world.snapshot.knows("columns"):  # as the others' indices, they are there before
        world.snapshot.remember("columns", lambda: mask(question, table))
    source = table.source
    lasting = source._lasting.those(
        lambda key, *_: not (isinstance(key, tuple) and key[0] in ANSWERS)
    )
    return FeatureTable(replace(source, _lasting=lasting))


def with_facets(world: World, asked: dict[str, Any]) -> dict[str, dict[Any, int]]:
    """The same with twelve facets."""
    inside = found(world, asked)
    counts: dict[str, dict[Any, int]] = {
        name: {each.label: each.count for each in facet(world, label, inside).values}
        for name, label in FACETS.items()
    }
    column = world.facts.column("年龄")
    assert isinstance(column, NumberColumn)
    ages = column.low[inside & ~column.unknown & ~column.absent].astype(np.int64)
    counts["age"] = {at: int(n) for at, n in enumerate(np.bincount(ages)) if n}
    return counts


def page(world: World, first: int, count: int) -> list[tuple[Any, ...]]:
    """Put the women in the order of strokes and write one page of them."""
    people, yearly = world.snapshot.people, world.snapshot["appraisal"]
    rows = np.flatnonzero(people.texts("sex").mask("女")).astype(np.int32)
    shown = order.sort(rows, [(strokes(world), False)])[first : first + count]
    year, result, last = yearly.ints("year"), yearly.texts("result"), months.year_of(world.as_of)
    texts = [people.raw(name) for name in ("name", "sex", "ethnicity", "origin", "post_text")]
    written = []
    for at in shown.tolist():
        seen = [each for each in yearly.of(at) if last - 3 <= year[each] < last]
        words = " ".join(result.at(each) or "" for each in sorted(seen, key=year.__getitem__))
        written.append((world.person_ids[at], *(each[at] for each in texts), words or None))
    return written


def by_strokes(world: World) -> "np.ndarray[Any, Any]":
    """Put everybody in the order of strokes."""
    everybody = np.arange(world.facts.count, dtype=np.int32)
    return order.sort(everybody, [(strokes(world), False)])


def statistics(world: World) -> CountTable:
    """Make the official table of everybody."""
    return level_table(world, range(world.facts.count))


# ---- rows


def six_linked(city: City) -> Row:
    of, world = peers(city), city.world
    asked = next(values(world.as_of))
    mine = [world.person_ids[at] for at in np.flatnonzero(found(world, asked))]
    same(bool(mine), True)
    same(mine, six_conditions.by_sql(of.lite, asked, SQLITE))
    same(mine, six_conditions.by_sql(of.duck, asked, DUCK))
    same(mine, six_frames.found(of.frames, asked))
    return beside(
        "query, six conditions, two linked",
        city,
        varied(world, lambda each: found(world, each)),
        sql=varied(world, lambda each: six_conditions.by_sql(of.lite, each, SQLITE)),
        duck=varied(world, lambda each: six_conditions.by_sql(of.duck, each, DUCK)),
        frames=varied(world, lambda each: six_frames.found(of.frames, each)),
    )


def twelve_facets(city: City) -> Row:
    of, world = peers(city), city.world
    asked = next(values(world.as_of))
    mine = without_gaps(with_facets(world, asked))
    same(mine, six_conditions.with_facets(of.lite, asked, SQLITE))
    same(mine, six_conditions.with_facets(of.duck, asked, DUCK))
    same(mine, six_frames.with_facets(of.frames, asked))
    return beside(
        "the same with twelve facets",
        city,
        varied(world, lambda each: with_facets(world, each)),
        sql=varied(world, lambda each: six_conditions.with_facets(of.lite, each, SQLITE)),
        duck=varied(world, lambda each: six_conditions.with_facets(of.duck, each, DUCK)),
        frames=varied(world, lambda each: six_frames.with_facets(of.frames, each)),
    )


def opening_a_page(city: City) -> Row:
    of, world = peers(city), city.world
    year = months.year_of(world.as_of)
    mine = page(world, FIRST, COUNT)
    same(mine, six_conditions.page(of.lite, year, FIRST, COUNT))
    same(mine, six_conditions.page(of.duck, year, FIRST, COUNT))
    same(mine, six_frames.page(of.frames, year, FIRST, COUNT))
    firsts = itertools.cycle(range(0, FIRST, 13))
    return beside(
        "a page of results",
        city,
        lambda: page(world, next(firsts), COUNT),
        sql=lambda: six_conditions.page(of.lite, year, next(firsts), COUNT),
        duck=lambda: six_conditions.page(of.duck, year, next(firsts), COUNT),
        frames=lambda: six_frames.page(of.frames, year, next(firsts), COUNT),
    )


def sorting(city: City) -> Row:
    of, world = peers(city), city.world
    mine = [world.person_ids[at] for at in by_strokes(world).tolist()]
    same(mine, six_conditions.by_strokes(of.lite))
    same(mine, six_conditions.by_strokes(of.duck))
    same(mine, six_frames.by_strokes(of.frames))
    return beside(
        "sort by strokes",
        city,
        lambda: by_strokes(world),
        sql=lambda: six_conditions.by_strokes(of.lite),
        duck=lambda: six_conditions.by_strokes(of.duck),
        frames=lambda: six_frames.by_strokes(of.frames),
    )


def counting(city: City) -> Row:
    of, world = peers(city), city.world
    mine = counted(statistics(world))
    theirs = six_conditions.statistics(of.lite, world.as_of)
    same(mine, {level: theirs[level] for level in mine})
    theirs = six_conditions.statistics(of.duck, world.as_of)
    same(mine, {level: theirs[level] for level in mine})
    same(mine, six_frames.statistics(of.frames, world.as_of))
    return beside(
        "statistics table",
        city,
        lambda: statistics(world),
        sql=lambda: six_conditions.statistics(of.lite, world.as_of),
        duck=lambda: six_conditions.statistics(of.duck, world.as_of),
        frames=lambda: six_frames.statistics(of.frames, world.as_of),
    )


def beside(
    name: str,
    city: City,
    ours: Callable[[], object],
    *,
    sql: Callable[[], object],
    duck: Callable[[], object],
    frames: Callable[[], object],
) -> Row:
    """Time ours and the three others, and take the faster of SQL and pandas for the peer."""
    mine = median_ms(ours, 15)
    plain, lazy, framed = median_ms(sql, 7), median_ms(duck, 7), median_ms(frames, 5)
    size = f"{city.size}; SQL {plain:.1f}, DuckDB {lazy:.1f}, pandas {framed:.1f} ms"
    faster = min((plain, "six_conditions.py (SQL)"), (framed, "six_frames.py (pandas)"))
    return Row(name, size, mine, "ms", faster[1], faster[0], BUDGET, TIMES)


def varied(world: World, ask: Callable[[dict[str, Any]], object]) -> Callable[[], object]:
    """Ask with other numbers every time."""
    asked = values(world.as_of)
    return lambda: ask(next(asked))


def without_gaps(counts: dict[str, dict[Any, int]]) -> dict[str, dict[Any, int]]:
    """Leave out 无 and 待核: to the others both are NULL."""
    return {
        name: {value: n for value, n in each.items() if value not in ("无", "待核")}
        for name, each in counts.items()
    }


def counted(table: CountTable) -> dict[str, tuple[int, ...]]:
    """Read the rows of levels, the columns the others count too."""
    at = [
        next(i for i, column in enumerate(table.columns) if column.label == label)
        for label in ("人数", *six_conditions.COUNTED)
    ]
    return {
        row.label: tuple(row.cells[i].count for i in at)
        for row in table.rows[1:]
        if row.label in codes.ranks("levels")
    }


ROWS = (six_linked, twelve_facets, opening_a_page, sorting, counting)
