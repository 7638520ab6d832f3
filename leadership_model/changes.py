"""Which kinds of thing are different after a write. Views decide by it whether to look again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of thing a write touched, and the ids of the people and teams where few did.

    `kinds` are table names of the store (`person`, `tenure`, `model` ...). `people` and `teams`
    are None when more than a handful changed: then everything is to be read again.
    """

    kinds: frozenset[str] = frozenset()
    people: frozenset[str] | None = frozenset()
    teams: frozenset[str] | None = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        """Unite two changes; unknown extents stay unknown."""
        return Changes(
            self.kinds | other.kinds,
            None if self.people is None or other.people is None else self.people | other.people,
            None if self.teams is None or other.teams is None else self.teams | other.teams,
        )

    def touches(self, *kinds: str) -> bool:
        """Say whether any of these kinds of thing changed."""
        return not self.kinds.isdisjoint(kinds)


NOTHING = Changes()
EVERYTHING_ABOUT_PEOPLE = Changes(
    frozenset({"person", "education", "career_entry", "tenure", "appraisal", "reward", "sanction"})
    | {"relative", "photo", "person_mark"},
    None,
    None,
)
