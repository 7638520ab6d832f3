"""Units, teams and posts of the city, and the slots: seats that one person fills together."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from leadership_model.sample.chance import stream, weighted
from leadership_model.sample.job import Job
from leadership_model.sample.place import CITY_AREA, Body, Ground, Place
from leadership_model.sample.posts import Seat, of_body, of_organ, of_town

TERM_START = months.of(2021, 12)
PERSONNEL = ("纪委监委机关", "组织部", "财政局", "审计局", "人力资源和社会保障局", "编办")
ORGAN_NAMES = {
    "党委": "中共{}委员会",
    "人大": "{}人大常委会",
    "政府": "{}人民政府",
    "政协": "政协{}委员会",
    "法院": "{}人民法院",
    "检察院": "{}人民检察院",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """The seats one person fills, with the job they are in a résumé."""

    klass: str
    posts: tuple[Post, ...]
    job: Job
    place: Place
    unit: str
    want: tuple[str, ...]
    body: Body | None = None

    @property
    def team(self) -> str:
        """The team of its first seat."""
        return self.posts[0].team or ""


@dataclass(slots=True)
class Layout:
    """What is being laid out; filled once by `lay`."""

    units: list[Unit] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


def lay(ground: Ground, number: int) -> Layout:
    """Make every unit, team, post and slot of a city; `number` is the seed."""
    source = stream(number, "layout")
    layout = Layout()
    layout.units += list(_units(ground))
    groups: dict[str, list[tuple[Seat, Post, Place, str, Body | None]]] = {}
    for unit, category, organ, place, seats, body in _teams(source, ground):
        team = _team(source, layout, unit, category, organ, place, seats)
        layout.teams.append(team)
        for order, seat in enumerate(seats):
            post = _post(source, team, seat, order)
            layout.posts.append(post)
            key = seat.together or post.id
            groups.setdefault(key, []).append((seat, post, place, unit, body))
    for linked in groups.values():
        layout.slots.append(_slot(linked))
    final = {post.id: post for slot in layout.slots for post in slot.posts}
    layout.posts = [final[post.id] for post in layout.posts]
    return layout


TeamPlan = tuple[str, str, str | None, Place, list[Seat], Body | None]


def _teams(source: random.Random, ground: Ground) -> Iterator[TeamPlan]:
    """Go through the teams: unit, category, place among the four teams, area, seats, body."""
    for area in ground.areas:
        for organ, unit in area.organs:
            category = "县级法检" if organ in ("法院", "检察院") else f"县级{organ}"
            yield unit, category, organ, area, of_organ(area, organ), None
    for area in ground.areas:
        for town in area.towns:
            yield town.unit, town.kind, None, area, of_town(area, town), None
    for body in ground.city.bodies:
        seats = _city_seats(body, of_body(body, "市", _sizes(source, city=True)))
        yield body.unit, "市直部门", None, ground.city, seats, body
    for body in ground.others:
        yield (
            body.unit,
            body.entry["category"],
            None,
            ground.city,
            of_body(body, "市", (4, False)),
            body,
        )
    for area in ground.areas:
        for body in area.bodies:
            seats = _chaired(body, area, of_body(body, area.word, _sizes(source, city=False)))
            yield body.unit, "县直部门", None, area, seats, body


def _sizes(source: random.Random, *, city: bool) -> tuple[int, bool]:
    """Draw how many deputies a department has, and whether one more leader."""
    shares = {(3, True): 0.55, (3, False): 0.25, (4, True): 0.2}
    if city:
        shares = {(3, True): 0.6, (3, False): 0.2, (4, True): 0.2}
    return weighted(source, shares)


def _city_seats(body: Body, seats: list[Seat]) -> list[Seat]:
    """Give the heads that sit in the city's own committee to people from outside the base."""
    if body.entry["stem"] in ("纪委监委机关", "组织部", "政法委"):
        return [replace(seats[0], klass="outsider", level="厅局级副职", requires=None), *seats[1:]]
    return seats


def _chaired(body: Body, area: Place, seats: list[Seat]) -> list[Seat]:
    """Link the head of a department with the seat in the committee or government he also holds."""
    chair = body.entry.get("chair")
    if chair is None:
        return seats
    head = replace(
        seats[0], together=f"{area.name}/{chair}", level="县处级副职", job=None, requires=None
    )
    return [head, *seats[1:]]


def _team(
    source: random.Random,
    layout: Layout,
    unit: str,
    category: str,
    organ: str | None,
    place: Place,
    seats: list[Seat],
) -> Team:
    name = next(each.name for each in layout.units if each.id == unit)
    count = {role: sum(s.role == role for s in seats) for role in ("正职", "副职", "其他")}
    termed = category.startswith("县级") or category == "乡镇"
    return Team(
        id=new("t", source),
        unit=unit,
        name=f"{name}领导班子",
        category=category,
        sub_category=_sub_category(category, place),
        area=place.area,
        place=organ,
        quota_head=count["正职"],
        quota_deputy=count["副职"],
        quota_other=count["其他"],
        term_start=TERM_START if termed else None,
        term_number=(source.randint(10, 18) if termed else None),
        order=len(layout.teams),
    )


def _sub_category(category: str, place: Place) -> str | None:
    return "自治县" if category.startswith("县级") and place.autonomy else None


def _post(source: random.Random, team: Team, seat: Seat, order: int) -> Post:
    return Post(
        id=new("s", source),
        team=team.id,
        name=seat.name,
        order=order,
        level=seat.level,
        role=seat.role,
        post_kind=seat.post_kind,
        functions="、".join(seat.functions),
        linked=seat.together,
        party_post=seat.party_post,
        elected=seat.elected,
        area_head=seat.area_head,
        requires=seat.requires,
        basis=seat.basis,
    )


def _slot(linked: list[tuple[Seat, Post, Place, str, Body | None]]) -> Slot:
    """Make one slot of seats held together; the seat with the wording leads."""
    seat, job, place, unit, body = next(
        (seat, seat.job, place, unit, body) for seat, _, place, unit, body in linked if seat.job
    )
    alone = len(linked) == 1
    elected = any(post.elected for _, post, _, _, _ in linked)
    posts = tuple(
        replace(post, linked=None) if alone else replace(post, elected=elected)
        for _, post, _, _, _ in linked
    )
    return Slot(seat.klass, posts, job, place, unit, seat.want, body)


def _units(ground: Ground) -> Iterator[Unit]:
    """Give the units as a tree: city, areas, organs, departments, townships."""
    city = ground.city
    yield Unit(
        id=city.unit, name=city.name, kind="地区", area=CITY_AREA, area_kind="地级市", code="9900"
    )
    for order, body in enumerate((*city.bodies, *ground.others)):
        yield _body_unit(body, city, order, None)
    for at, area in enumerate(ground.areas):
        yield Unit(
            id=area.unit,
            name=area.name,
            short_name=area.call,
            kind="地区",
            area=area.area,
            area_kind=area.kind,
            autonomy="、".join(area.autonomy) or None,
            code=f"9901{at + 1:02d}",
            parent=city.unit,
            order=at,
        )
        yield from _area_units(area)


def _area_units(area: Place) -> Iterator[Unit]:
    for order, (organ, unit) in enumerate(area.organs):
        yield Unit(
            id=unit,
            name=ORGAN_NAMES[organ].format(area.name),
            short_name=ORGAN_NAMES[organ].format(area.call),
            kind=f"县级{organ}",
            area=area.area,
            parent=area.unit,
            level="县处级副职" if organ in ("法院", "检察院") else "县处级正职",
            order=order,
        )
    for order, town in enumerate(area.towns):
        yield Unit(
            id=town.unit,
            name=area.call + town.name,
            short_name=town.name,
            kind=town.kind,
            area=area.area,
            parent=area.unit,
            level="乡科级正职",
            upper=area.organ("党委"),
            order=100 + order,
        )
    for order, body in enumerate(area.bodies):
        side = "政府" if body.entry["side"] == "政府" else "党委"
        yield _body_unit(body, area, 200 + order, area.organ(side))


def _body_unit(body: Body, place: Place, order: int, upper: str | None) -> Unit:
    return Unit(
        id=body.unit,
        name=body.name,
        kind=body.unit_kind,
        area=body.area,
        parent=place.unit,
        level="乡科级正职" if upper else "县处级正职",
        upper=upper,
        personnel=body.entry.get("stem") in PERSONNEL,
        order=order,
    )
