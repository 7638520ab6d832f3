"""储备名单 and 递进培养 of a person in words, as the card shows them."""

from typing import TYPE_CHECKING

from leadership_model.people.reserve import LINKS, Reserve, Training
from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


def lines(world: "World", person: int) -> tuple[str, ...]:
    """Give the lists the person is on now, then the last step of each link."""
    snapshot, as_of = world.snapshot, world.as_of
    stays, steps = snapshot["reserve"], snapshot["training"]
    found = [_stay(row) for row in map(stays.record, stays.of(person)) if _is_on(row, as_of)]
    told: dict[str, Training] = {}
    for step in map(steps.record, steps.of(person)):
        last = told.get(step.link or "")
        if (step.start or 0) <= as_of and (last is None or (step.start or 0) >= (last.start or 0)):
            told[step.link or ""] = step
    found += [_step(told[link]) for link in LINKS if link in told]
    return tuple(found)


def _is_on(row: Reserve, as_of: int) -> bool:
    begun = row.start is None or row.start <= as_of
    return begun and (row.end is None or as_of < row.end)


def _stay(row: Reserve) -> str:
    level, role = row.level or "", row.role or ""
    aim = level if role and role in level else f"{level}{role}"
    since = "" if row.start is None else f"，{names.month(row.start)} 入库"
    return f"{row.list or '储备'}：{aim}{since}"


def _step(step: Training) -> str:
    when = "" if step.start is None else f"{names.month(step.start)} "
    open_ = "（进行中）" if step.end is None else ""
    return f"{step.link} {when}{step.title or ''}{open_}".rstrip()
