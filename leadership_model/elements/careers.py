"""Questions about career rows: who served where, for how long, and who serves there now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from leadership_model.conditions.protocols import Column, NumberColumn
from leadership_model.conditions.tree import Part
from leadership_model.conditions.tri import Tri, constant
from leadership_model.elements import columns, spans
from leadership_model.elements.rows import Rows, may_be_more, together
from leadership_model.elements.source import Source
from leadership_model.elements.vocabulary import FIRST_MONTH, LAST_MONTH, LONGEST_CAREER
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.disputes import disputed
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints, Table, Texts
from leadership_model.people.verified import CAREER

What = str | tuple[Part, ...]
# A line of these kinds that names no level has none; elsewhere the level is not known.
UNRANKED = ("职级公务员", "一般干部", "专业技术", "村干部", "军官", "学习", "企业负责人", "其他")


@dataclass(frozen=True, slots=True)
class Careers:
    """The career rows seen at as_of in order of (person, start), months clipped to as_of."""

    rows: Rows
    at: Ints  # rows of the table
    start: Ints
    end: Ints
    job: Tri  # the row is no study
    second: Tri  # the row is 挂职
    open: Bools  # still running at as_of
    running: Ints  # the rows that are
    complete: Bools  # per person: every line is there and understood
    doubtful: Ints  # the rows that are not trusted: each may pass any filter
    plain: Tri  # the row is trusted to be no study and no 挂职; possible: it may be


@dataclass(frozen=True, slots=True)
class Matching:
    """The rows that surely, and possibly, pass a filter, each ascending."""

    sure: Ints
    possible: Ints


def careers(source: Source) -> Careers:
    """Read the career rows of a month, once."""
    return source.keep("careers", lambda: _read(source))


def _read(source: Source) -> Careers:
    table = source.snapshot["career_entry"]
    owner, start = table.owners(), table.ints("start")
    seen = np.flatnonzero((owner >= 0) & (start <= source.as_of))
    # One key instead of two: the rows lie almost in this order, which a stable sort makes use of.
    keys = owner[seen].astype(np.int64) * (1 << 32) + start[seen]
    at = seen[np.argsort(keys, kind="stable")].astype(np.int32)
    end = table.ints("end")[at]
    sure = table.ints("sure")
    understood = (sure >= source.confidence) | (table.ints("by_hand") == 1)
    doubted = disputed(source.snapshot, CAREER)
    trusted = (understood & (start >= 0))[at] & ~doubted[owner[at]]
    complete = _complete(source, table, at, trusted) & ~doubted
    start = start[at]
    rows = Rows(
        "履历",
        source.count,
        owner[at],
        trusted,
        _makers(source, table, at),
        may_be_more(~complete),
    )
    second = table.ints("secondment")[at]
    running = (end > source.as_of) | (end < 0)
    job, lent = _jobs(table, at), Tri(second == 1, (second == 1) | (second == UNKNOWN))
    return Careers(
        rows=rows,
        at=at,
        start=start,
        end=np.minimum(np.where(end < 0, source.as_of, end), source.as_of).astype(np.int32),
        job=job,
        second=lent,
        plain=Tri(trusted & job.sure & ~lent.possible, job.possible & ~lent.sure),
        open=running,
        running=np.flatnonzero(running).astype(np.int32),
        complete=complete,
        doubtful=np.flatnonzero(~trusted).astype(np.int32),
    )


def _complete(source: Source, table: Table, at: Ints, trusted: Bools) -> Bools:
    """Mark whose résumé is present with every line understood (or known not to exist)."""
    people = source.snapshot.people
    resume = people.texts("resume").codes
    has_rows = np.diff(table.starts) > 0
    doubtful = columns.any_of(table.owners()[at], ~trusted, source.count)
    known: Bools = ((resume >= 0) & has_rows) | (resume == ABSENT)
    return known & ~doubtful


def _jobs(table: Table, at: Ints) -> Tri:
    """Say which rows are no study: 其间 and 跨段 rows only where they name a post."""
    kind, post = table.texts("kind"), table.texts("post_kind")
    aside = kind.mask("其间", "跨段")[at]
    named = (post.codes[at] >= 0) & ~post.mask("学习", "其他")[at]
    second = table.ints("secondment")[at] == 1
    study = kind.mask("学习")[at] | post.mask("学习")[at] | (aside & ~named & ~second)
    return Tri(~study, ~study)


def _makers(source: Source, table: Table, at: Ints) -> Mapping[str, Callable[[], Column]]:
    """Say how each column of the rows is made; only those asked for are."""
    start, end = table.ints("start")[at], table.ints("end")[at]
    source = source.apart()

    def plain(name: str) -> Callable[[], Column]:
        return lambda: columns.choice(table.texts(name), at)

    def level() -> Column:
        found, post = table.texts("level"), table.texts("post_kind")
        none = (post.codes < 0) | post.mask(*UNRANKED)
        settled = np.where((found.codes == UNKNOWN) & none, ABSENT, found.codes)
        return columns.choice(Texts(settled.astype(np.int32), found.table), at)

    def functions() -> Column:
        everything = np.ones(len(at), dtype=np.bool_)
        names = codes.names("functions")
        return columns.sets(table.texts("functions"), names, at, empty_known=everything)

    def months() -> Column:
        stop = np.minimum(np.where(end < 0, source.as_of, end), source.as_of)
        return columns.numbers(np.where(start < 0, UNKNOWN, stop - start), 0, LONGEST_CAREER)

    def ended() -> Column:
        return columns.numbers(np.where(end > source.as_of, ABSENT, end), FIRST_MONTH, LAST_MONTH)

    return {
        **{name: plain(name) for name in ("kind", "unit_kind", "post_kind", "role", "area")},
        "level": level,
        "functions": functions,
        "unit_text": lambda: columns.text(columns.pick(table.raw("unit_text"), at)),
        "text": lambda: columns.text(columns.pick(table.raw("text"), at)),
        "secondment": lambda: columns.flags(table.ints("secondment")[at]),
        "own_unit": lambda: columns.flags(_same_unit(source, table, at)),
        "at_home": lambda: columns.flags(at_home(source, table.texts("area"), at, table.owners())),
        "start": lambda: columns.numbers(start, FIRST_MONTH, source.as_of),
        "end": ended,
        "months": months,
    }


def _same_unit(source: Source, table: Table, at: Ints) -> Ints:
    """Say whether a row was served in the unit the person belongs to now."""
    own = source.snapshot.people.ints("unit")[table.owners()[at]]
    there = table.ints("unit")[at]
    # A row whose unit is not one of this base was served elsewhere, if it was read at all.
    known = (own >= 0) & ((there >= 0) | (table.texts("unit_text").codes[at] >= 0))
    return np.where(known, own == there, UNKNOWN).astype(np.int32)


def at_home(source: Source, area: Texts, at: Ints, owner: Ints) -> Ints:
    """Say whether the area of rows `at` is the home area 成长地 of the person."""
    home = source.snapshot.people.texts("hometown")
    codes_of_home = np.array(
        [area.table.index(each) if each in area.table else len(area.table) for each in home.table]
        + [UNKNOWN],
        dtype=np.int32,
    )
    homes = np.where(home.codes >= 0, codes_of_home[home.codes], home.codes)[owner[at]]
    here = area.codes[at]
    return np.where((homes >= 0) & (here >= 0), homes == here, UNKNOWN).astype(np.int32)


def matching(source: Source, what: What) -> Matching:
    """Mark the career rows that pass a filter or satisfy all parts; kept per filter."""
    return source.keep(("matching", what), lambda: _match(source, what, careers(source)))


def _match(source: Source, what: What, found: Careers) -> Matching:
    branches, secondment = opened(source, what)
    jobs = not any(part.name == "类别" for branch in branches for part in branch)
    trusted = found.rows.trusted
    match jobs, secondment:
        case True, False:
            surely, possibly = found.plain.sure, found.plain.possible
        case True, True:
            surely, possibly = trusted & found.job.sure, found.job.possible
        case False, False:
            surely, possibly = trusted & ~found.second.possible, ~found.second.sure
        case _:
            surely, possibly = trusted, np.ones(len(trusted), dtype=np.bool_)
    sure, possible = [], [found.doubtful]
    for branch in branches:
        passed = found.rows.satisfying(branch)
        sure.append(passed.at[passed.sure & surely.take(passed.at)])
        possible.append(passed.at[possibly.take(passed.at)])
    return Matching(together(sure, len(trusted)), together(possible, len(trusted)))


def passing(source: Source, what: What, rows: Rows) -> Tri:
    """Say which rows satisfy all parts of one branch, taking each row at its word."""
    passed = constant(len(rows.owner), False)
    for branch in opened(source, what)[0]:
        passed = passed | rows.answer(branch)
    return passed


def opened(source: Source, what: What) -> tuple[tuple[tuple[Part, ...], ...], bool]:
    """Give the branches of a filter and whether it asks for 挂职 rows."""
    if isinstance(what, tuple):
        return (what,), any(part.name == "挂职" for part in what)
    found = source.catalogue.filter(what)
    if found is None:
        raise UserError(f"没有名为“{what}”的经历，请在经历目录里核对名称")
    asked = any(part.name == "挂职" for branch in found.branches for part in branch)
    return found.branches, found.secondment or asked


def served(source: Source, what: What) -> Tri:
    """Say who has ever passed a filter (曾任, the present job included)."""
    found, rows = careers(source), matching(source, what)
    sure, possible = np.zeros(source.count, np.bool_), ~found.complete
    sure[found.rows.owner.take(rows.sure)] = True
    possible[found.rows.owner.take(rows.possible)] = True
    return Tri(sure, possible)


def months_served(source: Source, what: What, *, longest: bool = False) -> NumberColumn:
    """Give the months in rows that pass a filter, overlapping rows once; an interval per person."""
    key = ("months", what, longest)
    return source.keep(key, lambda: _months(source, what, longest=longest))


def _months(source: Source, what: What, *, longest: bool) -> NumberColumn:
    found, rows = careers(source), matching(source, what)
    dated = rows.possible[found.start.take(rows.possible) >= 0]
    low, high = _measure(found, rows.sure, dated, source.count, longest=longest)
    high = np.where(found.complete, high, np.maximum(high, LONGEST_CAREER))
    return columns.interval(low, high, np.zeros(source.count, dtype=np.bool_))


def _measure(
    found: Careers, sure: Ints, possible: Ints, count: int, *, longest: bool
) -> tuple[Ints, Ints]:
    """Give each person's months in two lists of rows, measured in one go.

    The second list is measured as if its rows belonged to as many other people.
    """
    at = np.concatenate([sure, possible])
    owner = found.rows.owner.take(at)
    owner[len(sure) :] += count
    cut = spans.pieces(owner, found.start.take(at), found.end.take(at))
    months = (spans.longest if longest else spans.total)(cut, 2 * count)
    return months[:count], months[count:]


def lines_served(source: Source, what: What) -> NumberColumn:
    """Count the lines that pass a filter; two posts in one line count once."""
    found, rows = careers(source), matching(source, what)
    line = source.snapshot["career_entry"].ints("line")[found.at]

    def count(at: Ints) -> Ints:
        key = found.rows.owner[at].astype(np.int64) << 20 | line[at]
        owners = (np.unique(key) >> 20).astype(np.int64)
        return np.bincount(owners, minlength=source.count).astype(np.int32)

    low, high = count(rows.sure), count(rows.possible)
    more = np.where(found.complete, high, np.maximum(high, 99))
    return columns.interval(low, more, np.zeros(source.count, dtype=np.bool_))
