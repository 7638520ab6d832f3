"""A small city as a database, and the command line asked of it."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from leadership_model.cli.run import main
from tests import commands


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    """A city of 300 people, read only; its folder has a Chinese name and a blank."""
    path = tmp_path_factory.mktemp("云溪 市") / "城市.db"
    assert main(["sample", "--db", str(path), "--people", "300", "--seed", "2"]) == 0
    return path


@pytest.fixture
def own_city(city, tmp_path):
    """A copy of the city to write into."""
    return Path(shutil.copy(city, tmp_path / "城市.db"))


@pytest.fixture
def ask(capsys):
    """Run a command and give its JSON document."""
    return partial(commands.answered, capsys)


@pytest.fixture
def refused(capsys):
    """Run a command that is refused and give its sentence."""
    return partial(commands.refused, capsys)
