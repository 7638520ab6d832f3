"""How far a write reaches: the kinds of thing, and which people and teams, where they are few."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.store.tables import table

HANDFUL = 20  # beyond this many people or teams a view reads everything again anyway
TEAMS = {"team": "id", "post": "team", "team_indicator": "team", "team_task": "team"}
NOTED = ("rule_check", "exception")  # about a person, a post or a team


def extent(connection: Connection, touched: Iterable[tuple[str, Mapping[str, Any]]]) -> Changes:
    """Say what was touched, from (table, row) pairs as they were before and after the write."""
    kinds: set[str] = set()
    people: set[str] = set()
    teams: set[str] = set()
    seats: set[str] = set()
    for kind, row in touched:
        kinds.add(kind)
        if kind == "person":
            people.add(row["id"])
        people.update(row[name] for name in ("person", "relative") if _refers(kind, name, row))
        if kind in TEAMS:
            teams.add(row[TEAMS[kind]])
        if kind == "tenure" or (kind in NOTED and row["post"]):
            seats.add(row["post"])
        if kind in NOTED and row["team"]:
            teams.add(row["team"])
    teams |= _teams_of(connection, seats)
    return Changes(
        frozenset(kinds),
        frozenset(people) if len(people) <= HANDFUL else None,
        frozenset(teams) if len(teams) <= HANDFUL else None,
    )


def _refers(kind: str, name: str, row: Mapping[str, Any]) -> bool:
    return bool(row.get(name)) and bool(table(kind).c[name].foreign_keys)


def _teams_of(connection: Connection, posts: set[str]) -> set[str]:
    """Find the teams of some posts; the handful is asked one by one."""
    if len(posts) > HANDFUL * 10:
        found = connection.execute(table("post").select().with_only_columns(table("post").c.team))
        return {row[0] for row in found}
    post = table("post")
    question = post.select().with_only_columns(post.c.team)
    rows = (connection.execute(question.where(post.c.id == each)).first() for each in sorted(posts))
    return {row[0] for row in rows if row is not None}
