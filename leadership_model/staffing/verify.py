"""Check a plan from the values with judge and rules, without rows and without a solver.

Whatever it does not confirm is a fault of ours: such a plan is never shown.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from leadership_model.assessment.judge import judge
from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from leadership_model.people.held import available
from leadership_model.people.seating import VACANT
from leadership_model.people.table import Ints
from leadership_model.rules import state
from leadership_model.rules.appointment import eligible
from leadership_model.rules.rule import RuleResult
from leadership_model.staffing import guard
from leadership_model.staffing.candidates import AS_ROWS, without
from leadership_model.staffing.options import Options
from leadership_model.staffing.solution import Plan, PlanMove, seal, worth

CLOSE = 1e-6


def verify(
    world: World,
    teams: Sequence[int],
    options: Options,
    plan: Plan,
    scores: Scores | None = None,
) -> tuple[str, ...]:
    """List what is wrong with a plan, in Chinese; nothing when it is confirmed."""
    known = Scores(world) if scores is None else scores
    seats = tuple(_seats(world, teams, options, plan))
    if seats:
        return seats
    return (
        *_people(known, options, plan),
        *_team_rules(world, options, plan),
        *_incumbents(world, teams, options, plan),
        *_leaving(world, teams, plan),
        *_demands(world, options, plan),
        *_figures(world, teams, options, plan, known),
    )


def confirm(
    world: World,
    teams: Sequence[int],
    options: Options,
    plan: Plan,
    scores: Scores | None = None,
) -> None:
    """Raise our own fault (RuntimeError) when a plan is not confirmed."""
    wrong = verify(world, teams, options, plan, scores)
    if wrong:
        raise RuntimeError("A plan was not confirmed: " + "；".join(wrong))


def _seats(world: World, teams: Sequence[int], options: Options, plan: Plan) -> Iterator[str]:
    """Check that the moves fit the seats as they are."""
    seating, owners = world.seating, world.snapshot.posts.owners()
    groups, pins = guard.linked_groups(seating), guard.pins(seating, world.book, options)
    if plan.fingerprint != seal(world, plan.moves):
        yield "方案的人员与岗位同测算时不一致"
    people = [move.person for move in plan.moves]
    taken = [post for move in plan.moves for post in move.to]
    if len(set(people)) < len(people) or len(set(taken)) < len(taken):
        yield "方案里有人担任两处岗位，或有岗位安排了两人"
        return
    left = {post for move in plan.moves for post in move.origin}
    for move in plan.moves:
        if move.origin != tuple(seating.posts_of(move.person).tolist()):
            yield "方案所记的现任岗位与基准不符"
        if not move.to or any(groups.get(post, (post,)) != move.to for post in move.to):
            yield "联职岗位没有一并安排"
        if not any(int(owners[post]) in teams for post in move.to):
            yield "方案安排了所选班子以外的岗位"
        if any(int(seating.holder[p]) != VACANT and p not in left for p in move.to):
            yield "方案安排了仍有人任职的岗位"
        if any(post in pins for post in move.origin):
            yield "方案调整了已固定的人员"


def _people(scores: Scores, options: Options, plan: Plan) -> Iterator[str]:
    """Check every person against the rules about one person, 资格, level, pool."""
    world = scores.world
    if not plan.moves:
        return
    pairs = [(move.person, post) for move in plan.moves for post in move.to]
    people, posts = (np.array(each, dtype=np.int32) for each in zip(*pairs, strict=True))
    book = without(world.book, AS_ROWS)
    answer = eligible(book, world.seating, people, posts, world.as_of)
    status = available(world.snapshot, world.as_of)
    allowed = options.include_unknown
    for at, (person, post) in enumerate(pairs):
        found = [answer.at(at), scores.qualified(post).at(person)]
        if options.pool is not None:
            found.append(world.facts.tri(options.pool).at(person))
        if any(each is False or (each is None and not allowed) for each in found):
            yield "方案里有人不符合任职条件"
        if not status[person] or person in options.excluded or not _named(options, person):
            yield "方案里有人不能作为人选"
    for move in plan.moves:
        if not _keeps_level(world, move, allowed):
            yield "方案里有人职务层次降低"
        low = tuple(float(scores.of_post(post)[0][move.person]) for post in move.to)
        if len(low) != len(move.score) or any(
            abs(one - other) > CLOSE for one, other in zip(low, move.score, strict=True)
        ):
            yield "方案所记的匹配分与重算不符"


def _named(options: Options, person: int) -> bool:
    return options.people is None or person in options.people


def _keeps_level(world: World, move: PlanMove, unknown: bool) -> bool:
    posts = np.array(move.to, dtype=np.int32)
    people: Ints = np.full(len(posts), move.person, dtype=np.int32)
    sure, possible = guard.keeps_level(world.seating, people, posts)
    return bool((possible if unknown else sure).any())


def _team_rules(world: World, options: Options, plan: Plan) -> Iterator[str]:
    """Check quota and relatives in the teams as they would be."""
    after = world.with_holders(plan.changes)
    owners = world.snapshot.posts.owners()
    touched = sorted({int(owners[post]) for post in plan.changes})
    moved = {move.person for move in plan.moves}
    then = {_key(r): r for r in state.check_teams(world.seating, world.book, touched)}
    for each in state.check_teams(after.seating, world.book, touched):
        rule = world.book[each.rule]
        if each.rule not in AS_ROWS or rule.severity != "forbid":
            continue
        if each.rule == "N1":
            before = then.get(_key(each))
            if each.result == "fail" and (before is None or before.have != each.have):
                yield f"超出核定职数：{each.evidence}"
            continue
        bars = each.result == "fail" or not options.unconfirmed_kin
        if bars and moved & set(each.people):
            yield f"亲属回避：{each.evidence}"


def _key(result: RuleResult) -> tuple[str, int, str]:
    return result.rule, result.team, result.field


def _incumbents(world: World, teams: Sequence[int], options: Options, plan: Plan) -> Iterator[str]:
    """Check that few members of the chosen teams change, and none where seats are only filled.

    Nobody can be put out: a seat is taken only when its holder takes another one.
    """
    owners = world.snapshot.posts.owners()
    movers = {move.person for move in plan.moves}
    for team in teams:
        held = {int(world.seating.holder[post]) for post in world.seating.seats(team)}
        changed = held & movers
        if changed and not options.rearrange:
            yield "补缺方式下不应调整所选班子的现任成员"
        members = world.seating.members(team)
        most = guard.allowed_changes(len(members), options.most_changed)
        if len(changed & set(members.tolist())) > most:
            yield f"调整人数超过该班子上限{most}人"
        touching = [m for m in plan.moves if {int(owners[p]) for p in (*m.origin, *m.to)} & {team}]
        if options.most_in_team is not None and len(touching) > options.most_in_team:
            yield f"涉及该班子的调整超过设定的{options.most_in_team}人"
    if options.most_moves is not None and len(plan.moves) > options.most_moves:
        yield f"调整人数超过设定的{options.most_moves}人"
    for move in plan.moves:
        inside = {int(owners[post]) in teams for post in move.origin}
        if True in inside and not options.rearrange:
            yield "补缺方式下不应动用所选班子的现任成员"


def _leaving(world: World, teams: Sequence[int], plan: Plan) -> Iterator[str]:
    owners = world.snapshot.posts.owners()
    left: dict[int, set[int]] = {}
    for move in plan.moves:
        for post in move.origin:
            if int(owners[post]) not in teams:
                left.setdefault(int(owners[post]), set()).add(move.person)
    if any(len(people) > 1 for people in left.values()):
        yield "从同一个未选班子调出了不止一人"


def _demands(world: World, options: Options, plan: Plan) -> Iterator[str]:
    after = world.with_holders(plan.changes)
    for post in sorted(options.must_fill):
        if int(after.seating.holder[post]) == VACANT:
            yield "必须配齐的岗位仍然空缺"
    for team, name in options.hard:
        model = world.model(team)
        for asked in () if model is None else model.requirements:
            if asked.id == name and judge(asked, team, after).s_low < 1.0 - CLOSE:
                yield f"必须达到的要求“{asked.label}”没有达到"


def _figures(
    world: World, teams: Sequence[int], options: Options, plan: Plan, scores: Scores
) -> Iterator[str]:
    """Hold the figures of the plan against what its seats are worth."""
    again = worth(world, teams, options, plan.changes, scores)
    if again.vacancies != plan.vacancies:
        yield f"空缺加权数应为{again.vacancies}，方案记为{plan.vacancies}"
    if again.breaches != plan.breaches:
        yield f"新增问题应为{again.breaches}项，方案记为{plan.breaches}项"
    if abs(again.objective - plan.objective) > CLOSE * max(1.0, abs(again.objective)):
        yield f"目标值应为{again.objective:.6f}，方案记为{plan.objective:.6f}"
    for mine, theirs in zip((*again.teams, *again.left), (*plan.teams, *plan.left), strict=False):
        if (mine.team, mine.after.score_low) != (theirs.team, theirs.after.score_low):
            yield "班子得分与重算不符"
    if (len(again.teams), len(again.left)) != (len(plan.teams), len(plan.left)):
        yield "涉及的班子与重算不符"
