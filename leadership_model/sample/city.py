"""Draw a whole city: people, teams, tenures, careers, and the list of its faults."""

import random
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.ids import new
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Education, Sanction
from leadership_model.people.team import Indicator
from leadership_model.people.tenure import Tenure
from leadership_model.sample import (
    cultivating,
    family,
    former,
    grade_truths,
    grading,
    operating,
    planting,
    resume,
    verifying,
    withholding,
)
from leadership_model.sample.chance import share, stream, weighted
from leadership_model.sample.copies import Copy
from leadership_model.sample.crowd import Crowd, fill
from leadership_model.sample.grade_truths import GradeTruth
from leadership_model.sample.ladder import Pool, pool_of
from leadership_model.sample.layout import Layout, lay
from leadership_model.sample.place import size_of, survey
from leadership_model.sample.plan import Plan, make_plan
from leadership_model.sample.register import Register
from leadership_model.sample.spoil import spoil
from leadership_model.sample.truth import Truth
from leadership_model.sample.truths import find, find_flags

DEFAULT_PEOPLE = 8155
LEAST_PEOPLE = 80
MOST_PEOPLE = 1_000_000  # beyond 128 copies of the default city the invented names run out
MONTH = months.of(2026, 11)


@dataclass(frozen=True, slots=True)
class City:
    """The records of a city, every fault it holds, its seed, its reference month, its flags."""

    records: tuple[Any, ...]
    truths: tuple[Truth, ...]
    seed: int
    month: int = MONTH
    flags: tuple[Truth, ...] = ()
    grades: tuple[GradeTruth, ...] = ()  # who falls due about the month
    held: tuple[str, ...] = ()  # who is held 暂缓使用 at the month

    @property
    def settings(self) -> dict[str, str]:
        """The settings of a database that holds this city."""
        return {"as_of": str(self.month)}


def draw(people: int = DEFAULT_PEOPLE, seed: int = 1) -> City:
    """Draw a city of that many people; the same seed gives the same records.

    Raises UserError for fewer people than its smallest set of teams needs, and for more than there
    are names for.
    """
    if people < LEAST_PEOPLE:
        raise UserError(f"示例市至少需要 {LEAST_PEOPLE} 人，请把 --people 调大。")
    if people > MOST_PEOPLE:
        raise UserError(f"示例市最多 {MOST_PEOPLE:,} 人，请把 --people 调小。")
    if people > DEFAULT_PEOPLE:
        return _draw_many(people, seed)
    register, layout = _draw_ground(people, seed)
    shown = {person for truth in find(register) for person in truth.people}
    family.thin_businesses(register, seed)
    planting.plant(register, seed, people, shown)
    former.seat_former(register, layout, seed, shown)
    truths = find(register)
    flags = find_flags(register, truths)
    at_fault = shown | {person for truth in truths for person in truth.people}
    verifying.audit(register, at_fault, seed)
    verifying.blur(register, at_fault, seed)
    more = (*operating.draw(register, seed), *cultivating.draw(register, seed))
    graded = grading.plant(register, at_fault, seed)
    more = (*more, *grading.approve(register, seed))
    grades = grade_truths.find(register, {each.person for each in graded})
    kept = withholding.draw(register, at_fault, seed)
    records = (*register.records(), *more, *kept.holds)
    return City(records, truths, seed, flags=flags, grades=grades, held=kept.people)


def _draw_many(people: int, seed: int) -> City:
    """Repeat the default city under other names and ids, and a smaller one for what is left."""
    whole, rest = divmod(people, DEFAULT_PEOPLE)
    first = draw(DEFAULT_PEOPLE, seed)
    sizes = [DEFAULT_PEOPLE] * whole + ([rest] if rest else [])
    if 0 < rest < LEAST_PEOPLE:
        sizes[-2:] = [DEFAULT_PEOPLE - LEAST_PEOPLE + rest, LEAST_PEOPLE]
    records: list[Any] = []
    truths: list[Truth] = []
    flags: list[Truth] = []
    grades: list[GradeTruth] = []
    held: list[str] = []
    for number, size in enumerate(sizes):
        part = first if size == DEFAULT_PEOPLE else draw(size, seed)
        copied = Copy(number)
        records += [copied.record(each) for each in part.records] if number else part.records
        truths += [copied.truth(each) for each in part.truths] if number else part.truths
        flags += [copied.truth(each) for each in part.flags] if number else part.flags
        grades += [copied.grade(each) for each in part.grades] if number else part.grades
        held += [copied.key(each) for each in part.held] if number else part.held
    ordered = tuple(sorted(truths, key=lambda t: t.order))
    up = tuple(sorted(flags, key=lambda t: t.order))
    due = tuple(sorted(grades, key=lambda each: each.person))
    kept = tuple(sorted(held))
    return City(tuple(records), ordered, seed, flags=up, grades=due, held=kept)


def draw_register(people: int, seed: int) -> Register:
    """Draw a city of at most the default size, still open to change."""
    return _draw_ground(people, seed)[0]


def _draw_ground(people: int, seed: int) -> tuple[Register, Layout]:
    """Draw a city with the seats it was laid out with."""
    ground = survey(size_of(people), seed)
    layout, pool = lay(ground, seed), pool_of(ground)
    plan = make_plan(seed, layout, people, MONTH)
    crowd = fill(seed, pool, layout, plan.intent(), people, MONTH)
    register = _register(layout, crowd)
    _note_planted(register, layout, crowd, plan)
    _second(register, seed, pool)
    _add_indicators(register, seed)
    wished = (*plan.wishes, *plan.acting, *plan.provisional)
    spoil(register, seed, people, frozenset(crowd.holders[at] for at in wished))
    _add_families(register, seed)
    return register, layout


def _register(layout: Layout, crowd: Crowd) -> Register:
    """Sort what was drawn into a register."""
    register = Register(
        as_of=MONTH,
        units=layout.units,
        teams={team.id: team for team in layout.teams},
        posts={post.id: post for post in layout.posts},
        people={person.id: person for person in crowd.people},
        tenures={tenure.id: tenure for tenure in crowd.tenures},
        rows=[],
    )
    for record in crowd.records:
        match record:
            case Education():
                register.educations.setdefault(record.person or "", []).append(record)
            case Sanction():
                register.sanctions.setdefault(record.person or "", []).append(record)
            case _:
                register.rows.append(record)
    return register


def _note_planted(register: Register, layout: Layout, crowd: Crowd, plan: Plan) -> None:
    for rule, at in plan.planted:
        about = layout.slots[at].team if rule == "N2" else crowd.holders[at]
        register.planted.add((rule, about))


def _add_families(register: Register, seed: int) -> None:
    """Record the family of nearly everybody who has no lines yet."""
    source = stream(seed, "family")
    for person in register.people.values():
        if person.id not in register.relatives and share(source, 0.96):
            register.relatives[person.id] = family.draw_lines(source, person, MONTH)


def _second(register: Register, seed: int, pool: Pool) -> None:
    """Second some city people without a seat to county governments: 挂职 beside the holder."""
    source = stream(seed, "second")
    governments = [t for t in register.teams.values() if t.category == "县级政府"]
    seated = {tenure.person for tenure in register.tenures.values()}
    last = {r.person: r for r in register.rows if isinstance(r, CareerEntry) and r.end is None}
    idle = [
        last[p.id]
        for p in register.people.values()
        if p.id not in seated
        and p.level == "县处级副职"
        and p.unit == pool.ground.city.unit
        and (last[p.id].start or 0) < MONTH - 12
    ]
    for team, entry in zip(governments[:4], idle, strict=False):
        post = [p for p in register.posts.values() if p.team == team.id and p.role == "副职"][-1]
        place = next(a for a in pool.ground.areas if a.area == team.area)
        text = f"挂任{place.call}政府副{place.word}长"
        _attach(source, register, entry, post.id, text, team.area or "")


def _attach(
    source: random.Random, register: Register, entry: CareerEntry, post: str, text: str, area: str
) -> None:
    """Write a secondment into tenure, résumé and career rows."""
    start = MONTH - source.randint(3, 10)
    person = entry.person or ""
    tenure = Tenure(id=new("n", source), post=post, person=person, kind="挂职", start=start)
    register.tenures[tenure.id] = tenure
    line = f"{resume.INDENT}（其间：{months.show(start)}起{text}）"
    register.change(person, resume=f"{register.people[person].resume}\n{line}")
    row = replace(
        entry,
        id=new("c", source),
        kind="其间",
        start=start,
        text=text,
        unit_text=text.removeprefix("挂任").split("政府")[0] + "政府",
        unit_kind="县级政府",
        area=area,
        unit=register.teams[register.posts[post].team or ""].unit,
        post_kind="行政副职",
        role="副职",
        level="县处级副职",
        secondment=True,
    )
    register.rows.append(row)


def _add_indicators(register: Register, seed: int) -> None:
    """Add the yearly appraisal of every team."""
    source = stream(seed, "indicator")
    grades = {"优秀": 0.28, "良好": 0.62, "一般": 0.1}
    register.indicators = [
        Indicator(
            id=new("i", source),
            team=team,
            year=year,
            name="年度考核等次",
            value=weighted(source, grades),
        )
        for team in register.teams
        for year in (2023, 2024, 2025)
    ]
