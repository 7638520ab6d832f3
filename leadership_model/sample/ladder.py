"""A career as stages: from the first work through every level to the present job."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leadership_model.sample.chance import pick, share, weighted
from leadership_model.sample.classes import CLERK, DEPUTY, FULL, HEAD, SECOND
from leadership_model.sample.job import Job, Row
from leadership_model.sample.place import CITY_AREA, Body, Ground, Place, Town
from leadership_model.sample.posts import of_body, of_organ, of_town

# Months somebody stays at least on a level before the next one: five years of work, two as deputy
# before head, three as head before deputy one level up (regulation on selection 2019, article 8).
LEAST = {CLERK: 40, SECOND: 25, HEAD: 38, DEPUTY: 26}
STEPS = (CLERK, SECOND, HEAD, DEPUTY, FULL)
SECTIONS = (
    "办公室",
    "综合科",
    "人事科",
    "政策法规科",
    "规划财务科",
    "督查科",
    "业务一科",
    "业务二科",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One main line of a résumé: from `start` until the next stage starts."""

    start: int
    job: Job


@dataclass(slots=True)
class Pool:
    """All jobs of the city by area and kind, for the earlier stages of careers."""

    ground: Ground
    jobs: dict[tuple[str, str], list[Job]] = field(default_factory=dict)

    def of(self, area: str, klass: str) -> Sequence[Job]:
        """Give the jobs of a class in an area (市直 for the city); empty when there are none."""
        return self.jobs.get((area, klass), ())


def pool_of(ground: Ground) -> Pool:
    """Collect the jobs of a city from the seats of its teams."""
    pool = Pool(ground)
    for area in ground.areas:
        seats = [s for organ, _ in area.organs for s in of_organ(area, organ)]
        seats += [s for town in area.towns for s in of_town(area, town)]
        for body in area.bodies:
            # Where a member of the committee is the head, the post is none of section level.
            first = 1 if body.entry.get("chair") else 0
            seats += of_body(body, area.word, (1, False))[first:]
        for seat in seats:
            if seat.job:
                pool.jobs.setdefault((area.area, seat.klass), []).append(seat.job)
    for body in ground.city.bodies:
        for seat in of_body(body, "市", (1, False)):
            if seat.job:
                pool.jobs.setdefault((CITY_AREA, seat.klass), []).append(seat.job)
    return pool


def spans(source: random.Random, total: int, least: Sequence[int]) -> list[int]:
    """Share `total` months over steps of at least so many months each (total >= their sum)."""
    weights = [source.uniform(0.6, 1.6) * (1.5 if at == 0 else 1.0) for at in range(len(least))]
    extra = total - sum(least)
    parts = [least[at] + int(extra * weight / sum(weights)) for at, weight in enumerate(weights)]
    parts[0] += total - sum(parts)
    return parts


def pieces(source: random.Random, total: int, most: int) -> list[int]:
    """Cut a level into posts of a year or more each."""
    count = max(1, min(most, total // 20))
    least = [min(14, total // count)] * count
    return spans(source, total, least)


def first_jobs(
    source: random.Random, pool: Pool, place: Place, body: Body | None, city: bool
) -> list[Job]:
    """Draw what somebody did before the first leading post: one to three jobs."""
    starts = {"town": 0.34, "department": 0.3, "teacher": 0.13, "village": 0.07}
    starts |= {"firm": 0.06, "hospital": 0.03, "army": 0.02, "institute": 0.05}
    jobs = [_clerk(source, place, weighted(source, starts))]
    if city:
        office = body or pick(source, pool.ground.city.bodies)
        jobs.append(_in_office(office, "科员", CLERK, "一般干部"))
    elif share(source, 0.6):
        jobs.append(_office_chief(source, place))
    return jobs


def _clerk(source: random.Random, place: Place, kind: str) -> Job:
    area, call, town = place.area, place.call, pick(source, place.towns)
    match kind:
        case "town":
            text = f"{call}{town.name}{'办事处' if town.street else '政府'}科员"
            return _plain(text, f"{call}{town.name}", town.kind, area, "一般干部", town)
        case "village":
            village = f"{call}{town.name}{pick(source, ('河边', '山脚', '大寨', '新田'))}村"
            text = f"{village}党总支书记助理（大学生村官）"
            return Job(text, (Row(village, "村社区", area, "村干部", None),))
        case "teacher":
            school = f"{call}第{pick(source, '一二三四')}中学"
            return Job(f"{school}教师", (Row(school, "中小学", area, "专业技术", None),))
        case "firm":
            firm = f"{call}{pick(source, ('糖业', '建材', '烟叶', '电力'))}公司"
            return Job(f"{firm}职工", (Row(firm, "国有企业", area, "其他", None),))
        case "hospital":
            house = f"{call}人民医院"
            return Job(f"{house}医师", (Row(house, "医院", area, "专业技术", None),))
        case "army":
            return Job("武警某部战士、班长", (Row("武警某部", "部队", "市外", "军官", None),))
        case "institute":
            centre = f"{call}农业技术推广中心"
            return Job(f"{centre}技术员", (Row(centre, "其他事业单位", area, "专业技术", None),))
        case _:
            body = pick(source, place.bodies)
            return _in_office(body, "科员", CLERK, "一般干部")


def _plain(text: str, unit_text: str, unit_kind: str, area: str, post_kind: str, town: Town) -> Job:
    return Job(text, (Row(unit_text, unit_kind, area, post_kind, CLERK, unit=town.unit),))


def _in_office(body: Body, name: str, level: str, kind: str, role: str = "其他") -> Job:
    row = Row(body.name, body.unit_kind, body.area, kind, level, role, body.functions, body.unit)
    return Job(body.name + name, (row,))


def _office_chief(source: random.Random, place: Place) -> Job:
    body = pick(source, place.bodies)
    return _in_office(body, "办公室主任", CLERK, "内设正职", "正职")


def section(source: random.Random, body: Body, level: str) -> Job:
    """Make the head or deputy of a section 科 inside a city department."""
    name = pick(source, SECTIONS)
    head = level == HEAD
    title = (
        ("主任" if name == "办公室" else "科长")
        if head
        else ("副主任" if name == "办公室" else "副科长")
    )
    kind, role = ("内设正职", "正职") if head else ("内设副职", "副职")
    return _in_office(body, name + title, level, kind, role)


AREA_CLASSES: Mapping[str, Mapping[str, float]] = {
    SECOND: {"town_deputy": 0.66, "department_deputy": 0.34},
    HEAD: {"town_head": 0.36, "town_secretary": 0.32, "department_head": 0.32},
    DEPUTY: {"county_standing": 0.55, "county_deputy": 0.45},
    FULL: {"county_head": 1.0},
}
CITY_CLASSES = {DEPUTY: "city_deputy", FULL: "city_head"}
RANK = {"镇长": 1, "乡长": 1, "办事处主任": 1, "委书记": 2}


def jobs_at(
    source: random.Random, pool: Pool, level: str, count: int, place: Place, body: Body | None
) -> list[Job]:
    """Draw the posts somebody held at one level; place 市直 means in city departments."""
    if place.area == CITY_AREA:
        found = [_city_job(source, pool, level, body) for _ in range(count)]
    else:
        found = [_area_job(source, pool, level, place) for _ in range(count)]
    if level == HEAD:  # mayor first, then secretary, then a department
        found.sort(key=lambda job: next((r for e, r in RANK.items() if job.text.endswith(e)), 3))
    return found


def _city_job(source: random.Random, pool: Pool, level: str, body: Body | None) -> Job:
    if level in CITY_CLASSES:
        jobs = pool.of(CITY_AREA, CITY_CLASSES[level])
        if jobs:
            return pick(source, jobs)
        level = HEAD
    own = body if body and body.area == CITY_AREA and share(source, 0.6) else None
    office = own or pick(source, pool.ground.city.bodies)
    return section(source, office, level)


def _area_job(source: random.Random, pool: Pool, level: str, place: Place) -> Job:
    klass = weighted(source, AREA_CLASSES[level])
    jobs = pool.of(place.area, klass) or pool.of(place.area, "town_deputy")
    job = pick(source, jobs)
    if klass != "department_deputy" or not share(source, 0.12):
        return job
    other = pick(source, jobs)
    if other.rows[0].unit == job.rows[0].unit:
        return job
    joint = "，兼任" if share(source, 0.7) else "，"
    return Job(job.text + joint + other.text, job.rows + other.rows)
