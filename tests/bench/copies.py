"""The city for the peers of the questions: in SQLite with its indices, in DuckDB, as frames."""

import sqlite3
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd

from leadership_model.assessment.world import World
from leadership_model.people import codes
from tests.bench.domain import City
from ui.tables import collate, order

DISPUTED = "SELECT person FROM verification WHERE fact = '出生时间' AND NOT verified"
DOUBTED = f"UPDATE person SET birth = NULL, birth_year = NULL WHERE id IN ({DISPUTED})"


def doubted(city: City) -> list[str]:
    """Give the people whose birth is in dispute."""
    with sqlite3.connect(city.path) as stored:
        return [row[0] for row in stored.execute(DISPUTED)]


@dataclass(frozen=True, slots=True)
class Peers:
    """The same data in SQLite with its indices, in DuckDB, and as frames."""

    lite: sqlite3.Connection
    duck: duckdb.DuckDBPyConnection
    frames: dict[str, pd.DataFrame]


def peers(city: City) -> Peers:
    """Copy the database of the city to each, once, with the ranks nobody but us has."""
    return city.snapshot.remember("peers", lambda: copied(city))


def copied(city: City) -> Peers:
    """Make the copies."""
    lite = sqlite3.connect(":memory:")
    with sqlite3.connect(city.path) as stored:
        stored.backup(lite)
    lite.execute(DOUBTED)  # to the others a birth in dispute is unknown too
    frames = {
        name: pd.read_sql(f"SELECT * FROM {name}", lite)
        for name in ("person", "education", "career_entry", "appraisal")
    }
    rank = dict(zip(city.world.person_ids, strokes(city.world).tolist(), strict=True))
    frames["person"]["rank"] = frames["person"]["id"].map(rank)
    ranks = codes.ranks("education")
    frames["schooling"] = pd.DataFrame({"name": list(ranks), "rank": list(ranks.values())})
    lite.execute("CREATE TABLE strokes (person TEXT PRIMARY KEY, rank INT)")
    lite.executemany("INSERT INTO strokes VALUES (?, ?)", rank.items())
    lite.execute("CREATE INDEX by_rank ON strokes (rank, person)")
    lite.execute("CREATE TABLE schooling (name TEXT PRIMARY KEY, rank INT)")
    lite.executemany("INSERT INTO schooling VALUES (?, ?)", ranks.items())
    for column in ("sex", "party", "birth", "level"):
        lite.execute(f"CREATE INDEX person_{column} ON person ({column})")
    lite.execute("CREATE INDEX career_kind ON career_entry (unit_kind, post_kind)")
    lite.execute("ANALYZE")
    duck = duckdb.connect()
    for name in ("person", "education", "career_entry", "appraisal", "schooling"):
        duck.register("frame", frames[name])
        duck.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
    duck.execute("CREATE TABLE strokes AS SELECT id AS person, rank FROM person")
    return Peers(lite, duck, frames)


def strokes(world: World) -> Any:
    """Rank everybody's name; worked out once when the page opens."""
    people = world.snapshot.people
    return world.snapshot.remember(
        "strokes", lambda: order.ranks_of(collate.stroke_ranks(people.raw("name")))
    )
