"""The tab 趋势 as sheets: what changes when and why, who leaves, who would be missed. No Qt."""

from leadership_model import months
from leadership_model.assessment.causes import Change
from leadership_model.assessment.events import Event
from leadership_model.assessment.outlook import AHEAD, Fragility, Leaving
from leadership_model.charts.spec import Stretch, Timeline
from leadership_model.matching.standins import Bench, StandIn
from leadership_model.papers import cause_words as words
from leadership_model.people.gaps import OPEN
from leadership_model.people.seating import VACANT
from ui import names
from ui.navigation import OpenPost, Request
from ui.pages.assessment.future import Future
from ui.pages.assessment.sheet import Followers, Look
from ui.pages.assessment.work import View, holder_name, score_text, short_post, state_text
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

CHANGES = (
    SheetColumn(title="时间", width=72),
    SheetColumn(title="要求", width=140, stretch=2),
    SheetColumn(title="由", width=78),
    SheetColumn(title="变为", width=78),
    SheetColumn(title="原因（人员和规则）", width=190, stretch=4),
    SheetColumn(title="届时情况", width=150, stretch=3),
)
EVENTS = (
    SheetColumn(title="时间", width=72),
    SheetColumn(title="规则", width=52),
    SheetColumn(title="事项", width=170, stretch=2),
    SheetColumn(title="人员", width=84),
    SheetColumn(title="说明", width=220, stretch=4),
)
MISSED = (
    SheetColumn(title="若离任", width=84),
    SheetColumn(title="岗位", width=110, stretch=1),
    SheetColumn(title="届时状态", width=130),
    SheetColumn(title="得分变化", width=80, align="right"),
    SheetColumn(title="将变差的要求", width=150, stretch=3),
)
SEATS = (
    SheetColumn(title="岗位", width=130, stretch=2),
    SheetColumn(title="现任", width=90),
    SheetColumn(title="符合规则和资格", width=116, align="right"),
    SheetColumn(
        title="可接替", width=86, align="right", tip="任职后班子状态不下降的人，按匹配度排序"
    ),
    SheetColumn(title="匹配度居前的", width=180, stretch=3),
)
STAND_INS = (
    SheetColumn(title="名次", width=74, align="right"),
    SheetColumn(title="姓名", width=78),
    SheetColumn(title="现任", width=170, stretch=3),
    SheetColumn(title="匹配度", width=80, align="right"),
    SheetColumn(title="班子状态", width=104),
    SheetColumn(title="得分变化", width=76, align="right"),
    SheetColumn(title="变好 / 变差的要求", width=190, stretch=3),
)


def changes_sheet(future: Future) -> Sheet:
    """Which requirement changes when and why, in order of time."""
    return Sheet(columns=CHANGES, rows=tuple(_change(future.seen, each) for each in future.changes))


def _change(seen: View, change: Change) -> tuple[SheetCell, ...]:
    why, people = words.cause_text(seen.world, change), words.people_of(change)
    month = names.month(change.month)
    who: Request | Look = Look(change.month)
    if people:
        title = f"{month} {change.label}变化涉及 {len(people)} 人"
        who = seen.person(people[0]) if len(people) == 1 else seen.show(people, title, why)
    return (
        SheetCell(
            cell=Cell(text=month, link=True), request=Look(change.month), tip="看这个月的班子"
        ),
        SheetCell(cell=Cell(text=change.label), request=Look(change.month), tip=change.label),
        _verdict(change.before),
        _verdict(change.after),
        SheetCell(cell=Cell(text=why, link=bool(people)), request=who, tip=why),
        SheetCell(cell=Cell(text=change.detail, tone="text2"), tip=change.detail),
    )


def _verdict(verdict: str | None) -> SheetCell:
    mark = verdict or ""
    return SheetCell(cell=Cell(text=words.verdict_word(verdict), mark=mark, tone=mark or "text2"))


def events_sheet(future: Future) -> Sheet:
    """What the rules say in the coming months, in order of time."""
    return Sheet(columns=EVENTS, rows=tuple(_event(future.seen, each) for each in future.events))


def _event(seen: View, event: Event) -> tuple[SheetCell, ...]:
    result, title = event.result, words.event_title(seen.world, event)
    people = result.people
    who = words.people_text(seen.world, people) or names.NOTHING
    request: Request | Look = Look(event.month)
    if people:
        listed = seen.show(people, f"{title} {len(people)} 人", result.evidence)
        request = seen.person(people[0]) if len(people) == 1 else listed
    month = names.month(event.month)
    return (
        SheetCell(
            cell=Cell(text=month, link=True), request=Look(event.month), tip="看这个月的班子"
        ),
        SheetCell(cell=Cell(text=result.rule, tone="text2"), tip=title),
        SheetCell(cell=Cell(text=title), request=request, tip=title),
        SheetCell(cell=Cell(text=who, link=bool(people)), request=request, tip=who),
        SheetCell(cell=Cell(text=result.evidence, tone="text2"), tip=result.evidence),
    )


def leaving_sheet(future: Future) -> Sheet:
    """Who reaches the statutory month within the years looked at."""
    columns = (
        SheetColumn(title="姓名", width=84),
        SheetColumn(title="岗位", width=130, stretch=1),
        SheetColumn(title="法定退休月", width=150),
        SheetColumn(title="还有", width=110, align="right"),
    )
    rows = tuple(_leaving_row(future.seen, each) for each in future.leavings)
    return Sheet(columns=columns, rows=rows)


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
        text = "已到龄" if left <= 0 else names.span(left)
        rest = Cell(text=text, mark=mark, tone=mark or "text")
    who = seen.person(each.person)
    return (
        SheetCell(cell=Cell(text=names.person_name(snapshot, each.person)), request=who, tip=post),
        _post(seen, each.posts[0], post),
        SheetCell(cell=Cell(text=when), request=who, tip=when),
        SheetCell(cell=rest, request=who, tip=when),
    )


def _post(seen: View, post: int, name: str) -> SheetCell:
    request = OpenPost(seen.world.post_ids[post])
    return SheetCell(cell=Cell(text=short_post(name)), request=request, tip=name)


def fragility_sheet(future: Future) -> Sheet:
    """What breaks when one member leaves, the heaviest loss first."""
    return Sheet(columns=MISSED, rows=tuple(_missed(future.seen, e) for e in future.fragility))


def _missed(seen: View, each: Fragility) -> tuple[SheetCell, ...]:
    snapshot = seen.world.snapshot
    post = "、".join(dict.fromkeys(names.post_name(snapshot, seat) for seat in each.posts))
    worse = [c for c in each.changes if _rank(c.after) > _rank(c.before)]
    labels = "、".join(c.label for c in worse) or "无"
    changed = (
        f"{c.label} {words.verdict_word(c.before)} → {words.verdict_word(c.after)}"
        for c in each.changes
    )
    tip = "\n".join(changed) or "各项要求结论不变"
    score = names.NOTHING if each.score is None else names.signed(each.score)
    tone = "red" if each.score is not None and each.score <= -0.05 else "text2"
    who, state = seen.person(each.person), each.after.state
    return (
        SheetCell(cell=Cell(text=names.person_name(snapshot, each.person)), request=who, tip=tip),
        _post(seen, each.posts[0], post),
        SheetCell(
            cell=Cell(text=state_text(each.after), mark=state, tone=state), request=who, tip=tip
        ),
        SheetCell(cell=Cell(text=score, tone=tone), request=who, tip=tip),
        SheetCell(cell=Cell(text=labels, tone="text" if worse else "text2"), request=who, tip=tip),
    )


def _rank(verdict: str | None) -> int:
    return {"green": 0, "unknown": 1, "yellow": 2, "red": 3}.get(verdict or "", 0)


def seats_sheet(seen: View, benches: tuple[Bench, ...]) -> Sheet:
    """For each seat how many could follow and keep the state; nobody stands there alone."""
    return Sheet(columns=SEATS, rows=tuple(_seat(seen, each) for each in benches))


def _seat(seen: View, each: Bench) -> tuple[SheetCell, ...]:
    name = names.post_name(seen.world.snapshot, each.post)
    count, request = len(each.found), Followers(each.post)
    people = words.people_text(seen.world, [one.person for one in each.found])
    tone = "text2" if each.holder == VACANT else "text"
    many = f"前 {count} 人" if count else "0"
    empty = f"试了{tried_text(each)}，状态都会下降" if each.asked else "没有符合规则和资格的人"
    holder = seen.person(each.holder) if each.holder >= 0 else None
    return (
        _post(seen, each.post, name),
        SheetCell(
            cell=Cell(text=holder_name(seen.world, each.post), tone=tone), request=holder, tip=name
        ),
        SheetCell(cell=Cell(text=f"{each.asked:,} 人", tone="text2"), request=request),
        SheetCell(cell=Cell(text=many, link=bool(count)), request=request, tip="单击看理由"),
        SheetCell(
            cell=Cell(text=people or empty, tone="text" if count else "text2"), request=request
        ),
    )


def stand_ins_sheet(seen: View, bench: Bench) -> Sheet:
    """List who would keep the state with rank, fit and what would change."""
    ranks = [each.rank for each in bench.found]
    rows = tuple(_stand_in(seen, each, ranks.count(each.rank) > 1) for each in bench.found)
    return Sheet(columns=STAND_INS, rows=rows)


def _stand_in(seen: View, each: StandIn, tied: bool) -> tuple[SheetCell, ...]:
    snapshot, state = seen.world.snapshot, each.after.state
    low, high = round(each.fit_low), round(each.fit_high)
    moved = [f"↑ {c.label}" for c in each.better] + [f"↓ {c.label}" for c in each.worse]
    text = "、".join(moved) or "各项结论不变"
    score = names.NOTHING if each.score is None else names.signed(each.score)
    position = names.position_text(snapshot, each.person)
    cells = (
        Cell(text=str(each.rank), tail="并列" if tied else ""),
        Cell(text=names.person_name(snapshot, each.person), link=True),
        Cell(text=position),
        Cell(text=str(low) if low == high else f"{low}～{high}"),
        Cell(text=state_text(each.after), mark=state, tone=state),
        Cell(text=score),
        Cell(text=text, tone="text" if moved else "text2"),
    )
    who, tip = seen.person(each.person), f"{position}\n{text}"
    return tuple(SheetCell(cell=cell, request=who, tip=tip) for cell in cells)


def month_note(future: Future, then: View) -> str:
    """Say in one line how a team stands in a month: state, score, members, who has left."""
    found, month = then.assessment, then.world.as_of
    parts = [f"{names.month(month)}：{state_text(found)}", f"{score_text(found)} 分"]
    parts.append(f"在任 {found.filled} / {found.seats}")
    gone = [
        each.person
        for each in future.forecast.departures
        if each.team == found.team and each.month <= month
    ]
    if gone:
        parts.append(f"已离任 {words.people_text(then.world, list(dict.fromkeys(gone)))}")
    return " · ".join(parts)


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


def tried_text(bench: Bench) -> str:
    """Say how many were put into the seat, and how many further down the ranking were not."""
    left = bench.asked - bench.tried
    return f"前 {bench.tried} 人（其余 {left:,} 人未试）" if left else f"全部 {bench.tried} 人"
