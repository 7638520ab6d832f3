"""What putting a card down would do, prepared for the bubble; and the words of moves. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.people.seating import VACANT
from ui import names
from ui.pages.staffing.ahead import lines
from ui.pages.staffing.differences import Change, requirement_changes
from ui.pages.staffing.seats import score, title_of

if TYPE_CHECKING:
    from leadership_model.rules.rule import RuleResult
    from leadership_model.staffing.conflict import Conflict
    from leadership_model.staffing.move import Move
    from leadership_model.staffing.situation import Situation
    from ui.pages.staffing.ahead import Ahead

MOST_CHANGES = 4
MOST_CONFLICTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamEffect:
    """A team before and after one step."""

    team: int
    name: str
    state_before: str
    state_after: str
    score_before: str
    score_after: str
    delta: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one step would do. `notes`: (mark, text), rules and vacancies."""

    title: str
    teams: tuple[TeamEffect, ...]
    changes: tuple[Change, ...]
    notes: tuple[tuple[str, str], ...]
    hint: str = ""


def effect(
    now: "Situation",
    then: "Situation",
    title: str,
    person: int,
    hint: str = "",
    ahead: "Ahead | None" = None,
) -> Effect:
    """Compare two situations that lie one step apart; `ahead` tells of the five years to come."""
    from leadership_model.assessment.delta import touched

    teams = touched(now.world, then.world)
    order = [team for team in then.teams if team in teams]
    order += [team for team in teams if team not in order]
    pairs = [
        (now.deltas[t].after if t in now.deltas else then.deltas[t].before, then.deltas[t].after)
        for t in order
        if t in then.deltas
    ]
    found = [
        each
        for before, after in pairs
        for each in requirement_changes(before, after, now.base.person_ids)
    ]
    found.sort(key=lambda each: -abs(each.gain))
    return Effect(
        title=title,
        teams=tuple(
            TeamEffect(
                team=after.team,
                name=names.team_name(now.base.snapshot, after.team),
                state_before=before.state,
                state_after=after.state,
                score_before=score(before),
                score_after=score(after),
                delta=_difference(before.score_low, after.score_low),
            )
            for before, after in pairs
        ),
        changes=tuple(found[:MOST_CHANGES]),
        notes=(
            *_rules(now, then, person),
            *_linked(now, then, person),
            *_vacancies(now, then),
            *_put_out(now, then),
            *(lines(then, ahead.of_step(now, then)) if ahead is not None else ()),
        ),
        hint=hint,
    )


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def conflict_text(situation: "Situation", conflict: "Conflict") -> tuple[str, str]:
    """Write a conflict: mark, and rule with have, need, article and the exception it needs."""
    mark, words = rule_text(situation, conflict.result)
    return mark, f"{words} · {conflict.standing}" if conflict.standing != "待核" else words


def rule_text(situation: "Situation", result: "RuleResult") -> tuple[str, str]:
    """Write a rule result: mark, and title, what is there, what is asked, the article."""
    from leadership_model.papers.plan_lines import rule_words

    if result.result == "unknown":
        mark = "unknown"
    elif result.result == "pass":
        mark = "green"
    else:
        mark = {"forbid": "red", "warn": "yellow", "note": "unknown"}[result.severity]
    return mark, rule_words(situation, result)


def _rules(now: "Situation", then: "Situation", person: int) -> tuple[tuple[str, str], ...]:
    from leadership_model.staffing.situation import of_person

    known = {(each.result.rule, each.result.post) for each in of_person(now, person)}
    fresh = [
        each
        for each in of_person(then, person)
        if (each.result.rule, each.result.post) not in known
    ]
    fresh.sort(key=lambda each: (not each.blocks, each.result.result != "fail"))
    notes = [conflict_text(then, each) for each in fresh[:MOST_CONFLICTS]]
    if len(fresh) > MOST_CONFLICTS:
        notes.append(("yellow", f"另有 {len(fresh) - MOST_CONFLICTS} 项提醒或待核"))
    if not any(each.result.result == "fail" for each in fresh):
        notes.insert(0, ("green", "任职资格、回避、处分：未见冲突"))
    if person in then.demoted and person not in now.demoted:
        notes.append(("yellow", "职务层次会降低，只能由人决定"))
    return tuple(notes)


def _linked(now: "Situation", then: "Situation", person: int) -> tuple[tuple[str, str], ...]:
    """Name the linked posts that one person takes together."""
    former = now.world.seating.posts_of(person).tolist()
    taken = [post for post in then.world.seating.posts_of(person).tolist() if post not in former]
    if len(taken) < 2:
        return ()
    words = "、".join(names.post_name(now.base.snapshot, post) for post in taken)
    return (("green", f"联职一并任职：{words}"),)


def _vacancies(now: "Situation", then: "Situation") -> tuple[tuple[str, str], ...]:
    import numpy as np

    snapshot = now.base.snapshot
    fresh = [post for post in then.folded.vacancies if post not in now.folded.vacancies]
    then_held, now_held = then.world.seating.holder, now.world.seating.holder
    filled = np.flatnonzero((now_held == VACANT) & (then_held != VACANT)).tolist()
    rows = []
    if filled:
        rows.append(
            ("green", "补上空缺：" + "、".join(names.full_post(snapshot, p) for p in filled))
        )
    if fresh:
        words = "、".join(names.full_post(snapshot, post) for post in fresh)
        rows.append(("yellow", f"随之空缺：{words}"))
    return tuple(rows)


def _put_out(now: "Situation", then: "Situation") -> tuple[tuple[str, str], ...]:
    out = [person for person in then.folded.bench if person not in now.folded.bench]
    if not out:
        return ()
    who = "、".join(names.person_name(now.base.snapshot, person) for person in out)
    return (("yellow", f"{who} 进入待安排"),)


def step_text(situation: "Situation", moves: "Sequence[Move]") -> str:
    """Name a step for 撤销 and 重做: 调任 岳清, 移出 蒋承志, 对调 …, 一键配备（6 人）."""
    snapshot = situation.base.snapshot
    appointed = [move for move in moves if move.kind == "appoint"]
    if len(appointed) > 2:
        return f"采用方案（{len(appointed)} 人）"
    if len(appointed) == 2:
        both = [_name(situation, move) for move in appointed]
        return f"对调 {both[0]}、{both[1]}"
    move = moves[0]
    match move.kind:
        case "appoint":
            person = snapshot.people.positions[move.person or ""]
            seated = len(situation.world.seating.posts_of(person)) > 0
            return f"{'调任' if seated else '任用'} {_name(situation, move)}"
        case "remove":
            return f"移出 {_name(situation, move)}"
        case "retire":
            return f"到龄 {_name(situation, move)}"
        case "keep":
            post = snapshot.posts.positions[move.post or ""]
            return f"{'固定' if move.on else '取消固定'} {title_of(situation, post)}"


def _name(situation: "Situation", move: "Move") -> str:
    snapshot = situation.base.snapshot
    person = snapshot.people.positions.get(move.person or "")
    return "" if person is None else names.person_name(snapshot, person)
