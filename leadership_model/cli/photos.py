"""The photo of a person: the stored one, else for a sample city the one drawn from its seed."""

from typing import TYPE_CHECKING

from leadership_model.people.snapshot import Snapshot

if TYPE_CHECKING:
    from leadership_model.store.engine import Engine


def photo_of(engine: "Engine", snapshot: Snapshot, person: str) -> bytes | None:
    """Give a person's photo as JPEG; None when there is none."""
    from leadership_model.sample.photo import of_person
    from leadership_model.store import photo

    row = snapshot.people.positions.get(person)
    if row is None or not snapshot.people.raw("has_photo")[row]:
        return photo.get(engine, person)
    return of_person(engine, person)
