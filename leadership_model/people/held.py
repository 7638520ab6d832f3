"""Who is held 暂缓使用 at a month: out of every pool, told to others by their number alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadership_model.errors import UserError
from leadership_model.people.hold import Hold
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools

LONGEST = 60  # months a hold may run; whoever is out for longer is out for a reason on record


def held(snapshot: Snapshot, month: int) -> Bools:
    """Mark the people held at the end of a month. Not to be written to."""

    def make() -> Bools:
        table = snapshot["hold"]
        people, start, until = table.ints("person"), table.ints("start"), table.ints("until")
        lifted = table.ints("lifted")
        found = (people >= 0) & (start <= month)
        found &= ((until < 0) | (month <= until)) & ((lifted < 0) | (month < lifted))
        marks = np.zeros(len(snapshot.people), dtype=np.bool_)
        marks[people[found]] = True
        return marks

    return snapshot.remember(("held", month), make)


def available(snapshot: Snapshot, month: int) -> Bools:
    """Mark who may be in a pool: 在职 and not held. The caller may write to it."""
    found: Bools = snapshot.people.texts("status").mask("在职") & ~held(snapshot, month)
    return found


def hold_of(snapshot: Snapshot, person: int, month: int) -> Hold | None:
    """Give the hold of a person at a month; None = not held."""
    if not held(snapshot, month)[person]:
        return None
    table = snapshot["hold"]
    rows = np.flatnonzero(table.ints("person") == person).tolist()
    return next((each for each in map(table.record, rows) if each.holds(month)), None)


def seen(snapshot: Snapshot, month: int, name: str) -> tuple[Hold, ...]:
    """List the holds at a month that somebody may see, in the order of their people."""
    held(snapshot, month)
    found = (each for each in snapshot["hold"].records() if each.holds(month))
    mine = [each for each in found if name in each.names()]
    return tuple(sorted(mine, key=lambda each: (each.person or "", each.id)))


def told(count: int) -> str:
    """Say how many are held, as lists and outputs do; nothing where nobody is."""
    return f"另有 {count} 人暂缓使用" if count else ""


def begun(
    id: str, person: str, reason: str, month: int, until: int, seen_by: Sequence[str]
) -> Hold:
    """Make a hold from this month on; UserError where it says too little or runs too long."""
    if not reason.strip():
        raise UserError("请写明暂缓使用的原因")
    if until < month:
        raise UserError("暂缓使用的截止月份不能早于基准月份")
    if until - month > LONGEST:
        raise UserError(f"暂缓使用最长 {LONGEST} 个月，请改早截止月份，到期后可再设")
    names = "、".join(dict.fromkeys(each.strip() for each in seen_by if each.strip()))
    return Hold(
        id=id,
        person=person,
        reason=reason.strip(),
        start=month,
        until=until,
        seen_by=names or None,
    )


def lifted(hold: Hold, month: int, name: str) -> Hold:
    """Lift a hold: at this month it is in force no more. UserError for whoever may not see it."""
    if name not in hold.names():
        raise UserError("只有设置人和指定可见的人才能解除暂缓使用")
    return replace(hold, lifted=month, lifted_by=name)


def names_in(text: str) -> tuple[str, ...]:
    """Read names as people type them: 张三、李四, or with blanks, commas, semicolons."""
    return tuple(filter(None, re.split(r"[\s、,，;；]+", text)))
