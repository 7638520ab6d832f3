"""Edits of an indicator system, item by item; each gives a new system."""

from collections.abc import Callable
from dataclasses import replace

from leadership_model import ids
from leadership_model.people.indicator_system import FULL, Item, System

Change = Callable[[Item], tuple[Item, ...]]  # what stands in an item's place


def new_item(system: System, name: str = "新指标") -> Item:
    """Make an item with a name nobody has yet; its weight is to be set."""
    known = {item.name for _, item in system.each()}
    number, plain = 1, name
    while plain in known:
        number += 1
        plain = f"{name}{number}"
    return Item(id=ids.new("z"), name=plain, weight=0.0)


def new_system(name: str, categories: tuple[str, ...]) -> System:
    """Make a system with one item that carries all the weight."""
    item = Item(id=ids.new("z"), name="新指标", weight=FULL)
    return System(id=ids.new("y"), name=name, categories=categories, items=(item,))


def copied(system: System, name: str) -> System:
    """Make a copy under another id and name; its items get ids of their own."""
    items = tuple(map(_fresh, system.items))
    return replace(system, id=ids.new("y"), name=name, items=items, since=None, earlier=())


def _fresh(item: Item) -> Item:
    return replace(item, id=ids.new("z"), items=tuple(map(_fresh, item.items)))


def put(system: System, item: Item) -> System:
    """Put an item in the place of the one with its id; what lies below that one stays below."""
    return _changed(system, item.id, lambda was: (replace(item, items=was.items),))


def added_beside(system: System, beside: str, item: Item) -> System:
    """Put an item after another on the same level."""
    return _changed(system, beside, lambda was: (was, item))


def added_below(system: System, head: str, item: Item) -> System:
    """Put an item below another, as the last; the other is no longer entered itself."""
    return _changed(system, head, lambda was: (replace(was, items=(*was.items, item)),))


def dropped(system: System, id: str) -> System:
    """Take an item away with all below it."""
    return _changed(system, id, lambda _: ())


def _changed(system: System, id: str, change: Change) -> System:
    return replace(system, items=_through(system.items, id, change))


def _through(items: tuple[Item, ...], id: str, change: Change) -> tuple[Item, ...]:
    found: list[Item] = []
    for item in items:
        if item.id == id:
            found += change(item)
        else:
            found.append(replace(item, items=_through(item.items, id, change)))
    return tuple(found)
