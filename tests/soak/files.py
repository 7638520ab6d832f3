"""Damaged form files through reading, cleaning and planning: none may raise."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from leadership_model.exchange import lrmx
from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Form
from leadership_model.exchange.plan import STATES, plan
from leadership_model.people.snapshot import Snapshot, of_records

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
Damage = Callable[[bytearray, random.Random], None]


def cut_off(data: bytearray, source: random.Random) -> None:
    """Lose the end, as a copy that was broken off does."""
    del data[source.randrange(len(data)) :]


def flip(data: bytearray, source: random.Random) -> None:
    """Turn single bits over."""
    for _ in range(source.choice((1, 1, 3, 30))):
        data[source.randrange(len(data))] ^= 1 << source.randrange(8)


def overwrite(data: bytearray, source: random.Random) -> None:
    """Put other bytes in the place of single ones."""
    for _ in range(source.choice((1, 1, 3, 30))):
        data[source.randrange(len(data))] = source.randrange(256)


def lose(data: bytearray, source: random.Random) -> None:
    """Lose a piece from the middle."""
    at = source.randrange(len(data))
    del data[at : at + source.randrange(1, 400)]


def repeat(data: bytearray, source: random.Random) -> None:
    """Have a piece twice."""
    at = source.randrange(len(data))
    data[at:at] = data[at : at + source.randrange(1, 400)]


DAMAGES: tuple[Damage, ...] = (cut_off, flip, overwrite, lose, repeat)


def damaged(number: int, source: random.Random, originals: list[bytes]) -> bytes:
    """Make the damaged file of a number; each kind of damage has its turn."""
    data = bytearray(source.choice(originals))
    DAMAGES[number % len(DAMAGES)](data, source)
    return bytes(data)


def originals() -> list[bytes]:
    """Give the sample forms, each also in the other encoding that occurs."""
    plain = [path.read_bytes() for path in sorted(SAMPLES.glob("*.lrmx"))]
    return plain + [data.decode("utf-8-sig").encode("gb18030") for data in plain]


def base() -> Snapshot:
    """Give a base in which the people of the sample forms are known."""
    made = plan(of_records([]), [clean(_form(data)) for data in originals()[:1]])
    records: list[object] = []
    for entry in made.of("new"):
        records += [entry.person, *(row for rows in entry.rows for row in rows.put)]
    return of_records(records)


def run(count: int, seed: int = 1, kept: Path | None = None) -> dict[str, int]:
    """Send `count` damaged files through; give how many came to what.

    An exception is not caught: the file that raised it is written to `kept` first.
    """
    source, files, snapshot = random.Random(seed), originals(), base()
    found = Counter[str]({"files": 0, "refused": 0, "read": 0} | dict.fromkeys(STATES, 0))
    for number in range(count):
        data = damaged(number, source, files)
        passed = False
        try:
            found.update(outcome(data, snapshot))
            passed = True
        finally:
            if not passed and kept is not None:
                kept.write_bytes(data)
    return dict(found)


def outcome(data: bytes, snapshot: Snapshot) -> tuple[str, ...]:
    """Read, plan and write back one file; it must come to a form or to a word why not."""
    form, issues = lrmx.read(data, "soak.lrmx")
    if form is None:
        if not issues:
            raise AssertionError("A file was refused without a word.")
        return "files", "refused"
    made = plan(snapshot, [clean(form)], issues, source=random.Random(0))
    (state,) = (each.state for each in made.entries)
    if state == "conflicting" and not made.issues:
        raise AssertionError("A file is in conflict without a word.")
    again, _ = lrmx.read(lrmx.write(form))
    if again is None or again.essence() != form.essence():
        raise AssertionError("A form that was read says something else when written back.")
    return "files", "read", state


def _form(data: bytes) -> Form:
    form, _ = lrmx.read(data)
    if form is None:
        raise ValueError("A sample form cannot be read.")
    return form
