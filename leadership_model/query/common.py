"""Questions that come with the program, for who has saved none."""

import functools
from dataclasses import dataclass

from leadership_model import seed


@dataclass(frozen=True, slots=True)
class CommonQuery:
    """A question under a name, as its sentence."""

    label: str
    sentence: str


@functools.cache
def common() -> tuple[CommonQuery, ...]:
    """Give the questions of `data/queries`, in their order."""
    items = seed.read("queries/common.toml")["item"]
    return tuple(CommonQuery(item["label"], item["sentence"]) for item in items)
