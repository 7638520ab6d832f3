"""Plans in the database: listed, saved, deleted. For jobs; no Qt here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from leadership_model.errors import UserError
from leadership_model.staffing import draft as drafts
from leadership_model.staffing import move as moves
from leadership_model.staffing.draft import Choices, Draft
from leadership_model.staffing.scenario import Scenario

if TYPE_CHECKING:
    from leadership_model.changes import Changes
    from leadership_model.store.actor import Actor
    from leadership_model.store.scenario import StoredScenario
    from ui.jobs import Control
    from ui.loading import Engine


@dataclass(frozen=True, slots=True)
class Listed:
    """The plans somebody may see, the one changed last first."""

    drafts: tuple[Draft, ...]
    unreadable: tuple[str, ...] = ()


def begin(label: str, month: int, base: int, choices: Choices | None = None) -> Draft:
    """Begin a plan without moves."""
    from leadership_model import ids

    scenario = Scenario(id=ids.new("plan"), label=label, base=base, month=month)
    return Draft(scenario=scenario, choices=choices or Choices())


def copied(draft: Draft, label: str) -> Draft:
    """Copy a plan under another name; whoever saw it does not see the copy."""
    from leadership_model import ids

    scenario = replace(draft.scenario, id=ids.new("plan"), label=label)
    return Draft(scenario=scenario, choices=replace(draft.choices, shared_with=()))


def free_label(taken: tuple[str, ...], stem: str) -> str:
    """Give a name that no plan has: 方案 1, 方案 2 ..."""
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem} {n}") not in taken)


def listed(user: str, engine: "Engine", control: "Control") -> Listed:
    """Read the plans a user may see; one that cannot be read is named, not shown."""
    from leadership_model.store import scenario as store

    control.check()
    found, broken = [], []
    for each in store.visible_to(engine, user):
        try:
            found.append(_draft(each))
        except UserError:
            broken.append(each.entry.label)
    return Listed(tuple(found), tuple(broken))


def saving(draft: Draft) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that stores a plan whole, new or changed."""
    return partial(_save, draft)


def deleting(id: str) -> "Callable[[Engine, Actor], Changes]":
    """Give the write that deletes a plan."""
    return partial(_delete, id)


def _save(draft: Draft, engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.changes import NOTHING
    from leadership_model.store import scenario as store
    from leadership_model.store.nouns import ScenarioEntry

    scenario = draft.scenario
    former = store.get(engine, scenario.id)
    entry = ScenarioEntry(
        id=scenario.id,
        label=scenario.label,
        effective=scenario.month,
        base=scenario.base,
        cursor=scenario.cursor,
        stage=draft.choices.stage,
        options=drafts.to_json(draft.choices),
    )
    if former is not None:
        entry = replace(
            entry,
            version=former.entry.version,
            changed_at=former.entry.changed_at,
            log=former.entry.log,
            note=former.entry.note,
        )
    bodies = tuple(moves.to_json(each) for each in scenario.moves)
    stored = store.StoredScenario(entry, bodies)
    return NOTHING if stored == former else store.save(engine, actor, stored)


def _delete(id: str, engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.changes import NOTHING
    from leadership_model.store import scenario as store

    former = store.get(engine, id)
    return NOTHING if former is None else store.delete(engine, actor, former)


def _draft(stored: "StoredScenario") -> Draft:
    entry = stored.entry
    scenario = Scenario(
        id=entry.id,
        label=entry.label,
        base=entry.base,
        month=entry.effective,
        moves=tuple(moves.from_json(body) for body in stored.moves),
        cursor=entry.cursor,
    )
    return Draft(scenario=scenario, choices=drafts.from_json(entry.options))
