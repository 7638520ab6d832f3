"""The command that proposes a staffing plan."""

import argparse
import math
import time
from typing import Any

from leadership_model.assessment.finding import STATE_WORDS, Assessment
from leadership_model.assessment.world import World
from leadership_model.cli import show
from leadership_model.cli.questions import open_asked, read_condition
from leadership_model.cli.run import Answer
from leadership_model.cli.session import position
from leadership_model.errors import UserError
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.people.seating import VACANT
from leadership_model.staffing.explain import refused
from leadership_model.staffing.options import Options
from leadership_model.staffing.solution import Plan, Result
from leadership_model.staffing.solve import staff as propose
from leadership_model.staffing.solver.answer import STATUS_WORDS, Limits


def staff(arguments: argparse.Namespace) -> Answer:
    """Propose who should take the open seats of some teams; nothing is written."""
    session = open_asked(arguments)
    world = session.world
    ids = [text.strip() for text in arguments.teams.split(",") if text.strip()]
    teams = [position("班子", world.snapshot.teams.positions, text) for text in ids]
    pool = read_condition(session, arguments.pool) if arguments.pool else None
    options = Options(
        rearrange=arguments.rearrange,
        pool=pool,
        alternatives=arguments.alternatives,
        limits=_limits(arguments),
    )
    result = propose(world, teams, options, clock=time.monotonic)
    return Answer(document(world, result), tuple(_lines(world, result)))


def _limits(arguments: argparse.Namespace) -> Limits:
    if arguments.steps is not None:
        if arguments.steps < 1:
            raise UserError("--steps 至少为 1")
        return Limits(steps=arguments.steps)
    if not 0 < arguments.seconds < math.inf:
        raise UserError("--seconds 要大于 0，例如 30")
    return Limits(seconds=arguments.seconds)


def document(world: World, result: Result) -> dict[str, Any]:
    """Give a result with ids.

    `unfilled`: the seats of the chosen teams that stay empty in the plan, and who fell away why.
    """
    plan = result.plan
    team_ids = world.snapshot.teams.ids
    return {
        "status": result.status,
        "objective": result.objective,
        "bound": result.bound,
        "gap": result.gap,
        "stages": {
            "vacancies": None if plan is None else plan.vacancies,
            "breaches": None if plan is None else plan.breaches,
        },
        **_plan(world, plan),
        "alternatives": [
            {"objective": each.objective, **_plan(world, each)} for each in result.alternatives
        ],
        "clash": [
            {
                "requirement or rule": each.source,
                "team": team_ids[each.team] if each.team >= 0 else None,
                "text": each.text,
            }
            for each in result.clash
        ],
        "loosening": [
            {
                "requirement": each.requirement,
                "from": each.before,
                "to": each.after,
                "text": each.text,
            }
            for each in result.loosening
        ],
        "unfilled": [
            {"post": world.post_ids[post], "text": text} for post, text in _unfilled(world, result)
        ],
        "verified": result.verified,
        "repeatable": result.repeatable,
        "rails": list(result.rails),
        "sensitive": list(result.sensitive),
    }


def _plan(world: World, plan: Plan | None) -> dict[str, Any]:
    if plan is None:
        return {"moves": [], "teams": [], "left": [], "chain": []}
    posts, teams = world.post_ids, world.snapshot.teams.ids

    def seen(each: Assessment) -> dict[str, Any]:
        return {
            "state": each.state,
            "score_low": each.score_low,
            "score_high": each.score_high,
        }

    return {
        "moves": [
            {
                "person": world.person_ids[move.person],
                "from": [posts[post] for post in move.origin],
                "to": [posts[post] for post in move.to],
                "reason": move.reason,
                "unknown": move.doubtful,
            }
            for move in plan.moves
        ],
        "teams": [
            {"id": teams[each.team], "before": seen(each.before), "after": seen(each.after)}
            for each in plan.teams
        ],
        "left": [
            {"id": teams[each.team], "before": seen(each.before), "after": seen(each.after)}
            for each in plan.left
        ],
        "chain": [posts[post] for post in plan.chain],
    }


def _unfilled(world: World, result: Result) -> list[tuple[int, str]]:
    """Say of each seat the plan leaves empty on which grounds how many people fell away."""
    if result.plan is None:
        return []
    holders = world.with_holders(result.plan.changes).seating.holder
    owners, teams = world.snapshot.posts.owners(), world.snapshot.teams.raw("name")
    posts = world.snapshot.posts.raw("name")
    return [
        (post, f"{teams[owners[post]]}{posts[post]}没有提出人选：{refused(grounds)}。")
        for post, grounds in result.refusals
        if int(holders[post]) == VACANT
    ]


def _lines(world: World, result: Result) -> list[str]:
    lines = [STATUS_WORDS[result.status] + ("，已复核" if result.verified else "")]
    lines += list(result.rails)
    names, posts = world.snapshot.people.raw("name"), world.snapshot.posts.raw("name")
    teams = world.snapshot.teams.raw("name")
    owners = world.snapshot.posts.owners()
    if result.plan is not None:
        for move in result.plan.moves:
            to = "、".join(f"{teams[owners[post]]} {posts[post]}" for post in move.to)
            mark = "（待核）" if move.doubtful else ""
            lines.append(f"  {names[move.person]}{mark} → {to}　{move.reason}")
        for each in (*result.plan.teams, *result.plan.left):
            before, after = each.before, each.after
            lines.append(
                f"  {teams[each.team]}　{STATE_WORDS[before.state]} "
                f"{show.range_of(before.score_low, before.score_high)} → "
                f"{STATE_WORDS[after.state]} {show.range_of(after.score_low, after.score_high)}"
            )
    lines += [text for _, text in _unfilled(world, result)]
    lines += [each.text for each in result.clash]
    lines += [each.text for each in result.loosening]
    lines += [f"{each}。" for each in result.sensitive]
    lines.append(DISCLAIMER)
    return lines
