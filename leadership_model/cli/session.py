"""An open database and the world of a month."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.assessment.world import World
from leadership_model.cli.run import now_text, this_month
from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.store.actor import Actor

if TYPE_CHECKING:
    from leadership_model.store.engine import Engine


@dataclass(frozen=True, slots=True)
class Session:
    """An engine with what was read through it."""

    engine: "Engine"
    snapshot: Snapshot
    world: World


def actor() -> Actor:
    """Name who edits on the command line, with the clock."""
    return Actor("命令行", now_text)


def open_session(path: Path, as_of: int | None) -> Session:
    """Open a database and read it; the month is the one asked for, the stored one, else today's."""
    from leadership_model.rules import book
    from leadership_model.store import engine as stores
    from leadership_model.store import load

    engine = stores.open(path, actor())
    snapshot = load.snapshot(engine)
    stored = snapshot.default_month
    month = as_of if as_of is not None else stored if stored is not None else this_month()
    world = World.of(
        snapshot,
        month,
        catalogue=load.catalogue(engine),
        models=load.models(engine),
        portraits=load.portraits(engine),
        book=book.with_settings(load.rule_settings(engine)),
    )
    return Session(engine, snapshot, world)


def position(kind: str, table_positions: Mapping[str, int], text: str) -> int:
    """Find a record by id; a sentence when there is none."""
    if text not in table_positions:
        raise UserError(f"库中没有编号为“{text}”的{kind}：请核对编号")
    return table_positions[text]
