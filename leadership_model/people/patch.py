"""A snapshot with a few rows written anew: all else is shared with the one before, nothing reread.

The result equals the snapshot a full reading gives, column by column: codes of texts count up in
order of first appearance, rows stand in the same order. Rows other tables point at (people, units,
teams, posts) may change but neither come, go nor move: then `patched` gives None, and who asked
reads everything.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import numpy as np

from leadership_model.people.patch_columns import Change, Row
from leadership_model.people.places import moved
from leadership_model.people.snapshot import LAYOUT, RETIRING, Snapshot, order_field
from leadership_model.people.table import Ints, Table, kinds_of

Written = Mapping[str, Mapping[str, Row | None]]  # table -> id -> the row now, None = gone
POINTED_AT = frozenset(each for _, _, found in LAYOUT.values() for each in found.values())


def patched(
    before: Snapshot, written: Written, settings: Mapping[str, str], number: int
) -> Snapshot | None:
    """Lay rows as they are stored now over a snapshot; None where that takes a full reading."""
    tables = dict(before.tables)
    for name, rows in written.items():
        laid = _lay(name, tables[name], rows)
        if laid is None:
            return None
        tables[name] = laid
    made = Snapshot(tables, dict(settings), number)
    return made.with_kept(before)


def _lay(name: str, table: Table, rows: Mapping[str, Row | None]) -> Table | None:
    """Lay rows over a table: in place where none comes, goes or moves."""
    if name in RETIRING and _retires(table, rows):
        return None
    names = list(kinds_of(table.record_type))
    kept = [names.index(each) for each in (table.owner, _order(table)) if each]
    same: dict[int, Row] = {}
    fresh: list[Row] = []
    gone: list[int] = []
    for key, row in rows.items():
        at = table.positions.get(key)
        if at is not None and row is not None and all(table.rows[at][k] == row[k] for k in kept):
            if row != table.rows[at]:
                same[at] = row
            continue
        gone += [] if at is None else [at]
        fresh += [] if row is None else [row]
    if not gone and not fresh:
        return _in_place(table, same) if same else table
    if name in POINTED_AT:
        return None
    return _moved(table, same, fresh, gone)


def _retires(table: Table, rows: Mapping[str, Row | None]) -> bool:
    at = list(kinds_of(table.record_type)).index("retired")
    former = {row[0] for row in table.retired}
    return any(key in former or (row is not None and row[at]) for key, row in rows.items())


def _in_place(table: Table, rows: Mapping[int, Row]) -> Table:
    """Write rows where they stand; a column in which they say the same is shared."""
    stored = list(table.rows)
    for at, row in rows.items():
        stored[at] = row
    change = Change(table, rows, None)
    return Table(
        table.record_type,
        tuple(stored),
        table.positions,
        table.references,
        table.owner,
        table.starts,
        table.retired,
        _cache=dict(change.columns()),
    )


def _moved(table: Table, same: Mapping[int, Row], fresh: list[Row], gone: list[int]) -> Table:
    """Take rows out and put rows in where a full reading would have them."""
    places = sorted(((_place(table, row), row) for row in fresh), key=_rank(table))
    widened = np.insert(np.arange(len(table.rows)), [at for at, _ in places], -1)
    take: Ints = widened[~np.isin(widened, gone)].astype(np.int32)
    stored = _woven(table.rows, same, places, gone)
    put = {at: stored[at] for at in np.flatnonzero(take < 0).tolist()}
    if same:
        put |= {int(np.flatnonzero(take == at)[0]): row for at, row in same.items()}
    change = Change(table, put, take, gone, _runs(take))
    return Table(
        table.record_type,
        stored,
        moved(table.positions, stored, take),
        table.references,
        table.owner,
        _starts(table, fresh, gone),
        table.retired,
        _cache=dict(change.columns()),
    )


def _runs(take: Ints) -> list[tuple[int, int]]:
    """Cut the places where rows stood before into stretches without a gap."""
    if not len(take):  # the last row is gone
        return []
    fresh = take < 0
    cuts = np.flatnonzero((np.diff(take) != 1) | fresh[1:] | fresh[:-1]) + 1
    starts = np.concatenate([[0], cuts])
    firsts, lasts = take[starts], take[np.append(starts[1:], len(take)) - 1]
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), strict=True))


def _woven(
    rows: tuple[Row, ...], same: Mapping[int, Row], places: list[tuple[int, Row]], gone: list[int]
) -> tuple[Row, ...]:
    """Put rows in before their places and take rows out, from the end on: few of very many move."""
    stored = list(rows)
    for at, row in same.items():
        stored[at] = row
    steps = [(at, 0, 0) for at in gone] + [(at, -1, n) for n, (at, _) in enumerate(places)]
    for at, kind, n in sorted(steps, reverse=True):
        if kind:
            stored.insert(at, places[n][1])
        else:
            del stored[at]
    return tuple(stored)


def _order(table: Table) -> str | None:
    return order_field(table.record_type) if table.owner else None


def _rank(table: Table) -> Any:  # noqa: ANN401 - a key for sorting
    key = _key(table)
    if table.owner is None:
        return lambda each: (each[0], key(each[1]))
    # Behind the last row of one owner and before the first of the next is the same place.
    return lambda each: (each[0], _owner(table, each[1]), key(each[1]))


def _key(table: Table) -> Any:  # noqa: ANN401 - a key for sorting
    """Give what rows of one owner are sorted by."""
    name = _order(table)
    if name is None:
        return lambda row: row[0]
    at = list(kinds_of(table.record_type)).index(name)
    return lambda row: (row[at] or 0, row[0])


def _place(table: Table, row: Row) -> int:
    """Find before which of the present rows a new one stands."""
    low, high, key = 0, len(table.rows), _key(table)
    if table.owner is not None:
        owner = _owner(table, row)
        low = int(table.starts[owner])
        high = int(table.starts[owner + 1]) if owner + 1 < len(table.starts) else high
    return bisect_left(table.rows, key(row), low, high, key=key)


def _owner(table: Table, row: Row) -> int:
    """Give the position of a row's owner; rows of nobody stand after all others."""
    assert table.owner is not None
    value = row[list(kinds_of(table.record_type)).index(table.owner)]
    found = table.references[table.owner]
    return found.get(value, len(found))


def _starts(table: Table, fresh: list[Row], gone: list[int]) -> Ints:
    if table.owner is None:
        return table.starts
    more = np.zeros(len(table.starts) + 1, dtype=np.int32)
    for row in fresh:
        more[_owner(table, row) + 1] += 1
    for at in gone:
        more[_owner(table, table.rows[at]) + 1] -= 1
    found: Ints = (table.starts + np.cumsum(more, dtype=np.int32)[:-1]).astype(np.int32)
    return found
