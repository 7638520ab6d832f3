"""A reading put right and given back: what stands beside what was read, and what an edit writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import ids
from leadership_model.people import correction, reading, resume
from leadership_model.people.areas import NO_AREAS, Areas
from leadership_model.people.career import CareerEntry, said_of
from leadership_model.people.correction import Correction


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored entry, what the text says without corrections, and the correction between them.

    `place` is its number among the posts of its line. `read` is None where the 简历 no longer holds
    the line.
    """

    entry: CareerEntry
    read: CareerEntry | None = None
    correction: Correction | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Amendment:
    """Rows as they were and as they shall be."""

    before: tuple[CareerEntry | Correction, ...]
    after: tuple[CareerEntry | Correction, ...]


def standings(
    stored: Sequence[CareerEntry],
    text: str,
    corrections: Sequence[Correction],
    areas: Areas = NO_AREAS,
    units: Mapping[str, str] | None = None,
) -> tuple[Standing, ...]:
    """Lay stored entries beside the reading of their 简历, in the order they are stored in."""
    read = reading.careers(resume.read(text), areas, units)
    found, place = correction.matches(read, corrections), correction.places(read)
    waiting: dict[tuple[object, ...], list[int]] = {}
    for at, entry in enumerate(read):
        stands = correction.corrected(entry, found[at]) if at in found else entry
        waiting.setdefault(said_of(stands), []).append(at)
    own = correction.places(stored)
    made: list[Standing] = []
    for number, entry in enumerate(stored):
        places = waiting.get(said_of(entry))
        if not places:
            made.append(Standing(entry, place=own[number]))
            continue
        at = places.pop(0)
        made.append(Standing(entry, read[at], found.get(at), place[at]))
    return tuple(made)


def amended(standing: Standing, values: Mapping[str, Any]) -> Amendment:
    """Put fields of an entry right; values equal to the reading's are no correction.

    The rows carry no name and no moment yet: who writes them signs them.
    """
    base = standing.read or standing.entry
    wanted = replace(standing.entry, **values)
    changed = correction.differences(base, wanted)
    before: tuple[CareerEntry | Correction, ...] = (standing.entry,)
    if standing.correction is not None:
        before = (*before, standing.correction)
    if not changed and standing.correction is not None:
        return withdrawn(standing)
    if not changed:
        return Amendment(before, before)
    made = Correction(
        id=standing.correction.id if standing.correction else ids.new("cc"),
        person=standing.entry.person,
        start=base.start,
        end=base.end,
        text=base.text,
        place=standing.place,
        body=correction.body_of(changed),
    )
    plain = replace(base, id=standing.entry.id, person=standing.entry.person)
    return Amendment(
        before, (replace(correction.corrected(plain, made), line=standing.entry.line), made)
    )


def withdrawn(standing: Standing) -> Amendment:
    """Take a correction back: the entry says again what was read."""
    held = standing.entry
    before: tuple[CareerEntry | Correction, ...] = (held,)
    if standing.correction is not None:
        before = (held, standing.correction)
    plain = standing.read
    if plain is None:
        return Amendment(before, (replace(held, by_hand=False, sure=0),))
    return Amendment(before, (replace(plain, id=held.id, person=held.person, line=held.line),))
