"""名单: people the department keeps under a name, in whatever way they were found or picked."""

from collections.abc import Iterable
from dataclasses import dataclass

from leadership_model.people.gaps import Id, Number, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSet:
    """One list: its name, folder and note, where it came from, and who is on it in its order.

    `people` holds ids of people parted by blanks: who has left the base stays written, and is seen
    again when he comes back. `sensitive` names the elements its origin asked for, joined by 、.
    """

    id: Id
    label: Text
    folder: Text = None
    note: Text = None
    origin: Text = None
    people: Text = None
    sensitive: Text = None
    order: Number = 0
    entered_by: Text = None
    entered_at: Text = None
    version: int = 1
    changed_at: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of its people, in their order."""
        return ids_of(self.people)


def ids_of(text: str | None) -> tuple[str, ...]:
    """Read ids parted by blanks; an id that stands twice counts once."""
    return tuple(dict.fromkeys((text or "").split()))


def text_of(people: Iterable[str]) -> str:
    """Write ids parted by blanks."""
    return " ".join(dict.fromkeys(people))


def replaced(text: str | None, old: str, new: str) -> str:
    """Write one person in the place of another, as when two records become one."""
    return text_of(new if each == old else each for each in ids_of(text))
