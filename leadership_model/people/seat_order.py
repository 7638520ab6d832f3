"""The order of posts inside a team, and which posts one person holds together (联职)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from leadership_model.people.post import Post

Pair = tuple[Post, Post]  # as read, as it shall be


def moved(posts: Sequence[Post], at: int, to: int) -> tuple[Pair, ...]:
    """Put the post at place `at` of its team at place `to`; the posts whose order changes.

    `posts` are all posts of the team in their present order. Orders are counted from 0 anew, so
    gaps and equal orders disappear.
    """
    wanted = list(posts)
    wanted.insert(max(0, min(to, len(posts) - 1)), wanted.pop(at))
    return tuple(
        (post, replace(post, order=place))
        for place, post in enumerate(wanted)
        if post.order != place
    )


def next_order(posts: Sequence[Post]) -> int:
    """Give the order of a post that is added at the end."""
    return max((post.order or 0 for post in posts), default=-1) + 1


def linked(posts: Sequence[Post], chosen: Sequence[str], group: str) -> tuple[Pair, ...]:
    """Let one person hold the chosen posts together: those whose group changes.

    `posts` are the chosen ones and all that are linked with any of them now. A post that would be
    left alone in its group is linked no more; with fewer than two chosen the group is dissolved.
    """
    together = set(chosen) if len(set(chosen)) > 1 else set[str]()
    wanted: dict[str, str | None] = {}
    for post in posts:
        apart = post.id in chosen or post.linked == group
        wanted[post.id] = group if post.id in together else None if apart else post.linked
    count = Counter(wanted.values())
    pairs = (
        (post, replace(post, linked=wanted[post.id] if count[wanted[post.id]] > 1 else None))
        for post in posts
    )
    return tuple(pair for pair in pairs if pair[0] != pair[1])
