"""Code lists: those of `data/codes` with the entries a department added laid behind them.

The added entries belong to the database that is open. Reading it lays them (`lay`); every list,
rank and spelling from then on holds them. Before any database is open the lists are as shipped.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from leadership_model import seed
from leadership_model.people.own_codes import OwnCode

F = TypeVar("F", bound="Forgetful")
R = TypeVar("R")
WORD_LISTS = ("unit_kinds", "post_kinds", "grassroots", "roles")
_NOT_TAKEN_OVER = ("name", "code", "also", "label")
_laid: list[tuple[OwnCode, ...]] = [()]
_forgetful: list[Callable[[], None]] = []


class Forgetful(Protocol):
    """A function with a memory that can be emptied, such as functools.cache makes."""

    def cache_clear(self) -> None:
        """Empty the memory."""


def forgets(function: F) -> F:
    """Mark a remembering function that reads code lists: it forgets when entries are laid."""
    _forgetful.append(function.cache_clear)
    return function


def remembered(function: Callable[..., R]) -> "functools._lru_cache_wrapper[R]":
    """Remember what a function works out from code lists, until other entries are laid."""
    return forgets(functools.cache(function))


def lay(entries: Iterable[OwnCode]) -> bool:
    """Lay the added entries of a database behind the shipped ones, in place of those before.

    Says whether anything is different now. Whoever reads lists meanwhile gets one state or the
    other, never a mixture.
    """
    wanted = tuple(sorted(entries, key=lambda each: (each.list, each.order or 0, each.id)))
    plain = tuple(_bare(each) for each in wanted)
    if plain == tuple(_bare(each) for each in _laid[0]):
        _laid[0] = wanted
        return False
    _laid[0] = wanted
    for forget in _forgetful:
        forget()
    return True


def own(code_list: str | None = None) -> tuple[OwnCode, ...]:
    """Give the added entries of a list (or of all), in their order."""
    return tuple(each for each in _laid[0] if code_list in (None, each.list))


def shipped(code_list: str) -> tuple[Mapping[str, Any], ...]:
    """Give the entries the program brings, in their order; of a word list only their names."""
    if code_list in WORD_LISTS:
        words = seed.read("codes/career.toml")[code_list]
        return tuple(MappingProxyType({"name": word}) for word in words)
    return tuple(MappingProxyType(item) for item in seed.read(f"codes/{code_list}.toml")["item"])


@remembered
def items(code_list: str) -> tuple[Mapping[str, Any], ...]:
    """Give the entries of a list, in its order: `levels`, `grades`, `education`, `parties` ..."""
    listed = shipped(code_list)
    known = {item["name"]: item for item in listed}
    return (*listed, *(_item(each, known) for each in own(code_list)))


@remembered
def names(code_list: str) -> tuple[str, ...]:
    """Give the names of a list, in its order, retired ones included."""
    return tuple(item["name"] for item in items(code_list))


def offered(code_list: str) -> tuple[str, ...]:
    """Give the names that can be chosen anew: all but the retired ones."""
    gone = {each.name for each in own(code_list) if each.retired}
    listed = career_words(code_list) if code_list in WORD_LISTS else names(code_list)
    return tuple(name for name in listed if name not in gone)


@remembered
def ranks(code_list: str) -> Mapping[str, int]:
    """Give the rank of each name; a higher rank is more. Equal ranks compare as equal."""
    return MappingProxyType({item["name"]: item["rank"] for item in items(code_list)})


@remembered
def values(code_list: str, key: str) -> Mapping[str, Any]:
    """Give another property of each name that has it, for example the side of a party."""
    return MappingProxyType({i["name"]: i[key] for i in items(code_list) if key in i})


@remembered
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


@remembered
def career_words(key: str) -> tuple[str, ...]:
    """Give a word list of the career reading: unit_kinds, post_kinds, grassroots, roles.

    An added kind of unit counts as grassroots when the one it is like does.
    """
    words = tuple(seed.read("codes/career.toml")[key])
    if key == "grassroots":
        return (*words, *(each.name for each in own("unit_kinds") if each.like in words))
    return (*words, *(each.name for each in own(key)))


def _item(entry: OwnCode, known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    like = known.get(entry.like or "", {})
    made = {"name": entry.name}
    made |= {key: value for key, value in like.items() if key not in _NOT_TAKEN_OVER}
    if entry.code:
        made["code"] = entry.code
    if entry.also:
        made["also"] = entry.also
    return MappingProxyType(made)


def _bare(entry: OwnCode) -> tuple[object, ...]:
    """Give what lists are made of; version and time of change do not matter to them."""
    return (entry.list, entry.name, entry.code, entry.like, entry.also, entry.order, entry.retired)
