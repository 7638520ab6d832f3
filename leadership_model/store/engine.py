"""A new database, or an existing one opened: checked, copied aside and migrated where it is old."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.errors import UserError
from leadership_model.store import cipher
from leadership_model.store.actor import Actor
from leadership_model.store.backup import copy_before, remove
from leadership_model.store.handle import WAIT_MS
from leadership_model.store.handle import Engine as Engine  # what other rooms call it
from leadership_model.store.migrations import STEPS, Step, newest, pending

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

DEFAULTS = {"change_number": "0"}
MARKS = ("migration", "career_entry")  # a file without these tables is not one of ours


def create(
    path: str | Path,
    actor: Actor,
    *,
    steps: Sequence[Step] = STEPS,
    plant: bool = True,
    wait_ms: int = WAIT_MS,
    passphrase: str = "",
) -> Engine:
    """Make a new database with every table, the settings, and (with `plant`) the shipped models.

    With a passphrase everything in it is encrypted. Raises UserError when the file exists, its
    folder does not, or the passphrase is too short. Nothing is left behind on failure.
    """
    path = Path(path)
    refuse_place(path)
    from leadership_model.store.connection import writing

    with ExitStack() as undo:
        undo.callback(remove, path)
        key = cipher.new_key(passphrase)
        if key is not None:
            cipher.KEYS.keep(key)
        engine = Engine(path, wait_ms=wait_ms, key=key)
        undo.callback(engine.dispose)
        with writing(engine, watched=False) as connection:
            _fill(connection, actor, steps, plant)
        undo.pop_all()
    return engine


def refuse_place(path: Path) -> None:
    """Raise UserError where no database can be made: a file is there, or the folder is not."""
    if path.exists():
        raise UserError(f"“{path}”已经存在，没有覆盖它；请换一个文件名，或者直接打开它")
    if not path.parent.is_dir():
        raise UserError(f"文件夹“{path.parent}”不存在，请先建立它，或者换一个位置")


def _fill(connection: "Connection", actor: Actor, steps: Sequence[Step], plant: bool) -> None:
    # These bring sqlmodel with them, which opening a database does without.
    from leadership_model.store import audit, planting
    from leadership_model.store.tables import make_all, table

    make_all(connection)
    rows = [{"name": name, "value": value} for name, value in DEFAULTS.items()]
    connection.execute(table("setting").insert(), rows)
    for step in steps:
        _record(connection, actor, step)
    if plant:
        planting.plant(connection, actor)
    audit.append(connection, actor, "新建数据库", "migration", str(newest(steps)))


def open(  # noqa: A001 - this is what one does with a database
    path: str | Path, actor: Actor, *, steps: Sequence[Step] = STEPS, wait_ms: int = WAIT_MS
) -> Engine:
    """Open a database; an older one is copied aside and migrated first.

    Raises UserError with a sentence when the file is missing, no database, not ours, read-only,
    locked, or written by a newer version of the program.
    """
    path = Path(path)
    _check_file(path)
    with ExitStack() as undo:
        engine = Engine(path, wait_ms=wait_ms)
        undo.callback(engine.dispose)
        number = _known(engine, steps)
        if pending(steps, number):
            copy_before(path, f"schema{number}")
            migrate(engine, actor, pending(steps, number))
        undo.pop_all()
    return engine


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"“{path}”是文件夹，请选择其中的数据库文件")
    if not path.parent.is_dir():
        raise UserError(f"文件夹“{path.parent}”不存在，请检查路径")
    if not path.is_file():
        raise UserError(f"找不到数据库“{path}”，请检查路径，或者新建一个")
    if not path.stat().st_mode & 0o222:
        raise UserError(f"数据库“{path}”是只读的，请去掉只读属性或复制到可写的文件夹")


def refuse_newer(path: Path, name: str, steps: Sequence[Step] = STEPS) -> None:
    """Raise UserError when a file is not ours or was written by a newer version.

    `name` is what the user calls the file, where `path` is only a copy of it.
    """
    engine = Engine(path)
    try:
        _known(engine, steps, name)
    finally:
        engine.dispose()


def _known(engine: Engine, steps: Sequence[Step], name: str = "") -> int:
    number = schema_of(engine)
    if number > newest(steps):
        raise UserError(
            f"“{name or engine.path}”由更新的版本写成（结构 {number}，"
            f"本程序只认识到 {newest(steps)}），请升级本程序后再打开"
        )
    return number


def schema_of(engine: Engine) -> int:
    """Tell the number of the shape a database has; UserError when it is not one of ours."""
    with engine.driven() as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if not there.issuperset(MARKS):
            raise UserError(f"“{engine.path}”不是班子模型工作台的数据库，请另选一个文件")
        (number,) = connection.execute("SELECT max(number) FROM migration").fetchone()
    return int(number)


def migrate(engine: Engine, actor: Actor, steps: Sequence[Step]) -> None:
    """Take the steps in one transaction, each recorded; when one fails, none was taken."""
    from leadership_model.store import audit
    from leadership_model.store.connection import writing

    with writing(engine, watched=False) as connection:
        for step in steps:
            step.apply(connection)
            _record(connection, actor, step)
            audit.append(connection, actor, "升级数据库", "migration", str(step.number))


def _record(connection: "Connection", actor: Actor, step: Step) -> None:
    from sqlalchemy import text

    connection.execute(
        text("INSERT INTO migration (number, name, at, who) VALUES (:number, :name, :at, :who)"),
        {"number": step.number, "name": step.name, "at": actor.clock(), "who": actor.name},
    )
