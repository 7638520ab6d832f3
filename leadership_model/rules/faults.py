"""What is wrong with the data of people and teams, one meaning per data rule D01-D22.

A meaning gives, per field, who (or which team) has the fault and a phrase that says so.
"""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints, Table, kinds_of
from leadership_model.rules.rule import Rule

NEEDED = {
    "name": "姓名",
    "sex": "性别",
    "birth": "出生年月",
    "ethnicity": "民族",
    "health": "健康状况",
    "work_start": "参加工作时间",
    "unit": "所在单位",
    "post_text": "现任职务",
    "resume": "简历",
}
MUNICIPALITIES = ("北京", "天津", "上海", "重庆")
FATHERS, MOTHERS = ("父亲", "养父", "继父"), ("母亲", "养母", "继母")
Fault = tuple[Bools, str, str]  # who (or which team), field, sentence


def _empty(table: Table, field: str) -> Bools:
    """Mark the rows whose field is empty: nothing, or blanks; 无 is not empty."""
    texts = [v is None or (isinstance(v, str) and not v.strip()) for v in table.raw(field)]
    empty = np.array(texts, dtype=np.bool_)
    if "absent" in kinds_of(table.record_type):
        absent = [bool(a) and field in a.split() for a in table.raw("absent")]
        empty &= ~np.array(absent, dtype=np.bool_)
    return empty


def _any(owners: Ints, rows: Bools, count: int) -> Bools:
    """Mark the owners of at least one marked row."""
    mask = np.zeros(count, dtype=np.bool_)
    mask[owners[rows & (owners >= 0)]] = True
    return mask


def _lengths(table: Table, field: str) -> Ints:
    """Give the number of characters of a text, UNKNOWN where there is none."""
    return np.array([UNKNOWN if v is None else len(v.strip()) for v in table.raw(field)], np.int32)


def _missing(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D01: name, sex, birth, ethnicity, health, work start, unit, post, résumé are filled in."""
    people = snapshot.people
    for field, label in NEEDED.items():
        key = ("data empty", field)  # after an edit only the field edited is looked at again
        empty = snapshot.remember(key, partial(_empty, people, field))
        if field == "birth":
            empty = empty & (people.ints("birth_year") < 0)
        yield empty, field, f"{label}为空"


def _dates(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D02: full dates are eight digits that the calendar has."""
    bad = [
        v is not None and not (len(v) == 8 and v.isdecimal() and months.parse_date(v))
        for v in snapshot.people.raw("birth_date")
    ]
    yield np.array(bad, np.bool_), "birth_date", "出生日期不是八位有效日期"


def _origin(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D03: 籍贯 has two characters or more."""
    length = _lengths(snapshot.people, "origin")
    bad = (length >= 0) & (length < rule.parameters["least"])
    yield bad, "origin", f"籍贯不足{rule.parameters['least']:.0f}个字"


def _parties(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D04: a second party only beside a first."""
    party = snapshot.people.texts("party")
    first = (party.codes < 0) | party.mask("无党派", "群众")
    second = snapshot.people.texts("other_parties").codes >= 0
    yield first & second, "other_parties", "第一党派为无，却填了第二党派"


def _appointed(snapshot: Snapshot, as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D05: appointments lie between the start of work and now."""
    rows, people = snapshot["tenure"], snapshot.people
    start, owner = rows.ints("start"), rows.ints("person")
    work = np.append(people.ints("work_start"), UNKNOWN)[owner]
    bad = (start >= 0) & (((work >= 0) & (start < work)) | (start > as_of))
    yield _any(owner, bad, len(people)), "tenure.start", "任职时间早于参加工作时间或晚于当前"


def _left(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D06: whoever has left has a month of leaving."""
    people = snapshot.people
    gone = ~people.texts("status").mask("在职")
    yield gone & _empty(people, "status_month"), "status_month", "已离任（退）而无时间"


def _schooled(snapshot: Snapshot, rule: Rule) -> Bools:
    """Mark the education rows at 中专 and above."""
    rank = snapshot["education"].texts("schooling").mapped(codes.ranks("education"))
    return rank >= rule.parameters["rank"]


def _entry(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D07: schooling at 中专 and above has its entry date and its school."""
    rows, count = snapshot["education"], len(snapshot.people)
    for field, text in (("start", "入学时间"), ("school", "学校")):
        bad = _schooled(snapshot, rule) & _empty(rows, field)
        yield _any(rows.owners(), bad, count), f"education.{field}", f"学历缺{text}"


def _turned(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D08: graduation lies after entry."""
    rows = snapshot["education"]
    start, end = rows.ints("start"), rows.ints("end")
    bad = (start >= 0) & (end >= 0) & (end <= start)
    yield _any(rows.owners(), bad, len(snapshot.people)), "education.end", "毕业时间不晚于入学时间"


def _degrees(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D09: a degree has its date."""
    rows = snapshot["education"]
    bad = (rows.texts("degree").codes >= 0) & _empty(rows, "end")
    yield _any(rows.owners(), bad, len(snapshot.people)), "education.end", "有学位而无授予时间"


def _joined(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D10: Party joined at eighteen or later."""
    yield _younger(snapshot, "party_joined", rule), "party_joined", "入党时不满十八周岁"


def _younger(snapshot: Snapshot, field: str, rule: Rule) -> Bools:
    """Mark those who were younger than the rule's years at a month of theirs."""
    then, birth = snapshot.people.ints(field), snapshot.people.ints("birth")
    return (then >= 0) & (birth >= 0) & (then - birth < 12 * rule.parameters["years"])


def _photo(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D11: there is a photo."""
    yield snapshot.people.ints("has_photo") != 1, "has_photo", "缺照片"


def _age(snapshot: Snapshot, as_of: int, rule: Rule) -> Iterator[Fault]:
    """D13: people in service are eighteen to sixty-five."""
    people = snapshot.people
    birth, age = people.ints("birth"), (as_of - people.ints("birth")) // 12
    outside = (age < rule.parameters["youngest"]) | (age > rule.parameters["oldest"])
    bad = people.texts("status").mask("在职") & (birth >= 0) & outside
    yield bad, "birth", "在职而年龄小于十八或大于六十五"


def _short_origin(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D14: 籍贯 names province and county, except the four municipalities."""
    length, origin = _lengths(snapshot.people, "origin"), snapshot.people.texts("origin")
    bad = (length >= 2) & (length < rule.parameters["least"]) & ~origin.mask(*MUNICIPALITIES)
    yield bad, "origin", "籍贯应写到省和县（市、区）"


def _leaving(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D15: schooling at 中专 and above has its graduation date and its major."""
    rows, count = snapshot["education"], len(snapshot.people)
    for field, text in (("end", "毕业时间"), ("major", "专业")):
        bad = _schooled(snapshot, rule) & _empty(rows, field)
        yield _any(rows.owners(), bad, count), f"education.{field}", f"学历缺{text}"


def _family_births(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D17: living family members have a birth month or year."""
    rows = snapshot["relative"]
    bad = (rows.ints("deceased") != 1) & (rows.ints("birth") < 0) & (rows.ints("birth_year") < 0)
    yield _any(rows.owners(), bad, len(snapshot.people)), "relative.birth", "家庭成员缺出生年月"


def _early_work(snapshot: Snapshot, _as_of: int, rule: Rule) -> Iterator[Fault]:
    """D18: work begun at sixteen or later."""
    yield _younger(snapshot, "work_start", rule), "work_start", "参加工作时不满十六周岁"


def _id_number(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D19: the seventeenth digit of the ID number is odd for men, even for women."""
    people = snapshot.people
    bad = [
        sex is not None
        and number is not None
        and len(number) == 18
        and number[16].isdecimal()
        and (int(number[16]) % 2 == 1) != (sex == "男")
        for number, sex in zip(people.raw("id_number"), people.raw("sex"), strict=True)
    ]
    yield np.array(bad, np.bool_), "id_number", "身份证号码第十七位与性别不符"


def _mentioned(snapshot: Snapshot, as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D20: a present seat is mentioned in the résumé."""
    holder, resume = seat(snapshot, as_of).holder, snapshot.people.raw("resume")
    names, bad = snapshot.posts.raw("name"), np.zeros(len(snapshot.people), np.bool_)
    for post in np.flatnonzero(holder >= 0):
        text, name = resume[holder[post]], names[post]
        if text is not None and name is not None and name not in text:
            bad[holder[post]] = True
    yield bad, "resume", "现任岗位未见于简历"


def _full_time(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D21: some full-time education is on record, or known not to exist."""
    rows = snapshot["education"]
    known = rows.texts("schooling").codes
    fine = rows.texts("mode").mask("全日制") & ((known >= 0) | (known == ABSENT))
    yield ~_any(rows.owners(), fine, len(snapshot.people)), "education", "缺全日制学历"


def _parents(snapshot: Snapshot, _as_of: int, _rule: Rule) -> Iterator[Fault]:
    """D22: a family table names father and mother; an empty one is not asked."""
    rows, count = snapshot["relative"], len(snapshot.people)
    title, owner = rows.texts("title"), rows.owners()
    has = _any(owner, np.ones(len(rows), np.bool_), count)
    for names, field, text in ((FATHERS, "father", "父亲"), (MOTHERS, "mother", "母亲")):
        yield has & ~_any(owner, title.mask(*names), count), field, f"家庭成员缺{text}"


def _quotas(snapshot: Snapshot, _rule: Rule) -> Iterator[Fault]:
    """D12: the approved quotas of heads and deputies are recorded."""
    for field, text in (("quota_head", "正职"), ("quota_deputy", "副职")):
        yield _empty(snapshot.teams, field), field, f"{text}核定职数为空"


def _heads(snapshot: Snapshot, rule: Rule) -> Iterator[Fault]:
    """D16: the quota of heads is recorded and no more than two."""
    quota = snapshot.teams.ints("quota_head")
    bad = (quota < 0) | (quota > rule.parameters["most"])
    yield bad, "quota_head", "正职核定职数为空或大于二"


PEOPLE: dict[str, Callable[[Snapshot, int, Rule], Iterator[Fault]]] = {
    "D01": _missing,
    "D02": _dates,
    "D03": _origin,
    "D04": _parties,
    "D05": _appointed,
    "D06": _left,
    "D07": _entry,
    "D08": _turned,
    "D09": _degrees,
    "D10": _joined,
    "D11": _photo,
    "D13": _age,
    "D14": _short_origin,
    "D15": _leaving,
    "D17": _family_births,
    "D18": _early_work,
    "D19": _id_number,
    "D20": _mentioned,
    "D21": _full_time,
    "D22": _parents,
}
TEAMS: dict[str, Callable[[Snapshot, Rule], Iterator[Fault]]] = {"D12": _quotas, "D16": _heads}
