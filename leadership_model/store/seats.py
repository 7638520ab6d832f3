"""Retiring and deleting units, teams and posts: refused while a plan still speaks of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.store.actor import Actor
from leadership_model.store.connection import reading
from leadership_model.store.joint import JointEdit
from leadership_model.store.tables import table

NAMED = 3


@dataclass(slots=True)
class Leaving:
    """An edit after which some records count no more; `leaving` are their ids and names."""

    edit: JointEdit
    leaving: tuple[tuple[str, str], ...]

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit; UserError names the plans that still use one of the records."""
        with reading(engine) as connection:
            for id, name in self.leaving:
                plans = plans_with(connection, id)
                if plans:
                    more = f"等 {len(plans)} 个方案" if len(plans) > NAMED else ""
                    listed = "、".join(f"“{each}”" for each in plans[:NAMED])
                    raise UserError(
                        f"“{name}”还在方案{listed}{more}中，请先在模拟配备中移出它，再停用或删除"
                    )
        return self.edit.forward(engine, actor)

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back."""
        return self.edit.backward(engine, actor)


def plans_with(connection: Connection, id: str) -> Sequence[str]:
    """Give the labels of the plans one of whose moves names an id, in order of their ids."""
    moves, plans = table("scenario_move"), table("scenario")
    question = (
        plans.select()
        .with_only_columns(plans.c.id, plans.c.label)
        .where(plans.c.id.in_(moves.select().with_only_columns(moves.c.scenario)
                              .where(moves.c.body.contains(f'"{id}"', autoescape=True))))
        .order_by(plans.c.id)
    )  # fmt: skip
    return [row.label for row in connection.execute(question)]
