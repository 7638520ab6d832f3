"""All records of a city while faults are planted: people by id, their rows beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model.people.person import Education, Person, Relative, Sanction
from leadership_model.people.post import Post
from leadership_model.people.team import Indicator, Team
from leadership_model.people.tenure import FILLING, Tenure
from leadership_model.people.unit import Unit
from leadership_model.people.verified import Verification


@dataclass(slots=True)
class Register:
    """Everything drawn, open to change until the city is finished.

    `planted` holds (rule, id of the person or team) of each fault that was put in on purpose.
    """

    as_of: int
    units: list[Unit]
    teams: dict[str, Team]
    posts: dict[str, Post]
    people: dict[str, Person]
    tenures: dict[str, Tenure]
    rows: list[Any]  # career entries, appraisals, rewards, marks
    educations: dict[str, list[Education]] = field(default_factory=dict)
    relatives: dict[str, list[Relative]] = field(default_factory=dict)
    sanctions: dict[str, list[Sanction]] = field(default_factory=dict)
    indicators: list[Indicator] = field(default_factory=list)
    checks: list[Verification] = field(default_factory=list)
    planted: set[tuple[str, str]] = field(default_factory=set)
    former: list[Tenure] = field(default_factory=list)  # holders before those of `tenures`

    def records(self) -> tuple[Any, ...]:
        """Give all records, kinds that others refer to first."""
        return tuple(self._each())

    def _each(self) -> Iterator[Any]:
        yield from self.units
        yield from self.teams.values()
        yield from self.posts.values()
        yield from self.people.values()
        yield from self.tenures.values()
        yield from self.former
        for rows in (self.educations, self.relatives, self.sanctions):
            for listed in rows.values():
                yield from listed
        yield from self.rows
        yield from self.indicators
        yield from self.checks

    def present(self) -> list[Tenure]:
        """Give the tenures that fill a seat at the end of the reference month."""
        return [
            tenure
            for tenure in self.tenures.values()
            if tenure.kind in FILLING
            and tenure.start is not None
            and tenure.start <= self.as_of
            and (tenure.end is None or self.as_of < tenure.end)
        ]

    def change(self, person: str, **fields: Any) -> None:  # noqa: ANN401
        """Replace fields of a person."""
        self.people[person] = replace(self.people[person], **fields)
