"""What a person's present seat says: post, unit, area, where one came from."""

import numpy as np

from leadership_model.conditions.protocols import ChoiceColumn, TextColumn
from leadership_model.elements import columns
from leadership_model.elements.careers import careers
from leadership_model.elements.present import area_of_posts, unit_of_posts
from leadership_model.elements.source import Source
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints, Texts

ORIGINS = ("本单位", "市直单位", "县（市、区）", "上级机关", "军队转业", "其他")
_FROM = {
    **dict.fromkeys(("县直部门", "乡镇", "街道", "村社区"), "县（市、区）"),
    **{kind: "县（市、区）" for kind in codes.career_words("unit_kinds") if kind[:2] == "县级"},
    **{kind: "市直单位" for kind in codes.career_words("unit_kinds") if kind[:2] == "市级"},
    "市直部门": "市直单位",
    "部队": "军队转业",
    **dict.fromkeys(("省直单位", "中央单位"), "上级机关"),
}


def choice(source: Source, field: str) -> ChoiceColumn:
    """Give a choice or flag that the present seat decides."""
    posts, teams = source.snapshot.posts, source.snapshot.teams
    match field:
        case "area":
            return columns.choice(area(source))
        case "at_home":
            return columns.flags(at_home(source))
        case "came_from":
            return _came_from(source)
        case "in_team":
            return columns.flag_of(_members(source))
        case "post_role":
            return _of_main(source, posts.texts("role"))
        case "post_kind":
            return _of_main(source, posts.texts("post_kind"))
        case "team_category":
            found = teams.texts("category")
            here = np.append(found.codes, UNKNOWN)[posts.ints("team")]
            return _of_main(source, Texts(here.astype(np.int32), found.table))
        case _:
            raise UserError(f"没有名为 {field} 的选项字段，请核对要素定义")


def text(source: Source, field: str) -> TextColumn:
    """Give 现任职务 or 单位; who a plan gave another seat shows the new one."""
    match field:
        case "post_text":
            return _post_text(source)
        case "unit_name":
            names = [*source.snapshot["unit"].raw("name"), None]
            return columns.text([names[each] for each in units(source).tolist()])
        case _:
            raise UserError(f"没有名为 {field} 的文字字段，请核对要素定义")


def since(source: Source) -> tuple[Ints, Bools]:
    """Give the start of the longest-held present seat, and who has none."""
    main = source.seating.main_post()
    begun = np.append(source.seating.since, UNKNOWN)[main]
    return begun.astype(np.int32), main < 0


def _of_main(source: Source, of_posts: Texts) -> ChoiceColumn:
    """Look something up at each person's main seat; 无 without a seat."""
    main = source.seating.main_post()
    found = np.append(of_posts.codes, ABSENT)[main]
    return ChoiceColumn(found.astype(np.int32), of_posts.table)


def _members(source: Source) -> Bools:
    """Mark who holds a seat that makes a 班子成员."""
    mask = np.zeros(source.count, dtype=np.bool_)
    holder = source.seating.holder
    mask[holder[(holder >= 0) & (source.snapshot.posts.ints("member") == 1)]] = True
    return mask


def units(source: Source) -> Ints:
    """Give the unit of each person: as recorded, or of the new seat of who was moved."""
    return source.keep("units", lambda: _units(source), seated=True)


def _units(source: Source) -> Ints:
    own = source.snapshot.people.ints("unit")
    main = source.seating.main_post()
    there = np.append(unit_of_posts(source), UNKNOWN)[main]
    return np.where((there >= 0) & (source.moved() | (own < 0)), there, own).astype(np.int32)


def area(source: Source) -> Texts:
    """Give the area each person works in: of the main seat, else of the unit."""
    return source.keep("area", lambda: _area(source), seated=True)


def _area(source: Source) -> Texts:
    of_posts, of_units = area_of_posts(source), source.snapshot["unit"].texts("area")
    table = tuple(dict.fromkeys((*of_posts.table, *of_units.table)))
    places = {name: place for place, name in enumerate(table)}
    seat = np.append(of_posts.mapped(places), UNKNOWN)[source.seating.main_post()]
    unit = np.append(of_units.mapped(places), UNKNOWN)[source.snapshot.people.ints("unit")]
    return Texts(np.where(seat >= 0, seat, unit).astype(np.int32), table)


def at_home(source: Source) -> Ints:
    """Say who works in the home area 成长地."""
    here, home = area(source), source.snapshot.people.texts("hometown")
    places = {name: place for place, name in enumerate(here.table)}
    homes = home.mapped(places, default=len(here.table))
    known = (here.codes >= 0) & (homes >= 0)
    return np.where(known, here.codes == homes, UNKNOWN).astype(np.int32)


def _post_text(source: Source) -> TextColumn:
    people = source.snapshot.people
    texts = list(people.raw("post_text"))
    absent = people.texts("post_text").codes == ABSENT
    moved = source.moved()
    if moved.any():
        absent = absent.copy()
        names = source.snapshot.posts.raw("name")
        for person in np.flatnonzero(moved).tolist():
            held = [names[post] or "" for post in source.seating.posts_of(person).tolist()]
            texts[person] = "、".join(held) or None
            absent[person] = not held
    return columns.text(texts, absent)


def _came_from(source: Source) -> ChoiceColumn:
    """Give 来源: the kind of unit served in right before the main seat; 无 without a seat.

    The last career row that began before the seat did, in another job than the seat's; the same
    unit is 本单位.
    """
    found = careers(source)
    rows = source.snapshot["career_entry"]
    begun, none = since(source)
    owner = found.rows.owner
    before = (found.start < begun[owner]) & found.job.sure & ~found.second.possible
    last = np.full(source.count, -1, dtype=np.int64)
    candidates = np.flatnonzero(before)
    last[owner[candidates]] = candidates  # rows ascend by start, so the last one stays
    at = np.append(found.at, 0)[last]
    kinds = rows.texts("unit_kind")
    places = {kind: ORIGINS.index(_FROM.get(kind, "其他")) for kind in kinds.table}
    origin = np.append(kinds.mapped(places), UNKNOWN)[np.where(last >= 0, at, -1)]
    unit = np.append(rows.ints("unit"), UNKNOWN)[np.where(last >= 0, at, -1)]
    seat = np.append(unit_of_posts(source), UNKNOWN)[source.seating.main_post()]
    origin = np.where((unit >= 0) & (unit == seat), 0, origin)
    sure = found.complete & (last >= 0) & (begun >= 0)
    result = np.where(none, ABSENT, np.where(sure, origin, UNKNOWN))
    return ChoiceColumn(result.astype(np.int32), ORIGINS)
