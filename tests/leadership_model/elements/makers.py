"""Small records with harmless defaults, and the feature table over them."""

from itertools import count
from typing import Any

from leadership_model import months
from leadership_model.conditions.mask import mask
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    NumberColumn,
    SetColumn,
)
from leadership_model.conditions.sentence import parse
from leadership_model.elements import table
from leadership_model.elements.catalogue import shipped
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Appraisal, Education, Mark, Person, Relative, Sanction
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit

AS_OF = months.of(2026, 11)
NUMBERS = count()


def month(text):
    return None if text is None else months.parse(text)


def fresh(kind):
    return f"{kind}-{next(NUMBERS):06d}"


def person(name="p", **fields):
    """Give a person whose résumé is present; months may be written 1980.05."""
    for key in ("birth", "party_joined", "work_start", "level_since", "grade_since"):
        if isinstance(fields.get(key), str):
            fields[key] = month(fields[key])
    return Person(**{"id": name, "name": name, "resume": "简历"} | fields)


def job(start, end=None, *, of="p", **fields):
    """Give a career row, by default a township Party secretary."""
    usual: dict[str, Any] = {
        "unit_kind": "乡镇",
        "post_kind": "党委书记",
        "level": "乡科级正职",
        "role": "正职",
    }
    usual |= {"area": "青川县", "unit_text": "龙泉镇", "line": 0}
    return CareerEntry(
        id=fresh("c"), person=of, start=month(start), end=month(end), **(usual | fields)
    )


def study(start, end=None, *, of="p", kind="学习"):
    return job(
        start, end, of=of, kind=kind, unit_kind="高等院校", post_kind="学习", level=None, role=None
    )


def schooling(mode, name="大学", *, of="p", **fields):
    return Education(id=fresh("e"), person=of, mode=mode, schooling=name, **fields)


def appraisal(year, result="优秀", *, of="p"):
    return Appraisal(id=fresh("a"), person=of, year=year, result=result)


def sanction(kind, when, *, of="p", **fields):
    return Sanction(id=fresh("s"), person=of, kind=kind, month=month(when), **fields)


def relative(title, *, of="p", **fields):
    return Relative(id=fresh("r"), person=of, title=title, **fields)


def mark(element, value, *, of="p", at=None):
    return Mark(id=fresh("m"), person=of, element=element, value=value, entered_at=at)


def township(name="镇", area="青川县", kind="乡镇", posts=("书记", "镇长")):
    """Give a unit with a team and posts: `镇-书记` is the first one's id."""
    kinds = {
        "书记": ("党委书记", "正职"),
        "镇长": ("行政正职", "正职"),
        "副镇长": ("行政副职", "副职"),
    }
    yield Unit(id=f"u-{name}", name=name, kind=kind, area=area)
    yield Team(id=f"t-{name}", unit=f"u-{name}", name=f"{name}党政班子", category="乡镇")
    for order, post in enumerate(posts):
        kind_of, role = kinds[post]
        yield Post(
            id=f"{name}-{post}", team=f"t-{name}", name=name + post, order=order, role=role,
            post_kind=kind_of, level="乡科级正职", functions="党务、经济",
        )  # fmt: skip


def tenure(post, start, end=None, *, of="p", **fields):
    return Tenure(id=fresh("n"), post=post, person=of, start=month(start), end=month(end), **fields)


def features(*records, as_of=AS_OF, catalogue=None, **options):
    """Lay the shipped catalogue over records; a person `p` is added where none is given."""
    people = [each for each in records if isinstance(each, Person)]
    whole = records if people else (*records, person())
    month_at = month(as_of) if isinstance(as_of, str) else as_of
    return table.build(seat(of_records(whole), month_at), catalogue or shipped(), **options)


def ask(found, sentence, at=0):
    """Answer a question for one person: True, False or None."""
    return mask(parse(sentence, found.catalogue), found).at(at)


def value(found, label, at=0):
    """Give an element of one person: a value, "无", "待核" or an interval (low, high)."""
    column = found.column(label)
    match column:
        case NumberColumn():
            if column.absent[at]:
                return "无"
            low, high = int(column.low[at]), int(column.high[at])
            return (low, high) if column.unknown[at] else low
        case ChoiceColumn():
            code = int(column.codes[at])
            return {-1: "待核", -2: "无"}.get(code) or column.values[code]
        case SetColumn():
            held = {v for v, bit in zip(column.values, column.bits[at], strict=True) if bit}
            return (held, "待核") if column.open[at] else held
        case _:
            text = column.texts[at]
            return text if text is not None else "无" if column.absent[at] else "待核"
