"""What is worked out from a database, in a reader's thread: no Qt here.

The heavy packages behind the store and the domain are imported inside the functions, so that the
window is on screen before they are.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.jobs import Control

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.rules.book import RuleBook
    from leadership_model.store.actor import Actor
    from leadership_model.structure.model import Model, Portrait

# The store's engine. Its type belongs to a package windows do not speak to.
Engine = Any


@dataclass(frozen=True, slots=True)
class Base:
    """One state of an open database: records, models, portraits, rules, catalogue. No month yet."""

    snapshot: "Snapshot"
    models: "tuple[Model, ...] | None" = None
    portraits: "tuple[Portrait, ...] | None" = None
    book: "RuleBook | None" = None
    catalogue: "Catalogue | None" = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A base seen at a month. `engine` is None where a snapshot is shown without a database."""

    base: Base
    as_of: int
    world: "World"
    path: Path | None = None
    engine: Engine = None


def open_database(path: Path, actor: "Actor", month: int, control: Control) -> Loaded:
    """Open a database and make its world at the month stored in it, else at `month`."""
    from leadership_model.store import engine as engines

    engine = engines.open(path, actor)
    control.report(0.15, "正在读取记录")
    base = read_base(engine)
    control.report(0.6, "正在计算要素")
    as_of = base.snapshot.default_month
    return look(Loaded(base, 0, None, path, engine), month if as_of is None else as_of)  # type: ignore[arg-type]


def create_database(path: Path, actor: "Actor", month: int, control: Control) -> Loaded:
    """Make an empty database and open it."""
    from leadership_model.store import engine as engines

    engines.create(path, actor).dispose()
    return open_database(path, actor, month, control)


def make_sample(path: Path, people: int, actor: "Actor", month: int, control: Control) -> Loaded:
    """Make the invented city in a new file and open it."""
    from leadership_model.sample import build

    control.report(0.05, "正在生成示例城市")
    build.build(path, people, actor=actor)
    control.report(0.7, "正在打开")
    return open_database(path, actor, month, control)


def read_base(engine: Engine) -> Base:
    """Read everything of a database anew."""
    from leadership_model.rules import book
    from leadership_model.store import load

    return Base(
        load.snapshot(engine),
        load.models(engine),
        load.portraits(engine),
        book.with_settings(load.rule_settings(engine)),
        load.catalogue(engine),
    )


def look(loaded: Loaded, month: int) -> Loaded:
    """See a base at another month."""
    from leadership_model.assessment.world import World

    base = loaded.base
    world = World.of(
        base.snapshot,
        month,
        catalogue=base.catalogue,
        models=base.models,
        portraits=base.portraits,
        book=base.book,
    )
    return replace(loaded, as_of=month, world=world)


def read_again(loaded: Loaded) -> Loaded:
    """Read the database anew after a write; the month stays."""
    return look(replace(loaded, base=read_base(loaded.engine)), loaded.as_of)


def survey(loaded: Loaded, control: Control) -> "tuple[Assessment, ...]":
    """Assess every team."""
    from leadership_model.assessment.survey import assess_all

    control.check()
    return assess_all(loaded.world)
