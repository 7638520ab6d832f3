"""A small city that questions are asked of."""

import pytest

from leadership_model.assessment.world import World
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw

MONTH = 2026 * 12 + 10


@pytest.fixture(scope="session")
def world():
    return World.of(of_records(draw(300, 2).records), MONTH)
