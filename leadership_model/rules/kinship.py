"""Kinship between people of the base: candidates from family tables, confirmed or dismissed.

A family line is a candidate when its name and birth month equal those of another person. Only a
person confirms it. Relatives outside the base, and lines without a birth month, are not seen.
"""

from dataclasses import dataclass
from itertools import compress, count
from operator import is_not

import numpy as np

from leadership_model.people import codes
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Ints

Key = tuple[str | None, int | None]  # name and birth month


@dataclass(frozen=True, slots=True)
class Kin:
    """One relation seen from one side: the other person, confirmed or not, and the 称谓."""

    other: int
    confirmed: bool
    title: str


@dataclass(frozen=True, slots=True)
class Kinships:
    """Everybody's relations; each stands on both sides. `count[i]`: how many person i has."""

    of: dict[int, tuple[Kin, ...]]
    count: Ints


def kinships(snapshot: Snapshot) -> Kinships:
    """Find all relations between people of the base, once per snapshot."""
    return snapshot.remember("rules kinship", lambda: _find(snapshot))


def candidates(snapshot: Snapshot) -> dict[tuple[int, int], str]:
    """Give the pairs (smaller position first) that family tables suggest, with the 称谓."""
    told = _lines(snapshot)
    lines: list[tuple[int, int, int, str]] = []
    for other, key in _named(snapshot).items():
        lines += [(row, other, own, title) for row, own, title in told[key] if own != other]
    found: dict[tuple[int, int], str] = {}
    for _, other, owner, title in sorted(lines):
        # The first line of two that tell of each other.
        found.setdefault((min(owner, other), max(owner, other)), title)
    return found


@dataclass(frozen=True, slots=True)
class _Named:
    """Who is told of by a family line, found in these columns of people and among these lines."""

    names: tuple[str | None, ...]
    births: tuple[int | None, ...]
    told: dict[Key, list[tuple[int, int, str]]]
    of: dict[int, Key]


def _named(snapshot: Snapshot) -> dict[int, Key]:
    """Give the people whose name and birth month some family line has, with both.

    What was found last is carried on: only who is called or was born otherwise is looked up.
    """
    told, people = _lines(snapshot), snapshot.people
    names, births = people.raw("name"), people.raw("birth")
    last: list[_Named] = snapshot.remember("rules kinship named", list)
    before = last[0] if last else None
    found: dict[int, Key] = {}
    if before is None or before.told is not told or len(before.names) != len(names):
        other = list(range(len(names)))
    else:
        found = before.of.copy()
        sides = ((before.names, names), (before.births, births))
        other = [at for was, now in sides for at in compress(count(), map(is_not, was, now))]
    for at in other:
        found.pop(at, None)
        key = (names[at], births[at])
        if key in told:
            found[at] = key
    last[:] = [_Named(names, births, told, found)]
    return found


def _lines(snapshot: Snapshot) -> dict[Key, list[tuple[int, int, str]]]:
    return snapshot.remember("rules kinship told", lambda: _told(snapshot))


def _told(snapshot: Snapshot) -> dict[Key, list[tuple[int, int, str]]]:
    """Give the family lines (row, owner, 称谓) by name and birth month, of the living only."""
    rows, groups = snapshot["relative"], codes.relation_groups()
    told: dict[Key, list[tuple[int, int, str]]] = {}
    columns = (rows.raw(name) for name in ("name", "birth", "title", "deceased"))
    owners = rows.owners().tolist()
    for row, (owner, name, birth, title, dead) in enumerate(zip(owners, *columns, strict=True)):
        if dead or owner < 0 or not name or birth is None:
            continue
        if title is None or title in groups:
            told.setdefault((name, birth), []).append((row, owner, title or "称谓待核"))
    return told


def _find(snapshot: Snapshot) -> Kinships:
    """Lay the decisions of people over the candidates."""
    known = {pair: (False, title) for pair, title in candidates(snapshot).items()}
    table = snapshot["kinship"]
    sides_of = (table.ints(name).tolist() for name in ("person", "relative"))
    columns = (table.raw(name) for name in ("state", "title"))
    for one, two, state, told in zip(*sides_of, *columns, strict=True):
        if one < 0 or two < 0 or one == two:
            continue
        pair = (min(one, two), max(one, two))
        if state == "排除":
            known.pop(pair, None)
        else:
            title = told or known.get(pair, (False, "称谓待核"))[1]
            known[pair] = (state == "确认" or known.get(pair, (False, ""))[0], title)
    sides: dict[int, list[Kin]] = {}
    for (one, two), (confirmed, title) in sorted(known.items()):
        sides.setdefault(one, []).append(Kin(two, confirmed, title))
        sides.setdefault(two, []).append(Kin(one, confirmed, title))
    count = np.zeros(len(snapshot.people), dtype=np.int32)
    for person, found in sides.items():
        count[person] = len(found)
    return Kinships({person: tuple(found) for person, found in sides.items()}, count)
