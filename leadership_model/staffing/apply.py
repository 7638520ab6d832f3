"""Fold the moves of a scenario over a seating: who sits where, what falls vacant, who waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from leadership_model.errors import UserError
from leadership_model.people.seating import OUTSIDER, VACANT, Seating
from leadership_model.staffing import guard
from leadership_model.staffing.move import Move
from leadership_model.staffing.solution import Plan


@dataclass(frozen=True, slots=True)
class Folded:
    """What moves come to. Everything is derived: two ways to the same seats are equal.

    changes: post -> holder where it differs from the base. vacancies: posts vacant now that were
    not. bench 待安排: people who lost their seats and have none. retired: who left for good.
    pinned: posts pinned by hand. candidates: post -> further candidates in their order.
    """

    seating: Seating
    changes: Mapping[int, int]
    vacancies: tuple[int, ...]
    bench: tuple[int, ...]
    retired: tuple[int, ...]
    pinned: tuple[int, ...]
    candidates: Mapping[int, tuple[int, ...]]


def fold(base: Seating, moves: Iterable[Move]) -> Folded:
    """Apply moves one after another. UserError when one names a person or post that is gone."""
    groups = guard.linked_groups(base)
    holder = base.holder.copy()
    pinned: dict[int, None] = {}
    retired: dict[int, None] = {}
    waiting: dict[int, dict[int, int]] = {}
    for move in moves:
        person, post = _positions(base, move)
        group = (post,) if move.alone else groups.get(post, (post,))
        match move.kind:
            case "appoint" if move.order > 1:
                waiting.setdefault(post, {})[move.order] = person
            case "appoint":
                if not move.also and person != OUTSIDER:
                    holder[holder == person] = VACANT
                holder[list(group)] = person
                retired.pop(person, None)
            case "remove":
                posts = list(group) if post >= 0 else range(len(holder))
                for each in posts:
                    if holder[each] == person:
                        holder[each] = VACANT
            case "retire" if not move.on:
                retired.pop(person, None)
            case "retire":
                holder[holder == person] = VACANT
                retired[person] = None
            case "keep" if move.on:
                pinned[post] = None
            case "keep":
                pinned.pop(post, None)
    changed = np.flatnonzero(holder != base.holder).tolist()
    changes = {post: int(holder[post]) for post in changed}
    lost = sorted({int(base.holder[post]) for post in changed} - {int(h) for h in holder})
    return Folded(
        seating=base.with_holders(changes),
        changes=changes,
        vacancies=tuple(post for post in changed if holder[post] == VACANT),
        bench=tuple(person for person in lost if person >= 0 and person not in retired),
        retired=tuple(retired),
        pinned=tuple(sorted(pinned)),
        candidates={
            post: tuple(found[order] for order in sorted(found)) for post, found in waiting.items()
        },
    )


def inverse(base: Seating, before: Iterable[Move], move: Move) -> tuple[Move, ...]:
    """Give moves that take one back: after them everybody sits as before it."""
    earlier = tuple(before)
    if move.kind == "keep":
        pinned = fold(base, earlier).pinned
        post = base.snapshot.posts.positions[move.post or ""]
        return (Move(kind="keep", post=move.post, on=post in pinned),)
    was, now = fold(base, earlier), fold(base, (*earlier, move))
    people, posts = base.snapshot.people.ids, base.snapshot.posts.ids
    result = []
    for post in np.flatnonzero(was.seating.holder != now.seating.holder).tolist():
        then, since = int(was.seating.holder[post]), int(now.seating.holder[post])
        if then == OUTSIDER:
            name = base.snapshot["tenure"].raw("outsider")[int(base.tenure[post])] or "库外人员"
            again = Move(kind="appoint", outsider=name, post=posts[post], alone=True)
        elif then == VACANT:
            who = None if since == OUTSIDER else people[since]
            name = "库外人员" if since == OUTSIDER else ""
            again = Move(kind="remove", person=who, outsider=name, post=posts[post], alone=True)
        else:
            again = Move(
                kind="appoint", person=people[then], post=posts[post], also=True, alone=True
            )
        result.append(again)
    gone = sorted(set(was.retired) ^ set(now.retired))
    result += [Move(kind="retire", person=people[p], on=p in was.retired) for p in gone]
    return tuple(result)


def moves_of(plan: Plan, base: Seating) -> tuple[Move, ...]:
    """Write a plan as moves of a scenario; the first post of a linked group stands for it."""
    people, posts = base.snapshot.people.ids, base.snapshot.posts.ids
    return tuple(
        Move(kind="appoint", person=people[move.person], post=posts[move.to[0]], reason=move.reason)
        for move in plan.moves
    )


def _positions(base: Seating, move: Move) -> tuple[int, int]:
    people, posts = base.snapshot.people.positions, base.snapshot.posts.positions
    nobody = OUTSIDER if move.outsider else VACANT
    if move.person is not None and move.person not in people:
        raise UserError("方案里有一名干部已不在库中，请删除涉及该干部的调整")
    if move.post is not None and move.post not in posts:
        raise UserError("方案里有一个岗位已不在库中，请删除涉及该岗位的调整")
    person = nobody if move.person is None else people[move.person]
    return person, -1 if move.post is None else posts[move.post]
