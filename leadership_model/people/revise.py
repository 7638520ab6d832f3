"""A 简历 that was edited: which career entries stay, which come and which go.

Entries of lines whose months and text stayed keep their ids and what was put right by hand; the
entries of the other lines are read anew.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from leadership_model import ids
from leadership_model.people import correction, reading, resume
from leadership_model.people.areas import NO_AREAS, Areas
from leadership_model.people.career import CareerEntry, Said, said_of
from leadership_model.people.correction import Correction


@dataclass(frozen=True, slots=True)
class Revision:
    """What to write: `put` (new rows, and old ones that moved to another line), `drop`."""

    put: tuple[CareerEntry, ...] = ()
    drop: tuple[CareerEntry, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines of the new text were read anew."""
        gone = {each.id for each in self.drop}
        return len({each.line for each in self.put if each.id not in gone})


def read(
    text: str, areas: Areas = NO_AREAS, units: Mapping[str, str] | None = None
) -> tuple[CareerEntry, ...]:
    """Read a 简历 text as entries without ids and person."""
    return reading.careers(resume.read(text), areas, units)


def revise(
    old: Sequence[CareerEntry],
    text: str,
    person: str,
    areas: Areas = NO_AREAS,
    units: Mapping[str, str] | None = None,
    source: random.Random | None = None,
    corrections: Sequence[Correction] = (),
) -> Revision:
    """Compare the stored entries of a person with an edited 简历.

    `source` gives the ids of new entries. `corrections` are laid over what is read.
    """
    stored: dict[Said, list[CareerEntry]] = {}
    for entry in old:
        stored.setdefault(said_of(entry), []).append(entry)
    put: list[CareerEntry] = []
    kept: set[str] = set()
    moved: dict[Said, int] = {}
    for entry in correction.lay(read(text, areas, units), corrections):
        key = said_of(entry)
        if key not in stored:
            put.append(replace(entry, id=ids.new("c", source), person=person))
        elif key not in moved:
            moved[key] = entry.line
            kept |= {each.id for each in stored[key]}
            put += [replace(e, line=entry.line) for e in stored[key] if e.line != entry.line]
    return Revision(tuple(put), tuple(entry for entry in old if entry.id not in kept))
