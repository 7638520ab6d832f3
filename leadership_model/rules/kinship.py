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
    people, rows = snapshot.people, snapshot["relative"]
    told = set(zip(rows.raw("name"), rows.raw("birth"), strict=True))
    named: dict[tuple[str, int], list[int]] = {}
    for i, key in enumerate(zip(people.raw("name"), people.raw("birth"), strict=True)):
        if key in told and key[0] and key[1] is not None:
            named.setdefault(key, []).append(i)
    groups, found = codes.relation_groups(), dict[tuple[int, int], str]()
    columns = (rows.raw(name) for name in ("name", "birth", "title", "deceased"))
    for owner, name, birth, title, dead in zip(rows.owners(), *columns, strict=True):
        if dead or owner < 0 or (title is not None and title not in groups):
            continue
        for other in named.get((name, birth), ()):
            if other != owner:
                pair = (min(int(owner), other), max(int(owner), other))
                found.setdefault(pair, title or "称谓待核")
    return found


def _find(snapshot: Snapshot) -> Kinships:
    """Lay the decisions of people over the candidates."""
    known = {pair: (False, title) for pair, title in candidates(snapshot).items()}
    table = snapshot["kinship"]
    for i in range(len(table)):
        one, two = int(table.ints("person")[i]), int(table.ints("relative")[i])
        if one < 0 or two < 0 or one == two:
            continue
        pair, state = (min(one, two), max(one, two)), table.raw("state")[i]
        if state == "排除":
            known.pop(pair, None)
        else:
            title = table.raw("title")[i] or known.get(pair, (False, "称谓待核"))[1]
            known[pair] = (state == "确认" or known.get(pair, (False, ""))[0], title)
    sides: dict[int, list[Kin]] = {}
    for (one, two), (confirmed, title) in sorted(known.items()):
        sides.setdefault(one, []).append(Kin(two, confirmed, title))
        sides.setdefault(two, []).append(Kin(one, confirmed, title))
    count = np.zeros(len(snapshot.people), dtype=np.int32)
    for person, found in sides.items():
        count[person] = len(found)
    return Kinships({person: tuple(found) for person, found in sides.items()}, count)
