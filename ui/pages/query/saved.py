"""Saved queries: read, kept under a name, deleted. The page says when; no SQL here."""

from collections.abc import Sequence
from functools import partial

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store.nouns import SavedQuery
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine


def read(engine: Engine, _control: Control) -> tuple[SavedQuery, ...]:
    """Read all saved queries in their order."""
    from leadership_model.store import load

    return load.saved_queries(engine)


def add(query: SavedQuery, engine: Engine, actor: object) -> Changes:
    """Store a query."""
    from leadership_model.store import records

    return records.save(engine, actor, query)  # type: ignore[arg-type]


def delete(query: SavedQuery, engine: Engine, actor: object) -> Changes:
    """Delete a query."""
    from leadership_model.store import records

    return records.delete(engine, actor, query)  # type: ignore[arg-type]


def store(
    context: Context, label: str, sentence: str, known: Sequence[SavedQuery], initiator: object
) -> bool:
    """Keep a sentence under a label; one of the same label is replaced. False where refused."""
    from dataclasses import replace

    from leadership_model import ids

    same = next((each for each in known if each.label == label), None)
    last = max((each.order for each in known), default=0)
    query = (
        SavedQuery(id=ids.new("query"), label=label, sentence=sentence, order=last + 1)
        if same is None
        else replace(same, sentence=sentence)
    )
    return _write(context, partial(add, query), initiator)


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
