"""Posts as objects of a query: held since, vacant since, by sheet, by function, by level."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.people.table import Ints
from leadership_model.query.object_facets import Group, Least

HELD, EMPTY, OUTSIDE, SPARE = "有人", "空缺", "库外人员", "不占职数空位"
SHEETS = ("任职者符合", "任职者不符合", "任职者待核", "空缺，有资格条件", "未设资格条件")
HOLDING = ("不满1年", "1–3年", "3–5年", "5–10年", "10年以上", "任职时间待核")
VACANT_FOR = ("不满3个月", "3–6个月", "6–12个月", "1年以上", "空缺时间待核")


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post with its holder; `since`: in post since, `empty_since`: vacant since, or UNKNOWN."""

    id: str
    post: int
    name: str
    team: str
    category: str
    level: str
    role: str
    functions: str
    holder: str
    person: str
    vacant: bool
    since: int
    area: str = ""
    status: str = HELD
    empty_since: int = UNKNOWN
    held: int | None = None
    empty: int | None = None
    requires: str = ""
    sheet: str = SHEETS[4]


def _status(row: PostRow) -> Sequence[str]:
    return (row.status,)


def _role(row: PostRow) -> Sequence[str]:
    return (row.role,) if row.role else ()


def _level(row: PostRow) -> Sequence[str]:
    return (row.level,) if row.level else ()


def _category(row: PostRow) -> Sequence[str]:
    return (row.category,) if row.category else ()


def _area(row: PostRow) -> Sequence[str]:
    return (row.area,) if row.area else ()


def _functions(row: PostRow) -> Sequence[str]:
    return tuple(filter(None, row.functions.split("、")))


def _sheet(row: PostRow) -> Sequence[str]:
    return (row.sheet,)


def _holding(row: PostRow) -> Sequence[str]:
    if row.status not in (HELD, OUTSIDE):
        return ()
    return (_band(row.held, (12, 36, 60, 120), HOLDING),)


def _vacant_for(row: PostRow) -> Sequence[str]:
    return (_band(row.empty, (3, 6, 12), VACANT_FOR),) if row.vacant else ()


def _band(months: int | None, edges: Sequence[int], words: Sequence[str]) -> str:
    if months is None:
        return words[-1]
    return words[sum(months >= each for each in edges)]


def _held(row: PostRow) -> int | None:
    return None if row.held is None else row.held // 12


def _empty(row: PostRow) -> int | None:
    return row.empty if row.vacant else None


GROUPS: tuple[Group[PostRow], ...] = (
    Group("status", "任职状态", _status, (EMPTY, HELD, OUTSIDE, SPARE)),
    Group("empty", "空缺时间", _vacant_for, VACANT_FOR),
    Group("held", "任现职时间", _holding, HOLDING),
    Group("sheet", "资格条件", _sheet, SHEETS),
    Group("role", "角色", _role, ("正职", "副职", "其他")),
    Group("level", "职务层次", _level),
    Group("category", "班子类别", _category),
    Group("functions", "职责板块", _functions),
    Group("area", "地区", _area),
)
NUMBERS: tuple[Least[PostRow], ...] = (
    Least("held", "任现职", "年", _held),
    Least("empty", "空缺", "个月", _empty),
)


def vacant_since(world: World) -> dict[int, int]:
    """Give the month in which the last holder of each post left it, by post."""
    tenures = world.snapshot["tenure"]
    posts, ends = tenures.ints("post"), tenures.ints("end")
    gone = np.flatnonzero((ends >= 0) & (ends <= world.as_of) & (posts >= 0))
    found: dict[int, int] = {}
    for row in gone.tolist():
        post, end = int(posts[row]), int(ends[row])
        found[post] = max(found.get(post, 0), end)
    return found


def post_rows(world: World) -> tuple[PostRow, ...]:
    """Make the rows of all posts, in the order of their teams."""
    posts, owners = world.snapshot.posts, world.snapshot.posts.owners()
    left = vacant_since(world)
    order = world.snapshot.teams.ints("order")
    rows = [_post(world, post, owners, left) for post in range(len(posts))]
    return tuple(sorted(rows, key=lambda row: (int(order[owners[row.post]]), row.post)))


def _post(world: World, post: int, owners: Ints, left: dict[int, int]) -> PostRow:
    posts, teams, seating = world.snapshot.posts, world.snapshot.teams, world.seating
    holder, team = int(seating.holder[post]), int(owners[post])
    since, gone = int(seating.since[post]), left.get(post, UNKNOWN)
    takes = posts.ints("takes_quota")[post] == 1
    empty = holder == VACANT
    status = (EMPTY if takes else SPARE) if empty else OUTSIDE if holder == OUTSIDER else HELD
    return PostRow(
        id=world.post_ids[post],
        post=post,
        name=posts.raw("name")[post] or "（未命名岗位）",
        team=teams.raw("name")[team] or "（未命名班子）",
        category=teams.raw("category")[team] or "",
        level=posts.raw("level")[post] or "",
        role=posts.raw("role")[post] or "",
        functions=posts.raw("functions")[post] or "",
        holder=_holder(world, post, holder),
        person=world.person_ids[holder] if holder >= 0 else "",
        vacant=empty and bool(takes),
        since=since,
        area=teams.raw("area")[team] or "",
        status=status,
        empty_since=gone if empty else UNKNOWN,
        held=world.as_of - since if since >= 0 else None,
        empty=world.as_of - gone if empty and gone >= 0 else None,
        requires=posts.raw("requires")[post] or "",
        sheet=_meets(world, post, holder),
    )


def _holder(world: World, post: int, holder: int) -> str:
    if holder == VACANT:
        return ""
    if holder == OUTSIDER:
        tenures = world.snapshot["tenure"].raw("outsider")
        return f"{tenures[int(world.seating.tenure[post])] or ''}（库外）"
    return world.snapshot.people.raw("name")[holder] or "（未填姓名）"


def _meets(world: World, post: int, holder: int) -> str:
    """Say how the holder stands to the requirement sheet of a post."""
    if not world.snapshot.posts.raw("requires")[post]:
        return SHEETS[4]
    if holder == VACANT:
        return SHEETS[3]
    answers = world.sheet(post)
    row = world.facts.count if holder == OUTSIDER else holder
    if answers.sure[row]:
        return SHEETS[0]
    return SHEETS[2] if answers.possible[row] else SHEETS[1]
