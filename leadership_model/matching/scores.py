"""Everybody's score and 资格 for a post, as vectors: the one computation both directions read.

score = 100 x sum(p v) / sum(p) over the post's weighted conditions. v is 1 or 0 for a condition,
linear between `start` and `full` for a graded number; what is unknown counts 0 in score_low and 1
in score_high (a number known only within bounds counts at its two ends).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import Column, NumberColumn
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.conditions.tri import Tri, constant
from leadership_model.matching.portraits import portrait_of
from leadership_model.people.table import Ints
from leadership_model.structure.model import Portrait, Weight
from leadership_model.structure.sensitive import Acting, acting, acting_in_sheet

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """Score vectors per portrait and 资格 vectors per requirement sheet, made when asked for."""

    world: World
    _portraits: dict[int, Portrait | None] = field(default_factory=dict, repr=False)
    _vectors: dict[str, tuple[Doubles, Doubles]] = field(default_factory=dict, repr=False)
    _sheets: dict[str, Tri] = field(default_factory=dict, repr=False)
    _acting: dict[tuple[str, str], tuple[Acting, ...]] = field(default_factory=dict, repr=False)
    _numbers: dict[str, Ints] = field(default_factory=dict, repr=False)
    _partners: list[Ints] = field(default_factory=list, repr=False)
    _teams: dict[int, float | None] = field(default_factory=dict, repr=False)

    def portrait(self, post: int) -> Portrait | None:
        """Give the portrait a post is measured by."""
        if post not in self._portraits:
            snapshot = self.world.seating.snapshot
            record = snapshot.posts.record(post)
            at = int(snapshot.posts.owners()[post])
            team = snapshot.teams.record(at)
            self._portraits[post] = portrait_of(record, team, self.world.portraits_of(at))
        return self._portraits[post]

    def linked(self, post: int) -> tuple[int, ...]:
        """Give the posts that go to one holder together with a post (联职), itself first."""
        return self.world.seating.linked(post)

    def team_score(self, team: int) -> float | None:
        """Give the score_low of a team as it is; None when 未配置."""
        if team not in self._teams:
            self._teams[team] = assess(self.world, team, with_rules=False).score_low
        return self._teams[team]

    def partners(self) -> tuple[Ints, ...]:
        """Give for each post its first, second ... linked post; -1 where it has none."""
        if not self._partners:
            others = [self.linked(p)[1:] for p in range(len(self.world.seating.snapshot.posts))]
            for depth in range(max(map(len, others), default=0)):
                each = [found[depth] if depth < len(found) else -1 for found in others]
                self._partners.append(np.array(each, dtype=np.int32))
        return tuple(self._partners)

    def of_post(self, post: int) -> tuple[Doubles, Doubles]:
        """Give score_low and score_high of everybody for a post; zeros where it has no weights."""
        key = self._portrait_key(post)
        if key not in self._vectors:
            portrait = self.portrait(post)
            weights = () if portrait is None else portrait.weights
            self._vectors[key] = self._score(weights)
        return self._vectors[key]

    def sheet(self, post: int) -> tuple[Condition, ...]:
        """Give the 资格 conditions of a post: its requirement sheet and its portrait's."""
        text = self.world.seating.snapshot.posts.raw("requires")[post]
        own = (self.condition(text),) if text else ()
        portrait = self.portrait(post)
        return own + (portrait.qualifications if portrait is not None else ())

    def acting(self, post: int) -> tuple[Acting, ...]:
        """List the conditions of a post's sheet and portrait in which sensitive elements act."""
        posts, names = self.world.seating.snapshot.posts, self.world.catalogue
        key = (self._sheet_key(post), posts.raw("basis")[post] or "")
        if key not in self._acting:
            text, portrait = posts.raw("requires")[post], self.portrait(post)
            own = acting_in_sheet(self.condition(text), key[1], names) if text else ()
            weighed = acting(portrait, names) if portrait is not None else ()
            self._acting[key] = (*own, *weighed)
        return self._acting[key]

    def sensitive(self, post: int) -> tuple[str, ...]:
        """Say which sensitive elements act on a post's ranking, each with its legal basis."""
        return tuple(each.shown for each in self.acting(post))

    def sensitive_of(self, posts: Iterable[int]) -> tuple[str, ...]:
        """Say it of several posts, linked ones 联职 included, each line once."""
        every = (seat for post in dict.fromkeys(posts) for seat in self.linked(post))
        return tuple(dict.fromkeys(line for seat in every for line in self.sensitive(seat)))

    def condition(self, text: str) -> Condition:
        """Read the sentence of a requirement sheet."""
        return parse(text, self.world.catalogue)

    def of_person(self, person: int, posts: Ints) -> tuple[Doubles, Doubles]:
        """Give score_low and score_high of one person for many posts."""
        numbers = self.portrait_numbers()[posts]
        low, high = np.zeros(len(posts)), np.zeros(len(posts))
        for number in np.unique(numbers):
            at = np.flatnonzero(numbers == number)
            least, most = self.of_post(int(posts[at[0]]))
            low[at], high[at] = least[person], most[person]
        return low, high

    def portrait_numbers(self) -> Ints:
        """Number the posts by portrait: equal numbers are measured alike."""
        return self._numbered("portrait", self._portrait_key)

    def sheet_numbers(self) -> Ints:
        """Number the posts by 资格: equal numbers ask the same."""
        return self._numbered("sheet", self._sheet_key)

    def _numbered(self, name: str, key_of: Callable[[int], str]) -> Ints:
        if name not in self._numbers:
            seen: dict[str, int] = {}
            count = len(self.world.seating.snapshot.posts)
            keys = (key_of(post) for post in range(count))
            self._numbers[name] = np.fromiter(
                (seen.setdefault(key, len(seen)) for key in keys), dtype=np.int32, count=count
            )
        return self._numbers[name]

    def _portrait_key(self, post: int) -> str:
        portrait = self.portrait(post)
        return "" if portrait is None else portrait.id

    def _sheet_key(self, post: int) -> str:
        text = self.world.seating.snapshot.posts.raw("requires")[post] or ""
        return f"{self._portrait_key(post)}|{text}"

    def qualified(self, post: int) -> Tri:
        """Say of everybody whether the 资格 conditions of a post hold."""
        key = self._sheet_key(post)
        if key not in self._sheets:
            answer = constant(len(self.world.seating.snapshot.people), True)
            for condition in self.sheet(post):
                answer = answer & self.world.facts.tri(condition)
            self._sheets[key] = answer
        return self._sheets[key]

    def _score(self, weights: Sequence[Weight]) -> tuple[Doubles, Doubles]:
        count = len(self.world.seating.snapshot.people)
        low, high = np.zeros(count), np.zeros(count)
        total = sum(weight.points for weight in weights)
        if not total:
            return low, high
        for weight in weights:
            least, most = value_of(weight, self.world)
            low += weight.points * least
            high += weight.points * most
        return 100.0 * low / total, 100.0 * high / total


def value_of(weight: Weight, world: World) -> tuple[Doubles, Doubles]:
    """Give v of one weighted condition for everybody, at its low and its high end (0 to 1)."""
    if weight.condition is not None:
        answer = world.facts.tri(weight.condition)
        return answer.sure.astype(np.float64), answer.possible.astype(np.float64)
    if weight.element is None:
        raise ValueError(f"权重“{weight.label}”既没有条件也没有要素")
    return _graded(world.facts.column(weight.element), weight)


def _graded(column: Column, weight: Weight) -> tuple[Doubles, Doubles]:
    if not isinstance(column, NumberColumn):
        raise ValueError(f"权重“{weight.label}”要按数值计分，要素“{weight.element}”却不是数值")
    span = weight.full - weight.start
    # Columns are float32; divided as such, 24 of 36 months would leave digits that mean nothing.
    values = (column.low.astype(np.float64), column.high.astype(np.float64))
    ends = [np.clip((end - weight.start) / span, 0.0, 1.0) for end in values]
    least = np.where(column.absent | column.may_be_absent, 0.0, np.minimum(*ends))
    most = np.where(column.absent, 0.0, np.maximum(*ends))
    return least, most
