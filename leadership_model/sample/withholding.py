"""暂缓使用 in the city: a few people the department does not propose, some of them no longer.

The generator says who is held at the month of the city: those whose hold it drew as running.
Towns of fewer than a thousand people have nobody held.
"""

import random
from collections.abc import Iterator, Set
from dataclasses import dataclass

from leadership_model.ids import new
from leadership_model.people.hold import Hold
from leadership_model.sample.chance import pick, stream
from leadership_model.sample.register import Register

ONE_IN = 1000  # people, for each that is held
OVER = 2  # holds that have run out or were lifted, for each size of city
LEVELS = ("县处级正职", "县处级副职", "乡科级正职", "乡科级副职")
REASONS = (
    "举报线索核查中",
    "个人有关事项报告待核实",
    "档案专项审核未完",
    "经济责任审计中",
    "本人申请，家庭原因",
    "因病休养",
)
OFFICE, READER = "干部监督科", "干部一科"


@dataclass(frozen=True, slots=True)
class Withheld:
    """The records drawn, and the ids of the people held at the month of the city."""

    holds: tuple[Hold, ...]
    people: tuple[str, ...]


def draw(register: Register, at_fault: Set[str], seed: int) -> Withheld:
    """Draw holds of people in office who have no fault; nobody is held twice."""
    source = stream(seed, "withholding")
    able = sorted(
        person.id
        for person in register.people.values()
        if person.status == "在职" and person.level in LEVELS and person.id not in at_fault
    )
    count = len(register.people) // ONE_IN
    if not count:
        return Withheld((), ())
    chosen = source.sample(able, count + OVER)
    holds = tuple(_holds(source, register.as_of, chosen, count))
    return Withheld(holds, tuple(sorted(chosen[:count])))


def _holds(source: random.Random, as_of: int, chosen: list[str], count: int) -> Iterator[Hold]:
    for at, person in enumerate(chosen):
        start = as_of - source.randint(1, 5)
        ending: dict[str, int | str] = {"until": as_of + source.randint(1, 8)}
        if at == count:  # ran out by itself
            start, ending = as_of - 9, {"until": as_of - 2}
        elif at > count:  # lifted before it would have
            start = as_of - 7
            ending = {"until": as_of + 2, "lifted": as_of - 1, "lifted_by": OFFICE}
        yield Hold(
            id=new("hold", source),
            person=person,
            reason=pick(source, REASONS),
            start=start,
            seen_by=READER,
            entered_by=OFFICE,
            entered_at="2026-10-15",
            **ending,  # type: ignore[arg-type]
        )
