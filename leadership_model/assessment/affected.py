"""Whom the rows that were written speak of: people, posts and teams, by position."""

from collections.abc import Iterator, Mapping

import numpy as np

from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import LAYOUT
from leadership_model.people.table import Table, kinds_of

Touched = Mapping[str, frozenset[str]]  # table -> ids of rows that came, went or changed


def people(seating: Seating, touched: Touched) -> Iterator[int]:
    """Give the people whose own rows, seats or units are touched; also VACANT and OUTSIDER."""
    snapshot = seating.snapshot
    posts = list(_posts(seating, touched))
    yield from seating.holder[posts].tolist()
    yield from _of_tenures(seating, posts)
    for kind, ids in touched.items():
        if kind == "person":
            yield from _places(snapshot.people, ids)
        elif kind == "unit":
            units = list(_places(snapshot["unit"], ids))
            yield from np.flatnonzero(np.isin(snapshot.people.ints("unit"), units)).tolist()
        elif "person" in LAYOUT[kind][2]:
            yield from _referred(snapshot[kind], ids, "person")


def teams(seating: Seating, touched: Touched) -> Iterator[int]:
    """Give the teams that are touched, or own a row or a post that is."""
    snapshot = seating.snapshot
    yield from _places(snapshot.teams, touched.get("team", frozenset()))
    for kind, (_, _, references) in LAYOUT.items():
        if kind in touched and kind != "post" and "team" in references:
            yield from _referred(snapshot[kind], touched[kind], "team")
    yield from snapshot.posts.owners()[list(_posts(seating, touched))].tolist()


def _of_tenures(seating: Seating, posts: list[int]) -> Iterator[int]:
    """Give all who ever held one of the posts: what is said of a post is said of its tenures."""
    if posts:
        tenures = seating.snapshot["tenure"]
        yield from tenures.ints("person")[np.isin(tenures.ints("post"), posts)].tolist()


def _posts(seating: Seating, touched: Touched) -> Iterator[int]:
    """Give the posts that are touched, or lie in a team or unit that is."""
    snapshot = seating.snapshot
    yield from _places(snapshot.posts, touched.get("post", frozenset()))
    for kind, (_, _, references) in LAYOUT.items():
        if kind in touched and "post" in references:
            yield from _referred(snapshot[kind], touched[kind], "post")
    inside_of = list(_places(snapshot.teams, touched.get("team", frozenset())))
    units = list(_places(snapshot["unit"], touched.get("unit", frozenset())))
    if inside_of or units:
        inside = np.isin(snapshot.teams.ints("unit"), units)
        inside[inside_of] = True
        yield from np.flatnonzero(np.append(inside, False)[snapshot.posts.owners()]).tolist()


def _places(table: Table, ids: frozenset[str]) -> Iterator[int]:
    for key in sorted(ids):
        at = table.positions.get(key)
        if at is not None:
            yield at


def _referred(table: Table, ids: frozenset[str], name: str) -> Iterator[int]:
    """Give what the touched rows of a table point at."""
    at = list(kinds_of(table.record_type)).index(name)
    for row in _places(table, ids):
        found = table.references[name].get(table.rows[row][at])
        if found is not None:
            yield found
