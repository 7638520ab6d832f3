"""Own entries of code lists: written like any record, and laid behind the shipped lists at once."""

from functools import partial

from sqlalchemy.engine import Connection

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.team import Team
from leadership_model.store import load
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from leadership_model.store.joint import JointEdit
from leadership_model.store.tables import table

WRITTEN_IN = (
    ("element", "body", "要素"),
    ("experience_filter", "body", "经历筛选"),
    ("model_version", "body", "结构模型"),
    ("requirement", "body", "结构模型"),
    ("portrait", "body", "岗位画像"),
    ("saved_query", "sentence", "保存的查询"),
    ("colour_rule", "sentence", "着色规则"),
    ("post", "requires", "岗位的任职要求"),
)


class CodeEdit:
    """An edit of own entries, and of teams that speak of them. Afterwards all is told.

    `leaving` is the name of an entry that is deleted: refused while a definition speaks of it.
    """

    def __init__(
        self,
        before: tuple[OwnCode | Team, ...],
        after: tuple[OwnCode | Team, ...],
        leaving: str = "",
    ) -> None:
        guard = partial(_refuse_mentioned, leaving) if leaving else None
        self._edit = JointEdit(before, after, guard=guard)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write the edit and lay the entries; UserError names what speaks of one that goes."""
        return _laid(engine, self._edit.forward(engine, actor))

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take the edit back and lay the entries as they were."""
        return _laid(engine, self._edit.backward(engine, actor))


def _refuse_mentioned(name: str, connection: Connection, _actor: Actor) -> None:
    found = mentions(connection, name)
    if found:
        raise UserError(f"“{name}”还写在{'、'.join(found)}里，不能删除；请用“停用”")


def mentions(connection: Connection, name: str) -> tuple[str, ...]:
    """Say in which definitions a name is written: kinds in a fixed order, saved queries by name."""
    found = []
    for kind, column, words in WRITTEN_IN:
        target = table(kind)
        question = target.select().where(target.c[column].contains(name, autoescape=True))
        row = connection.execute(question.limit(1)).mappings().first()
        if row is not None:
            found.append(f"{words}“{row['label']}”" if kind == "saved_query" else words)
    return tuple(dict.fromkeys(found))


def _laid(engine: Engine, changes: Changes) -> Changes:
    codes.lay(load.every(engine, OwnCode))
    return changes | Changes(frozenset({"code_entry"}), None, None)
