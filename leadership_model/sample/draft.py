"""One invented person: every record of the person, drawn so that they agree."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people import codes
from leadership_model.people.gaps import text_of
from leadership_model.people.person import Mark, Person
from leadership_model.sample import annals, aside, identity, origin, resume
from leadership_model.sample.career import Career, Path, lay_career, months_needed, steps_before
from leadership_model.sample.chance import bell, pick, share
from leadership_model.sample.classes import CLASSES, Class
from leadership_model.sample.job import Job
from leadership_model.sample.ladder import Pool
from leadership_model.sample.names import draw_name
from leadership_model.sample.place import CITY_AREA, Body, Place
from leadership_model.sample.schooling import Study, full_time, in_service, rows_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of one person beyond the ordinary; None = whatever is drawn."""

    birth: int | None = None
    tenure: int | None = None
    ethnicity: str | None = None
    hometown: str | None = None
    sex: str | None = None
    fresh: bool = False  # newly promoted


@dataclass(frozen=True, slots=True)
class Order:
    """Somebody to be drawn: kind, present job, where, demands on the holder."""

    klass: str
    job: Job
    place: Place
    unit: str
    want: tuple[str, ...] = ()
    body: Body | None = None
    grade: str | None = None
    seated: bool = False
    known_home: bool = False
    wish: Wish = field(default_factory=Wish)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A person with all records, and what the seat's tenure needs to know."""

    person: Person
    records: tuple[Any, ...]
    start: int
    promoted: bool


@dataclass(frozen=True, slots=True)
class Times:
    """The months that frame a life: birth, schooling, first work, the way to the present job."""

    birth: int
    studies: tuple[Study, ...]
    work_start: int
    path: Path


def draw(source: random.Random, pool: Pool, order: Order, as_of: int) -> Drawn:
    """Draw one person at a month."""
    klass = CLASSES[order.klass]
    key = new("p", source)
    sex = order.wish.sex or origin.draw_sex(source, order.want, klass.women)
    home = origin.draw_origin(source, pool.ground, order.place, away="外地" in order.want)
    ethnicity = _ethnicity(source, pool, order, home.area)
    times = _time(source, pool, order, klass, sex, as_of)
    career = lay_career(source, pool, times.path, times.work_start)
    course = in_service(source, times.studies[-1], times.work_start, as_of)
    studies = (*times.studies, *((course,) if course else ()))
    manner = resume.draw_manner(source, pool.ground)
    asides = aside.all_of(source, pool.ground, career.stages, course, as_of)
    written = resume.write(source, key, studies, career.stages, asides, manner)
    record = annals.draw(source, key, times.work_start, as_of)
    person = Person(
        id=key,
        name=draw_name(source, sex, ethnicity),
        sex=sex,
        ethnicity=ethnicity,
        origin=home.text,
        birthplace=home.birthplace if share(source, 0.97) else None,
        hometown=_hometown(source, order, home.area),
        work_start=times.work_start,
        unit=order.unit,
        post_text=manner.spell(order.job).text,
        resume="\n".join(written.lines),
        rewards_complete=True,
        has_photo=True,
        grassroots=_grassroots(source, career, as_of),
        selected_graduate=share(source, 0.06),
        **_birth(source, sex, times.birth, exact=order.wish.birth is not None),
        **_fields(source, order, times, career, record),
    )
    records = (
        *rows_of(source, key, studies),
        *written.entries,
        *record.appraisals,
        *record.rewards,
        *record.sanctions,
        *_marks(source, key, order, klass),
    )
    return Drawn(person, records, times.path.start, career.promoted)


def _fields(
    source: random.Random, order: Order, times: Times, career: Career, record: annals.Annals
) -> dict[str, Any]:
    """Draw the remaining fields, and name those that are 无."""
    klass = CLASSES[order.klass]
    facts, absent = origin.draw_facts(source, titled=order.wish.birth is None)
    party, no_party = _party(source, order, klass, times)
    levels = _levels(source, order, klass, career, times.path.start)
    texts = {
        "reward_text": annals.reward_text(record),
        "appraisal_text": annals.appraisal_text(record.appraisals),
    }
    fields = facts | party | levels | texts
    gone = [name for name in ("reward_text", "level", "grade") if fields.get(name) is None]
    gone += [f"{name}_since" for name in ("level", "grade") if name in gone]
    return {**fields, "absent": text_of({*absent, *no_party, *gone})}


def _ethnicity(source: random.Random, pool: Pool, order: Order, area: str) -> str:
    if order.wish.ethnicity:
        return order.wish.ethnicity
    if "自治民族" in order.want and order.place.autonomy:
        return pick(source, order.place.autonomy)
    return origin.draw_ethnicity(source, pool.ground, area)


def _grassroots(source: random.Random, career: Career, as_of: int) -> bool | None:
    """Say whether two years were spent at the grassroots, as the form records it for most."""
    if share(source, 0.12):
        return None
    ends = [stage.start for stage in career.stages[1:]] + [as_of]
    spent = sum(
        end - stage.start
        for stage, end in zip(career.stages, ends, strict=True)
        if stage.job.rows[0].unit_kind in codes.career_words("grassroots")
    )
    return spent >= 24


def _time(
    source: random.Random, pool: Pool, order: Order, klass: Class, sex: str, as_of: int
) -> Times:
    """Draw birth, schooling and the start of the present post so that the levels have room."""
    steps = steps_before(source, klass, order.grade)
    tenure = _tenure(source, order, klass, as_of)
    need = months_needed(steps)
    discipline = order.body.entry.get("discipline") if order.body and share(source, 0.4) else None
    oldest = klass.oldest if sex == "男" or klass.scale == "county" else min(klass.oldest, 54.3)
    age = bell(source, min(klass.age, oldest - 1), klass.spread, klass.youngest, oldest)
    age = max(age, (need + min(tenure, 12 if not order.wish.tenure else tenure)) / 12 + 23.5)
    for _ in range(12):
        birth = order.wish.birth or as_of - int(age * 12)
        studies = full_time(source, birth, discipline)
        work_start = studies[-1].end + source.choice((0, 0, 1, 1, 2))
        room = as_of - work_start - need
        if room >= (order.wish.tenure or min(tenure, 3)):
            break
        age += 0.7
    start = as_of - max(1, min(tenure, room))
    home = _home(source, pool, order)
    path = Path(
        klass, steps, home, order.place, order.body, order.job, start, fresh=order.wish.fresh
    )
    return Times(birth, studies, work_start, path)


def _tenure(source: random.Random, order: Order, klass: Class, as_of: int) -> int:
    """Draw how long the present post has been held; grades exist since June 2019."""
    if order.wish.tenure:
        return order.wish.tenure
    low, high = klass.tenure
    tenure = low + int((high - low) * source.random() ** 1.3)
    return min(tenure, as_of - months.of(2019, 6)) if order.grade else tenure


def _home(source: random.Random, pool: Pool, order: Order) -> Place:
    """Choose the area most of a career was spent in."""
    areas = pool.ground.areas
    if order.place.area == CITY_AREA:
        return pick(source, areas)
    others = [area for area in areas if area.area != order.place.area]
    county = CLASSES[order.klass].scale == "county"
    if others and (("外地" in order.want and county) or share(source, 0.4 if county else 0.07)):
        return pick(source, others)
    return order.place


def _hometown(source: random.Random, order: Order, area: str) -> str | None:
    """成长地 is known where a rule asks for it, and for about half of the others."""
    if order.wish.hometown:
        return order.wish.hometown
    return area if share(source, 0.95 if order.known_home else 0.55) else None


GRADES = {
    "县处级正职": ("一级调研员", "二级调研员"),
    "县处级副职": ("三级调研员", "四级调研员"),
    "乡科级正职": ("一级主任科员", "二级主任科员"),
    "乡科级副职": ("三级主任科员", "四级主任科员"),
}


def _levels(
    source: random.Random, order: Order, klass: Class, career: Career, start: int
) -> dict[str, Any]:
    """Give level and grade with their months: a grade holder has no level (无)."""
    if klass.level is None:
        return {"grade": order.grade, "grade_since": start}
    fields: dict[str, Any] = {"level": klass.level, "level_since": career.level_start}
    if share(source, 0.45):
        first = max(months.of(2019, 6), (career.level_start or start) + 6)
        fields["grade"] = pick(source, GRADES[klass.level])
        fields["grade_since"] = first if first < start + 24 else start
    return fields


def _party(
    source: random.Random, order: Order, klass: Class, times: Times
) -> tuple[dict[str, Any], list[str]]:
    """Draw 政治面貌 with 入党时间 as the form has it; who is no member has no date (无)."""
    party = origin.draw_party(source, order.want, klass.level)
    if party != "中共党员":
        return {"party": party, "party_text": party}, ["party_joined"]
    earliest = times.birth + 19 * 12 + 2
    latest = max(earliest + 6, times.work_start + 60)
    joined = source.randint(max(earliest, times.work_start - 36), latest)
    text = months.show_digits(joined) if share(source, 0.8) else months.show(joined)
    fields: dict[str, Any] = {"party": party, "party_joined": joined, "party_text": text}
    if share(source, 0.003):
        other = pick(source, origin.MINORITY_PARTIES)
        fields |= {"other_parties": other, "party_text": f"{text}；{other}"}
    return fields, []


def _birth(source: random.Random, sex: str, birth: int, *, exact: bool) -> dict[str, Any]:
    """Give birth and ID number; of a few people only the year is known."""
    year = months.year_of(birth)
    if not exact and share(source, 0.004):
        return {"birth_year": year}
    date = f"{months.show_digits(birth)}{source.randint(1, months.days_in(birth)):02d}"
    fields: dict[str, Any] = {"birth": birth, "birth_year": year}
    if share(source, 0.6):
        fields["birth_date"] = date
    if share(source, 0.98):
        fields["id_number"] = identity.draw_number(source, date, sex)
    return fields


TEMPERS = ("沉稳", "果断", "细致", "开朗", "务实")


def _marks(source: random.Random, person: str, order: Order, klass: Class) -> Iterator[Mark]:
    """Marks typed in by hand: 熟悉领域 of some, 气质 of some who have a seat."""
    known = order.job.rows[-1].functions
    if known and share(source, 0.2):
        yield Mark(
            id=new("m", source),
            person=person,
            element="熟悉领域",
            value=pick(source, known),
            entered_by="示例",
        )
    if order.seated and klass.scale == "county" and share(source, 0.4):
        yield Mark(
            id=new("m", source),
            person=person,
            element="气质",
            value=pick(source, TEMPERS),
            entered_by="示例",
        )
