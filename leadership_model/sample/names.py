"""Invented names, put together from lists of surnames and given-name characters."""

import random

from leadership_model import seed
from leadership_model.sample.chance import pick, share


def draw_name(source: random.Random, sex: str, ethnicity: str) -> str:
    """Draw a name. Some minority people carry surnames and given names of their group."""
    content = seed.read("sample/names.toml")
    own = content["minority"].get(ethnicity, ())
    if own and share(source, 0.5):
        surname = pick(source, own)
    elif share(source, 0.02):
        surname = pick(source, content["rare_surnames"])
    else:
        surname = pick(source, content["surnames"])
    sounds = content["given"].get(ethnicity, ())
    if sounds and share(source, 0.12):
        return str(surname + pick(source, sounds))
    return str(surname) + _given(
        source, content["men" if sex == "男" else "women"], content["rare"]
    )


def _given(source: random.Random, characters: str, rare: list[str]) -> str:
    first = pick(source, characters)
    if share(source, 0.008):
        return str(pick(source, rare))
    if share(source, 0.16):
        return first
    return first + pick(source, characters)
