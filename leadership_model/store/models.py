"""Structure models and portraits: bodies are JSON text in the form of structure/codec.

A published version never changes; what is to be different is a new version. The model's row holds
what all its versions share.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.connection import writing
from leadership_model.store.handle import Engine
from leadership_model.store.tables import table
from leadership_model.structure.model import Model, Portrait


def publish(engine: Engine, actor: Actor, *models: Model) -> Changes:
    """Store a version of each model, all or none; a trial of it ends. UserError as `publish_in`."""
    with writing(engine) as connection:
        for model in models:
            publish_in(connection, actor, model)
            trials = table("model_trial")
            connection.execute(trials.delete().where(trials.c.id == model.id))
            audit.append(
                connection, actor, "发布", "model_version", version_id(model), None, _head(model)
            )
    return Changes(frozenset({"model", "model_version", "requirement", "portrait", "model_trial"}))


def version_id(model: Model) -> str:
    """Give the id of a version's row: model id @ version."""
    return f"{model.id}@{model.version}"


def publish_in(connection: Connection, actor: Actor, model: Model) -> None:
    """Store one version inside the caller's transaction, without audit.

    UserError when the number is taken or lower than a published one, or when it would begin before
    the version published last: that would change what earlier months were judged by.
    """
    from leadership_model.structure.codec import requirement_to_json

    models, versions = table("model"), table("model_version")
    shared = {
        "id": model.id,
        "category": model.category,
        "sub_category": model.sub_category,
        "team": model.team,
        "place": model.place,
    }
    known = connection.execute(models.select().where(models.c.id == model.id)).mappings().first()
    if known is None:
        connection.execute(models.insert(), shared)
    elif dict(known) != shared:
        raise UserError(f"模型“{model.label}”与已发布的版本不属于同一类班子，请另建一个模型")
    name = version_id(model)
    if connection.execute(versions.select().where(versions.c.id == name)).first() is not None:
        raise UserError(f"模型“{model.label}”第 {model.version} 版已经发布，请发布新的一版")
    _refuse_rewriting(connection, model)
    head = _head(model) | {"published_by": actor.name, "published_at": actor.clock()}
    connection.execute(versions.insert(), head)
    bodies = [requirement_to_json(each) for each in model.requirements]
    _insert(connection, "requirement", name, bodies, name)
    put_portraits(connection, model.portraits, name)


def _refuse_rewriting(connection: Connection, model: Model) -> None:
    """A new version comes after all others, in its number and in the month it begins."""
    versions = table("model_version")
    last = connection.execute(
        select(func.max(versions.c.number), func.max(versions.c.effective)).where(
            versions.c.model == model.id
        )
    ).one()
    if last[0] is None:
        return
    if model.version < last[0]:
        raise UserError(f"模型“{model.label}”已发布到第 {last[0]} 版，新的一版编号应当更大")
    if model.effective < last[1]:
        raise UserError(
            f"模型“{model.label}”上一版自 {months.show_iso(last[1])} 起生效，"
            "新的一版不能早于它，否则以前月份的研判会改变；请改用不早于它的月份"
        )


def put_portraits(
    connection: Connection, portraits: Iterable[Portrait], version: str | None = None
) -> None:
    """Store portraits of a model's version, or general ones, in the caller's transaction."""
    from leadership_model.structure.codec import portrait_to_json

    bodies = [portrait_to_json(each) for each in portraits]
    _insert(connection, "portrait", version or "general", bodies, version)


def _head(model: Model) -> dict[str, Any]:
    """Give the row of a version: its body is the model without requirements and portraits."""
    from leadership_model.structure.codec import model_to_json

    body = {k: v for k, v in model_to_json(model).items() if k not in ("requirements", "portraits")}
    return {
        "id": version_id(model),
        "model": model.id,
        "number": model.version,
        "effective": model.effective,
        "body": json.dumps(body, ensure_ascii=False),
    }


def _insert(
    connection: Connection, kind: str, prefix: str, bodies: Iterable[object], version: str | None
) -> None:
    """Insert bodies in their order; each row's id is prefix/order."""
    rows = [
        {
            "id": f"{prefix}/{order}",
            "model_version": version,
            "order": order,
            "body": json.dumps(body, ensure_ascii=False),
        }
        for order, body in enumerate(bodies)
    ]
    if rows:
        connection.execute(table(kind).insert(), rows)
