"""Faults of the records themselves (D01-D22), found by this room's own code."""

from collections.abc import Callable, Iterator

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.person import Education, Person, Relative
from leadership_model.people.tenure import Tenure
from leadership_model.sample.register import Register
from leadership_model.sample.truth import Truth

FORM_FIELDS = ("name", "sex", "ethnicity", "health", "work_start", "unit", "post_text", "resume")
MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
FATHERS, MOTHERS = ("父亲", "养父", "继父"), ("母亲", "养母", "继母")
Fault = tuple[str, str]  # rule, field


def data_truths(register: Register, held: dict[str, Tenure]) -> Iterator[Truth]:
    """List the faults of all people and teams; each (rule, field) of somebody once."""
    tenures: dict[str, list[Tenure]] = {}
    for tenure in (*register.tenures.values(), *register.former):
        if tenure.person:
            tenures.setdefault(tenure.person, []).append(tenure)
    seats: dict[str, list[str]] = {}
    for post, tenure in held.items():
        if tenure.person:
            seats.setdefault(tenure.person, []).append(register.posts[post].name or "")
    for person in register.people.values():
        faults = [
            *_form(person),
            *_person_dates(person, register.as_of),
            *_appointments(person, tenures.get(person.id, []), register.as_of),
            *_education(register.educations.get(person.id, [])),
            *_family(register.relatives.get(person.id, [])),
            *_mentions(person, seats.get(person.id, [])),
        ]
        for rule, name in sorted(set(faults)):
            yield Truth(rule, "fail", (person.id,), field=name)
    yield from _teams(register)


def _form(person: Person) -> Iterator[Fault]:
    """D01, D02, D03, D04, D06, D11, D14, D19."""
    for name in FORM_FIELDS:
        value = getattr(person, name)
        if (value is None and not person.is_absent(name)) or (isinstance(value, str) and not value):
            yield "D01", name
    if person.birth is None and person.birth_year is None:
        yield "D01", "birth"
    if person.birth_date is not None and not _is_date(person.birth_date):
        yield "D02", "birth_date"
    if person.origin is not None and len(person.origin) < 2:
        yield "D03", "origin"
    elif person.origin and len(person.origin) < 4 and person.origin not in MUNICIPALITIES:
        yield "D14", "origin"
    if person.other_parties is not None and person.party in (None, "无党派", "群众"):
        yield "D04", "other_parties"
    if person.status != "在职" and person.status_month is None:
        yield "D06", "status_month"
    if not person.has_photo:
        yield "D11", "has_photo"
    number = person.id_number or ""
    if len(number) == 18 and person.sex and (int(number[16]) % 2 == 1) != (person.sex == "男"):
        yield "D19", "id_number"


def _is_date(text: str) -> bool:
    return len(text) == 8 and text.isdigit() and months.parse_date(text) is not None


def _person_dates(person: Person, as_of: int) -> Iterator[Fault]:
    """D10, D13, D18."""
    birth = person.birth
    if birth is None:
        return
    if person.party_joined is not None and person.party_joined - birth < 18 * 12:
        yield "D10", "party_joined"
    age = (as_of - birth) // 12
    if person.status == "在职" and (age < 18 or age > 65):
        yield "D13", "birth"
    if person.work_start is not None and person.work_start - birth < 16 * 12:
        yield "D18", "work_start"


def _appointments(person: Person, tenures: list[Tenure], as_of: int) -> Iterator[Fault]:
    """D05: appointed before the first work, or later than today."""
    for tenure in tenures:
        if tenure.start is None:
            continue
        early = person.work_start is not None and tenure.start < person.work_start
        if early or tenure.start > as_of:
            yield "D05", "tenure.start"


def _education(rows: list[Education]) -> Iterator[Fault]:
    """D07, D08, D09, D15, D21."""
    ranks = codes.ranks("education")
    for row in rows:
        schooled = row.schooling is not None and ranks.get(row.schooling, 0) >= ranks["中专"]
        gaps: tuple[tuple[str, str, bool], ...] = (
            ("D07", "education.start", schooled and row.start is None),
            ("D07", "education.school", schooled and not row.school),
            ("D15", "education.end", schooled and row.end is None),
            ("D15", "education.major", schooled and not row.major),
            ("D09", "education.end", row.degree is not None and row.end is None),
        )
        yield from ((rule, name) for rule, name, faulty in gaps if faulty)
        if row.start is not None and row.end is not None and row.end <= row.start:
            yield "D08", "education.end"
    if not any(row.mode == "全日制" and row.schooling is not None for row in rows):
        yield "D21", "education"


def _family(lines: list[Relative]) -> Iterator[Fault]:
    """D17, D22 (asked only of people who have any line)."""
    if any(not x.deceased and x.birth is None and x.birth_year is None for x in lines):
        yield "D17", "relative.birth"
    if lines and not any(line.title in FATHERS for line in lines):
        yield "D22", "father"
    if lines and not any(line.title in MOTHERS for line in lines):
        yield "D22", "mother"


def _mentions(person: Person, names: list[str]) -> Iterator[Fault]:
    """D20: a seat the résumé does not name."""
    text = person.resume
    if text is not None and any(name not in text for name in names):
        yield "D20", "resume"


def _teams(register: Register) -> Iterator[Truth]:
    """D12, D16."""
    asked: tuple[tuple[str, str, Callable[[int | None], bool]], ...] = (
        ("D12", "quota_head", lambda quota: quota is None),
        ("D12", "quota_deputy", lambda quota: quota is None),
        ("D16", "quota_head", lambda quota: quota is None or quota > 2),
    )
    for team in register.teams.values():
        for rule, name, faulty in asked:
            if faulty(getattr(team, name)):
                yield Truth(rule, "fail", team=team.id, field=name)
