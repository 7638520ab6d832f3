"""Why a requirement changes its verdict from one month to the next: person by person, with rules.

Read off two assessments of one team and the seats left in between, so it costs nothing to ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from leadership_model.assessment.finding import Assessment, Finding, Verdict
from leadership_model.assessment.forecast import Forecast
from leadership_model.assessment.leaving import RETIRE, Departure
from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import write
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import (
    MonthsUntil,
    RetirementMonth,
    SanctionInForce,
    When,
)
from leadership_model.elements.references import of_definition
from leadership_model.structure.requirement import (
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Ladder,
    Requirement,
    Share,
)

# left: leaves a seat by a rule. came, went: by the records. seat: an outsider did. counts, drops:
# what is said of a member is another. time: a number of all members grows. model: another version.
Kind = Literal["left", "came", "went", "seat", "counts", "drops", "unsure", "time", "model"]
SEATED: tuple[Kind, Kind] = ("came", "went")
SANCTION = "S"  # the rules S1 to S6 on sanctions in force
EMPTY: Mapping[tuple[int, int, str], tuple[int, ...]] = MappingProxyType({})
MOVED = ("average", "extent", "ladder", "cover", "distinct")  # by what an element says of each


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause. `person` -1 where it is nobody's; `rule` as named by the rule book, or empty.

    `about`: the condition that is met no more, or now; the element that grows with time.
    """

    kind: Kind
    person: int = -1
    rule: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A requirement of a team that changes its verdict in a month; None = not asked."""

    team: int
    month: int
    requirement: str
    label: str
    before: Verdict | None
    after: Verdict | None
    detail: str
    causes: tuple[Cause, ...]


def changes(world: World, found: Forecast, team: int) -> tuple[Change, ...]:
    """List when each requirement of a team changes its verdict, and why, in order of months."""
    turns, made = found.turns[team], list[Change]()
    for (_, before), (month, after) in pairwise(turns):
        gone = [d for d in found.departures if d.team == team and d.month == month]
        seated = found.seated.get((team, month), ((), ()))
        made += changed(world, before, after, month, gone, found.moved, seated)
    return tuple(made)


def changed(
    world: World,
    before: Assessment,
    after: Assessment,
    month: int,
    gone: Sequence[Departure] = (),
    moved: Mapping[tuple[int, int, str], tuple[int, ...]] = EMPTY,
    seated: tuple[Sequence[int], Sequence[int]] = ((), ()),
) -> Iterator[Change]:
    """Give the requirements whose verdict differs between two assessments of one team.

    `gone`: the seats of the team left in between; `moved` as in a forecast; `seated`:
    who came into the team and who left it by the records.
    """
    was = {each.requirement: each for each in before.findings}
    now = {each.requirement: each for each in after.findings}
    model = world.model(before.team)
    asked = {each.id: each for each in (() if model is None else model.requirements)}
    for id, either in (was | now).items():
        old, new = was.get(id), now.get(id)
        verdicts = old.verdict if old else None, new.verdict if new else None
        if verdicts[0] != verdicts[1]:
            requirement = asked.get(id)
            why = tuple(_causes(world, requirement, (old, new), (before, after), gone, seated))
            if requirement is not None:
                key = before.team, month, about_of(requirement)
                why = _named(why, moved.get(key, ()))
            detail = new.detail if new else ""
            yield Change(before.team, month, id, either.label, *verdicts, detail, why)


def _causes(
    world: World,
    requirement: Requirement | None,
    findings: tuple[Finding | None, Finding | None],
    teams: tuple[Assessment, Assessment],
    gone: Sequence[Departure],
    seated: tuple[Sequence[int], Sequence[int]],
) -> Iterator[Cause]:
    old, new = findings
    if old is None or new is None or requirement is None:
        yield Cause("model")
        return
    for person, rule in dict.fromkeys((each.person, each.rule) for each in gone):
        yield Cause("left", person, rule)
    for kind, people in zip(SEATED, seated, strict=True):
        for person in people:
            yield Cause(kind, person)
    left = {each.person for each in gone} | {person for each in seated for person in each}
    posts = {each.post for each in gone}
    if not left and set(teams[1].vacancies) - posts != set(teams[0].vacancies) - posts:
        yield Cause("seat")
    about, rule = about_of(requirement), rule_of(requirement, world.catalogue)
    was, now = set(old.people), set(new.people)
    doubt = set(new.unknown_people) - set(old.unknown_people)
    known = set(old.unknown_people) - set(new.unknown_people)
    for person in sorted(((was ^ now) | known) - left - doubt):
        yield Cause("counts" if person in now else "drops", person, rule, about)
    for person in sorted(doubt - left):
        yield Cause("unsure", person, rule, about)
    if new.kind in MOVED and (old.measured_low, old.measured_high) != (
        new.measured_low,
        new.measured_high,
    ):
        yield Cause("time", -1, rule, about)


def _named(why: tuple[Cause, ...], people: Sequence[int]) -> tuple[Cause, ...]:
    """Put the people whose number has grown in the place of a cause that is everybody's."""
    found = list[Cause]()
    for each in why:
        named = [replace(each, person=person) for person in people] if each.kind == "time" else []
        found += named or [each]
    return tuple(found)


def about_of(requirement: Requirement) -> str:
    """Write what a requirement asks of a person: its condition, or the element it reads."""
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            return write(condition)
        case Average(element) | Extent(element) | Ladder(element):
            return element
        case Cover(element) | Distinct(element) | Concentration(element):
            return element
        case Carried():
            return "岗位资格条件"
        case _:
            return requirement.label


def rule_of(requirement: Requirement, catalogue: Catalogue) -> str:
    """Name the rule whose month a condition goes by: R1 for 到龄, S for sanctions; else empty."""
    match requirement.measure:
        case Count(condition) | Share(condition) | Every(condition):
            return _rule(condition, catalogue)
        case _:
            return ""


def _rule(condition: Condition, catalogue: Catalogue) -> str:
    names = list(of_definition(When(condition)).elements)
    seen = set[str]()
    while names:
        name = names.pop()
        element = catalogue.element(name)
        if element is None or name in seen:
            continue
        seen.add(name)
        if isinstance(element.definition, RetirementMonth | MonthsUntil):
            return RETIRE
        if isinstance(element.definition, SanctionInForce):
            return SANCTION
        names += of_definition(element.definition).elements
    return ""
