"""The versions of a model, two of them beside each other, and what packs would do. No Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.structure import packs, versions
from leadership_model.structure.compare import Comparison, compare
from leadership_model.structure.model import Model
from leadership_model.structure.packs import Pack

if TYPE_CHECKING:
    from leadership_model.assessment.trial import Trial
    from leadership_model.assessment.versions import TeamVersions
    from leadership_model.assessment.world import World
    from leadership_model.store.trials import ModelTrial
    from ui.jobs import Control
    from ui.loading import Engine

DRAFT, TRIAL = "draft", "trial"


@dataclass(frozen=True, slots=True)
class Entry:
    """A version, the draft, or the trial: what the list of versions shows."""

    id: str
    title: str
    note: str
    stage: str  # in force, to come, superseded, draft, trial
    model: Model


@dataclass(frozen=True, slots=True)
class Beside:
    """Two entries compared: piece by piece, and team by team."""

    before: str
    after: str
    comparison: Comparison
    teams: "tuple[TeamVersions, ...]"


def entries(
    models: Sequence[Model], published: Model | None, draft: Model, trial: "ModelTrial | None",
    as_of: int,
) -> tuple[Entry, ...]:  # fmt: skip
    """List the draft (where it differs), the trial and the published versions, newest first."""
    found = []
    if draft != published:
        count = len(draft.requirements)
        found.append(Entry(DRAFT, "草稿", f"{count} 项要求 · 尚未发布", "draft", draft))
    if trial is not None:
        since = f"自 {months.show_iso(trial.since)} 起试行"
        note = f"{since} · {trial.started_by} · 不影响研判结果"
        found.append(Entry(TRIAL, "试行稿", note, "trial", trial.model))
    for each in versions.history(models, draft.id, as_of):
        count = len(each.model.requirements)
        until = f"，到 {months.show_iso(each.until)} 前" if each.until is not None else ""
        note = f"{versions.since(each.model)}{until} · {count} 项要求"
        title = f"第 {each.model.version} 版"
        found.append(Entry(str(each.model.version), title, note, each.stage, each.model))
    return tuple(found)


def lay_beside(
    world: "World", before: Entry, after: Entry, known: Mapping[int, Assessment], control: "Control"
) -> Beside:
    """Compare two entries; for a job."""
    from leadership_model.assessment.versions import beside

    control.check()
    found = beside(world, before.model, after.model, known, control.check)
    differing = sorted(
        (each for each in found if each.moved or each.causes),
        key=lambda each: (not each.moved, -abs(each.gain or 0.0), each.team),
    )
    comparison = compare(before.model, after.model, world.catalogue)
    return Beside(before.id, after.id, comparison, tuple(differing))


def beginning_with(entry: Entry, published: Model | None) -> Model:
    """Make the draft that begins with an entry."""
    if published is None:
        return entry.model
    return replace(entry.model, version=published.version, effective=published.effective)


def read_trials(engine: "Engine", control: "Control") -> "dict[str, ModelTrial]":
    """Read the trials by the id of their model; for a job."""
    from leadership_model.store import trials

    control.check()
    return {each.model.id: each for each in trials.read(engine)}


@dataclass(frozen=True, slots=True)
class PackEffect:
    """A pack with what switching it would publish and do."""

    pack: Pack
    state: packs.State
    since: int  # the month this is asked of: the first in which new versions may begin
    drafts: tuple[Model, ...]
    trial: "Trial"


def pack_effect(
    world: "World",
    pack: Pack,
    effective: int,
    survey: Sequence[Assessment],
    control: "Control",
) -> PackEffect:
    """Say what switching a pack (on where it is not, else off) would do; for a job."""
    from leadership_model.assessment.impact import teams_of
    from leadership_model.assessment.trial import try_out

    control.check()
    since = packs.first_month(pack, world.models, effective)
    state = packs.state(pack, world.models, since)
    make = packs.switched_off if state == "on" else packs.switched_on
    drafts = make(pack, world.models, effective)
    teams = tuple(dict.fromkeys(team for each in drafts for team in teams_of(world, each)))
    before = {team: survey[team] for team in teams}
    return PackEffect(
        pack, state, since, drafts, try_out(world, drafts, before, None, control.check)
    )
