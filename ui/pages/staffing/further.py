"""What a finished run is asked: the front, what a move brings, who is next, prices. No Qt."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.people.seating import VACANT
from ui import names
from ui.pages.staffing.solving import Run

if TYPE_CHECKING:
    from leadership_model.staffing.front import Point
    from leadership_model.staffing.price import Price
    from leadership_model.staffing.search import Budget
    from leadership_model.staffing.solution import Plan, TeamChange
    from leadership_model.staffing.solve import Solved
    from ui.jobs import Control


@dataclass(frozen=True, slots=True)
class Spot:
    """A plan on the front as it is drawn."""

    fingerprint: str
    structure: float
    fit: float
    moves: int
    words: str


def spots_of(points: "tuple[Point, ...]") -> tuple[Spot, ...]:
    """Write the plans of the front for the chart."""
    return tuple(
        Spot(
            each.plan.fingerprint,
            each.structure,
            each.fit,
            each.moves,
            f"结构 {each.structure:.1f}，人岗 {each.fit:.0f}，调整 {each.moves} 人"
            + (f"，连锁空缺 {each.chain}" if each.chain else ""),
        )
        for each in points
    )


def look_for_front(solved: "Solved", seconds: float, control: "Control") -> "tuple[Point, ...]":
    """Look for the front; the plans so far, those beaten left out, are handed out as they come."""
    from leadership_model.staffing.front import front, undominated

    points: list[Point] = []
    for point in front(solved, _budget(control, seconds)):
        points.append(point)
        control.partial(undominated(points))
    return undominated(points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one person's place in a proposal brings, and who is next for the seat.

    `rows`: (id of a person or nothing, title, note, mark).
    """

    person: str
    headline: str
    rows: tuple[tuple[str, str, str, str], ...]


def worth_of(run: Run, solved: "Solved", plan: "Plan", at: int, control: "Control") -> Worth:
    """Say what a move of a proposal gains, and for the best one who would take the seat instead."""
    from leadership_model.staffing.solution import worth

    move, problem = plan.moves[at], solved.problem
    situation, world = run.situation, run.situation.world
    without = dict(plan.changes) | dict.fromkeys(move.to, VACANT)
    without |= {post: move.person for post in move.origin if plan.changes[post] == VACANT}
    less = worth(world, problem.teams, problem.options, without, problem.scores)
    control.check()
    gained = plan.objective - less.objective
    notes = [f"目标值 {names.signed(gained)}"]
    structure = _structure(plan.teams) - _structure(less.teams)
    notes.append(f"班子结构 {names.signed(structure)}")
    if less.vacancies != plan.vacancies:
        notes.append("补上空缺" if less.vacancies > plan.vacancies else "另有空缺")
    if less.breaches != plan.breaches:
        notes.append(f"不达标 {plan.breaches - less.breaches:+d} 项")
    rows = [("", "这一步带来", "，".join(notes), "green" if gained >= 0 else "yellow")]
    if move.reason:
        rows.append(("", "提出理由", move.reason, "unknown" if move.doubtful else "green"))
    rows += _next(run, solved, plan, move.to[0], control)
    name = names.person_name(situation.base.snapshot, move.person)
    where = "、".join(names.full_post(situation.base.snapshot, post) for post in move.to)
    return Worth(
        person=situation.base.person_ids[move.person],
        headline=f"{name} → {where}",
        rows=tuple(rows),
    )


def _structure(teams: "tuple[TeamChange, ...]") -> float:
    return sum(each.after.score_low or 0.0 for each in teams)


def _next(
    run: Run, solved: "Solved", plan: "Plan", post: int, control: "Control"
) -> list[tuple[str, str, str, str]]:
    from leadership_model.staffing.next_best import next_in_line

    best = solved.result.plan
    if best is None or best.fingerprint != plan.fingerprint:
        return [("", "下一位人选", "只对最好的方案（方案 1）比较，请先选方案 1。", "unknown")]
    snapshot, ids = run.situation.base.snapshot, run.situation.base.person_ids
    found = next_in_line(solved, post, budget=_budget(control))
    rows = []
    for place, each in enumerate(found, 2):
        rest = "其余不变" if each.rest_stays else "其余随之调整"
        title = f"第 {place} 位　{names.person_name(snapshot, each.person)}"
        rows.append((ids[each.person], title, f"目标值少 {each.loss:.1f}，{rest}", ""))
    return rows or [("", "下一位人选", "没有别人可以接替而不违反规则、不多留空缺。", "yellow")]


def _budget(control: "Control", seconds: float = 10.0) -> "Budget":
    from leadership_model.staffing.search import Budget
    from leadership_model.staffing.solver.answer import Limits

    def stop() -> bool:
        return control.cancelled

    return Budget(Limits(seconds=seconds), time.monotonic, stop)


def why_not_in(
    run: Run, solved: "Solved", person: int, post: int, control: "Control"
) -> tuple[tuple[str, str], ...]:
    """Say what the best plan with a person on a post would cost; nothing where the rules bar him.

    Lines (mark, text), for the answer to 为何不是某人.
    """
    from leadership_model.staffing.next_best import place_of, why_not

    best = solved.result.plan
    if best is None or place_of(solved.problem, post) < 0:
        return ()
    if any(move.person == person and post in move.to for move in best.moves):
        return (("green", "一键配备：方案 1 正是安排此人"),)
    found = why_not(solved, person, post, _budget(control))
    if found.plan is None:
        return tuple(("red", f"一键配备：{each}") for each in found.grounds)
    words = f"一键配备：含此人的最好方案目标值少 {found.loss:.1f}"
    if found.more_breaches > 0:
        words += f"，多 {found.more_breaches} 项新增不达标"
    snapshot = run.situation.base.snapshot
    others = [move for move in found.plan.moves if move.person != person]
    known = {(move.person, move.to) for move in best.moves}
    changed = [move for move in others if (move.person, move.to) not in known]
    if changed:
        who = "、".join(
            f"{names.person_name(snapshot, move.person)}任{names.post_name(snapshot, move.to[0])}"
            for move in changed[:3]
        )
        words += f"；其余须改为{who}" + ("等" if len(changed) > 3 else "")
    return (("yellow", words + ("" if found.proven else "（限时比较）")),)


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A requirement with what loosening it by one is worth."""

    key: str
    title: str
    note: str
    gain: float


def prices_of(run: Run, solved: "Solved", team: int, control: "Control") -> tuple[PriceRow, ...]:
    """Price the requirements of one team; rows are handed out as they come, the dearest first."""
    from leadership_model.staffing.price import prices

    model = run.situation.world.model(team)
    asked = () if model is None else tuple((team, each.id) for each in model.requirements)
    found: list[Price] = []
    for price in prices(solved, asked, _budget(control, 120.0)):
        control.check()
        found.append(price)
        control.partial(_price_rows(found))
    return _price_rows(found)


def _price_rows(found: "list[Price]") -> tuple[PriceRow, ...]:
    ordered = sorted(found, key=lambda each: (-each.gain, each.label))
    return tuple(
        PriceRow(
            f"{each.requirement} {each.text}",
            each.text,
            _worth_words(each),
            each.gain,
        )
        for each in ordered
    )


def _worth_words(price: "Price") -> str:
    if price.gain <= 1e-6:
        return "放宽了也不会更好：不受这一项约束"
    words = f"目标值多 {price.gain:.1f}，其中别的方面 {price.rest:.1f}"
    return words if price.proven else f"{words}（限时求得）"
