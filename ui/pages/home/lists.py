"""What the lists at the right show: plans, saved questions, the last import. No Qt here."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.jobs import Control

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from ui.loading import Loaded

RECENT = 4
QUERIES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A plan the user may see."""

    id: str
    label: str
    note: str
    changed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryItem:
    """A saved question with how many it finds; None where it cannot be read any more.

    `id` is empty for a common one; `fault` says what is wrong with it.
    """

    label: str
    sentence: str
    count: int | None
    id: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportItem:
    """The last import."""

    id: str
    label: str
    changed_at: str
    counts: tuple[tuple[str, int], ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class Side:
    """What the lists at the right show."""

    plans: tuple[PlanItem, ...] = ()
    queries: tuple[QueryItem, ...] = ()
    own_queries: bool = False
    batch: ImportItem | None = None
    plan_count: int = 0


def side(loaded: "Loaded", user: str, control: Control) -> Side:
    """Read what the lists at the right show; without a database only the common questions."""
    from leadership_model.query.common import common

    queries: list[tuple[str, str, str]] = []
    plans: tuple[PlanItem, ...] = ()
    batch = None
    if loaded.engine is not None:
        from leadership_model.store import load

        queries = [(q.id, q.label, q.sentence) for q in load.saved_queries(loaded.engine)]
        plans = _plans(loaded, user)
        batch = _last_import(loaded)
    control.check()
    own = bool(queries)
    asked = queries or [("", each.label, each.sentence) for each in common()]
    items = tuple(_item(loaded.world, *each) for each in asked[:QUERIES])
    return Side(plans[:RECENT], items, own, batch, len(plans))


def _item(world: "World", id: str, label: str, sentence: str) -> QueryItem:
    from leadership_model.conditions.sentence import parse
    from leadership_model.errors import UserError

    count, fault = None, ""
    try:
        count = int(world.facts.tri(parse(sentence, world.catalogue)).sure.sum())
    except UserError as error:
        fault = error.sentence
    return QueryItem(label=label, sentence=sentence, count=count, id=id, fault=fault)


def _plans(loaded: "Loaded", user: str) -> tuple[PlanItem, ...]:
    from leadership_model import months
    from leadership_model.store import load

    return tuple(
        PlanItem(
            id=each.id,
            label=each.label,
            note=" · ".join(
                filter(
                    None,
                    (
                        f"{months.show_iso(each.effective)} 生效",
                        f"{each.cursor} 步调整",
                        each.stage or "",
                    ),
                )
            ),
            changed_at=each.changed_at,
        )
        for each in load.plans(loaded.engine, user)
    )


def _last_import(loaded: "Loaded") -> ImportItem | None:
    from leadership_model.store import load
    from leadership_model.store.nouns import ImportBatch

    batches = load.every(loaded.engine, ImportBatch)
    if not batches:
        return None
    last = max(batches, key=lambda each: (each.changed_at, each.id))
    counts: dict[str, Any] = json.loads(last.counts)
    words = (("new", "新增"), ("changed", "变更"), ("unchanged", "未变"), ("conflicting", "冲突"))
    return ImportItem(
        id=last.id,
        label=last.label,
        changed_at=last.changed_at,
        counts=tuple((word, int(counts.get(key, 0))) for key, word in words),
        undone=last.undone_at is not None,
    )


def when(stamp: str, today: str) -> str:
    """Write a moment shortly: the time of today, else month and day, else the year too."""
    if not stamp:
        return ""
    day, _, time = stamp.partition("T")
    if day == today:
        return time[:5]
    return day[5:] if day[:4] == today[:4] else day
