"""Rankings, details and matrices, worked out in jobs: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.matching.case import Case, Standing, case, standing
from leadership_model.matching.fit import Fit
from leadership_model.matching.rank import Ranking, held_back, rank_people, rank_posts
from leadership_model.matching.reasons import explain, explain_all
from leadership_model.matching.scores import Scores, value_of
from leadership_model.people.held import held
from leadership_model.people.seating import VACANT
from ui.jobs import Control

FIRST = 24  # rows whose details come with the ranking
SOON = 12  # months
TONES = ("c1", "c2", "c6", "c3", "c4", "c5")


@dataclass(frozen=True, slots=True)
class Part:
    """One weighted condition of a portrait: name, share of 100, points of every row."""

    label: str
    share: float
    tone: str
    got: NDArray[np.float64]  # points out of 100, by person


@dataclass(slots=True)
class Ground:
    """What is kept of one world: the scores and the details already worked out."""

    world: World
    scores: Scores
    fits: dict[tuple[int, int], Fit] = field(default_factory=dict)
    briefs: dict[tuple[int, int], Fit] = field(default_factory=dict)

    def brief(self, pairs: Sequence[tuple[int, int]]) -> list[Fit]:
        """Give the fits of pairs without the effect on the team, where nobody asked for it yet."""
        missing = [each for each in pairs if each not in self.fits and each not in self.briefs]
        told = explain_all(self.scores, missing, effect=False)
        self.briefs |= dict(zip(missing, told, strict=True))
        return [self.fits.get(each) or self.briefs[each] for each in pairs]

    def fit(self, person: int, post: int) -> Fit:
        """Give the fit of a pair, worked out once."""
        key = (person, post)
        if key not in self.fits:
            self.fits[key] = explain(self.scores, person, post)
        return self.fits[key]

    def standing(self, fit: Fit) -> Standing:
        """Say how a pair stands in few words."""
        return standing(fit)


@dataclass(frozen=True, slots=True)
class Listing:
    """One ranking: of people for `post`, or of posts for `person` (the other is -1)."""

    ground: Ground
    ranking: Ranking
    post: int
    person: int
    parts: tuple[Part, ...] = ()
    tied: frozenset[tuple[int, int]] = frozenset()
    held: int = 0  # how many are left out because they are held 暂缓使用

    @property
    def for_post(self) -> bool:
        """Whether people are ranked."""
        return self.post >= 0

    def pair(self, row: int) -> tuple[int, int]:
        """Give person and post of a row."""
        item = int(self.ranking.items[row])
        return (item, self.post) if self.for_post else (self.person, item)

    def known(self, row: int) -> Fit | None:
        """Give the details of a row if they are there."""
        return self.ground.fits.get(self.pair(row))

    def counts(self) -> tuple[int, int, int]:
        """How many are eligible, in doubt, not eligible."""
        found = np.bincount(self.ranking.eligible, minlength=3)
        return int(found[2]), int(found[1]), int(found[0])


def ground_of(world: World, control: Control | None = None) -> Ground:
    """Lay the ground of a world; the first ranking is made so that others are quick."""
    made = Ground(world, Scores(world))
    if len(world.snapshot.posts) and world.facts.count:
        if control is not None:
            control.check()
        rank_people(made.scores, 0)
    return made


def people_for(ground: Ground, post: int, above: bool, control: Control | None = None) -> Listing:
    """Rank people for a post, with the details of the first rows.

    People whose level is above the post's are asked only if wanted.
    """
    ranking = rank_people(ground.scores, post, above=above)
    back = held_back(ground.world, post, above=above)
    listing = Listing(ground, ranking, post, -1, parts_of(ground, post), _tied(ranking), back)
    fill(listing, range(min(FIRST, len(ranking))), control)
    return listing


def posts_for(ground: Ground, person: int, lower: bool, control: Control | None = None) -> Listing:
    """Rank posts for a person, vacant ones first, with the details of the first rows."""
    ranking = rank_posts(ground.scores, person, lower=lower)
    back = int(held(ground.world.snapshot, ground.world.as_of)[person])
    listing = Listing(ground, ranking, -1, person, (), _tied(ranking), back)
    fill(listing, range(min(FIRST, len(ranking))), control)
    return listing


def fill(listing: Listing, rows: Sequence[int], control: Control | None = None) -> Listing:
    """Work out the details of some rows."""
    for row in rows:
        if control is not None:
            control.check()
        listing.ground.fit(*listing.pair(row))
    return listing


def reasons(ground: Ground, person: int, post: int, _control: Control | None = None) -> Case:
    """Work out everything about one pair."""
    return case(ground.scores, person, post)


def parts_of(ground: Ground, post: int) -> tuple[Part, ...]:
    """Give the weighted conditions of a post with everybody's points."""
    portrait = ground.scores.portrait(post)
    total = sum(each.points for each in portrait.weights) if portrait is not None else 0.0
    if portrait is None or not total:
        return ()
    return tuple(
        Part(
            each.label,
            100.0 * each.points / total,
            TONES[number % len(TONES)],
            100.0 * each.points / total * value_of(each, ground.world)[0],
        )
        for number, each in enumerate(portrait.weights)
    )


def _tied(ranking: Ranking) -> frozenset[tuple[int, int]]:
    """List the (eligibility, rank) that several share."""
    pairs = list(zip(ranking.eligible.tolist(), ranking.rank.tolist(), strict=True))
    seen: set[tuple[int, int]] = set()
    found: set[tuple[int, int]] = set()
    for pair in pairs:
        (found if pair in seen else seen).add(pair)
    return frozenset(found)


# ---- words


def standing_words(found: Standing, as_of: int) -> str:
    """Say how a pair stands; a near miss with what is lacking and the month."""
    if found.month is None:
        return found.words
    return f"差 {found.month - as_of} 个月，{months.show_iso(found.month)} 符合"


def is_vacant(world: World, post: int) -> bool:
    """Say whether a post has no holder."""
    return int(world.seating.holder[post]) == VACANT
