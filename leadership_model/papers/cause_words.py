"""Causes and rules of coming months in words, with the people they name. No Qt."""

from collections.abc import Sequence
from typing import assert_never

from leadership_model.assessment.causes import Change, Kind
from leadership_model.assessment.events import Event
from leadership_model.assessment.finding import VERDICT_WORDS
from leadership_model.assessment.leaving import RETIRE, STEP_DOWN
from leadership_model.assessment.world import World
from leadership_model.papers.report_seen import person

LEFT = {RETIRE: "到法定退休年龄离任", STEP_DOWN: "到退出领导岗位年龄离任"}
GROWING = ("年龄", "月数", "年数", "年限")
NAMED = 3  # people named before 等 n 人


def cause_text(world: World, change: Change) -> str:
    """Write why a verdict changes: who left by which rule, who counts no more, whose age grows."""
    groups: dict[tuple[Kind, str, str], list[int]] = {}
    for each in change.causes:
        groups.setdefault((each.kind, each.rule, each.about), []).append(each.person)
    return "；".join(_group(world, *key, who) for key, who in groups.items())


def _group(world: World, kind: Kind, rule: str, about: str, people: Sequence[int]) -> str:
    who, about = people_text(world, people), softened(about)
    match kind:
        case "left":
            text = f"{who}{LEFT.get(rule, '离任')}"
        case "came":
            text = f"{who}到任"
        case "went":
            text = f"{who}离开"
        case "seat":
            text = "库外人员到任或离开"
        case "counts":
            text = f"{who}符合“{about}”"
        case "drops":
            text = f"{who}不再符合“{about}”"
        case "unsure":
            text = f"{who}是否符合“{about}”待核"
        case "time":
            grows = about.endswith(GROWING)
            text = f"{who or '成员'}{about}{'增长' if grows else '变化'}"
        case "model":
            text = "结构模型自本月起变更"
        case _:
            assert_never(kind)
    return text + (f"（{rule}）" if rule else "")


def people_text(world: World, people: Sequence[int]) -> str:
    """Name some people, the first few of many."""
    found = [person(world, each) for each in people if each >= 0]
    more = f"等 {len(found)} 人" if len(found) > NAMED else ""
    return "、".join(found[:NAMED]) + more


def people_of(change: Change) -> tuple[int, ...]:
    """Give the people a change names, each once."""
    return tuple(dict.fromkeys(each.person for each in change.causes if each.person >= 0))


def verdict_word(verdict: str | None) -> str:
    """Write a verdict; a requirement that is not asked has none."""
    return "未考核" if verdict is None else VERDICT_WORDS[verdict]


def event_title(world: World, event: Event) -> str:
    """Write a rule that begins to speak of somebody, or no longer does."""
    id = event.result.rule
    rule = world.book.at(event.month).get(id)
    title = id if rule is None else rule.title
    if event.turn == "comes":
        near = id == RETIRE and event.result.severity == "note"
        return f"临近：{title}" if near else title
    if id == "P1":
        return "试用期满"
    return "处分影响期满" if id.startswith("S") else f"不再适用：{title}"


def softened(sentence: str) -> str:
    """Write a requirement sheet for reading: 年龄 ≤ 57，学历 ≥ 大学，中共党员."""
    words = (("<=", "≤"), (">=", "≥"), (" 且 ", "，"), ("政治面貌 = ", ""))
    for old, new in words:
        sentence = sentence.replace(old, new)
    return sentence
