"""What is worked out from a database, in a reader's thread: no Qt here.

The heavy packages behind the store and the domain are imported inside the functions, so that the
window is on screen before they are.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.collecting import uncollected
from ui.jobs import Control

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.rules.book import RuleBook
    from leadership_model.store.actor import Actor
    from leadership_model.store.load import Again
    from leadership_model.structure.model import Model, Portrait

# The store's engine. Its type belongs to a package windows do not speak to.
Engine = Any
SURVEY = "survey"  # the name under which the survey is kept


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
    kept: "tuple[Assessment, ...] | None" = None  # the survey as the last start left it
    current: bool = False  # `kept` is the survey of this very world: no need to work it out again


def warm(page: str, control: Control) -> None:
    """Import what a database needs besides the store, and the page shown first.

    Beside the reading of the records this costs next to no time: the reading waits for the disk
    and for SQLite, which leaves the interpreter to others.
    """
    from leadership_model.elements import catalogue
    from ui import registry

    if any(spec.name == page for spec in registry.PAGES):
        registry.load(page)
    control.check()
    import leadership_model.assessment.codec
    import leadership_model.assessment.world
    import leadership_model.rules.book  # noqa: F401

    catalogue.shipped()


def import_pages(control: Control) -> None:
    """Import all pages, so that opening one the first time only has to make it."""
    from leadership_model.people import revise
    from ui import registry

    for spec in registry.PAGES:
        control.check()
        registry.load(spec.name)
    # The patterns that read a 简历 are compiled when the first one is read: here nobody waits.
    revise.read("2001.07－2003.08  青山县财政局科员")


def open_database(path: Path, actor: "Actor", month: int, control: Control) -> Loaded:
    """Open a database and make its world at the month stored in it, else at `month`.

    It is handed over before careers and other rows are there: who asks for them meanwhile waits.
    """
    from leadership_model.store import engine as engines
    from leadership_model.store import load

    engine = engines.open(path, actor)
    control.check()
    control.report(0.15, "正在读取记录")
    arrived: list[Loaded] = []

    def begin(snapshot: "Snapshot") -> None:
        base = read_base(engine, snapshot)
        loaded = look(Loaded(base, 0, None, path, engine), opening_month(base, month))  # type: ignore[arg-type]
        arrived.append(replace(loaded, kept=kept_survey(loaded)))
        control.hand_over(arrived[0])
        control.report(0.6, "正在读取履历等记录")

    with uncollected():
        load.snapshot(engine, begin)
    return arrived[0]


def opening_month(base: Base, month: int) -> int:
    """Give the month a database is opened at: the one stored in it, else the one given."""
    stored = base.snapshot.default_month
    return month if stored is None else stored


def create_database(
    path: Path, passphrase: str, actor: "Actor", month: int, control: Control
) -> Loaded:
    """Make an empty database, encrypted where there is a passphrase, and open it."""
    from leadership_model.store import engine as engines

    engines.create(path, actor, passphrase=passphrase).dispose()
    return open_database(path, actor, month, control)


def make_sample(path: Path, people: int, actor: "Actor", month: int, control: Control) -> Loaded:
    """Make the invented city in a new file and open it."""
    from leadership_model.sample import build

    control.report(0.05, "正在生成示例城市")
    build.build(path, people, actor=actor)
    control.report(0.7, "正在打开")
    return open_database(path, actor, month, control)


def read_base(engine: Engine, snapshot: "Snapshot | None" = None) -> Base:
    """Read everything of a database anew, or what there is besides a snapshot."""
    from leadership_model.rules import book
    from leadership_model.store import load

    return Base(
        load.snapshot(engine) if snapshot is None else snapshot,
        load.models(engine),
        load.portraits(engine),
        book.with_settings(load.rule_settings(engine)),
        load.catalogue(engine),
    )


def look(loaded: Loaded, month: int, control: Control | None = None) -> Loaded:
    """See a base at another month."""
    from leadership_model.assessment.world import World

    if control is not None:
        control.check()
    base = loaded.base
    loaded = replace(loaded, kept=None, current=False)
    world = World.of(
        base.snapshot,
        month,
        catalogue=base.catalogue,
        models=base.models,
        portraits=base.portraits,
        book=base.book,
    )
    return replace(loaded, as_of=month, world=world)


def read_again(loaded: Loaded, survey: "tuple[Assessment, ...] | None" = None) -> Loaded:
    """Read after a write; the month stays. Only what was written where that is known.

    `survey` is that of `loaded`, when it is known: the result brings its own then.
    """
    from leadership_model.store import load, touched

    again = load.again(loaded.engine, loaded.base.snapshot)
    if again is None:
        with uncollected():
            base = read_base(loaded.engine)
        return look(replace(loaded, base=base), loaded.as_of)
    if not again.touched.keys().isdisjoint(touched.BESIDE):
        base = read_base(loaded.engine, again.snapshot)
        return look(replace(loaded, base=base), loaded.as_of)
    return _refreshed(loaded, again, survey)


def _refreshed(loaded: Loaded, again: "Again", survey: "tuple[Assessment, ...] | None") -> Loaded:
    """See the rows that were written; models, rules, elements and settings are the same."""
    from leadership_model.assessment import refresh

    base = replace(loaded.base, snapshot=again.snapshot)
    world = loaded.world.refreshed(again.snapshot, again.touched)
    found = survey and refresh.reassess(loaded.world, survey, world, again.touched)
    return replace(loaded, base=base, world=world, kept=found or None, current=bool(found))


def survey(loaded: Loaded, control: Control) -> "tuple[Assessment, ...]":
    """Assess every team. Where the kept survey says the same it is given back itself."""
    from leadership_model.assessment.survey import assess_all

    control.check()
    found = assess_all(loaded.world, pause=control.check)
    return loaded.kept if found == loaded.kept and loaded.kept is not None else found


def kept_survey(loaded: Loaded) -> "tuple[Assessment, ...] | None":
    """Read the survey the last start kept for this very state, month and program."""
    from leadership_model.assessment import codec
    from leadership_model.store import derived

    number = loaded.base.snapshot.number
    content = derived.get(loaded.engine, SURVEY, number, loaded.as_of)
    return None if content is None else codec.decode(content)


def keep_survey(
    loaded: Loaded, found: "tuple[Assessment, ...]", control: Control | None = None
) -> bool:
    """Keep a survey for the next start."""
    from leadership_model.assessment import codec
    from leadership_model.store import derived

    if control is not None:
        control.check()
    number = loaded.base.snapshot.number
    return derived.keep(loaded.engine, SURVEY, number, loaded.as_of, codec.encode(found))
