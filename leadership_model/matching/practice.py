"""画像 from practice: what past and present holders of some posts brought along, as a draft.

Read as of the month before each took the post, and of function, experience, level, time, education
level and major alone: nothing sensitive is ever looked at. What most holders had, and others in
office have less often, is proposed as a 权重 condition with the holders it comes from. It is a
draft: it describes who was chosen, not who should be, and a person edits it before it is used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.facts import Facts
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.conditions.tree import Compare, Condition, Contains
from leadership_model.elements import table
from leadership_model.elements.element import Ever
from leadership_model.people.few import few
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.seating import seat
from leadership_model.people.tenure import FILLING
from leadership_model.structure.model import Weight

FUNCTION, LEVEL, MAJOR = "熟悉领域", "职务层次", "专业门类"
SCHOOLING = ("学历", "全日制学历")
TIMES = ("任现层次月数", "基层工作月数", "乡镇工作月数")
FEWEST = 3  # holders of whom something is known, or nothing is proposed
MOST, SOME = 2 / 3, 1 / 2  # shares of them
MORE = 0.1  # by which holders stand out from everybody in office
STEP = 6  # months


@dataclass(frozen=True, slots=True)
class Holding:
    """One taking of a post by a person; `month` is the month before."""

    person: int
    post: int
    month: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """One line of the draft. `holders` had it, `known` is of how many it can be said."""

    weight: Weight
    why: str
    holders: tuple[int, ...]
    known: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What practice proposes for some posts, from whom."""

    posts: tuple[int, ...]
    holdings: tuple[Holding, ...]
    lines: tuple[Proposed, ...]

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody who took one of the posts, once each."""
        return tuple(dict.fromkeys(each.person for each in self.holdings))


def propose(world: World, posts: Sequence[int]) -> Draft:
    """Draft weights for posts from who took them, one holding for each person and post."""
    found = holdings(world, posts)
    then = _Then.of(world, found)
    asked = [*_functions(then, posts), *_experience(then), *_levels(then)]
    asked += [*_schooling(then), *_majors(then), *_times(then)]
    return Draft(tuple(posts), found, tuple(asked))


def holdings(world: World, posts: Sequence[int]) -> tuple[Holding, ...]:
    """List who took some posts and when, up to the world's month; the first time counts."""
    tenures = world.snapshot["tenure"]
    post, person, start = (tenures.ints(name) for name in ("post", "person", "start"))
    rows = np.isin(post, list(posts)) & (person >= 0) & (start > 0) & (start <= world.as_of)
    rows &= tenures.texts("kind").mask(*FILLING)
    found: dict[tuple[int, int], Holding] = {}
    order = sorted(np.flatnonzero(rows).tolist(), key=lambda row: (int(start[row]), row))
    for row in order:
        made = Holding(int(person[row]), int(post[row]), int(start[row]) - 1)
        found.setdefault((made.person, made.post), made)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Then:
    """Holdings with the facts of their people at the month of each."""

    world: World
    holdings: tuple[Holding, ...]
    facts: tuple[tuple[Facts, int], ...]  # facts at the month, position of the person in them

    @staticmethod
    def of(world: World, found: Sequence[Holding]) -> "_Then":
        some = few(world.snapshot, np.array(sorted({h.person for h in found}), dtype=np.int32))
        at = {int(person): place for place, person in enumerate(some.people.tolist())}
        months = {
            month: Facts(table.build(seat(some.snapshot, month), world.catalogue))
            for month in sorted({each.month for each in found})
        }
        facts = tuple((months[each.month], at[each.person]) for each in found)
        return _Then(world, tuple(found), facts)

    def who(self, condition: Condition) -> tuple[tuple[int, ...], int]:
        """Give who satisfied a condition on taking the post, and of how many it can be said."""
        told = [facts.tri(condition).at(place) for facts, place in self.facts]
        sure = [h.person for h, said in zip(self.holdings, told, strict=True) if said]
        return tuple(dict.fromkeys(sure)), sum(each is not None for each in told)

    def common(self, condition: Condition) -> float:
        """Give the share of everybody in office who surely satisfies it today."""
        here = self.world.snapshot.people.texts("status").mask("在职")
        sure = self.world.facts.tri(condition).sure
        return float((sure & here).sum()) / max(int(here.sum()), 1)

    def allowed(self, condition: Condition) -> bool:
        """Say whether nothing sensitive stands in a condition."""
        return not self.world.catalogue.sensitive_in(condition)


def _line(
    then: _Then, label: str, condition: Condition, why: str, least: float
) -> Iterator[Proposed]:
    """Propose a condition that enough holders met, and more of them than of all in office."""
    if not then.allowed(condition):
        return
    holders, known = then.who(condition)
    share = _share(then, condition)
    if known < FEWEST or share < least or share < then.common(condition) + MORE:
        return
    yield _proposed(then, label, condition, why, holders, known)


def _share(then: _Then, condition: Condition) -> float:
    told = [facts.tri(condition).at(place) for facts, place in then.facts]
    known = [each for each in told if each is not None]
    return sum(known) / len(known) if known else 0.0


def _proposed(
    then: _Then, label: str, condition: Condition, why: str, holders: tuple[int, ...], known: int
) -> Proposed:
    share = _share(then, condition)
    points = max(5.0, round(share * 20 / 5) * 5.0)
    basis = f"任职实践：{known} 人次中 {_met(then, condition)} 人次符合，供参考"
    weight = Weight(label=label, points=points, condition=condition, basis=basis)
    return Proposed(weight, why, holders, known)


def _met(then: _Then, condition: Condition) -> int:
    return sum(facts.tri(condition).at(place) is True for facts, place in then.facts)


def _functions(then: _Then, posts: Sequence[int]) -> Iterator[Proposed]:
    """Propose knowing what at least half of the posts carry, whoever held them."""
    raw = then.world.snapshot.posts.raw("functions")
    carried = [name for post in posts for name in (raw[post] or "").split("、") if name]
    if then.world.catalogue.element(FUNCTION) is None:
        return
    for name in dict.fromkeys(carried):
        condition = Contains(FUNCTION, name)
        if then.allowed(condition) and carried.count(name) * 2 >= len(posts):
            holders, known = then.who(condition)
            why = f"岗位职责板块：{name}"
            yield _proposed(then, f"熟悉{name}工作", condition, why, holders, known)


def _experience(then: _Then) -> Iterator[Proposed]:
    for element in then.world.catalogue.elements:
        if isinstance(element.definition, Ever) and not element.retired:
            yield from _line(
                then, element.label, Compare(element.label, "=", "是"), "任职前的经历", SOME
            )


def _levels(then: _Then) -> Iterator[Proposed]:
    yield from _ranked(then, LEVEL, "任职前的层次")


def _schooling(then: _Then) -> Iterator[Proposed]:
    for name in SCHOOLING:
        yield from _ranked(then, name, "任职前的学历")


def _ranked(then: _Then, name: str, why: str) -> Iterator[Proposed]:
    """Propose the highest step of a ranked element that most holders had reached."""
    for value in reversed(_values(then, name)):
        found = tuple(_line(then, f"{name}{value}以上", Compare(name, ">=", value), why, MOST))
        if found:
            yield from found
            return


def _majors(then: _Then) -> Iterator[Proposed]:
    for value in _values(then, MAJOR):
        yield from _line(then, f"{value}专业", Compare(MAJOR, "=", value), "所学专业门类", SOME)


def _values(then: _Then, name: str) -> list[str]:
    """List the values holders had of a choice, lowest first where they are ranked."""
    element = then.world.catalogue.element(name)
    if element is None:
        return []
    had = set()
    for facts, place in then.facts:
        column = facts.column(name)
        if isinstance(column, ChoiceColumn) and column.codes[place] > UNKNOWN:
            had.add(column.values[int(column.codes[place])])
    meaning = then.world.facts.meaning(name)
    ranks = meaning.ranks
    return sorted(had, key=lambda value: (ranks.get(value, 0), value))


def _times(then: _Then) -> Iterator[Proposed]:
    """Propose months graded between the lower and the upper quarter of the holders."""
    catalogue = then.world.catalogue
    for name in TIMES:
        if catalogue.element(name) is None or catalogue.sensitive(name):
            continue
        had = [(holding, _number(then, at, name)) for at, holding in enumerate(then.holdings)]
        known = [(holding.person, value) for holding, value in had if value is not None]
        if len(known) < FEWEST:
            continue
        low, middle, high = np.percentile([value for _, value in known], (25, 50, 75))
        if middle < STEP:
            continue
        start = float(low // STEP * STEP)
        full = max(float(high // STEP * STEP), start + 2 * STEP)
        weight = Weight(
            label=name.removesuffix("月数") + "时间",
            points=10.0,
            element=name,
            start=start,
            full=full,
            basis=f"任职实践：{len(known)} 人次的四分位数，供参考",
        )
        holders = tuple(dict.fromkeys(person for person, value in known if value >= middle))
        why = f"任职前中位数 {middle:g} 个月"
        yield Proposed(weight, why, holders, len(known))


def _number(then: _Then, at: int, name: str) -> float | None:
    facts, place = then.facts[at]
    column = facts.column(name)
    if not isinstance(column, NumberColumn) or column.absent[place]:
        return None
    low, high = float(column.low[place]), float(column.high[place])
    return low if low == high else None
