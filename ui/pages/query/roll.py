"""What the list of people needs of everybody, worked out once a world. No Qt: it runs in a job."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, NumberColumn
from leadership_model.elements import careers
from leadership_model.people.gaps import ABSENT
from leadership_model.people.table import Ints
from ui.jobs import Control
from ui.tables import collate

SHORT = {
    "优秀": "优",
    "称职": "称",
    "基本称职": "基",
    "不称职": "不",
    "不定等次": "未定",
    "未参加": "未参",
}
TOWNSHIP = "乡镇党政正职"
NEAR = 12  # months before the statutory month that are worth a hint
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Roll:
    """Vectors over all people: orders, ages, times, appraisals, what stands in the way."""

    world: World
    strokes: Ints
    pinyins: Ints
    order: Ints
    age: Floats
    birth: Ints
    level_since: Ints
    level_months: Floats
    post_months: Floats
    township: Floats
    appraisals: tuple[str, ...]
    hints: tuple[tuple[str, str], ...]  # mark and word, empty where there is nothing to say


def make(world: World, control: Control | None = None) -> Roll:
    """Work everything out."""
    people = world.snapshot.people
    names = people.raw("name")
    strokes = collate.stroke_ranks(names)
    if control is not None:
        control.check()
    return Roll(
        world=world,
        strokes=strokes,
        pinyins=collate.pinyin_ranks(names, names=True),
        order=_team_order(world),
        age=_number(world, "年龄"),
        birth=people.ints("birth"),
        level_since=people.ints("level_since"),
        level_months=_number(world, "任现层次月数"),
        post_months=_number(world, "任现职月数"),
        township=_township(world),
        appraisals=_appraisals(world),
        hints=_hints(world),
    )


def _team_order(world: World) -> Ints:
    """Rank people by the order of teams and seats; people without a seat come last."""
    posts, teams = world.snapshot.posts, world.snapshot.teams
    place = teams.ints("order")[posts.owners()] if len(posts) else np.zeros(0, dtype=np.int32)
    rank = np.empty(len(posts), dtype=np.int32)
    rank[np.lexsort((np.arange(len(posts)), place))] = np.arange(len(posts), dtype=np.int32)
    main = world.seating.main_post()
    found = np.full(len(main), -1, dtype=np.int32)
    found[main >= 0] = rank[main[main >= 0]]
    return found


def _number(world: World, name: str) -> Floats:
    """Give a number element, NaN where it is unknown or 无."""
    column = world.facts.column(name)
    assert isinstance(column, NumberColumn)
    gone = column.unknown | column.absent
    return np.where(gone, np.nan, column.low.astype(np.float64))


def _township(world: World) -> Floats:
    """Give the months as head of a township; NaN where nothing is recorded."""
    if world.catalogue.filter(TOWNSHIP) is None:
        return np.full(world.facts.count, np.nan)
    source: Any = getattr(world.facts.table, "source", None)
    if source is None:
        return np.full(world.facts.count, np.nan)
    served = careers.months_served(source, TOWNSHIP, longest=False)
    return np.where(served.low > 0, served.low.astype(np.float64), np.nan)


def _appraisals(world: World) -> tuple[str, ...]:
    """Write the results of the last three calendar years, the earliest first."""
    table, last = world.snapshot["appraisal"], months.year_of(world.as_of)
    years, results = table.ints("year"), table.texts("result")
    owners = table.owners()
    grid = [["–"] * world.facts.count for _ in range(3)]
    for row in np.flatnonzero((years >= last - 3) & (years < last)):
        word = results.at(int(row))
        if word is not None and owners[row] >= 0:
            grid[int(years[row]) - last + 3][int(owners[row])] = SHORT.get(word, word[:1])
    return tuple(" ".join(each) for each in zip(*grid, strict=True))


def _hints(world: World) -> tuple[tuple[str, str], ...]:
    """Say what stands in the way of an appointment: sanctions in force, the retirement month."""
    sanctioned = world.facts.column("处分影响期内")
    left = world.facts.column("距到龄月数")
    assert isinstance(sanctioned, ChoiceColumn)
    assert isinstance(left, NumberColumn)
    found: list[tuple[str, str]] = []
    for code, low, unknown in zip(
        sanctioned.codes.tolist(), left.low.tolist(), left.unknown.tolist(), strict=True
    ):
        if code == 1:
            found.append(("red", "影响期内"))
        elif not unknown and low <= 0:
            found.append(("red", "已到龄"))
        elif not unknown and low <= NEAR:
            found.append(("yellow", f"{int(low)} 个月后到龄"))
        elif unknown or (code < 0 and code != ABSENT):
            found.append(("unknown", "到龄待核" if unknown else "处分待核"))
        else:
            found.append(("", ""))
    return tuple(found)


Work = Callable[[Control], Roll]
