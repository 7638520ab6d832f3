import sqlite3

import pytest
from sqlalchemy import text

from leadership_model.errors import UserError
from leadership_model.store import audit, bulk, engine, load, planting
from leadership_model.store.connection import reading
from leadership_model.store.migrations import STEPS, Step
from tests.leadership_model.store.conftest import small_city


def add_nickname(connection):
    connection.exec_driver_sql("ALTER TABLE person ADD COLUMN nickname VARCHAR")


def break_off(connection):
    connection.exec_driver_sql("ALTER TABLE unit ADD COLUMN half VARCHAR")
    raise ZeroDivisionError


NEXT = Step(len(STEPS) + 1, "绰号", add_nickname)
LATER = (*STEPS, NEXT)
KEPT = f"city.schema{len(STEPS)}"


def columns(made, table):
    with reading(made) as connection:
        found = connection.execute(text(f"SELECT * FROM {table}"))
        return tuple(found.keys())


def test_a_new_database_records_every_step_as_taken(base):
    with reading(base) as connection:
        rows = connection.execute(text("SELECT number, name, who FROM migration")).all()
    assert [tuple(row) for row in rows] == [(step.number, step.name, "王经办") for step in STEPS]
    assert engine.schema_of(base) == STEPS[-1].number


def test_making_one_is_in_the_book(base):
    assert [line.what for line in audit.lines(base)] == ["新建数据库"]


def test_an_existing_file_is_not_overwritten(path, actor):
    path.write_text("precious")
    with pytest.raises(UserError, match="已经存在"):
        engine.create(path, actor)
    assert path.read_text() == "precious"


def test_a_missing_folder_is_named(tmp_path, actor):
    with pytest.raises(UserError, match="nowhere”不存在"):
        engine.create(tmp_path / "nowhere" / "city.db", actor)


def test_a_failed_creation_leaves_nothing_behind(path, actor, monkeypatch):
    def fail(connection, actor):
        raise ZeroDivisionError

    monkeypatch.setattr(planting, "plant", fail)
    with pytest.raises(ZeroDivisionError):
        engine.create(path, actor)
    assert list(path.parent.iterdir()) == []


def test_what_was_written_is_there_after_reopening(base, path, actor, closing):
    bulk.write(base, actor, small_city())
    base.dispose()
    again = engine.open(path, actor)
    closing.append(again)
    assert len(load.snapshot(again).people) == 2


def test_opening_an_up_to_date_file_changes_nothing(base, path, actor, closing):
    number = load.number(base)
    closing.append(engine.open(path, actor))
    assert load.number(base) == number
    assert [each.name for each in path.parent.glob("*.db")] == ["city.db"]


def test_an_older_file_is_copied_and_migrated(base, path, actor, closing):
    bulk.write(base, actor, small_city())
    base.dispose()
    newer = engine.open(path, actor, steps=LATER)
    closing.append(newer)
    assert columns(newer, "person")[-1] == "nickname"
    assert engine.schema_of(newer) == NEXT.number
    assert audit.lines(newer)[-1].what == "升级数据库"
    copy = engine.open(path.with_name(f"{KEPT}.db"), actor)
    closing.append(copy)
    assert "nickname" not in columns(copy, "person")
    assert len(load.snapshot(copy).people) == 2


def test_a_copy_is_never_overwritten(base, path, actor, closing):
    base.dispose()
    path.with_name(f"{KEPT}.db").write_text("precious")
    closing.append(engine.open(path, actor, steps=LATER))
    assert path.with_name(f"{KEPT}.db").read_text() == "precious"
    assert path.with_name(f"{KEPT}-2.db").is_file()


def test_a_migration_that_fails_was_not_begun(base, path, actor, closing):
    base.dispose()
    steps = (*LATER, Step(NEXT.number + 1, "坏的", break_off))
    with pytest.raises(ZeroDivisionError):
        engine.open(path, actor, steps=steps)
    again = engine.open(path, actor)
    closing.append(again)
    assert engine.schema_of(again) == STEPS[-1].number
    assert "nickname" not in columns(again, "person")
    assert "half" not in columns(again, "unit")


def test_a_newer_database_is_refused_and_untouched(path, actor, closing):
    closing.append(engine.create(path, actor, steps=LATER, plant=False))
    closing[0].dispose()
    before = path.read_bytes()
    with pytest.raises(UserError, match="升级本程序"):
        engine.open(path, actor)
    assert path.read_bytes() == before


def make_folder(path):
    path.mkdir()


def make_text(path):
    path.write_text("这不是数据库" * 200, "utf-8")


def make_foreign(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE migration (number INTEGER)")
    other.commit()
    other.close()


def make_empty(path):
    path.touch()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (make_folder, "是文件夹"),
        (make_text, "不是数据库文件"),
        (make_foreign, "不是班子模型工作台的数据库"),
        (make_empty, "不是班子模型工作台的数据库"),
        (lambda path: None, "找不到数据库"),
    ],
)
def test_what_is_no_database_is_said_to_be_none(path, actor, make, sentence):
    make(path)
    with pytest.raises(UserError, match=sentence):
        engine.open(path, actor)


def test_a_missing_folder_is_named_on_opening(tmp_path, actor):
    with pytest.raises(UserError, match="nowhere”不存在"):
        engine.open(tmp_path / "nowhere" / "city.db", actor)


def test_a_read_only_file_is_said_to_be_one(base, path, actor):
    base.dispose()
    path.chmod(0o444)
    with pytest.raises(UserError, match="只读"):
        engine.open(path, actor)


def test_a_locked_file_is_said_to_be_in_use(base, path, actor):
    base.dispose()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE setting SET value = '7'")
    other.execute("COMMIT")
    with pytest.raises(UserError, match="正被另一个程序占用"):
        engine.open(path, actor, wait_ms=20)
    other.close()
