"""试运行: what drafts would do to teams, worked out anew at every edit from what is known already.

Only requirements that differ from those in force are judged, and of these only the ones the trial
before has not judged yet: one edit costs one requirement for each team.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadership_model.assessment.finding import Assessment, Finding, State
from leadership_model.assessment.impact import Shift, under
from leadership_model.assessment.judge import judge
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.world import World
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement

Judged = Mapping[Requirement, Mapping[int, Finding]]
MOST_KEPT = 60  # requirements whose findings are kept for the next trial


@dataclass(frozen=True, slots=True)
class Trial:
    """Teams before and after. `anew`: how many findings had to be judged for this trial."""

    world: World = field(repr=False)
    shifts: tuple[Shift, ...]
    judged: Judged = field(repr=False)
    anew: int

    def states(self, after: bool) -> Mapping[State, int]:
        """Count the teams by state, before or after."""
        return Counter((each.after if after else each.before).state for each in self.shifts)

    @property
    def moved(self) -> tuple[Shift, ...]:
        """Give the teams whose state changes."""
        return tuple(each for each in self.shifts if each.moved)


def try_out(
    world: World,
    drafts: Sequence[Model],
    before: Mapping[int, Assessment],
    previous: Trial | None = None,
    pause: Pause = go_on,
) -> Trial:
    """Say what drafts would do to the teams in `before`, as if they were in force now.

    `before`: assessments under the models of the world, by team. A draft takes the place of all
    versions of its model. `previous`: an earlier trial, whose findings are taken over where it was
    of the same world. `pause` is called before each team; it may raise to stop.
    """
    models = with_drafts(world.models, drafts, world.as_of)
    kept = previous.judged if previous is not None and previous.world is world else {}
    judged: dict[Requirement, dict[int, Finding]] = {}
    places: dict[int, tuple[Requirement, Mapping[int, Finding], dict[int, Finding]]] = {}
    anew = 0

    def find(team: int, requirement: Requirement) -> Finding:
        nonlocal anew
        place = places.get(id(requirement))
        if place is None:
            # The requirement is kept beside its place, so that its id stays its own.
            known = kept.get(requirement, {})
            place = (requirement, known, judged.setdefault(requirement, {}))
            places[id(requirement)] = place
        _, known, found = place
        if team not in found:
            if team not in known:
                anew += 1
            found[team] = known[team] if team in known else judge(requirement, team, world)
        return found[team]

    shifts = []
    for team, was in before.items():
        pause()
        shifts.append(Shift(team, was, under(world, models, was, find)))
    return Trial(world, tuple(shifts), _gathered(judged, kept), anew)


def with_drafts(models: Iterable[Model], drafts: Sequence[Model], as_of: int) -> tuple[Model, ...]:
    """Put drafts in the place of all versions of their models, in force at that month."""
    ids = {each.id for each in drafts}
    present = (replace(each, effective=min(each.effective, as_of)) for each in drafts)
    return (*(each for each in models if each.id not in ids), *present)


def _gathered(judged: Mapping[Requirement, Mapping[int, Finding]], kept: Judged) -> Judged:
    """Lay what was used now before what was known, and let the oldest go."""
    found = dict(judged)
    for requirement, findings in kept.items():
        if requirement in found:
            found[requirement] = {**findings, **found[requirement]}
        elif len(found) < MOST_KEPT:
            found[requirement] = findings
    return found
