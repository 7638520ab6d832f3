"""What was worked out from a database, kept in it so that the next start need not work it out.

Nothing is kept outside the database, where personal data would lie in clear. What is kept counts
only for the very state, month and program it was worked out by; anything else, also something
damaged, is as good as nothing. It is no record: keeping it raises no change number, has no version
and no line in the book of changes.
"""

import hashlib
import zlib
from functools import cache
from pathlib import Path

from leadership_model.store.handle import Engine, change_number

PACKAGE = Path(__file__).resolve().parents[1]
SEEDS = PACKAGE.parent / "data"


@cache
def program_mark() -> str:
    """Name the program by its files (place, size, time): another program judges otherwise."""
    digest = hashlib.sha256()
    for folder, kind in ((PACKAGE, "*.py"), (SEEDS, "*.toml")):
        for path in sorted(folder.rglob(kind)):
            state = path.stat()
            line = f"{path.relative_to(PACKAGE.parent)} {state.st_size} {state.st_mtime_ns}\n"
            digest.update(line.encode())
    return digest.hexdigest()


def get(engine: Engine, name: str, number: int, month: int) -> bytes | None:
    """Give what was kept under a name for this change number and month; None when there is none."""
    question = "SELECT number, month, program, digest, body FROM derived WHERE name = ?"
    with engine.driven() as connection:
        row = connection.execute(question, (name,)).fetchone()
    if row is None or row[:3] != (number, month, program_mark()):
        return None
    *_, digest, body = row
    try:
        content = zlib.decompress(body)
    except zlib.error:
        return None
    return content if _digest(content) == digest else None


def keep(engine: Engine, name: str, number: int, month: int, content: bytes) -> bool:
    """Keep something in place of what was kept under this name; False when it is out of date.

    UserError when the database cannot be written.
    """
    body = zlib.compress(content, 1)
    values = (name, number, month, program_mark(), _digest(content), body)
    with engine.driven(writing=True) as connection:
        if change_number(connection) != number:
            return False
        connection.execute("DELETE FROM derived WHERE name = ?", (name,))
        connection.execute(
            "INSERT INTO derived (name, number, month, program, digest, body)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )
    return True


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
