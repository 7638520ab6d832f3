"""Plans in the database: listed, saved, shared, put away, deleted. For jobs; no Qt here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from leadership_model.errors import StaleError, UserError
from leadership_model.staffing import draft as drafts
from leadership_model.staffing import ground as grounds
from leadership_model.staffing import move as moves
from leadership_model.staffing.draft import Choices, Draft, Standing
from leadership_model.staffing.scenario import Scenario

if TYPE_CHECKING:
    from leadership_model.changes import Changes
    from leadership_model.staffing.status import Status
    from leadership_model.store.actor import Actor
    from leadership_model.store.scenario import StoredScenario
    from ui.jobs import Control
    from ui.loading import Engine


KEPT = ("version", "changed_at", "log", "note")  # what the store writes, or others write


@dataclass(frozen=True, slots=True)
class Listed:
    """The plans somebody may see, the one changed last first."""

    drafts: tuple[Draft, ...]
    unreadable: tuple[str, ...] = ()
    versions: dict[str, int] = field(default_factory=dict)


def begin(label: str, month: int, base: int, author: str, choices: Choices | None = None) -> Draft:
    """Begin a plan without moves."""
    from leadership_model import ids

    scenario = Scenario(id=ids.new("plan"), label=label, base=base, month=month)
    standing = Standing(author=author)
    return Draft(scenario=scenario, choices=choices or Choices(), standing=standing)


def copied(draft: Draft, label: str, author: str, month: int) -> Draft:
    """Copy a plan under another name: a draft that nobody else sees."""
    from leadership_model import ids

    scenario = replace(draft.scenario, id=ids.new("plan"), label=label, month=month)
    return Draft(scenario=scenario, choices=draft.choices, standing=Standing(author=author))


def free_label(taken: tuple[str, ...], stem: str) -> str:
    """Give a name that no plan has: 方案 1, 方案 2 ..."""
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem} {n}") not in taken)


def listed(user: str, engine: "Engine", control: "Control") -> Listed:
    """Read the plans a user may see; one that cannot be read is named, not shown."""
    from leadership_model.store import scenario as store

    control.check()
    found, broken = [], []
    plans = store.visible_to(engine, user)
    for each in plans:
        try:
            found.append(read(each))
        except UserError:
            broken.append(each.entry.label)
    versions = {each.entry.id: each.entry.version for each in plans}
    return Listed(tuple(found), tuple(broken), versions)


def saving(draft: Draft, versions: dict[str, int]) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that stores a plan whole, new or changed.

    `versions`: which version of each plan was seen last; the write refuses another one (StaleError)
    and notes its own.
    """
    return partial(_save, draft, versions)


def sharing(
    id: str, names: tuple[str, ...], versions: dict[str, int]
) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that shares a plan with somebody by name, or with nobody."""
    return partial(_share, id, names, versions)


def standing_as(
    id: str, status: "Status", versions: dict[str, int]
) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that brings a plan to another status."""
    return partial(_set_status, id, status, versions)


def deleting(id: str) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that deletes a plan."""
    return partial(_delete, id)


def stored(draft: Draft, former: "StoredScenario | None" = None) -> "StoredScenario":
    """Write a plan as it is stored; what the store keeps of the former one stays."""
    from leadership_model.store.nouns import ScenarioEntry
    from leadership_model.store.scenario import StoredScenario

    scenario, kept = draft.scenario, dict[str, Any]()
    if former is not None:
        names = (*KEPT, "author", "shared", "status", "former")
        kept = {name: getattr(former.entry, name) for name in names}
    entry = ScenarioEntry(
        id=scenario.id,
        label=scenario.label,
        effective=scenario.month,
        base=scenario.base,
        cursor=scenario.cursor,
        stage=draft.choices.stage,
        options=drafts.to_json(draft.choices),
        ground=grounds.to_json(scenario.ground),
        **kept,
    )
    return StoredScenario(entry, tuple(moves.to_json(each) for each in scenario.moves))


def _save(draft: Draft, versions: dict[str, int], engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.changes import NOTHING
    from leadership_model.store import scenario as store

    scenario = draft.scenario
    former = store.get(engine, scenario.id, actor.name)
    if former is None and scenario.id in versions:
        raise StaleError(store.GONE)
    if former is not None and versions.get(scenario.id) not in (None, former.entry.version):
        raise StaleError(
            f"方案“{former.entry.label}”刚被别人改过，这一步没有保存；请从方案列表重新打开它再改"
        )
    now = stored(draft, former)
    if now == former:
        return NOTHING
    return _noted(scenario.id, versions, engine, actor, store.save(engine, actor, now))


def _share(
    id: str, names: tuple[str, ...], versions: dict[str, int], engine: "Engine", actor: "Actor"
) -> "Changes":
    from leadership_model.store import scenario as store

    return _noted(id, versions, engine, actor, store.share(engine, actor, id, names))


def _set_status(
    id: str, status: "Status", versions: dict[str, int], engine: "Engine", actor: "Actor"
) -> "Changes":
    from leadership_model.store import scenario as store

    return _noted(id, versions, engine, actor, store.set_status(engine, actor, id, status))


def _noted(
    id: str, versions: dict[str, int], engine: "Engine", actor: "Actor", changes: "Changes"
) -> "Changes":
    from leadership_model.store import scenario as store

    now = store.get(engine, id, actor.name)
    if now is not None:
        versions[id] = now.entry.version
    return changes


def _delete(id: str, engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.changes import NOTHING
    from leadership_model.store import scenario as store

    former = store.get(engine, id, actor.name)
    return NOTHING if former is None else store.delete(engine, actor, former)


def read(stored: "StoredScenario") -> Draft:
    """Read a plan out of what is stored; UserError when it cannot be read."""
    from leadership_model.store.plans import draft_of

    return draft_of(stored)
