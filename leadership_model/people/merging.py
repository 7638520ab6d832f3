"""Two records of one person made into one: what differs, what is chosen, what comes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from typing import Any, Literal

from leadership_model.people import fields
from leadership_model.people.career import CareerEntry
from leadership_model.people.gaps import names_of, text_of
from leadership_model.people.person import (
    Appraisal,
    Education,
    Kinship,
    Mark,
    Person,
    Relative,
    Reward,
    Sanction,
)
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.tenure import Tenure
from leadership_model.people.verified import Verification

Side = Literal["left", "right", "both"]
# Rows that can be chosen from either record or from both; entries of the 简历 go with its text.
COLLECTIONS: tuple[tuple[str, str, type], ...] = (
    ("tenure", "任职", Tenure),
    ("education", "学历学位", Education),
    ("appraisal", "年度考核", Appraisal),
    ("reward", "奖励", Reward),
    ("sanction", "处分", Sanction),
    ("relative", "家庭成员", Relative),
    ("person_mark", "标签", Mark),
    ("reserve", "储备名单", Reserve),
    ("training", "递进培养", Training),
)
_NAMES = {record: name for name, _, record in COLLECTIONS}
_TOGETHER = {"birth": ("birth", "birth_date", "birth_year")}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of two records. `same`: nothing to choose; `suggested`: what is taken at first."""

    name: str
    label: str
    left: str
    right: str
    same: bool
    suggested: Side


def differences(
    left: Person, right: Person, units: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Lay the fields of two people side by side, in the order of the form, the 简历 last."""
    made = []
    for name in (*(each.name for each in fields.FIELDS), "resume"):
        ours, theirs = _shown(left, name, units), _shown(right, name, units)
        same, unknown = ours == theirs, ours == fields.UNKNOWN_WORD
        suggested: Side = "right" if unknown and not same else "left"
        made.append(Difference(name, fields.LABELS[name], ours, theirs, same, suggested))
    return tuple(made)


def merge(
    left: Person, right: Person, rows: Iterable[Any], picks: Mapping[str, Side]
) -> tuple[Person, tuple[Any, ...]]:
    """Give the one person (with the id of `left`) and the rows that remain, all naming it.

    `picks`: field or collection -> side; a field not named is taken from the left, a collection
    from both. `rows` are all rows that name either person, of any record.
    """
    gathered: dict[type, tuple[list[Any], list[Any]]] = {}
    for row in rows:
        mine = getattr(row, "person", None) == left.id
        gathered.setdefault(type(row), ([], []))[0 if mine else 1].append(row)
    made: list[Any] = []
    for kind, (ours, theirs) in gathered.items():
        moved = [replace(row, person=left.id) for row in theirs]
        if kind is Kinship:
            made += _kin([*ours, *theirs], left.id, right.id)
        elif kind is CareerEntry:
            made += moved if picks.get("resume") == "right" else ours
        elif kind in _NAMES:
            made += _chosen(ours, moved, picks.get(_NAMES[kind], "both"))
        else:
            made += _chosen(ours, moved, "both")
    return merged_person(left, right, picks), tuple(made)


def merged_person(left: Person, right: Person, picks: Mapping[str, Side]) -> Person:
    """Take the chosen fields of the right record into the left one."""
    values: dict[str, Any] = {}
    absent = set(names_of(left.absent))
    for name in (*(each.name for each in fields.FIELDS), "resume"):
        if picks.get(name) != "right":
            continue
        values |= {each: getattr(right, each) for each in _TOGETHER.get(name, (name,))}
        absent.discard(name)
        if right.is_absent(name):
            absent.add(name)
    return replace(left, absent=text_of(absent), **values)


def _shown(person: Person, name: str, units: Mapping[str, str] | None) -> str:
    if name == "resume":
        if person.is_absent(name):
            return fields.NONE_WORD
        return person.resume or fields.UNKNOWN_WORD
    match fields.state_of(person, name):
        case "absent":
            return fields.NONE_WORD
        case "unknown":
            return fields.UNKNOWN_WORD
        case _:
            return fields.text_in(person, name, units)


def _chosen(ours: Sequence[Any], theirs: Sequence[Any], side: Side) -> list[Any]:
    if side == "left":
        return list(ours)
    if side == "right":
        return list(theirs)
    known = {_same(each) for each in ours}
    added = []
    for each in theirs:
        if _same(each) not in known:
            known.add(_same(each))
            added.append(each)
    if added and isinstance(added[0], Relative):
        last = max((each.order for each in ours), default=-1) + 1
        added = [replace(each, order=last + at) for at, each in enumerate(added)]
    return [*ours, *added]


# What makes two rows the same fact; other kinds are the same when all but their ids agree.
_SAME: Mapping[type, Callable[[Any], tuple[object, ...]]] = {
    Tenure: lambda row: (row.post, row.start, row.kind),
    Appraisal: lambda row: (row.year,),
    Relative: lambda row: (row.title, row.name),
    Mark: lambda row: (row.element, row.value),
    Verification: lambda row: (row.fact,),
    Reserve: lambda row: (row.list, row.role, row.start),
    Training: lambda row: (row.link, row.title, row.start),
}


def _same(row: Any) -> tuple[object, ...]:  # noqa: ANN401 - a row of any kind
    if type(row) in _SAME:
        return _SAME[type(row)](row)
    return tuple(getattr(row, each.name) for each in fields_of(row) if each.name != "id")


def _kin(rows: Iterable[Kinship], left: str, right: str) -> list[Kinship]:
    """Let relations name the one person; those between the two records, and doubles, go."""
    made: dict[tuple[str | None, str | None], Kinship] = {}
    for row in rows:
        person = left if row.person == right else row.person
        relative = left if row.relative == right else row.relative
        if person != relative:
            made.setdefault((person, relative), replace(row, person=person, relative=relative))
    return list(made.values())
