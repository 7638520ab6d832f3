"""The texts of a 干部任免审批表, cell by cell, from the records of one person."""

from dataclasses import dataclass

from leadership_model import months
from leadership_model.exchange.resume_text import laid_out
from leadership_model.people import retirement
from leadership_model.people.gaps import UNKNOWN, names_of
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.snapshot import Snapshot

FAMILY_ROWS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationText:
    """One of the two education rows: 学历, 学位, first and second line of the school cell."""

    schooling: str = ""
    degree: str = ""
    school: str = ""
    major: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyText:
    """One line of the family table."""

    title: str
    name: str
    age: str
    party: str
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormText:
    """Everything that is printed on the form."""

    name: str
    sex: str
    birth: str
    ethnicity: str
    origin: str
    birthplace: str
    party_joined: str
    work_start: str
    health: str
    title: str
    speciality: str
    full_time: EducationText
    in_service: EducationText
    post: str
    proposed: str
    removed: str
    resume: tuple[str, ...]
    rewards: str
    appraisals: str
    reason: str
    family: tuple[FamilyText, ...]
    reporting_unit: str
    filled_by: str
    photo: bytes | None = None
    due: str = ""  # 到龄时间, on the form of 2025


def form_text(
    snapshot: Snapshot, position: int, as_of: int, photo: bytes | None = None
) -> FormText:
    """Gather the texts of one person's form. Ages are counted at 计算年龄时间, else at as_of."""
    person: Person = snapshot.people.record(position)
    at = _age_month(person, as_of)
    relatives = [snapshot["relative"].record(i) for i in snapshot["relative"].of(position)]
    return FormText(
        name=person.name or "",
        sex=person.sex or "",
        birth=_birth(person, at),
        ethnicity=person.ethnicity or "",
        origin=person.origin or "",
        birthplace=person.birthplace or "",
        party_joined=party_cell(person),
        work_start=months.show_known(person.work_start),
        health=person.health or "",
        title=_or_none(person, "technical_title", person.technical_title),
        speciality=_or_none(person, "speciality", person.speciality),
        full_time=education_of(snapshot, position, "全日制"),
        in_service=education_of(snapshot, position, "在职"),
        post=person.post_text or "",
        proposed=person.proposed_post or "",
        removed=person.removed_post or "",
        resume=_resume(person.resume),
        rewards=_or_none(person, "reward_text", person.reward_text),
        appraisals=_or_none(person, "appraisal_text", person.appraisal_text),
        reason=person.reason or "",
        family=tuple(_family(relative, at) for relative in relatives[:FAMILY_ROWS]),
        reporting_unit=person.reporting_unit or "",
        filled_by=person.filled_by or "",
        photo=photo,
        due=_due(person),
    )


def _resume(text: str | None) -> tuple[str, ...]:
    """Give the rows of the 简历, laid out by the rules; a row too long is broken by the paper."""
    rows = laid_out(text or "", None).splitlines()
    return tuple(row.rstrip() for row in rows if row.strip())


def _due(person: Person) -> str:
    """Write 到龄时间: the month and the age then; blank where it cannot be said."""
    month = retirement.month_of_person(person)
    if month is None or person.birth is None:
        return ""
    return f"{months.show(month)}\n（{months.years_between(person.birth, month)}岁）"


def party_cell(person: Person) -> str:
    """Write the 入党时间 cell: the month, other parties after it, or the party alone."""
    parts = [] if person.party_joined is None else [months.show(person.party_joined)]
    if person.other_parties:
        parts.append(person.other_parties)
    elif person.party_joined is None and person.is_absent("party_joined") and person.party:
        parts.append(person.party)
    return "；".join(parts)


def _age_month(person: Person, as_of: int) -> int:
    stated = months.parse(person.age_month) if person.age_month else None
    return as_of if stated is None else stated


def _birth(person: Person, at: int) -> str:
    if person.birth is None:
        return "" if person.birth_year is None else f"{person.birth_year}"
    return f"{months.show(person.birth)}\n（{months.years_between(person.birth, at)}岁）"


def _or_none(person: Person, field: str, text: str | None) -> str:
    return "无" if text is None and person.is_absent(field) else text or ""


def education_of(snapshot: Snapshot, position: int, mode: str) -> EducationText:
    """Take the latest education of a mode; where ends are not known the last one recorded."""
    table = snapshot["education"]
    modes, ends = table.raw("mode"), table.raw("end")
    found = [row for row in table.of(position) if modes[row] == mode]
    if not found:
        return EducationText()
    last: Education = table.record(max(found, key=lambda row: (ends[row] or UNKNOWN, row)))
    nothing = last.schooling is None and "schooling" in names_of(last.absent)
    return EducationText(
        schooling="无" if nothing else last.schooling or "",
        degree=last.degree or "",
        school=last.school or "",
        major=last.major or "",
    )


def _family(relative: Relative, at: int) -> FamilyText:
    """Write one relative; the age of somebody deceased stays blank."""
    age = ""
    if not relative.deceased:
        if relative.birth is not None:
            age = str(months.years_between(relative.birth, at))
        elif relative.birth_year is not None:
            age = str(months.year_of(at) - relative.birth_year)
    return FamilyText(
        title=relative.title or "",
        name=relative.name or "",
        age=age,
        party=relative.party or "",
        post=relative.post_text or "",
    )
