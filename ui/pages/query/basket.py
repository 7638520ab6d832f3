"""候选篮: people picked one by one, kept for each user over searches, pages and restarts."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leadership_model.changes import Changes
from leadership_model.people.named_set import ids_of, text_of
from leadership_model.query.people_set import PeopleSet
from leadership_model.store.nouns import Basket as Stored
from ui import names
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.undo import Repeat
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

NAME = "候选篮"
ORIGIN = "候选篮（逐个选定）"


class Basket(QObject):
    """Who is in the basket, in the order they were put in. Without a base it lasts a session."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of those in it who are in the base."""
        known = self._context.workspace.snapshot.people.positions
        return tuple(id for id in self._ids if id in known)

    @property
    def people(self) -> PeopleSet:
        """See it as a set like any other."""
        return PeopleSet(name=NAME, origin=ORIGIN, ids=self.ids)

    def look(self) -> None:
        """Read it from the base."""
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.read(partial(_read, workspace.user), "query.basket", self._on_read)

    def toggle(self, ids: Sequence[str]) -> None:
        """Put people in; take them out where all of them are in it."""
        inside = set(self._ids)
        if ids and all(id in inside for id in ids):
            self.take_out(ids)
        else:
            self.put_in(ids)

    def put_in(self, ids: Iterable[str]) -> None:
        """Put people in, behind those who are there."""
        wanted = tuple(dict.fromkeys((*self._ids, *ids)))
        self._change(wanted, f"{len(wanted) - len(self._ids):,} 人放进候选篮")

    def take_out(self, ids: Iterable[str]) -> None:
        """Take people out."""
        off = frozenset(ids)
        wanted = tuple(id for id in self._ids if id not in off)
        self._change(wanted, f"{len(self._ids) - len(wanted):,} 人移出候选篮")

    def _change(self, wanted: tuple[str, ...], words: str) -> None:
        before = self._ids
        if wanted == before:
            return
        self._set(wanted)
        undo = partial(self._set, before)
        self._context.undo.push(Repeat(words, partial(self._set, wanted), undo))
        self._context.say(f"已把 {words}。")

    def _set(self, wanted: tuple[str, ...]) -> None:
        self._ids = wanted
        self.changed.emit()
        workspace = self._context.workspace
        if workspace.is_open and workspace.loaded.engine is not None:
            workspace.write_aside(partial(_put, workspace.user, wanted), initiator=self)

    def _on_read(self, ids: tuple[str, ...]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.changed.emit()


def _read(user: str, engine: Engine, _control: Control) -> tuple[str, ...]:
    from leadership_model.store import records

    found = records.get(engine, Stored, user)
    return () if found is None else ids_of(found.people)


def _put(user: str, ids: tuple[str, ...], engine: Engine, actor: object) -> Changes:
    from dataclasses import replace

    from leadership_model.store import records

    found = records.get(engine, Stored, user)
    stored = Stored(id=user) if found is None else found
    wanted = replace(stored, people=text_of(ids))
    return records.save(engine, actor, wanted)  # type: ignore[arg-type]


class BasketDialog(Dialog):
    """Who is in the basket. `wanted` says what to do with it: open, keep, compare or clear."""

    def __init__(self, context: Context, basket: Basket, parent: QWidget | None = None) -> None:
        super().__init__(NAME, parent, width=560)
        self._context, self._basket = context, basket
        self.wanted = ""
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(280))
        self.body.addWidget(self.list, 1)
        words = "候选篮只属于您本人，换查询、换页、重新打开程序都还在。存为名单后别人也能用。"
        self.body.addWidget(label(words, "faint", wrap=True))
        self.add_cancel("关闭")
        self.out = self.add_button("移出所选", self._on_out)
        self.add_button("清空", self._on_clear)
        self.add_button("存为名单…", self._on_keep)
        self.compare = self.add_button("同屏比较", self._on_compare)
        self.add_button("在表中打开", self._on_open, kind="primary", default=True)
        self._show()

    def _show(self) -> None:
        snapshot = self._context.workspace.snapshot
        people = self._basket.ids
        at = [snapshot.people.positions[id] for id in people]
        self.list.show_items(
            [
                ListItem(
                    id=id,
                    title=names.person_name(snapshot, person),
                    note=names.position_text(snapshot, person),
                    icon="account-outline",
                )
                for id, person in zip(people, at, strict=True)
            ]
        )
        if people:
            self.list.choose(people[0], announce=False)
        self.out.setEnabled(bool(people))
        self.compare.setEnabled(2 <= len(people) <= 6)
        self.compare.setToolTip("候选篮里有 2 到 6 人时可以比较")

    def _on_out(self) -> None:
        self._basket.take_out([self.list.current_id() or ""])
        self._show()

    def _on_clear(self) -> None:
        self._end("clear")

    def _on_keep(self) -> None:
        self._end("keep")

    def _on_compare(self) -> None:
        self._end("compare")

    def _on_open(self) -> None:
        self._end("open")

    def _end(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()
