"""One requirement of a team in full: margin, who counts, who alone holds it, who repairs it."""

from dataclasses import dataclass

from leadership_model.assessment.finding import VERDICT_WORDS, Finding
from leadership_model.assessment.phrase import show
from leadership_model.assessment.pivotal import (
    Key,
    Pools,
    Repair,
    Swap,
    best,
    key_members,
    swaps,
)
from leadership_model.people.seating import VACANT
from leadership_model.structure.requirement import Requirement
from ui import names
from ui.jobs import Control
from ui.navigation import MatchPost, OpenPerson, Request
from ui.pages.assessment.work import View, holder_name, short_post
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

MEMBERS = (
    SheetColumn(title="成员", width=84),
    SheetColumn(title="岗位", width=190, stretch=3),
    SheetColumn(title="本要求", width=84, tip="计入、不计入，或资料待核"),
    SheetColumn(title="若离任且空缺", width=190, stretch=2, tip="只此一人离任、岗位空着时的结论"),
)
REPAIRS = (
    SheetColumn(title="岗位", width=170, stretch=3),
    SheetColumn(title="现任", width=80),
    SheetColumn(title="换为", width=80),
    SheetColumn(title="班子得分", width=76, align="right", tip="与现在相比"),
    SheetColumn(title="同时变差的要求", width=150, stretch=2),
)
SEATS = (
    SheetColumn(title="岗位", width=170, stretch=3),
    SheetColumn(title="现任", width=80),
    SheetColumn(title="可任职", width=80, align="right"),
    SheetColumn(title="换后达标", width=90, align="right"),
    SheetColumn(title="换后变差", width=90, align="right"),
)


@dataclass(frozen=True, slots=True)
class Detail:
    """What the card of a requirement shows; `repairs` and `swaps` go by single changes."""

    seen: View
    finding: Finding
    key: Key
    swaps: tuple[Swap, ...]
    repairs: tuple[Repair, ...]


def requirement_of(seen: View, id: str) -> Requirement | None:
    """Find a requirement of the team's model."""
    model = seen.world.model(seen.team)
    asked = () if model is None else model.requirements
    return next((each for each in asked if each.id == id), None)


def finding_of(seen: View, id: str) -> Finding | None:
    """Find how a requirement was judged."""
    return next((each for each in seen.assessment.findings if each.requirement == id), None)


def look(
    seen: View, requirement: Requirement, finding: Finding, pools: Pools, control: Control
) -> Detail:
    """Work out the card of a requirement."""
    (key,) = key_members(seen.world, seen.team, (requirement,))
    control.check()
    found = swaps(seen.world, seen.team, requirement, pools, control.check)
    return Detail(seen, finding, key, found, best(seen.world, seen.team, requirement, found))


def margin(finding: Finding) -> str:
    """Say how far the measured value lies from the bound that is nearest to failing."""
    low, high = finding.measured_low, finding.measured_high
    if low is None or high is None:
        return "无人可计"
    worst = _room(finding, low, high)
    best_ = _room(finding, high, low)
    if worst is None or best_ is None:
        return "不限"
    first, last = _margin(worst), _margin(best_)
    return first if first == last else f"{first}～{last}"


def _room(finding: Finding, over: float, under: float) -> float | None:
    rooms = [] if finding.lo is None else [over - finding.lo]
    rooms += [] if finding.hi is None else [finding.hi - under]
    return min(rooms, default=None)


def _margin(room: float) -> str:
    if abs(room) < 1e-9:
        return "恰好达标"
    return f"余 {show(round(room, 1))}" if room > 0 else f"差 {show(round(-room, 1))}"


def members_sheet(found: Detail) -> Sheet:
    """List the members: whether they count, and what becomes of the verdict when they leave."""
    seen, finding = found.seen, found.finding
    after = {each.person: each.after for each in (*found.key.holds, *found.key.weighs)}
    alone = {each.person for each in found.key.holds}
    rows = []
    for person in sorted(seen.members(), key=lambda each: each not in alone):
        if person in after:
            word = "独自支撑" if person in alone else "离任反而改善"
            text = f"{VERDICT_WORDS[after[person]]} · {word}"
            cell = Cell(text=text, mark=after[person], tone=after[person])
        else:
            cell = Cell(text="结论不变", tone="text2")
        request = seen.person(person)
        cells = (
            Cell(text=names.person_name(seen.world.snapshot, person), link=True),
            Cell(text=_posts(seen, person)),
            Cell(text=_counts(finding, person)),
            cell,
        )
        rows.append(tuple(SheetCell(cell=each, request=request) for each in cells))
    return Sheet(columns=MEMBERS, rows=tuple(rows))


def _posts(seen: View, person: int) -> str:
    posts = seen.world.seats(seen.team).tolist()
    held = [post for post in posts if int(seen.world.seating.holder[post]) == person]
    return "；".join(_post(seen, post) for post in held)


def _post(seen: View, post: int) -> str:
    return short_post(seen.world.snapshot.posts.raw("name")[post] or "")


def _counts(finding: Finding, person: int) -> str:
    if person in finding.unknown_people:
        return "待核"
    breaks = finding.kind in ("every", "apart")
    if person in finding.people:
        return "不符合" if breaks else "计入"
    return "符合" if breaks else "不计入"


def repairs_sheet(found: Detail) -> Sheet:
    """List the best changes that make the requirement met."""
    rows = [_repair(found.seen, each) for each in found.repairs]
    return Sheet(columns=REPAIRS, rows=tuple(rows))


def _repair(seen: View, repair: Repair) -> tuple[SheetCell, ...]:
    name, falls = names.person_name(seen.world.snapshot, repair.person), "、".join(repair.falls)
    return (
        *_seat(seen, repair.post),
        SheetCell(cell=Cell(text=name, link=True), request=seen.person(repair.person)),
        SheetCell(cell=Cell(text=names.signed(repair.score))),
        SheetCell(cell=Cell(text=falls or "无", tone="text2"), tip=falls),
    )


def seats_sheet(found: Detail) -> Sheet:
    """List the seats whose holder, changed for another, would move the verdict."""
    rows = [
        (
            *_seat(found.seen, each.post),
            SheetCell(cell=Cell(text=f"{each.pool} 人", tone="text2")),
            _people(found, each, each.repairs, "换后达标"),
            _people(found, each, each.breaks, "换后变差"),
        )
        for each in found.swaps
    ]
    return Sheet(columns=SEATS, rows=tuple(rows))


def _seat(seen: View, post: int) -> tuple[SheetCell, SheetCell]:
    holder = int(seen.world.seating.holder[post])
    request: Request = MatchPost(seen.world.post_ids[post])
    if holder >= 0:
        request = OpenPerson(seen.world.person_ids[holder])
    name = _post(seen, post)
    tone = "text2" if holder == VACANT else "text"
    return (
        SheetCell(cell=Cell(text=name), request=request, tip=name),
        SheetCell(
            cell=Cell(text=holder_name(seen.world, post), link=holder >= 0, tone=tone),
            request=request,
        ),
    )


def _people(found: Detail, swap: Swap, people: tuple[int, ...], word: str) -> SheetCell:
    if not people:
        return SheetCell(cell=Cell(text="0", tone="text2"))
    about = "" if swap.exact else "约 "
    title = f"{_post(found.seen, swap.post)} · {word}的 {len(people)} 人"
    request = found.seen.show(people, title, found.finding.label)
    return SheetCell(cell=Cell(text=f"{about}{len(people)} 人", link=True), request=request)


def summary(found: Detail) -> str:
    """Say in one sentence who alone holds it and what would repair it."""
    snapshot = found.seen.world.snapshot
    alone = "、".join(names.person_name(snapshot, each.person) for each in found.key.holds)
    parts = [f"{alone}独自支撑，离任即变差" if alone else "没有人独自支撑"]
    if found.finding.verdict != "green":
        seats = sum(bool(each.repairs) for each in found.swaps)
        parts.append(f"{seats} 个岗位换一人可达标" if seats else "只换一人不能达标")
    else:
        seats = sum(bool(each.breaks) for each in found.swaps)
        parts.append(f"{seats} 个岗位换一人会变差" if seats else "只换一人不会变差")
    return "；".join(parts)
