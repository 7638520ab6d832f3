"""Drafts on trial 试行: as they were when the trial began, apart from every published version.

A trial is in force nowhere: teams are judged by published versions. It is there to be looked at
beside them until the model is published or the trial ends.
"""

import json
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store import audit, load, present
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading, writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table
from leadership_model.structure.model import Model

KIND = "model_trial"
CHANGED = Changes(frozenset({KIND}))


@dataclass(frozen=True, slots=True)
class ModelTrial:
    """A draft on trial: since which month, and who began it when."""

    model: Model
    since: int
    started_by: str
    started_at: str


def read(engine: Engine) -> tuple[ModelTrial, ...]:
    """Read all trials, in order of their model's id."""
    with reading(engine) as connection:
        rows = connection.execute(table(KIND).select().order_by(table(KIND).c.id)).all()
    found = [_trial(row.body, row.since, row.started_by, row.started_at) for row in rows]
    named = present.models([each.model for each in found], partial(load.catalogue, engine))
    return tuple(replace(t, model=model) for t, model in zip(found, named, strict=True))


def start(engine: Engine, actor: Actor, model: Model, since: int) -> Changes:
    """Put a draft on trial; one that was on trial before gives way to it."""
    from leadership_model.structure.codec import model_to_json

    body = model_to_json(model)
    row = {
        "id": model.id,
        "body": json.dumps(body, ensure_ascii=False),
        "since": since,
        "started_by": actor.name,
        "started_at": actor.clock(),
    }
    with writing(engine) as connection:
        former = _taken(connection, model.id)
        connection.execute(table(KIND).insert(), row)
        after = {"since": since, "model": body}
        audit.append(connection, actor, "试行", KIND, model.id, former, after)
    return CHANGED


def end(engine: Engine, actor: Actor, id: str) -> Changes:
    """End a trial; UserError when there is none."""
    with writing(engine) as connection:
        former = _taken(connection, id)
        if former is None:
            raise UserError("这个模型没有在试行，可能已被别人结束")
        audit.append(connection, actor, "结束试行", KIND, id, former, None)
    return CHANGED


def put_back(engine: Engine, actor: Actor, id: str, former: ModelTrial | None) -> Changes:
    """Bring the trial of a model back to what it was (None: there was none): undo of both."""
    from leadership_model.structure.codec import model_to_json

    with writing(engine) as connection:
        now = _taken(connection, id)
        after = None
        if former is not None:
            body = json.dumps(model_to_json(former.model), ensure_ascii=False)
            after = {
                "id": id,
                "body": body,
                "since": former.since,
                "started_by": former.started_by,
                "started_at": former.started_at,
            }
            connection.execute(table(KIND).insert(), after)
        audit.append(connection, actor, "恢复试行", KIND, id, now, after)
    return CHANGED


def _taken(connection: Connection, id: str) -> dict[str, object] | None:
    """Take a trial away and give what it was."""
    trials = table(KIND)
    row = connection.execute(trials.select().where(trials.c.id == id)).mappings().first()
    connection.execute(trials.delete().where(trials.c.id == id))
    return None if row is None else {"since": row["since"], "model": json.loads(row["body"])}


def _trial(body: str, since: int, started_by: str, started_at: str) -> ModelTrial:
    from leadership_model.structure.codec import model_from_json

    return ModelTrial(
        model_from_json(json.loads(body), where="试行模型"), since, started_by, started_at
    )
