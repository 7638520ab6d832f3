"""What a line of a 简历 means: unit, area, post, level, functions, with a confidence.

A line that names several posts gives several readings. What is not understood gets a low
confidence, never a guess with a high one.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadership_model.people import codes, resume
from leadership_model.people.areas import NO_AREAS, Areas
from leadership_model.people.career import CareerEntry
from leadership_model.people.levels import level_of, stated
from leadership_model.people.post_words import (
    Post,
    Title,
    as_soldier,
    as_village,
    cut,
    leads_committee_office,
    meaning,
)
from leadership_model.people.unit_words import OFFICES, WORDS, Where, find_place, find_unit

__all__ = ["NO_AREAS", "Areas", "Reading", "careers", "read"]

_SEPARATORS = re.compile(r"[、，,；;]|(?<=[^兼])(?:并兼任|兼任|兼(?!职))|\s+")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_BEFORE = re.compile(
    r"^(?:先后)?(?:历任|曾任|担任|任|在|到|于|赴|兼任|兼|当选为?|被?选派到?|抽调到?|借调到?|聘任为?|后任|并任|其中|当选|提名为?|挂任|挂职任?|并)+"
)
_AFTER = re.compile(r"(?:\s*(?:提名人选|候选人|人选|（?兼）?|等职务?|职务|（?试用期.*?）?|一职))+$")
_STUDY = re.compile(rf"(?:{WORDS['study']})(?:[，,。；;].*)?$")
_STUDIED_AT = re.compile(WORDS["studied_at"])
_DEGREE = re.compile(r"获.{0,12}(?:学位|学历|证书)")
_SCHOOL = re.compile(
    r"^(?P<name>.*?(?:研究生院|研究生部|研究生班|大学|学院|党校|学校|中学|小学|专科学校|师范|电大|干校|中专|技校|卫校|农校|研究院))"
)
_BEST = {"部门正职": 3, "部门副职": 2, "部门其他": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """One post of one line. `sure` is 0 to 100."""

    kind: str = "任职"
    unit_text: str | None = None
    unit_kind: str | None = None
    area: str | None = None
    post_kind: str | None = None
    level: str | None = None
    role: str | None = None
    functions: tuple[str, ...] = ()
    secondment: bool = False
    sure: int = 100


def careers(
    lines: Sequence[resume.Line],
    areas: Areas = NO_AREAS,
    units: Mapping[str, str] | None = None,
) -> tuple[CareerEntry, ...]:
    """Read the lines of a 简历 as career entries without ids and person.

    `units` gives the id of a unit by its name. A 其间 entry with one month only lasts until its
    line ends when it tells of a post, else for that month.
    """
    made: list[CareerEntry] = []
    for line in lines:
        if line.remark or not (line.text or line.parts):
            continue
        sure = 100 if line.start is not None else 0
        for found in read(line.text, areas):
            made.append(_entry(line.number, found, line.start, line.end, line.text, sure, units))
        for part in line.parts:
            for found in read(part.text, areas, part.kind):
                end = _end_of(part, line, found)
                sure = 100 if part.start is not None else 0
                made.append(_entry(line.number, found, part.start, end, part.text, sure, units))
    return tuple(made)


def _end_of(part: resume.Part, line: resume.Line, found: Reading) -> int | None:
    if part.span == "range":
        return part.end
    if part.span == "month" and found.post_kind in (None, "学习", "其他"):
        return None if part.start is None else part.start + 1
    return line.end


def _entry(
    number: int,
    found: Reading,
    start: int | None,
    end: int | None,
    text: str,
    sure: int,
    units: Mapping[str, str] | None,
) -> CareerEntry:
    return CareerEntry(
        id="",
        person="",
        line=number,
        kind=found.kind,
        start=start,
        end=end,
        text=text,
        unit_text=found.unit_text,
        unit_kind=found.unit_kind,
        area=found.area,
        unit=(units or {}).get(found.unit_text or ""),
        post_kind=found.post_kind,
        level=found.level,
        role=found.role,
        functions="、".join(found.functions) or None,
        secondment=found.secondment,
        sure=min(sure, found.sure),
    )


@functools.lru_cache(maxsize=131072)
def read(text: str, areas: Areas = NO_AREAS, kind: str = "任职") -> tuple[Reading, ...]:
    """Read the text of one line or one 其间 / 跨段 item; at least one reading comes out."""
    plain = text.strip().strip("。；;，, ")
    if _is_study(plain):
        return (_study(plain, areas, "学习" if kind == "任职" else kind),)
    if re.search(WORDS["idle"], plain):
        return (Reading(kind, post_kind="其他", role="其他", sure=90),)
    secondment = re.search(WORDS["secondment"], plain) is not None
    level = stated(plain)
    bare = _BRACKET.sub("", plain) if not _BRACKET.fullmatch(plain) else plain
    bare = re.sub(r"[（(].*$", "", bare).strip() or plain
    found = [each for each in _posts(bare, areas)]
    if not found:
        return (Reading(kind, post_kind="其他", role="其他", secondment=secondment, sure=20),)
    made = _merged(found)
    return tuple(replace(each, kind=kind, secondment=secondment) for each in _levelled(made, level))


def _is_study(text: str) -> bool:
    found = _STUDY.search(text)
    if found is None:
        return bool(_DEGREE.search(text)) and bool(_STUDIED_AT.search(text))
    return bool(_STUDIED_AT.search(text[: found.end()])) or text in ("学习", "在职学习")


def _study(text: str, areas: Areas, kind: str) -> Reading:
    plain = _BEFORE.sub("", text)
    found = _SCHOOL.match(plain)
    name = found["name"] if found else None
    school = next(
        (e["kind"] for e in WORDS["school"] if name and re.search(e["words"], name)), None
    )
    place, _ = find_place(plain, areas, None)
    return Reading(
        kind,
        name,
        school or "其他",
        place.area if place else None,
        "学习",
        None,
        "其他",
        sure=100 if name else 80,
    )


def _posts(text: str, areas: Areas) -> Iterator[tuple[Title, Where, Post]]:
    """Cut a line into pieces, each a unit and a title; a piece without unit stays in the last."""
    before: Where | None = None
    waiting = ""
    for piece in _pieces(text):
        whole = waiting + _AFTER.sub("", _BEFORE.sub("", piece))
        title = _title(whole, before, areas)
        if title is None:
            waiting = f"{whole}、"
            continue
        waiting = ""
        where = find_unit(_path(title, before), areas, before) or Where()
        where = _adjusted(title, where, before)
        yield title, where, meaning(title, where)
        before = where if where.kind or where.call else before
    if waiting:
        where = find_unit(waiting.rstrip("、"), areas, before)
        if where is not None and where is not before and where.kind:
            yield Title(waiting), where, Post("一般干部", "其他", sure=60)
        elif before is None:
            yield Title(waiting), where or Where(), Post("其他", "其他", sure=20)


def _pieces(text: str) -> list[str]:
    return [each for each in _SEPARATORS.split(text) if each and each.strip()]


def _title(piece: str, before: Where | None, areas: Areas) -> Title | None:
    """Find the title of a piece, with the words of villages and forces where those are meant."""
    title = cut(piece)
    soldier = as_soldier(piece)
    if soldier is not None and (title is None or len(soldier) < len(title.path)):
        where = find_unit(soldier, areas, before)
        if where is not None and where.kind == "部队":
            return (
                title and replace(title, path=soldier) or Title(soldier, word=piece[len(soldier) :])
            )
    villager = as_village(piece)
    if villager is not None and (title is None or len(villager) < len(title.path)):
        where = find_unit(villager, areas, before)
        if where is not None and where.kind == "村社区":
            return (
                title
                and replace(title, path=villager)
                or Title(villager, word=piece[len(villager) :])
            )
    return title


def _path(title: Title, before: Where | None) -> str:
    """Give the path of a title, with the Party body where that is part of the unit's name."""
    path = title.path
    if title.party in ("工委", "纪工委", "机关党委") and path.endswith(
        ("机关", "直属", "教育", "卫生")
    ):
        return path + title.party
    if title.party == "纪工委" or (title.party == "工委" and path.endswith("人大")):
        return path
    return path


def _adjusted(title: Title, where: Where, before: Where | None) -> Where:
    """Turn an area without organ into the organ its title belongs to."""
    if where.kind is None and where.call and not where.organ:
        if title.word in ("长", "县长", "区长", "市长", "州长", "省长", "旗长"):
            return _government(where)
        if title.party == "党委" or title.word in ("常委", "书记"):
            return (
                find_unit(where.call + "委", NO_AREAS, None)
                and replace(where, organ="委", kind=_prefixed(where, "党委"))
                or where
            )
    governor = title.word in ("县长", "区长", "市长", "州长") and title.sort == "title"
    if governor and where.kind is not None and not where.kind.endswith("政府"):
        return _government(replace(where, organ="", inner="", functions=()))
    if title.sort == "grade" and not title.path:
        return where
    return where


def _government(where: Where) -> Where:
    return replace(where, organ="政府", kind=_prefixed(where, "政府"), functions=())


def _prefixed(where: Where, organ: str) -> str | None:
    kinds = {"county": f"县级{organ}", "city": f"市级{organ}", "province": "省直单位"}
    return kinds.get(where.scope, "中央单位" if where.scope else None)


def _merged(found: Sequence[tuple[Title, Where, Post]]) -> list[Reading]:
    """Turn pieces into readings; within one office only the highest post stands."""
    made: list[Reading] = []
    committee = any(w.kind in ("县级党委", "市级党委") and p.kind == "常委" for _, w, p in found)
    for title, where, post in found:
        made_one = _reading(title, where, post, committee)
        at = next((i for i, each in enumerate(made) if _same_post(each, made_one)), None)
        if at is None:
            made.append(made_one)
        elif _BEST.get(made_one.post_kind or "", 0) > _BEST.get(made[at].post_kind or "", 0):
            made[at] = replace(made_one, functions=made[at].functions or made_one.functions)
        elif made_one.level is not None and _higher(made_one.level, made[at].level):
            made[at] = replace(made[at], level=made_one.level)
    return [each for each in made if not _shadowed(each, made)]


def _reading(title: Title, where: Where, post: Post, committee: bool) -> Reading:
    level = level_of(post, where)
    kind, unit_kind, role, functions = post.kind, where.kind, post.role, where.functions
    unit_text = where.name
    chair = leads_committee_office(title, where)
    if chair is not None:
        prefix = "县级" if unit_kind == "县直部门" else "市级"
        kind, unit_kind, role = chair, f"{prefix}党委", "副职"
        unit_text = f"{where.call}委"
        functions = _CHAIRS[chair]
        level = level_of(Post("常委", "副职", "副"), replace(where, kind=unit_kind))
    elif committee and where.organ in ("委办公室", "委办公厅") and post.kind == "部门正职":
        prefix = "县级" if unit_kind == "县直部门" else "市级"
        kind, unit_kind, role, unit_text = "常委", f"{prefix}党委", "副职", f"{where.call}委"
    elif unit_kind in ("县级纪委", "市级纪委") and (kind != "纪委书记" or where.inner):
        unit_kind = "县直部门" if unit_kind == "县级纪委" else "市直部门"
        functions = ("纪检", "党务")
    elif where.inner and unit_kind in ("县级人大", "县级政协", "县级法院", "县级检察院"):
        unit_kind = unit_kind if unit_kind.endswith("院") else "县直部门"
    if kind in _FIELDS and unit_kind in ("乡镇", "街道"):
        functions = _FIELDS[kind]
    sure = min(post.sure, 70 if unit_kind is None else 100, 80 if where.guessed else 100)
    return Reading(
        "任职", unit_text or None, unit_kind, where.area, kind, level, role, functions, sure=sure
    )


_CHAIRS = {"组织": ("组织",), "宣传": ("宣传",), "统战": ("统战",), "政法": ("政法", "法治")}
_FIELDS = {"组织": ("组织",), "宣传": ("宣传",), "统战": ("统战",), "政法": ("政法",),
           "武装": ("武装",), "纪委书记": ("纪检",)}  # fmt: skip


def _same_post(one: Reading, other: Reading) -> bool:
    if one.unit_text != other.unit_text or one.unit_kind != other.unit_kind:
        return False
    both = (one.post_kind in _BEST, other.post_kind in _BEST)
    return one.post_kind == other.post_kind or all(both)


def _shadowed(one: Reading, all_of_them: Sequence[Reading]) -> bool:
    """A seat in a Party group says nothing beside a post in the same body."""
    if one.post_kind != "部门其他" or one.unit_kind in OFFICES:
        return False
    return any(
        other is not one and other.unit_text == one.unit_text and other.post_kind != "职级公务员"
        for other in all_of_them
    )


def _higher(one: str | None, other: str | None) -> bool:
    ranks = codes.ranks("levels")
    return ranks.get(one or "", 0) > ranks.get(other or "", 0)


def _levelled(found: Sequence[Reading], level: str | None) -> Iterator[Reading]:
    """A person has one level: every leading post of a line gets the highest of the line."""
    best = level or max(
        (each.level for each in found), key=lambda each: codes.ranks("levels").get(each or "", 0)
    )
    for each in found:
        graded = each.post_kind in ("职级公务员", "专业技术", "村干部") and level is None
        own = each.level if graded or (each.level is None and level is None) else best
        yield replace(each, level=own)
