"""今日待办: what waits to be done, the gravest first. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadership_model.assessment.figure import Figure
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.rules.rule import RuleResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do: what it is, the word of its link, and whom it is about (ids).

    `mark` is empty for a mere notice.
    """

    mark: str
    text: str
    link: str
    kind: str  # team, teams, people, issues
    ids: tuple[str, ...]
    title: str = ""


def todo_list(
    world: "World",
    survey: "Sequence[Assessment]",
    found: "Sequence[Figure]",
    issues: "Sequence[RuleResult]",
) -> tuple[Todo, ...]:
    """Give what waits to be done, the gravest first."""
    from leadership_model.assessment import ending, grades

    by_id = {each.id: each for each in found}
    ids = world.person_ids
    made = [*_empty_heads(world, survey), *_vetoed(world, survey)]
    for mark, words, people in (
        ("red", "人已到法定退休月份，仍在任", ending.overdue(world)),
        ("red", "人有任职回避冲突", by_id["recusal"].behind),
        ("yellow", "人试用期将满，待考核", by_id["probation"].behind),
        ("yellow", "人任现职满 10 年，须交流", by_id["ten_years"].behind),
        ("unknown", "人疑似亲属关系，待确认", by_id["recusal"].doubtful),
        ("", "人晋升职级基本年限已满", grades.promotions(world)),
    ):
        if people:
            behind = tuple(ids[i] for i in people)
            text = f"{len(people)} {words}"
            made.append(
                Todo(mark=mark, text=text, link="名单", kind="people", ids=behind, title=text)
            )
    errors = sum(each.severity == "forbid" for each in issues)
    if errors:
        made.append(
            Todo(
                mark="unknown",
                text=f"{errors} 处数据错误待核",
                link="数据体检",
                kind="issues",
                ids=(),
            )
        )
    return tuple(made)


def _empty_heads(world: "World", survey: "Sequence[Assessment]") -> list[Todo]:
    names, posts = world.snapshot.teams.raw("name"), world.snapshot.posts.raw("name")
    return [
        Todo(
            mark="red",
            text=f"{short_team(names[each.team])}：{posts[each.post] or '正职'}缺岗",
            link="模拟配备",
            kind="staff",
            ids=(world.snapshot.teams.ids[each.team],),
        )
        for assessment in survey
        for each in assessment.rules
        if each.rule == "N2" and each.result == "fail"
    ]


def _vetoed(world: "World", survey: "Sequence[Assessment]") -> list[Todo]:
    names = world.snapshot.teams.raw("name")
    made = []
    for assessment in survey:
        if assessment.state != "veto":
            continue
        broken = [each.label for each in assessment.findings if each.veto and each.s_high < 1]
        text = f"{short_team(names[assessment.team])}：{'、'.join(broken)}未达要求"
        team = world.snapshot.teams.ids[assessment.team]
        made.append(Todo(mark="veto", text=text, link="研判", kind="team", ids=(team,)))
    return made


def short_team(name: str | None) -> str:
    """Shorten a team's name for narrow places: without 中共, 委员会, 领导班子."""
    short = (
        (name or "未命名班子").removeprefix("中共").removesuffix("领导班子").removesuffix("班子")
    )
    short = short.replace("人民代表大会常务委员会", "人大常委会").replace("人民政府", "政府")
    short = short.replace("中国人民政治协商会议", "政协").replace("人民法院", "法院")
    return short.replace("人民检察院", "检察院").removesuffix("委员会") or "班子"
