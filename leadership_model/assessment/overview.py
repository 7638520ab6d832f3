"""The figures of the first page: how many posts, teams or people, and which ones.

Everything is counted at the world's month, over the assessments of all teams and the results of
the data rules; a figure never counts what is only unknown, it names that number beside it.
"""

from collections.abc import Iterable, Sequence

from leadership_model.assessment.ending import (
    grade_rises,
    probation,
    retiring,
    sanctions_ending,
    ten_years,
    two_terms,
)
from leadership_model.assessment.figure import Figure, people_of, rows
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from leadership_model.people.seating import VACANT
from leadership_model.rules.rule import RuleResult

KINSHIP = ("A1", "A2", "A3")


def figures(
    world: World, assessments: Sequence[Assessment], issues: Sequence[RuleResult]
) -> tuple[Figure, ...]:
    """Give the eleven figures in the order of the page."""
    results = [each for assessment in assessments for each in assessment.rules]
    return (
        vacancies(world),
        over_quota(results),
        retiring(world, 6),
        retiring(world, 12),
        probation(world, results),
        grade_rises(world),
        ten_years(world, results),
        two_terms(world, results),
        sanctions_ending(world),
        recusals(results),
        doubts(issues),
    )


def vacancies(world: World) -> Figure:
    """Count the seats that take quota and are empty."""
    posts = world.snapshot.posts
    empty = (world.seating.holder == VACANT) & (posts.ints("takes_quota") == 1)
    role = posts.texts("role")
    notes = [f"{name} {int((empty & role.mask(name)).sum())}" for name in ("正职", "副职", "其他")]
    return Figure(
        id="vacant",
        label="空缺",
        count=int(empty.sum()),
        behind=rows(empty),
        kind="posts",
        title="空缺的岗位",
        notes=tuple(notes),
    )


def over_quota(results: Iterable[RuleResult]) -> Figure:
    """Count the teams with more holders than the approved quota (N1)."""
    found = [each for each in results if each.rule == "N1"]
    teams = tuple(dict.fromkeys(each.team for each in found if each.result == "fail"))
    fields = (("正职", "quota_head"), ("副职", "quota_deputy"), ("其他", "quota_other"))
    over = [each.field for each in found if each.result == "fail"]
    notes = [f"{word} {over.count(name)}" for word, name in fields if name in over]
    return Figure(
        id="over",
        label="超配",
        count=len(teams),
        behind=teams,
        kind="teams",
        title="超出核定职数的班子",
        notes=tuple(notes),
        doubtful=tuple(dict.fromkeys(r.team for r in found if r.result == "unknown")),
        urgent=bool(teams),
    )


def recusals(results: Iterable[RuleResult]) -> Figure:
    """Count kinship in a team or chain of command, confirmed or not, and heads at home (A1-A5)."""
    found = list(results)
    pairs = [each for each in found if each.rule in KINSHIP]
    confirmed = sum(each.result == "fail" for each in pairs)
    home = [each for each in found if each.rule == "A5" and each.result == "fail"]
    return Figure(
        id="recusal",
        label="回避冲突",
        count=confirmed + len(home),
        behind=people_of([*(each for each in pairs if each.result == "fail"), *home]),
        kind="people",
        title="有任职回避冲突的干部",
        notes=(f"亲属 {confirmed} 对", f"成长地 {len(home)}"),
        doubtful=people_of(each for each in pairs if each.result == "unknown"),
        urgent=bool(confirmed or home),
    )


def doubts(issues: Sequence[RuleResult]) -> Figure:
    """Count the data issues by severity."""
    words = {"forbid": "错误", "warn": "警告", "note": "提示"}
    notes = [f"{word} {sum(i.severity == s for i in issues)}" for s, word in words.items()]
    return Figure(
        id="doubts",
        label="数据待核",
        count=len(issues),
        behind=people_of(issues),
        kind="issues",
        title="数据待核",
        notes=tuple(notes),
    )
