"""How the members of one team are spread over elements: scales with ticks, and bars. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.assessment.vector import Numbers
from leadership_model.assessment.world import World
from leadership_model.charts.spec import Bar, Bars, Tone
from leadership_model.query.distributions import distributions
from ui import names
from ui.pages.assessment.work import View

SCALES = (("年龄", "岁"), ("任现职月数", "个月"), ("任现层次月数", "个月"))
TITLES = {"任现职月数": "任现职时间", "任现层次月数": "任现层次时间"}


@dataclass(frozen=True, slots=True)
class Tick:
    """One member on a scale: from `low` to `high`, equal where it is known."""

    person: str
    name: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A number element of all members, with the mean of those known."""

    title: str
    unit: str
    ticks: tuple[Tick, ...]
    unknown: int
    mean: float | None
    top: float | None = None  # no value lies above it
    rest: str = "待核 {} 人"  # what is said of those of whom nothing is known


def scales(seen: View) -> tuple[Scale, ...]:
    """Lay the members on the scales of age, time in post and time at the level."""
    return tuple(_scale(seen, element, unit) for element, unit in SCALES)


def _scale(seen: View, element: str, unit: str) -> Scale:
    numbers: Numbers = seen.world.facts.numbers(element)
    meaning = seen.world.facts.meaning(element)
    whole = (meaning.high or 0.0) - (meaning.low or 0.0)
    ticks, unknown = [], 0
    for person in seen.members():
        low, high = float(numbers.low[person]), float(numbers.high[person])
        if numbers.absent[person] or numbers.may_be_absent[person] or high - low >= whole:
            unknown += 1
            continue
        name = names.person_name(seen.world.snapshot, person)
        ticks.append(Tick(seen.world.person_ids[person], name, low, high))
    sure = [each.low for each in ticks if each.low == each.high]
    mean = sum(sure) / len(sure) if sure else None
    title = TITLES.get(element, element)
    return Scale(title, unit, tuple(ticks), unknown, mean)


def spreads(seen: View) -> tuple[Bars, ...]:
    """Count sex, ethnicity and party among the members, and their education."""
    world, people = seen.world, seen.members()
    found = [_counts(world, people, word, name) for word, name in FIELDS]
    schooling = next(each for each in distributions(world, people) if each.name == "学历")
    bars = tuple(
        Bar(
            label=each.label, value=each.count or each.unknown, ids=each.ids, tone=_tone(each.label)
        )
        for each in schooling.bars
    )
    return (*found, Bars(title="最高学历", bars=bars, unit="人", horizontal=True))


FIELDS = (("性别", "sex"), ("民族", "ethnicity"), ("政治面貌", "party"))


def _counts(world: World, people: Sequence[int], title: str, field: str) -> Bars:
    groups: dict[str, list[str]] = {}
    for person in people:
        value = world.snapshot.people.raw(field)[person] or "待核"
        groups.setdefault(value, []).append(world.person_ids[person])
    order = sorted(groups.items(), key=_by_size)
    bars = tuple(
        Bar(label=label, value=len(ids), ids=tuple(ids), tone=_tone(label)) for label, ids in order
    )
    return Bars(title=title, bars=bars, unit="人", horizontal=True)


def _by_size(group: tuple[str, list[str]]) -> tuple[bool, int, str]:
    return group[0] == "待核", -len(group[1]), group[0]


def _tone(label: str) -> Tone:
    return "grey" if label == "待核" else "c1"
