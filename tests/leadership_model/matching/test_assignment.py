"""The best assignment against trying all of them; the greedy one never beats it."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leadership_model.matching import assignment, rank
from leadership_model.matching.assignment import Table
from leadership_model.people.seating import VACANT

SHAPES = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 10_000))


def drawn(shape):
    people, posts, seed = shape
    dice = np.random.default_rng(seed)
    codes = dice.integers(0, 3, (people, posts)).astype(np.int8)
    low = dice.integers(0, 21, (people, posts)) * 5.0
    return Table(codes, low, np.minimum(low + dice.integers(0, 3, (people, posts)) * 10.0, 100.0))


def worth(table, pairs):
    sure = [table.codes[pair] for pair in pairs]
    return len(pairs), -sure.count(1), round(sum(table.low[pair] for pair in pairs), 6)


def tried(table):
    """Give the worth of the best of all assignments, tried one after the other."""
    people, posts = table.codes.shape
    found = (0, 0, 0.0)
    places = [*range(posts), *[None] * people]  # anybody may stay without a post
    for order in set(permutations(places, people)):
        pairs = [(row, at) for row, at in enumerate(order) if at is not None]
        found = max(found, worth(table, [pair for pair in pairs if table.codes[pair] > 0]))
    return found


@given(SHAPES)
def test_the_best_assignment_is_the_best_of_all(shape):
    table = drawn(shape)
    found = assignment.best(table)
    pairs = [(each.person, each.post) for each in found.pairs]
    assert worth(table, pairs) == tried(table)
    for names in zip(*pairs, strict=True):
        assert len(set(names)) == len(pairs)
    assert all(table.codes[pair] > 0 for pair in pairs)
    assert found.low == sum(table.low[pair] for pair in pairs)
    assert found.high == sum(table.high[pair] for pair in pairs)
    assert found.doubtful == sum(table.codes[pair] == 1 for pair in pairs)
    assert set(found.open) == set(range(table.codes.shape[1])) - {post for _, post in pairs}


@given(SHAPES)
def test_the_greedy_one_is_valid_and_no_better(shape):
    table = drawn(shape)
    found = assignment.greedy(table)
    pairs = [(each.person, each.post) for each in found.pairs]
    assert len({row for row, _ in pairs}) == len({post for _, post in pairs}) == len(pairs)
    assert all(table.codes[pair] > 0 for pair in pairs)
    assert worth(table, pairs) <= worth(table, [(e.person, e.post) for e in best_of(table)])


def best_of(table):
    return assignment.best(table).pairs


def test_taking_the_best_pair_first_can_cost_in_all():
    codes = np.full((2, 2), 2, dtype=np.int8)
    low = np.array([[90.0, 80.0], [85.0, 20.0]])
    table = Table(codes, low, low)
    assert assignment.best(table).low == 165.0
    assert assignment.greedy(table).low == 110.0


def test_the_table_says_what_the_rankings_say(scores):
    seating = scores.world.seating
    posts = np.flatnonzero(seating.holder == VACANT)[:3].tolist()
    posts.append(int(np.flatnonzero(seating.holder >= 0)[0]))
    holder = int(seating.holder[posts[3]])
    people = [*rank.rank_people(scores, posts[0]).items[:4].tolist(), holder]
    table = assignment.table(scores, people, posts)
    assert table.codes[4, 3] == 0  # a holder is not proposed for the own seat
    for at, post in enumerate(posts):
        ranking = rank.rank_people(scores, post, np.array(people[:4], dtype=np.int32))
        told = {int(p): row for row, p in enumerate(ranking.items)}
        for row, person in enumerate(people[:4]):
            assert table.codes[row, at] == ranking.eligible[told[person]]
            assert table.low[row, at] == ranking.score_low[told[person]]
            assert table.high[row, at] == ranking.score_high[told[person]]


def test_whoever_may_take_a_post_with_the_best_score_comes_first():
    codes = np.array([[0, 1], [2, 0], [2, 2]], dtype=np.int8)
    low = np.array([[99.0, 90.0], [60.0, 95.0], [50.0, 70.0]])
    people, posts = assignment.fit_order(Table(codes, low, low))
    assert people.tolist() == [2, 1, 0]
    assert posts.tolist() == [1, 0]
