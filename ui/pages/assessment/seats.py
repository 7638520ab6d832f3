"""Part one of the comparison table, 职能职数, as a sheet. No Qt."""

from collections.abc import Sequence

from leadership_model.people.seating import VACANT
from ui import names
from ui.navigation import MatchPost, OpenPost, Request
from ui.pages.assessment.work import View, holder_name, holders, short_post
from ui.tables.cell import Cell
from ui.widgets.sheet import Sheet, SheetCell, SheetColumn

NAMED = 5  # kinds of post up to which everybody is named


def posts_sheet(seen: View) -> Sheet:
    """Part one: a column a kind of post, with how many there should be, are, and who."""
    posts = seen.world.snapshot.posts
    groups: dict[str, list[int]] = {}
    for seat in seen.world.seating.seats(seen.team):
        groups.setdefault(names.post_name(seen.world.snapshot, seat), []).append(seat)
    columns = [SheetColumn(title="", width=52)]
    columns += [
        SheetColumn(title=short_post(name), width=58, align="center", stretch=1, tip=name)
        for name in groups
    ]
    wanted = [_plain("应配")]
    wanted += [
        _number(str(len(seats)), OpenPost(posts.ids[seats[0]]), f"{name}：应配 {len(seats)} 人")
        for name, seats in groups.items()
    ]
    there = [_plain("实配"), *(_filled(seen, name, seats) for name, seats in groups.items())]
    named = len(groups) <= NAMED
    who = [_plain("任职")]
    who += [_who(seen, name, seats, named=named) for name, seats in groups.items()]
    for role, quota in _quotas(seen):
        columns.append(SheetColumn(title=f"{role}核定", width=58, align="center", stretch=1))
        for row, cell in zip((wanted, there, who), _quota_cells(seen, role, quota), strict=True):
            row.append(cell)
    return Sheet(
        columns=tuple(columns), rows=(tuple(wanted), tuple(there), tuple(who)), heading_lines=2
    )


def posts_note(seen: View) -> str:
    """Sum part one up: approved, filled, vacant, over."""
    quotas = _quotas(seen)
    approved = sum(quota or 0 for _, quota in quotas)
    counted = [_counted(seen, role) for role, _ in quotas]
    over = sum(
        max(len(seats) - (quota if quota is not None else len(seats)), 0)
        for seats, (_, quota) in zip(counted, quotas, strict=True)
    )
    known = all(quota is not None for _, quota in quotas)
    return " · ".join(
        (
            f"核定 {approved if known else '待核'}",
            f"岗位 {seen.assessment.seats}",
            f"实有 {seen.assessment.filled}",
            f"缺 {len(seen.assessment.vacancies)}",
            f"超 {over}",
        )
    )


def _filled(seen: View, name: str, seats: Sequence[int]) -> SheetCell:
    world = seen.world
    there = [seat for seat in seats if int(world.seating.holder[seat]) != VACANT]
    verdict = "green" if len(there) == len(seats) else "red"
    people = holders(seen, there)
    empty = next((seat for seat in seats if seat not in there), -1)
    request = seen.show(people, f"{name} · 实配 {len(people)} 人")
    if not people and empty >= 0:
        request = MatchPost(world.post_ids[empty])
    cell = Cell(text=str(len(there)), mark=verdict, tone=verdict, tint=verdict)
    return SheetCell(
        cell=cell, request=request, tip=f"{name}：应配 {len(seats)} 人，实配 {len(there)} 人"
    )


def _who(seen: View, name: str, seats: Sequence[int], *, named: bool) -> SheetCell:
    world, people = seen.world, holders(seen, seats)
    words = [holder_name(world, seat) for seat in seats]
    vacant = [seat for seat in seats if int(world.seating.holder[seat]) == VACANT]
    tip = f"{name}：{'、'.join(words)}"
    if vacant and not people:
        link = Cell(text="找候选人", link=True)
        return SheetCell(cell=link, request=MatchPost(world.post_ids[vacant[0]]), tip=tip)
    request = seen.person(people[0]) if len(people) == 1 else None
    if len(people) > 1:
        request = seen.show(people, f"{name} · {len(people)} 人")
    text = "、".join(words) if named or len(words) == 1 else f"{len(people)} 人"
    return SheetCell(cell=Cell(text=text), request=request, tip=tip)


def _quotas(seen: View) -> tuple[tuple[str, int | None], ...]:
    teams = seen.world.snapshot.teams
    pairs = (("正职", "quota_head"), ("副职", "quota_deputy"), ("其他", "quota_other"))
    found = [(role, teams.raw(name)[seen.team]) for role, name in pairs]
    return tuple(
        (role, quota) for role, quota in found if role != "其他" or quota or _counted(seen, role)
    )


def _counted(seen: View, role: str) -> tuple[int, ...]:
    """Give the occupied seats of a role that take quota."""
    posts, holder = seen.world.snapshot.posts, seen.world.seating.holder
    return tuple(
        seat
        for seat in seen.world.seating.seats(seen.team)
        if posts.raw("role")[seat] == role
        and posts.raw("takes_quota")[seat]
        and int(holder[seat]) != VACANT
    )


def _quota_cells(seen: View, role: str, quota: int | None) -> tuple[SheetCell, ...]:
    seats = _counted(seen, role)
    people, count = holders(seen, seats), len(seats)
    request = seen.show(people, f"{role} · 占职数 {count} 人")
    if quota is None:
        verdict, word = "unknown", "核定数待核"
    elif count > quota:
        verdict, word = "red", f"超 {count - quota}"
    elif count < quota:
        verdict, word = "yellow", f"缺 {quota - count}"
    else:
        verdict, word = "green", "符合"
    approved = "待核" if quota is None else str(quota)
    tip = f"{role}：核定职数 {approved}，实配占职数 {count} 人，{word}"
    return (
        SheetCell(cell=Cell(text=approved, bold=quota is not None), request=request, tip=tip),
        SheetCell(
            cell=Cell(text=str(count), mark=verdict, tone=verdict, tint=verdict, bold=True),
            request=request,
            tip=tip,
        ),
        SheetCell(cell=Cell(text=word, tone=verdict), request=request, tip=tip),
    )


def _plain(text: str) -> SheetCell:
    return SheetCell(cell=Cell(text=text, tone="text2"))


def _number(text: str, request: Request, tip: str) -> SheetCell:
    return SheetCell(cell=Cell(text=text), request=request, tip=tip)
