"""The layouts of rosters in use, as columns over people; their headings are the printed ones.

A group of headings stands on two rows. A column 照片 is filled by `photographed`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from leadership_model import months
from leadership_model.papers.form_text import EducationText, education_of, party_cell
from leadership_model.people.person import Person
from leadership_model.people.seating import Seating

PHOTO = "照片"


@dataclass(slots=True)
class Line:
    """One person on a roster; `number` is the running number."""

    seating: Seating
    position: int
    number: int
    person: Person
    _educations: dict[str, EducationText] = field(default_factory=dict)

    def education(self, mode: str) -> EducationText:
        """Give the latest education of a mode; several columns ask for it."""
        found = self._educations.get(mode)
        if found is None:
            found = education_of(self.seating.snapshot, self.position, mode)
            self._educations[mode] = found
        return found


Value = Callable[[Line], str]


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """One column: heading group (or empty), title, width in characters, what stands in it."""

    group: str
    title: str
    width: float
    value: Value
    left: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of roster: its id, the title of its sheet, what it is for, its columns."""

    id: str
    title: str
    about: str
    columns: tuple[RosterColumn, ...]


def in_post_since(seating: Seating, position: int) -> int | None:
    """Say since when a person holds the present post; None when it is not known.

    The start of the longest-held present seat, without a seat that of the open career line.
    """
    post = int(seating.main_post()[position])
    if post >= 0:
        since = int(seating.since[post])
        return since if since >= 0 else None
    table = seating.snapshot["career_entry"]
    kinds, starts_of, ends = (table.raw(name) for name in ("kind", "start", "end"))
    starts = [
        starts_of[row]
        for row in table.of(position)
        if kinds[row] == "任职"
        and starts_of[row] is not None
        and starts_of[row] <= seating.as_of
        and (ends[row] is None or ends[row] > seating.as_of)
    ]
    return min(starts) if starts else None


# ---- what stands in a cell


def number(line: Line) -> str:
    """Count the lines."""
    return str(line.number)


def text_of(field: str) -> Value:
    """Read a plain text of the person."""

    def value(line: Line) -> str:
        return str(getattr(line.person, field) or "")

    return value


def month_of(field: str) -> Value:
    """Read a month of the person: 2004.06."""

    def value(line: Line) -> str:
        return months.show_known(getattr(line.person, field))

    return value


def proposed(line: Line) -> str:
    """Write what the person's form proposes: 拟任, 拟免."""
    person = line.person
    parts = (("拟任：", person.proposed_post), ("拟免：", person.removed_post))
    return "\n".join(f"{word}{text}" for word, text in parts if text)


def schooling(mode: str) -> Value:
    """Write 学历 and 学位 of a mode, one under the other."""

    def value(line: Line) -> str:
        found = line.education(mode)
        return "\n".join(filter(None, (found.schooling, found.degree)))

    return value


def school(mode: str) -> Value:
    """Write school and major of a mode, one under the other."""

    def value(line: Line) -> str:
        found = line.education(mode)
        return "\n".join(filter(None, (found.school, found.major)))

    return value


def schoolings(line: Line) -> str:
    """Write 全日制 and 在职 schooling, each with its word."""
    pairs = ((mode, line.education(mode).schooling) for mode in ("全日制", "在职"))
    return "\n".join(f"{mode}{found}" for mode, found in pairs if found not in ("", "无"))


def birth(line: Line) -> str:
    """Write the month of birth, or the year where only that is known."""
    known = line.person.birth
    return str(line.person.birth_year or "") if known is None else months.show(known)


def age(line: Line) -> str:
    """Write the age in completed years."""
    known = line.person.birth
    return "" if known is None else str(months.years_between(known, line.seating.as_of))


def party(line: Line) -> str:
    """Write 入党时间 as the form has it."""
    return party_cell(line.person)


def since(line: Line) -> str:
    """Write since when the present post is held."""
    return months.show_known(in_post_since(line.seating, line.position))


def status(line: Line) -> str:
    """Write what somebody is who is not 在职."""
    return "" if line.person.status == "在职" else line.person.status or ""


def blank(_line: Line) -> str:
    """Leave the cell to be filled in by hand."""
    return ""


def short(value: Value) -> Value:
    """Write a year with two digits, as lists for discussion do: 76.06."""

    def shown(line: Line) -> str:
        text = value(line)
        return text[2:] if len(text) == 7 and text[4] == "." else text

    return shown


_NAME = RosterColumn("", "姓名", 9, text_of("name"))
_POST = RosterColumn("", "现任职务", 26, text_of("post_text"), left=True)
_SEX = RosterColumn("", "性别", 5, text_of("sex"))
_ETHNICITY = RosterColumn("", "民族", 8, text_of("ethnicity"))
_ORIGIN = RosterColumn("", "籍贯", 11, text_of("origin"))
_EDUCATION = (
    RosterColumn("全日制教育", "学历学位", 12, schooling("全日制")),
    RosterColumn("全日制教育", "毕业院校及专业", 18, school("全日制"), left=True),
    RosterColumn("在职教育", "学历学位", 12, schooling("在职")),
    RosterColumn("在职教育", "毕业院校及专业", 18, school("在职"), left=True),
)
_BIRTH = RosterColumn("", "出生\n年月", 9, birth)
_AGE = RosterColumn("", "年龄", 5, age)
_WORK = RosterColumn("", "参加工\n作时间", 9, month_of("work_start"))
_PARTY = RosterColumn("", "入党\n时间", 9, party)
_SINCE = RosterColumn("", "任现职\n时间", 9, since)
_LEVEL = RosterColumn("", "任现职务\n层次时间", 10, month_of("level_since"))
_GRADE = RosterColumn("", "任现职\n级时间", 9, month_of("grade_since"))
_NOTE = RosterColumn("", "备注", 9, status, left=True)
_NUMBER = RosterColumn("", "序号", 5, number)
_BOTH = RosterColumn("", "学历", 14, schoolings)
_LATEST = tuple(
    RosterColumn("推荐考察情况", title, 8, blank)
    for title in ("谈话调\n研推荐", "会议\n推荐", "重点\n考察")
)

COMMON = Layout(
    "roster",
    "干部名册",
    "常规名册：基本情况、两类教育、各项时间",
    (
        *(_NAME, _POST, _SEX, _ETHNICITY, _ORIGIN, *_EDUCATION),
        *(_BIRTH, _WORK, _PARTY, _SINCE, _LEVEL, _GRADE, _NOTE),
    ),
)
DISCUSSION = Layout(
    "discussion",
    "讨论任免干部名单",
    "提交讨论用：现任、拟任免职务，年份写两位",
    (
        _NAME,
        _POST,
        RosterColumn("", "拟任免职务", 26, proposed, left=True),
        _SEX,
        RosterColumn("", "出生\n年月", 8, short(birth)),
        _BOTH,
        _ORIGIN,
        RosterColumn("", "工作\n年月", 8, short(month_of("work_start"))),
        RosterColumn("", "入党\n年月", 8, short(party)),
        RosterColumn("", "任现职务\n层次时间", 10, short(month_of("level_since"))),
        RosterColumn("", "现职\n时间", 8, short(since)),
        RosterColumn("", "备注", 10, status, left=True),
    ),
)
MOTION = Layout(
    "motion",
    "近期动议干部一览表",
    "动议用：照片、初步考虑，推荐考察情况留空填写",
    (
        *(_NUMBER, _NAME, RosterColumn("", PHOTO, 11, blank), _POST),
        RosterColumn("", "动议初步\n考虑", 20, proposed, left=True),
        *(_SEX, _ETHNICITY, _ORIGIN, _BIRTH, _AGE, _PARTY, _BOTH),
        RosterColumn("", "毕业院校系及专业", 18, school("全日制"), left=True),
        *(_SINCE, RosterColumn("", "任同职\n级时间", 9, month_of("level_since"))),
        *_LATEST,
        RosterColumn("", "备注", 9, status, left=True),
    ),
)
TEAM = Layout(
    "team",
    "班子花名册",
    "在任成员：年龄、学历、各项时间",
    (
        *(_NUMBER, _NAME, _POST, _SEX, _ETHNICITY, _BIRTH, _AGE, _ORIGIN),
        *(_BOTH, _WORK, _PARTY, _SINCE, _LEVEL, _NOTE),
    ),
)
LAYOUTS: dict[str, Layout] = {each.id: each for each in (COMMON, DISCUSSION, MOTION, TEAM)}
