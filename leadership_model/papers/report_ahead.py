"""Part seven of a report, 五年趋势: who leaves, what the rules will say, what changes and why."""

from collections.abc import Iterator, Sequence

from leadership_model import months
from leadership_model.assessment.events import Event, events
from leadership_model.assessment.outlook import AHEAD, Leaving, leavings
from leadership_model.assessment.steps import EVERY, Step, steps
from leadership_model.assessment.world import World
from leadership_model.papers.cause_words import cause_text, event_title
from leadership_model.papers.comparison import STATE_TONES
from leadership_model.papers.flow import Block, FlowCell, FlowCharts, FlowColumn, Words, table
from leadership_model.papers.report_seen import (
    Material,
    change_text,
    person,
    score_text,
    state_text,
)
from leadership_model.papers.trend import score_lines

NAMED = 6  # people named of one rule before 等 n 人
NOTE = (
    "按现有记录推算：年龄、任职时间逐月增长，到龄者离任、岗位空着，"
    "任期、试用期、处分影响期按期届满，结构模型按其生效月份；不含调动、提拔和新任。"
)


def trend(seen: Material, ahead: Sequence[World]) -> Iterator[Block]:
    """七、五年趋势: in sentences, as a line, year by year, then rule by rule."""
    yield Words("h1", "七、五年趋势")
    found = steps(ahead, seen.team) if ahead else ()
    yield Words("body", _leaving_text(seen, leavings(seen.world, seen.team)))
    if seen.assessment.score_low is not None and len(found) > 1:
        yield FlowCharts((score_lines(found),), ("结构得分走势（到龄者离任后岗位空着）",), 430.0)
    columns = (
        FlowColumn("时间", 10),
        FlowColumn("状态", 11),
        FlowColumn("得分", 11),
        FlowColumn("期间离任", 13, "left"),
        FlowColumn("变化的要求及原因", 34, "left"),
    )
    if found:
        yield table(columns, [_step(seen, each) for each in found])
    told = events(seen.world, seen.team, seen.world.as_of + AHEAD, EVERY) if len(found) > 1 else ()
    if told:
        heads = (FlowColumn("期间规则事项", 26, "left"), FlowColumn("人员（月份）", 50, "left"))
        yield table(heads, list(_rules(seen.world, told)))
    yield Words("note", NOTE)


def _leaving_text(seen: Material, gone: Sequence[Leaving]) -> str:
    sure = [each for each in gone if each.sure]
    open_ = [each for each in gone if not each.sure]
    if not gone:
        return "今后五年没有成员到达法定退休年龄。"
    told = "、".join(f"{person(seen.world, e.person)}（{months.show(e.low)}）" for e in sure)
    text = f"今后五年到达法定退休年龄的成员{len(sure)}人：{told}。" if sure else ""
    if open_:
        names = "、".join(person(seen.world, each.person) for each in open_)
        text += f"{names}的到龄月份待核。"
    return text


def _step(seen: Material, each: Step) -> tuple[str | FlowCell, ...]:
    world = seen.world
    changes = [
        f"{one.label}：{change_text(one)}"
        + (f"（{why}）" if (why := cause_text(world, one)) else "")
        for one in each.changes
    ]
    return (
        months.show(each.month),
        FlowCell(state_text(each.assessment), STATE_TONES[each.assessment.state]),
        score_text(each.assessment),
        "、".join(dict.fromkeys(person(world, e.person) for e in each.leaving)) or "无",
        "；".join(changes) or "无",
    )


def _rules(world: World, found: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """Put what begins or ends together by rule, in order of the first month."""
    groups: dict[str, list[str]] = {}
    for each in found:
        people = each.result.people if len(each.result.people) <= NAMED else ()
        who = "、".join(person(world, one) for one in people) or "班子整体"
        groups.setdefault(event_title(world, each), []).append(
            f"{who}（{months.show(each.month)}）"
        )
    for title, listed in groups.items():
        more = f"等 {len(listed)} 人次" if len(listed) > NAMED else ""
        yield title, "、".join(listed[:NAMED]) + more
