"""A sample city that tests of changed models read, with the model most of its teams share."""

import pytest

from leadership_model.assessment.impact import teams_of
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.world import World
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw


@pytest.fixture(scope="session")
def world():
    city = draw(300, 1)
    return World.of(of_records(city.records), city.month)


@pytest.fixture(scope="session")
def model(world):
    return max(world.models, key=lambda each: len(teams_of(world, each)))


@pytest.fixture(scope="session")
def known(world, model):
    """The assessments of the model's teams, by team."""
    teams = teams_of(world, model)
    return dict(zip(teams, assess_some(world, teams, with_rules=False), strict=True))
