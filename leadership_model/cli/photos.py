"""The photo of a person: the stored one, else for a sample city the one drawn from its seed."""

from typing import TYPE_CHECKING

from leadership_model.people.snapshot import Snapshot

if TYPE_CHECKING:
    from leadership_model.store.engine import Engine


def photo_of(engine: "Engine", snapshot: Snapshot, person: str) -> bytes | None:
    """Give a person's photo as JPEG; None when there is none."""
    from leadership_model.store import photo

    stored = photo.get(engine, person)
    seed = snapshot.settings.get("sample_seed")
    row = snapshot.people.positions.get(person)
    if stored is not None or seed is None or row is None:
        return stored
    if not snapshot.people.raw("has_photo")[row]:
        return None
    from leadership_model.sample.photo import draw

    return draw(int(seed), person)
