"""The driver's own connections: one state, given back, closed; sqlalchemy only where it is needed."""

import sqlite3
import subprocess
import sys

import pytest

from leadership_model.errors import UserError
from leadership_model.store import derived, load
from leadership_model.store.connection import writing
from leadership_model.store.handle import Engine, change_number


@pytest.mark.parametrize(
    ("pragma", "wanted"), [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 50)]
)
def test_every_connection_is_prepared(base, pragma, wanted):
    with base.driven() as first, base.driven() as second:
        assert first is not second
        for connection in (first, second):
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (wanted,)


def test_a_connection_given_back_is_taken_again(base):
    with base.driven() as first:
        pass
    with base.driven() as second:
        assert second is first


def test_a_reader_sees_one_state_while_somebody_writes(base):
    with base.driven() as reader:
        before = change_number(reader)
        with writing(base):
            pass
        assert change_number(reader) == before
    assert load.number(base) == before + 1


def write_and_fail(base):
    with base.driven(writing=True) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")
        raise ZeroDivisionError


def test_what_is_written_before_an_error_is_not_kept(base):
    with pytest.raises(ZeroDivisionError):
        write_and_fail(base)
    assert load.settings(base) == {}
    with base.driven(writing=True) as connection:  # nothing is left of the transaction
        assert change_number(connection) == 1


def test_a_second_writer_is_told_to_wait(base):
    with (
        writing(base),
        pytest.raises(UserError, match="正被另一个程序占用"),
        base.driven(writing=True),
    ):
        pass


def test_a_connection_in_use_is_closed_when_the_engine_was_disposed_of(base):
    with base.driven() as connection:
        base.dispose()
        assert change_number(connection) >= 0  # the reading goes on to its end
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")
    assert load.number(base) == 1  # the next use opens it anew


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "note.db"
    path.write_text("not a database at all, but long enough to be read as one" * 20)
    with pytest.raises(UserError, match="不是数据库文件"), Engine(path).driven() as connection:
        connection.execute("SELECT 1 FROM setting")


def test_a_start_brings_no_sqlalchemy(base, path):
    """Not even to look for what was kept, and to keep it."""
    derived.keep(base, "survey", load.number(base), 0, b"x")
    code = (
        "import sys; from pathlib import Path; from leadership_model.store import derived, engine,"
        "load; from leadership_model.store.actor import Actor;"
        f"base = engine.open(Path({str(path)!r}), Actor('x', str));"
        "number = load.snapshot(base).number; load.models(base); load.portraits(base);"
        "load.catalogue(base); load.rule_settings(base); load.saved_queries(base);"
        "load.plans(base, 'x');"
        "assert derived.get(base, 'survey', number, 0) == b'x';"
        "assert derived.keep(base, 'survey', number, 0, b'y'); base.dispose();"
        "sys.exit(bool({'sqlalchemy', 'sqlmodel'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
