"""Retiring and deleting units, teams and posts: refused while a plan still speaks of them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy.engine import Connection

from leadership_model.errors import UserError
from leadership_model.store.actor import Actor
from leadership_model.store.joint import JointEdit
from leadership_model.store.nouns import may_see
from leadership_model.store.tables import table

NAMED = 3


def leaving(
    before: tuple[Any, ...], after: tuple[Any, ...], gone: tuple[tuple[str, str], ...]
) -> JointEdit:
    """Make an edit after which some records count no more; `gone` are their ids and names.

    Writing it raises a UserError that names the plans that still use one of them, as far as the
    writer may see them. Other plans tell their authors when they open them (staffing.drift).
    """
    return JointEdit(before, after, guard=partial(_refuse_planned, gone))


def _refuse_planned(
    gone: tuple[tuple[str, str], ...], connection: Connection, actor: Actor
) -> None:
    for id, name in gone:
        plans = plans_with(connection, id, actor.name)
        if plans:
            more = f"等 {len(plans)} 个方案" if len(plans) > NAMED else ""
            listed = "、".join(f"“{each}”" for each in plans[:NAMED])
            raise UserError(
                f"“{name}”还在方案{listed}{more}中，请先在模拟配备中移出它，再停用或删除"
            )


def plans_with(connection: Connection, id: str, name: str) -> Sequence[str]:
    """Give the labels of the plans `name` may see one of whose moves names an id, by their ids."""
    moves, plans = table("scenario_move"), table("scenario")
    question = (
        plans.select()
        .with_only_columns(plans.c.id, plans.c.label, plans.c.author, plans.c.shared)
        .where(plans.c.id.in_(moves.select().with_only_columns(moves.c.scenario)
                              .where(moves.c.body.contains(f'"{id}"', autoescape=True))))
        .order_by(plans.c.id)
    )  # fmt: skip
    found = connection.execute(question)
    return [row.label for row in found if may_see(row.author, row.shared, name)]
