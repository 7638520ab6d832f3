"""Which portrait a post is measured by: its own, its kind's, or its category's general weights."""

from collections.abc import Sequence

from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.structure.categories import same
from leadership_model.structure.model import Portrait


def portrait_of(post: Post, team: Team, portraits: Sequence[Portrait]) -> Portrait | None:
    """Choose the portrait of a post: the closest fit wins, the first among equals; None = none."""
    best: Portrait | None = None
    best_closeness = 0
    for portrait in portraits:
        closeness = _closeness(portrait, post, team)
        if closeness > best_closeness:
            best, best_closeness = portrait, closeness
    return best


def _closeness(portrait: Portrait, post: Post, team: Team) -> int:
    """Weigh how closely a portrait fits: 0 not at all; the more it names, the closer."""
    if portrait.post is not None:
        return 100 if portrait.post == post.id else 0
    if not same(portrait.category, team.category):
        return 0
    closeness = 1
    for wanted, have, weight in (
        (portrait.post_kind, post.post_kind, 8),
        (portrait.role, post.role, 4),
        (portrait.place, team.place, 2),
    ):
        if wanted is None:
            continue
        if wanted != have:
            return 0
        closeness += weight
    return closeness
