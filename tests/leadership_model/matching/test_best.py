"""The best of all rankings at once are the first rows of each ranking, both ways."""

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model.assessment.world import World
from leadership_model.conditions.tri import Tri
from leadership_model.matching import blocks, rank
from leadership_model.matching.best import best_people
from leadership_model.matching.blocks import best_posts
from leadership_model.matching.grid import grid
from leadership_model.matching.rank import rank_people, rank_posts
from leadership_model.matching.scores import Scores
from leadership_model.people.hold import Hold
from leadership_model.people.person import Kinship
from leadership_model.people.rule_notes import RuleCheck
from leadership_model.people.snapshot import of_records
from leadership_model.rules import book
from leadership_model.rules.book import RuleBook
from leadership_model.sample.city import draw
from tests.leadership_model.matching.conftest import MONTH, portraits

HARD = RuleBook(tuple(replace(each, severity="forbid") for each in book.shipped().rules))


def world(seed, *, hard):
    """A small city in which pairs stand apart for every reason there is."""
    found = list(draw(90, seed).records)
    city = of_records(found)
    people, posts = city.people.ids, city.posts.ids
    found += [
        Hold(id="h1", person=people[seed], reason="核查", start=MONTH - 1, until=MONTH + 5),
        RuleCheck(id="rc1", rule="A5", person=people[5], post=posts[seed], answer="否", month=1),
    ]
    found += [
        Kinship(id=f"k{at}", person=people[at], relative=people[at + 40], title="兄", state="确认")
        for at in range(0, 30, 3)
    ]
    rules = HARD if hard else None
    return World.of(of_records(found), MONTH, models=(), portraits=portraits(), book=rules)


@contextmanager
def asked_once(scores):
    """Let rankings read the answers of all pairs, asked in one go: far quicker, the same answers."""
    here = scores.world
    count, size = len(here.post_ids), len(here.person_ids)
    people, posts = np.divmod(np.arange(size * count, dtype=np.int32), count)
    every = rank.eligible(scores, people, posts)
    sure, possible = (each.reshape(size, count) for each in (every.sure, every.possible))
    with pytest.MonkeyPatch.context() as patch:
        looked_up = lambda _scores, p, q: Tri(sure[p, q], possible[p, q])  # noqa: E731
        patch.setattr(rank, "eligible", looked_up)
        yield


def first(best, row, ranking, top):
    """Hold one row of all at once against a ranking sorted as a whole."""
    count = min(top, len(ranking))
    assert best.items[row].tolist() == [*ranking.items[:count], *[-1] * (top - count)]
    for mine, told in ((best.rank, ranking.rank), (best.eligible, ranking.eligible)):
        assert mine[row, :count].tolist() == told[:count].tolist()
    for mine, told in ((best.low, ranking.score_low), (best.high, ranking.score_high)):
        assert mine[row, :count].tolist() == np.floor(told[:count] + 0.5).tolist()


@settings(max_examples=4)
@given(
    seed=st.integers(1, 40),
    hard=st.booleans(),
    top=st.sampled_from([1, 7, 20, 100]),
    wide=st.booleans(),
)
def test_the_best_both_ways_are_the_first_of_every_ranking(seed, hard, top, wide):
    scores = Scores(world(seed, hard=hard))
    made = grid(scores)
    people = best_people(made, top, above=not wide)
    posts = best_posts(made, top, lower=wide, block=37)
    with asked_once(scores):
        for post in range(len(made.columns)):
            first(people, post, rank_people(scores, post, above=not wide), top)
        for person in range(len(made.candidates)):
            first(posts, person, rank_posts(scores, person, lower=wide), top)


def test_both_directions_say_one_thing_of_every_pair():
    scores = Scores(world(3, hard=False))
    here = scores.world
    count, size = len(here.post_ids), len(here.person_ids)
    by_post = np.full((3, size, count), -1.0)
    by_person = np.full((3, size, count), -1.0)
    for post in range(count):
        found = rank_people(scores, post)
        by_post[:, found.items, post] = found.eligible, found.score_low, found.score_high
    for person in range(size):
        found = rank_posts(scores, person, lower=True)
        by_person[:, person, found.items] = found.eligible, found.score_low, found.score_high
    both = (by_post[0] >= 0) & (by_person[0] >= 0)
    assert both.sum() > count * size // 2
    assert (by_post[:, both] == by_person[:, both]).all()
    # Whoever is asked for a post is asked for from the other side too, and nobody who is held is.
    in_office = here.snapshot.people.texts("status").mask("在职")
    assert ((by_post[0] >= 0) == (by_person[0] >= 0))[in_office].all()
    assert not (by_post[0, 3] >= 0).any()


def test_blocks_of_any_size_give_the_same():
    made = grid(Scores(world(7, hard=False)))
    whole, small = best_posts(made, 20), best_posts(made, 20, block=11)
    for name in ("items", "eligible", "rank", "low", "high"):
        assert (getattr(whole, name) == getattr(small, name)).all()


def test_somebody_with_many_posts_of_his_own_case_is_ranked_alone(monkeypatch):
    monkeypatch.setattr(blocks, "ODD", 0)
    scores = Scores(world(9, hard=True))
    made = grid(scores)
    with asked_once(scores):
        found = best_posts(made, 20)
        for person in range(len(made.candidates)):
            first(found, person, rank_posts(scores, person), 20)
