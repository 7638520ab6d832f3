"""What a readable text can hold, read from a database; and a plan of a text written in one go."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.elements.element import Element, ExperienceFilter
from leadership_model.errors import StaleError
from leadership_model.exchange.text_form import KINDS
from leadership_model.exchange.text_plan import Line
from leadership_model.exchange.texts import Content, RuleText, key_of, label_of, rule_of
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.store import audit, drafts, load, portraits, records
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.definitions import entry_of, is_shipped, lay, next_order
from leadership_model.store.definitions import key_of as entry_key
from leadership_model.store.handle import Engine
from leadership_model.store.nouns import RuleSetting
from leadership_model.store.tables import table
from leadership_model.structure.model import Model, Portrait

CHANGED = Changes(
    frozenset({"element", "experience_filter", "code_entry", "portrait"}) | {"rule_setting"},
    None,
    None,
)


def content(engine: Engine, *, own: bool = False) -> Content:
    """Read everything a text can hold; of models the version published last.

    With `own` elements and filters that are just as the program ships them are left out.
    """
    catalogue = load.catalogue(engine)
    latest: dict[str, Model] = {}
    for model in load.models(engine):
        latest[model.id] = model
    found = Content(
        filters=tuple(f for f in catalogue.filters if not (own and is_shipped(f))),
        elements=tuple(e for e in catalogue.elements if not (own and is_shipped(e))),
        codes=tuple(replace(c, version=1, changed_at="") for c in load.every(engine, OwnCode)),
        models=tuple(latest.values()),
        portraits=load.portraits(engine),
        rules=tuple(rule_of(each) for each in load.rule_settings(engine)),
    )
    return found.sorted()


@dataclass(slots=True)
class TextEdit:
    """The lines of a text that change something, written in one transaction, and taken back.

    Models become drafts: they are in force only when somebody has looked at them and published.
    """

    lines: tuple[Line, ...]
    title: str = "导入文本"
    _replaced: dict[tuple[type, str], Any] = field(default_factory=dict, repr=False)
    _drafts: dict[str, Model | None] = field(default_factory=dict, repr=False)
    _done: bool = field(default=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write them; the first time only if what they change is as it was read."""
        if not self._done:
            self._refuse_stale(content(engine))
            self._replaced = {key: records.get(engine, *key) for key in self._records(engine)}
            there = drafts.read(engine)
            self._drafts = {
                model.id: there[model.id].model if model.id in there else None
                for model in self._models()
            }
            self._done = True
        wanted = self._records(engine)  # what was there keeps its place in the order
        with writing(engine) as connection:
            lay(connection, actor, wanted)
            self._lay_drafts(connection, actor, {m.id: m for m in self._models()}, self.title)
            for line in self.lines:
                if isinstance(line.after, Portrait):
                    id = line.after.id
                    portraits.put_in(connection, actor, id, line.before, line.after)
            audit.append(connection, actor, self.title, "text", "", None, self._counts())
        return self._told(engine)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Put back what was there before."""
        with writing(engine) as connection:
            self._lay_drafts(connection, actor, self._drafts, f"撤销{self.title}")
            for line in reversed(self.lines):
                if isinstance(line.after, Portrait):
                    id = line.after.id
                    portraits.put_in(connection, actor, id, line.after, line.before)
            lay(connection, actor, self._replaced)
            audit.append(connection, actor, f"撤销{self.title}", "text", "", self._counts(), None)
        return self._told(engine)

    def _models(self) -> tuple[Model, ...]:
        return tuple(line.after for line in self.lines if isinstance(line.after, Model))

    def _lay_drafts(
        self,
        connection: Connection,
        actor: Actor,
        wanted: dict[str, Model | None] | dict[str, Model],
        what: str,
    ) -> None:
        rows = table(drafts.KIND)
        for id, model in wanted.items():
            row = connection.execute(rows.select().where(rows.c.id == id)).mappings().first()
            seen = 0 if row is None else int(row["version"])
            if model is not None or row is not None:
                drafts.put_in(connection, actor, id, model, what, seen)

    def _told(self, engine: Engine) -> Changes:
        codes.lay(load.every(engine, OwnCode))
        if self._models():
            return CHANGED | Changes(frozenset({drafts.KIND}))
        return CHANGED

    def _counts(self) -> dict[str, int]:
        kinds = [line.kind for line in self.lines]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}

    def _records(self, engine: Engine) -> dict[tuple[type, str], Any]:
        """Give the records to be written by their keys; None where what is shipped holds again."""
        found: dict[tuple[type, str], Any] = {}
        order = next_order(engine)
        for at, line in enumerate(self.lines):
            match line.after:
                case Element() | ExperienceFilter():
                    key = entry_key(line.after)
                    old = self._replaced.get(key)
                    place = order + at if old is None else old.order
                    plain = is_shipped(line.after)
                    found[key] = None if plain else entry_of(line.after, place)
                case OwnCode():
                    found[OwnCode, line.after.id] = line.after
                case RuleText():
                    found[RuleSetting, line.after.id] = setting_of(line.after)
        return found

    def _refuse_stale(self, now: Content) -> None:
        there = {(kind, key_of(each)): each for kind in KINDS for each in now.of(kind)}
        for line in self.lines:
            if there.get((line.kind, key_of(line.after))) != line.before:
                name = label_of(line.after)
                raise StaleError(f"{line.word}“{name}”刚被别人改过，请重新导入这个文件")


def setting_of(rule: RuleText) -> RuleSetting:
    """Give the setting of a rule as it is stored."""
    return RuleSetting(
        id=rule.id,
        active=rule.active,
        severity=rule.severity,
        parameters=json.dumps(dict(rule.parameters), ensure_ascii=False),
        confirmed_by=rule.confirmed_by,
        confirmed_on=rule.confirmed_on,
        start=rule.start,
        note=rule.note,
    )
