"""The ends of apart as expressions: pairs of members who share a value of every element."""

import itertools
from collections.abc import Sequence

import numpy as np

from leadership_model.assessment.measure import alike
from leadership_model.assessment.vector import Choices, Sets
from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.ends import Ask
from leadership_model.staffing.linear import Terms, terms, total


def apart(ask: Ask, columns: Sequence[Choices | Sets]) -> Terms:
    """Count the pairs who share; the target is 0, so only "over" is asked.

    Members with the same values are of one pattern. Pairs of fixed members are a number, pairs of
    a fixed one and a place a sum; pairs of two places are counted by cliques where sharing is
    transitive, else place by place.
    """
    pattern, shares = _patterns(columns, len(ask.roll.people), ask.end == "high")
    inner = pattern[: ask.roll.pairs]
    fixed = np.bincount(pattern[ask.roll.pairs :], minlength=len(shares))
    pairs = float(fixed @ shares @ fixed - fixed @ np.diag(shares)) / 2.0
    row = terms(ask.roll.columns, (shares @ fixed)[inner], pairs)
    if len(np.unique(ask.roll.places)) < 2:
        return row
    if _transitive(shares):
        return row + _by_clique(ask, inner, shares)
    return row + _by_seat(ask, inner, shares)


def _patterns(columns: Sequence[Choices | Sets], rows: int, hull: bool) -> tuple[Ints, Bools]:
    """Number the patterns and say which two share (p x p; on the diagonal: with their like)."""
    parts = []
    for values in columns:
        if isinstance(values, Sets):
            parts += [values.bits.astype(np.int32), values.open.astype(np.int32)[:, None]]
        else:
            parts.append(values.codes[:, None])
    table = np.concatenate([np.zeros((rows, 1), dtype=np.int32), *parts], axis=1)
    _, first, pattern = np.unique(table, axis=0, return_index=True, return_inverse=True)
    shares = np.ones((len(first), len(first)), dtype=np.bool_)
    for values in columns:
        sure, possible = alike(values, first.astype(np.int32))
        shares &= possible if hull else sure
    return pattern.ravel().astype(np.int32), shares


def _transitive(shares: Bools) -> bool:
    """Say whether sharing splits the patterns into groups in which everybody shares."""
    linked = shares.any(axis=1)
    if not shares.diagonal()[linked].all():
        return False
    steps = shares.astype(np.int32)
    return bool((((steps @ steps) > 0) == shares).all())


def _by_clique(ask: Ask, inner: Ints, shares: Bools) -> Terms:
    """Members n of one clique make at least k n - k (k + 1) / 2 pairs; k = n - 1 is exact."""
    cliques: list[Terms] = []
    first = shares.argmax(axis=1)
    for clique in np.unique(first[inner][shares.diagonal()[inner]]).tolist():
        rows = np.flatnonzero((first[inner] == clique) & shares.diagonal()[inner])
        most = len(np.unique(ask.roll.places[rows]))
        if most < 2:
            continue
        count = terms(ask.roll.columns[rows])
        pairs = ask.number(f"clique {clique}", 0.0, most * (most - 1) / 2)
        for k in range(1, most):
            ask.below(count * k - k * (k + 1) / 2, pairs)
        cliques.append(pairs)
    return total(cliques)


def _by_seat(ask: Ask, inner: Ints, shares: Bools) -> Terms:
    """Mark every two places whose holders share."""
    found: list[Terms] = []
    places = np.unique(ask.roll.places).tolist()
    for one, other in itertools.combinations(places, 2):
        here = np.flatnonzero(ask.roll.places == one)
        there = np.flatnonzero(ask.roll.places == other)
        pair = ask.flag(f"pair {one} {other}", integer=False)
        for pattern in np.unique(inner[here]).tolist():
            partners = there[shares[pattern][inner[there]]]
            if len(partners):
                left = terms(ask.roll.columns[here[inner[here] == pattern]])
                ask.below(left + terms(ask.roll.columns[partners]) - 1.0, pair)
        found.append(pair)
    return total(found)
