"""The questions of the page 模型查询 for 500,000 people: `make bench-large`.

The default city is repeated 60 times, for us and for DuckDB; answers are checked equal. Prints the
table, writes out/bench-large.json. Exit code 1 when a budget is broken.
"""

import itertools
import json
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.people import codes
from tests.bench import copies, questions
from tests.bench.domain import City, same
from tests.bench.peers import pandas_tables, six_conditions
from tests.bench.repeated import repeated
from tests.bench.table import Row, median_ms, show

OUT = Path(__file__).resolve().parents[2] / "out"
TIMES, BUDGET, RATIO, MEMORY = 60, 150.0, 3.0, 3.0  # ms, times DuckDB, GB
DUCK, FIRST, COUNT = questions.DUCK, 100_000, 40
Work = Callable[[], object]


def main() -> int:
    """Measure all rows."""
    with tempfile.TemporaryDirectory() as folder:
        city = City.build(Path(folder))
        world = World.of(repeated(city.snapshot, TIMES), city.world.as_of)
        ours = {name: (work(), median_ms(work)) for name, work in asked(world).items()}
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        duck = connected(city, world)
        rows = []
        for name, work in peers(duck, world).items():
            same(ours[name][0], work())
            size = f"{world.facts.count} people"
            times = median_ms(work, 5)
            rows.append(Row(name, size, ours[name][1], "ms", "DuckDB", times, BUDGET, RATIO))
    rows.append(Row("peak memory, x 60", "ours alone", memory, "GB", "", None, MEMORY))
    print(show(rows))
    OUT.mkdir(exist_ok=True)
    document = [row.document() for row in rows]
    (OUT / "bench-large.json").write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return 0 if all(row.ok for row in rows) else 1


def asked(world: World) -> dict[str, Work]:
    """Give what is measured of us; answers as those of the others, but for the order of ids."""
    values = questions.values(world.as_of)
    first = next(values)
    turns = itertools.chain([first], values)
    again = itertools.chain([first], questions.values(world.as_of))
    return {
        "query, six conditions, two linked": lambda: int(questions.found(world, next(turns)).sum()),
        "the same with twelve facets": lambda: questions.without_gaps(
            questions.with_facets(world, next(again))
        ),
        "a page of results": lambda: questions.page(world, FIRST, COUNT),
        "sort by strokes": lambda: named(questions.by_strokes(world)),
        "statistics table": lambda: questions.counted(questions.statistics(world)),
    }


def peers(duck: Any, world: World) -> dict[str, Work]:
    """Give what is measured of DuckDB."""
    month, year = world.as_of, months.year_of(world.as_of)
    values = questions.values(month)
    first = next(values)
    turns, again = (
        itertools.chain([first], values),
        itertools.chain([first], questions.values(month)),
    )

    def count() -> int:
        text = six_conditions.found(next(turns), DUCK)
        return int(duck.execute(f"SELECT COUNT(*) FROM ({text})").fetchone()[0])

    def by_strokes() -> object:
        ordered = duck.execute("SELECT place FROM person ORDER BY rank, place").fetchnumpy()
        return named(ordered["place"])

    def statistics() -> object:
        told = six_conditions.statistics(duck, month)
        return {level: told[level] for level in told if level in codes.ranks("levels")}

    return {
        "query, six conditions, two linked": count,
        "the same with twelve facets": lambda: six_conditions.with_facets(duck, next(again), DUCK),
        "a page of results": lambda: six_conditions.page(duck, year, FIRST, COUNT),
        "sort by strokes": by_strokes,
        "statistics table": statistics,
    }


def named(order: "np.ndarray[Any, Any]") -> bytes:
    """Give an order as something that is compared at once."""
    return order.astype(np.int64).tobytes()


def connected(city: City, world: World) -> Any:
    """Repeat the city's tables in DuckDB."""
    duck = duckdb.connect()
    frames = pandas_tables.read(str(city.path))
    doubted = set(copies.doubted(city))
    people = frames["person"]
    people.loc[people["id"].isin(doubted), ["birth", "birth_year"]] = None
    ranks = codes.ranks("education")
    duck.register("frame", pd.DataFrame({"name": list(ranks), "rank": list(ranks.values())}))
    duck.execute("CREATE TABLE schooling AS SELECT * FROM frame")
    once = copies.strokes(city.world)
    people["place"] = people["id"].map({id: at for at, id in enumerate(city.world.person_ids)})
    people["rank"] = once[people["place"]]
    for name, key in (
        ("person", "id"), ("education", "person"), ("career_entry", "person"), ("appraisal", "person"),
    ):  # fmt: skip
        duck.register("frame", frames[name])
        place = f", place + n.range * {len(people)} AS place" if name == "person" else ""
        duck.execute(
            f"CREATE TABLE {name} AS SELECT * REPLACE (printf('%02d-%s', n.range, {key}) AS {key}"
            f"{place}) FROM frame, range({TIMES}) n"
        )
    duck.execute("CREATE TABLE strokes AS SELECT id AS person, rank FROM person")
    return duck


if __name__ == "__main__":
    sys.exit(main())
