"""What uses a unit, a team or a post, in sentences: why it cannot be retired or deleted."""

from collections.abc import Iterator

import numpy as np

from leadership_model.people.post import Post
from leadership_model.people.seating import OUTSIDER, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit

NAMED = 3  # so many are called by name


def uses(seating: Seating, record: Unit | Team | Post) -> tuple[str, ...]:
    """Say what stands against retiring a record now; empty when nothing does."""
    match record:
        case Unit():
            return tuple(_of_unit(seating.snapshot, record))
        case Team():
            return tuple(_of_team(seating.snapshot, record))
        case Post():
            return tuple(_of_post(seating, record))


def refusal(record: Unit | Team | Post, found: tuple[str, ...], what: str) -> str:
    """Put what uses a record into one sentence; `what` is 停用 or 删除."""
    return f"“{record.name}”还不能{what}：{'；'.join(found)}。请先处理它们。"


def area_uses(snapshot: Snapshot, name: str) -> tuple[str, ...]:
    """Say which records lie in an area by its name."""
    found = []
    for table, field, words, unit in (
        ("unit", "area", "单位", "个"),
        ("team", "area", "班子", "个"),
        ("person", "hometown", "成长地为此的干部", "人"),
        ("career_entry", "area", "履历", "条"),
    ):
        texts = snapshot[table].texts(field)
        count = int((texts.codes == texts.code(name)).sum())
        if table == "unit":
            own = [
                at
                for at, each in enumerate(snapshot["unit"].raw("name"))
                if each == name and snapshot["unit"].raw("area")[at] == name
            ]
            count -= len(own)
        if count > 0:
            found.append(f"{words} {count} {unit}")
    return tuple(found)


def _of_unit(snapshot: Snapshot, unit: Unit) -> Iterator[str]:
    units, at = snapshot["unit"], snapshot["unit"].positions.get(unit.id, -9)
    gone = units.ints("retired") == 1
    for field, words in (("parent", "下级单位"), ("upper", "所领导的单位")):
        rows = np.flatnonzero((units.ints(field) == at) & ~gone)
        if len(rows):
            yield _listed(words, [units.raw("name")[int(row)] for row in rows], "个")
    rows = np.flatnonzero(snapshot.teams.ints("unit") == at)
    if len(rows):
        yield _listed("班子", [snapshot.teams.raw("name")[int(row)] for row in rows], "个")
    people = snapshot.people
    rows = np.flatnonzero((people.ints("unit") == at) & people.texts("status").mask("在职"))
    if len(rows):
        yield _listed("在职干部", [people.raw("name")[int(row)] for row in rows], "人")
    if unit.kind == "地区" and unit.name:
        found = area_uses(snapshot, unit.name)
        if found:
            yield f"在这个地区的有{'、'.join(found)}"


def _of_team(snapshot: Snapshot, team: Team) -> Iterator[str]:
    at = snapshot.teams.positions.get(team.id)
    if at is None:
        return
    names = [snapshot.posts.raw("name")[seat] for seat in snapshot.posts.of(at)]
    if names:
        yield _listed("岗位", names, "个")


def _of_post(seating: Seating, post: Post) -> Iterator[str]:
    snapshot = seating.snapshot
    at = snapshot.posts.positions.get(post.id)
    if at is None:
        return
    holder = int(seating.holder[at])
    if holder >= 0:
        yield f"现由{snapshot.people.raw('name')[holder]}任职"
    elif holder == OUTSIDER:
        yield "现由库外人员任职"
    tenures = snapshot["tenure"]
    later = np.flatnonzero((tenures.ints("post") == at) & (tenures.ints("start") > seating.as_of))
    if len(later):
        yield f"有 {len(later)} 条以后月份起的任职"
    for row in seating.attached:
        if int(tenures.ints("post")[row]) == at:
            yield f"有一条{tenures.raw('kind')[row]}的任职"
    if post.linked:
        others = [
            snapshot.posts.raw("name")[p]
            for p, group in enumerate(snapshot.posts.raw("linked"))
            if group == post.linked and p != at
        ]
        if others:
            yield _listed("联职岗位", others, "个")


def _listed(words: str, names: list[str], unit: str) -> str:
    shown = "、".join(name or "未命名" for name in names[:NAMED])
    more = f"等 {len(names)} {unit}" if len(names) > NAMED else ""
    return f"{words}{shown}{more}"
