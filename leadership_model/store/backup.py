"""Copies of the database: backup, restore, and the copy made before something risky.

Copies are made with SQLite's online backup: the database may be in use, and what another
connection has committed but not yet moved into the file is in the copy too.
"""

import os
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from leadership_model.errors import UserError
from leadership_model.store import cipher
from leadership_model.store.actor import Actor
from leadership_model.store.faults import explained
from leadership_model.store.handle import Engine

COMPANIONS = ("", "-wal", "-shm", "-journal")  # files that belong to one database
COUNTED = ("person", "team", "post", "tenure")


def backup(source: Engine | str | Path, target: str | Path) -> dict[str, int]:
    """Copy a database into a fresh file, verify the copy, and give its counts of rows.

    Raises UserError when the target exists, cannot be written, or does not verify.
    """
    path, target = _path(source), Path(target)
    if target.exists():
        raise UserError(f"“{target}”已经存在，备份没有覆盖它，请换一个文件名")
    if not target.parent.is_dir():
        raise UserError(f"文件夹“{target.parent}”不存在，请先建立它，或者换一个位置")
    verify(path, thorough=False)
    counts = _copy(path, target)
    if verify(target) != counts:
        remove(target)
        raise UserError(f"备份“{target}”与原库不一致，已删除，请再备份一次")
    return counts


def verify(path: str | Path, *, thorough: bool = True) -> dict[str, int]:
    """Check that a file is a sound database of ours and count its rows; UserError otherwise.

    `thorough` reads every page. The counts are of people, teams, posts and tenures.
    """
    path = Path(path)
    if not path.is_file():
        raise UserError(f"找不到数据库“{path}”，请检查路径")
    with explained(str(path)), closing(_open(path)) as connection:
        if thorough:
            (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if answer != "ok":
                raise UserError(f"“{path}”已损坏，请换一个备份")
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not names.issuperset((*COUNTED, "migration")):
            raise UserError(f"“{path}”不是班子模型工作台的数据库，请另选一个文件")
        return _counts(connection)


def copy_before(source: Engine | str | Path, reason: str) -> Path:
    """Copy a database beside itself before something risky and give the copy's path.

    `city.db` with reason `schema1` becomes `city.schema1.db`, or `city.schema1-2.db` when that is
    taken: no copy is ever overwritten.
    """
    path = _path(source)
    copy = free_name(path, reason)
    _copy(path, copy)
    return copy


def free_name(path: Path, reason: str) -> Path:
    """Find a name beside a file that no file bears yet."""
    number = 1
    while True:
        ending = reason if number == 1 else f"{reason}-{number}"
        name = path.with_name(f"{path.stem}.{ending}{path.suffix}")
        if not name.exists():
            return name
        number += 1


def restore(path: str | Path, source: str | Path, actor: Actor) -> Path | None:
    """Put a backup in the place of a database; give the path under which the present one is kept.

    None when there was no database at `path`. Every engine of the present database must be disposed
    of; UserError when somebody still has it open, or when the backup does not verify.
    """
    # The engine module makes its copies here, so it can only be imported later.
    from leadership_model.store import audit, connection, engine

    path, source = Path(path), Path(source)
    if path.exists() and path.samefile(source):
        raise UserError(f"“{source}”就是当前数据库，请选择备份文件")
    verify(source)
    fresh = free_name(path, "restoring")
    with ExitStack() as undo:
        undo.callback(remove, fresh)
        _copy(source, fresh)
        engine.refuse_newer(fresh, str(source))
        kept = _put_aside(path) if path.exists() else None
        undo.pop_all()
    fresh.rename(path)
    restored = engine.open(path, actor)
    with connection.writing(restored) as writer:
        audit.append(writer, actor, "从备份恢复", "migration", source.name)
    restored.dispose()
    return kept


def _put_aside(path: Path) -> Path:
    """Give the present database, with its companions, another name."""
    close_down(path, "恢复")
    kept = free_name(path, "before-restore")
    for ending in COMPANIONS:
        present = path.with_name(path.name + ending)
        if present.exists():
            present.rename(kept.with_name(kept.name + ending))
    return kept


def remove(path: Path) -> None:
    """Remove a database with the files that belong to it."""
    for ending in COMPANIONS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _path(source: Engine | str | Path) -> Path:
    return source.path if isinstance(source, Engine) else Path(source)


def _open(path: Path) -> sqlite3.Connection:
    """Open an existing file only; a plain connect would make a missing one."""
    return cipher.connect(path, key=cipher.key_of(path), existing=True)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    count = "SELECT count(*) FROM {}"
    return {name: connection.execute(count.format(name)).fetchone()[0] for name in COUNTED}


def _copy(source: Path, target: Path) -> dict[str, int]:
    """Copy into a file that does not exist and count what was copied; a failed copy is removed.

    The copy bears its name only when it is whole: whoever is killed half-way leaves no backup that
    is cut off. What such a one left is cleared away by the next copy.
    """
    partial = target.with_name(f".{target.name}.partial")
    remove(partial)
    key = cipher.key_of(source)  # before it is open here: see there
    try:
        with (
            explained(str(target)),
            closing(_open(source)) as old,
            closing(cipher.connect(partial, key=key)) as new,
        ):
            old.execute("BEGIN")  # counts and copy are of the same moment
            counts = _counts(old)
            old.backup(new)
            # The copy is to be one file that can be carried away; opening it turns WAL on again.
            new.execute("PRAGMA journal_mode = DELETE")
    except UserError:
        remove(partial)
        raise
    os.replace(partial, target)
    return counts


def close_down(path: Path, purpose: str) -> None:
    """Move everything into the one file, which also proves that nobody else has it open.

    UserError when somebody has; `purpose` says what for it must be closed. A file that is damaged
    is left as it is: that is why one restores.
    """
    try:
        with explained(str(path)), closing(_open(path)) as connection:
            connection.execute("PRAGMA busy_timeout = 200")
            connection.execute("PRAGMA journal_mode = DELETE")
    except cipher.LockedError:
        return  # another backup is to take its place
    except UserError as error:
        cause = error.__cause__
        broken = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
        if getattr(cause, "sqlite_errorcode", 0) & 0xFF in broken:
            return
        raise UserError(f"“{path}”正在使用，请先关闭打开它的程序再{purpose}") from error
