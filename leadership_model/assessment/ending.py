"""Figures of the first page that go by months: who retires, whose probation, term or sanction ends.

Everything is counted at the world's month; what is only unknown is named beside.
"""

from collections.abc import Iterable

import numpy as np

from leadership_model.assessment import grades
from leadership_model.assessment.figure import Figure, people_of, rows
from leadership_model.assessment.world import World
from leadership_model.people import codes, sanctions
from leadership_model.people.gaps import OPEN
from leadership_model.people.table import Bools, Ints
from leadership_model.rules import seat
from leadership_model.rules.rule import RuleResult

SOON = 3  # months ahead in which a probation or a sanction is said to end
GRADES = "职级年限将满"
COUNTY = codes.ranks("levels")["县处级副职"]
TOWNSHIP = codes.ranks("levels")["乡科级副职"]


def retiring(world: World, ahead: int) -> Figure:
    """Count the people in seats whose statutory month m lies in as_of < m <= as_of + ahead."""
    rule = world.book.at(world.as_of).get("R1")
    label = f"{ahead} 个月内到龄"
    if rule is None:
        return _off(f"retiring{ahead}", label)
    due = seat.due_months(world.snapshot, rule)
    seated, now = world.seating.seated(), world.as_of
    sure = seated & (now < due.low) & (due.high <= now + ahead)
    maybe = seated & (due.low <= now + ahead) & (now < due.high) & ~sure
    passed = seated & (due.high <= now)
    if ahead <= 6:
        notes = [f"正职 {int((sure & _heads(world)).sum())}", f"已到龄 {int(passed.sum())}"]
    else:
        rank = world.snapshot.people.texts("level").mapped(codes.ranks("levels"))
        county, town = rank >= COUNTY, (rank >= TOWNSHIP) & (rank < COUNTY)
        notes = [f"县处级 {int((sure & county).sum())}", f"乡科级 {int((sure & town).sum())}"]
    return Figure(
        id=f"retiring{ahead}",
        label=label,
        count=int(sure.sum()),
        behind=rows(sure),
        kind="people",
        title=f"{ahead} 个月内到龄的班子成员",
        notes=tuple(notes),
        doubtful=rows(maybe),
    )


def overdue(world: World) -> tuple[int, ...]:
    """Give the people in seats whose statutory month is surely reached."""
    rule = world.book.at(world.as_of).get("R1")
    if rule is None:
        return ()
    due = seat.due_months(world.snapshot, rule)
    return rows(world.seating.seated() & (due.high <= world.as_of))


def probation(world: World, results: Iterable[RuleResult]) -> Figure:
    """Count the people on probation (P1) whose probation ends within SOON months."""
    found = [each for each in results if each.rule == "P1" and each.result == "fail"]
    ends = {each.people[0]: each.month for each in found if each.month is not None}
    soon = tuple(p for p, end in ends.items() if end <= world.as_of + SOON)
    following = sum(ends[each] == world.as_of + 1 for each in soon)
    return Figure(
        id="probation",
        label="试用期将满",
        count=len(soon),
        behind=soon,
        kind="people",
        title=f"{SOON} 个月内试用期满的干部",
        notes=(f"下月 {following}", f"试用期内 {len(ends)}"),
    )


def grade_rises(world: World) -> Figure:
    """Count the people who surely reach the years for the next grade within SOON months.

    Who reached them before and has not risen is named beside, who may reach them is doubtful.
    """
    if grades.RULE not in world.book.at(world.as_of):
        return _off("grades", GRADES)
    due, now = grades.spans(world), world.as_of
    soon = due.asked & (due.low > now) & (due.high <= now + SOON)
    passed = due.asked & (due.high <= now)
    open_ = due.asked & ~soon & ~passed & (due.low <= now + SOON)
    following = int((soon & (due.high == now + 1)).sum())
    return Figure(
        id="grades",
        label=GRADES,
        count=int(soon.sum()),
        behind=rows(soon),
        kind="people",
        title=f"{SOON} 个月内晋升职级年限满的干部",
        notes=(f"下月 {following}", f"已满 {int(passed.sum())}"),
        doubtful=rows(open_),
    )


def ten_years(world: World, results: Iterable[RuleResult]) -> Figure:
    """Count the people who have held a post of a Party or government team for ten years (X1)."""
    found = [each for each in results if each.rule == "X1"]
    people = people_of(each for each in found if each.result == "fail")
    heads = _heads(world)
    return Figure(
        id="ten_years",
        label="任现职满 10 年",
        count=len(people),
        behind=people,
        kind="people",
        title="任现职满 10 年的干部",
        notes=(f"正职 {sum(bool(heads[p]) for p in people)}", "按规定须交流"),
        doubtful=people_of(each for each in found if each.result == "unknown"),
        urgent=bool(people),
    )


def two_terms(world: World, results: Iterable[RuleResult]) -> Figure:
    """Count who has served two terms running in the same post (T3)."""
    found = [each for each in results if each.rule == "T3"]
    people = people_of(each for each in found if each.result == "fail")
    heads = _heads(world)
    ahead = sum(bool(heads[p]) for p in people)
    return Figure(
        id="two_terms",
        label="任满两届",
        count=len(people),
        behind=people,
        kind="people",
        title="同一职务任满两届的干部",
        notes=(f"正职 {ahead}", f"副职 {len(people) - ahead}"),
        doubtful=people_of(each for each in found if each.result == "unknown"),
    )


def sanctions_ending(world: World) -> Figure:
    """Count the people whose sanction in force ends within SOON months."""
    table, now = world.snapshot["sanction"], world.as_of
    ends = sanctions.end_spans(table)
    sure, possible = sanctions.in_force(table.ints("month"), ends, now)
    soon = sure & (ends.high <= now + SOON) & (ends.high < OPEN)
    owners = table.owners()
    people, within = _owners(owners, soon), _owners(owners, sure)
    return Figure(
        id="sanctions",
        label="处分影响期将满",
        count=len(people),
        behind=people,
        kind="people",
        title=f"{SOON} 个月内处分影响期满的干部",
        notes=(f"{SOON} 个月内", f"在期共 {len(within)}"),
        doubtful=_owners(owners, possible & ~sure),
    )


def _off(id: str, label: str) -> Figure:
    """Make the figure of a rule that is switched off."""
    return Figure(
        id=id, label=label, count=0, behind=(), kind="people", title=label, notes=("规则已停用",)
    )


def _heads(world: World) -> Bools:
    """Mark the people who hold a head's seat."""
    holder = world.seating.holder
    seats = world.snapshot.posts.texts("role").mask("正职") & (holder >= 0)
    mask = np.zeros(len(world.snapshot.people), dtype=np.bool_)
    mask[holder[seats]] = True
    return mask


def _owners(owners: Ints, chosen: Bools) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(p) for p in owners[chosen] if p >= 0))
