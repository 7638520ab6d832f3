"""Rows of categories, their sub-categories and the teams with differences of their own. No Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.assessment.finding import Assessment
from leadership_model.people import codes
from leadership_model.structure import categories as kept
from leadership_model.structure.model import Model
from leadership_model.structure.versions import in_force

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.people.team import Team

STATES = ("green", "yellow", "unknown", "red", "veto", "unconfigured")
TONES = {
    "green": "green",
    "yellow": "yellow",
    "unknown": "grey",
    "red": "red",
    "veto": "veto",
    "unconfigured": "greys",
}


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category, or a sub-category's or team's difference under it.

    `id` is that of its model, or the one its model would have; `model` the version in force.
    """

    id: str
    category: str
    title: str
    model: Model | None
    teams: tuple[int, ...]
    states: tuple[tuple[str, int], ...]
    under: bool = False
    sub: str | None = None
    team: str | None = None
    retired: bool = False

    @property
    def key(self) -> str:
        """What it is known by, whether it has a model or not."""
        return "|".join((self.category, self.sub or "", self.team or ""))

    def parts(self) -> tuple[tuple[float, str], ...]:
        """Give the bar of states."""
        return tuple((float(count), TONES[state]) for state, count in self.states)


def categories(
    world: "World",
    survey: Sequence[Assessment] | None,
    drafts: Mapping[str, Model] | None = None,
) -> tuple[CategoryRow, ...]:
    """List the categories in the order of the code list, each with its differences below it."""
    present = _present(world)
    models = (*_current(world), *_begun(world, drafts or {}))
    rows: list[CategoryRow] = []
    for name in codes.names(kept.CATEGORIES):
        teams = tuple(at for at, (category, _) in enumerate(present) if category == name)
        own = tuple(each for each in models if kept.same(each.category, name))
        base = next((m for m in own if not m.is_difference()), None)
        gone = kept.retired(name)
        states = _states(survey, teams)
        id = base.id if base else f"none:{name}"
        rows.append(CategoryRow(id, name, name, _stored(base, world), teams, states, retired=gone))
        rows += _subs(world, survey, name, own, present)
        rows += _teams(world, survey, name, own)
    return tuple(rows)


def _subs(
    world: "World",
    survey: Sequence[Assessment] | None,
    category: str,
    own: Sequence[Model],
    present: Sequence[tuple[str | None, str | None]],
) -> list[CategoryRow]:
    used = [sub for found, sub in present if found == category and sub]
    used += [m.sub_category for m in own if m.sub_category and m.team is None]
    rows = []
    for sub in kept.subs_of(category, used):
        teams = tuple(at for at, each in enumerate(present) if each == (category, sub))
        model = next(
            (
                m
                for m in own
                if m.team is None and kept.sub_category_of(category, m.sub_category) == sub
            ),
            None,
        )
        id = model.id if model else f"own-{category}-{sub}"
        gone = kept.retired(category, sub)
        states = _states(survey, teams)
        stored = _stored(model, world)
        rows.append(
            CategoryRow(id, category, sub, stored, teams, states, True, sub=sub, retired=gone)
        )
    return rows


def _teams(
    world: "World", survey: Sequence[Assessment] | None, category: str, own: Sequence[Model]
) -> list[CategoryRow]:
    ids = world.snapshot.teams.ids
    rows = []
    for model in own:
        if model.team is None or model.team not in ids:
            continue
        at = ids.index(model.team)
        title = str(world.snapshot.teams.raw("name")[at] or model.label)
        states = _states(survey, (at,))
        stored = _stored(model, world)
        rows.append(
            CategoryRow(model.id, category, title, stored, (at,), states, True, team=model.team)
        )
    return rows


def team_model_id(team: "Team") -> str:
    """Give the id of the model that holds a team's own differences."""
    return f"own-team-{team.id}"


def _present(world: "World") -> tuple[tuple[str | None, str | None], ...]:
    """Give each team's category and sub-category under their present names."""
    teams = world.snapshot.teams
    pairs = zip(teams.raw("category"), teams.raw("sub_category"), strict=True)
    known: dict[tuple[str | None, str | None], tuple[str | None, str | None]] = {}
    found = []
    for pair in pairs:
        if pair not in known:
            known[pair] = kept.category_of(pair[0]), kept.sub_category_of(*pair)
        found.append(known[pair])
    return tuple(found)


def _current(world: "World") -> tuple[Model, ...]:
    ids = dict.fromkeys(m.id for m in world.models)
    found = [in_force(world.models, id, world.as_of) for id in ids]
    return tuple(each for each in found if each is not None)


def _begun(world: "World", drafts: Mapping[str, Model]) -> tuple[Model, ...]:
    """Give the drafts of models of which nothing is in force yet."""
    known = {each.id for each in _current(world)}
    return tuple(each for id, each in drafts.items() if id not in known and "none:" not in id)


def _stored(model: Model | None, world: "World") -> Model | None:
    return model if model is not None and model in world.models else None


def _states(
    survey: Sequence[Assessment] | None, teams: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    if survey is None:
        return ()
    counts: Counter[str] = Counter(survey[team].state for team in teams)
    return tuple((state, counts[state]) for state in STATES if counts[state])
