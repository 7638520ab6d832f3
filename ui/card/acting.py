"""Which sensitive elements act on the posts somebody holds, each with its legal basis. No Qt."""

from typing import TYPE_CHECKING

from ui import names

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


def acting(world: "World", person: int) -> tuple[str, ...]:
    """Say it post by post; nothing where neither sheet nor portrait uses any."""
    from leadership_model.matching.scores import Scores

    scores = Scores(world)
    return tuple(
        f"{names.post_name(world.snapshot, post)}：{told}"
        for post in world.seating.posts_of(person).tolist()
        for told in scores.sensitive(post)
    )
