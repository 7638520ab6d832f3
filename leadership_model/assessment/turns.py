"""Which teams are judged otherwise than in another month or under another version, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leadership_model.assessment.causes import Change, changed
from leadership_model.assessment.comparing import came_and_left
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.impact import Shift
from leadership_model.assessment.survey import Pause, assess_some, go_on
from leadership_model.assessment.versions import TeamVersions, beside
from leadership_model.assessment.world import World
from leadership_model.structure.model import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned(Shift):
    """One team before and after. `came`, `left`: its people between two months.

    `gain`: score_low after minus before; None where a side is 未配置.
    """

    changes: tuple[Change, ...]
    came: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


def since(
    world: World,
    month: int,
    known: Iterable[Assessment],
    pause: Pause = go_on,
) -> tuple[Turned, ...]:
    """Hold the teams in `known` against what the records say of another month.

    Models in force at each month count. Only teams of which anything differs are given; the
    earlier month is `before`.
    """
    then = world.at(month)
    now = tuple(known)
    former = assess_some(then, (each.team for each in now), with_rules=False, pause=pause)
    early, late = (then, world) if month <= world.as_of else (world, then)
    found = []
    for other, each in zip(former, now, strict=True):
        before, after = (other, each) if month <= world.as_of else (each, other)
        came, left = came_and_left(early, late, each.team)
        changes = tuple(changed(world, before, after, late.as_of, seated=(came, left)))
        if changes or came or left or _differ(before, after):
            found.append(
                Turned(
                    team=each.team,
                    before=before,
                    after=after,
                    changes=changes,
                    came=came,
                    left=left,
                )
            )
    return _ordered(found)


def under(
    world: World,
    version: Model,
    known: Mapping[int, Assessment],
    pause: Pause = go_on,
) -> tuple[Turned, ...]:
    """Hold the teams in `known` against another version of their model: it is `after`.

    The version counts as if it were in force now, whatever its month.
    """
    found = [
        Turned(
            team=each.team,
            before=each.before,
            after=each.after,
            changes=tuple(changed(world, each.before, each.after, world.as_of)),
        )
        for each in beside(world, None, version, known, pause)
        if _versions_differ(each)
    ]
    return _ordered(found)


def _versions_differ(each: TeamVersions) -> bool:
    return bool(each.causes) or _differ(each.before, each.after)


def _differ(before: Assessment, after: Assessment) -> bool:
    """Say whether state or score is another."""
    one = (before.state, before.score_low, before.score_high)
    return one != (after.state, after.score_low, after.score_high)


def _ordered(found: Iterable[Turned]) -> tuple[Turned, ...]:
    """Put those first whose state differs, then the largest losses and gains."""
    return tuple(sorted(found, key=lambda t: (not t.moved, -abs(t.gain or 0.0), t.team)))
