"""一键配备 in a reader's job: what is asked, how far it is, what it came to. No Qt here."""

import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ui import names

if TYPE_CHECKING:
    from leadership_model.charts.spec import Lines
    from leadership_model.staffing.draft import Choices
    from leadership_model.staffing.options import Options
    from leadership_model.staffing.situation import Situation
    from leadership_model.staffing.solution import Plan
    from leadership_model.staffing.solve import Solved
    from leadership_model.staffing.solver.answer import Progress
    from ui.jobs import Control

CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Trace:
    """How best and bound came together: (seconds, value) each."""

    best: tuple[tuple[float, float], ...] = ()
    bound: tuple[tuple[float, float], ...] = ()
    seconds: float = 0.0

    @property
    def gap(self) -> float | None:
        """(bound - best) / max(1, |best|); None while nothing is found."""
        if not self.best or not self.bound:
            return None
        best, bound = self.best[-1][1], self.bound[-1][1]
        return max(0.0, bound - best) / max(1.0, abs(best))


def told(trace: Trace, seconds: float, progress: "Progress") -> Trace:
    """Take a report into the trace.

    Reports of the stages before the last (whose figures are never positive) and of the search for
    alternatives (whose bound lies below the best plan) are left out.
    """
    if progress.stage in ("A", "B"):
        return replace(trace, seconds=seconds)
    if progress.best is None or progress.best <= 0.0 or progress.bound == float("inf"):
        return replace(trace, seconds=seconds)
    best = max(progress.best, trace.best[-1][1] if trace.best else progress.best)
    if progress.bound < best - CLOSE * max(1.0, abs(best)) or trace.gap == 0.0:
        return replace(trace, seconds=seconds)
    bound = min(progress.bound, trace.bound[-1][1] if trace.bound else progress.bound)
    return Trace(
        (*trace.best, (seconds, best)), (*trace.bound, (seconds, max(bound, best))), seconds
    )


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What is asked of a run; `stop` is set to end it with the best plan so far."""

    situation: "Situation"
    teams: tuple[int, ...]
    options: "Options"
    choices: "Choices"
    stop: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True, eq=False)
class Further:
    """One more plan that differs enough, and how many there are now."""

    plan: "Plan"


def asked(situation: "Situation", choices: "Choices") -> Run:
    """Put the choices of a plan into the options of a run over the seats as the plan has them."""
    from fractions import Fraction

    from leadership_model.staffing.options import Options
    from leadership_model.staffing.solver.answer import Limits

    known = situation.base.snapshot.people.positions
    pool = frozenset(known[id] for id in choices.pool if id in known) if choices.pool else None
    ids = situation.base.snapshot.teams.ids
    teams = tuple(t for t in situation.teams if not choices.only or ids[t] in choices.only)
    options = Options(
        rearrange=choices.rearrange,
        people=pool,
        include_unknown=choices.include_unknown,
        unconfirmed_kin=choices.unconfirmed_kin,
        pinned=frozenset(situation.folded.pinned),
        excluded=frozenset(situation.folded.retired),
        most_changed=Fraction(choices.most_changed),
        most_moves=choices.most_moves,
        most_in_team=choices.most_in_team,
        weights=choices.weights,
        caution=choices.caution and len(teams or situation.teams) == 1,
        alternatives=choices.further,
        limits=Limits(seconds=float(choices.seconds)),
    )
    return Run(situation, teams or situation.teams, options, choices)


def solve(run: Run, control: "Control") -> "tuple[Solved, Trace]":
    """Run the solver, then look for further plans.

    Handed out on the way: the trace at every report, the answer when it is there, further plans.
    """
    from leadership_model.staffing.alternatives import others
    from leadership_model.staffing.search import Budget
    from leadership_model.staffing.solve import solve as search

    start = time.monotonic()
    trace = [Trace()]
    whole = float(run.choices.seconds)

    def report(progress: "Progress") -> None:
        seconds = time.monotonic() - start
        trace[0] = told(trace[0], seconds, progress)
        control.report(min(seconds / whole, 0.99), "正在改进方案")
        control.partial(trace[0])

    def stop() -> bool:
        return control.cancelled or run.stop.is_set()

    limits = run.options.limits
    budget = Budget(limits, time.monotonic, stop, report)
    solved = search(run.situation.world, run.teams, run.options, budget)
    ended = replace(trace[0], seconds=time.monotonic() - start)
    best = solved.result.plan
    if best is not None and run.choices.further and not stop():
        control.partial((solved, ended))
        control.report(0.99, "正在求备选方案")
        more = Budget(limits, time.monotonic, stop)
        apart, unit = run.choices.apart, run.choices.unit
        found = others(solved.problem, solved.staged, best, more, apart=apart, unit=unit)
        for plan in found:
            control.partial(Further(plan))
    return solved, ended


def chart(trace: Trace) -> "Lines":
    """Draw best below and bound above with the gap shaded between them."""
    from leadership_model.charts.spec import Line, Lines

    end = max(trace.seconds, 0.1)
    bound, best = _until(trace.bound, end), _until(trace.best, end)
    return Lines(
        title="目标值与可证上界",
        lines=(
            Line(label="上界", points=bound, tone="c6", steps=True),
            Line(label="已得", points=best, tone="accent", steps=True),
        ),
        x_label="秒",
        shade=(0, 1) if bound and best else None,
    )


def _until(points: tuple[tuple[float, float], ...], end: float) -> tuple[tuple[float, float], ...]:
    """Round to what is shown, so that an axis never tells differences nobody can see."""
    if not points:
        return ()
    return tuple((x, round(y, 1)) for x, y in (*points, (end, points[-1][1])))


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One person of a proposal: who, where to, where from, why."""

    person: str
    name: str
    to: str
    origin: str
    reason: str
    doubtful: bool


def moves_of(situation: "Situation", plan: "Plan") -> tuple[MoveRow, ...]:
    """Write the moves of a proposal."""
    snapshot = situation.base.snapshot
    return tuple(
        MoveRow(
            person=situation.base.person_ids[move.person],
            name=names.person_name(snapshot, move.person),
            to="、".join(names.full_post(snapshot, post) for post in move.to),
            origin="、".join(names.full_post(snapshot, post) for post in move.origin)
            or names.position_text(snapshot, move.person),
            reason=move.reason,
            doubtful=move.doubtful,
        )
        for move in plan.moves
    )


def empty_seats(situation: "Situation", plan: "Plan", teams: tuple[int, ...]) -> tuple[int, ...]:
    """List the seats of some teams that a proposal leaves empty."""
    from leadership_model.people.seating import VACANT

    after = situation.world.with_holders(plan.changes).seating
    seats = [post for team in teams for post in after.seats(team)]
    return tuple(post for post in seats if int(after.holder[post]) == VACANT)
