"""A database gets a passphrase 口令, another one, or none any more: it is written anew, as a whole.

The new file takes the place of the present one in one step: whoever is killed meanwhile has the
database as it was, under its former passphrase. Copies made before keep theirs.
"""

import os
from contextlib import ExitStack, closing
from pathlib import Path

from leadership_model.errors import UserError
from leadership_model.store import backup, cipher
from leadership_model.store.actor import Actor
from leadership_model.store.faults import explained
from leadership_model.store.handle import Engine

SET, CHANGED, TAKEN = "设置口令", "修改口令", "取消口令"


def change(path: str | Path, actor: Actor, passphrase: str) -> str:
    """Write a database anew under another passphrase, "" for none; say what was done.

    Every engine of it must be disposed of, and its present passphrase known. Raises UserError when
    somebody has it open, it is damaged, the passphrase is too short, or the disk is full; the
    database is then as it was.
    """
    path = Path(path)
    former, key = cipher.key_of(path), cipher.new_key(passphrase)
    done = TAKEN if key is None else SET if former is None else CHANGED
    if former is None and key is None:
        raise UserError(f"“{path}”本来就没有口令")
    counts = backup.verify(path)
    backup.close_down(path, "改口令")
    fresh = path.with_name(f".{path.name}.rekeyed.partial")
    backup.remove(fresh)
    with ExitStack() as undo:
        undo.callback(backup.remove, fresh)
        _export(path, former, fresh, key)
        if key is not None:
            cipher.KEYS.keep(key)
        _note(fresh, actor, done)
        if backup.verify(fresh) != counts:
            raise UserError("改口令后的数据库与原库不一致，没有替换原库，请再试一次")
        backup.close_down(fresh, "改口令")
        os.replace(fresh, path)
        undo.pop_all()
    return done


def _export(path: Path, former: cipher.Key | None, fresh: Path, key: cipher.Key | None) -> None:
    """Copy everything into a new file under another key. Only SQLCipher's driver can do that."""
    pragma = "''" if key is None else key.pragma
    with (
        explained(str(fresh)),
        closing(cipher.connect(path, key=former, existing=True, ciphered=True)) as connection,
    ):
        connection.execute(f"ATTACH DATABASE ? AS fresh KEY {pragma}", (str(fresh),))
        connection.execute("SELECT sqlcipher_export('fresh')").fetchone()
        connection.execute("DETACH DATABASE fresh")


def _note(path: Path, actor: Actor, done: str) -> None:
    """Write into the book of changes what is done, before the file counts."""
    from leadership_model.store import audit, connection

    engine = Engine(path)
    try:
        with connection.writing(engine, watched=False) as writer:
            audit.append(writer, actor, done, "migration", "")
    finally:
        engine.dispose()
