"""An area or an own code entry called otherwise, with every row and definition that names it.

Records, corrections of careers, requirement sheets, saved questions, elements and filters are
written anew in one transaction; models and portraits are read by the present name (`present`).
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.conditions.sentence import parse, write
from leadership_model.elements import codec
from leadership_model.elements import renaming as questions
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.renaming import Names
from leadership_model.errors import StaleError, UserError
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.renaming import (
    AREAS,
    FIELDS,
    TAG,
    WORDS,
    Renaming,
    entry_after,
    renamed_text,
)
from leadership_model.store import audit, load
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.kinds import row_of
from leadership_model.store.present import naming
from leadership_model.store.tables import table
from leadership_model.structure import renaming

SENTENCES = (
    ("saved_query", "sentence", "保存的查询"),
    ("colour_rule", "sentence", "着色规则"),
    ("post", "requires", "岗位的任职要求"),
)
BODIES = (("element", "要素"), ("experience_filter", "经历筛选"))


@dataclass(frozen=True, slots=True)
class Step:
    """One field of one row as it is and as it is to be; `words` say what it is."""

    kind: str
    column: str
    id: str
    before: Any
    after: Any
    words: str


def counts(engine: Engine, found: Renaming) -> tuple[tuple[str, int], ...]:
    """Count what a renaming would write, and the models that are read by the new name."""
    catalogue = load.catalogue(engine)
    with reading(engine) as connection:
        steps = Counter(each.words for each in _steps(connection, catalogue, found))
    names = naming({(found.list, found.old): found.new})
    read = sum(renaming.model(m, catalogue, names) != m for m in load.models(engine))
    read += sum(renaming.portrait(p, catalogue, names) != p for p in load.portraits(engine))
    shown = "模型版本和画像（不改写，按新名称读取）"
    return (*steps.items(), *(((shown, read),) if read else ()))


@dataclass(slots=True)
class RenameEdit:
    """A renaming; `entry` is the own entry as it was read (None: an area that has none yet)."""

    renaming: Renaming
    entry: OwnCode | None
    fresh: str  # id of an entry that is made
    _steps: tuple[Step, ...] = field(default=(), repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it all in one transaction; StaleError when the entry was changed since."""
        found = self.renaming
        catalogue = load.catalogue(engine)
        with writing(engine) as connection:
            stored = self._stored(connection)
            if stored != (None if self.entry is None else _bare(self.entry)):
                raise StaleError(f"“{found.old}”已被别人改过，请重新打开后再改")
            self._steps = tuple(_steps(connection, catalogue, found))
            if found.list == AREAS and not any(each.kind == "unit" for each in self._steps):
                raise UserError(f"没有名为“{found.old}”的地区")
            _write(connection, actor, self._steps)
            after = entry_after(found, self.entry, self.fresh)
            _put(connection, actor, after)
            told = dict(Counter(each.words for each in self._steps))
            what = f"改名：{found.old} → {found.new}"
            audit.append(connection, actor, what, "code_entry", after.id, None, told)
        return self._told(engine)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Give the former name back wherever this edit put the new one."""
        found = self.renaming
        back = tuple(replace(e, before=e.after, after=e.before) for e in reversed(self._steps))
        with writing(engine) as connection:
            _write(connection, actor, back)
            if self.entry is None:
                entries = table("code_entry")
                connection.execute(entries.delete().where(entries.c.id == self.fresh))
            else:
                _put(connection, actor, self.entry)
            what = f"撤销改名：{found.old} → {found.new}"
            audit.append(connection, actor, what, "code_entry", self._id())
        return self._told(engine)

    def _id(self) -> str:
        return self.fresh if self.entry is None else self.entry.id

    def _stored(self, connection: Connection) -> dict[str, Any] | None:
        entries = table("code_entry")
        row = connection.execute(entries.select().where(entries.c.id == self._id())).mappings()
        found = row.first()
        return None if found is None else _bare(OwnCode(**found))

    def _told(self, engine: Engine) -> Changes:
        codes.lay(load.every(engine, OwnCode))
        kinds = {"code_entry", "model", "portrait", "element", *(e.kind for e in self._steps)}
        return Changes(frozenset(kinds), None, None)


def _bare(entry: OwnCode) -> dict[str, Any]:
    """Give an entry without what only counts its writings."""
    return {k: v for k, v in row_of(entry).items() if k not in ("version", "changed_at")}


def _steps(connection: Connection, catalogue: Catalogue, found: Renaming) -> Iterator[Step]:
    """List every field that is to be written."""
    names = naming({(found.list, found.old): found.new})
    yield from _tags(connection, catalogue, found, names)
    for kind, column in FIELDS.get(found.list, ()):
        for id, text in _holding(connection, kind, column, found.old):
            after = renamed_text(text, found, column)
            if after != text:
                yield Step(kind, column, id, text, after, WORDS[kind, column])
    if found.list == AREAS:
        units = table("unit")
        named = units.select().where(units.c.name == found.old, units.c.kind == "地区")
        for row in connection.execute(named).mappings():
            yield Step("unit", "name", row["id"], found.old, found.new, "地区的名称")
    yield from _corrections(connection, found)
    yield from _sentences(connection, catalogue, found, names)
    yield from _definitions(connection, catalogue, found, names)


def _tags(
    connection: Connection, catalogue: Catalogue, found: Renaming, names: Names
) -> Iterator[Step]:
    """Hand-entered values, and a shipped element whose values become the department's own."""
    if not found.list.startswith(TAG):
        return
    marks = table("person_mark")
    mine = marks.select().where(marks.c.element == found.list.removeprefix(TAG))
    for row in connection.execute(mine.order_by(marks.c.id)).mappings():
        after = renamed_text(row["value"] or "", found, "value")
        if after != (row["value"] or ""):
            yield Step("person_mark", "value", row["id"], row["value"], after, "手工录入的要素值")
    entries = table("element")
    own = set(connection.execute(entries.select().with_only_columns(entries.c.id)).scalars())
    for each in catalogue.elements:
        now = questions.element(each, catalogue, names)
        if each.id not in own and now != each:
            body = json.dumps(codec.element_to(now), ensure_ascii=False)
            yield Step("element", "body", each.id, None, body, "要素")


def _holding(
    connection: Connection, kind: str, column: str, name: str
) -> Iterator[tuple[str, str]]:
    target = table(kind)
    question = target.select().where(target.c[column].contains(name, autoescape=True))
    for row in connection.execute(question.order_by(target.c.id)).mappings():
        yield row["id"], row[column]


def _corrections(connection: Connection, found: Renaming) -> Iterator[Step]:
    listed = FIELDS.get(found.list, ())
    fields = [column for kind, column in listed if kind == "career_entry"]
    for id, body in _holding(connection, "correction", "body", found.old) if fields else ():
        values: dict[str, Any] = json.loads(body)
        for column in fields:
            if isinstance(values.get(column), str):
                values[column] = renamed_text(values[column], found, column)
        after = json.dumps(values, ensure_ascii=False)
        if values != json.loads(body):
            yield Step("correction", "body", id, body, after, "履历的更正")


def _sentences(
    connection: Connection, catalogue: Catalogue, found: Renaming, names: Names
) -> Iterator[Step]:
    for kind, column, words in SENTENCES:
        for id, text in _holding(connection, kind, column, found.old):
            try:
                tree = parse(text, catalogue)
            except UserError:
                continue  # it could not be read before either
            after = questions.condition(tree, catalogue, names)
            if after != tree:
                yield Step(kind, column, id, text, write(after), words)


def _definitions(
    connection: Connection, catalogue: Catalogue, found: Renaming, names: Names
) -> Iterator[Step]:
    own = {each.id: each for each in catalogue.elements}
    for kind, words in BODIES:
        for id, body in _holding(connection, kind, "body", found.old):
            after: Mapping[str, Any]
            if kind == "element":
                was = own[id]
                now = questions.element(was, catalogue, names)
                same, after = was == now, codec.element_to(now)
            else:
                held = catalogue.filter(id)
                assert held is not None
                called = questions.experience(held, names)
                same, after = held == called, codec.filter_to(called)
            if not same:
                text = json.dumps(after, ensure_ascii=False)
                yield Step(kind, "body", id, body, text, words)


def _write(connection: Connection, actor: Actor, steps: tuple[Step, ...]) -> None:
    """Write fields that still hold what they are expected to hold."""
    now = actor.clock()
    for each in steps:
        target = table(each.kind)
        if each.before is None or each.after is None:
            _come_or_go(connection, each, now)
            continue
        values: dict[str, Any] = {each.column: each.after}
        if "version" in target.c:
            values["version"] = target.c.version + 1
        if "changed_at" in target.c:
            values["changed_at"] = now
        mine = (target.c.id == each.id) & (target.c[each.column] == each.before)
        connection.execute(target.update().where(mine).values(values))


def _come_or_go(connection: Connection, step: Step, now: str) -> None:
    """Lay an own definition over a shipped one, or take it away again."""
    target = table(step.kind)
    if step.before is not None:
        mine = (target.c.id == step.id) & (target.c[step.column] == step.before)
        connection.execute(target.delete().where(mine))
        return
    last = connection.execute(select(func.max(target.c.order))).scalar()
    place = 0 if last is None else int(last) + 1
    values = {"id": step.id, step.column: step.after, "order": place, "version": 1}
    connection.execute(target.insert(), values | {"changed_at": now})


def _put(connection: Connection, actor: Actor, entry: OwnCode) -> None:
    """Store an entry over the one with its id."""
    entries = table("code_entry")
    values = _bare(entry) | {"changed_at": actor.clock()}
    mine = entries.update().where(entries.c.id == entry.id)
    done = connection.execute(mine.values(values | {"version": entries.c.version + 1}))
    if not done.rowcount:
        connection.execute(entries.insert(), values | {"version": 1})
