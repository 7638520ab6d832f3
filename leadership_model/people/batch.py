"""One field of many people set to one value: what each would have, and who is refused and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leadership_model.people import fields
from leadership_model.people.fields import State
from leadership_model.people.person import Person
from leadership_model.people.snapshot import Snapshot

# What belongs to one person alone makes no sense for several.
SINGLE = frozenset({"name", "id_number"})
CHANGEABLE = tuple(each for each in fields.FIELDS if each.name not in SINGLE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One person (position) of a batch. `refused`: one sentence, empty where it can be written.

    `after` equals `before` where nothing would change.
    """

    position: int
    before: Person
    after: Person
    old: str
    new: str
    refused: str = ""

    @property
    def writes(self) -> bool:
        """Whether the person would be written."""
        return not self.refused and self.after != self.before


def propose(
    snapshot: Snapshot,
    positions: Iterable[int],
    name: str,
    state: State,
    text: str,
    as_of: int,
    known: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
) -> tuple[Proposal, ...]:
    """Set one field of some people to a text, 无 or 待核. `text` is without fault by itself.

    `known` as in `fields.with_text`, `units` as in `fields.text_in`. Refused is who would have
    values that cannot stand beside each other and did not have them before.
    """
    made = []
    for at in positions:
        before: Person = snapshot.people.record(at)
        if state == "value":
            after = fields.with_text(before, name, text, known)
        else:
            after = fields.with_state(before, name, state)
        was = fields.faults(before, as_of)
        new = [t for n, t in fields.faults(after, as_of).items() if was.get(n) != t]
        old_text, new_text = shown(before, name, units), shown(after, name, units)
        made.append(Proposal(at, before, after, old_text, new_text, new[0] if new else ""))
    return tuple(made)


def shown(person: Person, name: str, units: Mapping[str, str] | None = None) -> str:
    """Write a field for a list: its text, 无 or 待核."""
    match fields.state_of(person, name):
        case "absent":
            return fields.NONE_WORD
        case "unknown":
            return fields.UNKNOWN_WORD
        case "value":
            return fields.text_in(person, name, units)
