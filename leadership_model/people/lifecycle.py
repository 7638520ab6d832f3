"""The steps of a career as one act each: 调入, 提拔, 转任, 调出, 退出领导岗位, 退休, 去世.

A step ends and begins tenures, sets the status and carries the 简历 on. The month of the step is
the first month in which the new state holds: a tenure that ends has it as its open end.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import ids, months
from leadership_model.people import codes, continuation, revise
from leadership_model.people.areas import areas_of, unit_ids
from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.tenure import FILLING, Tenure

KINDS = ("调入", "提拔", "转任", "调出", "退出领导岗位", "退休", "去世")
GIVING = ("提拔", "转任")  # these give a seat, 调入 may
LEAVING = ("调出", "退出领导岗位", "退休", "去世")
ON_DUTY = "在职"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a person (by id). `leaves`: ids of tenures that end; `post`: the seat taken.

    `post_text`, `level`: 现任职务 and 职务层次 afterwards, None = as they are. `carry_on`: write
    the step into the 简历 as well.
    """

    kind: str
    person: str
    month: int | None
    leaves: tuple[str, ...] = ()
    post: str | None = None
    tenure_kind: str = "任职"
    post_text: str | None = None
    level: str | None = None
    document: str = ""
    reason: str = ""
    carry_on: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """Records before and after, ready to be written together, and who sits where afterwards.

    `holders`: post position -> person position or VACANT, where it becomes another.
    """

    before: tuple[Any, ...]
    after: tuple[Any, ...]
    holders: Mapping[int, int]


def open_tenures(snapshot: Snapshot, person: str) -> tuple[Tenure, ...]:
    """List what a person holds without an end, in the order of posts."""
    table = snapshot["tenure"]
    at = snapshot.people.positions[person]
    rows = [row for row, who in enumerate(table.ints("person").tolist()) if who == at]
    held = [table.record(row) for row in rows]
    place = snapshot.posts.positions
    found = [each for each in held if each.end is None and each.post in place]
    return tuple(sorted(found, key=lambda each: place[each.post or ""]))


def posts_taken(snapshot: Snapshot, post: str) -> tuple[str, ...]:
    """Give a post with the posts linked to it, which one person holds together."""
    linked = snapshot.posts.raw("linked")
    at = snapshot.posts.positions[post]
    if not linked[at]:
        return (post,)
    every = snapshot.posts.ids
    return tuple(every[i] for i, each in enumerate(linked) if each == linked[at])


def occupants(snapshot: Snapshot, post: str) -> tuple[Tenure, ...]:
    """List who holds a post, or one linked to it, without an end and filling it."""
    table = snapshot["tenure"]
    wanted = {snapshot.posts.positions[each] for each in posts_taken(snapshot, post)}
    rows = [row for row, at in enumerate(table.ints("post").tolist()) if at in wanted]
    held = (table.record(row) for row in rows)
    return tuple(each for each in held if each.end is None and each.kind in FILLING)


def suggested_text(snapshot: Snapshot, post: str) -> str:
    """Write a post as 现任职务: unit and post."""
    at = snapshot.posts.positions[post]
    team = int(snapshot.posts.owners()[at])
    unit = int(snapshot.teams.ints("unit")[team])
    name = snapshot["unit"].raw("name")[unit] if unit >= 0 else snapshot.teams.raw("name")[team]
    return f"{name or ''}{snapshot.posts.raw('name')[at] or ''}"


def faults(snapshot: Snapshot, step: Step) -> dict[str, str]:
    """Say what stands against a step: field of the step -> one sentence."""
    return dict(reversed(list(_faults(snapshot, step))))


def _faults(snapshot: Snapshot, step: Step) -> Iterator[tuple[str, str]]:
    person: Person = snapshot.people.record(snapshot.people.positions[step.person])
    held = {each.id: each for each in open_tenures(snapshot, step.person)}
    yield from _status_faults(person, step, bool(held))
    if step.month is None:
        yield "month", "请填写生效年月，如 2026-11。"
    else:
        for each in (e for e in held.values() if step.kind in LEAVING or e.id in step.leaves):
            if each.start is not None and step.month <= each.start:
                begun = months.show_iso(each.start)
                yield "month", f"生效年月须晚于所免任职的开始年月 {begun}，请核对。"
        if person.birth is not None and step.month <= person.birth:
            yield "month", "生效年月早于出生年月，请核对。"
    if step.kind in GIVING and step.post is None:
        yield "post", "请选择拟任岗位。"
    if step.post is not None and step.kind not in LEAVING:
        yield from _post_faults(snapshot, person, step, held)


def _status_faults(person: Person, step: Step, seated: bool) -> Iterator[tuple[str, str]]:
    if person.status == step.kind:
        yield "kind", f"人员状态已是“{person.status}”，不需要再办理。"
    elif person.status == "去世":
        yield "kind", "人员状态为“去世”，不能再办理变动；如状态有误，请先在表单中更正。"
    elif step.kind == "调入" and person.status == ON_DUTY and seated:
        yield "kind", "该干部已在职任职；任新职请用“转任”或“提拔”。"
    elif step.kind in GIVING and person.status != ON_DUTY:
        yield "kind", f"人员状态为“{person.status}”，请先办理“调入”。"


def _post_faults(
    snapshot: Snapshot, person: Person, step: Step, held: Mapping[str, Tenure]
) -> Iterator[tuple[str, str]]:
    assert step.post is not None
    if step.post not in snapshot.posts.positions:
        yield "post", "这个岗位已不在库中，请另选一个。"
        return
    if snapshot.posts.raw("retired")[snapshot.posts.positions[step.post]]:
        yield "post", "这个岗位已撤销，请另选一个。"
    taken = posts_taken(snapshot, step.post)
    if any(each.post in taken and id not in step.leaves for id, each in held.items()):
        yield "post", "该干部现在就担任这个岗位（或与它联职的岗位），请另选一个。"
    others = [each for each in occupants(snapshot, step.post) if each.person != step.person]
    if others and step.tenure_kind in FILLING:
        yield "post", f"该岗位现由{_who(snapshot, others[0])}担任，请先为其办理变动。"
    ranks = codes.ranks("levels")
    old, new = ranks.get(person.level or "", -1), ranks.get(_level(snapshot, step) or "", -1)
    if old >= 0 and new >= 0 and step.kind == "提拔" and new <= old:
        yield "post", "拟任层次不高于现任层次，请改用“转任”。"
    if old >= 0 and new >= 0 and step.kind == "转任" and new > old:
        yield "post", "拟任层次高于现任层次，请改用“提拔”。"


def _who(snapshot: Snapshot, tenure: Tenure) -> str:
    at = snapshot.people.positions.get(tenure.person or "")
    return tenure.outsider or "他人" if at is None else snapshot.people.raw("name")[at] or "他人"


def _level(snapshot: Snapshot, step: Step) -> str | None:
    """Give the level after a step: the one named, else that of the post."""
    if step.level or step.post is None:
        return step.level
    level: str | None = snapshot.posts.raw("level")[snapshot.posts.positions[step.post]]
    return level


def carry_out(snapshot: Snapshot, step: Step, source: random.Random | None = None) -> Outcome:
    """Work out what a step without faults writes; `source` gives the ids of new rows."""
    assert step.month is not None
    month = step.month
    position = snapshot.people.positions[step.person]
    person: Person = snapshot.people.record(position)
    held = open_tenures(snapshot, step.person)
    ended = [each for each in held if step.kind in LEAVING or each.id in step.leaves]
    begun = _begun(snapshot, step, month, source)
    seats = snapshot.posts.positions
    holders = {seats[each.post or ""]: VACANT for each in ended if each.kind in FILLING}
    holders |= {seats[each.post or ""]: position for each in begun if each.kind in FILLING}
    before: list[Any] = [person, *ended]
    changed = _person_after(snapshot, person, step, month)
    after: list[Any] = [changed, *(_ended(each, step, month) for each in ended), *begun]
    if changed.resume != person.resume:
        was, becomes = _entries(snapshot, position, changed.resume or "", month, source)
        before += was
        after += becomes
    return Outcome(tuple(before), tuple(after), holders)


def _entries(
    snapshot: Snapshot, position: int, text: str, month: int, source: random.Random | None
) -> tuple[list[CareerEntry], list[CareerEntry]]:
    """Give the career entries that change with the 简历, before and after.

    An open entry is closed and keeps what was put right by hand; only the new line is read.
    """
    table = snapshot["career_entry"]
    stored: list[CareerEntry] = [table.record(row) for row in table.of(position)]
    closed = [replace(e, end=month) if e.end is None else e for e in stored]
    person = snapshot.people.ids[position]
    units = dict(unit_ids(snapshot))
    notes = [snapshot["correction"].record(row) for row in snapshot["correction"].of(position)]
    areas = areas_of(snapshot)
    revised = revise.revise(closed, text, person, areas, units, source, notes)
    put, gone = {each.id: each for each in revised.put}, {each.id for each in revised.drop}
    ends = {each.id: put.pop(each.id, each) for each in closed if each.id not in gone}
    was = [each for each in stored if ends.get(each.id) != each]
    return was, [*(ends[e.id] for e in was if e.id in ends), *put.values()]


def words_of(step: Step) -> str:
    """Write a step with its basis and reason: 转任（云任〔2026〕9号，工作需要）."""
    more = "，".join(filter(None, (step.document.strip(), step.reason.strip())))
    return f"{step.kind}（{more}）" if more else step.kind


def _ended(tenure: Tenure, step: Step, month: int) -> Tenure:
    """End a tenure; its note says by what, where a basis or a reason was given."""
    words = words_of(step)
    if words == step.kind:
        return replace(tenure, end=month)
    note = "；".join(filter(None, (tenure.note, f"免职：{words}")))
    return replace(tenure, end=month, note=note)


def _begun(
    snapshot: Snapshot, step: Step, month: int, source: random.Random | None
) -> list[Tenure]:
    if step.post is None or step.kind in LEAVING:
        return []
    return [
        Tenure(
            id=ids.new("n", source),
            post=post,
            person=step.person,
            kind=step.tenure_kind,
            start=month,
            promoted=step.kind == "提拔",
            document=step.document or None,
            note=step.reason or None,
        )
        for post in posts_taken(snapshot, step.post)
    ]


def _person_after(snapshot: Snapshot, person: Person, step: Step, month: int) -> Person:
    values: dict[str, Any] = {}
    status = step.kind if step.kind in LEAVING else ON_DUTY
    if status != person.status or step.kind == "调入":
        values |= {"status": status, "status_month": month}
    level = None if step.kind in LEAVING else _level(snapshot, step)
    if level is not None and level != person.level:
        values |= {"level": level, "level_since": month}
    if step.post is not None and step.kind not in LEAVING and step.tenure_kind in FILLING:
        post: Post = snapshot.posts.record(snapshot.posts.positions[step.post])
        team = snapshot.teams.positions.get(post.team or "")  # None: the team was retired
        unit = None if team is None else snapshot.teams.record(team).unit
        values |= {"unit": unit or person.unit}
    if step.post_text is not None:
        values["post_text"] = step.post_text.strip() or None
    if step.carry_on:
        words = step.kind if step.kind in LEAVING else step.post_text or ""
        gone = step.kind in ("调出", "去世")
        text = continuation.carried_on(person.resume or "", month, words, begins=not gone)
        values["resume"] = text or None
    known = {name for name, value in values.items() if value is not None}
    return replace(person, absent=text_of(set(names_of(person.absent)) - known), **values)
