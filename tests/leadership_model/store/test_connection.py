import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from leadership_model.errors import UserError
from leadership_model.store import load
from leadership_model.store.connection import change_number, reading, writing
from leadership_model.store.tables import table


@pytest.mark.parametrize(
    ("pragma", "wanted"), [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 50)]
)
def test_every_connection_is_prepared(base, pragma, wanted):
    with base.connect() as first, base.connect() as second:
        for connection in (first, second):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == wanted


def test_a_write_raises_the_change_number_by_one(base):
    before = load.number(base)
    with writing(base):
        pass
    assert load.number(base) == before + 1


def write_and_fail(base):
    with writing(base) as connection:
        connection.execute(table("setting").insert(), {"name": "a", "value": "1"})
        raise ZeroDivisionError


def test_a_failed_write_leaves_nothing(base):
    before = load.number(base)
    with pytest.raises(ZeroDivisionError):
        write_and_fail(base)
    assert load.settings(base) == {}
    assert load.number(base) == before


def test_a_dangling_reference_is_found_when_the_transaction_ends(base):
    row = {"id": "e-1", "person": "nobody", "absent": ""}
    with pytest.raises(IntegrityError), writing(base) as connection:
        connection.execute(table("education").insert(), row)
    with reading(base) as connection:  # the connection is fit for use again
        assert connection.execute(text("SELECT count(*) FROM education")).scalar_one() == 0


def test_a_reader_sees_one_state_while_somebody_writes(base):
    with reading(base) as reader:
        before = change_number(reader)
        with writing(base):
            pass
        assert change_number(reader) == before


def test_a_second_writer_is_told_to_wait(base):
    with (
        writing(base),
        pytest.raises(UserError, match="正被另一个程序占用"),
        writing(base),
    ):
        pass


def test_another_program_that_writes_is_named(base, path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="正被另一个程序占用"), writing(base):
        pass
    other.execute("ROLLBACK")
    other.close()


def test_the_engine_serves_several_threads(base):
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(load.number, [base] * 4)) == [1] * 4
