"""Saving one person. What is typed while it is being written stays, and can be saved after it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from leadership_model.people import fields
from leadership_model.people.person import Person
from ui.context import Context
from ui.pages.elements import edits
from ui.pages.elements.person_draft import RowsHeld
from ui.pages.elements.person_form import PersonForm


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a form: the draft, what is wrong, texts being typed, rows, the photo."""

    draft: Person
    wrong: dict[str, str]
    texts: dict[str, str]
    rows: dict[str, RowsHeld]
    photo: bytes | None

    @classmethod
    def of(cls, form: PersonForm) -> "Held":
        """Look at a form that shows somebody."""
        assert form.draft is not None
        typed = {name for name, editor in form.editors.items() if editor.field.hasFocus()}
        texts = {name: form.editors[name].text() for name in sorted(typed | form.wrong.keys())}
        rows = {name: pane.draft.held() for name, pane in form.rows.items()}
        return cls(form.draft, dict(form.wrong), texts, rows, form.photo.after())


@dataclass(slots=True)
class _Sent:
    """What is on its way into the database, and whether it was asked to save once more."""

    held: Held
    version: int
    again: bool = False


class PersonSaving(QObject):
    """Writes the draft of a form, and tells when what was sent has become what is stored."""

    def __init__(self, context: Context, form: PersonForm, initiator: object) -> None:
        super().__init__(form)
        self._context, self._form, self._initiator = context, form, initiator
        self._sent: _Sent | None = None
        context.jobs.refused.connect(self.forget)

    def save(self) -> None:
        """Write the draft, or lead to the field that is wrong."""
        form = self._form
        if self._sent is not None:
            self._sent.again = Held.of(form) != self._sent.held
            return
        if not form.dirty():
            self._context.say("没有需要保存的修改。")
            return
        sentence = form.fault()
        if sentence:
            form.go_to_fault()
            self._context.say(f"尚未保存：{sentence}")
            return
        before, after = form.before, form.draft
        if before is not None and after is not None:
            self._write(before, after)

    def _write(self, before: Person, after: Person) -> None:
        form = self._form
        edit = edits.of_person(
            before,
            edits.trimmed(after),
            form.careers,
            form.area_words,
            form.unit_words,
            form.changed_rows(),
            (form.photo.before(), form.photo.after()),
            form.resume.corrections,
        )
        self._sent = _Sent(Held.of(form), before.version)
        self._context.workspace.write(
            edit.forward,
            edits.title_of(after.name, form.changed_labels()),
            initiator=self._initiator,
            undo=edit.backward,
        )

    def forget(self, *_error: object) -> None:
        """The draft is another person's, or nothing was written."""
        self._sent = None

    def landed(self, stored: Person) -> bool:
        """Say whether what was sent is stored now."""
        sent = self._sent
        return (
            sent is not None and sent.held.draft.id == stored.id and sent.version != stored.version
        )

    def follow(self, show: Callable[[], object]) -> None:
        """Show what is stored, and over it what was typed since it was sent."""
        sent, now = self._sent, Held.of(self._form)
        show()
        if sent is not None and now != sent.held:
            self._lay(sent.held, now)
            if sent.again:
                self.save()

    def _lay(self, sent: Held, now: Held) -> None:
        form, draft = self._form, self._form.draft
        assert draft is not None
        for name in fields.changed(sent.draft, now.draft):
            draft = edits.carried(draft, now.draft, name)
        for name, held in now.rows.items():
            if held != sent.rows[name]:
                form.rows[name].lay(held)
        if now.photo != sent.photo:
            form.photo.lay(sent.photo, now.photo)
        form.take(draft, now.wrong, now.texts)
