"""What a new database has from the beginning: the shipped structure models and portraits.

功能区 and 国企高校 have none on purpose: their teams are 未配置 until the department says what it
wants of them.
"""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from leadership_model.store import audit
from leadership_model.store.actor import Actor
from leadership_model.store.models import publish_in, put_portraits
from leadership_model.structure.model import Model, Portrait


def plant(connection: Connection, actor: Actor) -> None:
    """Plant the shipped models and general portraits inside the caller's transaction."""
    from leadership_model.structure import templates

    plant_these(connection, actor, templates.shipped(), templates.portraits())


def plant_these(
    connection: Connection, actor: Actor, models: Sequence[Model], portraits: Sequence[Portrait]
) -> None:
    """Plant some models and portraits, with one audit line."""
    for model in models:
        publish_in(connection, actor, model)
    put_portraits(connection, portraits)
    counts = {"model": len(models), "portrait": len(portraits)}
    audit.append(connection, actor, "装入随附模型", "model", "", None, counts)
