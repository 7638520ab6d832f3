"""A database under a passphrase: what a thief of the file sees, and who may open it."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing as closing_

import pytest

from leadership_model.errors import UserError
from leadership_model.store import audit, backup, bulk, cipher, engine, load, passphrase
from tests.leadership_model.store.conftest import small_city

SECRET, OTHER = "春江潮水连海平", "海上明月共潮生"
SECRET, OTHER = SECRET + "1", OTHER + "2"  # eight characters


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Derive keys with little memory, and let waits be noted instead of waited for."""
    monkeypatch.setattr(cipher, "MEMORY", 64)
    monkeypatch.setattr(cipher, "PASSES", 1)
    monkeypatch.setattr(cipher, "KEYS", cipher.Keys())
    waits: list[float] = []
    monkeypatch.setattr(cipher.time, "sleep", waits.append)
    return waits


@pytest.fixture
def locked(path, actor, closing):
    """A small city under a passphrase, open."""
    made = engine.create(path, actor, plant=False, wait_ms=50, passphrase=SECRET)
    closing.append(made)
    bulk.write(made, actor, small_city())
    return made


def opened(path, actor, closing):
    made = engine.open(path, actor, wait_ms=50)
    closing.append(made)
    return load.snapshot(made).people.rows


def bytes_of(path):
    files = [each for each in path.parent.iterdir() if each.name.startswith(path.stem)]
    return b"".join(each.read_bytes() for each in files)


def test_nothing_of_a_person_lies_in_clear(locked, path):
    while_open = bytes_of(path)
    locked.dispose()
    for content in (while_open, bytes_of(path)):
        assert cipher.MAGIC not in content
        assert "李明".encode() not in content
        assert b"CREATE TABLE" not in content


def test_a_database_in_clear_is_not_asked_for_a_passphrase(base, path, actor, closing):
    bulk.write(base, actor, small_city())
    base.dispose()
    assert "李明".encode() in path.read_bytes()
    assert not cipher.is_locked(path)
    cipher.unlock(path, "")
    assert opened(path, actor, closing)


def test_who_does_not_know_the_passphrase_is_asked(locked, path, actor):
    locked.dispose()
    cipher.forget(path)
    assert cipher.is_locked(path)
    with pytest.raises(cipher.LockedError, match="请输入口令") as told:
        engine.open(path, actor)
    assert not told.value.wrong
    with pytest.raises(cipher.LockedError):
        backup.verify(path)


def test_the_right_passphrase_opens_it(locked, path, actor, closing):
    rows = load.snapshot(locked).people.rows
    locked.dispose()
    cipher.forget(path)
    cipher.unlock(path, SECRET)
    assert opened(path, actor, closing) == rows


def test_a_wrong_one_is_refused_later_each_time_and_harms_nothing(
    locked, path, actor, closing, quick
):
    locked.dispose()
    cipher.forget(path)
    before = path.read_bytes()
    for number in range(8):
        with pytest.raises(cipher.LockedError, match="口令不对"):
            cipher.unlock(path, f"猜测口令第{number}次")
    assert quick == [0, 1, 2, 4, 8, 16, 30, 30]
    assert path.read_bytes() == before
    cipher.unlock(path, SECRET)
    assert opened(path, actor, closing)
    cipher.forget(path)
    with pytest.raises(cipher.LockedError):
        cipher.unlock(path, "又猜一次这个口令")
    assert quick[-1] == 0


def test_a_short_passphrase_is_refused_and_leaves_nothing(path, actor):
    with pytest.raises(UserError, match="至少输入 8 个字符"):
        engine.create(path, actor, passphrase="short")
    assert not list(path.parent.iterdir())


def test_a_file_that_is_no_database_is_not_asked_for_a_passphrase(path, actor):
    path.write_bytes("这不是数据库。".encode() * 400)
    with pytest.raises(UserError, match="不是数据库"):
        engine.open(path, actor)
    path.write_bytes(bytes(3 * cipher.PAGE))
    assert not cipher.is_locked(path)


def test_an_encrypted_file_that_was_damaged_says_so(locked, path, actor):
    locked.dispose()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"已损坏|不是数据库"):
        backup.verify(path)


def test_copies_are_encrypted_and_open_with_the_same_passphrase(locked, path, actor, closing):
    counts = backup.backup(locked, path.with_name("city-kept.db"))
    aside = backup.copy_before(locked, "test")
    locked.dispose()
    assert "李明".encode() not in bytes_of(path)
    for copy in (path.with_name("city-kept.db"), aside):
        assert backup.verify(copy) == counts
        assert opened(copy, actor, closing)
    cipher.forget(path)
    assert cipher.is_locked(aside)


def test_a_backup_under_a_passphrase_is_restored(locked, path, actor, closing):
    kept = path.with_name("kept.db")
    backup.backup(locked, kept)
    rows = load.snapshot(locked).people.rows
    locked.dispose()
    backup.restore(path, kept, actor)
    assert opened(path, actor, closing) == rows
    assert cipher.salt_of(path) is not None


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [("", SECRET, "设置口令"), (SECRET, OTHER, "修改口令"), (SECRET, "", "取消口令")],
)
def test_the_passphrase_is_set_changed_and_taken_away(path, actor, closing, before, after, done):
    made = engine.create(path, actor, plant=False, wait_ms=50, passphrase=before)
    bulk.write(made, actor, small_city())
    rows = load.snapshot(made).people.rows
    made.dispose()
    assert passphrase.change(path, actor, after) == done
    assert sorted(each.name for each in path.parent.iterdir()) == ["city.db"]
    assert opened(path, actor, closing) == rows
    closing[-1].dispose()
    assert (cipher.salt_of(path) is None) == (not after)
    if after:
        cipher.forget(path)
        if before:
            with pytest.raises(cipher.LockedError):
                cipher.unlock(path, before)
        cipher.unlock(path, after)
    else:
        with closing_(sqlite3.connect(path)) as plain:
            assert plain.execute("SELECT count(*) FROM person").fetchone() == (2,)
    again = engine.open(path, actor, wait_ms=50)
    closing.append(again)
    assert audit.lines(again)[-1].what == done


def test_an_engine_that_was_closed_goes_on_under_the_new_passphrase(locked, path, actor):
    rows = load.snapshot(locked).people.rows
    locked.dispose()
    passphrase.change(path, actor, OTHER)
    assert load.snapshot(locked).people.rows == rows
    bulk.write(locked, actor, ())
    assert cipher.key_of(path) == locked.key()


def test_a_database_in_use_keeps_its_passphrase(locked, path, actor):
    with locked.driven() as connection:
        connection.execute("SELECT count(*) FROM person").fetchone()
        with pytest.raises(UserError, match="正在使用"):
            passphrase.change(path, actor, OTHER)
    locked.dispose()
    cipher.forget(path)
    cipher.unlock(path, SECRET)


def test_what_fails_half_way_leaves_the_former_passphrase(
    locked, path, actor, closing, monkeypatch
):
    locked.dispose()

    def fail(*_):
        raise OSError("no")

    monkeypatch.setattr(passphrase.os, "replace", fail)
    with pytest.raises(OSError, match="no"):
        passphrase.change(path, actor, OTHER)
    assert sorted(each.name for each in path.parent.iterdir()) == ["city.db"]
    cipher.forget(path)
    cipher.unlock(path, SECRET)
    assert opened(path, actor, closing)


def test_none_cannot_be_taken_from_none(base, path, actor):
    base.dispose()
    with pytest.raises(UserError, match="本来就没有口令"):
        passphrase.change(path, actor, "")


def test_a_copy_elsewhere_opens_while_the_program_knows_the_key(locked, path, tmp_path, actor):
    locked.dispose()
    place = tmp_path / "elsewhere"
    place.mkdir()
    copy = shutil.copy(path, place / "copy.db")
    assert not cipher.is_locked(copy)


@pytest.mark.parametrize("secret", ["", SECRET])
def test_asking_for_the_passphrase_ends_no_lock(path, actor, closing, secret):
    """On POSIX whoever closes a handle of a file ends all locks of the process on it."""
    made = engine.create(path, actor, plant=False, wait_ms=50, passphrase=secret)
    closing.append(made)
    other = (
        "import sys; from pathlib import Path; from leadership_model.store import cipher\n"
        "key = cipher.Key(*map(bytes.fromhex, sys.argv[2:])) if sys.argv[2:] else None\n"
        "one = cipher.connect(Path(sys.argv[1]), key=key, existing=True)\n"
        "try: one.execute('BEGIN IMMEDIATE')\n"
        "except cipher.complaints() as error: sys.exit(error.sqlite_errorcode)\n"
    )
    key = made.key()
    words = [] if key is None else [key.secret.hex(), key.salt.hex()]
    with made.driven(writing=True):
        assert not cipher.is_locked(path)
        assert (cipher.salt_of(path) is None) == (not secret)
        run = subprocess.run([sys.executable, "-c", other, str(path), *words], check=False)
        assert run.returncode == sqlite3.SQLITE_BUSY
    made.dispose()
    assert not cipher.KEYS.held(path)
