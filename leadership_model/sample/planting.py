"""Faults of terms, rotation and home no draw brings by itself: T2, T4, X4, X7, A6, A7, flags.

Planted last and from a stream of their own, on people who show nothing else, so that nothing drawn
before is another.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import Tenure
from leadership_model.sample.chance import stream
from leadership_model.sample.flag_truths import FOUR, LED, YEAR_PLACE
from leadership_model.sample.plan import scaled
from leadership_model.sample.register import Register
from leadership_model.sample.rule_truths import PARTY_OR_GOVERNMENT, in_scope

Seat = tuple[Team, Post, Tenure, Person]
PLACED_YEARS = 3


@dataclass(slots=True)
class _Planter:
    """The register, a source of chance, and the people nothing may be done to."""

    register: Register
    source: random.Random
    taken: set[str]
    people: int

    def seats(self) -> Iterator[Seat]:
        """Go through the seats of people still free, each in one seat only, in a drawn order."""
        register = self.register
        held: dict[str, list[Tenure]] = {}
        for tenure in register.present():
            held.setdefault(tenure.person or "", []).append(tenure)
        ids = sorted(person for person in held if person and len(held[person]) == 1)
        self.source.shuffle(ids)
        for person in ids:
            if person not in self.taken:
                (tenure,) = held[person]
                post = register.posts[tenure.post or ""]
                yield register.teams[post.team or ""], post, tenure, register.people[person]

    def take(self, rule: str, count: int, fits: Callable[[Seat], bool]) -> list[Seat]:
        """Take so many seats that fit and note their people as planted."""
        found = list[Seat]()
        for seat in self.seats():
            if len(found) < scaled(count, self.people) and fits(seat):
                found.append(seat)
        for _, _, _, person in found:
            self.taken.add(person.id)
            self.register.planted.add((rule, person.id))
        return found


def plant(register: Register, number: int, people: int, taken: set[str]) -> None:
    """Plant the faults; nobody of `taken` is touched."""
    planter = _Planter(register, stream(number, "planting rules"), set(taken), people)
    _homes(planter)
    _changes(planter)
    _long_served(planter)
    _secretaries(planter)
    _heads_together(planter)
    _figures(planter)
    _left_alone(_Planter(register, stream(number, "planting heads"), planter.taken, people))


def _homes(planter: _Planter) -> None:
    """A6 in the police of the city; A7 in townships: one grew up there, one perhaps."""
    register = planter.register
    areas = sorted(unit.name or "" for unit in register.units if unit.kind == "地区")
    for _, post, _, person in planter.take("A6", 1, lambda s: _heads(s, "市直部门")):
        register.posts[post.id] = replace(post, area_head="市")
        register.change(person.id, hometown=areas[0])
    for at, (team, post, _, person) in enumerate(
        planter.take("A7", 4, lambda s: _heads(s, "乡镇") and s[1].linked is None)
    ):
        unit = next(each for each in register.units if each.id == team.unit)
        register.posts[post.id] = replace(post, area_head="乡")
        register.change(person.id, hometown=team.area if at % 2 else unit.short_name)


def _heads(seat: Seat, category: str) -> bool:
    team, post, _, _ = seat
    return team.category == category and post.role == "正职" and bool(post.member)


def _changes(planter: _Planter) -> None:
    """T2: another seat held, and left, since the term began."""
    register = planter.register
    free = {
        post.id: tenure.start or 0
        for tenure in register.present()
        for post in [register.posts[tenure.post or ""]]
        if in_scope(register.teams[post.team or ""], post)
    }

    def fits(seat: Seat) -> bool:
        team, post, tenure, _ = seat
        begun = (team.term_start or 1 << 20) + 8
        return in_scope(team, post) and (tenure.start or 0) > begun and tenure.promoted is not True

    for team, post, tenure, person in planter.take("T2", 2, fits):
        start, end = (team.term_start or 0) + 3, tenure.start or 0
        other = next(
            (id for id, since in sorted(free.items()) if id != post.id and since >= end), None
        )
        if other is None:
            register.planted.discard(("T2", person.id))
            continue
        former = Tenure(
            id=new("n", planter.source), post=other, person=person.id, start=start, end=end - 1
        )
        register.tenures[former.id] = former


def _long_served(planter: _Planter) -> None:
    """T4: at one level for more than fifteen years."""

    def fits(seat: Seat) -> bool:
        team, post, tenure, person = seat
        old = (person.work_start or 1 << 20) + 60 < planter.register.as_of - 190
        same = person.level == post.level and person.level_since is not None
        return in_scope(team, post) and same and old and tenure.promoted is not True

    for _, _, _, person in planter.take("T4", 2, fits):
        since = planter.register.as_of - 181 - planter.source.randint(0, 6)
        planter.register.change(person.id, level_since=since)


def _secretaries(planter: _Planter) -> None:
    """X7: secretary of a county's discipline commission since the term before the present one."""
    register = planter.register
    for tenure in sorted(register.present(), key=lambda each: each.id):
        post = register.posts[tenure.post or ""]
        team = register.teams[post.team or ""]
        named = team.category == "县级党委" and "纪委书记" in (post.name or "")
        if not named or tenure.person is None or tenure.person in planter.taken:
            continue
        start = (team.term_start or 0) - 40 - planter.source.randint(0, 6)
        for each in register.present():
            if each.person == tenure.person:
                register.tenures[each.id] = replace(each, start=start, promoted=False)
        planter.taken.add(tenure.person)
        register.planted.add(("X7", tenure.person))
        return


def _heads_together(planter: _Planter) -> None:
    """X4: both heads of one county began in neighbouring months, half a year ago."""
    register = planter.register
    heads: dict[str, dict[str, str]] = {}
    for tenure in register.present():
        post = register.posts[tenure.post or ""]
        team = register.teams[post.team or ""]
        if team.category in PARTY_OR_GOVERNMENT and post.role == "正职" and tenure.person:
            heads.setdefault(team.area or "", {})[team.category or ""] = tenure.person
    for area in sorted(heads):
        both = list(heads[area].values())
        if len(both) < 2 or len(set(both)) < 2 or not planter.taken.isdisjoint(both):
            continue
        for person, ago in zip(both, (5, 6), strict=True):
            for each in register.present():
                if each.person == person:
                    start = register.as_of - ago
                    register.tenures[each.id] = replace(each, start=start, promoted=False)
            planter.taken.add(person)
            register.planted.add(("X4", person))
        return


def _left_alone(planter: _Planter) -> None:
    """W1: the head of a body of the city was relieved of the post this month, nobody followed."""

    def fits(seat: Seat) -> bool:
        team, post, tenure, person = seat
        long = (tenure.start or 0) < planter.register.as_of - 12
        head = post.role == "正职" and bool(post.member) and post.linked is None
        return team.category in LED and head and long and person.status == "在职"

    register = planter.register
    for team, _, tenure, person in planter.take("W1", 2, fits):
        register.tenures[tenure.id] = replace(tenure, end=register.as_of)
        register.planted.discard(("W1", person.id))
        register.planted |= {("W1", team.id), ("N2", team.id)}


def _figures(planter: _Planter) -> None:
    """W2, W4, W8, W9: places of counties and departments, unity, negative lists."""
    register, source = planter.register, planter.source
    last = months.year_of(register.as_of) - 1
    teams = list(register.teams.values())
    groups = [[t.id for t in teams if t.category == each] for each in ("县级党委", "市直部门")]
    for year in range(last - PLACED_YEARS + 1, last + 1):
        for group in groups:
            order = list(group)
            source.shuffle(order)
            tail = sorted(group)[: max(1, len(group) // 9)]  # these are last every year
            order = [each for each in order if each not in tail] + tail
            register.indicators += [
                _figure(source, team, year, YEAR_PLACE, str(at + 1))
                for at, team in enumerate(order)
            ]
    led = [team.id for team in teams if team.category in (*FOUR, "市直部门")]
    source.shuffle(led)
    for at, team in enumerate(led[: len(led) // 2]):
        register.indicators.append(
            _figure(source, team, last, "班子团结", "较差" if at < 2 else "好")
        )
    for at, team in enumerate(led[len(led) // 4 :]):
        said = "营商环境专项考核" if at < 2 else "无"
        register.indicators.append(_figure(source, team, last, "专项考核负面清单", said))


def _figure(source: random.Random, team: str, year: int, name: str, value: str) -> Indicator:
    return Indicator(id=new("i", source), team=team, year=year, name=name, value=value)
