"""What the database complains of, as one Chinese sentence, where the user can do something."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from leadership_model.errors import UserError
from leadership_model.store.cipher import complaints

# Primary result codes of SQLite. All others (a missing column, a broken constraint) are our bugs.
SENTENCES = {
    sqlite3.SQLITE_BUSY: "数据库“{path}”正被另一个程序占用，请关闭那个程序，或者稍后再试",
    sqlite3.SQLITE_LOCKED: "数据库“{path}”正被另一个程序占用，请关闭那个程序，或者稍后再试",
    sqlite3.SQLITE_READONLY: "数据库“{path}”是只读的，不能写入，请去掉只读属性或复制到可写的文件夹",
    sqlite3.SQLITE_PERM: "没有权限使用数据库“{path}”，请检查文件和文件夹的权限",
    sqlite3.SQLITE_AUTH: "没有权限使用数据库“{path}”，请检查文件和文件夹的权限",
    sqlite3.SQLITE_IOERR: "读写数据库“{path}”时磁盘出错，请检查磁盘后再试",
    sqlite3.SQLITE_FULL: "磁盘已满，数据库“{path}”没有写入，请腾出空间后再试",
    sqlite3.SQLITE_CANTOPEN: "打不开数据库“{path}”，请检查路径和文件夹的权限",
    sqlite3.SQLITE_CORRUPT: "数据库“{path}”已损坏，请从备份恢复",
    sqlite3.SQLITE_NOTADB: "“{path}”不是数据库文件，请选择班子模型工作台的数据库",
}


def explain(error: BaseException, path: str) -> UserError | None:
    """Turn a complaint of SQLite into a sentence; None when it is our bug."""
    code = getattr(error, "sqlite_errorcode", None)
    sentence = None if code is None else SENTENCES.get(code & 0xFF)
    return None if sentence is None else UserError(sentence.format(path=path))


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Raise the sentence instead of SQLite's own error, where there is one."""
    try:
        yield
    except complaints() as error:
        found = explain(error, path)
        if found is None:
            raise
        raise found from error
