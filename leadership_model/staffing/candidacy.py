"""Several candidates for one post (n选1), ranked: the first acts until another is chosen."""

from collections.abc import Sequence
from dataclasses import replace

from leadership_model.staffing.move import Move


def candidates_of(moves: Sequence[Move], post: str) -> tuple[int, ...]:
    """Give the places of the moves that name a candidate for a post, in the order of candidates.

    Of those seated one after the other (first candidates) only the last one acts.
    """
    named = [at for at, move in enumerate(moves) if move.kind == "appoint" and move.post == post]
    first = [at for at in named if moves[at].order == 1][-1:]
    others = [at for at in named if moves[at].order > 1]
    return (*first, *sorted(others, key=lambda at: (moves[at].order, at)))


def next_order(moves: Sequence[Move], post: str) -> int:
    """Give the rank of one more candidate: 1 where there is none yet."""
    found = candidates_of(moves, post)
    return 1 if not found else max(moves[at].order for at in found) + 1


def chosen(moves: Sequence[Move], at: int) -> tuple[Move, ...]:
    """Let the candidate of a move act; those who stood before move one rank down."""
    move = moves[at]
    if move.kind != "appoint" or move.post is None or move.order == 1:
        return tuple(moves)
    ranked = [place for place in candidates_of(moves, move.post) if place != at]
    orders = {at: 1} | {place: rank for rank, place in enumerate(ranked, start=2)}
    return tuple(
        replace(each, order=orders[place]) if place in orders else each
        for place, each in enumerate(moves)
    )
