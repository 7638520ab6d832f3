"""Rows of the dialog that compares before and after: teams, requirements, people. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.effect import conflict_text
from ui.pages.staffing.seats import score

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment, Finding
    from leadership_model.staffing.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One team before and after."""

    id: str
    name: str
    state_before: str
    state_after: str
    before: str
    after: str
    delta: float | None
    seats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRow:
    """One requirement of one team before and after; `people` count after."""

    id: str
    team: str
    label: str
    dimension: str
    target: str
    mark_before: str
    mark_after: str
    before: str
    after: str
    gain: float
    changed: bool
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person whose seats are others: from, to, what stands against."""

    id: str
    name: str
    origin: str
    to: str
    mark: str
    remarks: str
    reason: str


def team_rows(situation: "Situation") -> tuple[TeamRow, ...]:
    """List the teams on the board, then those that are touched elsewhere."""
    order = [*situation.teams, *(t for t in situation.deltas if t not in situation.teams)]
    return tuple(_team_row(situation, team) for team in order)


def _team_row(situation: "Situation", team: int) -> TeamRow:
    delta, snapshot = situation.deltas[team], situation.base.snapshot
    return TeamRow(
        id=snapshot.teams.ids[team],
        name=names.team_name(snapshot, team),
        state_before=delta.before.state,
        state_after=delta.after.state,
        before=score(delta.before),
        after=score(delta.after),
        delta=delta.score_low,
        seats=f"{delta.before.filled}/{delta.before.seats} → "
        f"{delta.after.filled}/{delta.after.seats}",
    )


def requirement_rows(situation: "Situation") -> tuple[RequirementRow, ...]:
    """List every requirement of the teams of `team_rows`, in the order of their models."""
    order = [*situation.teams, *(t for t in situation.deltas if t not in situation.teams)]
    return tuple(
        row
        for team in order
        for row in _requirements(
            situation, situation.deltas[team].before, situation.deltas[team].after
        )
    )


def _requirements(
    situation: "Situation", before: "Assessment", after: "Assessment"
) -> tuple[RequirementRow, ...]:
    then = {each.requirement: each for each in before.findings}
    total = sum(each.points for each in after.findings) or 1.0
    return tuple(
        _requirement(situation, after.team, then.get(each.requirement, each), each, total)
        for each in after.findings
    )


def _requirement(
    situation: "Situation", team: int, before: "Finding", after: "Finding", total: float
) -> RequirementRow:
    from leadership_model.assessment.phrase import span, wanted

    ids = situation.base.person_ids
    one, other = (span(each.measured_low, each.measured_high) for each in (before, after))
    return RequirementRow(
        id=f"{situation.base.snapshot.teams.ids[team]} {after.requirement}",
        team=names.team_name(situation.base.snapshot, team),
        label=after.label + ("（否决项）" if after.veto else ""),
        dimension=after.dimension,
        target=wanted(after.lo, after.hi),
        mark_before=before.verdict,
        mark_after=after.verdict,
        before=one,
        after=other,
        gain=100.0 * after.points * (after.s_low - before.s_low) / total,
        changed=(before.verdict, one, before.s_low) != (after.verdict, other, after.s_low),
        people=tuple(ids[person] for person in after.people if 0 <= person < len(ids)),
    )


def person_rows(situation: "Situation") -> tuple[PersonRow, ...]:
    """List the people who move."""
    from leadership_model.staffing.situation import moved_people

    return tuple(_person_row(situation, person) for person in moved_people(situation))


def _person_row(situation: "Situation", person: int) -> PersonRow:
    from leadership_model.staffing.situation import of_person, origin_of, target_of

    snapshot = situation.base.snapshot
    found = of_person(situation, person)
    notes = [conflict_text(situation, each) for each in found]
    marks = [mark for mark, _ in notes]
    order = ("red", "yellow", "unknown")
    id = situation.base.person_ids[person]
    reasons = [move.reason for move in situation.scenario.done if move.person == id and move.reason]
    to = "、".join(names.full_post(snapshot, post) for post in target_of(situation, person))
    if not to:
        to = "到龄退出" if person in situation.folded.retired else "待安排"
    return PersonRow(
        id=id,
        name=names.person_name(snapshot, person),
        origin="、".join(names.full_post(snapshot, post) for post in origin_of(situation, person))
        or names.position_text(snapshot, person),
        to=to,
        mark=next((mark for mark in order if mark in marks), "green"),
        remarks="；".join(text for _, text in notes) or "未见冲突",
        reason=reasons[-1] if reasons else "",
    )
