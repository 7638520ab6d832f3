"""Who serves where now (现任): the seats of the seating and the open career rows.

A person whose seats a plan changed has left the job his open career row tells of.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from leadership_model.conditions.protocols import Column
from leadership_model.conditions.tri import Tri
from leadership_model.elements import columns, spans
from leadership_model.elements.careers import (
    Careers,
    What,
    at_home,
    careers,
    matching,
    opened,
    passing,
)
from leadership_model.elements.rows import Rows, nothing_missing
from leadership_model.elements.source import Source
from leadership_model.elements.vocabulary import FIRST_MONTH, LONGEST_CAREER
from leadership_model.people import codes
from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN
from leadership_model.people.table import Bools, Ints, Texts


def serving(source: Source, what: What, measure: str, months: int | None) -> Tri:
    """Say who serves now where a filter says, and for as many months when asked."""
    found, rows, seats = careers(source), matching(source, what), seat_rows(source)
    stays = found.running[~source.moved()[found.rows.owner[found.running]]]
    here = passing(source, what, seats)
    if not opened(source, what)[1]:
        here = here & ~_attached(source)
    ask = Asked(measure == "连续", months)
    sure = _reach(source, np.intersect1d(stays, rows.sure, assume_unique=True), here.sure, ask)
    possible = _reach(
        source, np.intersect1d(stays, rows.possible, assume_unique=True), here.possible, ask
    )
    return Tri(sure, possible | ~_known(source, found))


@dataclass(frozen=True, slots=True)
class Asked:
    """For how long one must have served: in one stretch or all in all; None: at all."""

    longest: bool
    months: int | None


def _known(source: Source, found: Careers) -> Bools:
    """Mark the people whose present job is known: a seat, or an open row that was understood."""
    known = columns.any_of(found.rows.owner, found.open & found.rows.trusted, source.count)
    return known | source.seating.seated() | found.complete


def _reach(source: Source, at: Ints, held: Bools, ask: Asked) -> Bools:
    """Mark who serves in one of the career rows `at` or of the seats held, for long enough."""
    found, seats = careers(source), seat_rows(source)
    owner = np.concatenate([found.rows.owner[at], seats.owner[held]])
    if ask.months is None:
        return columns.any_of(owner, np.ones(len(owner), dtype=np.bool_), source.count)
    begun = _seat_start(source)[held]
    start = np.concatenate([found.start[at], np.where(begun < 0, source.as_of, begun)])
    order = np.lexsort((start, owner))
    end = np.full(len(owner), source.as_of, dtype=np.int32)
    cut = spans.pieces(owner[order], start[order], end)
    measure = spans.longest if ask.longest else spans.total
    enough: Bools = measure(cut, source.count) >= ask.months
    return enough


def _held(source: Source) -> tuple[Ints, Ints]:
    """Give the posts held by people, then the rows of 挂职 and 提名 tenures."""
    held = np.flatnonzero(source.seating.holder >= 0).astype(np.int32)
    people = source.snapshot["tenure"].ints("person")
    attached = [row for row in source.seating.attached if people[row] >= 0]
    return held, np.array(attached, dtype=np.int32)


def _attached(source: Source) -> Tri:
    """Mark the seat rows that are 挂职 or 提名."""
    held, attached = _held(source)
    mask = np.arange(len(held) + len(attached)) >= len(held)
    return Tri(mask, mask)


def _seat_start(source: Source) -> Ints:
    held, attached = _held(source)
    starts = source.snapshot["tenure"].ints("start")[attached]
    return np.concatenate([source.seating.since[held], starts]).astype(np.int32)


def seat_rows(source: Source) -> Rows:
    """Give the present seats as career rows: what 现任 and 曾任 ask is written alike."""
    return source.keep("seat rows", lambda: _seat_rows(source), seated=True)


def _seat_rows(source: Source) -> Rows:
    held, attached = _held(source)
    tenures = source.snapshot["tenure"]
    post = np.concatenate([held, tenures.ints("post")[attached]]).astype(np.int32)
    owner = np.concatenate([source.seating.holder[held], tenures.ints("person")[attached]])
    return Rows(
        "履历",
        source.count,
        owner.astype(np.int32),
        np.ones(len(post), dtype=np.bool_),
        _makers(source, post, owner, len(held)),
        nothing_missing(source.count),
    )


def _makers(
    source: Source, post: Ints, owner: Ints, held: int
) -> Mapping[str, Callable[[], Column]]:
    posts, units = source.snapshot.posts, source.snapshot["unit"]
    unit = unit_of_posts(source)[post]
    there = np.maximum(unit, 0)
    start = _seat_start(source)
    everything = np.ones(len(post), dtype=np.bool_)

    def of_unit(name: str) -> Texts:
        found = units.texts(name)
        if not len(units):
            return Texts(np.full(len(post), UNKNOWN, dtype=np.int32), ())
        here = np.where(unit >= 0, found.codes[there], UNKNOWN)
        return Texts(here.astype(np.int32), found.table)

    def own_unit() -> Column:
        own = source.snapshot.people.ints("unit")[owner]
        return columns.flags(np.where((own >= 0) & (unit >= 0), own == unit, UNKNOWN))

    names = units.raw("name")
    source = source.apart()
    return {
        "kind": lambda: columns.choice(Texts(np.zeros(len(post), dtype=np.int32), ("任职",))),
        "unit_kind": lambda: columns.choice(of_unit("kind")),
        "post_kind": lambda: columns.choice(posts.texts("post_kind"), post),
        "level": lambda: columns.choice(posts.texts("level"), post),
        "role": lambda: columns.choice(posts.texts("role"), post),
        "functions": lambda: columns.sets(
            posts.texts("functions"), codes.names("functions"), post, empty_known=everything
        ),
        "area": lambda: columns.choice(area_of_posts(source), post),
        "unit_text": lambda: columns.text([names[u] if u >= 0 else None for u in unit.tolist()]),
        "text": lambda: columns.text(columns.pick(posts.raw("name"), post)),
        "secondment": lambda: columns.flag_of(np.arange(len(post)) >= held),
        "own_unit": own_unit,
        "at_home": lambda: columns.flags(
            at_home(source, area_of_posts(source), post, _owner_by_post(source, post, owner))
        ),
        "start": lambda: columns.numbers(start, FIRST_MONTH, source.as_of),
        "end": lambda: columns.numbers(np.full(len(post), ABSENT, dtype=np.int32), 0, OPEN),
        "months": lambda: columns.numbers(
            np.where(start < 0, UNKNOWN, source.as_of - start), 0, LONGEST_CAREER
        ),
    }


def _owner_by_post(source: Source, post: Ints, owner: Ints) -> Ints:
    """Give each post's person, for looking up by post."""
    found = np.zeros(len(source.snapshot.posts), dtype=np.int32)
    found[post] = owner
    return found


def unit_of_posts(source: Source) -> Ints:
    """Give the unit of each post, through its team; UNKNOWN where the team names none."""
    return source.keep("unit of posts", lambda: _unit_of_posts(source))


def _unit_of_posts(source: Source) -> Ints:
    team = source.snapshot.posts.ints("team")
    units = np.append(source.snapshot.teams.ints("unit"), UNKNOWN)
    return units[np.where(team >= 0, team, -1)].astype(np.int32)


def area_of_posts(source: Source) -> Texts:
    """Give the area of each post: of its team, else of the team's unit."""
    return source.keep("area of posts", lambda: _area_of_posts(source))


def _area_of_posts(source: Source) -> Texts:
    areas = [*source.snapshot.teams.raw("area"), None]
    of_units = [*source.snapshot["unit"].raw("area"), None]
    known: dict[str, int] = {}
    found = []
    for team, unit in zip(
        source.snapshot.posts.ints("team").tolist(), unit_of_posts(source).tolist(), strict=True
    ):
        area = areas[team] or of_units[unit]
        found.append(UNKNOWN if area is None else known.setdefault(area, len(known)))
    return Texts(np.array(found, dtype=np.int32), tuple(known))
