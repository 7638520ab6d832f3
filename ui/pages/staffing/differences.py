"""Which requirements of a team are met otherwise than before. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement whose figure is another than before; `gain` in points of the team's score."""

    label: str
    before: str
    after: str
    mark_before: str
    mark_after: str
    gain: float
    people: tuple[str, ...] = ()


def requirement_changes(
    before: "Assessment", after: "Assessment", ids: tuple[str, ...]
) -> tuple[Change, ...]:
    """List the requirements whose verdict or figure differs, by what they cost or gain."""
    then = {each.requirement: each for each in before.findings}
    total = sum(each.points for each in after.findings) or 1.0
    found = [
        _change(then[each.requirement], each, total, ids)
        for each in after.findings
        if each.requirement in then and _differs(then[each.requirement], each)
    ]
    return tuple(sorted(found, key=lambda each: (-abs(each.gain), each.label)))


def _differs(before: "Finding", after: "Finding") -> bool:
    one = (before.verdict, before.measured_low, before.measured_high, before.s_low)
    return one != (after.verdict, after.measured_low, after.measured_high, after.s_low)


def _change(before: "Finding", after: "Finding", total: float, ids: tuple[str, ...]) -> Change:
    from leadership_model.assessment.phrase import span

    return Change(
        label=after.label,
        before=span(before.measured_low, before.measured_high),
        after=span(after.measured_low, after.measured_high),
        mark_before=before.verdict,
        mark_after=after.verdict,
        gain=100.0 * after.points * (after.s_low - before.s_low) / total,
        people=tuple(ids[person] for person in after.people if 0 <= person < len(ids)),
    )
