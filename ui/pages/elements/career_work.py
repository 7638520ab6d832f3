"""Readings of careers as rows and as fields of an editor, and what putting one right writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people import amend, codes
from leadership_model.people.amend import Standing
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.unclear import REASONS, unclear
from ui import names

if TYPE_CHECKING:
    from leadership_model.people.seating import Seating
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.signed import SignedEdit
    from ui.jobs import Control

# field of CareerEntry -> its label, in the order of the editor
LABELS = {
    "unit_kind": "单位类别",
    "area": "地区",
    "post_kind": "岗位类别",
    "level": "职务层次",
    "role": "角色",
    "functions": "职责板块",
    "secondment": "挂职",
    "start": "起始年月",
    "end": "终止年月",
}
# reason of a work list -> the field that is to be put right
FIELD_OF = {"年月": "start", "单位": "unit_kind", "岗位": "post_kind", "地区": "area"}
SHOWN_REASONS = {
    "年月": "起止年月不全", "单位": "单位类别不明", "岗位": "岗位类别不明",
    "地区": "地区不明", "把握": "把握不足",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnclearRow:
    """One unclear entry: whose, why, the text of its line and what was understood."""

    id: str
    person: str
    name: str
    position: str
    leader: bool
    entry: CareerEntry
    reasons: tuple[str, ...]


def unclear_rows(seating: "Seating", control: "Control") -> tuple[UnclearRow, ...]:
    """List the unclear entries of the whole base, those of leaders first; for a job."""
    control.report(0.1)
    found = unclear(seating)
    snapshot = seating.snapshot
    table = snapshot["career_entry"]
    owners = table.owners()
    rows = []
    for at, row in enumerate(found.rows.tolist()):
        if at % 500 == 0:
            control.check()
        entry: CareerEntry = table.record(row)
        person = int(owners[row])
        rows.append(
            UnclearRow(
                entry.id, entry.person or "", names.person_name(snapshot, person),
                names.position_text(snapshot, person), bool(found.leader[at]), entry,
                found.reasons(at),
            )
        )  # fmt: skip
    return tuple(rows)


def count_by_reason(rows: Sequence[UnclearRow]) -> dict[str, int]:
    """Count the entries of each reason; an entry may have several."""
    return {reason: sum(reason in row.reasons for row in rows) for reason in REASONS}


def standings(snapshot: "Snapshot", person: str) -> tuple[Standing, ...]:
    """Lay the stored entries of a person beside the reading of the 简历 as stored."""
    from leadership_model.people.areas import areas_of, unit_ids

    position = snapshot.people.positions.get(person)
    if position is None:
        return ()
    careers, notes = snapshot["career_entry"], snapshot["correction"]
    areas = snapshot.remember("elements.areas", lambda: areas_of(snapshot))
    units = snapshot.remember("elements.units", lambda: dict(unit_ids(snapshot)))
    return amend.standings(
        tuple(careers.record(row) for row in careers.of(position)),
        snapshot.people.raw("resume")[position] or "",
        tuple(notes.record(row) for row in notes.of(position)),
        areas,
        units,
    )


def standing_of(snapshot: "Snapshot", person: str, entry: str) -> Standing | None:
    """Find one entry of a person; None when it is gone."""
    return next((each for each in standings(snapshot, person) if each.entry.id == entry), None)


# ---- fields of the editor as texts


def options(name: str, areas: Sequence[str]) -> tuple[str, ...]:
    """List what can be picked for a field; none for months, which are typed."""
    match name:
        case "unit_kind":
            return codes.career_words("unit_kinds")
        case "post_kind":
            return codes.career_words("post_kinds")
        case "role":
            return codes.career_words("roles")
        case "level":
            return codes.names("levels")
        case "functions":
            return codes.names("functions")
        case "secondment":
            return ("是", "否")
        case "area":
            return tuple(areas)
        case _:
            return ()


def text_in(entry: CareerEntry, name: str) -> str:
    """Write a field of an entry as the editor shows it."""
    value = getattr(entry, name)
    if name == "secondment":
        return "是" if value else "否"
    if name in ("start", "end"):
        if value is None:
            return "至今" if name == "end" and entry.start is not None else ""
        return months.show(value)
    return value or ""


def value_of(name: str, text: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Read a field as typed; UserError with a sentence when it cannot be."""
    plain = text.strip()
    if name == "secondment":
        return plain == "是"
    if name not in ("start", "end"):
        return plain or None
    if not plain or (name == "end" and plain in ("至今", "今")):
        return None
    found = months.parse(plain)
    if found is None:
        raise UserError(f"{LABELS[name]}应写成 2016.05 这样的年月，不能是“{plain}”")
    return found


def values_of(texts: Mapping[str, str]) -> dict[str, Any]:
    """Read all fields; UserError for the first that cannot be, or for months that turn back."""
    values = {name: value_of(name, text) for name, text in texts.items()}
    start, end = values.get("start"), values.get("end")
    if start is not None and end is not None and end <= start:
        raise UserError("终止年月应晚于起始年月")
    return values


# ---- writing


def correcting(
    standing: Standing, values: Mapping[str, Any], person: Person
) -> "SignedEdit | None":
    """Make the edit that puts an entry right; None when nothing would change."""
    made = amend.amended(standing, values)
    return None if made.before == made.after else _edit(made, person, "更正履历读法")


def withdrawing(standing: Standing, person: Person) -> "SignedEdit":
    """Make the edit that takes a correction back."""
    return _edit(amend.withdrawn(standing), person, "撤回履历读法的更正")


def _edit(made: amend.Amendment, person: Person, title: str) -> "SignedEdit":
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    before, after = (person, *made.before), (person, *made.after)
    return SignedEdit(JointEdit(before, after, title=title, subject=person.id))


def signature(standing: Standing) -> str:
    """Say who put an entry right and when; empty where nobody did."""
    note = standing.correction
    if note is None:
        return ""
    return f"{note.entered_by or '未署名'} {(note.entered_at or '')[:7]} 更正"
