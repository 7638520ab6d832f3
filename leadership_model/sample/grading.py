"""职级 as a department meets them: a few fall due in a named month, of a few the start is lost.

Most bodies have approved numbers of 职级; here and there one has more holders than places.

The months are those of `grade_truths`, walked through month by month.
"""

from collections.abc import Iterator, Set
from itertools import islice

from leadership_model.ids import new
from leadership_model.people.grade_quota import GradeQuota
from leadership_model.people.person import Person
from leadership_model.sample.chance import share, stream
from leadership_model.sample.grade_truths import ASKED, GradeTruth, full, results_of
from leadership_model.sample.register import Register

AHEAD = (-1, 0, 1, 2, 3, 6, 12, 13)  # months from the reference month
PER_THOUSAND_LOST = 1
# Grades that share one approved number.
SHARED = (
    ("一级调研员", "二级调研员"),
    ("三级调研员", "四级调研员"),
    ("一级主任科员", "二级主任科员"),
    ("三级主任科员", "四级主任科员"),
)


def plant(register: Register, at_fault: Set[str], seed: int) -> tuple[GradeTruth, ...]:
    """Let somebody's years be full in each month of AHEAD, and lose the beginning of some."""
    source = stream(seed, "grading")
    told = results_of(register)
    free = [
        person
        for person in register.people.values()
        if person.grade in ASKED
        and person.level is not None
        and person.grade_since is not None
        and person.status == "在职"
        and person.id not in at_fault
        and person.id not in register.sanctions
    ]
    source.shuffle(free)
    return tuple(_planted(register, iter(free), told))


def _planted(
    register: Register, free: Iterator[Person], told: dict[str, dict[int, str]]
) -> Iterator[GradeTruth]:
    for ahead in AHEAD:
        for person in free:
            month = register.as_of + ahead
            since = _since(person.grade or "", month, told.get(person.id, {}), register.as_of)
            if since is not None:
                register.change(person.id, grade_since=since)
                yield GradeTruth(person.id, month, month, planted=True)
                break
    for person in islice(free, max(1, len(register.people) * PER_THOUSAND_LOST // 1000)):
        register.change(person.id, grade_since=None)
        yield GradeTruth(person.id, None, None, planted=True)


def _since(grade: str, month: int, told: dict[int, str], as_of: int) -> int | None:
    """Find a beginning from which the years are full exactly in a month; None: there is none."""
    for since in range(as_of, as_of - 84, -1):
        if any(year not in told for year in range(since // 12, as_of // 12)):
            return None
        if full(since, 12 * ASKED[grade], told, as_of, "") == month:
            return since
    return None


def approve(register: Register, seed: int) -> tuple[GradeQuota, ...]:
    """Record the approved numbers of the areas and of most bodies of the city."""
    source = stream(seed, "grade quota")
    parents = {unit.id: unit.parent for unit in register.units}
    city = next(unit.id for unit in register.units if unit.parent is None)
    held: dict[tuple[str, str], int] = {}
    for person in register.people.values():
        body = person.unit
        while body is not None and parents[body] != city:
            body = parents[body]
        if body is not None and person.grade is not None and person.status == "在职":
            held[body, person.grade] = held.get((body, person.grade), 0) + 1
    quotas = []
    for unit in register.units:
        if unit.parent != city or not share(source, 0.85):
            continue
        for grades in SHARED:
            count = sum(held.get((unit.id, grade), 0) for grade in grades)
            if count:
                quotas.append(
                    GradeQuota(
                        id=new("g", source),
                        unit=unit.id,
                        grades="、".join(grades),
                        quota=max(1, count + source.randint(-1, 2 + count // 20)),
                        note="职级职数核定文件",
                    )
                )
    return tuple(quotas)
