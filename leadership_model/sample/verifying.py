"""三龄两历一身份 as an audit of the files left it, and lines of a 简历 nobody can be sure of.

Nothing here touches a fault of the city: people with one are left out, and a fact in dispute that
a verdict rests on is planted only where somebody holds no seat.
"""

import random
from collections.abc import Callable, Iterator, Set
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.verified import (
    BIRTH,
    CAREER,
    EDUCATION,
    FACTS,
    IDENTITY,
    PARTY,
    WORK,
    Verification,
)
from leadership_model.sample.chance import pick, share, stream, weighted
from leadership_model.sample.register import Register
from leadership_model.sample.resume import INDENT

AUDITED = ("县处级正职", "县处级副职")  # whose files the city's own department keeps
DOCUMENT = "干部人事档案专项审核认定表"
PER_THOUSAND_DISPUTED, PER_THOUSAND_UNCLEAR = 2, 4
# What an editor of forms writes and no reader can place: unit, post and area stay unknown.
UNCLEAR = (
    "抽调参加专项工作",
    "借调协助筹备工作",
    "参加驻点包抓工作",
    "跟班锻炼",
)


def audit(register: Register, at_fault: Set[str], seed: int) -> None:
    """Write down what was verified of whom, and which facts are in dispute."""
    source = stream(seed, "verifying")
    done: dict[str | None, float] = {}  # how far each unit has come
    for person in register.people.values():
        if person.level in AUDITED and person.status == "在职":
            unit = person.unit
            if unit not in done:
                done[unit] = weighted(source, {1.0: 5, 0.8: 3, 0.3: 1, 0.0: 1})
            if share(source, done[unit]):
                register.checks += _verified(source, register, person)
    _dispute(source, register, at_fault)


def _verified(source: random.Random, register: Register, person: Person) -> Iterator[Verification]:
    shown: dict[str, Callable[[], str | None]] = {
        BIRTH: lambda: _month(person.birth),
        WORK: lambda: _month(person.work_start),
        PARTY: lambda: _month(person.party_joined),
        EDUCATION: lambda: _schooling(register, person),
        CAREER: lambda: "与简历一致",
        IDENTITY: lambda: "干部",
    }
    for fact in FACTS:
        value = shown[fact]()
        if value is not None:
            yield Verification(
                id=new("v", source),
                person=person.id,
                fact=fact,
                value=value,
                verified=True,
                document=DOCUMENT,
                entered_by="干部监督科",
                entered_at="2026-06-30",
            )


def _month(month: int | None) -> str | None:
    return None if month is None else months.show(month)


def _schooling(register: Register, person: Person) -> str | None:
    held = [each.schooling for each in register.educations.get(person.id, []) if each.schooling]
    return held[0] if held else None


def _dispute(source: random.Random, register: Register, at_fault: Set[str]) -> None:
    """Put a few facts in dispute, one for each person."""
    for person in _others(source, register, at_fault, PER_THOUSAND_DISPUTED):
        fact = pick(source, (BIRTH, WORK, EDUCATION, IDENTITY))
        held = person.birth if fact == BIRTH else person.work_start
        value, conflict = "大学", "大专"
        if fact == IDENTITY:
            value, conflict = "干部", "工人"
        elif fact in (BIRTH, WORK):
            if held is None:
                continue
            value, conflict = months.show(held), months.show(held - source.randint(2, 14))
        register.checks = [
            each for each in register.checks if (each.person, each.fact) != (person.id, fact)
        ]
        register.checks.append(
            Verification(
                id=new("v", source),
                person=person.id,
                fact=fact,
                value=value,
                conflict=conflict,
                document="入团志愿书" if fact == BIRTH else "履历表",
                entered_by="干部监督科",
                entered_at="2026-06-30",
            )
        )


def blur(register: Register, at_fault: Set[str], seed: int) -> None:
    """Add to a few 简历 a line whose unit and post nobody can tell."""
    source = stream(seed, "unclear")
    last = {
        row.person: row
        for row in register.rows
        if isinstance(row, CareerEntry) and row.kind == "任职" and row.end is None
    }
    for person in _others(source, register, at_fault, PER_THOUSAND_UNCLEAR):
        entry = last.get(person.id)
        if entry is None or entry.start is None or not person.resume:
            continue
        start = entry.start + 1
        stop = start + source.randint(3, 9)
        if stop >= register.as_of:
            continue
        text = pick(source, UNCLEAR)
        line = f"{INDENT}（其间：{months.show(start)}--{months.show(stop)}{text}）"
        register.change(person.id, resume=f"{person.resume}\n{line}")
        blank: dict[str, Any] = dict.fromkeys(
            ("unit_text", "unit_kind", "area", "unit", "post_kind", "level", "functions")
        )
        register.rows.append(
            CareerEntry(
                id=new("c", source),
                person=person.id,
                line=entry.line,
                kind="其间",
                start=start,
                end=stop,
                text=text,
                role="其他",
                sure=40,
                **blank,
            )
        )


def _others(
    source: random.Random, register: Register, at_fault: Set[str], per_thousand: int
) -> list[Person]:
    """Draw people in service who hold no seat and have no fault."""
    seated = {tenure.person for tenure in register.tenures.values()}
    free = [
        person
        for person in register.people.values()
        if person.id not in at_fault and person.id not in seated and person.status == "在职"
    ]
    count = min(len(free), max(1, len(register.people) * per_thousand // 1000))
    return source.sample(free, count)
