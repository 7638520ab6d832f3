"""The wording of a résumé 简历 and its structured rows, made from the same stages."""

import random
from dataclasses import dataclass, field, replace

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.career import CareerEntry
from leadership_model.sample.chance import share
from leadership_model.sample.job import Job, Row
from leadership_model.sample.ladder import Stage
from leadership_model.sample.place import Ground
from leadership_model.sample.schooling import FULL_TIME, Study

INDENT = " " * 18
OPEN_GAP = " " * 9


@dataclass(frozen=True, slots=True)
class Aside:
    """Something done beside a post: a course (secondment false) or a 挂职."""

    start: int
    end: int | None
    text: str
    row: Row
    secondment: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody's form was typed. Most are typed as the rules have it."""

    half_brackets: bool = False
    one_blank: bool = False
    until_now: bool = False
    prefix: str = ""
    full_names: tuple[tuple[str, str], ...] = ()  # 勐河县 -> 勐河哈尼族彝族傣族自治县

    def spell(self, job: Job) -> Job:
        """Write the places of a job the way this form does."""
        text = job.text
        for call, name in self.full_names:
            text = text.replace(call, name)
        if self.prefix and not text.startswith((self.prefix, "共青团")):
            text = text if job.rows[0].area in ("市直", "市外") else self.prefix + text
        return job if text == job.text else replace(job, text=text)


@dataclass(slots=True)
class Written:
    """A résumé being written: physical lines and entries."""

    lines: list[str] = field(default_factory=list)
    entries: list[CareerEntry] = field(default_factory=list)


def draw_manner(source: random.Random, ground: Ground) -> Manner:
    """Draw how a form was typed; a few in a hundred have awkward habits."""
    return Manner(
        half_brackets=share(source, 0.03),
        one_blank=share(source, 0.02),
        until_now=share(source, 0.03),
        prefix=ground.city.name if share(source, 0.4) else "",
        full_names=tuple((area.call, area.name) for area in ground.areas if area.autonomy)
        if share(source, 0.12)
        else (),
    )


def write(
    source: random.Random,
    person: str,
    studies: tuple[Study, ...],
    stages: tuple[Stage, ...],
    asides: tuple[Aside, ...],
    manner: Manner,
) -> Written:
    """Write full-time studies, then work with what was done beside it, oldest first."""
    written = Written()
    number = 0
    shown = [study for study in studies if study.mode == FULL_TIME]
    for study in shown:
        _study_line(source, written, person, study, number, manner)
        number += 1
    starts = [stage.start for stage in stages]
    for at, stage in enumerate(stages):
        end = starts[at + 1] if at + 1 < len(stages) else None
        _stage_line(source, written, person, stage, end, number, manner)
        inside = [a for a in asides if _belongs(a, stage.start, end)]
        _inside(
            source, written, person, [a for a in inside if a.start >= stage.start], number, manner
        )
        for aside in inside:
            if aside.start < stage.start:
                _across(source, written, person, aside, number, manner)
        number += 1
    return written


def _belongs(aside: Aside, start: int, end: int | None) -> bool:
    """Say whether an aside ends in this stage (one still going on belongs to the last)."""
    last = aside.end if aside.end is not None else None
    if last is None:
        return end is None
    return start < last and (end is None or last <= end)


def _dates(start: int, end: int | None, manner: Manner) -> str:
    gap = " " if manner.one_blank else "  "
    if end is not None:
        return f"{months.show(start)}--{months.show(end)}{gap}"
    if manner.until_now:
        return f"{months.show(start)}--至今{' ' * 5}"
    return f"{months.show(start)}--{OPEN_GAP}"


def area_of_school(school: str) -> str | None:
    """Give where a party school is; of other schools a line does not say it."""
    return {"云溪市委党校": "市直", "云岭省委党校": "市外"}.get(school)


def _study_line(
    source: random.Random, written: Written, person: str, study: Study, line: int, manner: Manner
) -> None:
    text = f"{study.where}学习"
    written.lines.append(_dates(study.start, study.end, manner) + text)
    written.entries.append(
        CareerEntry(
            id=new("c", source),
            person=person,
            line=line,
            kind="学习",
            start=study.start,
            end=study.end,
            text=text,
            unit_text=study.school,
            unit_kind="高等院校",
            area=area_of_school(study.school),
            post_kind="学习",
            role="其他",
        )
    )


def _stage_line(
    source: random.Random,
    written: Written,
    person: str,
    stage: Stage,
    end: int | None,
    line: int,
    manner: Manner,
) -> None:
    job = manner.spell(stage.job)
    written.lines.append(_dates(stage.start, end, manner) + job.text)
    for row in job.rows:
        written.entries.append(_entry(source, person, line, "任职", stage.start, end, job, row))


def _entry(
    source: random.Random,
    person: str,
    line: int,
    kind: str,
    start: int,
    end: int | None,
    job: Job,
    row: Row,
) -> CareerEntry:
    return CareerEntry(
        id=new("c", source),
        person=person,
        line=line,
        kind=kind,
        start=start,
        end=end,
        text=job.text,
        unit_text=row.unit_text,
        unit_kind=row.unit_kind,
        area=row.area,
        unit=row.unit,
        post_kind=row.post_kind,
        level=row.level,
        role=row.role,
        functions="、".join(row.functions) or None,
        secondment=job.secondment,
    )


def _brackets(text: str, manner: Manner) -> str:
    if manner.half_brackets:
        return "(" + text.replace("：", ":", 1) + ")"
    return f"（{text}）"


def _inside(
    source: random.Random,
    written: Written,
    person: str,
    asides: list[Aside],
    line: int,
    manner: Manner,
) -> None:
    """Write what lies within one post as 其间, all of it in one pair of brackets."""
    if not asides:
        return
    ordered = sorted(asides, key=lambda aside: aside.start)
    texts = [_span(aside) + aside.text for aside in ordered]
    written.lines.append(INDENT + _brackets("其间：" + "；".join(texts), manner))
    for aside in ordered:
        job = Job(aside.text, (aside.row,), aside.secondment)
        written.entries.append(
            _entry(source, person, line, "其间", aside.start, aside.end, job, aside.row)
        )


def _across(
    source: random.Random, written: Written, person: str, aside: Aside, line: int, manner: Manner
) -> None:
    """Write what lasted over more than one post as a line of its own, without 其间."""
    written.lines.append(_brackets(_span(aside) + aside.text, manner))
    job = Job(aside.text, (aside.row,), aside.secondment)
    written.entries.append(
        _entry(source, person, line, "跨段", aside.start, aside.end, job, aside.row)
    )


def _span(aside: Aside) -> str:
    if aside.end is None:
        return f"{months.show(aside.start)}起"
    return f"{months.show(aside.start)}--{months.show(aside.end)}"
