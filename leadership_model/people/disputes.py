"""Which facts are in dispute, and the columns of people in which such facts are unknown.

A fact is in dispute while a conflicting value stands beside it and nobody has verified it, and
when the verified value is another one than the record holds. It is not wrong: what depends on it
is unknown until somebody settles it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from leadership_model import months
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import BIRTH, FACTS, PARTY, WORK, Verification

# fact -> the fields of Person it stands in; the other facts stand in rows of their own
FIELDS: Mapping[str, tuple[str, ...]] = {
    BIRTH: ("birth", "birth_year"),
    WORK: ("work_start",),
    PARTY: ("party_joined",),
}
_FACT_OF = {field: fact for fact, fields in FIELDS.items() for field in fields}
_MONTH = re.compile(r"(\d{4})\D?(\d{1,2})")


def disputed(snapshot: Snapshot, fact: str) -> Bools:
    """Mark the people one fact of whom is in dispute. Shape (people,)."""
    return _all(snapshot)[fact][0]


def reasons(snapshot: Snapshot, person: int) -> dict[str, str]:
    """Say of each disputed fact of a person why it is, as a sentence; by fact."""
    found = {fact: each[1].get(person) for fact, each in _all(snapshot).items()}
    return {fact: text for fact, text in found.items() if text}


def reason(snapshot: Snapshot, person: int, fact: str) -> str:
    """Say why one fact of a person is in dispute; empty where it is not."""
    return _all(snapshot)[fact][1].get(person, "")


def settled(snapshot: Snapshot, field: str) -> Ints:
    """Give a column of months of people in which disputed facts are UNKNOWN."""
    column = snapshot.people.ints(field)
    fact = _FACT_OF.get(field)
    if fact is None or not len(snapshot["verification"]):
        return column
    return snapshot.remember(
        ("settled", field),
        lambda: np.where(disputed(snapshot, fact), UNKNOWN, column).astype(np.int32),
    )


@lru_cache(maxsize=8192)
def month_in(text: str | None) -> int | None:
    """Read the month a value of a fact names: 1970.03, 1970年3月, 197003; None when it has none."""
    found = _MONTH.search(text or "")
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    return months.of(int(found[1]), int(found[2]))


def _all(snapshot: Snapshot) -> dict[str, tuple[Bools, dict[int, str]]]:
    return snapshot.remember("disputes", lambda: _find(snapshot))


def _find(snapshot: Snapshot) -> dict[str, tuple[Bools, dict[int, str]]]:
    count, table = len(snapshot.people), snapshot["verification"]
    found: dict[str, tuple[Bools, dict[int, str]]] = {
        fact: (np.zeros(count, dtype=np.bool_), {}) for fact in FACTS
    }
    for row in _doubtful(snapshot):
        person, record = int(table.owners()[row]), table.record(row)
        if person >= 0 and record.fact in found:
            sentence = _sentence(snapshot, person, record.fact, record)
            if sentence:
                found[record.fact][0][person] = True
                found[record.fact][1][person] = sentence
    return found


def _doubtful(snapshot: Snapshot) -> list[int]:
    """Choose the rows that may put a fact in dispute; nearly all verified facts do not."""
    table, people = snapshot["verification"], snapshot.people
    doubtful = []
    rows = zip(
        table.owners().tolist(),
        *(table.raw(name) for name in ("fact", "value", "verified", "conflict")),
        strict=True,
    )
    for row, (person, fact, value, verified, conflict) in enumerate(rows):
        if not verified:
            open_to_doubt = bool(conflict)
        elif fact in FIELDS and person >= 0:
            open_to_doubt = month_in(value) != people.raw(FIELDS[fact][0])[person]
        else:
            open_to_doubt = False
        if open_to_doubt:
            doubtful.append(row)
    return doubtful


def _sentence(snapshot: Snapshot, person: int, fact: str, record: Verification) -> str:
    """Say why a fact is in dispute; empty where it is not."""
    value, conflict = record.value or "", record.conflict or ""
    if conflict.strip() and not record.verified:
        beside = f"登记为 {value}，" if value else ""
        return f"{fact}存在不一致（{beside}另有材料记为 {conflict}），尚未核定，待核。"
    noted = month_in(value) if record.verified and fact in FIELDS else None
    held = snapshot.people.raw(FIELDS[fact][0])[person] if fact in FIELDS else None
    if noted is not None and held is not None and noted != held:
        return (
            f"{fact}核定为 {months.show(noted)}，库中登记为 {months.show(held)}，两者不一致，待核。"
        )
    return ""
