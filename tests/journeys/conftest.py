"""Cities as databases, made once for the whole run and copied for tests that write."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from leadership_model.cli.run import main
from tests import commands


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    """The default city, read only."""
    path = tmp_path_factory.mktemp("city") / "city.db"
    assert main(["sample", "--db", str(path)]) == 0
    return path


@pytest.fixture
def own_city(city, tmp_path):
    """A copy of the default city to write into."""
    return Path(shutil.copy(city, tmp_path / "own.db"))


@pytest.fixture
def ask(capsys):
    """Run a command and give its JSON document."""
    return partial(commands.answered, capsys)
