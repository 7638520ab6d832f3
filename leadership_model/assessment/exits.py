"""Half-year by half-year over the whole base: who leaves a seat, whose term or probation ends.

One row for each person and seat, so that every count opens the people behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.forecast import Forecast
from leadership_model.assessment.reminders import Kind as Due
from leadership_model.assessment.reminders import reminders
from leadership_model.assessment.world import World

Kind = Literal["leave", "term", "post", "probation", "sanction"]
KIND_WORDS: dict[Kind, str] = {
    "leave": "到龄离任",
    "term": "任期届满",
    "post": "任现职年限",
    "probation": "试用期满",
    "sanction": "影响期满",
}
DUES: dict[Due, Kind] = {
    "term": "term",
    "post": "post",
    "probation": "probation",
    "sanction": "sanction",
}
HALF = 6  # months of a window


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """What concerns one person in one seat in a month. Positions; `head`: the seat is a 正职."""

    month: int
    kind: Kind
    person: int
    post: int
    team: int
    head: bool
    text: str


def windows(first: int, last: int, length: int = HALF) -> tuple[tuple[int, int], ...]:
    """Give the windows after month `first` up to `last`, both ends of each included."""
    starts = range(first + 1, last + 1, length)
    return tuple((start, min(start + length - 1, last)) for start in starts)


def exits(world: World, survey: Sequence[Assessment], found: Forecast) -> tuple[Exit, ...]:
    """List everything of the forecast's months by month, kind and seat.

    Who has left already at the forecast's first month stands there with that month.
    """
    made = [*_leaving(world, found), *_due(world, survey, found)]
    order = list(KIND_WORDS)
    return tuple(sorted(made, key=lambda e: (e.month, order.index(e.kind), e.post, e.person)))


def _leaving(world: World, found: Forecast) -> Iterator[Exit]:
    book = world.book.at(world.as_of)
    for each in found.departures:
        rule = book.get(each.rule)
        title = each.rule if rule is None else f"{rule.title}（{each.rule}）"
        yield _exit(world, each.month, "leave", each.person, each.post, title)


def _due(world: World, survey: Sequence[Assessment], found: Forecast) -> Iterator[Exit]:
    holder = world.seating.holder
    for each in reminders(world, survey, found.first + 1, found.last):
        kind = DUES.get(each.kind)
        if kind is None:
            continue
        if kind == "term":  # a term ends for everybody in the team
            for post in world.member_seats(each.team).tolist():
                if holder[post] >= 0:
                    yield _exit(world, each.month, kind, int(holder[post]), post, each.text)
        elif each.post >= 0 and each.person >= 0:
            yield _exit(world, each.month, kind, each.person, each.post, each.text)


def _exit(world: World, month: int, kind: Kind, person: int, post: int, text: str) -> Exit:
    posts = world.snapshot.posts
    return Exit(
        month=month,
        kind=kind,
        person=person,
        post=post,
        team=int(posts.owners()[post]),
        head=posts.raw("role")[post] == "正职" and posts.raw("member")[post] is not False,
        text=text,
    )


def window_name(window: tuple[int, int]) -> str:
    """Name a window by its last month: 2027-05."""
    return months.show_iso(window[1])
