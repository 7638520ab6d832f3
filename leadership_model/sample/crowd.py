"""All people of a city: who sits in the seats, and those without a seat."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Person
from leadership_model.people.tenure import Tenure
from leadership_model.sample.chance import pick, share, stream, weighted
from leadership_model.sample.classes import (
    CLASSES,
    HEAD,
    POOL_COUNTY,
    POOL_SECTION,
    SECOND,
)
from leadership_model.sample.draft import Drawn, Order, Wish, draw
from leadership_model.sample.job import Job, Row
from leadership_model.sample.ladder import Pool, section
from leadership_model.sample.layout import Layout, Slot
from leadership_model.sample.names import draw_name
from leadership_model.sample.place import Body, Ground, Place


@dataclass(slots=True)
class Crowd:
    """The people drawn so far, with their records and tenures; `holders`: slot number -> person."""

    people: list[Person] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    holders: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intent:
    """What the plan wants of the seats: wishes, empty seats, other kinds of tenure, by slot."""

    wishes: Mapping[int, Wish]
    vacant: frozenset[int]
    acting: frozenset[int] = frozenset()  # 主持工作
    provisional: frozenset[int] = frozenset()  # 代理


def fill(number: int, pool: Pool, layout: Layout, intent: Intent, people: int, as_of: int) -> Crowd:
    """Draw holders for all seats that are not to stay empty, then the people without a seat."""
    crowd = Crowd()
    for at, slot in enumerate(layout.slots):
        source = stream(number, "slot", at)
        if at in intent.vacant:
            _leave_empty(source, crowd, slot, as_of)
        elif slot.klass == "outsider":
            _seat_outsider(source, crowd, slot, as_of)
        else:
            _seat_person(source, pool, crowd, slot, at, intent, as_of)
    _fill_pool(number, pool, crowd, people, as_of)
    return crowd


def _seat_person(
    source: random.Random,
    pool: Pool,
    crowd: Crowd,
    slot: Slot,
    at: int,
    intent: Intent,
    as_of: int,
) -> None:
    wish = intent.wishes.get(at, Wish())
    order = Order(
        klass=slot.klass,
        job=slot.job,
        place=slot.place,
        unit=slot.unit,
        want=slot.want,
        body=slot.body,
        seated=True,
        known_home=any(post.area_head for post in slot.posts),
        wish=wish,
    )
    kind = "任职"
    if at in intent.acting:
        kind, order = "主持工作", _acting(order)
    elif at in intent.provisional:
        kind = "代理"
        order = replace(
            order, job=_provisional(order.job), wish=replace(wish, tenure=2, fresh=True)
        )
    drawn = draw(source, pool, order, as_of)
    crowd.people.append(drawn.person)
    crowd.records.extend(drawn.records)
    crowd.holders[at] = drawn.person.id
    crowd.tenures.extend(_tenures(source, slot, drawn, kind))


def _tenures(source: random.Random, slot: Slot, drawn: Drawn, kind: str) -> Iterator[Tenure]:
    """One tenure per seat; the seat of a department that comes with the office is 兼任."""
    for number, post in enumerate(slot.posts):
        own = kind
        if kind == "代理" and post.role != "正职":
            own = "任职"
        elif number > 0 and post.post_kind == "部门正职":
            own = "兼任"
        yield Tenure(
            id=new("n", source),
            post=post.id,
            person=drawn.person.id,
            kind=own,
            start=drawn.start,
            promoted=drawn.promoted and own != "主持工作",
            document=f"云任〔{months.year_of(drawn.start)}〕{source.randint(1, 180)}号"
            if share(source, 0.6)
            else None,
        )


def _acting(order: Order) -> Order:
    """A deputy who is in charge: one level below the seat, and worded so."""
    row = replace(order.job.rows[0], post_kind="部门副职", role="副职", level=SECOND)
    body = order.body
    deputy = body.entry["deputy"] if body else "副局长"
    text = f"{row.unit_text}党组成员、{deputy}（主持工作）"
    return replace(order, klass="department_deputy", job=Job(text, (row,)))


def _provisional(job: Job) -> Job:
    """Word an acting head of government: 县委副书记、代县长."""
    return replace(job, text=job.text.replace("副书记、", "副书记、代"))


def _leave_empty(source: random.Random, crowd: Crowd, slot: Slot, as_of: int) -> None:
    """Leave seats empty; somebody who is no longer in the base held them before."""
    end = as_of - source.randint(0, 9)
    name = draw_name(source, "男", "汉族")
    for post in slot.posts:
        crowd.tenures.append(
            Tenure(
                id=new("n", source),
                post=post.id,
                outsider=name,
                start=end - source.randint(20, 70),
                end=end,
                note="已调离本库",
            )
        )


def _seat_outsider(source: random.Random, crowd: Crowd, slot: Slot, as_of: int) -> None:
    name = draw_name(source, "男", "汉族")
    start = as_of - source.randint(4, 50)
    for post in slot.posts:
        crowd.tenures.append(
            Tenure(
                id=new("n", source),
                post=post.id,
                outsider=name,
                start=start,
                note="不属本级管理",
            )
        )


def _fill_pool(number: int, pool: Pool, crowd: Crowd, people: int, as_of: int) -> None:
    """Draw people without a seat until each band has its share (1,190 county level of 8,155)."""
    seated = len(crowd.people)
    county = sum(1 for p in crowd.people if (p.level or "").startswith("县处级"))
    wanted_county = max(0, round(people * 1190 / 8155) - county)
    rest = max(0, people - seated)
    wanted_county = min(wanted_county, rest)
    for at in range(rest):
        source = stream(number, "pool", at)
        klass = weighted(source, POOL_COUNTY if at < wanted_county else POOL_SECTION)
        order = _pool_order(source, pool.ground, klass)
        drawn = draw(source, pool, order, as_of)
        crowd.people.append(drawn.person)
        crowd.records.extend(drawn.records)


COUNTY_GRADES = {"四级调研员": 0.58, "三级调研员": 0.22, "二级调研员": 0.15, "一级调研员": 0.05}
SECTION_GRADES = {
    "一级主任科员": 0.28,
    "二级主任科员": 0.2,
    "三级主任科员": 0.24,
    "四级主任科员": 0.28,
}
MIDDLE = (  # unit kind, unit after the area, title, post kind
    ("县级法院", "人民法院", "民事审判庭庭长", "内设正职"),
    ("县级法院", "人民法院", "执行局副局长", "内设副职"),
    ("县级检察院", "人民检察院", "第一检察部主任", "内设正职"),
    ("县直部门", "公安局", "刑侦大队教导员", "内设正职"),
    ("县直部门", "公安局", "城关派出所所长", "内设正职"),
    ("县级纪委", "纪委", "第一纪检监察室主任", "内设正职"),
    ("县直部门", "农业农村局", "农村经济服务中心主任", "内设正职"),
    ("县直部门", "政府办公室", "机关事务服务中心主任", "内设正职"),
)
CITY_LEADERS = (
    ("市级人大", "人大常委会", "农业农村工作委员会副主任", "内设副职"),
    ("市级人大", "人大常委会", "财政经济工作委员会副主任", "内设副职"),
    ("市级政协", "政协", "文化文史委员会副主任", "内设副职"),
    ("市级政协", "政协", "提案委员会副主任", "内设副职"),
    ("市级法院", "中级人民法院", "审判委员会专职委员", "部门其他"),
    ("市级检察院", "人民检察院", "检察委员会专职委员", "部门其他"),
    ("市直部门", "公安局", "交通警察支队支队长", "内设正职"),
    ("市级党委", "委", "巡察组组长", "内设正职"),
    ("医院", "第一人民医院", "副院长", "部门副职"),
    ("中小学", "第一中学", "校长", "部门正职"),
)


def _pool_order(source: random.Random, ground: Ground, klass: str) -> Order:
    """Choose the present job of somebody without a seat."""
    area = pick(source, ground.areas)
    match klass:
        case "county_grade" | "area_grade":
            grades = COUNTY_GRADES if klass == "county_grade" else SECTION_GRADES
            return _grade_order(
                source, area, pick(source, area.bodies), klass, weighted(source, grades)
            )
        case "city_grade" | "section_grade":
            grades = COUNTY_GRADES if klass == "city_grade" else SECTION_GRADES
            body = pick(source, ground.city.bodies)
            return _grade_order(source, ground.city, body, klass, weighted(source, grades))
        case "section_head" | "section_deputy":
            body = pick(source, ground.city.bodies)
            job = section(source, body, HEAD if klass == "section_head" else SECOND)
            return Order(klass, job, ground.city, body.unit, body=body)
        case "city_leader":
            return _titled(ground.city, klass, pick(source, CITY_LEADERS))
        case _:
            return _titled(area, klass, pick(source, MIDDLE))


def _grade_order(source: random.Random, place: Place, body: Body, klass: str, grade: str) -> Order:
    if klass == "area_grade" and share(source, 0.3):
        town = pick(source, place.towns)
        where = place.call + town.name
        row = Row(where, town.kind, place.area, "职级公务员", None, unit=town.unit)
        return Order(klass, Job(where + grade, (row,)), place, town.unit, grade=grade)
    row = Row(body.name, body.unit_kind, body.area, "职级公务员", None, unit=body.unit)
    return Order(klass, Job(body.name + grade, (row,)), place, body.unit, body=body, grade=grade)


def _titled(place: Place, klass: str, title: tuple[str, str, str, str]) -> Order:
    """Make an order for somebody who leads a part of a court, a bureau, a hospital ..."""
    kind, unit_name, name, post_kind = title
    where = place.call + unit_name
    role = {"正": "正职", "副": "副职"}.get(post_kind[2], "其他")
    unit = next((body.unit for body in place.bodies if body.name == where), None)
    organ = dict(place.organs).get(kind.removeprefix("县级"))
    row = Row(where, kind, place.area, post_kind, CLASSES[klass].level, role, unit=unit or organ)
    return Order(klass, Job(where + name, (row,)), place, unit or organ or place.unit)
