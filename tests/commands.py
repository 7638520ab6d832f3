"""The command line as tests ask it."""

import json
from pathlib import Path

from leadership_model.cli.run import main


def answered(capsys, command: str, db: Path, *arguments: str):
    """Run a command with --json: exit code 0, one document on stdout, nothing on stderr."""
    capsys.readouterr()
    assert main([command, "--db", str(db), "--json", *arguments]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return json.loads(told.out)


def refused(capsys, command: str, db: Path, *arguments: str):
    """Run a command that is refused: exit code 2, one sentence on stderr, nothing on stdout."""
    capsys.readouterr()
    assert main([command, "--db", str(db), "--json", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err.strip()
