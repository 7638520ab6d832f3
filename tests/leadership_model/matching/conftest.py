"""A small city with a few portraits: enough for both directions."""

import pytest

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.elements import catalogue
from leadership_model.matching.scores import Scores
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.structure.model import Portrait, Weight

MONTH = 2026 * 12 + 10


def portraits():
    known = catalogue.shipped()
    weights = (
        Weight(label="学历", points=20, condition=parse("学历 >= 大学", known)),
        Weight(label="基层", points=30, element="基层工作月数", start=0, full=60),
        Weight(label="任现层次", points=50, element="任现层次月数", start=12, full=72),
    )
    categories = ("县级党委", "县级政府", "县级人大", "市直部门", "县直部门", "乡镇", "街道")
    return tuple(
        Portrait(id=f"general-{name}", label="通用权重", category=name, weights=weights)
        for name in categories
    )


@pytest.fixture(scope="session")
def city_records():
    return draw(800, 3).records


@pytest.fixture(scope="session")
def scores(city_records):
    return Scores(World.of(of_records(city_records), MONTH, models=(), portraits=portraits()))
