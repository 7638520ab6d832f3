from sqlalchemy import inspect, text

from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.verified import BIRTH, Verification
from leadership_model.store import load, records
from leadership_model.store.connection import reading, writing
from leadership_model.store.migrations import STEPS
from tests.leadership_model.store.conftest import small_city

TABLES = ("verification", "correction", "ignored_issue")


def step():
    return next(each for each in STEPS if each.name == "核实、更正与忽略")


def test_an_older_file_gets_the_tables_and_keeps_what_it_has(base, actor):
    records.save_many(base, actor, small_city())
    with writing(base) as connection:
        for name in TABLES:
            connection.execute(text(f"DROP TABLE {name}"))
        step().apply(connection)
    with reading(base) as connection:
        assert set(TABLES) <= set(inspect(connection).get_table_names())
    snapshot = load.snapshot(base)
    assert len(snapshot.people)
    assert all(not len(snapshot[name]) for name in TABLES)
    note = Verification(id="v1", person="p-1", fact=BIRTH, conflict="1970.01")
    records.save_many(base, actor, [note, IgnoredIssue(id="i1", rule="D11", person="p-1")])
    again = load.snapshot(base)
    assert again["verification"].record(0) == note
    assert again["ignored_issue"].record(0).rule == "D11"
