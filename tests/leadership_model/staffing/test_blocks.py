"""Blocks of a large problem, the bound they give, and solving some of them anew."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.people.seating import VACANT
from leadership_model.staffing import outlook
from leadership_model.staffing.blocks import TIED, split
from leadership_model.staffing.board import Board, Place, assign
from leadership_model.staffing.linear import Builder, terms, total
from leadership_model.staffing.outlook import outlook as ask
from leadership_model.staffing.regroup import Regroup
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Limits

PEOPLE, TEAMS, EACH = 5, 3, 2
GROUPS = np.repeat(np.arange(TEAMS, dtype=np.int32), EACH)


def drawn(seed):
    """Three teams of two seats; each asks for two people of a kind and loses 5 without."""
    rng = np.random.default_rng(seed)
    seats = TEAMS * EACH
    place = np.repeat(np.arange(seats, dtype=np.int32), PEOPLE)
    person = np.tile(np.arange(PEOPLE, dtype=np.int32), seats)
    places = tuple(Place((at,), at if at < 3 else VACANT) for at in range(seats))
    stays = (place == person) & (place < 3)
    board = Board(places, place, person, stays)
    builder = Builder()
    assign(builder, board, [f"p{at}" for at in range(PEOPLE)])
    losses = []
    for group in range(TEAMS):
        kind = rng.integers(0, 2, PEOPLE)
        kind[0] = 1  # or the row would speak of nobody, and of no team
        pairs = np.flatnonzero((GROUPS[place] == group) & (kind[person] == 1))
        short = builder.variable(f"short {group}", integer=True)
        builder.row(f"kind {group}", terms(pairs) + short * 2.0, low=2.0)
        losses.append(short * -5.0)
    worth = terms(np.arange(board.pairs), rng.integers(-3, 10, board.pairs).astype(float))
    linear = builder.build(worth + total(losses))
    places_of = np.concatenate([place, np.arange(seats, dtype=np.int32)])
    return board, linear, places_of


def everything(blocks, linear):
    kept = np.arange(len(linear.names), dtype=np.int32)
    return blocks.together(range(blocks.count), kept, np.zeros(len(kept)))


@given(st.integers(0, 10_000))
@settings(max_examples=5)
def test_blocks_hold_their_rows_and_together_they_are_the_problem(seed):
    _, linear, places = drawn(seed)
    blocks = split(linear, places, GROUPS)
    assert blocks.count == TEAMS
    for at in range(len(linear.row_names)):
        entries = linear.columns[linear.starts[at] : linear.starts[at + 1]]
        of = set(blocks.column[entries].tolist())
        assert of == {int(blocks.row[at])} if blocks.row[at] != TIED else len(of) > 1
    assert {linear.row_names[at].split()[0] for at in blocks.tied} == {"seat"}
    whole = highs.solve(linear)
    assert highs.solve(everything(blocks, linear)).objective == pytest.approx(whole.objective)


def test_a_row_that_counts_over_two_teams_makes_them_one_block():
    _, linear, places = drawn(1)
    flag = len(linear.names) - 1  # of the last team
    wider = linear.with_row("both", terms([0, flag]), high=2.0)
    assert split(wider, places, GROUPS).count == TEAMS - 1


@given(st.integers(0, 10_000))
@settings(max_examples=5)
def test_a_block_solved_anew_leaves_the_others_what_they_have(seed):
    _, linear, places = drawn(seed)
    blocks = split(linear, places, GROUPS)
    best = highs.solve(linear)
    fixed = best.point.copy()
    fixed[blocks.columns[0]] = 0.0
    found = highs.solve(blocks.together([0], blocks.columns[0], fixed))
    fixed[blocks.columns[0]] = found.point
    assert not linear.violations(fixed)
    assert linear.evaluate(fixed) == pytest.approx(best.objective)


@given(st.integers(0, 10_000), st.floats(0.0, 3.0))
@settings(max_examples=8)
def test_no_plan_exceeds_what_the_blocks_would_do_at_any_price(seed, shift):
    _, linear, places = drawn(seed)
    best = highs.solve(linear).objective
    duals = highs.relax(linear).duals
    prices = duals * np.random.default_rng(seed).uniform(1 - shift, 1 + shift, len(duals))
    beyond = np.zeros(len(linear.names), dtype=np.bool_)
    blocks = split(linear, places, GROUPS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outlook, "NEAR", 0.0)
        view = ask(blocks, places, prices, beyond, Budget(Limits(steps=10_000)))
    assert view.bound >= best - 1e-6
    whole = ask(blocks, places, prices, ~beyond, Budget(Limits(steps=10_000)))
    assert view.bound == pytest.approx(whole.bound)  # however few columns were looked at
    if shift == 0.0:
        assert view.bound <= highs.relax(linear).objective + 1e-6


@given(st.integers(0, 10_000))
@settings(max_examples=5)
def test_groups_solved_anew_never_lose_and_break_nothing(seed):
    board, linear, places = drawn(seed)
    first = highs.solve(linear.with_objective(terms(np.flatnonzero(board.stays))))
    budget = Budget(Limits())
    always = board.stays.copy()
    beyond = np.ones(len(linear.names), dtype=np.bool_)
    blocks = split(linear, places, GROUPS)
    view = ask(blocks, places, highs.relax(linear).duals, beyond, budget)
    search = Regroup(blocks, board, view, always, budget, first.point)
    value = linear.evaluate(first.point)
    for _ in range(3):
        gained = search.improve(60.0)
        assert gained >= 0.0
        assert linear.evaluate(search.point) == pytest.approx(value + gained)
        assert not linear.violations(search.point)
        value += gained
    assert value == pytest.approx(highs.solve(linear).objective)  # all blocks are one group here
