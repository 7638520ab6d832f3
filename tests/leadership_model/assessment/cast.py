"""A team of people with any values at all, without a catalogue: for tests of the judge."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np

from leadership_model.assessment.facts import Facts
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Meaning,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.tree import Compare
from leadership_model.elements.catalogue import Catalogue
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import RuleBook
from leadership_model.structure.requirement import Requirement

AS_OF = 2026 * 12 + 10
BLANK, NONE, OUTSIDE, EMPTY = "待核", "无", "库外", "空缺"
SEATED = ("分数",)  # as if it depended on who sits where
FIELDS = ("经济", "农业", "城建", "法治")
MEANINGS = {
    "年龄": Meaning("年龄", "number", low=18, high=70, unit="岁", absent_possible=False),
    "分数": Meaning("分数", "number", low=0, high=10, absent_possible=True),
    "性别": Meaning("性别", "choice", ("男", "女"), absent_possible=False),
    "专业": Meaning("专业", "choice", ("理", "工", "农", "文"), absent_possible=True),
    "籍贯": Meaning("籍贯", "choice", (), open_values=True, absent_possible=False),
    "领域": Meaning("领域", "set", FIELDS),
    "院校": Meaning("院校", "text"),
}
WOMAN = Compare("性别", "=", "女")


@dataclass(frozen=True)
class Cast:
    """Columns of a few people, by element: lists of values, BLANK, NONE, or (low, high)."""

    values: dict
    size: int
    seating: Any = None

    @property
    def count(self):
        return self.size

    @property
    def catalogue(self):
        return self

    def seated(self, name):
        return name in SEATED

    def reseated(self, seating):
        return replace(self, seating=seating)

    def few(self, people):
        values = {name: [each[p] for p in sorted(people)] for name, each in self.values.items()}
        return Cast(values, len(people), self.seating)

    def meaning(self, name):
        return MEANINGS.get(name)

    def column(self, name):
        raw = self.values.get(name, [BLANK] * self.size)
        makers = {"number": numbers, "choice": choices, "set": sets, "text": texts}
        return makers[MEANINGS[name].kind](name, raw)

    def career(self, mode, what, measure, months):
        raise NotImplementedError

    def exists(self, rows, parts):
        raise NotImplementedError

    def grades(self, years, grade, times):
        raise NotImplementedError


def numbers(name, raw):
    meaning = MEANINGS[name]
    ends = []
    for value in raw:
        if value in (BLANK, NONE):
            ends.append((meaning.low, meaning.high))
        else:
            ends.append(value if isinstance(value, tuple) else (value, value))
    low, high = (np.array([e[i] for e in ends], dtype=np.float32).reshape(-1) for i in (0, 1))
    absent = np.array([value == NONE for value in raw], dtype=np.bool_)
    unknown = np.array(
        [value == BLANK or isinstance(value, tuple) for value in raw], dtype=np.bool_
    )
    blank = np.array([value == BLANK for value in raw], dtype=np.bool_)
    return NumberColumn(low, high, absent, unknown, blank & meaning.absent_possible)


def choices(name, raw):
    known = tuple(dict.fromkeys(value for value in raw if value not in (BLANK, NONE)))
    code = {BLANK: UNKNOWN, NONE: ABSENT} | {value: i for i, value in enumerate(known)}
    return ChoiceColumn(np.array([code[value] for value in raw], dtype=np.int32), known)


def sets(name, raw):
    """A set is a string of values joined by 、; with a + behind it more may belong."""
    held = [set() if value == BLANK else set(value.rstrip("+").split("、")) for value in raw]
    bits = np.array([[f in each for f in FIELDS] for each in held], dtype=np.bool_)
    more = np.array([value == BLANK or value.endswith("+") for value in raw], dtype=np.bool_)
    return SetColumn(bits.reshape(-1, len(FIELDS)), FIELDS, more)


def texts(name, raw):
    known = tuple(None if value in (BLANK, NONE) else value for value in raw)
    return TextColumn(known, np.array([value == NONE for value in raw], dtype=np.bool_))


def world(size=None, seats=None, models=(), quota=(None, None, None), posts=None, **values):
    """Seat people 0..n-1 in one team, first as head; `seats` may name EMPTY and OUTSIDE too.

    `posts`: for each seat, other fields of its record.
    """
    size = len(next(iter(values.values()))) if size is None else size
    seats = list(range(size)) if seats is None else seats
    book = RuleBook(())
    seating = seat(of_records(records(size, seats, posts, quota)), AS_OF)
    table = Cast(values, size, seating)
    return World(seating, Facts(table), tuple(models), (), book, Catalogue(()))


def records(size, seats, posts, quota):
    yield Unit(id="u", name="易溪县")
    head, deputy, other = quota
    team = Team(id="t", unit="u", name="易溪县委", category="县级党委", place="党委")
    yield replace(team, quota_head=head, quota_deputy=deputy, quota_other=other)
    for number in range(size):
        yield Person(id=f"p{number:03}", name=f"甲{number}")
    for number, who in enumerate(seats):
        role = "副职" if number else "正职"
        extra = {"role": role} | (posts[number] if posts else {})
        yield Post(id=f"s{number:03}", team="t", name="岗", order=number, **extra)
        if who != EMPTY:
            person = None if who == OUTSIDE else f"p{who:03}"
            outsider = "某某" if who == OUTSIDE else None
            yield Tenure(
                id=f"n{number:03}",
                post=f"s{number:03}",
                person=person,
                outsider=outsider,
                start=AS_OF - 30,
            )


def requirement(measure, lo=None, hi=None, **more):
    bounds = {"lo": lo, "hi": hi, "ideal_lo": more.pop("ideal_lo", None)}
    exact = {k: None if v is None else Fraction(v) for k, v in bounds.items()}
    usual: dict[str, Any] = {"id": "r", "dimension": "年龄", "label": "要求", "points": 10.0}
    return Requirement(**usual | more | exact, measure=measure)


def sexes(text):
    """女男？ as a list of values."""
    return [{"女": "女", "男": "男", "？": BLANK}[sign] for sign in text]


def outcome(finding):
    return (
        finding.measured_low,
        finding.measured_high,
        round(finding.s_low, 6),
        round(finding.s_high, 6),
        finding.verdict,
    )
