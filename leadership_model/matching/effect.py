"""What changed elements, filters, models or portraits do to the results, before they are saved.

Two worlds of the same people and seats are compared: teams that change state or score, questions
that gain or lose people, posts whose 资格 or scores move. Nothing that cannot differ is worked out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.impact import Shift
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.team import with_results
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn, Column, NumberColumn, SetColumn
from leadership_model.conditions.tree import Condition
from leadership_model.elements.dependents import affected
from leadership_model.elements.spread import gaps
from leadership_model.matching.scores import Scores
from leadership_model.people.table import Bools
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.requirement import Carried
from leadership_model.structure.usage import names_in, names_of_measure


@dataclass(frozen=True, slots=True)
class Difference:
    """People (positions) a question or element gains, loses, or holds another value of.

    `unsettled` are those of whom the answer can no longer, or only now, be said.
    """

    kind: str  # 要素, 查询
    title: str
    before: int
    after: int
    gained: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    unsettled: tuple[int, ...] = ()

    @property
    def any(self) -> bool:
        """Say whether anybody is concerned."""
        return bool(self.gained or self.lost or self.unsettled)


@dataclass(frozen=True, slots=True)
class PostShift:
    """Posts measured alike: who gains or loses the 资格, whose score moves, and how far at most."""

    title: str
    posts: tuple[int, ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]
    moved: tuple[int, ...]
    most: float  # the farthest a score moves, with its sign


@dataclass(frozen=True, slots=True)
class Effect:
    """Everything that is different: teams, questions, posts, and the elements themselves."""

    teams: tuple[Shift, ...]
    queries: tuple[Difference, ...]
    posts: tuple[PostShift, ...]
    elements: tuple[Difference, ...]

    @property
    def empty(self) -> bool:
        """Say whether no result changes."""
        return not (self.teams or self.queries or self.posts)

    def states(self) -> int:
        """Count the teams that change state."""
        return sum(each.moved for each in self.teams)


def effect(
    before: World,
    after: World,
    queries: Iterable[tuple[str, Condition]] = (),
    known: Sequence[Assessment] | None = None,
    pause: Pause = go_on,
) -> Effect:
    """Compare two worlds of the same people and seats.

    `queries` are questions with their titles; `known` the assessments of all teams by position, if
    they are there. `pause` is called between steps and may raise to stop.
    """
    names = affected(before.catalogue, after.catalogue)
    return Effect(
        tuple(_teams(before, after, names, known, pause)),
        tuple(_queries(before, after, names, queries, pause)),
        tuple(_posts(before, after, names, pause)),
        tuple(_elements(before, after, names)),
    )


# ---- teams


def _teams(
    before: World,
    after: World,
    names: frozenset[str],
    known: Sequence[Assessment] | None,
    pause: Pause,
) -> Iterator[Shift]:
    sheets = _sheets_differ(before, names)
    for team in range(len(before.snapshot.teams)):
        old, new = before.model(team), after.model(team)
        if old == new and (old is None or not _concerned(old, names, sheets)):
            continue
        pause()
        was = with_results(before, team, ()) if known is None else known[team]
        now = with_results(after, team, was.rules)
        shift = Shift(team, was, now)
        if shift.moved or _ends(was) != _ends(now):
            yield shift


def _ends(found: Assessment) -> tuple[object, ...]:
    return found.state_low, found.state_high, found.score_low, found.score_high


def _concerned(model: Model, names: frozenset[str], sheets: bool) -> bool:
    for requirement in model.requirements:
        if sheets and isinstance(requirement.measure, Carried):
            return True
        if not names.isdisjoint(names_of_measure(requirement.measure)):
            return True
    return False


def _sheets_differ(world: World, names: frozenset[str]) -> bool:
    scores = Scores(world)
    texts = {text for text in world.snapshot.posts.raw("requires") if text}
    return any(not names.isdisjoint(names_in(scores.condition(text))) for text in sorted(texts))


# ---- questions and elements


def _queries(
    before: World,
    after: World,
    names: frozenset[str],
    queries: Iterable[tuple[str, Condition]],
    pause: Pause,
) -> Iterator[Difference]:
    for title, condition in queries:
        if names.isdisjoint(names_in(condition)):
            continue
        pause()
        was, now = before.facts.tri(condition), after.facts.tri(condition)
        unsettled = (was.possible & ~was.sure) != (now.possible & ~now.sure)
        settled = (was.sure | ~was.possible) & (now.sure | ~now.possible)
        made = Difference(
            "查询",
            title,
            int(was.sure.sum()),
            int(now.sure.sum()),
            _people(now.sure & ~was.sure & settled),
            _people(was.sure & ~now.sure & settled),
            _people(unsettled),
        )
        if made.any:
            yield made


def _elements(before: World, after: World, names: frozenset[str]) -> Iterator[Difference]:
    """Say of how many people each element gives another value; new ones count whom they know."""
    for element in after.catalogue.elements:
        if element.label not in names:
            continue
        now = after.facts.column(element.label)
        known = gaps(now).known
        if before.catalogue.element(element.label) is None:
            yield Difference("要素", element.label, 0, int(known.sum()), _people(known))
            continue
        was = before.facts.column(element.label)
        moved = differs(was, now)
        count = int(gaps(was).known.sum())
        yield Difference("要素", element.label, count, int(known.sum()), unsettled=_people(moved))


def differs(one: Column, other: Column) -> Bools:
    """Mark the people of whom two columns say something different."""
    if type(one) is not type(other):
        return gaps(one).known | gaps(other).known
    match one, other:
        case NumberColumn(), NumberColumn():
            ends = (one.low != other.low) | (one.high != other.high)
            found: Bools = ends | (one.absent != other.absent) | (one.unknown != other.unknown)
            return found
        case ChoiceColumn(), ChoiceColumn():
            return np.not_equal(_texts(one), _texts(other)).astype(np.bool_)
        case SetColumn(), SetColumn():
            held = tuple(dict.fromkeys((*one.values, *other.values)))
            moved: Bools = (_bits(one, held) != _bits(other, held)).any(axis=1)
            moved |= one.open != other.open
            return moved
        case _:
            return np.not_equal(_texts(one), _texts(other)).astype(np.bool_)


def _texts(column: Column) -> NDArray[np.object_]:
    if isinstance(column, ChoiceColumn):
        names = np.array([*column.values, "\x00", "\x01"], dtype=object)
        found: NDArray[np.object_] = names[column.codes]
        return found
    texts = getattr(column, "texts", ())
    return np.array([text or "" for text in texts], dtype=object)


def _bits(column: SetColumn, values: tuple[str, ...]) -> Bools:
    places = {value: at for at, value in enumerate(column.values)}
    empty = np.zeros(len(column.bits), dtype=np.bool_)
    held = [column.bits[:, places[v]] if v in places else empty for v in values]
    return np.column_stack([empty, *held])


# ---- posts


def _posts(before: World, after: World, names: frozenset[str], pause: Pause) -> Iterator[PostShift]:
    was, now = Scores(before), Scores(after)
    groups: dict[tuple[object, ...], list[int]] = {}
    requires = before.snapshot.posts.raw("requires")
    for post in range(len(before.snapshot.posts)):
        old, new = was.portrait(post), now.portrait(post)
        if old == new and not _asked(old, names) and not _sheet_asks(was, requires[post], names):
            continue
        groups.setdefault((old and old.id, new and new.id, requires[post]), []).append(post)
    for posts in groups.values():
        pause()
        made = _shift(was, now, tuple(posts))
        if made.gained or made.lost or made.moved:
            yield made


def _asked(portrait: Portrait | None, names: frozenset[str]) -> bool:
    if portrait is None:
        return False
    conditions = [*portrait.qualifications]
    conditions += [w.condition for w in portrait.weights if w.condition is not None]
    graded = {w.element for w in portrait.weights if w.element is not None}
    return not names.isdisjoint(graded) or any(
        not names.isdisjoint(names_in(each)) for each in conditions
    )


def _sheet_asks(scores: Scores, text: str | None, names: frozenset[str]) -> bool:
    return bool(text) and not names.isdisjoint(names_in(scores.condition(text or "")))


def _shift(was: Scores, now: Scores, posts: tuple[int, ...]) -> PostShift:
    post = posts[0]
    old, new = was.qualified(post), now.qualified(post)
    low, high = was.of_post(post)
    low_now, high_now = now.of_post(post)
    by = np.where(np.abs(low_now - low) >= np.abs(high_now - high), low_now - low, high_now - high)
    moved = np.abs(by) > 1e-9
    most = float(by[np.argmax(np.abs(by))]) if len(by) else 0.0
    portrait = now.portrait(post) or was.portrait(post)
    title = portrait.label if portrait is not None else "岗位资格"
    return PostShift(
        title,
        posts,
        _people(new.sure & ~old.sure),
        _people(old.sure & ~new.sure),
        _people(moved),
        most,
    )


def _people(mask: Bools) -> tuple[int, ...]:
    return tuple(np.flatnonzero(mask).tolist())
