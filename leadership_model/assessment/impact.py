"""What a changed model would do before it is in force: every team before and after."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.finding import Assessment, Finding, State
from leadership_model.assessment.judge import judge
from leadership_model.assessment.team import dimensions, scores, states
from leadership_model.assessment.world import World
from leadership_model.structure.inherit import model_of
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Shift:
    """One team (position) before and after."""

    team: int
    before: Assessment
    after: Assessment

    @property
    def moved(self) -> bool:
        """Say whether the state changes."""
        return self.before.state != self.after.state

    @property
    def gain(self) -> float | None:
        """Give the difference of the low ends; None where one of them has no score."""
        before, after = self.before.score_low, self.after.score_low
        return None if before is None or after is None else round(after - before, 9)


def teams_of(world: World, model: Model) -> tuple[int, ...]:
    """List the teams whose model at this month is built on a model (any of its versions)."""
    found = []
    for team in range(len(world.snapshot.teams)):
        used = world.model(team)
        if used is not None and model.id in used.id.split("+"):
            found.append(team)
    return tuple(found)


def findings_of(
    world: World, requirement: Requirement, teams: Iterable[int]
) -> tuple[tuple[int, Finding], ...]:
    """Hold teams against one requirement, whether it is in force or not."""
    return tuple((team, judge(requirement, team, world)) for team in teams)


def impact(
    world: World,
    changed: Model,
    before: Mapping[int, Assessment],
    judged: Mapping[int, Finding] | None = None,
) -> tuple[Shift, ...]:
    """Say what a changed version would do to the teams in `before`, as if it were in force now.

    `before` are the assessments by team. Only requirements that differ from those in force are
    judged anew; `judged` may hold findings of the one requirement being edited, by team.
    """
    others = tuple(each for each in world.models if each.id != changed.id)
    models = (*others, replace(changed, effective=min(changed.effective, world.as_of)))
    given = judged or {}

    def find(team: int, requirement: Requirement) -> Finding:
        found = given.get(team)
        same = found is not None and found.requirement == requirement.id
        return found if found is not None and same else judge(requirement, team, world)

    return tuple(Shift(team, was, under(world, models, was, find)) for team, was in before.items())


def moves(shifts: Iterable[Shift]) -> Mapping[tuple[State, State], tuple[int, ...]]:
    """Group the teams that change state by (before, after)."""
    found: dict[tuple[State, State], tuple[int, ...]] = {}
    for each in shifts:
        if each.moved:
            key = (each.before.state, each.after.state)
            found[key] = (*found.get(key, ()), each.team)
    return found


def under(
    world: World,
    models: Sequence[Model],
    was: Assessment,
    find: Callable[[int, Requirement], Finding],
) -> Assessment:
    """Assess a team under other models: `find` judges what is not as it is in force.

    `was` is its assessment under the models of the world; its rule results are kept.
    """
    team = was.team
    used = world.model(team)
    model = model_of(world.snapshot.teams.record(team), models, world.as_of)
    same = {} if used is None else {each.id: each for each in used.requirements}
    known = {each.requirement: each for each in was.findings}
    findings = tuple(
        known[each.id]
        if each.id in known and (same.get(each.id) is each or same.get(each.id) == each)
        else find(team, each)
        for each in (() if model is None else model.requirements)
    )
    low, high = scores(findings) if findings else (None, None)
    state, state_low, state_high = states(model, findings)
    return replace(
        was,
        model=model.id if model is not None and findings else None,
        state=state,
        state_low=state_low,
        state_high=state_high,
        score_low=low,
        score_high=high,
        findings=findings,
        dimensions=dimensions(findings),
    )
