import sqlite3
from contextlib import closing as closing_

import pytest

from leadership_model.errors import UserError
from leadership_model.people.person import Person
from leadership_model.store import audit, backup, bulk, engine, load, records
from leadership_model.store.migrations import STEPS, Step
from tests.leadership_model.store.conftest import small_city

COUNTS, VERIFY = backup._counts, backup.verify


@pytest.fixture
def city(base, actor):
    bulk.write(base, actor, small_city())
    return base


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


@pytest.fixture
def kept(city, path):
    """A backup of the small city."""
    target = path.with_name("kept.db")
    backup.backup(city, target)
    return target


def test_a_backup_holds_what_another_connection_just_wrote(city, kept, actor, closing):
    copy = engine.open(kept, actor)
    closing.append(copy)
    assert load.snapshot(copy).people.rows == load.snapshot(city).people.rows


def test_a_backup_is_one_file_and_is_counted(city, path):
    counts = backup.backup(path, path.with_name("kept.db"))
    assert counts == {"person": 2, "team": 1, "post": 2, "tenure": 1}
    city.dispose()
    assert names(path) == ["city.db", "kept.db"]


def test_a_backup_needs_no_companions(kept):
    with closing_(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_what_is_written_during_a_backup_does_not_disturb_it(city, path, actor, monkeypatch):
    late = [Person(id="p-3", name="后来者")]

    def count_then_write(connection):
        counts = COUNTS(connection)
        if late:
            records.add(city, actor, late.pop())
        return counts

    monkeypatch.setattr(backup, "_counts", count_then_write)
    monkeypatch.setattr(
        backup, "verify", lambda path, thorough=True: VERIFY(path) if thorough else {}
    )
    assert backup.backup(city, path.with_name("kept.db"))["person"] == 2
    assert not late


def test_a_backup_is_not_written_over_anything(city, path):
    path.with_name("kept.db").write_text("precious")
    with pytest.raises(UserError, match="已经存在"):
        backup.backup(city, path.with_name("kept.db"))
    assert path.with_name("kept.db").read_text() == "precious"


def test_a_backup_needs_a_folder(city, path):
    with pytest.raises(UserError, match="nowhere”不存在"):
        backup.backup(city, path.parent / "nowhere" / "kept.db")


def test_a_backup_that_differs_is_removed(city, path, monkeypatch):
    monkeypatch.setattr(backup, "_copy", lambda source, target: target.touch() or {})
    monkeypatch.setattr(backup, "verify", lambda path, thorough=True: {"person": 2})
    with pytest.raises(UserError, match="不一致"):
        backup.backup(city, path.with_name("kept.db"))
    assert not path.with_name("kept.db").exists()


def test_a_failed_copy_is_removed(path, actor):
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(UserError, match="不是数据库文件"):
        backup.copy_before(path, "import")
    assert names(path) == ["city.db"]


class CutOff(sqlite3.Connection):
    """A database whose copying ends after one page, as when the program is killed."""

    def backup(self, target, **_):
        def stop(*_):
            raise KeyboardInterrupt

        super().backup(target, pages=1, progress=stop)


def test_a_copy_that_was_cut_off_is_no_copy_and_the_next_one_clears_it_away(city, path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "_open", lambda path: sqlite3.connect(path, factory=CutOff))
        with pytest.raises(KeyboardInterrupt):
            backup.copy_before(path, "before-import")
    assert path.with_name(".city.before-import.db.partial").is_file()
    assert not list(path.parent.glob("city.before-import*"))
    assert backup.copy_before(path, "before-import").name == "city.before-import.db"
    city.dispose()
    assert names(path) == ["city.before-import.db", "city.db"]


def test_copies_are_numbered(city, path):
    made = [backup.copy_before(city, "import").name for _ in range(3)]
    assert made == ["city.import.db", "city.import-2.db", "city.import-3.db"]


def damage(path):
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\x55" * 4096
    path.write_bytes(bytes(content))


def test_a_damaged_file_does_not_verify(kept):
    damage(kept)
    with pytest.raises(UserError, match="已损坏"):
        backup.verify(kept)


def test_a_foreign_database_does_not_verify(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE person (id TEXT)")
    other.close()
    with pytest.raises(UserError, match="不是班子模型工作台的数据库"):
        backup.verify(path)


def test_a_missing_file_does_not_verify(path):
    with pytest.raises(UserError, match="找不到"):
        backup.verify(path)
    assert names(path) == []


def test_restoring_keeps_the_present_file(city, kept, path, actor, closing):
    records.add(city, actor, Person(id="p-3", name="后来者"))
    city.dispose()
    aside = backup.restore(path, kept, actor)
    assert aside is not None
    assert aside.name == "city.before-restore.db"
    back, present = engine.open(path, actor), engine.open(aside, actor)
    closing.extend([back, present])
    assert len(load.snapshot(back).people) == 2
    assert len(load.snapshot(present).people) == 3
    assert audit.lines(back)[-1].what == "从备份恢复"
    assert kept.is_file()


def test_restoring_where_nothing_is(kept, path, tmp_path, actor, closing):
    other = tmp_path / "other.db"
    assert backup.restore(other, kept, actor) is None
    closing.append(engine.open(other, actor))
    assert len(load.snapshot(closing[-1]).people) == 2


def test_restoring_is_refused_while_the_database_is_in_use(city, kept, path, actor):
    before = set(names(path))
    with city.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM person")
        with pytest.raises(UserError, match="正在使用"):
            backup.restore(path, kept, actor)
    assert {name for name in names(path) if name.endswith(".db")} == {
        name for name in before if name.endswith(".db")
    }


def test_a_broken_database_can_be_replaced(city, kept, path, actor, closing):
    city.dispose()
    path.write_bytes(b"no database at all" * 100)
    aside = backup.restore(path, kept, actor)
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")
    closing.append(engine.open(path, actor))


def test_a_backup_of_a_newer_version_is_refused(city, kept, path, actor, closing):
    later = (*STEPS, Step(len(STEPS) + 1, "以后的", lambda connection: None))
    engine.open(kept, actor, steps=later).dispose()
    city.dispose()
    with pytest.raises(UserError, match=rf"{kept.name}”由更新的版本写成.*升级本程序"):
        backup.restore(path, kept, actor)
    assert "city.db" in names(path)
    assert not [name for name in names(path) if "restor" in name]


def test_a_damaged_backup_is_refused(city, kept, path, actor):
    damage(kept)
    city.dispose()
    with pytest.raises(UserError, match="已损坏"):
        backup.restore(path, kept, actor)
    assert not [name for name in names(path) if "restor" in name]


def test_a_database_is_no_backup_of_itself(city, path, actor):
    with pytest.raises(UserError, match="就是当前数据库"):
        backup.restore(path, path, actor)


def test_removing_what_is_not_there_is_no_fault(path):
    backup.remove(path)
