"""Carrying a plan out: the records its moves become from its month on, and those they were.

Seats change hands in the month of the plan: the tenure there ends in it and the new one begins in
it. Level, status, 现任职务 and 简历 of each person follow as after a single step of a career.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import ids
from leadership_model.people import codes, lifecycle
from leadership_model.people.lifecycle import Step
from leadership_model.people.person import Person
from leadership_model.people.seating import OUTSIDER
from leadership_model.people.tenure import Tenure
from leadership_model.rules.pairs import level_ranks, post_ranks
from leadership_model.staffing.carry_check import post_name, refuse, tenures_of
from leadership_model.staffing.procedure import Record
from leadership_model.staffing.situation import Situation, moved_people, origin_of, target_of

WAITING = "待安排"


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one person (id), or of an outsider (name alone), in words."""

    person: str
    name: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrying:
    """The records of a plan before and after it is carried out; same id = same record.

    `tenures`: every tenure of the seats concerned as it was read, so that a seat touched meanwhile
    is noticed. `document`: number of the decision.
    """

    scenario: str
    label: str
    month: int
    document: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    posts: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    lines: tuple[Line, ...]


def carrying(
    situation: Situation,
    document: str = "",
    source: random.Random | None = None,
    *,
    records: Mapping[str, Record] | None = None,
) -> Carrying:
    """Work out what a plan writes; UserError in one sentence when it cannot be carried out.

    `records`: what is recorded of the procedure, by the id of the person; None where none is kept.
    """
    refuse(situation, records)
    posts = tuple(situation.base.post_ids[post] for post in situation.folded.changes)
    before: list[Any] = []
    after: list[Any] = []
    lines = []
    for person in moved_people(situation):
        outcome = _person(situation, person, document, source)
        before += outcome.before
        after += outcome.after
        lines.append(_line(situation, person, outcome))
    for was, now in _outsiders(situation, document, source):
        before += [] if was is None else [was]
        after += [each for each in (was and _ended(was, situation, document), now) if each]
    lines += _outside_lines(situation)
    scenario = situation.scenario
    return Carrying(
        scenario=scenario.id,
        label=scenario.label,
        month=scenario.month,
        document=document,
        before=tuple(before),
        after=tuple(after),
        posts=posts,
        tenures=tuple(tenures_of(situation.base.snapshot, posts)),
        lines=tuple(lines),
    )


@dataclass(frozen=True, slots=True)
class _Outcome:
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    person: Person
    became: Person


def _person(
    situation: Situation, person: int, document: str, source: random.Random | None
) -> _Outcome:
    """Give what changes of one person: the person, tenures and career entries."""
    snapshot = situation.base.snapshot
    step = _step(situation, person, document)
    made = lifecycle.carry_out(snapshot, step, source)
    ends = _held(situation, person, step)
    before = [each for each in made.before if not isinstance(each, Tenure)]
    after = [each for each in made.after if not isinstance(each, Tenure)]
    was: Person = snapshot.people.record(person)
    became: Person = next(each for each in after if isinstance(each, Person))
    begun = [
        Tenure(
            id=ids.new("n", source),
            post=situation.base.post_ids[post],
            person=was.id,
            start=situation.scenario.month,
            promoted=step.kind == "提拔",
            document=document or None,
            note=step.reason or None,
        )
        for post in target_of(situation, person)
    ]
    return _Outcome(
        (*before, *ends),
        (*after, *(_ended(each, situation, document) for each in ends), *begun),
        was,
        became,
    )


def _step(situation: Situation, person: int, document: str) -> Step:
    """Write a person's move as a step of a career."""
    snapshot, id = situation.base.snapshot, situation.base.person_ids[person]
    takes = target_of(situation, person)
    leaves = tuple(each.id for each in _leaving(situation, person))
    reasons = [m.reason for m in situation.scenario.done if m.person == id and m.reason]
    given: Mapping[str, Any] = {
        "person": id,
        "month": situation.scenario.month,
        "leaves": leaves,
        "document": document,
        "reason": reasons[-1] if reasons else "",
    }
    if person in situation.folded.retired:
        return Step(kind="退休" if _due(situation, person) else "退出领导岗位", **given)
    held = situation.world.seating.posts_of(person).tolist()
    text = "、".join(lifecycle.suggested_text(snapshot, snapshot.posts.ids[p]) for p in held)
    if not takes:
        return Step(kind="转任", post_text=text or WAITING, **given)
    ranks = post_ranks(snapshot)
    post = max(takes, key=lambda each: int(ranks[each]))
    here, there = int(level_ranks(snapshot)[person]), int(ranks[post])
    kind = "提拔" if there > here >= 0 else "转任"
    return Step(kind=kind, post=snapshot.posts.ids[post], post_text=text, **given)


def _due(situation: Situation, person: int) -> bool:
    """Say whether somebody has surely reached the statutory month."""
    from leadership_model.rules import seat

    rule = situation.base.book.at(situation.scenario.month).get("R1")
    if rule is None:
        return False
    due = seat.due_months(situation.base.snapshot, rule)
    return int(due.high[person]) <= situation.scenario.month


def _leaving(situation: Situation, person: int) -> list[Tenure]:
    """Give the tenures of the seats a person leaves."""
    table, rows = situation.base.snapshot["tenure"], situation.base.seating.tenure
    found = [int(rows[post]) for post in origin_of(situation, person)]
    return [table.record(row) for row in found if row >= 0]


def _held(situation: Situation, person: int, step: Step) -> list[Tenure]:
    """Give the tenures that end: of the seats left, for those who retire all that are open."""
    if step.kind in lifecycle.LEAVING:
        return list(lifecycle.open_tenures(situation.base.snapshot, step.person))
    return _leaving(situation, person)


def _ended(tenure: Tenure, situation: Situation, document: str) -> Tenure:
    told = f"免职：{document}" if document else ""
    note = "；".join(filter(None, (tenure.note, told))) or None
    return replace(tenure, end=situation.scenario.month, note=note)


def _outsiders(
    situation: Situation, document: str, source: random.Random | None
) -> Iterator[tuple[Tenure | None, Tenure | None]]:
    """Give the tenures of people outside the base that end, and those that begin."""
    base, table = situation.base.seating, situation.base.snapshot["tenure"]
    for post, now in situation.folded.changes.items():
        was = None
        if int(base.holder[post]) == OUTSIDER and int(base.tenure[post]) >= 0:
            was = table.record(int(base.tenure[post]))
        begun = None
        if now == OUTSIDER:
            begun = Tenure(
                id=ids.new("n", source),
                post=situation.base.post_ids[post],
                outsider=_outsider(situation, post),
                start=situation.scenario.month,
                document=document or None,
            )
        if was is not None or begun is not None:
            yield was, begun


def _outsider(situation: Situation, post: int) -> str:
    """Name who comes from outside into a seat, by the latest move that says so."""
    seats = {situation.base.post_ids[each] for each in situation.base.seating.linked(post)}
    seats.add(situation.base.post_ids[post])
    named = [m.outsider for m in situation.scenario.done if m.outsider and m.post in seats]
    return named[-1] if named else "库外人员"


def _line(situation: Situation, person: int, outcome: _Outcome) -> Line:
    snapshot, was, now = situation.base.snapshot, outcome.person, outcome.became
    more = []
    if now.level != was.level:
        rise = codes.ranks("levels")
        word = "提" if rise.get(now.level or "", -1) > rise.get(was.level or "", -1) else "改"
        more.append(f"职务层次{word}为{now.level}")
    if now.status != was.status:
        more.append(f"状态改为{now.status}")
    if now.resume == was.resume:
        more.append("简历没有可以接续的一行，请人工补写")
    return Line(
        was.id,
        was.name or "姓名待核",
        tuple(post_name(snapshot, post) for post in target_of(situation, person)),
        tuple(post_name(snapshot, post) for post in origin_of(situation, person)),
        tuple(more),
    )


def _outside_lines(situation: Situation) -> Iterator[Line]:
    snapshot = situation.base.snapshot
    for post, now in situation.folded.changes.items():
        then = int(situation.base.seating.holder[post])
        name = post_name(snapshot, post)
        if now == OUTSIDER:
            yield Line("", _outsider(situation, post), (name,), (), ())
        if then == OUTSIDER and now != OUTSIDER:
            row = int(situation.base.seating.tenure[post])
            who = snapshot["tenure"].raw("outsider")[row] if row >= 0 else None
            yield Line("", who or "库外人员", (), (name,), ())
