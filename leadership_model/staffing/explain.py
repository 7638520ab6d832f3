"""Reasons in Chinese: why this person for this seat, what the team gains, which rails held."""

from collections.abc import Iterable, Mapping, Sequence

from leadership_model.assessment.finding import VERDICT_WORDS, Assessment
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.matching.fit import DISCLAIMER, shown
from leadership_model.people.seating import VACANT
from leadership_model.rules import appointment
from leadership_model.staffing.options import Options
from leadership_model.staffing.solution import TeamChange

MOST_NAMED = 3
ORDER = {"red": 0, "unknown": 1, "yellow": 2, "green": 3}


def reason(
    world: World,
    person: int,
    posts: Sequence[int],
    scores: Sequence[float],
    gains: Iterable[TeamChange],
    doubtful: bool,
) -> str:
    """Say why a person is proposed: fit, what the team gains with the plan, what is left behind."""
    names = world.snapshot.posts.raw("name")
    parts = [
        f"{names[post] or '该岗位'}匹配{shown(score)}分"
        for post, score in zip(posts, scores, strict=True)
    ]
    parts += [better(world, change.before, change.after) for change in gains]
    left = [names[post] or "原岗位" for post in world.seating.posts_of(person).tolist()]
    if left:
        parts.append(f"原任{'、'.join(left)}将空出")
    if doubtful:
        parts.append("任职条件有待核事项")
    return "；".join(part for part in parts if part) + "。"


def better(world: World, before: Assessment, after: Assessment) -> str:
    """Say which requirements of a team a plan brings nearer, and the score before and after."""
    name = world.snapshot.teams.raw("name")[after.team] or "班子"
    then = {each.requirement: each for each in before.findings}
    risen = [
        f"{each.label}由{VERDICT_WORDS[then[each.requirement].verdict]}转为{VERDICT_WORDS[each.verdict]}"
        for each in after.findings
        if each.requirement in then and ORDER[each.verdict] > ORDER[then[each.requirement].verdict]
    ]
    if before.score_low is None or after.score_low is None:
        return ""
    text = f"{name}得分{shown(before.score_low)}→{shown(after.score_low)}"
    return text + (f"（{'、'.join(risen[:MOST_NAMED])}）" if risen else "")


def alone(
    world: World, person: int, posts: Sequence[int], team: int, before: Assessment
) -> TeamChange:
    """Compare a team with and without this one person in these seats, the rest as it is."""
    from leadership_model.assessment.team import assess

    held = dict.fromkeys(world.seating.posts_of(person).tolist(), VACANT)
    after = world.with_holders(held | dict.fromkeys(posts, person))
    return TeamChange(team, before, assess(after, team, with_rules=False))


def why_not(world: World, person: int, post: int) -> tuple[str, ...]:
    """Say what stands against a person in a post: rules that fail or cannot be decided."""
    found = appointment.explain(world.book, world.seating, person, post, world.as_of)
    return tuple(
        f"{each.rule} {'不符合' if each.result == 'fail' else '待核'}：{each.evidence or each.have}"
        for each in found
        if each.result != "pass" and each.severity == "forbid"
    )


def refused(refusals: Mapping[str, int] | Sequence[tuple[str, int]]) -> str:
    """Say on which grounds candidates for a seat fell away."""
    pairs = refusals.items() if isinstance(refusals, Mapping) else refusals
    return "、".join(f"{ground}{count}人" for ground, count in pairs if count) or "没有人选"


def rails(options: Options, most: int | None = None) -> tuple[str, ...]:
    """Print the guard rails a plan was made within, and the question that chose the people.

    most: how many of the best fits were looked at for each seat, where not everybody was.
    """
    few = f"岗位多，每个岗位只测算匹配最高的{most}名合格人选，上界也只对这些人选成立。"
    share = options.most_changed
    asked = () if options.pool is None else (f"人选范围：{write(options.pool)}。",)
    return (
        *asked,
        "重排：可调整未固定的现任成员。" if options.rearrange else "补缺：不动所选班子的现任成员。",
        "现任人员的职务层次只升不降，不进入待安排。",
        "四套班子正职、试用期内、任现职不满一年、本届内已调整过、挂职的人员不动。",
        *_most(options),
        *([] if most is None else [few]),
        f"每个所选班子离任或换岗的成员不超过{share.numerator}/{share.denominator}（至少1人）。",
        "包括待核人员，已标明。" if options.include_unknown else "只提出条件明确符合的人员。",
        "未确认的亲属关系不作判断。" if options.unconfirmed_kin else "避开未确认的亲属关系。",
        f"{DISCLAIMER}。",
    )


def _most(options: Options) -> tuple[str, ...]:
    asked = (("总共", options.most_moves), ("每个所选班子", options.most_in_team))
    return tuple(f"{which}最多调整{most}人。" for which, most in asked if most is not None)
