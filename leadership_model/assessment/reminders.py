"""提醒: what falls due in a stretch of months, about people in seats and about teams.

Only months that are certain are listed; who may be concerned but has a gap in the record is
counted by the figures of the first page and by the check of data, not here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadership_model import months
from leadership_model.assessment import grades
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.outlook import due
from leadership_model.assessment.world import World
from leadership_model.people import sanctions
from leadership_model.people.retirement import COUNTY_RANK
from leadership_model.rules.leadership import ELECTED
from leadership_model.rules.pairs import post_ranks, sanction_periods
from leadership_model.rules.qualification import span
from leadership_model.rules.seat import leaving_ages, leaving_month
from leadership_model.rules.seats import places

Kind = Literal["retire", "leave", "probation", "term", "post", "sanction", "grade"]
KIND_WORDS: dict[Kind, str] = {
    "retire": "到龄",
    "leave": "退出领导岗位",
    "probation": "试用期满",
    "term": "任期届满",
    "post": "任现职年限",
    "sanction": "影响期满",
    "grade": "职级晋升年限",
}
IN_POST = (60, 96, 120)  # months in a post of 县处级 and above that are called to mind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing that falls due in a month. Positions; -1 where there is none."""

    month: int
    kind: Kind
    text: str
    person: int = -1
    team: int = -1
    post: int = -1


def reminders(
    world: World, assessments: Sequence[Assessment], first: int, last: int
) -> tuple[Reminder, ...]:
    """List what falls due in the months first..last (both included), by month, kind and place."""
    made = (
        *_retiring(world),
        *_leaving(world),
        *_probation(assessments),
        *_terms(world),
        *_in_post(world),
        *_sanctions(world),
        *_grades(world),
    )
    order = list(KIND_WORDS)
    inside = (each for each in made if first <= each.month <= last)
    return tuple(
        sorted(inside, key=lambda r: (r.month, order.index(r.kind), r.team, r.post, r.person))
    )


def _retiring(world: World) -> Iterator[Reminder]:
    """R1: people in seats whose statutory month is known."""
    span_, main = due(world), world.seating.main_post()
    known = world.seating.seated() & (span_.low == span_.high)
    for person in np.flatnonzero(known).tolist():
        month = int(span_.low[person])
        yield _about(world, person, int(main[person]), month, "retire", "到法定退休年龄")


def _leaving(world: World) -> Iterator[Reminder]:
    """R2: the local age of leaving the post is reached, each holder once by the seat first due."""
    rule = world.book.at(world.as_of).get("R2")
    if rule is None:
        return
    first: dict[int, tuple[int, int]] = {}
    for post in np.flatnonzero(world.seating.holder >= 0).tolist():
        month = leaving_month(world.seating, rule, post)
        if month is not None:
            person = int(world.seating.holder[post])
            first[person] = min(first.get(person, (month, post)), (month, post))
    for person, (month, post) in first.items():
        age = int(leaving_ages(world.snapshot, rule)[post])
        text = f"满{age}周岁，到本地退出领导岗位年龄"
        yield _about(world, person, post, month, "leave", text)


def _probation(assessments: Sequence[Assessment]) -> Iterator[Reminder]:
    """P1: the month the probation ends."""
    for assessment in assessments:
        for each in assessment.rules:
            if each.rule == "P1" and each.result == "fail" and each.month is not None:
                yield Reminder(
                    month=each.month,
                    kind="probation",
                    text=each.evidence,
                    person=each.people[0],
                    team=each.team,
                    post=each.post,
                )


def _terms(world: World) -> Iterator[Reminder]:
    """T1: the month a team's term ends."""
    table = world.snapshot.teams
    start, length = table.ints("term_start"), table.ints("term_months")
    elected = table.texts("category").mask(*ELECTED)
    for team in np.flatnonzero(elected & (start >= 0) & (length > 0)).tolist():
        month = int(start[team] + length[team])
        text = f"本届任期届满（{months.show(int(start[team]))}开始）"
        yield Reminder(month=month, kind="term", text=text, team=team)


def _in_post(world: World) -> Iterator[Reminder]:
    """Five, eight and ten years in a post of 县处级 and above."""
    seating = world.seating
    held = (seating.holder >= 0) & (seating.since >= 0) & (seating.tenure >= 0)
    held &= (post_ranks(world.snapshot) >= COUNTY_RANK) & places(world.snapshot).leader
    for post in np.flatnonzero(held).tolist():
        for count in IN_POST:
            month = int(seating.since[post]) + count
            text = f"任现职满{span(count)}"
            yield _about(world, int(seating.holder[post]), post, month, "post", text)


def _sanctions(world: World) -> Iterator[Reminder]:
    """The month the effect of a sanction ends, of people in seats, where it is known."""
    table, main = world.snapshot["sanction"], world.seating.main_post()
    ends = sanctions.end_spans(table, dict(sanction_periods(world.book.at(world.as_of))))
    owner, kinds = table.owners(), table.raw("kind")
    month = table.ints("month")
    known = (ends.low == ends.high) & (owner >= 0) & (month >= 0) & (month <= world.as_of)
    for row in np.flatnonzero(known).tolist():
        person = int(owner[row])
        if main[person] >= 0:
            text = f"{kinds[row] or '处分'}影响期满"
            end = int(ends.low[row])
            yield _about(world, person, int(main[person]), end, "sanction", text)


def _grades(world: World) -> Iterator[Reminder]:
    """The years for the next grade are reached, of everybody in office who holds a grade."""
    month, main = grades.due_months(world), world.seating.main_post()
    names = world.snapshot.people.texts("grade")
    for person in np.flatnonzero(month >= 0).tolist():
        grade = names.at(person)
        text = f"任{grade}年限满，可晋升{grades.next_grade(grade)}"
        yield _about(world, person, int(main[person]), int(month[person]), "grade", text)


def _about(world: World, person: int, post: int, month: int, kind: Kind, text: str) -> Reminder:
    team = int(world.snapshot.posts.ints("team")[post]) if post >= 0 else -1
    return Reminder(month=month, kind=kind, text=text, person=person, team=team, post=post)
