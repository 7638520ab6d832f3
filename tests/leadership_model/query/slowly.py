"""A condition asked of one person at a time, from the records, in the most obvious way.

True, False or None (unknown). Knows nothing of columns; facts are not in dispute here.
"""

from leadership_model import months
from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)
from leadership_model.people import codes
from leadership_model.people.gaps import names_of

ABSENT, UNKNOWN = object(), object()
FIELDS = {
    "性别": "sex",
    "民族": "ethnicity",
    "政治面貌": "party",
    "健康状况": "health",
    "职务层次": "level",
    "职级": "grade",
}
RANKS = {
    "职务层次": codes.ranks("levels"),
    "职级": codes.ranks("grades"),
    "学历": codes.ranks("education"),
}
ROWS = {
    "形式": "mode",
    "学历": "schooling",
    "类别": "kind",
    "结果": "result",
    "年度": "year",
    "单位类别": "unit_kind",
    "岗位类别": "post_kind",
    "角色": "role",
}
SINCE = {"party": "party_joined", "level": "level_since", "grade": "grade_since"}
YOUNGEST, OLDEST, LONGEST, MEMORY, CONFIDENCE = 18, 70, 600, 60, 60


def both(answers):
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def either(answers):
    answers = list(answers)
    return True if True in answers else None if None in answers else False


def opposite(answer):
    return None if answer is None else not answer


class Person:
    """One person with all rows, at a month."""

    def __init__(self, snapshot, at, month):
        self.month = month
        self.record = snapshot.people.record(at)
        self.rows = {
            name: [snapshot[name].record(row) for row in snapshot[name].of(at)]
            for name in ("education", "career_entry", "appraisal", "sanction")
        }

    def asks(self, tree):
        """Answer a condition."""
        match tree:
            case All(parts):
                return both(map(self.asks, parts))
            case Some(parts):
                return either(map(self.asks, parts))
            case Not(part):
                return opposite(self.asks(part))
            case Career(_, parts, measure, length):
                return self.served(parts, measure, length)
            case Exists("教育", parts):
                return self.educated(parts)
            case Exists("考核", parts):
                return self.appraised(parts)
            case Exists("处分", parts):
                return self.sanctioned(parts)
            case Grades(years, grade, times):
                return self.graded(years, grade, times)
            case _ if tree.name == "年龄":
                return self.aged(tree)
            case _:
                return answer(tree, self.value(FIELDS[tree.name]))

    def value(self, field):
        since = getattr(self.record, SINCE.get(field, ""), None)
        if since is not None and since > self.month:
            return UNKNOWN
        return value_of(self.record, field)

    def aged(self, tree):
        birth, year, now = self.record.birth, self.record.birth_year, self.month
        if birth is None and year:
            first, last = year * 12, min(year * 12 + 11, now)
        else:
            first = last = birth
        known = first is not None and first <= now
        ages = range((now - last) // 12, (now - first) // 12 + 1) if known else ()
        ages = ages or range(YOUNGEST, OLDEST + 1)
        if isinstance(tree, Is):
            return tree.state == ("已知" if known and len(ages) == 1 else "待核")
        found = {answer(tree, age) for age in ages}
        return found.pop() if len(found) == 1 else None

    def educated(self, parts):
        now, rows = self.month, self.rows["education"]
        seen = [
            row
            for row in rows
            if (row.start is None or row.start <= now) and (row.end is None or row.end <= now)
        ]
        answers = [row_answer(row, parts) for row in seen]
        for mode in ("全日制", "在职"):
            if all(row.mode != mode for row in rows):
                known = [answer(part, mode) for part in parts if part.name == "形式"]
                answers.append(False if False in known else None)
        return either(answers)

    def missing_years(self, count):
        """The calendar years of which no appraisal is known, though one may have been given."""
        this = months.year_of(self.month)
        began = self.record.work_start
        if "appraisal_text" in names_of(self.record.absent):
            return []
        return [
            year
            for year in range(this - count, this)
            if all(row.year != year for row in self.rows["appraisal"])
            and (began is None or year >= began // 12)
        ]

    def appraised(self, parts):
        this = months.year_of(self.month)
        answers = [row_answer(r, parts) for r in self.rows["appraisal"] if r.year < this]
        for year in self.missing_years(MEMORY):
            known = [answer(part, year) for part in parts if part.name == "年度"]
            answers.append(False if False in known else None)
        return either(answers)

    def graded(self, years, grade, times):
        this = months.year_of(self.month)
        near = [row for row in self.rows["appraisal"] if this - years <= row.year < this]
        sure = {row.year for row in near if row.result == grade}
        maybe = {row.year for row in near if row.result is None} | set(self.missing_years(years))
        return True if len(sure) >= times else None if len(sure | maybe) >= times else False

    def sanctioned(self, parts):
        answers = []
        for row in self.rows["sanction"]:
            if row.month is None:
                answers.append(None)
            elif row.month <= self.month:
                answers.append(row_answer(row, parts))
        absent = "reward_text" in names_of(self.record.absent)
        if not self.record.rewards_complete and not absent:
            answers.append(None)
        return either(answers)

    def served(self, parts, measure, length):
        """Answer 曾任 [parts] (满 length 个月)."""
        rows = self.rows["career_entry"]
        seen = [row for row in rows if row.start is None or row.start <= self.month]
        resume = value_of(self.record, "resume")
        complete = resume is ABSENT or (resume is not UNKNOWN and bool(rows))
        complete = complete and all(map(trusted, seen))
        told = [(row, career_answer(row, parts)) for row in seen]
        sure = [row for row, each in told if each is True and trusted(row)]
        maybe = [row for row, each in told if each is not False or not trusted(row)]
        if length is None:
            return True if sure else None if maybe or not complete else False
        low = self.spent(sure, measure)
        high = self.spent([row for row in maybe if row.start is not None], measure)
        high = high if complete else max(high, LONGEST)
        return True if low >= length else None if high >= length else False

    def spent(self, rows, measure):
        """Count the months in rows one by one; 连续: in the longest stretch."""
        inside = set()
        for row in rows:
            end = self.month if row.end is None else min(row.end, self.month)
            inside |= set(range(row.start, end))
        if measure == "累计":
            return len(inside)
        longest = run = 0
        for month in range(min(inside, default=0), max(inside, default=0) + 1):
            run = run + 1 if month in inside else 0
            longest = max(longest, run)
        return longest


def trusted(row):
    return row.start is not None and ((row.sure or 0) >= CONFIDENCE or bool(row.by_hand))


def career_answer(row, parts):
    """Say whether a career row passes: no study, no 挂职, all parts."""
    named = row.post_kind is not None and row.post_kind not in ("学习", "其他")
    study = "学习" in (row.kind, row.post_kind)
    study = study or (row.kind in ("其间", "跨段") and not named and row.secondment != 1)
    away = None if row.secondment is None else bool(row.secondment)
    return both([row_answer(row, parts), not study, opposite(away)])


def value_of(record, field):
    if field in names_of(getattr(record, "absent", "")):
        return ABSENT
    found = getattr(record, field)
    return UNKNOWN if found is None else found


def row_answer(row, parts):
    return both(answer(part, value_of(row, ROWS[part.name])) for part in parts)


def answer(part, value):
    """Ask a value; 无 is no value, only its ≠ holds; what is not known may be any."""
    if isinstance(part, Is):
        state = "无" if value is ABSENT else "待核" if value is UNKNOWN else "已知"
        return part.state == state
    if value is ABSENT:
        return isinstance(part, Compare) and part.op == "≠"
    if value is UNKNOWN:
        return None
    match part:
        case Within(_, values):
            return value in values
        case Compare(_, "=", wanted):
            return value == wanted
        case Compare(_, "≠", wanted):
            return value != wanted
        case Compare(name, op, wanted):
            place, bound = order(name, value), order(name, wanted)
            if place is None:
                return None
            signs = {">": place > bound, ">=": place >= bound}
            return {**signs, "<": place < bound, "<=": place <= bound}[op]
        case Between(name, low, high):
            place = order(name, value)
            return None if place is None else order(name, low) <= place <= order(name, high)


def order(name, value):
    return RANKS[name].get(value) if name in RANKS else value
