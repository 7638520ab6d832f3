"""Which seats are to show what: wishes for holders, empty seats, acting heads."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from leadership_model.sample import retirement
from leadership_model.sample.chance import stream
from leadership_model.sample.classes import CLASSES
from leadership_model.sample.crowd import Intent
from leadership_model.sample.draft import Wish
from leadership_model.sample.layout import Layout, Slot

# How many instances of each kind are planted in a city of 1,000 people and more.
LEAST = {"N1": 3, "N2": 3, "A1": 5, "A5": 4, "X1": 6, "S1": 2, "M1": 1, "R1": 10, "P1": 5}
REACHED = 3
ROTATING = ("县级党委", "县级政府", "市直部门")


def scaled(count: int, people: int) -> int:
    """Scale a number of planted instances with the size of a small city."""
    return count if people >= 1000 else max(1, round(count * people / 1000))


@dataclass(slots=True)
class Plan:
    """What was decided: the intent for the crowd, and (rule, slot number) of each wish."""

    wishes: dict[int, Wish] = field(default_factory=dict)
    vacant: list[int] = field(default_factory=list)
    acting: list[int] = field(default_factory=list)
    provisional: list[int] = field(default_factory=list)
    planted: list[tuple[str, int]] = field(default_factory=list)

    def intent(self) -> Intent:
        """Give what the crowd needs to know."""
        return Intent(
            self.wishes,
            frozenset(self.vacant),
            frozenset(self.acting),
            frozenset(self.provisional),
        )


@dataclass(slots=True)
class _Hat:
    """Slots in a drawn order; each is taken once."""

    slots: list[tuple[int, Slot]]
    taken: set[int] = field(default_factory=set)

    def take(self, count: int, fits: Callable[[Slot], bool]) -> Iterable[tuple[int, Slot]]:
        """Take so many slots that fit (fewer when there are not enough)."""
        found = [(at, s) for at, s in self.slots if at not in self.taken and fits(s)][:count]
        self.taken.update(at for at, _ in found)
        return found


def make_plan(number: int, layout: Layout, people: int, as_of: int) -> Plan:
    """Choose the slots for everything that is drawn on purpose; `number` is the seed."""
    source = stream(number, "plan")
    order = [(at, s) for at, s in enumerate(layout.slots) if s.klass != "outsider"]
    source.shuffle(order)
    hat, plan = _Hat(order), Plan()
    category = {team.id: team.category for team in layout.teams}
    _special_heads(plan, hat, people)
    for at, slot in hat.take(scaled(LEAST["X1"], people), lambda s: _rotates(s, category)):
        plan.wishes[at] = Wish(tenure=source.randint(121, 165))
        plan.planted.append(("X1", at))
        assert slot.posts
    _retiring(source, plan, hat, people, as_of)
    for at, _ in hat.take(scaled(LEAST["P1"], people), _on_probation):
        plan.wishes[at] = Wish(tenure=source.randint(1, 11), fresh=True)
        plan.planted.append(("P1", at))
    _empty(plan, hat, people)
    return plan


def _special_heads(plan: Plan, hat: _Hat, people: int) -> None:
    """Choose A5 and M1, an acting head of government, deputies in charge."""
    for at, _ in hat.take(
        scaled(LEAST["M1"], people), lambda s: s.klass == "county_head" and bool(s.place.autonomy)
    ):
        plan.wishes[at] = Wish(ethnicity="汉族")
        plan.planted.append(("M1", at))
    for at, slot in hat.take(scaled(LEAST["A5"], people), _home_ruled):
        plan.wishes[at] = Wish(hometown=slot.place.area)
        plan.planted.append(("A5", at))
    acting = scaled(5, people)
    plan.acting += [at for at, _ in hat.take(acting, _can_be_acted_for)]
    if people >= 2000:
        plan.provisional += [at for at, _ in hat.take(1, lambda s: s.klass == "county_head")]


def _alone(slot: Slot, *classes: str) -> bool:
    return len(slot.posts) == 1 and slot.klass in classes


def _can_be_acted_for(slot: Slot) -> bool:
    """A deputy in charge (副局长主持工作) has the word for the head in his own title."""
    entry = slot.body.entry if slot.body else {}
    return _alone(slot, "department_head") and str(entry.get("head")) in str(entry.get("deputy"))


def _home_ruled(slot: Slot) -> bool:
    return any(post.area_head == "县" for post in slot.posts)


def _rotates(slot: Slot, category: dict[str, str | None]) -> bool:
    fits = all(category[post.team or ""] in ROTATING for post in slot.posts)
    return fits and len(slot.posts) == 1 and slot.posts[0].role in ("正职", "副职")


def _on_probation(slot: Slot) -> bool:
    return len(slot.posts) == 1 and not slot.posts[0].elected


def _retiring(source: random.Random, plan: Plan, hat: _Hat, people: int, as_of: int) -> None:
    """Choose people who retire within six months, and some who are past the month."""
    old = ("department_head", "department_deputy", "city_head", "city_deputy", "congress_deputy")
    soon, past = scaled(LEAST["R1"], people), scaled(REACHED, people)
    for number, (at, slot) in enumerate(hat.take(soon + past, lambda s: _alone(s, *old))):
        sex = "女" if number % 4 == 3 else "男"
        month = as_of + source.randint(1, 6) if number < soon else as_of - source.randint(0, 4)
        birth = _born_for(month, sex, CLASSES[slot.klass].level)
        plan.wishes[at] = Wish(birth=birth, sex=sex)
        plan.planted.append(("R1", at))


def _born_for(month: int, sex: str, level: str | None) -> int:
    """Find the latest birth with which somebody is due to retire in that month or just before."""
    birth = month - 50 * 12
    while retirement.due(sex, birth, level) > month:
        birth -= 1
    return birth


def _empty(plan: Plan, hat: _Hat, people: int) -> None:
    """Choose the seats that stay empty: some heads (N2), and ordinary deputies."""
    heads = hat.take(
        scaled(LEAST["N2"], people),
        lambda s: _alone(s, "department_head", "town_secretary", "town_head", "city_head"),
    )
    for at, _ in heads:
        plan.vacant.append(at)
        plan.planted.append(("N2", at))
    kinds = ("department", "town", "city", "congress", "county", "court", "zone")
    deputies = [f"{kind}_deputy" for kind in kinds]
    count = max(1, round(87 * min(1.0, people / 8155)))
    plan.vacant += [at for at, _ in hat.take(count, lambda s: _alone(s, *deputies))]
