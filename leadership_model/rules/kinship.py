"""Kinship between people of the base: candidates from family tables, confirmed or dismissed.

A family line is a candidate when its name and birth month equal those of another person. Only a
person confirms it. Relatives outside the base, and lines without a birth month, are not seen.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.people import codes
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Ints


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
    people = snapshot.people
    told = snapshot.remember("rules kinship told", lambda: _told(snapshot))
    lines: list[tuple[int, int, int, str]] = []
    for other, key in enumerate(zip(people.raw("name"), people.raw("birth"), strict=True)):
        for row, owner, title in told.get(key, ()):
            if other != owner:
                lines.append((row, other, owner, title))
    found: dict[tuple[int, int], str] = {}
    for _, other, owner, title in sorted(lines):
        # The first line of two that tell of each other.
        found.setdefault((min(owner, other), max(owner, other)), title)
    return found


def _told(snapshot: Snapshot) -> dict[tuple[str, int], list[tuple[int, int, str]]]:
    """Give the family lines (row, owner, 称谓) by name and birth month, of the living only."""
    rows, groups = snapshot["relative"], codes.relation_groups()
    told: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
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
