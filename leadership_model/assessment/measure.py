"""The measured value of each kind of requirement, as an interval over all fillings of the unknown.

`members` are rows of the vectors (the last row is the outsider, once for each). What is unknown of
two people, or of two rows of one person's vector, is filled independently. Under that reading the
interval is exact for condition counts, means, extents, cover, distinct, concentration and for
ladders of usual size; for `shared_pairs` and for ladders with very many unknown members it is a
sound hull: the true values lie inside, its ends may not be reached.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.vector import Answers, Choices, Numbers, Sets
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints
from leadership_model.structure.requirement import Rung

MANY_STATES = 3000  # above it a ladder is bounded rung by rung instead of walked


@dataclass(frozen=True, slots=True)
class Measured:
    """x lies in [low, high]; both None when there is nobody to measure.

    `people`, `unknown` are rows of the vectors: who counts, and of whom it cannot be said.
    """

    low: float | None
    high: float | None
    people: Ints
    unknown: Ints


def count(answers: Answers, members: Ints) -> Measured:
    """Count the members who satisfy a condition."""
    sure, possible = answers.sure[members], answers.possible[members]
    low, high = _times(sure), _times(possible)
    return Measured(low, high, members[sure], members[possible & ~sure])


def breaches(answers: Answers, members: Ints) -> Measured:
    """Count the members who break a condition."""
    sure, possible = ~answers.possible[members], ~answers.sure[members]
    low, high = _times(sure), _times(possible)
    return Measured(low, high, members[sure], members[possible & ~sure])


def mean(numbers: Numbers, members: Ints) -> Measured:
    """Give the mean over all members; 无 counts as 0 and the denominator is always everybody."""
    if not len(members):
        return Measured(None, None, members, members)
    low = float(numbers.floor(members).sum()) / len(members)
    high = float(numbers.ceiling(members).sum()) / len(members)
    return Measured(low, high, *_known(numbers, members))


def extent(numbers: Numbers, members: Ints) -> Measured:
    """Give largest minus smallest; 0 where fewer than two members have a value."""
    if not len(members):
        return Measured(None, None, members, members)
    absent, doubtful = numbers.absent[members], numbers.may_be_absent[members]
    low, high = numbers.low[members], numbers.high[members]
    least = most = 0.0
    sure = ~(absent | doubtful)
    if sure.sum() > 1:
        least = max(0.0, float(low[sure].max() - high[sure].min()))
    if (~absent).sum() > 1:
        # Largest over pairs of *different* members: one person's own doubt is no difference.
        spans = high[~absent][:, None] - low[~absent][None, :]
        np.fill_diagonal(spans, 0.0)
        most = float(spans.max())
    return Measured(least, most, *_known(numbers, members))


def ladder(numbers: Numbers, rungs: Sequence[Rung], members: Ints) -> Measured:
    """Sum over the rungs the members missing or too many."""
    options = [options_of(numbers, rungs, int(member)) for member in members]
    fixed = [0] * len(rungs)
    for each in options:
        if len(each) == 1 and each[0] >= 0:
            fixed[each[0]] += 1
    doubtful = [each for each in options if len(each) > 1]
    low, high = _ladder_ends(rungs, fixed, doubtful)
    return Measured(low, high, *_known(numbers, members))


def cover(values: Choices | Sets, wanted: Sequence[str], each: int, members: Ints) -> Measured:
    """Count the wanted values that `each` members or more hold."""
    if isinstance(values, Sets):
        columns = [values.values.index(value) for value in wanted if value in values.values]
        bits, more = values.bits[members][:, columns], values.open[members]
        sure = bits.sum(axis=0)
        could = sure + (~bits & more[:, None]).sum(axis=0)
        low, high = _times(sure >= each), _times(could >= each)
        return Measured(low, high, members[bits.any(axis=1)], members[more & ~bits.all(axis=1)])
    codes = values.codes[members]
    low, high = _cover_ends(values, wanted, each, codes)
    held = np.isin(codes, [values.values.index(v) for v in wanted if v in values.values])
    return Measured(low, high, members[held], members[codes == UNKNOWN])


def distinct(values: Choices | Sets, members: Ints) -> Measured:
    """Count the different values among the members; 无 is no value."""
    if isinstance(values, Sets):
        bits, more = values.bits[members], values.open[members]
        low = int(bits.any(axis=0).sum())
        high = len(values.values) if more.any() else low
        return Measured(low, high, members[bits.any(axis=1)], members[more])
    codes = values.codes[members]
    seen = {code for code in codes.tolist() if code >= 0}
    blank = _times(codes == UNKNOWN)
    room = blank if values.endless else len(values.domain - seen)
    low = len(seen) or int(blank > 0 and not values.absent_possible)
    high = len(seen) + min(blank, room)
    return Measured(low, high, members[codes >= 0], members[codes == UNKNOWN])


def concentration(values: Choices | Sets, members: Ints) -> Measured:
    """Give the largest number of members who share one value."""
    if isinstance(values, Sets):
        bits, more = values.bits[members], values.open[members]
        sure = bits.sum(axis=0)
        could = sure + (~bits & more[:, None]).sum(axis=0)
        low, high = int(sure.max(initial=0)), int(could.max(initial=0))
        top = bits[:, int(sure.argmax())] if low else np.zeros(len(members), dtype=np.bool_)
        return Measured(low, high, members[top], members[more])
    codes = values.codes[members]
    held = Counter(code for code in codes.tolist() if code >= 0)
    low, high = _concentration_ends(values, held, _times(codes == UNKNOWN))
    most = max(held, key=lambda code: (held[code], -code), default=None)
    return Measured(low, high, members[codes == most], members[codes == UNKNOWN])


def shared_pairs(columns: Sequence[Choices | Sets], members: Ints) -> Measured:
    """Count the pairs of members who share a value of every one of the elements (a hull)."""
    size = len(members)
    sure = np.triu(np.ones((size, size), dtype=np.bool_), k=1)
    possible = sure.copy()
    for values in columns:
        same, maybe = alike(values, members)
        sure &= same
        possible &= maybe
    doubtful = possible & ~sure
    people = sure.any(axis=0) | sure.any(axis=1)
    unknown = (doubtful.any(axis=0) | doubtful.any(axis=1)) & ~people
    low, high = _times(sure), _times(possible)
    return Measured(low, high, members[people], members[unknown])


def _times(marks: Bools) -> int:
    return int(np.count_nonzero(marks))


def _known(numbers: Numbers, members: Ints) -> tuple[Ints, Ints]:
    known = (numbers.low[members] == numbers.high[members]) & ~numbers.may_be_absent[members]
    return members[known], members[~known]


def options_of(numbers: Numbers, rungs: Sequence[Rung], member: int) -> tuple[int, ...]:
    """List the rungs a member can stand on, -1 for none of them.

    Numbers on ladders are whole (completed years, months), so the domain is walked in ones.
    """
    if numbers.absent[member]:
        return (-1,)
    low, high = float(numbers.low[member]), float(numbers.high[member])
    points = {low, high, *range(math.ceil(low), math.floor(high) + 1)}
    found = {_rung_of(point, rungs) for point in points}
    if numbers.may_be_absent[member]:
        found.add(-1)
    return tuple(sorted(found))


def _rung_of(value: float, rungs: Sequence[Rung]) -> int:
    for at, rung in enumerate(rungs):
        if (rung.low is None or value >= rung.low) and (rung.high is None or value <= rung.high):
            return at
    return -1


def rung_miss(rung: Rung, there: int) -> int:
    """Count how many members a rung misses or has too many."""
    spare = 0 if rung.at_most is None else max(0, there - rung.at_most)
    return max(0, rung.at_least - there) + spare


def _ladder_ends(
    rungs: Sequence[Rung], fixed: list[int], doubtful: list[tuple[int, ...]]
) -> tuple[int, int]:
    """Walk all head counts the doubtful members can make; bound rung by rung if too many."""
    states = {tuple(fixed)}
    for options in doubtful:
        states = {
            state if at < 0 else (*state[:at], state[at] + 1, *state[at + 1 :])
            for state in states
            for at in options
        }
        if len(states) > MANY_STATES:
            return _ladder_hull(rungs, fixed, doubtful)
    sums = [sum(map(rung_miss, rungs, state)) for state in states]
    return min(sums), max(sums)


def _ladder_hull(
    rungs: Sequence[Rung], fixed: list[int], doubtful: list[tuple[int, ...]]
) -> tuple[int, int]:
    low = high = 0
    for at, rung in enumerate(rungs):
        most = fixed[at] + sum(at in options for options in doubtful)
        misses = [rung_miss(rung, there) for there in range(fixed[at], most + 1)]
        low, high = low + min(misses), high + max(misses)
    return low, high


def _cover_ends(values: Choices, wanted: Sequence[str], each: int, codes: Ints) -> tuple[int, int]:
    at = {name: code for code, name in enumerate(values.values)}
    held = Counter(codes.tolist())
    places = [(at.get(value), held[at[value]] if value in at else 0) for value in wanted]
    covered = sum(have >= each for _, have in places)
    blank = left = held[UNKNOWN]
    high = covered
    fillable = (have for code, have in places if values.endless or code in values.domain)
    for missing in sorted(each - have for have in fillable if have < each):
        left -= missing
        high += left >= 0
    escape = values.absent_possible or values.endless or not values.domain <= {c for c, _ in places}
    inside = [have for code, have in places if code in values.domain]
    if escape or any(have >= each for have in inside):
        return covered, high
    # Everybody must take a wanted value and none is covered yet: the room below `each` is finite.
    return covered + (blank > sum(each - 1 - have for have in inside)), high


def _concentration_ends(values: Choices, held: Counter[int], blank: int) -> tuple[int, int]:
    top = max(held.values(), default=0)
    joined = max((held[code] for code in values.domain), default=0)
    high = max(top, (max(joined, top) if values.endless else joined) + blank)
    if not blank or values.absent_possible:
        return top, high
    if values.endless:
        return max(top, 1), high
    low = max(top, 1)
    while sum(low - held[code] for code in values.domain) < blank:
        low += 1
    return low, high


def alike(values: Choices | Sets, members: Ints) -> tuple[Bools, Bools]:
    """Say of each pair whether it surely, and whether it possibly shares a value."""
    sure: Bools
    some: Bools
    if isinstance(values, Sets):
        bits, blank = values.bits[members], values.open[members]
        sure = np.any(bits[:, None, :] & bits[None, :, :], axis=2)
        some = bits.any(axis=1) | blank
    else:
        codes = values.codes[members]
        sure = (codes[:, None] == codes[None, :]) & (codes >= 0)[:, None]
        some, blank = codes != ABSENT, codes == UNKNOWN
    return sure, sure | (blank[:, None] & some[None, :]) | (some[:, None] & blank[None, :])
