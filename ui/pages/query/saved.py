"""Kept questions: read, written under a name, deleted, counted, checked. No SQL and no Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from leadership_model.changes import Changes
from leadership_model.conditions.sentence import parse
from leadership_model.errors import UserError
from leadership_model.query import asking
from leadership_model.query.kept_text import Kept
from leadership_model.query.repair import Trouble, troubles
from leadership_model.store.nouns import SavedQuery
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


@dataclass(frozen=True, slots=True)
class State:
    """How a kept question stands: how many it finds now, or why it cannot be asked."""

    count: int | None = None
    unknown: int = 0
    troubles: tuple[Trouble, ...] = ()
    fault: str = ""

    @property
    def words(self) -> str:
        """Say what is wrong; empty when all is well."""
        return self.fault or "；".join(each.sentence for each in self.troubles)


def read(engine: Engine, _control: Control) -> tuple[SavedQuery, ...]:
    """Read all saved queries in their order."""
    from leadership_model.store import load

    return load.saved_queries(engine)


def states(world: "World", queries: Sequence[SavedQuery], control: Control) -> Mapping[str, State]:
    """Say of each question how it stands, by its id."""
    found = {}
    for each in queries:
        control.check()
        found[each.id] = state(world, each.sentence)
    return found


def state(world: "World", sentence: str) -> State:
    """Count what a question finds; one that cannot be asked says why."""
    count, unknown, fault = None, 0, ""
    try:
        answer = world.facts.tri(parse(sentence, world.catalogue))
        count, unknown = int(answer.sure.sum()), int(answer.unknown.sum())
    except UserError as error:
        fault = error.sentence
    try:
        found = troubles(sentence, world.catalogue)
    except UserError:
        found = ()
    return State(count, unknown, found, "" if found else fault)


def kept_of(query: SavedQuery) -> Kept:
    """Give a record as a question that can be written to a text."""
    try:
        parameters = asking.from_json(query.parameters)
    except UserError:
        parameters = ()
    return Kept(
        label=query.label,
        sentence=query.sentence,
        folder=query.folder or "",
        note=query.note or "",
        parameters=parameters,
    )


def records_of(
    kept: Sequence[Kept], known: Sequence[SavedQuery], author: str
) -> tuple[SavedQuery, ...]:
    """Make records of questions; one of a name there is takes its place."""
    from leadership_model import ids

    there = {each.label: each for each in known}
    last = max((each.order for each in known), default=0)
    made = []
    for at, each in enumerate(kept, 1):
        before = there.get(each.label)
        base = before or SavedQuery(
            id=ids.new("query"), label=each.label, sentence="", order=last + at
        )
        made.append(
            replace(
                base,
                sentence=each.sentence,
                folder=each.folder or None,
                note=each.note or None,
                parameters=asking.to_json(each.parameters),
                author=author,
            )
        )
    return tuple(made)


def add(queries: Sequence[SavedQuery], engine: Engine, actor: object) -> Changes:
    """Store queries in one transaction."""
    from leadership_model.store import records

    return records.save_many(engine, actor, list(queries), [])  # type: ignore[arg-type]


def delete(query: SavedQuery, engine: Engine, actor: object) -> Changes:
    """Delete a query."""
    from leadership_model.store import records

    return records.delete(engine, actor, query)  # type: ignore[arg-type]


def store(context: Context, queries: Sequence[SavedQuery], initiator: object) -> bool:
    """Keep queries in the background. False where refused."""
    return _write(context, partial(add, tuple(queries)), initiator)


def remove(context: Context, query: SavedQuery, initiator: object) -> bool:
    """Delete a query in the background. False where refused."""
    return _write(context, partial(delete, query), initiator)


def _write(context: Context, function: object, initiator: object) -> bool:
    try:
        context.workspace.write_aside(function, initiator=initiator)  # type: ignore[arg-type]
    except UserError as error:
        context.ask.error(error.sentence)
        return False
    return True
