"""Rows of education, appraisal, sanction, family and tenure as of a month, with their gaps."""

from collections.abc import Callable

import numpy as np

from leadership_model import months
from leadership_model.conditions.protocols import ChoiceColumn, Column
from leadership_model.elements import columns
from leadership_model.elements.careers import careers
from leadership_model.elements.present import area_of_posts
from leadership_model.elements.rows import Gap, Rows, may_be_more, nothing_missing
from leadership_model.elements.source import Source
from leadership_model.elements.vocabulary import FIRST_MONTH, LAST_MONTH, LONGEST_CAREER
from leadership_model.people import codes, sanctions
from leadership_model.people.disputes import disputed, settled
from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN
from leadership_model.people.table import Bools, Ints, Table
from leadership_model.people.verified import EDUCATION

MODES = ("全日制", "在职")
LONGEST_MEMORY = 60  # years back that an appraisal may have been given


def rows_of(source: Source, kind: str) -> Rows:
    """Give the rows of one kind seen at as_of, worked out once."""
    match kind:
        case "履历":
            return careers(source).rows
        case "任职":
            return source.keep("任职", lambda: _tenures(source), seated=True)
        case "教育":
            return source.keep("教育", lambda: _educations(source))
        case "考核":
            return source.keep("考核", lambda: _appraisals(source))
        case "处分":
            return source.keep("处分", lambda: _sanctions(source))
        case "亲属":
            return source.keep("亲属", lambda: _relatives(source))
        case _:
            raise ValueError(f"没有“{kind}”这种记录")


def _trusted(at: Ints) -> Bools:
    return np.ones(len(at), dtype=np.bool_)


def _choice(table: Table, name: str, at: Ints) -> Callable[[], Column]:
    return lambda: columns.choice(table.texts(name), at)


def _text(table: Table, name: str, at: Ints) -> Callable[[], Column]:
    def make() -> Column:
        absent = table.texts(name).codes[at] == ABSENT
        return columns.text(columns.pick(table.raw(name), at), absent)

    return make


def _month(table: Table, name: str, at: Ints, high: int = LAST_MONTH) -> Callable[[], Column]:
    return lambda: columns.numbers(table.ints(name)[at], FIRST_MONTH, high, absent_possible=True)


def _educations(source: Source) -> Rows:
    """Educations that have begun or ended by as_of; a way without a row may have one."""
    table = source.snapshot["education"]
    owner, start, end = table.owners(), table.ints("start"), table.ints("end")
    at = np.flatnonzero(
        (owner >= 0) & (start <= source.as_of) & ((end <= source.as_of) | (end == OPEN))
    ).astype(np.int32)
    mode = table.texts("mode")
    doubted = disputed(source.snapshot, EDUCATION)
    lacking = np.stack(
        [
            doubted | ~columns.any_of(owner, (owner >= 0) & mode.mask(each), source.count)
            for each in MODES
        ],
        axis=1,
    )
    choices = ("mode", "schooling", "degree_level", "discipline")
    return Rows(
        "教育",
        source.count,
        owner[at],
        _trusted(at) & ~doubted[owner[at]],
        {
            **{name: _choice(table, name, at) for name in choices},
            **{name: _text(table, name, at) for name in ("degree", "school", "major")},
            **{name: _month(table, name, at) for name in ("start", "end")},
        },
        Gap(lacking, {"形式": ChoiceColumn(np.arange(2, dtype=np.int32), MODES)}),
    )


def _appraisals(source: Source) -> Rows:
    """Appraisals of the calendar years before as_of's; a year without a row may match."""
    table = source.snapshot["appraisal"]
    year, result = table.ints("year"), table.texts("result")
    seen = (table.owners() >= 0) & (year < months.year_of(source.as_of))
    at = np.flatnonzero(seen).astype(np.int32)
    years = past_years(source, LONGEST_MEMORY)
    missing = years_without(source, years)
    return Rows(
        "考核",
        source.count,
        table.owners()[at],
        (year >= 0)[at],
        {
            "year": lambda: columns.numbers(year[at], years[0], years[-1]),
            "result": lambda: columns.choice(result, at),
        },
        Gap(missing, {"年度": columns.numbers(years, 0, 0)}),
    )


def past_years(source: Source, count: int) -> Ints:
    """Give the last calendar years before as_of's, ascending."""
    this = months.year_of(source.as_of)
    return np.arange(this - count, this, dtype=np.int32)


def years_without(source: Source, years: Ints) -> Bools:
    """Mark, per person and year, where no appraisal is recorded though one may have been given.

    None before the year work began, none where the form says 无.
    """
    table, people = source.snapshot["appraisal"], source.snapshot.people
    owner, year = table.owners(), table.ints("year")
    known = (owner >= 0) & (year >= years[0]) & (year <= years[-1])
    missing = np.ones((source.count, len(years)), dtype=np.bool_)
    missing[owner[known], year[known] - years[0]] = False
    start = settled(source.snapshot, "work_start")
    began = np.where(start >= 0, start // 12, 0)
    missing &= years >= began[:, None]
    missing[people.texts("appraisal_text").codes == ABSENT] = False
    return missing


def sanctions_complete(source: Source) -> Bools:
    """Mark the people of whom every sanction is recorded: 奖惩 is 无, or every item was read."""
    people = source.snapshot.people
    none = people.texts("reward_text").codes == ABSENT
    known: Bools = (people.ints("rewards_complete") == 1) | none
    return known


def _sanctions(source: Source) -> Rows:
    table = source.snapshot["sanction"]
    owner, month = table.owners(), table.ints("month")
    at = np.flatnonzero((owner >= 0) & (month <= source.as_of)).astype(np.int32)
    ends = sanctions.end_spans(table)
    sure, possible = sanctions.in_force(month, ends, source.as_of)
    in_force = np.where(sure, 1, np.where(possible, UNKNOWN, 0)).astype(np.int32)
    last = source.as_of
    return Rows(
        "处分",
        source.count,
        owner[at],
        (month >= 0)[at],
        {
            "kind": _choice(table, "kind", at),
            "month": lambda: columns.numbers(month[at], FIRST_MONTH, last),
            "ends": lambda: columns.interval(
                np.maximum(ends.low[at], FIRST_MONTH),
                np.minimum(ends.high[at], LAST_MONTH),
                np.zeros(len(at), dtype=np.bool_),
            ),
            "in_force": lambda: columns.flags(in_force[at]),
        },
        may_be_more(~sanctions_complete(source)),
    )


def _relatives(source: Source) -> Rows:
    """Family members; the list of the form is never known to be complete."""
    table = source.snapshot["relative"]
    at = np.flatnonzero(table.owners() >= 0).astype(np.int32)

    def relation() -> Column:
        groups = codes.relation_groups()
        names = tuple(dict.fromkeys(groups.values()))
        places = {title: names.index(group) for title, group in groups.items()}
        return ChoiceColumn(table.texts("title").mapped(places)[at], names)

    def birth() -> Column:
        exact, year = table.ints("birth")[at], table.ints("birth_year")[at]
        by_year = (exact < 0) & (year > 0)
        low = np.where(exact >= 0, exact, np.where(by_year, year * 12, FIRST_MONTH))
        high = np.where(exact >= 0, exact, np.where(by_year, year * 12 + 11, source.as_of))
        return columns.interval(low, high, np.zeros(len(at), dtype=np.bool_))

    return Rows(
        "亲属",
        source.count,
        table.owners()[at],
        _trusted(at),
        {
            "title": _choice(table, "title", at),
            "relation": relation,
            "name": _text(table, "name", at),
            "birth": birth,
            "party": _choice(table, "party", at),
            "post_text": _text(table, "post_text", at),
            "deceased": lambda: columns.flags(table.ints("deceased")[at]),
        },
        may_be_more(np.ones(source.count, dtype=np.bool_)),
    )


def _tenures(source: Source) -> Rows:
    """Tenures up to as_of: past ones as recorded, present ones as the seating has them.

    A seat that a plan took away was held until as_of.
    """
    table, seating = source.snapshot["tenure"], source.seating
    person, start, end = table.ints("person"), table.ints("start"), table.ints("end")
    known = (person >= 0) & (table.ints("post") >= 0) & (start <= source.as_of)
    left = source.base.tenure[(source.base.holder >= 0) & (source.base.holder != seating.holder)]
    over = known & ((end <= source.as_of) | np.isin(np.arange(len(table)), left))
    recorded = np.flatnonzero(over)
    recorded = np.concatenate([recorded, [row for row in seating.attached if known[row]]])
    recorded = recorded.astype(np.int32)
    held = np.flatnonzero(seating.holder >= 0)
    post = np.concatenate([table.ints("post")[recorded], held]).astype(np.int32)
    begun = np.concatenate([start[recorded], seating.since[held]]).astype(np.int32)
    stop = np.where(np.isin(recorded, left), source.as_of, end[recorded])
    kind = table.texts("kind")
    present = np.where(seating.tenure[held] >= 0, kind.codes[seating.tenure[held]], UNKNOWN)
    kinds = np.concatenate([kind.codes[recorded], present]).astype(np.int32)
    return Rows(
        "任职",
        source.count,
        np.concatenate([person[recorded], seating.holder[held]]).astype(np.int32),
        begun >= 0,
        {
            "kind": lambda: ChoiceColumn(kinds, kind.table),
            **_of_posts(source, post),
            **_times(source, begun, np.concatenate([stop, np.full(len(held), OPEN)])),
        },
        nothing_missing(source.count),
    )


def _of_posts(source: Source, post: Ints) -> dict[str, Callable[[], Column]]:
    """Say how columns of seats are made, a row per post of `post`."""
    posts, teams = source.snapshot.posts, source.snapshot.teams
    team = posts.ints("team")[post]
    names = [*teams.raw("name"), None]  # a post without a team finds the last one
    category = teams.texts("category")
    categories = np.append(category.codes, UNKNOWN).astype(np.int32)
    source = source.apart()
    return {
        "post": _text(posts, "name", post),
        "team": lambda: columns.text([names[each] for each in team.tolist()]),
        "category": lambda: ChoiceColumn(categories[team], category.table),
        **{name: _choice(posts, name, post) for name in ("level", "role", "post_kind")},
        "functions": lambda: columns.sets(
            posts.texts("functions"), codes.names("functions"), post, empty_known=_trusted(post)
        ),
        "area": lambda: columns.choice(area_of_posts(source), post),
    }


def _times(source: Source, start: Ints, end: Ints) -> dict[str, Callable[[], Column]]:
    """Say how start, end and length of spans are made; what ends later has not ended."""
    length = np.where(start < 0, UNKNOWN, np.minimum(end, source.as_of) - start)
    ended, last = np.where(end > source.as_of, ABSENT, end), source.as_of
    return {
        "start": lambda: columns.numbers(start, FIRST_MONTH, last),
        "end": lambda: columns.numbers(ended, FIRST_MONTH, LAST_MONTH),
        "months": lambda: columns.numbers(length, 0, LONGEST_CAREER),
    }
