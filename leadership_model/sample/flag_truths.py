"""The warning flags W1-W11 of each team, by this room's own reading (see `truths`)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.people.person import Person
from leadership_model.people.team import Team
from leadership_model.sample.due import due_months
from leadership_model.sample.sitting import Sitting
from leadership_model.sample.truth import Result, Truth

LED = ("市直部门", "国企高校")
FOUR = ("县级党委", "县级人大", "县级政府", "县级政协")
OUTSIDE_PARTY = {"县级人大": 1, "县级政府": 1, "县级政协": 3}  # members of no or another party
PARTY = ("中共党员", "预备党员")
YEAR_PLACE = "年度考核名次"
LAST = {"市直部门": 10, **dict.fromkeys(FOUR, 2)}
MUST_RECUSE, MUST_MOVE = ("A1", "A2", "A3", "A5"), ("X1", "X2", "X5", "X7", "T3", "T4")


@dataclass(frozen=True, slots=True)
class _Team:
    """One team with its members: people of the base once each, and how many from outside it."""

    sitting: Sitting
    team: Team
    people: tuple[Person, ...]
    outside: int
    faults: tuple[Truth, ...]

    @property
    def size(self) -> int:
        return len(self.people) + self.outside

    @property
    def as_of(self) -> int:
        return self.sitting.register.as_of


def flag_truths(sitting: Sitting, known: Sequence[Truth]) -> Iterator[Truth]:
    """Give the flags that are up or open, from the register and the faults known already."""
    by_team: dict[str, list[Truth]] = {}
    for truth in known:
        by_team.setdefault(truth.team or "", []).append(truth)
    for team in sitting.register.teams.values():
        held = [
            sitting.held[post.id]
            for post in sitting.posts.get(team.id, [])
            if post.member and post.id in sitting.held
        ]
        ids = dict.fromkeys(each.person for each in held if each.person)
        people = tuple(sitting.register.people[each] for each in ids)
        outside = sum(each.person is None for each in held)
        one = _Team(sitting, team, people, outside, tuple(by_team.get(team.id, ())))
        for rule, result in _flags(one):
            yield Truth(rule, result, team=team.id)


def _flags(one: _Team) -> Iterator[tuple[str, Result]]:
    """Go through the eleven flags; None = not up."""
    found: tuple[tuple[str, Result | None], ...] = (
        ("W1", _leader(one)),
        ("W2", _last(one, 3)),
        ("W3", _worst(each.result for each in one.faults if each.rule in MUST_RECUSE)),
        ("W4", _figure(one, "班子团结", ("不团结", "较差", "差"))),
        ("W5", _young(one)),
        ("W6", _leaving(one)),
        ("W7", _quotas(one)),
        ("W8", _last(one, 1)),
        ("W9", _figure(one, "专项考核负面清单", ())),
        ("W10", _sanctioned(one)),
        ("W11", _worst(each.result for each in one.faults if each.rule in MUST_MOVE)),
    )
    yield from ((rule, result) for rule, result in found if result is not None)


def _worst(results: Iterable[Result]) -> Result | None:
    found = set(results)
    return "fail" if "fail" in found else "unknown" if found else None


def _leader(one: _Team) -> Result | None:
    """W1: a body of the city without its head, or the head is due within half a year."""
    if one.team.category not in LED:
        return None
    if any(each.rule == "N2" for each in one.faults):
        return "fail"
    results = list[Result]()
    for post in one.sitting.posts.get(one.team.id, []):
        tenure = one.sitting.held.get(post.id)
        if post.role == "正职" and post.member and tenure is not None and tenure.person:
            results += _due_by(one.sitting.register.people[tenure.person], one.as_of + 6)
    return _worst(results)


def _due_by(person: Person, month: int) -> list[Result]:
    """Say whether somebody is due by a month: surely, perhaps, or not."""
    due = [each is None or each <= month for each in due_months(person)]
    return (
        ["fail"] if all(due) and None not in due_months(person) else ["unknown"] if any(due) else []
    )


def _last(one: _Team, years: int) -> Result | None:
    """W2, W8: the body is among the last of its group in each of the years before."""
    category, register = one.team.category, one.sitting.register
    if category not in LAST:
        return None
    like = [t for t in register.teams.values() if (t.category in FOUR) == (category in FOUR)]
    like = [t for t in like if t.category in LAST]
    carriers = [t.id for t in like if t.category in ("县级党委", "市直部门")]
    mine = next(
        t.id
        for t in like
        if (t.id == one.team.id and category == "市直部门")
        or (category in FOUR and t.category == "县级党委" and t.area == one.team.area)
    )  # fmt: skip
    before, told = months.year_of(one.as_of), list[bool | None]()
    for year in range(before - years, before):
        places = {
            row.team: int(row.value or 0)
            for row in register.indicators
            if row.name == YEAR_PLACE and row.year == year and row.team in carriers
        }
        size = max([len(carriers), *places.values()])
        told.append(size - places[mine] < LAST[category] if mine in places else None)
    if False in told:
        return None
    return "unknown" if None in told else "fail"


def _figure(one: _Team, name: str, bad: tuple[str, ...]) -> Result | None:
    """W4, W9: what a yearly figure of last year or this one says; without one it is open."""
    year = months.year_of(one.as_of)
    told = [
        row.value
        for row in one.sitting.register.indicators
        if row.team == one.team.id and row.name == name and year - 1 <= (row.year or 0) <= year
    ]
    if not told:
        return "unknown"
    wrong = (value in bad if bad else value not in ("否", "无") for value in told)
    return "fail" if any(wrong) else None


def _young(one: _Team) -> Result | None:
    """W5: fewer than 15 of a hundred members are forty or younger."""
    held = [_forty(person, one.as_of) for person in one.people]
    young, open_ = held.count(True), held.count(None) + one.outside
    if not one.size or 100 * young >= 15 * one.size:
        return None
    return "unknown" if 100 * (young + open_) >= 15 * one.size else "fail"


def _forty(person: Person, as_of: int) -> bool | None:
    """Forty or younger; of whom only the year is known, every month of it must say the same."""
    born = range(0)
    if person.birth is not None:
        born = range(person.birth, person.birth + 1)
    elif person.birth_year is not None:
        born = range(months.of(person.birth_year, 1), months.of(person.birth_year, 12) + 1)
    said = {(as_of - month) // 12 <= 40 for month in born}
    return said.pop() if len(said) == 1 else None


def _leaving(one: _Team) -> Result | None:
    """W6: three members, or a third of them, are due within three years."""
    found = [_due_by(person, one.as_of + 36) for person in one.people]
    sure = sum(each == ["fail"] for each in found)
    possible = sum(bool(each) for each in found) + one.outside

    def many(count: int) -> bool:
        return count > 0 and (count >= 3 or count * 3 >= one.size)

    return "fail" if many(sure) else "unknown" if many(possible) else None


def _quotas(one: _Team) -> Result | None:
    """W7: one woman in each of the four teams, members outside the Party in three of them."""
    if one.team.category not in FOUR:
        return None
    women = _least([None if p.sex is None else p.sex == "女" for p in one.people], one.outside, 1)
    parties = [None if p.party is None else p.party in PARTY for p in one.people]
    if one.team.category in OUTSIDE_PARTY:
        outside = [None if each is None else not each for each in parties]
        party = _least(outside, one.outside, OUTSIDE_PARTY[one.team.category])
    elif False in parties:
        party = "fail"
    else:
        party = "unknown" if None in parties or one.outside else None
    return _worst(each for each in (women, party) if each is not None)


def _least(answers: list[bool | None], outside: int, wanted: int) -> Result | None:
    sure, open_ = answers.count(True), answers.count(None) + outside
    return None if sure >= wanted else "unknown" if sure + open_ >= wanted else "fail"


def _sanctioned(one: _Team) -> Result | None:
    """W10: a member was sanctioned since last January."""
    first = months.of(months.year_of(one.as_of) - 1, 1)
    rows = [row for p in one.people for row in one.sitting.register.sanctions.get(p.id, [])]
    if any(row.month is not None and first <= row.month <= one.as_of for row in rows):
        return "fail"
    return "unknown" if any(row.month is None for row in rows) else None
