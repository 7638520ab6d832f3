"""The tab 趋势 as sheets: the coming half-years, who leaves when, who would be missed. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from leadership_model import months
from leadership_model.assessment.delta import VerdictChange
from leadership_model.assessment.finding import VERDICT_WORDS
from leadership_model.assessment.outlook import (
    AHEAD,
    Fragility,
    Leaving,
    Step,
    fragility,
    later,
    leavings,
    looks,
    outlook,
)
from leadership_model.assessment.world import World
from leadership_model.charts.spec import Stretch, Timeline
from leadership_model.people.gaps import OPEN
from ui import names
from ui.jobs import Control
from ui.navigation import OpenPost
from ui.pages.assessment.sheet import Sheet, SheetCell, SheetColumn
from ui.pages.assessment.work import View, score_text, short_post, state_text
from ui.tables.cell import Cell

ABOUT = (
    "按现有记录推算：年龄、任职时间逐月增长，到达法定退休年龄者离任、岗位空着；"
    "不含调动、提拔和新任。"
)


@dataclass(frozen=True, slots=True)
class Years:
    """The worlds of the coming half-years of one base; made once, used for every team."""

    world: World
    _worlds: dict[int, World] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def at(self, month: int) -> World:
        """Give the world of a month."""
        if month == self.world.as_of:
            return self.world
        with self._lock:
            if month not in self._worlds:
                self._worlds[month] = later(self.world, month)
            return self._worlds[month]


@dataclass(frozen=True, slots=True)
class Future:
    """What the tab shows of one team."""

    seen: View
    steps: tuple[Step, ...]
    leavings: tuple[Leaving, ...]
    fragility: tuple[Fragility, ...]


def foresee(seen: View, years: Years, control: Control) -> Future:
    """Work the coming years of a team out."""
    wanted, worlds = looks(seen.world.as_of), []
    for at, month in enumerate(wanted):
        control.check()
        control.report(at / len(wanted), f"第 {at + 1} / {len(wanted)} 个半年")
        worlds.append(years.at(month))
        outlook(worlds[-1:], seen.team)  # works the columns of that month out, step by step
    steps = outlook(worlds, seen.team)
    control.check()
    gone = leavings(seen.world, seen.team)
    return Future(seen, steps, gone, fragility(seen.world, seen.team))


def steps_sheet(future: Future) -> Sheet:
    """A column a half-year: state, score, members left, who goes, what changes."""
    seen, steps = future.seen, future.steps
    columns = [SheetColumn(title="", width=56)]
    columns += [
        SheetColumn(title=names.month(each.month), width=66, align="center", stretch=1)
        for each in steps
    ]
    rows = (
        ("状态", [_state(each) for each in steps]),
        ("得分", [_score(each) for each in steps]),
        ("在任", [_filled(each) for each in steps]),
        ("到龄", [_leaving(seen, each) for each in steps]),
        ("变化", [_changed(each) for each in steps]),
    )
    return Sheet(
        columns=tuple(columns),
        rows=tuple((SheetCell(cell=Cell(text=word, tone="text2")), *cells) for word, cells in rows),
    )


def _state(step: Step) -> SheetCell:
    state = step.assessment.state
    text = state_text(step.assessment)
    return SheetCell(
        cell=Cell(text="待核" if state == "unknown" else text, mark=state, tone=state, tint=state),
        tip=f"{names.month(step.month)}：{text}",
    )


def _score(step: Step) -> SheetCell:
    text = score_text(step.assessment)
    low = step.assessment.score_low
    shown = text if low is None or len(text) < 7 else f"{low:.0f}～{step.assessment.score_high:.0f}"
    return SheetCell(cell=Cell(text=shown), tip=f"{names.month(step.month)} 得分 {text}")


def _filled(step: Step) -> SheetCell:
    found = step.assessment
    short = found.filled < found.seats
    cell = Cell(text=f"{found.filled} / {found.seats}", tone="red" if short else "text")
    return SheetCell(cell=cell, tip=f"岗位 {found.seats} 个，有人任职 {found.filled} 个")


def _leaving(seen: View, step: Step) -> SheetCell:
    people = step.leaving or (step.gone if step.month == seen.world.as_of else ())
    if not people:
        return SheetCell(cell=Cell(text=names.NOTHING, tone="text2"))
    words = "、".join(names.person_name(seen.world.snapshot, each) for each in people)
    request = seen.person(people[0])
    if len(people) > 1:
        request = seen.show(people, f"{names.month(step.month)} 前到龄 {len(people)} 人")
    return SheetCell(
        cell=Cell(text=words if len(people) == 1 else f"{len(people)} 人", link=True),
        request=request,
        tip=f"{names.month(step.month)} 前到龄离任：{words}",
    )


def _changed(step: Step) -> SheetCell:
    if not step.changes:
        return SheetCell(cell=Cell(text=names.NOTHING, tone="text2"))
    return SheetCell(cell=Cell(text=f"{len(step.changes)} 项"), tip=changes_text(step.changes))


def changes_text(changes: Sequence[VerdictChange]) -> str:
    """Write verdict changes: 女干部 达标 → 接近."""
    return "\n".join(f"{each.label} {_word(each.before)} → {_word(each.after)}" for each in changes)


def _word(verdict: str | None) -> str:
    return "未考核" if verdict is None else VERDICT_WORDS[verdict]


def changes_sheet(future: Future) -> Sheet:
    """Which requirement changes when, in order of time."""
    columns = (
        SheetColumn(title="时间", width=72),
        SheetColumn(title="要求", width=150, stretch=2),
        SheetColumn(title="由", width=84),
        SheetColumn(title="变为", width=84),
        SheetColumn(title="届时情况", width=150, stretch=3),
    )
    rows = []
    for step in future.steps:
        details = {each.requirement: each.detail for each in step.assessment.findings}
        for change in step.changes:
            detail = details.get(change.requirement, "")
            rows.append(
                (
                    SheetCell(cell=Cell(text=names.month(step.month))),
                    SheetCell(cell=Cell(text=change.label)),
                    _verdict(change.before),
                    _verdict(change.after),
                    SheetCell(cell=Cell(text=detail, tone="text2"), tip=detail),
                )
            )
    return Sheet(columns=columns, rows=tuple(rows))


def _verdict(verdict: str | None) -> SheetCell:
    mark = verdict or ""
    return SheetCell(cell=Cell(text=_word(verdict), mark=mark, tone=mark or "text2"))


def leaving_sheet(future: Future) -> Sheet:
    """Who reaches the statutory month within the years looked at."""
    seen = future.seen
    columns = (
        SheetColumn(title="姓名", width=84),
        SheetColumn(title="岗位", width=130, stretch=1),
        SheetColumn(title="法定退休月", width=150),
        SheetColumn(title="还有", width=110, align="right"),
    )
    return Sheet(columns=columns, rows=tuple(_leaving_row(seen, each) for each in future.leavings))


def _leaving_row(seen: View, each: Leaving) -> tuple[SheetCell, ...]:
    snapshot, as_of = seen.world.snapshot, seen.world.as_of
    post = "、".join(dict.fromkeys(names.post_name(snapshot, seat) for seat in each.posts))
    left = each.high - as_of
    if not each.sure:
        when = "待核（出生年月、性别或层次不详）" if each.high >= OPEN else ""
        when = when or f"{names.month(each.low)}～{names.month(each.high)}"
        rest = Cell(text="待核", mark="unknown", tone="unknown")
    else:
        when = names.month(each.high)
        mark = "red" if left <= 0 else "yellow" if left <= 12 else ""
        words = "已到龄" if left <= 0 else names.span(left)
        rest = Cell(text=words, mark=mark, tone=mark or "text")
    who = seen.person(each.person)
    return (
        SheetCell(cell=Cell(text=names.person_name(snapshot, each.person)), request=who, tip=post),
        SheetCell(
            cell=Cell(text=short_post(post)),
            request=OpenPost(seen.world.post_ids[each.posts[0]]),
            tip=post,
        ),
        SheetCell(cell=Cell(text=when), request=who, tip=when),
        SheetCell(cell=rest, request=who, tip=when),
    )


def fragility_sheet(future: Future) -> Sheet:
    """What breaks when one member leaves, the heaviest loss first."""
    seen = future.seen
    columns = (
        SheetColumn(title="若离任", width=84),
        SheetColumn(title="岗位", width=110, stretch=1),
        SheetColumn(title="届时状态", width=110),
        SheetColumn(title="得分变化", width=80, align="right"),
        SheetColumn(title="将变差的要求", width=150, stretch=3),
    )
    return Sheet(columns=columns, rows=tuple(_missed(seen, each) for each in future.fragility))


def _missed(seen: View, each: Fragility) -> tuple[SheetCell, ...]:
    snapshot = seen.world.snapshot
    post = "、".join(dict.fromkeys(names.post_name(snapshot, seat) for seat in each.posts))
    worse = [c for c in each.changes if _rank(c.after) > _rank(c.before)]
    labels = "、".join(c.label for c in worse) or "无"
    tip = changes_text(each.changes) or "各项要求结论不变"
    score = names.NOTHING if each.score is None else names.signed(each.score)
    tone = "red" if each.score is not None and each.score <= -0.05 else "text2"
    who, state = seen.person(each.person), each.after.state
    return (
        SheetCell(cell=Cell(text=names.person_name(snapshot, each.person)), request=who, tip=tip),
        SheetCell(
            cell=Cell(text=short_post(post)),
            request=OpenPost(seen.world.post_ids[each.posts[0]]),
            tip=post,
        ),
        SheetCell(
            cell=Cell(text=state_text(each.after), mark=state, tone=state), request=who, tip=tip
        ),
        SheetCell(cell=Cell(text=score, tone=tone), request=who, tip=tip),
        SheetCell(cell=Cell(text=labels, tone="text" if worse else "text2"), request=who, tip=tip),
    )


def _rank(verdict: str | None) -> int:
    return {"green": 0, "unknown": 1, "yellow": 2, "red": 3}.get(verdict or "", 0)


def timeline(future: Future) -> Timeline:
    """Draw how long each member who leaves is still there."""
    seen, start = future.seen, future.seen.world.as_of
    known = [each for each in future.leavings if each.high < OPEN]
    lanes = tuple(names.person_name(seen.world.snapshot, each.person) for each in known)
    return Timeline(
        title="到龄时间",
        start=start,
        end=start + AHEAD,
        lanes=lanes,
        stretches=tuple(
            Stretch(
                lane=at,
                start=start,
                end=max(min(each.high, start + AHEAD), start + 1),
                label="法定退休",
                tone="red" if each.high <= start else "yellow" if each.high <= start + 12 else "c1",
                note=months.show_iso(each.high),
                ids=(seen.world.person_ids[each.person],),
            )
            for at, each in enumerate(known)
        ),
    )
