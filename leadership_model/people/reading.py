"""What a line of a 简历 means: unit, area, post, level, functions, with a confidence.

A line that names several posts gives several readings. What is not understood gets a low
confidence, never a guess with a high one.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadership_model.people import codes, phrases, resume
from leadership_model.people.areas import ELSEWHERE, NO_AREAS, Areas
from leadership_model.people.career import CareerEntry
from leadership_model.people.levels import level_of, stated
from leadership_model.people.pieces import BEFORE, posts
from leadership_model.people.place_words import WORDS, Where, find_place
from leadership_model.people.post_words import Post, Title, leads_committee_office
from leadership_model.people.unit_words import OFFICES

__all__ = ["NO_AREAS", "Areas", "Reading", "careers", "read"]

_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_ONE_AFTER_ANOTHER = re.compile(r"^(?:先后)?(?:历任|曾任|先后任|先后担任)")
_STUDY = re.compile(rf"(?:{WORDS['study']})(?:[，,。；;].*)?$")
_STUDY_FIRST = re.compile(WORDS["study_first"])
_NO_STUDY = re.compile(WORDS["no_study"])
_STUDIED_AT = re.compile(WORDS["studied_at"])
_DEGREE = re.compile(r"获.{0,12}(?:学位|学历|证书)")
_SCHOOL = re.compile(
    r"^(?P<name>.*?(?:研究生院|研究生部|研究生班|大学|学院|党校|学校|中学|小学|师范(?!大学|学院|学校|专科|高等)|电大|干校|中专|技校|卫校|农校|研究院))"
)
_ROLES = {"正职": 2, "副职": 1, "其他": 0, "": 0}
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
        spans = [(line.text, "任职", line.start, line.end, line.end)]
        spans += [
            (each.text, each.kind, each.start, *_ends(each, line))
            for each in line.parts
            if not phrases.is_remark(each.text)
        ]
        own = _last_unit(line.text, areas) if line.parts else None
        for text, kind, start, end_of_post, end_else in spans:
            asked = phrases.undated(text) if start is None else text
            readings = read(asked, areas, kind, own if kind == "其间" else None)
            stays = any(each.post_kind not in (None, "学习", "其他") for each in readings)
            end = end_of_post if stays else end_else
            made += [_entry(each, line.number, start, end, text, units) for each in readings]
    return tuple(made)


def _ends(part: resume.Part, line: resume.Line) -> tuple[int | None, int | None]:
    """Give the end of a part when it tells of a post, and when of something else."""
    if part.span == "range":
        return part.end, part.end
    if part.span == "month" and part.start is not None:
        return line.end, part.start + 1
    return line.end, line.end


def _entry(
    found: Reading,
    number: int,
    start: int | None,
    end: int | None,
    text: str,
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
        sure=0 if start is None else found.sure,
    )


@codes.forgets
@functools.lru_cache(maxsize=131072)
def read(
    text: str, areas: Areas = NO_AREAS, kind: str = "任职", before: Where | None = None
) -> tuple[Reading, ...]:
    """Read the text of one line or one 其间 / 跨段 item; at least one reading comes out.

    `before` is the unit of the line an item stands under.
    """
    plain = phrases.plain(text.strip().strip("。；;，, "))
    if _is_study(plain):
        return (_study(plain, areas, "学习" if kind == "任职" else kind),)
    if re.search(WORDS["idle"], plain):
        return (Reading(kind, post_kind="其他", role="其他", sure=90),)
    if phrases.is_service(plain):
        return (Reading(kind, None, "部队", ELSEWHERE, "军官", None, "其他", sure=90),)
    secondment = re.search(WORDS["secondment"], text) is not None
    level = stated(phrases.without_treatment(plain))
    found = list(posts(_bare(plain), areas, before))
    if not found:
        return (Reading(kind, post_kind="其他", role="其他", secondment=secondment, sure=20),)
    made = _merged(found)
    if not _ONE_AFTER_ANOTHER.match(plain):
        made = list(_levelled(made, level))
    return tuple(replace(each, kind=kind, secondment=secondment) for each in made)


def _bare(text: str) -> str:
    """Take brackets away; a text that is one bracket is what stands in it."""
    if _BRACKET.fullmatch(text):
        return text[1:-1]
    return re.sub(r"[（(].*$", "", _BRACKET.sub("", text)).strip() or text


def _last_unit(text: str, areas: Areas) -> Where | None:
    """Give the unit a line speaks of last, for what stands in brackets behind it."""
    found = list(posts(_bare(phrases.plain(text)), areas))
    return found[-1][1] if found and found[-1][1].kind is not None else None


def _is_study(text: str) -> bool:
    if _NO_STUDY.search(text):
        return False
    if _STUDY_FIRST.match(text):
        return True
    found = _STUDY.search(text)
    if found is None:
        return bool(_DEGREE.search(text)) and bool(_STUDIED_AT.search(text))
    return bool(_STUDIED_AT.search(text[: found.end()])) or text in ("学习", "在职学习")


def _study(text: str, areas: Areas, kind: str) -> Reading:
    plain = BEFORE.sub("", _STUDY_FIRST.sub("", text))
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
        elif _ROLES[made_one.role or ""] > _ROLES[made[at].role or ""]:
            made[at] = replace(made_one, level=_highest(made_one.level, made[at].level))
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
    elif unit_kind in ("县级纪委", "市级纪委") and not (
        kind == "纪委书记" or _CASES.search(where.inner)
    ):
        unit_kind = "县直部门" if unit_kind == "县级纪委" else "市直部门"
        functions = ("纪检", "党务")
    if kind in _FIELDS and unit_kind in ("乡镇", "街道"):
        functions = _FIELDS[kind]
    sure = min(post.sure, 70 if unit_kind is None else 100, 80 if where.guessed else 100)
    return Reading(
        "任职", unit_text or None, unit_kind, where.area, kind, level, role, functions, sure=sure
    )


_CASES = re.compile(r"监察室|审查|审理")
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


def _highest(one: str | None, other: str | None) -> str | None:
    return one if _higher(one, other) else other


def _higher(one: str | None, other: str | None) -> bool:
    ranks = codes.ranks("levels")
    return ranks.get(one or "", 0) > ranks.get(other or "", 0)


def _levelled(found: Sequence[Reading], level: str | None) -> Iterator[Reading]:
    """A person has one level: every leading post of a line gets the highest of the line."""
    best = level or max(
        (each.level for each in found), key=lambda each: codes.ranks("levels").get(each or "", 0)
    )
    for each in found:
        graded = (
            each.post_kind in ("职级公务员", "专业技术", "村干部", "一般干部", "其他")
            and level is None
        )
        own = each.level if graded or (each.level is None and level is None) else best
        yield replace(each, level=own)
