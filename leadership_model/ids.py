"""Text ids. New ones come from a seeded or a given source of randomness, never from a counter."""

import random
import uuid


def new(kind: str, source: random.Random | None = None) -> str:
    """Make an id such as `p-1f0c9a2b7d3e`; with a seeded source the same id again."""
    number = source.getrandbits(48) if source is not None else uuid.uuid4().int & ((1 << 48) - 1)
    return f"{kind}-{number:012x}"
