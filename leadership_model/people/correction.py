"""What somebody put right in the reading of a 简历, kept apart from the reading itself.

A correction finds its entry again by the text of the line and its months, so it survives a new
reading, a better reader and the next import of the same 简历.
"""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import OPEN, End, Id, Month, Number, Ref, Text

# Fields of a CareerEntry that can be put right.
CORRECTABLE = (
    "unit_kind", "area", "post_kind", "level", "role", "functions", "secondment", "start", "end",
)  # fmt: skip
SURE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was put right in one entry of one line.

    `start`, `end` and `text` are those of the line as it was read; `place` counts the posts within
    it from 0. `body` is a JSON object: field of CareerEntry -> value, null for none.
    """

    id: Id
    person: Ref
    start: Month = None
    end: End = None
    text: Text = None
    place: Number = 0
    body: Text = "{}"
    entered_by: Text = None
    entered_at: Text = None

    @property
    def values(self) -> dict[str, Any]:
        """What the fields are to be; fields that nobody can correct are left out."""
        found = json.loads(self.body or "{}")
        return {name: found[name] for name in CORRECTABLE if name in found}


def body_of(values: dict[str, Any]) -> str:
    """Write corrected values in one form."""
    return json.dumps(
        {name: values[name] for name in CORRECTABLE if name in values}, ensure_ascii=False
    )


def differences(read: CareerEntry, wanted: CareerEntry) -> dict[str, Any]:
    """Give the correctable fields in which an entry is to differ from its reading."""
    return {
        name: getattr(wanted, name)
        for name in CORRECTABLE
        if getattr(wanted, name) != getattr(read, name)
    }


def corrected(entry: CareerEntry, correction: Correction) -> CareerEntry:
    """Give an entry as it was put right: sure, and marked."""
    known = {each.name for each in fields(CareerEntry)}
    values = {name: value for name, value in correction.values.items() if name in known}
    return replace(entry, **values, sure=SURE, by_hand=True)


def lay(
    entries: Sequence[CareerEntry], corrections: Sequence[Correction]
) -> tuple[CareerEntry, ...]:
    """Put right what a reading says; the entries are as they were read, in their order."""
    found = matches(entries, corrections)
    return tuple(
        corrected(entry, found[at]) if at in found else entry for at, entry in enumerate(entries)
    )


def matches(
    entries: Sequence[CareerEntry], corrections: Sequence[Correction]
) -> dict[int, Correction]:
    """Find the entry each correction is about, by its place in `entries`.

    First the line with the same text and months, then the one with the same text and months that
    overlap (an open end that was closed since), then the only one with the same text.
    """
    if not corrections:
        return {}
    lines = _lines(entries)
    found: dict[int, Correction] = {}
    for correction in corrections:
        text = plain(correction.text)
        same = [line for line in lines if plain(entries[line[0]].text) == text]
        line = _closest(entries, same, correction)
        place = correction.place or 0
        if line is not None and place < len(line) and line[place] not in found:
            found[line[place]] = correction
    return found


def plain(text: str | None) -> str:
    """Write a text without what a new copy of it may change: blanks, widths of characters."""
    folded = unicodedata.normalize("NFKC", text or "")
    return "".join(folded.split()).rstrip("。;,，；")


def places(entries: Sequence[CareerEntry]) -> dict[int, int]:
    """Give for each entry, by its place in `entries`, its number within its line."""
    return {at: place for line in _lines(entries) for place, at in enumerate(line)}


def _lines(entries: Sequence[CareerEntry]) -> list[list[int]]:
    """Gather the entries that were read from one text: neighbours of one line and text."""
    lines: list[list[int]] = []
    for at, entry in enumerate(entries):
        last = entries[lines[-1][0]] if lines else None
        if last is not None and (last.line, last.kind, last.text) == (
            entry.line, entry.kind, entry.text,
        ):  # fmt: skip
            lines[-1].append(at)
        else:
            lines.append([at])
    return lines


def _closest(
    entries: Sequence[CareerEntry], lines: Sequence[list[int]], correction: Correction
) -> list[int] | None:
    for line in lines:
        entry = entries[line[0]]
        if (entry.start, entry.end) == (correction.start, correction.end):
            return line
    near = [line for line in lines if _overlap(entries[line[0]], correction)]
    if near:
        return near[0]
    return lines[0] if len(lines) == 1 else None


def _overlap(entry: CareerEntry, correction: Correction) -> bool:
    if entry.start is None or correction.start is None:
        return entry.start == correction.start
    end = OPEN if entry.end is None else entry.end
    until = OPEN if correction.end is None else correction.end
    return entry.start < until and correction.start < end
