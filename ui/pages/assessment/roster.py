"""The members of one team as rows and as distributions. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leadership_model.assessment.outlook import due
from leadership_model.assessment.world import World
from leadership_model.people import codes
from leadership_model.people.gaps import OPEN
from leadership_model.people.seating import OUTSIDER
from ui import names
from ui.pages.assessment.work import View, holder_name
from ui.tables.cell import Cell
from ui.tables.columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member, or an outsider (`person` -2) of whom only name and post are known."""

    person: int
    name: str
    post: str
    role: str
    sex: str = ""
    age: int | None = None
    ethnicity: str = ""
    party: str = ""
    full_time: str = ""
    in_service: str = ""
    level: str = ""
    grade: str = ""
    since: int | None = None
    months: int | None = None
    origin: str = ""
    due: int | None = None
    has_photo: bool = False

    @property
    def known(self) -> bool:
        """Whether the member is a person of the base."""
        return self.person >= 0


def members(seen: View) -> tuple[Member, ...]:
    """List the members in the order of their posts, outsiders at their seats."""
    world, found, done = seen.world, [], set()
    span = due(world)
    for seat in world.seating.seats(seen.team):
        holder = int(world.seating.holder[seat])
        if holder == OUTSIDER:
            name, post = holder_name(world, seat), names.post_name(world.snapshot, seat)
            role = world.snapshot.posts.raw("role")[seat] or ""
            found.append(Member(person=holder, name=name, post=post, role=role))
        elif holder >= 0 and holder not in done:
            done.add(holder)
            low, high = int(span.low[holder]), int(span.high[holder])
            found.append(_member(world, holder, seat, low if low == high < OPEN else None))
    return tuple(found)


def _member(world: World, person: int, seat: int, leaves: int | None) -> Member:
    snapshot = world.snapshot
    people, posts = snapshot.people, snapshot.posts
    team = int(posts.owners()[seat])
    seats = [p for p in world.seating.seats(team) if int(world.seating.holder[p]) == person]
    since = int(world.seating.since[seat])
    return Member(
        person=person,
        name=names.person_name(snapshot, person),
        post="、".join(dict.fromkeys(names.post_name(snapshot, p) for p in seats)),
        role=posts.raw("role")[seat] or "",
        sex=people.raw("sex")[person] or "",
        age=names.age(snapshot, person, world.as_of),
        ethnicity=people.raw("ethnicity")[person] or "",
        party=people.raw("party")[person] or "",
        full_time=_schooling(world, person, "全日制"),
        in_service=_schooling(world, person, "在职"),
        level=people.raw("level")[person] or "",
        grade=people.raw("grade")[person] or "",
        since=since if since >= 0 else None,
        months=world.as_of - since if since >= 0 else None,
        origin=people.raw("origin")[person] or "",
        due=leaves,
        has_photo=bool(people.raw("has_photo")[person]),
    )


def _schooling(world: World, person: int, mode: str) -> str:
    table = world.snapshot["education"]
    rows = [table.record(row) for row in table.of(person)]
    ranks = codes.ranks("education")
    found = [row for row in rows if row.mode == mode and row.schooling]
    best = max((ranks.get(row.schooling, -1) for row in found), default=None)
    return next((row.schooling for row in found if ranks.get(row.schooling, -1) == best), "")


def columns(world: World) -> tuple[Column, ...]:
    """The roster's columns over members."""
    as_of = world.as_of
    return (
        Column(id="name", title="姓名", width=96, cell=_name, search=True, fixed=True),
        Column(
            id="post", title="职务", width=150, cell=_post, search=True, stretch=True, tip=_post
        ),
        Column(id="role", title="角色", width=54, cell=_role),
        Column(id="sex", title="性别", width=48, cell=_sex),
        Column(id="age", title="年龄", width=48, align="right", cell=_age, keys=_ages),
        Column(id="ethnicity", title="民族", width=72, cell=_ethnicity),
        Column(id="party", title="政治面貌", width=86, cell=_party),
        Column(id="full", title="全日制学历", width=86, cell=_full),
        Column(id="part", title="在职学历", width=86, cell=_part),
        Column(id="level", title="职务层次", width=92, cell=_level),
        Column(id="grade", title="职级", width=96, cell=_grade, shown=False),
        Column(id="since", title="任现职", width=76, cell=_since, keys=_since_keys),
        Column(id="months", title="已任", width=96, align="right", cell=_months, keys=_month_keys),
        Column(
            id="due",
            title="法定退休",
            width=84,
            cell=_due(as_of),
            keys=_due_keys,
            heading_tip="到达法定退休年龄的月份；一年以内的标黄，已到的标红",
        ),
        Column(id="origin", title="籍贯", width=96, cell=_origin),
    )


def _name(row: Member) -> Cell:
    return Cell(text=row.name, avatar=row.name[:1], tone="text" if row.known else "text2")


def _post(row: Member) -> str:
    return row.post


def _role(row: Member) -> str:
    return row.role


def _sex(row: Member) -> Cell:
    return _known(row, row.sex)


def _age(row: Member) -> Cell:
    return _known(row, "" if row.age is None else str(row.age))


def _ages(rows: Sequence[Member]) -> list[int]:
    return [-1 if row.age is None else row.age for row in rows]


def _ethnicity(row: Member) -> Cell:
    return _known(row, row.ethnicity)


def _party(row: Member) -> Cell:
    return _known(row, row.party)


def _full(row: Member) -> str:
    return row.full_time or names.NOTHING


def _part(row: Member) -> str:
    return row.in_service or names.NOTHING


def _level(row: Member) -> Cell:
    return _known(row, row.level)


def _grade(row: Member) -> str:
    return row.grade or names.NOTHING


def _since(row: Member) -> str:
    return names.month(row.since)


def _since_keys(rows: Sequence[Member]) -> list[int]:
    return [-1 if row.since is None else row.since for row in rows]


def _months(row: Member) -> str:
    return names.NOTHING if row.months is None else names.span(row.months)


def _month_keys(rows: Sequence[Member]) -> list[int]:
    return [-1 if row.months is None else row.months for row in rows]


def _origin(row: Member) -> Cell:
    return _known(row, row.origin)


def _due(as_of: int) -> Callable[[Member], Cell]:
    def cell(row: Member) -> Cell:
        if row.due is None:
            return _known(row, "")
        left = row.due - as_of
        mark = "red" if left <= 0 else "yellow" if left <= 12 else ""
        return Cell(text=names.month(row.due), mark=mark, tone=mark or "text")

    return cell


def _due_keys(rows: Sequence[Member]) -> list[int]:
    return [-1 if row.due is None else row.due for row in rows]


def _known(row: Member, text: str) -> Cell:
    """Write a value; what is missing is said to be open, of outsiders nothing is known."""
    return Cell(text=text) if text else Cell(text="待核" if row.known else "库外", tone="text2")
