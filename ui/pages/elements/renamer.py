"""Renaming an area or an own code entry: the new name asked, what it writes shown, then written."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import ids
from leadership_model.people.own_codes import OwnCode
from leadership_model.people.renaming import AREAS, Renaming, entry_of, fault_of
from ui import names
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

Counts = tuple[tuple[str, int], ...]


class Renamer(QObject):
    """Asks, counts in a job, asks again, writes; `initiator` is the page the write belongs to."""

    def __init__(self, context: Context, initiator: object, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._initiator = context, initiator

    def ask(self, listed: str, old: str, known: tuple[str, ...] = ()) -> None:
        """Ask for another name of an entry of a list, an area, or a tag (`known`: all of them)."""
        snapshot = self._context.workspace.snapshot
        text = f"“{old}”改成什么名称？记录、履历、要素、查询和任职要求随之改写，原名留作别的写法。"
        fault = partial(_fault, snapshot, listed, old, known)
        answer = self._context.ask.text("改名", text, old, fault)
        if answer:
            found = Renaming(listed, old, answer.strip())
            self._context.workspace.read(
                partial(_counted, found),
                "elements.rename",
                self._on_counted,
                title="正在统计改名的影响",
            )

    def _on_counted(self, result: tuple[Renaming, Counts]) -> None:
        found, counts = result
        lines = [f"{words}　{names.number(count)}" for words, count in counts]
        told = "\n".join(lines) or "没有别的记录写着这个名称。"
        text = f"{found.old} 改名为 {found.new}，一次写入，可以撤销：\n{told}"
        if self._context.ask.confirm("改名", text, yes="改名"):
            self._write(found)

    def _write(self, found: Renaming) -> None:
        from leadership_model.store.renaming import RenameEdit

        edit = RenameEdit(found, _entry(found), ids.new("c"))
        self._context.workspace.write(
            edit.forward,
            f"改名 {found.old} → {found.new}",
            initiator=self._initiator,
            undo=edit.backward,
        )


def _entry(found: Renaming) -> OwnCode | None:
    return entry_of(found.list, found.old)


def _fault(snapshot: "Snapshot", listed: str, old: str, known: tuple[str, ...], new: str) -> str:
    return fault_of(Renaming(listed, old, new), snapshot, known)


def _counted(found: Renaming, engine: Engine, control: Control) -> tuple[Renaming, Counts]:
    from leadership_model.store.renaming import counts

    control.check()
    return found, counts(engine, found)


def can_rename(listed: str) -> bool:
    """Say whether entries of a list can be renamed here."""
    from leadership_model.people.renaming import FIELDS

    return listed in FIELDS and listed != AREAS
