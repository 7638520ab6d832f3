"""What fills the templates of 任前公示 and 任免通知: the people of a plan and the fixed words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.papers.form_text import education_of
from leadership_model.papers.meeting import section_of
from leadership_model.papers.motion import MotionLine, post_text
from leadership_model.papers.templates import Values
from leadership_model.people.person import Person
from leadership_model.staffing.procedure import EMPTY, Record
from leadership_model.staffing.procedure_check import working_days
from leadership_model.staffing.situation import Situation

BLANK_DAY = "　　年　月　日"
UNKNOWN = "待核"
SETTING = "template.words"
ANNOUNCED = (
    *("拟提任正职人选", "拟提任副职人选", "拟提任其他职务人选"),
    *("拟进一步使用人选", "拟新进班子成员人选", "职务层次待核人员"),
)
LABELS = {
    "office": "受理单位",
    "phone": "受理电话",
    "address": "受理地址",
    "publisher": "发布（发文）单位",
    "addressee": "通知主送",
    "number": "通知文号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that are the same in every notice; an empty one is left to be filled in Word."""

    office: str = ""
    phone: str = ""
    address: str = ""
    publisher: str = ""
    addressee: str = ""
    number: str = ""

    def said(self, field: str) -> str:
        """Give a word, or its label in brackets where it is not known."""
        return str(getattr(self, field)) or f"〔{LABELS[field]}〕"


def words_of(settings: Mapping[str, str]) -> Words:
    """Read the words kept in the database; UserError when they cannot be read."""
    text = settings.get(SETTING)
    if not text:
        return Words()
    try:
        body = json.loads(text)
        return Words(**{each.name: str(body.get(each.name, "")) for each in fields(Words)})
    except (AttributeError, ValueError) as error:
        raise UserError("公示与通知的固定内容无法读取，请重新填写") from error


def to_text(words: Words) -> str:
    """Write the words as the text of the setting."""
    return json.dumps(asdict(words), ensure_ascii=False, sort_keys=True)


def announced(situation: Situation, lines: Sequence[MotionLine]) -> tuple[MotionLine, ...]:
    """Choose those whose appointment is made public beforehand: promoted, or used further."""
    return tuple(e for e in lines if section_of(situation.base.seating, e) in ANNOUNCED)


def notice(
    situation: Situation,
    lines: Sequence[MotionLine],
    words: Words,
    records: Mapping[str, Record],
) -> Values:
    """Fill 任前公示; the days are those of the procedure where all agree, else left open."""
    found = announced(situation, lines)
    start, end = _days(situation, found, records)
    days = str(working_days(start, end)) if start and end else "　"
    return {
        "方案": situation.scenario.label,
        "人数": str(len(found)),
        "人员": [_person(situation, line) for line in found],
        "公示开始": day_text(start),
        "公示结束": day_text(end),
        "公示天数": days,
        "受理单位": words.said("office"),
        "受理电话": words.said("phone"),
        "受理地址": words.said("address"),
        "发布单位": words.said("publisher"),
        "发布日期": day_text(start),
    }


def order(
    situation: Situation,
    lines: Sequence[MotionLine],
    words: Words,
    records: Mapping[str, Record],
) -> Values:
    """Fill 任免通知: who takes which posts, who leaves which."""
    snapshot = situation.base.snapshot
    names = snapshot.people.raw("name")
    posts = {
        key: [
            {
                "姓名": names[line.person] or UNKNOWN,
                "职务": "、".join(post_text(snapshot, post) for post in getattr(line, key)),
            }
            for line in lines
            if getattr(line, key)
        ]
        for key in ("takes", "leaves")
    }
    ids = situation.base.person_ids
    decided = {records.get(ids[e.person], EMPTY).answer("decided").day for e in lines}
    return {
        "方案": situation.scenario.label,
        "文号": words.said("number"),
        "主送": words.said("addressee"),
        "首名": _first(tuple(names[line.person] or UNKNOWN for line in lines)),
        "人数": str(len(lines)),
        "任命": posts["takes"],
        "免职": posts["leaves"],
        "决定日期": day_text(decided.pop() if len(decided) == 1 else ""),
        "发文单位": words.said("publisher"),
        "发布日期": BLANK_DAY,
    }


def day_text(day: str) -> str:
    """Write a day: 2026年11月20日; a blank one is left to be filled in."""
    if not day:
        return BLANK_DAY
    year, month, number = day.split("-")
    return f"{int(year)}年{int(month)}月{int(number)}日"


def _days(
    situation: Situation, lines: Sequence[MotionLine], records: Mapping[str, Record]
) -> tuple[str, str]:
    """Give the days of 任前公示 on record; empty where there are none, or several."""
    ids = situation.base.person_ids
    known = [records.get(ids[line.person], EMPTY).answer("notice") for line in lines]
    spans = {(each.day, each.until) for each in known}
    return spans.pop() if len(spans) == 1 else ("", "")


def _person(situation: Situation, line: MotionLine) -> dict[str, str]:
    snapshot = situation.base.snapshot
    person: Person = snapshot.people.record(line.person)
    learnt = [education_of(snapshot, line.person, mode) for mode in ("在职", "全日制")]
    return {
        "姓名": person.name or UNKNOWN,
        "性别": person.sex or UNKNOWN,
        "民族": person.ethnicity or UNKNOWN,
        "出生年月": UNKNOWN if person.birth is None else _month(person.birth),
        "籍贯": person.origin or UNKNOWN,
        "学历": next((e.schooling for e in learnt if e.schooling not in ("", "无")), UNKNOWN),
        "学位": next((each.degree for each in learnt if each.degree), "无"),
        "参加工作": UNKNOWN if person.work_start is None else _month(person.work_start),
        "政治面貌": person.party or UNKNOWN,
        "现任职务": person.post_text or UNKNOWN,
        "拟任职务": "、".join(post_text(snapshot, post) for post in line.takes),
    }


def _first(names: tuple[str, ...]) -> str:
    """Name the first of some people: 李明, of several 李明等."""
    return "" if not names else names[0] + ("等" if len(names) > 1 else "")


def _month(month: int) -> str:
    return f"{months.year_of(month)}年{months.month_of(month)}月"
