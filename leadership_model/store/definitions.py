"""A department's own elements and experience filters: written, taken back, made again, exactly.

What the program ships is never changed: an own entry with the same id (or name) lies over it, and
taking the entry away gives the shipped one back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.elements import codec
from leadership_model.elements.catalogue import Catalogue, shipped
from leadership_model.elements.element import Element, ExperienceFilter
from leadership_model.errors import StaleError
from leadership_model.store import load, records
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import ElementEntry, FilterEntry

Definition = Element | ExperienceFilter
Entry = ElementEntry | FilterEntry
# Everything that is worked out may be another than it was.
CHANGED = Changes(frozenset({"element", "experience_filter"}), None, None)


@dataclass(frozen=True, slots=True)
class Change:
    """One element or filter as it was read and as it is to be; None = not there.

    A shipped one that becomes what the program ships loses its own entry.
    """

    before: Definition | None
    after: Definition | None


@dataclass(slots=True)
class DefinitionsEdit:
    """Some elements and filters written in one transaction; `forward` and `backward` are writes."""

    changes: tuple[Change, ...]
    _replaced: dict[tuple[type, str], Any] = field(default_factory=dict, repr=False)
    _done: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write them; the first time only if nobody changed them since they were read."""
        if not self._done:
            self._refuse_stale(load.catalogue(engine))
        wanted: dict[tuple[type, str], Definition | None] = {}
        for each in self.changes:
            for found in (each.before, each.after):
                if found is not None:
                    wanted[key_of(found)] = each.after if found is each.after else None
        if not self._done:
            self._replaced = {key: records.get(engine, *key) for key in wanted}
            self._done = True
        order = next_order(engine)
        entries = {
            key: None
            if found is None or is_shipped(found)
            else entry_of(found, _order(self._replaced[key], order + at))
            for at, (key, found) in enumerate(wanted.items())
        }
        return _written(engine, actor, entries)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Put the entries back that were there before."""
        return _written(engine, actor, self._replaced)

    def _refuse_stale(self, now: Catalogue) -> None:
        for each in self.changes:
            if each.before is not None and stored(now, each.before) != each.before:
                name = label_of(each.before)
                raise StaleError(f"“{name}”已被别人改过，请重新打开后再改")


def _written(engine: Engine, actor: Actor, entries: Mapping[tuple[type, str], Any]) -> Changes:
    with writing(engine) as connection:
        return lay(connection, actor, entries) | CHANGED


def lay(connection: Connection, actor: Actor, entries: Mapping[tuple[type, str], Any]) -> Changes:
    """Bring the entries of some keys to what is given, None for none, whatever is there now."""
    put: list[Any] = []
    gone: list[Any] = []
    for key, wanted in entries.items():
        now: Any = records.stored_in(connection, *key)
        if wanted is None:
            gone += [now] * (now is not None)
            continue
        kept = {} if now is None else {"version": now.version, "changed_at": now.changed_at}
        put.append(replace(wanted, **({"version": 1, "changed_at": ""} | kept)))
    return records.apply(connection, actor, put, gone)


def entry_of(found: Definition, order: int) -> Entry:
    """Make the entry that stores an element or filter."""
    body = codec.element_to(found) if isinstance(found, Element) else codec.filter_to(found)
    text = json.dumps(body, ensure_ascii=False)
    if isinstance(found, Element):
        return ElementEntry(id=found.id, body=text, order=order)
    return FilterEntry(id=found.name, body=text, order=order)


def key_of(found: Definition) -> tuple[type, str]:
    """Give record type and id of the entry of an element or filter."""
    if isinstance(found, Element):
        return ElementEntry, found.id
    return FilterEntry, found.name


def label_of(found: Definition) -> str:
    """Give the name of an element or filter."""
    return found.label if isinstance(found, Element) else found.name


def stored(catalogue: Catalogue, found: Definition) -> Definition | None:
    """Give what a catalogue holds under the id (or name) of an element or filter."""
    if isinstance(found, Element):
        return next((each for each in catalogue.elements if each.id == found.id), None)
    return catalogue.filter(found.name)


def is_shipped(found: Definition) -> bool:
    """Say whether the program ships it just so."""
    return stored(shipped(), found) == found


def _order(replaced: Entry | None, fresh: int) -> int:
    return fresh if replaced is None else replaced.order


def next_order(engine: Engine) -> int:
    """Give the place behind all own entries."""
    entries: Sequence[Entry] = (
        *load.every(engine, ElementEntry),
        *load.every(engine, FilterEntry),
    )
    return max((each.order for each in entries), default=-1) + 1
