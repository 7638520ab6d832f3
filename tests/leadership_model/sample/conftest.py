"""Cities the tests of this folder share: drawing one takes half a second."""

import pytest

from leadership_model.sample import city as cities


@pytest.fixture(scope="session")
def small():
    return cities.draw(1000, 2)


@pytest.fixture(scope="session")
def other():
    return cities.draw(1000, 3)


@pytest.fixture(scope="session")
def default():
    return cities.draw()
