"""Databases under a passphrase 口令: how its key is made, and who knows it while the program runs.

SQLCipher encrypts every page, of the file and of its WAL. The file begins with sixteen random
bytes, the salt; argon2id makes the key of the passphrase and the salt, once, and SQLCipher takes
it raw. Keys stand in memory alone, by salt: a copy of a database opens as the database does.
"""

import os
import sqlite3
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadership_model.errors import UserError

MAGIC = b"SQLite format 3\x00"  # a database in clear begins so
PAGE, SALT = 4096, 16  # bytes
SHORTEST = 8  # characters of a passphrase
# RFC 9106, the second recommendation: three passes over 64 MiB by four lanes.
PASSES, MEMORY, LANES, LENGTH = 3, 64 * 1024, 4, 32
LONGEST_DELAY = 30.0  # seconds before a further wrong passphrase is answered
EVEN = 64  # in a page of random bytes each value is there some 16 times; in no other so evenly


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a database: 32 bytes made of its passphrase, and the salt it begins with."""

    secret: bytes = field(repr=False)
    salt: bytes

    @property
    def pragma(self) -> str:
        """The key as SQLCipher reads it."""
        return f"\"x'{self.secret.hex()}{self.salt.hex()}'\""


class LockedError(UserError):
    """A database asks for its passphrase. `wrong`: one was given that does not open it."""

    def __init__(self, path: Path, *, wrong: bool = False) -> None:
        told = (
            f"打不开“{path}”：口令不对，或者这个文件不是班子模型工作台的数据库"
            if wrong
            else f"“{path}”设有口令，请输入口令打开"
        )
        super().__init__(told)
        self.path, self.wrong = path, wrong


class Keys:
    """The keys of databases opened in this process, and how often a wrong one was tried."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[bytes, Key] = {}
        self._refused: dict[bytes, int] = {}
        self._open: dict[Path, list[bytes | None]] = {}  # the salt, once for each who has it open

    def hold(self, path: Path, salt: bytes | None) -> None:
        """Note that somebody opens a file; until it is released its first bytes are not read."""
        with self._lock:
            self._open.setdefault(path.resolve(), []).append(salt)

    def release(self, path: Path) -> None:
        """Note that somebody has closed it."""
        with self._lock:
            held = self._open.get(path.resolve(), [])
            held[-1:] = []
            if not held:
                self._open.pop(path.resolve(), None)

    def held(self, path: Path) -> list[bytes | None]:
        """Give the salt of a file that is open, once at least; nothing of another."""
        return self._open.get(path.resolve(), [])

    def get(self, salt: bytes) -> Key | None:
        """Give the key of the databases that begin with this salt."""
        return self._known.get(salt)

    def keep(self, key: Key) -> None:
        """Remember a key that opens its database."""
        with self._lock:
            self._known[key.salt] = key
            self._refused.pop(key.salt, None)

    def forget(self, salt: bytes) -> None:
        """Forget a key: its databases ask for the passphrase again."""
        with self._lock:
            self._known.pop(salt, None)

    def refuse(self, salt: bytes) -> float:
        """Note a wrong passphrase; give the seconds to wait before saying so: 0, 1, 2, 4, ..."""
        with self._lock:
            times = self._refused[salt] = self._refused.get(salt, 0) + 1
        return 0.0 if times == 1 else min(2.0 ** (times - 2), LONGEST_DELAY)


KEYS = Keys()


def refuse_weak(passphrase: str) -> None:
    """Raise UserError for a passphrase too short to be one; an empty one means none."""
    if passphrase and len(passphrase) < SHORTEST:
        raise UserError(f"口令太短，请至少输入 {SHORTEST} 个字符（可用一句话）")


def derive(passphrase: str, salt: bytes) -> Key:
    """Make the key of a passphrase; about a tenth of a second and 64 MiB, on purpose."""
    from argon2.low_level import Type, hash_secret_raw

    secret = hash_secret_raw(
        passphrase.encode("utf-8"), salt, PASSES, MEMORY, LANES, LENGTH, Type.ID
    )
    return Key(secret, salt)


def new_key(passphrase: str) -> Key | None:
    """Make the key of a new database; None without a passphrase. UserError when it is too short."""
    refuse_weak(passphrase)
    return derive(passphrase, os.urandom(SALT)) if passphrase else None


def salt_of(path: Path) -> bytes | None:
    """Give the salt of an encrypted file; None where a file is in clear, empty, or not there.

    Random bytes cannot be told from encrypted ones: such a file is taken for an encrypted one.
    A file this process has open as a database is not looked at: on POSIX, closing any handle of a
    file ends all locks of the process on it, and SQLite would not know.
    """
    held = KEYS.held(path)
    if held:
        return held[0]
    try:
        with path.open("rb") as file:
            page = file.read(PAGE)
    except OSError:
        return None
    if len(page) < PAGE or max(Counter(page).values()) > EVEN:
        return None
    return page[:SALT]


def is_locked(path: Path) -> bool:
    """Say whether a file asks for a passphrase that is not known yet."""
    salt = salt_of(path)
    return salt is not None and KEYS.get(salt) is None


def key_of(path: Path) -> Key | None:
    """Give the key of a file; None for one in clear. LockedError when its key is not known."""
    salt = salt_of(path)
    if salt is None:
        return None
    key = KEYS.get(salt)
    if key is None:
        raise LockedError(path)
    return key


def hold(path: Path, new: Key | None = None) -> Key | None:
    """Note that a file is being opened and give its key; of a file to be made that is `new`."""
    key = key_of(path) or new
    KEYS.hold(path, None if key is None else key.salt)
    return key


def unlock(path: Path, passphrase: str) -> None:
    """Open a file with its passphrase, so that it opens until the program ends or it is forgotten.

    A wrong one raises LockedError, later each time: it takes longer and longer to guess.
    """
    salt = salt_of(path)
    if salt is None:
        return
    key = derive(passphrase, salt)
    connection = connect(path, key=key, existing=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except complaints() as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB:
            raise
        time.sleep(KEYS.refuse(salt))
        raise LockedError(path, wrong=True) from error
    finally:
        connection.close()
    KEYS.keep(key)


def fits(path: Path, passphrase: str) -> bool:
    """Say whether a passphrase is that of an open database; any is of one in clear."""
    salt = salt_of(path)
    return salt is None or derive(passphrase, salt) == KEYS.get(salt)


def forget(path: Path) -> None:
    """Let a file ask for its passphrase again."""
    salt = salt_of(path)
    if salt is not None:
        KEYS.forget(salt)


def driver(*, ciphered: bool) -> Any:  # noqa: ANN401 - a DB-API module
    """Give the module that opens files in clear, or the one that also opens files under a key."""
    if not ciphered:
        return sqlite3
    from sqlcipher3 import dbapi2

    return dbapi2


def complaints() -> tuple[type[Exception], ...]:
    """Give the errors of both drivers; that of the second where it has been brought."""
    second = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if second is None else (sqlite3.Error, second.Error)


def connect(
    path: Path, *, key: Key | None, existing: bool = False, ciphered: bool = False
) -> sqlite3.Connection:
    """Open a file; with `existing` only one that is there, where else a new one is made.

    Transactions are the caller's, and any thread may use the connection, one at a time. With
    `ciphered` a file in clear is opened by the driver that knows keys too.
    """
    place = f"{path.absolute().as_uri()}?mode={'rw' if existing else 'rwc'}"
    module = driver(ciphered=ciphered or key is not None)
    connection: sqlite3.Connection = module.connect(
        place, uri=True, isolation_level=None, check_same_thread=False
    )
    if key is not None:
        # Complaints of a wrong key would go to the standard error stream.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {key.pragma}")
        connection.execute("PRAGMA temp_store = MEMORY")  # else pages may lie in clear for a while
    return connection
