"""A small city as a database, and the command line asked of it."""

import json
import shutil
from pathlib import Path

import pytest

from leadership_model.cli.run import main


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
    """Run a command with --json: exit code 0, one document on stdout, nothing on stderr."""

    def run(command: str, db: Path, *arguments: str):
        capsys.readouterr()
        assert main([command, "--db", str(db), "--json", *arguments]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        return json.loads(told.out)

    return run


@pytest.fixture
def refused(capsys):
    """Run a command that is refused: exit code 2, one sentence on stderr, nothing on stdout."""

    def run(command: str, db: Path, *arguments: str):
        capsys.readouterr()
        assert main([command, "--db", str(db), "--json", *arguments]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        return told.err.strip()

    return run
