"""Code lists of `data/codes`: names, ranks and other spellings."""

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from leadership_model import seed


@functools.cache
def items(code_list: str) -> tuple[Mapping[str, Any], ...]:
    """Give the entries of a list, in its order: `levels`, `grades`, `education`, `parties` ..."""
    return tuple(MappingProxyType(item) for item in seed.read(f"codes/{code_list}.toml")["item"])


@functools.cache
def names(code_list: str) -> tuple[str, ...]:
    """Give the names of a list, in its order."""
    return tuple(item["name"] for item in items(code_list))


@functools.cache
def ranks(code_list: str) -> Mapping[str, int]:
    """Give the rank of each name; a higher rank is more. Equal ranks compare as equal."""
    return MappingProxyType({item["name"]: item["rank"] for item in items(code_list)})


@functools.cache
def values(code_list: str, key: str) -> Mapping[str, Any]:
    """Give another property of each name that has it, for example the side of a party."""
    return MappingProxyType({i["name"]: i[key] for i in items(code_list) if key in i})


@functools.cache
def spellings(code_list: str) -> Mapping[str, str]:
    """Give the name for every spelling known: the name itself and those under `also`."""
    found: dict[str, str] = {}
    for item in items(code_list):
        for text in (item["name"], *str(item.get("also", "")).split("、")):
            if text:
                found.setdefault(text, item["name"])
    return MappingProxyType(found)


@functools.cache
def relation_groups() -> Mapping[str, str]:
    """Give the kinship group of each 称谓: 夫妻, 直系血亲, 旁系血亲, 近姻亲."""
    groups = seed.read("codes/relations.toml")["group"]
    return MappingProxyType({t: group["name"] for group in groups for t in group["titles"]})


@functools.cache
def career_words(key: str) -> tuple[str, ...]:
    """Give a word list of the career reading: unit_kinds, post_kinds, grassroots, roles."""
    return tuple(seed.read("codes/career.toml")[key])
