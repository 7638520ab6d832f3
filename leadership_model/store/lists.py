"""Named sets of people written with what speaks of them: saved queries and colour rules."""

from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model.changes import Changes
from leadership_model.conditions.sentence import parse, write
from leadership_model.errors import UserError
from leadership_model.people.named_set import NamedSet
from leadership_model.query.lists import asked_in, checked_name, renamed
from leadership_model.store import load
from leadership_model.store.actor import Actor
from leadership_model.store.handle import Engine
from leadership_model.store.joint import JointEdit
from leadership_model.store.nouns import ColourRule, SavedQuery
from leadership_model.store.signed import SignedEdit


@dataclass(slots=True)
class ListEdit:
    """A list as it was read and as it shall be (None: not there). Can be taken back exactly.

    A renamed list is called by its new name in saved queries and colour rules as well; one that
    they ask about cannot be deleted. UserError where the name is taken or says nothing.
    """

    before: NamedSet | None
    after: NamedSet | None
    _edit: SignedEdit | None = field(default=None, init=False, repr=False)

    def forward(self, engine: Engine, actor: Actor) -> Changes:
        """Write it; StaleError when the list was changed since it was read."""
        edit = self._edit or self._make(engine)
        changes = edit.forward(engine, actor)
        self._edit = edit
        return changes

    def backward(self, engine: Engine, actor: Actor) -> Changes:
        """Take it back."""
        assert self._edit is not None
        return self._edit.backward(engine, actor)

    def _make(self, engine: Engine) -> SignedEdit:
        before, after = self.before, self.after
        old, new = (each and each.label for each in (before, after))
        if after is not None:
            checked_name(after.label or "", load.every(engine, NamedSet), after.id)
        users = _users(engine, old) if old and old != new else []
        if users and new is None:
            names = "、".join(f"“{each.label}”" for each, _ in users)
            raise UserError(f"查询或着色规则{names}还在用名单“{old}”，请先改掉它们，再删除名单")
        was, now = [before] if before else [], [after] if after else []
        catalogue = load.catalogue(engine)
        called = [
            replace(each, sentence=write(renamed(tree, catalogue, old or "", new or "")))
            for each, tree in users
        ]
        return SignedEdit(JointEdit((*was, *(each for each, _ in users)), (*now, *called)))


def _users(engine: Engine, label: str) -> list[tuple[Any, Any]]:
    """List the saved queries and colour rules that ask about a list, each with its condition."""
    catalogue = load.catalogue(engine)
    found: list[tuple[Any, Any]] = []
    asking: list[SavedQuery | ColourRule] = list(load.every(engine, SavedQuery))
    asking += load.every(engine, ColourRule)
    for each in asking:
        if label not in each.sentence:
            continue
        try:
            tree = parse(each.sentence, catalogue)
        except UserError:
            continue  # it could not be read before either
        if label in asked_in(tree, catalogue):
            found.append((each, tree))
    return found
