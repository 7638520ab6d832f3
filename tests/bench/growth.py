"""What must grow no faster than the city, measured on one several times as large."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from leadership_model.assessment.forecast import forecast
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.world import World
from leadership_model.elements import table
from leadership_model.people.seating import seat
from leadership_model.rules import quality
from leadership_model.sample.city import DEFAULT_PEOPLE
from tests.bench.domain import City, fresh, once_ms
from tests.bench.table import Row

TIMES = 3


def rows(place: Path, size: int) -> Iterator[Callable[[City], Row]]:
    """Give the rows; the large city is drawn when the first one is measured."""

    @functools.cache
    def large() -> City:
        (place / "large").mkdir()
        return City.build(place / "large", size * DEFAULT_PEOPLE)

    for name, work, budget in (
        ("all teams, requirements and rules", assess_all, 1.0),
        ("forecast of five years", forecast, 5.0),
        ("feature table", _features, 0.5),
        ("data issues", _issues, 1.0),
    ):
        yield _row(large, size, name, work, budget)


def _row(
    large: Callable[[], City],
    size: int,
    name: str,
    work: Callable[[World], object],
    budget: float,
) -> Callable[[City], Row]:
    """Time some work in both cities; what is allowed grows with the size."""

    def growing(city: City) -> Row:
        small, mine = _taken(city, work), _taken(large(), work)
        per = f"{large().size}, {mine / small:.1f} times the time for {size} times the people"
        return Row(f"{name}, x {size}", per, mine, "s", "default city", small, budget * size)

    return growing


def _taken(city: City, work: Callable[[World], object]) -> float:
    times = [once_ms(functools.partial(work, fresh(city.world))) for _ in range(TIMES)]
    return float(np.median(times)) / 1000


def _features(world: World) -> None:
    made = table.build(seat(world.snapshot, world.as_of), world.catalogue)
    for element in world.catalogue.elements:
        made.column(element.label)


def _issues(world: World) -> object:
    return quality.check(world.snapshot, world.as_of)
