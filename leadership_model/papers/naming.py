"""Names of files by a pattern such as `{姓名}_{单位}`: checked, made safe, clashes numbered."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.people.seating import Seating

DEFAULT = "{姓名}_{单位}"
LONGEST = 120  # letters of a name; with folder and ending it stays below what systems allow
_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = '\\/:*?"<>|\n\r\t'
# Names Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name may be made of, for one person; `number` counts from 1 in the order given."""

    seating: Seating
    person: int
    number: int


def _field(name: str) -> Callable[[Named], str]:
    def read(named: Named) -> str:
        return str(named.seating.snapshot.people.raw(name)[named.person] or "")

    return read


def _birth(named: Named) -> str:
    birth = named.seating.snapshot.people.raw("birth")[named.person]
    return "" if birth is None else months.show_digits(birth)


def team_of(seating: Seating, person: int) -> str:
    """Name the team of somebody's main seat; empty without one."""
    post = int(seating.main_post()[person])
    if post < 0:
        return ""
    return seating.snapshot.teams.raw("name")[int(seating.snapshot.posts.owners()[post])] or ""


def unit_of(seating: Seating, person: int) -> str:
    """Name the body somebody belongs to: that of the main seat, else the one on record."""
    snapshot = seating.snapshot
    team = team_of(seating, person).removesuffix("领导班子").removesuffix("班子")
    if team:
        return team
    unit = snapshot.people.raw("unit")[person]
    at = snapshot["unit"].positions.get(unit or "")
    return "" if at is None else snapshot["unit"].raw("name")[at] or ""


def _unit(named: Named) -> str:
    return unit_of(named.seating, named.person)


def _team(named: Named) -> str:
    return team_of(named.seating, named.person)


def _number(named: Named) -> str:
    return f"{named.number:03d}"


def _month(named: Named) -> str:
    return months.show_digits(named.seating.as_of)


FIELDS: dict[str, Callable[[Named], str]] = {
    "姓名": _field("name"),
    "单位": _unit,
    "班子": _team,
    "现任职务": _field("post_text"),
    "性别": _field("sex"),
    "出生年月": _birth,
    "职务层次": _field("level"),
    "职级": _field("grade"),
    "身份证号": _field("id_number"),
    "编号": _field("id"),
    "序号": _number,
    "基准日期": _month,
}


def check(pattern: str) -> str:
    """Say in one sentence what is wrong with a pattern; empty when nothing is."""
    bare = _FIELD.sub("", pattern)
    if "{" in bare or "}" in bare:
        return "花括号要成对，如 {姓名}_{单位}。"
    unknown = [each for each in _FIELD.findall(pattern) if each not in FIELDS]
    if unknown:
        return f"不认识“{'、'.join(unknown)}”，可用的有：{'、'.join(FIELDS)}。"
    wrong = [each for each in bare if each in _FORBIDDEN]
    if wrong:
        shown = "、".join(dict.fromkeys(each if each.isprintable() else "换行" for each in wrong))
        return f"文件名里不能有 {shown}。"
    if not _FIELD.search(pattern):
        return "请至少用一个花括号里的项目，如 {姓名}，否则所有文件同名。"
    return ""


def names(pattern: str, seating: Seating, people: Sequence[int]) -> tuple[str, ...]:
    """Name a file for each person (positions), without ending; equal names are numbered.

    Two names are equal when a file system that does not tell A from a would take them for one.
    Raises ValueError for a pattern `check` refuses.
    """
    wrong = check(pattern)
    if wrong:
        raise ValueError(wrong)
    return apart(
        safe(_filled(pattern, Named(seating, each, at))) for at, each in enumerate(people, 1)
    )


def _filled(pattern: str, named: Named) -> str:
    pieces = _FIELD.split(pattern)  # texts and fields in turn
    return "".join(FIELDS[piece](named) if at % 2 else piece for at, piece in enumerate(pieces))


def apart(listed: Iterable[str]) -> tuple[str, ...]:
    """Number names that clash: the first stays as it is, then _2, _3 ..."""
    taken: set[str] = set()
    made: list[str] = []
    for name in listed:
        found, number = name, 1
        while found.casefold() in taken:
            number += 1
            found = f"{name}_{number}"
        taken.add(found.casefold())
        made.append(found)
    return tuple(made)


def safe(name: str) -> str:
    """Make a name of a file out of a text: no forbidden letters, no device, not too long."""
    plain = "".join("_" if each in _FORBIDDEN else each for each in name)
    plain = plain[:LONGEST].strip(" ._") or "无名"
    return f"_{plain}" if _DEVICES.match(plain) else plain
