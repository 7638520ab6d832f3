"""A text on a team that somebody signs for the month: kept while it is typed, stored when saved."""

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.changes import Changes
from ui.context import Context
from ui.pages.assessment import conclusion
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card

if TYPE_CHECKING:
    from leadership_model.store.nouns import Conclusion

Texts = tuple[str, str]


class SignedCard(Card):
    """What was typed for a team and month waits while others are looked at.

    The second text is kept in the body of the record under `field`.
    """

    key = ""  # of the reading
    kind, prefix, field = "", "", ""  # of the record
    word = ""  # what it is called
    fresh = ""  # said where nothing is stored and nothing was typed
    changed = ""  # said where nothing is stored and something was typed

    def __init__(self, context: Context, title: str, save: str) -> None:
        super().__init__(title, self.fresh)
        self._context = context
        self._seen: View | None = None
        self._stored: Conclusion | None = None
        self._typed: dict[str, Texts] = {}  # by the id of the record
        self._filling = False
        self.save = button(
            save,
            self._on_save,
            icon="content-save-outline",
            kind="small",
            tip=f"署名保存为本月的{self.word}",
        )

    # ---- what a kind of text gives

    def begun(self, seen: View) -> Texts:
        """Give what stands there before anything was typed or stored."""
        raise NotImplementedError

    def texts(self) -> Texts:
        """The texts as they stand there."""
        raise NotImplementedError

    def fill(self, texts: Texts) -> None:
        """Write texts into the fields."""
        raise NotImplementedError

    def refusal(self, texts: Texts) -> str:
        """Say why texts cannot be saved; "" when they can."""
        raise NotImplementedError

    # ---- showing

    def show_team(self, seen: View) -> None:
        """Show what was typed for a team, else what is stored, else how it begins."""
        self._seen, self._stored = seen, None
        self._fill(self._typed.get(self.id_of(seen)) or self.begun(seen))
        self._tell()
        if self._context.workspace.loaded.engine is not None:
            work = partial(conclusion.stored, self.id_of(seen))
            self._context.workspace.read(work, self.key, self._on_read)

    def waiting(self, seen: View) -> Texts | None:
        """What was typed for a team and not saved, None when nothing was."""
        return self._typed.get(self.id_of(seen))

    def is_unsaved(self) -> bool:
        """Say whether something that was typed, for any team, waits to be saved."""
        return bool(self._typed)

    def id_of(self, seen: View) -> str:
        """Name the record of a team and month: there is one of each."""
        return conclusion.conclusion_id(seen, self.prefix)

    def _texts_of(self, stored: "Conclusion") -> Texts:
        return stored.text, str(json.loads(stored.body).get(self.field, ""))

    def _fill(self, texts: Texts) -> None:
        self._filling = True
        self.fill(texts)
        self._filling = False

    def _is_typed(self) -> bool:
        return self._seen is not None and self.waiting(self._seen) is not None

    def _tell(self) -> None:
        stored, typed = self._stored, self._is_typed()
        if stored is not None:
            note = f"{stored.signed_by or '未署名'} {months.show_iso(stored.month)} 保存"
            note += " · 有未保存的修改" if typed else ""
        else:
            note = self.changed if typed else self.fresh
        self.set_note(note)
        self.save.setEnabled(typed or (stored is None and not self.refusal(self.texts())))

    # ---- what happens

    def _on_read(self, stored: "Conclusion | None") -> None:
        self._stored = stored
        if stored is not None and not self._is_typed():
            self._fill(self._texts_of(stored))
        self._tell()

    def _on_typed(self, _value: object = None) -> None:
        seen = self._seen
        if self._filling or seen is None:
            return
        kept = self.begun(seen) if self._stored is None else self._texts_of(self._stored)
        if self.texts() == kept:
            self._typed.pop(self.id_of(seen), None)
        else:
            self._typed[self.id_of(seen)] = self.texts()
        self._tell()

    def _on_save(self) -> None:
        seen, texts = self._seen, self.texts()
        if seen is None:
            return
        if sentence := self.refusal(texts):
            self._context.ask.error(sentence)
            return
        record = self._record(seen, texts)
        self._context.workspace.write(
            partial(conclusion.write, record),
            f"保存{seen.short}{self.word}",
            done=partial(self._on_saved, record.id, texts),
            initiator=self,
            undo=partial(conclusion.restore, record.id, self._stored),
        )

    def _on_saved(self, id: str, texts: Texts, changes: Changes) -> None:
        if self._typed.get(id) == texts:  # else something else was typed meanwhile
            del self._typed[id]
        self._context.say(f"{self.word}已保存")
        if self._seen is not None and self.id_of(self._seen) == id:
            self.show_team(self._seen)

    def _record(self, seen: View, texts: Texts) -> "Conclusion":
        from leadership_model.store.nouns import Conclusion

        text, body = texts[0], json.dumps({self.field: texts[1]}, ensure_ascii=False)
        if self._stored is not None:
            return replace(self._stored, text=text, body=body)
        return Conclusion(
            id=self.id_of(seen),
            kind=self.kind,
            subject=seen.id,
            month=seen.world.as_of,
            text=text,
            body=body,
        )
