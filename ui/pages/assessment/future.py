"""The tab 趋势 as values: forecasts of a base, and what is said of one team. No Qt."""

from dataclasses import dataclass, field
from threading import Lock

from leadership_model.assessment.causes import Change, changes
from leadership_model.assessment.events import Event, events
from leadership_model.assessment.forecast import Forecast, at_month, over
from leadership_model.assessment.leaving import RETIRE, STEP_DOWN, Leaves
from leadership_model.assessment.outlook import AHEAD, Fragility, Leaving, fragility, leavings
from leadership_model.assessment.world import World
from leadership_model.charts.strip import Strip, strip
from leadership_model.matching.scores import Scores
from leadership_model.matching.standins import Bench, bench
from ui.jobs import Control
from ui.pages.assessment.work import View

ABOUT = (
    "按现有记录逐月推算：年龄和任职时间增长，到龄者离任、岗位空着，试用、任期、处分影响期按期届满；"
    "不含调动、提拔和新任，供研判参考。"
)
PAST = "按登记的任职起止逐月还原，各月用当月有效的模型；以前的任职未登记的，当月按空缺计。"
LEAVING: dict[str, Leaves] = {"R1": (RETIRE,), "R1R2": (RETIRE, STEP_DOWN)}
Span = str  # ahead, past


@dataclass(frozen=True, slots=True)
class Years:
    """All teams of one base over five years; worked out once, used for every team."""

    world: World
    _found: dict[tuple[Leaves, Span], Forecast] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def of(self, leaves: Leaves, span: Span, control: Control) -> Forecast:
        """Give a forecast, or what was in the five years before; nobody is left out of the past."""
        key = (leaves if span == "ahead" else (), span)
        with self._lock:
            if key not in self._found:
                self._found[key] = self._made(*key, _Steps(control, AHEAD + 1))
            return self._found[key]

    def known(self, leaves: Leaves, span: Span) -> bool:
        """Say whether a forecast is there already."""
        return (leaves if span == "ahead" else (), span) in self._found

    def _made(self, leaves: Leaves, span: Span, steps: "_Steps") -> Forecast:
        now = self.world.as_of
        first, last = (now, now + AHEAD) if span == "ahead" else (now - AHEAD, now)
        return over(self.world, first, last, leaves, pause=steps.take)


@dataclass(slots=True)
class _Steps:
    """Reports months as they go by; teams of the first month are steps of their own."""

    control: Control
    of: int
    done: int = 0

    def take(self) -> None:
        """Note one step; raise where the job is no longer wanted."""
        self.control.check()
        self.done += 1
        if self.done % 20 == 0:
            self.control.report(min(self.done / (self.of + 600), 1.0), "正在逐月推算各班子")


@dataclass(frozen=True, slots=True)
class Future:
    """What the tab shows of one team."""

    seen: View
    forecast: Forecast
    strip: Strip
    changes: tuple[Change, ...]
    events: tuple[Event, ...]
    leavings: tuple[Leaving, ...]
    fragility: tuple[Fragility, ...]

    def at(self, month: int) -> View:
        """See the team as it is in a month, with those gone who have left by then."""
        world, _ = at_month(self.seen.world, month, self.forecast.leaves)
        return View(world, self.forecast.at(self.seen.team, month))


def foresee(seen: View, years: Years, leaves: Leaves, span: Span, control: Control) -> Future:
    """Work the years of a team out; of the past only what was is said."""
    found = years.of(leaves, span, control)
    told: tuple[Event, ...] = ()
    missed: tuple[Fragility, ...] = ()
    going: tuple[Leaving, ...] = ()
    if span == "ahead":
        told = events(seen.world, seen.team, found.last, leaves, control.check)
        missed, going = fragility(seen.world, seen.team), leavings(seen.world, seen.team)
    control.check()
    why = changes(seen.world, found, seen.team)
    return Future(seen, found, strip(found, seen.team, seen.short), why, told, going, missed)


def followers(seen: View, control: Control) -> tuple[Bench, ...]:
    """Find for each member seat of a team who could follow and keep the state."""
    scores, found = Scores(seen.world), []
    for post in seen.world.member_seats(seen.team).tolist():
        control.check()
        found.append(bench(scores, post, seen.assessment, pause=control.check))
    return tuple(found)
