import re
import typing
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Engine
from sqlalchemy.schema import CreateIndex, CreateTable

from leadership_model import store
from leadership_model.people.person import Person
from leadership_model.people.snapshot import LAYOUT
from leadership_model.people.table import kinds_of
from leadership_model.store import backup, bulk, engine, kinds, load, photo, records, setting
from leadership_model.store.connection import reading
from leadership_model.store.tables import METADATA, MODULES, table
from tests.leadership_model.store.conftest import small_city

NAMED = [
    "person",
    "education",
    "career_entry",
    "tenure",
    "appraisal",
    "reward",
    "sanction",
    "relative",
    "photo",
    "person_mark",
    "unit",
    "team",
    "post",
    "element",
    "experience_filter",
    "model",
    "model_version",
    "requirement",
    "portrait",
    "rule_setting",
    "exception",
    "saved_query",
    "people_set",
    "basket",
    "column_set",
    "colour_rule",
    "scenario",
    "scenario_move",
    "procedure",
    "carried",
    "team_indicator",
    "conclusion",
    "import_batch",
    "import_change",
    "source_file",
    "setting",
    "audit",
    "derived",
    "migration",
    "kinship",
    "code_entry",
    "verification",
    "correction",
    "ignored_issue",
    "rule_check",
    "hold",
    "team_task",
    "indicator_system",
    "reserve",
    "grade_quota",
    "training",
    "model_trial",
    "model_draft",
]
SPEAKS_SQLITE = {
    *("handle.py", "rows.py", "connection.py", "backup.py", "faults.py", "touched.py"),
    *("cipher.py", "passphrase.py"),
}
SQLITE_ONLY = re.compile(
    r"\b(PRAGMA|sqlite_master|rowid|AUTOINCREMENT|INSERT OR|REPLACE INTO|GLOB|IFNULL|GROUP_CONCAT|"
    r"STRFTIME|JULIANDAY|JSON_EXTRACT|JSON_EACH|TYPEOF|PRINTF|TOTAL|UPSERT|VACUUM|ATTACH)\b",
    re.IGNORECASE,
)
# Bulk reading, which another database would do by its own JSON functions: `connection.bulk`.
BULK = re.compile(r'SELECT (max\(rowid\)|json_group_array\(json_array\(.*\)\)) FROM "\w+"')
KINDS = re.compile(
    r"(BEGIN|BEGIN IMMEDIATE|COMMIT|ROLLBACK)$|(SELECT|UPDATE|DELETE FROM|INSERT INTO|CREATE TABLE|"
    r"CREATE INDEX|CREATE VIEW)\s"
)


def test_there_is_a_table_for_every_noun():
    assert sorted(METADATA.tables) == sorted(NAMED)


@pytest.mark.parametrize("record", kinds.TABLES, ids=lambda record: record.__name__)
def test_columns_are_the_fields_of_the_record(record):
    columns = [column.name for column in table(kinds.TABLES[record]).c]
    assert columns == [field.name for field in fields(record)]


PYTHON = {"AutoString": str, "Integer": int, "Boolean": bool, "LargeBinary": bytes}


@pytest.mark.parametrize("record", kinds.TABLES, ids=lambda record: record.__name__)
def test_columns_have_the_type_of_the_field(record):
    hints = typing.get_type_hints(record)
    for column in table(kinds.TABLES[record]).c:
        hint = hints[column.name]
        python = PYTHON[type(column.type).__name__]
        assert python in (hint, *typing.get_args(hint)), column
        assert column.nullable or type(None) not in typing.get_args(hint) or column.foreign_keys


@pytest.mark.parametrize("name", LAYOUT)
def test_references_are_foreign_keys_with_an_index(name):
    record, owner, references = LAYOUT[name]
    for field, kind in kinds_of(record).items():
        column = table(name).c[field]
        targets = [key.column.table.name for key in column.foreign_keys]
        assert targets == ([references[field]] if kind == "ref" else [])
        assert bool(column.index) == (kind == "ref")
    if owner is not None:
        assert not table(name).c[owner].nullable


def test_rows_have_no_methods_and_no_relationships():
    for module in MODULES:
        for name, kind in vars(module).items():
            if name.endswith("Row"):
                assert not [
                    each for each in vars(kind) if callable(getattr(kind, each)) and each[0] != "_"
                ]
                assert not kind.__sqlmodel_relationships__


def test_linked_posts_are_read_from_the_posts(base, actor):
    bulk.write(base, actor, small_city())
    with reading(base) as connection:
        rows = connection.exec_driver_sql("SELECT linked, post FROM linked_post").all()
    assert [tuple(row) for row in rows] == [("l-1", "s-2")]


@pytest.mark.parametrize("name", NAMED)
def test_postgresql_could_make_the_table(name):
    dialect = postgresql.dialect()
    assert str(CreateTable(table(name)).compile(dialect=dialect)).strip().startswith("CREATE TABLE")
    for index in table(name).indexes:
        assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


@pytest.fixture
def spoken():
    """Listen to every statement that reaches SQLite, whichever way it went."""
    heard = []

    def listen(connection, record):
        connection.set_trace_callback(lambda statement: heard.append(" ".join(statement.split())))

    event.listen(Engine, "connect", listen)
    yield heard
    event.remove(Engine, "connect", listen)


def test_only_what_sqlite_and_postgresql_share_is_spoken(spoken, path, actor, closing):
    base = engine.create(path, actor, plant=False)
    closing.append(base)
    bulk.write(base, actor, small_city())
    records.save(base, actor, Person(id="p-3", name="孙丽"))
    records.save(base, actor, Person(id="p-3", name="孙莉"))
    records.delete(base, actor, records.get(base, Person, "p-3"))
    photo.put(base, actor, "p-1", b"\xff\xd8\xff")
    setting.put(base, actor, "as_of", "24322")
    load.snapshot(base)
    backup.copy_before(base, "test")
    assert len(spoken) > 50
    for statement in spoken:
        if statement.startswith("PRAGMA"):
            # the listener in connection.py, touched.py, and SQLAlchemy's own questions on connecting
            known = (
                r"read_uncommitted|busy_timeout|foreign_keys|journal_mode|table_x?info|temp_store"
            )
            assert re.search(known, statement)
        elif re.search(r"\btouched\b|\btouched_", statement) or "sqlite_schema" in statement:
            continue  # the notes of touched.py
        elif "sqlite_master" not in statement and not BULK.match(statement):
            assert KINDS.match(statement), statement
            assert not SQLITE_ONLY.search(re.sub(r"'[^']*'", "''", statement)), statement


def test_sqlite_is_spoken_in_its_own_modules_only():
    folder = Path(store.__file__).parent
    for file in sorted(folder.glob("*.py")):
        if file.name not in SPEAKS_SQLITE:
            code = re.sub(r'"""(.|\n)*?"""|#.*', "", file.read_text("utf-8"))
            assert not SQLITE_ONLY.search(code), file.name
