"""Stages of one person, laid so that every level lasts long enough before the next."""

import random
from dataclasses import dataclass

from leadership_model.sample.chance import pick, share
from leadership_model.sample.classes import CLERK, DEPUTY, FULL, HEAD, SECOND, Class
from leadership_model.sample.job import Job
from leadership_model.sample.ladder import (
    LEAST,
    STEPS,
    Pool,
    Stage,
    first_jobs,
    jobs_at,
    pieces,
    spans,
)
from leadership_model.sample.place import CITY_AREA, Body, Place


@dataclass(frozen=True, slots=True)
class Career:
    """The main lines of somebody's work, and what follows from them."""

    stages: tuple[Stage, ...]
    level_start: int | None
    promoted: bool


@dataclass(frozen=True, slots=True)
class Path:
    """What a career has to lead to: levels gone through, places, the present job and its start."""

    klass: Class
    steps: tuple[str, ...]
    home: Place
    place: Place
    body: Body | None
    job: Job
    start: int
    fresh: bool = False  # promoted into the present job


def steps_before(source: random.Random, klass: Class, grade: str | None) -> tuple[str, ...]:
    """Give the levels gone through before the present one (grade holders: before the grade)."""
    if klass.level is not None:
        return STEPS[: STEPS.index(klass.level)]
    if grade and grade.endswith("调研员"):
        return (CLERK, SECOND, HEAD)
    if grade in ("一级主任科员", "二级主任科员"):
        return (CLERK, SECOND, HEAD) if share(source, 0.3) else (CLERK, SECOND)
    return (CLERK,)


def months_needed(steps: tuple[str, ...]) -> int:
    """Add up the least months of some levels."""
    return sum(LEAST[step] for step in steps)


def lay_career(source: random.Random, pool: Pool, path: Path, work_start: int) -> Career:
    """Lay the stages from the first work to the present job (there must be room for the levels)."""
    before = path.start - work_start
    need = months_needed(path.steps)
    prior = 0  # months at the present level before the present post
    if path.klass.level and not path.fresh and before - need >= 24 and share(source, 0.42):
        prior = min(before - need, source.randint(18, 60))
    lengths = spans(source, before - prior, [LEAST[step] for step in path.steps])
    stages: list[Stage] = []
    month = work_start
    for step, length in zip(path.steps, lengths, strict=True):
        stages += _stages_at(source, pool, path, step, month, length)
        month += length
    level_start = month if path.klass.level else None
    if prior:
        stages += _stages_at(source, pool, path, path.klass.level or CLERK, month, prior)
    stages.append(Stage(path.start, path.job))
    return Career(tuple(stages), level_start, promoted=prior == 0)


def _stages_at(
    source: random.Random, pool: Pool, path: Path, step: str, start: int, length: int
) -> list[Stage]:
    """Cut the months at one level into posts."""
    place = _place_at(source, pool, path, step)
    most = {CLERK: 3, SECOND: 2, HEAD: 3, DEPUTY: 2, FULL: 1}[step]
    parts = pieces(source, length, most)
    if step == HEAD and path.klass.scale == "county" and len(parts) == 1 and length >= 30:
        parts = spans(source, length, [12, 12])
    if step == CLERK:
        city = path.klass.track == "city"
        jobs = first_jobs(source, pool, path.home, path.body if city else None, city)
        if len(jobs) > 1 and length < 50:
            parts = spans(source, length, [26, 10])
        elif len(jobs) < len(parts):
            parts = spans(source, length, [10] * len(jobs))
    else:
        jobs = jobs_at(source, pool, step, len(parts), place, path.body)
    stages, month = [], start
    for job, part in zip(_different(jobs), parts, strict=False):
        stages.append(Stage(month, job))
        month += part
    return stages


def _different(jobs: list[Job]) -> list[Job]:
    """Leave out a job that repeats the one before it."""
    return [job for at, job in enumerate(jobs) if at == 0 or job.text != jobs[at - 1].text]


def _place_at(source: random.Random, pool: Pool, path: Path, step: str) -> Place:
    """Choose where somebody was on a level: at home, in the city, or moved elsewhere."""
    city = pool.ground.city
    if path.klass.track == "city":
        return city if share(source, 0.75) else path.home
    if step in (DEPUTY, FULL):
        return pick(source, pool.ground.areas)
    if path.klass.scale == "county" and step == HEAD and share(source, 0.12):
        return city
    if path.place.area != CITY_AREA and share(source, 0.08):
        return path.place
    return path.home
