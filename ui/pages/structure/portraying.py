"""What the gestures on portraits mean: a model's go to its draft, general ones are stored."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from leadership_model.changes import Changes
from leadership_model.conditions.sentence import parse
from leadership_model.structure import categories as kept
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.portrait_edit import FIRST
from ui.context import Context
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.portrait_editor import PortraitEditor
from ui.pages.structure.portrait_offer import offered
from ui.pages.structure.practice_dialog import PracticeDialog

MOST = 3  # key posts of a team, as a rule


class Portraying(QObject):
    """Listens to the editor. `edit` takes another whole."""

    def __init__(
        self,
        context: Context,
        editor: PortraitEditor,
        hand: Callable[[], Hand | None],
        edit: Callable[[Model, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._editor, self._hand, self._edit = context, editor, hand, edit
        editor.changed.connect(self._on_changed)
        editor.begun.connect(self._on_begun)
        editor.copied.connect(self._on_copied)
        editor.list.practised.connect(self._on_practised)

    def show(self, hand: Hand) -> None:
        """Show the portraits of what is at hand."""
        world = self._context.workspace.world
        every = (*(p for m in world.models for p in m.portraits), *world.portraits)
        self._editor.show_portraits(
            hand.whole.portraits, self._general(hand), offered(every, world.catalogue),
            world.catalogue,
        )  # fmt: skip

    def _general(self, hand: Hand) -> tuple[Portrait, ...]:
        listed = self._context.workspace.world.portraits
        return tuple(each for each in listed if kept.same(each.category, hand.row.category))

    def _on_changed(self, before: Portrait, after: Portrait | None, text: str) -> None:
        hand = self._hand()
        if hand is None:
            return
        if all(each.id != before.id for each in hand.whole.portraits):
            self._write(before.id, before, after, text)
            return
        listed = [after if each.id == before.id else each for each in hand.whole.portraits]
        kept_ones = tuple(each for each in listed if each is not None)
        self._edit(replace(hand.whole, portraits=kept_ones), text)

    def _on_begun(self, key: bool) -> None:
        hand = self._hand()
        if hand is None:
            return
        names = self._context.workspace.catalogue
        label = "新的重点岗位画像" if key else f"{hand.row.category}通用权重"
        first = Weight(label="大学以上学历", points=100.0, condition=parse(FIRST, names))
        made = Portrait(
            id="", label=label, category=hand.row.category, role="正职", key=key, weights=(first,)
        )
        self._add(hand, made, key, f"新建画像 {label}")

    def _on_practised(self) -> None:
        hand = self._hand()
        if hand is None:
            return
        dialog = PracticeDialog(self._context, hand.row.category, self._editor.window())
        if self._context.ask.show(dialog) and dialog.portrait is not None:
            self._add(hand, dialog.portrait, True, f"由任职实践拟画像 {dialog.portrait.label}")

    def _on_copied(self, portrait: Portrait) -> None:
        hand = self._hand()
        if hand is not None:
            key = any(each.id == portrait.id for each in hand.whole.portraits)
            made = replace(portrait, label=f"{portrait.label}（副本）")
            self._add(hand, made, key, f"复制画像 {portrait.label}")

    def _add(self, hand: Hand, portrait: Portrait, key: bool, text: str) -> None:
        from leadership_model import ids

        made = replace(portrait, id=ids.new("portrait"))
        if not key:
            self._write(made.id, None, made, text)
            return
        count = sum(each.key for each in hand.whole.portraits) + 1
        if count > MOST:
            self._context.say(f"重点岗位一般 1 至 {MOST} 个，现在是 {count} 个。")
        self._edit(replace(hand.whole, portraits=(*hand.whole.portraits, made)), text)
        self._editor.choose(made.id)

    def _write(self, id: str, before: Portrait | None, after: Portrait | None, text: str) -> None:
        from leadership_model.store.portraits import PortraitEdit

        edit = PortraitEdit(id, before, after)
        done = partial(self._on_written, id)
        self._context.workspace.write(edit.forward, text, done=done, undo=edit.backward)

    def _on_written(self, id: str, changes: Changes) -> None:
        hand = self._hand()
        if hand is not None and any(each.id == id for each in self._general(hand)):
            self._editor.choose(id)
