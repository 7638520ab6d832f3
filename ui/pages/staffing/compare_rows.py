"""Rows of the comparison of plans: figures, teams, requirements, people, moves, rules. No Qt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.compare_totals import figures
from ui.pages.staffing.compare_values import NONE, Line, Tables
from ui.pages.staffing.effect import conflict_text
from ui.pages.staffing.seats import score
from ui.tables.cell import Cell

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment, Finding
    from leadership_model.people.seating import Seating
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.staffing.compare import Comparison, Outcome, Row
    from leadership_model.staffing.conflict import Conflict
    from leadership_model.staffing.draft import Draft
    from leadership_model.staffing.move import Move
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control
    from ui.loading import Loaded


def situated(
    loaded: "Loaded", drafts: "Sequence[Draft]", control: "Control"
) -> "tuple[Situation, ...]":
    """Lay plans over the open database, each at its own month."""
    from leadership_model.staffing.draft import without_gone
    from ui.pages.staffing import work

    found = []
    for at, draft in enumerate(drafts):
        control.report(at / len(drafts), f"正在铺开“{draft.scenario.label}”")
        here, _ = without_gone(draft, loaded.world.snapshot)
        found.append(work.situate(loaded, here, None, control))
    return tuple(found)


def tables(found: "Comparison") -> Tables:
    """Write all tables of a comparison."""
    from leadership_model.staffing import compare

    return Tables(
        totals=figures(found),
        teams=tuple(_team(found, row) for row in compare.teams(found)),
        requirements=tuple(_requirement(found, row) for row in compare.requirements(found)),
        people=tuple(_person(found, row) for row in compare.people(found)),
        moves=tuple(_move(found, row) for row in compare.moves(found)),
        rules=tuple(_rule(found, row) for row in compare.breaches(found)),
    )


# ---- teams and requirements


def _team(found: "Comparison", row: "Row[Assessment]") -> Line:
    snapshot = found.today.snapshot
    today = row.today
    assert today is not None
    return Line(
        id=row.key,
        head=Cell(text=names.team_name(snapshot, today.team)),
        today=Cell(text=score(today), mark=today.state, tail=f"到岗 {today.filled}/{today.seats}"),
        cells=tuple(NONE if each is None else _assessed(today, each) for each in row.cells),
        changed=row.changed,
        split=row.split,
    )


def _assessed(today: "Assessment", then: "Assessment") -> Cell:
    low, start = then.score_low, today.score_low
    gain = "" if low is None or start is None else names.signed(low - start)
    seats = f"到岗 {then.filled}/{then.seats}"
    changed = (today.state, today.score_low, today.filled) != (then.state, low, then.filled)
    tail = f"{gain} · {seats}" if gain not in ("", "0") else seats
    return Cell(text=score(then), mark=then.state, tail=tail, bold=changed)


def _requirement(found: "Comparison", row: "Row[Finding]") -> Line:
    team, _ = row.key.split(" ", 1)
    snapshot = found.today.snapshot
    known = next(each for each in (row.today, *row.cells) if each is not None)
    counted = next((each for each in row.cells if each is not None), known)
    ids = found.today.person_ids
    return Line(
        id=row.key,
        head=Cell(text=known.label + ("（否决项）" if known.veto else ""), second=""),
        more=Cell(text=names.team_name(snapshot, snapshot.teams.positions[team]), tone="text2"),
        today=NONE if row.today is None else _figure(row.today, None),
        cells=tuple(NONE if each is None else _figure(each, row.today) for each in row.cells),
        changed=row.changed,
        split=row.split,
        people=tuple(ids[person] for person in counted.people if 0 <= person < len(ids)),
    )


def _figure(each: "Finding", today: "Finding | None") -> Cell:
    from leadership_model.assessment.phrase import span

    text = span(each.measured_low, each.measured_high)
    if today is None:
        return Cell(text=text, mark=each.verdict)
    was = (today.verdict, today.measured_low, today.measured_high)
    changed = was != (each.verdict, each.measured_low, each.measured_high)
    tint = each.verdict if changed else ""
    return Cell(text=text, mark=each.verdict, tint=tint, bold=changed)


# ---- people


def _person(found: "Comparison", row: "Row[Outcome]") -> Line:
    snapshot = found.today.snapshot
    person = snapshot.people.positions[row.key]
    age = names.age(snapshot, person, found.today.as_of)
    return Line(
        id=row.key,
        head=Cell(
            text=names.person_name(snapshot, person), tail="" if age is None else f"{age} 岁"
        ),
        today=Cell(text=names.position_text(snapshot, person) or "未任班子职务", tone="text2"),
        cells=tuple(
            NONE if each is None else _outcome(plan, each)
            for plan, each in zip(found.plans, row.cells, strict=True)
        ),
        changed=row.changed,
        split=row.split,
        people=(row.key,),
    )


def _outcome(plan: "Situation", each: "Outcome") -> Cell:
    snapshot = plan.base.snapshot
    posts = "、".join(post_words(snapshot, post) for post in each.taken)
    blocks = any(found.blocks for found in each.conflicts)
    mark = "red" if blocks else "yellow" if _fails(each.conflicts) else ""
    match each.fate:
        case "moved" if posts:
            fit = "" if each.fit is None else f"匹配 {each.fit:.0f}"
            icon = "arrow-right" if not mark else ""
            return Cell(text=posts, tail=fit, mark=mark, tone="accent", icon=icon)
        case "moved":
            lost = "、".join(names.post_name(snapshot, post) for post in each.left)
            return Cell(text=f"免 {lost}", tone="yellow_text")
        case "bench":
            return Cell(text="待安排", tone="yellow_text", icon="tray-arrow-down")
        case "retired":
            return Cell(text="到龄退出", tone="yellow_text", icon="timer-sand")
        case "candidate":
            return Cell(text=f"备选 {posts}", tone="text2")
        case "stay":
            return Cell(text="不动", faint=True)


def _fails(conflicts: "Sequence[Conflict]") -> bool:
    return any(each.result.result == "fail" for each in conflicts)


# ---- moves and rules


def post_words(snapshot: "Snapshot", post: int) -> str:
    """Give a post with its team and, where the team has several of the name, its function."""
    posts = snapshot.posts
    team, named = int(posts.owners()[post]), posts.raw("name")
    functions = (posts.raw("functions")[post] or "").split("、")
    alike = sum(named[each] == named[post] for each in posts.of(team)) > 1
    told = f"（{functions[0]}）" if alike and functions[0] else ""
    return names.full_post(snapshot, post) + told


def move_words(base: "Seating", move: "Move") -> str:
    """Say what a move does: 任 张三 → 易溪县政府班子 副县长."""
    from leadership_model.staffing.wording import word_of

    snapshot = base.snapshot
    people, posts = snapshot.people.positions, snapshot.posts.positions
    who = move.outsider
    if move.person is not None:
        here = move.person in people
        who = names.person_name(snapshot, people[move.person]) if here else "已不在库中的干部"
    where = ""
    if move.post is not None:
        here = move.post in posts
        where = post_words(snapshot, posts[move.post]) if here else "已撤销的岗位"
    word: str = word_of(base, move)
    if move.kind == "appoint" and move.order > 1:
        word = f"第 {move.order} 人选"
    elif not move.on:
        word = f"取消{word}"
    join = " → " if move.kind == "appoint" else " "
    also = "（兼任）" if move.also else ""
    return f"{word} {who}{join if who and where else ''}{where}{also}".strip()


def _move(found: "Comparison", row: "Row[int]") -> Line:
    at, plan = next(
        (at, plan) for at, plan in zip(row.cells, found.plans, strict=True) if at is not None
    )
    move = plan.scenario.done[at]
    return Line(
        id=row.key,
        head=Cell(text=move_words(plan.base.seating, move)),
        more=Cell(text=move.reason or names.NOTHING, tone="text2"),
        cells=tuple(
            Cell(text="–", faint=True)
            if place is None
            else Cell(text=f"第 {place + 1} 步", tail=each.scenario.done[place].stage)
            for place, each in zip(row.cells, found.plans, strict=True)
        ),
        changed=True,
        split=row.split,
        people=() if move.person is None else (move.person,),
    )


def _rule(found: "Comparison", row: "Row[Conflict]") -> Line:
    rule, person, _ = row.key.split("|")
    snapshot = found.today.snapshot
    plan, conflict = next(
        (plan, each) for plan, each in zip(found.plans, row.cells, strict=True) if each is not None
    )
    mark, words = conflict_text(plan, conflict)
    here = person in snapshot.people.positions
    who = names.person_name(snapshot, snapshot.people.positions[person]) if here else ""
    return Line(
        id=row.key,
        head=Cell(text=words.rsplit(" · ", 1)[0], mark=mark),
        more=Cell(text=who, tail=rule),
        cells=tuple(
            Cell(text="–", faint=True)
            if each is None
            else Cell(
                text=each.standing if each.result.severity == "forbid" else "提醒",
                mark="red" if each.blocks else "yellow",
            )
            for each in row.cells
        ),
        changed=True,
        split=row.split,
        people=(person,) if here else (),
    )
