"""What the field calls a move: 任, 免, 交流, 留任, 退出."""

from typing import Literal

from leadership_model.people.seating import Seating
from leadership_model.staffing.move import Move

Word = Literal["任", "免", "交流", "留任", "退出"]


def word_of(base: Seating, move: Move) -> Word:
    """Name a move by what it does to the seats of the base.

    交流: somebody who sits in one team takes a seat in another and leaves the first. Taking a
    further seat (兼任), or one in the same team, is 任.
    """
    match move.kind:
        case "remove":
            return "免"
        case "keep":
            return "留任"
        case "retire":
            return "退出"
        case "appoint":
            return "交流" if _changes_team(base, move) else "任"


def _changes_team(base: Seating, move: Move) -> bool:
    posts = base.snapshot.posts
    person = base.snapshot.people.positions.get(move.person or "")
    post = posts.positions.get(move.post or "")
    if move.also or person is None or post is None:
        return False
    owners = posts.owners()
    held = {int(owners[each]) for each in base.posts_of(person).tolist()}
    there = {int(owners[each]) for each in base.linked(post)}
    return bool(held) and held.isdisjoint(there)
