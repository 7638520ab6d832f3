"""Who sits where at the reference month, as the truths read the register."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.sample.register import Register


@dataclass(frozen=True, slots=True)
class Sitting:
    """Team -> its posts in order, post -> tenure; careers and tenures by person, units by id."""

    register: Register
    posts: dict[str, list[Post]]
    held: dict[str, Tenure]
    careers: dict[str, list[CareerEntry]] = field(default_factory=dict)
    tenures: dict[str, list[Tenure]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def seats(self) -> Iterator[tuple[Team, Post, Tenure, Person]]:
        """Go through the seats held by people of the base."""
        for team in self.register.teams.values():
            for post in self.posts.get(team.id, []):
                tenure = self.held.get(post.id)
                if tenure is not None and tenure.person is not None:
                    yield team, post, tenure, self.register.people[tenure.person]


def sit(register: Register) -> Sitting:
    """Lay the tenures of the reference month over the posts."""
    posts: dict[str, list[Post]] = {}
    for post in sorted(register.posts.values(), key=lambda each: each.order or 0):
        posts.setdefault(post.team or "", []).append(post)
    held = {
        tenure.post or "": tenure
        for tenure in sorted(register.present(), key=lambda each: each.start or 0)
    }
    careers: dict[str, list[CareerEntry]] = {}
    for row in register.rows:
        if isinstance(row, CareerEntry):
            careers.setdefault(row.person or "", []).append(row)
    tenures: dict[str, list[Tenure]] = {}
    for tenure in (*register.tenures.values(), *register.former):
        tenures.setdefault(tenure.person or "", []).append(tenure)
    units = {unit.id: unit for unit in register.units}
    return Sitting(register, posts, held, careers, tenures, units)


def posts_held(sitting: Sitting, person: str) -> list[CareerEntry]:
    """Give the posts held by a résumé, 挂职 left out, in the order of its lines."""
    found = [
        row
        for row in sitting.careers.get(person, [])
        if row.kind == "任职" and not row.secondment and row.start is not None
    ]
    return sorted(found, key=lambda row: (row.line or 0, row.id))
