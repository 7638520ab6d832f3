"""The age ladder of a team: who stands on which rung, and how many are wanted there."""

from leadership_model.assessment.measure import options_of, rung_miss
from leadership_model.assessment.phrase import rung_label
from leadership_model.assessment.world import World
from leadership_model.charts.spec import Bar, Ladder, Tone
from leadership_model.structure.requirement import Ladder as LadderOf
from leadership_model.structure.requirement import Rung

AGE = "年龄"
BANDS = (
    *(Rung(None, 35, 0), Rung(36, 40, 0), Rung(41, 45, 0), Rung(46, 50, 0)),
    *(Rung(51, 54, 0), Rung(55, 59, 0), Rung(60, None, 0)),
)


def age_ladder(world: World, team: int) -> Ladder:
    """Draw the rungs of the model's age ladder, or the usual bands where it has none.

    A bar counts those who surely stand on its rung; its note says who else may.
    """
    rungs, wanted = _rungs(world, team)
    numbers, members = world.facts.numbers(AGE), world.members(team).tolist()
    options = {row: options_of(numbers, rungs, row) for row in dict.fromkeys(members)}
    bars = []
    for at, rung in enumerate(rungs):
        sure = [row for row in members if options[row] == (at,)]
        doubtful = sum(at in options[row] and options[row] != (at,) for row in members)
        bars.append(
            Bar(
                label=rung_label(rung, "岁"),
                value=len(sure),
                tone=_tone(rung, len(sure), doubtful) if wanted else "c1",
                lo=float(rung.at_least) if wanted else None,
                hi=None if rung.at_most is None else float(rung.at_most),
                note=f"另有 {doubtful} 人年龄待核" if doubtful else "",
                ids=tuple(world.person_ids[row] for row in sure if row < world.facts.count),
            )
        )
    name = str(world.snapshot.teams.raw("name")[team])
    return Ladder(title=f"{name}年龄梯次", rungs=tuple(bars))


def _rungs(world: World, team: int) -> tuple[tuple[Rung, ...], bool]:
    model = world.model(team)
    for each in () if model is None else model.requirements:
        if isinstance(each.measure, LadderOf) and each.measure.element == AGE:
            return each.measure.rungs, True
    return BANDS, False


def _tone(rung: Rung, sure: int, doubtful: int) -> Tone:
    misses = [rung_miss(rung, there) for there in range(sure, sure + doubtful + 1)]
    if max(misses) == 0:
        return "green"
    if min(misses) == 0:
        return "grey"
    return "yellow" if min(misses) == 1 else "red"
