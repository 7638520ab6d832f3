"""Portraits of invented people: flat silhouettes, drawn when somebody looks at them."""

import io
import random
from typing import TYPE_CHECKING

from leadership_model.sample.chance import pick, share, stream

if TYPE_CHECKING:
    from PIL import ImageDraw

    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.engine import Engine

WIDTH, HEIGHT = 188, 230  # half of the usual 376 x 460
LARGEST = 3_000  # bytes
GROUNDS = ("#c8d6e5", "#d6cfc7", "#c9d8cd", "#d9d3e0", "#dcd6bd")
SKINS = ("#e3c4a8", "#d9b48f", "#c99f78", "#eed3bb")
HAIRS = ("#2b2b2e", "#3a302a", "#4a4a4d", "#77777a")
COATS = ("#2f3e52", "#3b3b3f", "#4a3a3a", "#2f4a43", "#45405c")


def of_person(engine: "Engine", person: str) -> bytes | None:
    """Give the photo of somebody who has one: the stored one, in a sample city the drawn one."""
    from leadership_model.store import load, photo

    stored = photo.get(engine, person)
    seed = None if stored is not None else load.settings(engine).get("sample_seed")
    return stored if seed is None else draw(int(seed), person)


def find(engine: "Engine", snapshot: "Snapshot", person: str) -> bytes | None:
    """Give a person's photo as JPEG; None for somebody who has none, so that none is drawn."""
    from leadership_model.store import photo

    row = snapshot.people.positions.get(person)
    if row is None or not snapshot.people.raw("has_photo")[row]:
        return photo.get(engine, person)
    return of_person(engine, person)


def draw(seed: int, person: str) -> bytes:
    """Draw the portrait of somebody as JPEG, 188 x 230, at most 3 kB; the same one every time."""
    from PIL import Image, ImageDraw

    source = stream(seed, "photo", person)
    picture = Image.new("RGB", (WIDTH, HEIGHT), pick(source, GROUNDS))
    pen = ImageDraw.Draw(picture)
    hair = pick(source, HAIRS)
    _hair(pen, source, hair)
    _shoulders(pen, source)
    _head(pen, source, hair)
    for quality in (70, 55, 40, 25):
        content = io.BytesIO()
        picture.save(content, "JPEG", quality=quality, optimize=True)
        if content.tell() <= LARGEST:
            break
    return content.getvalue()


def _shoulders(pen: "ImageDraw.ImageDraw", source: random.Random) -> None:
    """Draw coat, collar and neck."""
    middle, half = WIDTH // 2, source.randint(70, 84)
    top = source.randint(158, 168)
    pen.ellipse((middle - half, top, middle + half, top + 150), fill=pick(source, COATS))
    pen.polygon(
        ((middle - 24, top + 2), (middle + 24, top + 2), (middle, top + 44)), fill="#f3f3f1"
    )


def _hair(pen: "ImageDraw.ImageDraw", source: random.Random, hair: str) -> None:
    """Draw the hair that lies behind face and coat."""
    middle = WIDTH // 2
    low = 190 if share(source, 0.25) else 150
    pen.ellipse((middle - 49, 38, middle + 49, low), fill=hair)


def _head(pen: "ImageDraw.ImageDraw", source: random.Random, hair: str) -> None:
    """Draw neck, face and the hair before it, without features; some wear glasses."""
    middle, centre, skin = WIDTH // 2, 104, pick(source, SKINS)
    wide, tall = source.randint(38, 44), source.randint(50, 57)
    pen.rectangle((middle - 16, centre + 30, middle + 16, centre + 70), fill=skin)
    pen.ellipse((middle - wide, centre - tall + 6, middle + wide, centre + tall), fill=skin)
    fringe = source.randint(18, 30)
    box = (middle - wide - 3, centre - tall - 8, middle + wide + 3, centre - tall + 2 * fringe)
    pen.chord(box, 180, 360, fill=hair)
    if share(source, 0.3):
        for side in (-1, 1):
            eye = middle + side * 17
            pen.ellipse((eye - 12, centre - 8, eye + 12, centre + 8), outline="#3a3a3a", width=2)
