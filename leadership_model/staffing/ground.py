"""The ground 底数 a plan was made on: who sat where when its moves were made. By ids, as JSON text.

Kept with the plan, so that what changed in the base meanwhile can be told (see drift).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from leadership_model.errors import UserError
from leadership_model.people.seating import OUTSIDER, VACANT, Seating
from leadership_model.staffing.move import Move

EMPTY, OUTSIDE = "", "*"  # who sits where: an id, nobody, somebody from outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Seats as they were: post id -> holder's id; person id -> ids of the posts held.

    `names`: what people and posts were called then, for those that are no longer in the base.
    """

    seats: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


NOTHING_SEEN = Ground()


def seen(base: Seating, moves: Iterable[Move], teams: Iterable[int], former: Ground) -> Ground:
    """Add what teams (positions) and moves rest on and is not noted yet, as it is in the base.

    Of each post named, all that are linked with it; of each person, the posts held.
    """
    snapshot = base.snapshot
    seats, people, names = dict(former.seats), dict(former.people), dict(former.names)
    wanted = {post: None for team in teams for post in base.seats(team)}
    for move in moves:
        if move.post is not None and move.post in snapshot.posts.positions:
            post = snapshot.posts.positions[move.post]
            wanted |= dict.fromkeys(base.linked(post))
        if move.person is not None and move.person not in people:
            person = snapshot.people.positions.get(move.person)
            if person is not None:
                held = base.posts_of(person).tolist()
                people[move.person] = tuple(snapshot.posts.ids[each] for each in held)
                names[move.person] = snapshot.people.raw("name")[person] or ""
    for post in wanted:
        id = snapshot.posts.ids[post]
        if id not in seats:
            seats[id] = holder_id(base, post)
            names[id] = snapshot.posts.raw("name")[post] or ""
    return Ground(seats=seats, people=people, names=names)


def holder_id(base: Seating, post: int) -> str:
    """Say who sits in a seat: an id, EMPTY or OUTSIDE."""
    person = int(base.holder[post])
    if person == VACANT:
        return EMPTY
    return OUTSIDE if person == OUTSIDER else base.snapshot.people.ids[person]


def to_json(ground: Ground) -> str:
    """Write a ground as JSON text."""
    body = {"seats": ground.seats, "people": ground.people, "names": ground.names}
    return json.dumps(
        {key: value for key, value in body.items() if value}, ensure_ascii=False, sort_keys=True
    )


def from_json(text: str) -> Ground:
    """Read a ground; UserError when the text holds none."""
    try:
        body: dict[str, Any] = json.loads(text)
        held = {person: tuple(posts) for person, posts in body.pop("people", {}).items()}
        return Ground(people=held, **body)
    except (AttributeError, TypeError, ValueError) as error:
        raise UserError("方案记录的底数无法读取，请复制一份方案再改") from error
