"""The portraits beside a model, with who meets what and how the present holders fit: no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.structure.model import Portrait
from leadership_model.structure.portrait_phrase import Item
from ui import names
from ui.pages.structure.portrait_terms import term_rows
from ui.pages.structure.work import short_name

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from ui.jobs import Control


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition of a portrait: its sentence, its points, who surely meets it.

    `sensitive`: which sensitive elements act in it, and by which basis; empty where none does.
    """

    text: str
    points: float
    people: tuple[str, ...]
    basis: str = ""
    sensitive: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """The present holder of a post a portrait speaks of."""

    person: str
    post: str
    name: str
    place: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PortraitView:
    """One portrait over all people."""

    portrait: Portrait
    qualifications: tuple[Asked, ...]
    weights: tuple[Asked, ...]
    holders: tuple[Holder, ...]
    vacant: tuple[str, ...]


def portraits(
    world: "World", category: str, teams: Sequence[int], control: "Control"
) -> tuple[PortraitView, ...]:
    """Work out the portraits of a category's key posts, or its general ones; for a job."""
    from leadership_model.matching.scores import Scores

    listed = dict.fromkeys(p for t in teams[:1] for p in world.portraits_of(t))
    found = [each for each in listed if each.category == category]
    if not teams:
        found = [each for each in world.portraits if each.category == category]
    keys = [each for each in found if each.key] or found
    scores = Scores(world)
    posts = [post for team in teams for post in world.seating.seats(team)]
    made = []
    for portrait in keys:
        control.check()
        own = [post for post in posts if scores.portrait(post) == portrait]
        made.append(_view(world, scores, portrait, own))
    return tuple(made)


def _view(world, scores, portrait: Portrait, posts: Sequence[int]) -> PortraitView:  # type: ignore[no-untyped-def]  # noqa: ANN001
    from leadership_model.conditions.sentence import write
    from leadership_model.matching.scores import value_of

    ids, snapshot = world.person_ids, world.snapshot

    def people(mask) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # noqa: ANN001
        return tuple(ids[at] for at in mask.nonzero()[0].tolist())

    told = {row.id: row for row in term_rows(portrait, world.catalogue)}
    asked = tuple(
        Asked(
            write(condition),
            0.0,
            people(world.facts.tri(condition).sure),
            term.basis or portrait.basis,
            told[Item("qualification", at).id].sensitive,
        )
        for at, (condition, term) in enumerate(portrait.qualified())
    )
    weights = tuple(
        Asked(
            each.label,
            each.points,
            people(value_of(each, world)[0] >= 1.0),
            each.basis,
            told[Item("weight", at).id].sensitive,
        )
        for at, each in enumerate(portrait.weights)
    )
    holders, vacant = [], []
    for post in posts:
        holder = int(world.seating.holder[post])
        if holder < 0:
            vacant += [snapshot.posts.ids[post]] if holder == -1 else []
            continue
        low, high = scores.of_post(post)
        team = int(snapshot.posts.owners()[post])
        holders.append(
            Holder(
                ids[holder],
                snapshot.posts.ids[post],
                names.person_name(snapshot, holder),
                short_name(snapshot, team),
                float(low[holder]),
                float(high[holder]),
            )
        )
    holders.sort(key=lambda each: (-each.low, -each.high, each.person))
    return PortraitView(portrait, asked, weights, tuple(holders), tuple(vacant))
