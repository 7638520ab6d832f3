"""Level and grade of somebody new, as read off the open lines of the 简历."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from leadership_model.people import codes
from leadership_model.people.career import CareerEntry

SURE_ENOUGH = 80  # a reading below this gives no level to a new person


def present(careers: Sequence[CareerEntry]) -> dict[str, Any]:
    """Read level and grade of a new person off the open lines, where they are understood."""
    now = [e for e in careers if e.end is None and e.kind == "任职" and not e.secondment]
    if not now or any((e.sure or 0) < SURE_ENOUGH or e.start is None for e in now):
        return {}
    made: dict[str, Any] = {}
    ranks = codes.ranks("levels")
    level = max((e.level for e in now if e.level), key=lambda each: ranks[each], default=None)
    if level is not None:
        made |= {"level": level, "level_since": _since(careers, ranks[level])}
    grade = next((e for e in now if e.post_kind == "职级公务员"), None)
    name = next((g for g in codes.names("grades") if grade and g in (grade.text or "")), None)
    if grade is not None and name is not None:
        made |= {"grade": name, "grade_since": grade.start}
    return made


def _since(careers: Sequence[CareerEntry], rank: int) -> int | None:
    """Find the month since when somebody has held that level or a higher one without a break."""
    ranks = codes.ranks("levels")
    since: int | None = None
    lines = [e for e in careers if e.kind == "任职" and not e.secondment and e.start is not None]
    best = Counter[int]()
    for entry in lines:
        best[entry.start or 0] = max(best[entry.start or 0], ranks.get(entry.level or "", 0))
    for start in sorted(best, reverse=True):
        if best[start] < rank:
            break
        since = start
    return since
