"""人岗匹配 of the whole base: the best both ways at once, beside one ranking after the other."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from leadership_model.assessment.world import World
from leadership_model.matching import rank
from leadership_model.matching.best import Best, best_people
from leadership_model.matching.blocks import best_posts
from leadership_model.matching.grid import Grid, grid
from leadership_model.matching.scores import Scores
from leadership_model.people.seating import VACANT
from tests.bench.domain import City, fresh
from tests.bench.peers import plain_pairs
from tests.bench.table import Row

T = TypeVar("T")
TOP = 20
RUNS = 3
SAMPLE = 30  # posts and people ranked one after the other
PAIRS = 1000  # pairs asked one by one
LISTED = 2000  # rows of one long list, explained


def seconds_of(work: Callable[[], T]) -> tuple[float, T]:
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def prepared(world: World) -> World:
    """The same world as when nothing was asked, but for the feature table (a row of its own)."""
    made = fresh(world)
    for element in made.catalogue.elements:
        made.facts.column(element.label)
    return made


def whole(world: World) -> tuple[Grid, Best, Best]:
    """All conditions, rules and portraits of all pairs, best 20 both ways."""
    made = grid(Scores(world))
    return made, best_people(made, TOP), best_posts(made, TOP)


def all_by_all(city: City) -> Row:
    """Beside the rankings of the program asked for one post and one person after the other."""
    worlds = [prepared(city.world) for _ in range(RUNS)]
    taken = [seconds_of(partial(whole, each)) for each in worlds]
    made, people, posts = taken[-1][1]
    scores = made.scores
    some_posts = np.linspace(0, len(made.columns) - 1, SAMPLE).astype(int).tolist()
    some_people = np.linspace(0, len(made.candidates) - 1, SAMPLE).astype(int).tolist()
    by_post, listed = seconds_of(lambda: [rank.rank_people(scores, each) for each in some_posts])
    by_person, asked = seconds_of(lambda: [rank.rank_posts(scores, each) for each in some_people])
    for best, rows, rankings in ((people, some_posts, listed), (posts, some_people, asked)):
        for row, ranking in zip(rows, rankings, strict=True):
            same(best, row, ranking)
    other = by_post * len(made.columns) / SAMPLE + by_person * len(made.candidates) / SAMPLE
    size = f"{len(made.candidates)} x {len(made.columns)}"
    mine = float(np.median([each for each, _ in taken]))
    return Row(
        "fit of all, best 20 both ways", size, mine, "s", f"one by one, from {SAMPLE}", other, 1.5
    )


def same(best: Best, row: int, ranking: rank.Ranking) -> None:
    count = min(TOP, len(ranking))
    told = [*ranking.items[:count].tolist(), *[-1] * (TOP - count)]
    ranks = best.rank[row, :count].tolist() == ranking.rank[:count].tolist()
    if best.items[row].tolist() != told or not ranks:
        raise SystemExit(f"the best of row {row} are not the first of its ranking")


def pair_by_pair(city: City) -> Row:
    """Beside the obvious loop: rules and conditions of one person and one post at a time."""
    seconds, (made, _, _) = seconds_of(partial(whole, prepared(city.world)))
    dice = np.random.default_rng(7)
    people = dice.choice(np.flatnonzero(made.candidates), PAIRS).tolist()
    posts = dice.integers(0, len(made.columns), PAIRS).tolist()
    taken, told = seconds_of(lambda: plain_pairs.fits(city.world, zip(people, posts, strict=True)))
    odd = {(p, s): int(c) for p, s, c in zip(made.people, made.posts, made.codes, strict=True)}
    for person, post, answer in zip(people, posts, told, strict=True):
        column = int(made.columns[post])
        code = odd.get((person, post), int(made.code(column, np.array([person]))[0]))
        portrait = made.portraits[column]
        mine = (code, int(made.low[portrait, person]), int(made.high[portrait, person]))
        if mine != answer:
            raise SystemExit(f"the loop says {answer} of {person} and {post}, we say {mine}")
    every = len(made.columns) * len(made.candidates)
    size = f"{every / 1e6:.0f} million pairs"
    return Row(
        "fit of all pairs",
        size,
        seconds,
        "s",
        "plain_pairs.py, from 1,000",
        taken * every / PAIRS,
        1.5,
    )


def memory(city: City) -> Row:
    found = _alone(city.path, 1)
    return Row("memory of the fit of all", city.size, found["peak_mb"], "MB", "", None, 800.0)


def tenfold(city: City) -> Row:
    found = _alone(city.path, 10)
    return Row(
        "the same, x 10 people", f"{found['people']} people", found["seconds"], "s", "", None, 15.0
    )


def tenfold_memory(city: City) -> Row:
    """What ranking in blocks takes above the records and their vectors: as flat as the blocks."""
    one, ten = _alone(city.path, 1), _alone(city.path, 10)
    return Row("blocks above the vectors, x 10", f"{ten['people']} people", ten["blocks_mb"], "MB",
               "default city", one["blocks_mb"], 200.0)  # fmt: skip


def long_list(city: City) -> Row:
    """`match --top` in the thousands: every row with its rules, weights and effect on the team."""
    post = int(np.flatnonzero(city.world.seating.holder == VACANT)[0])
    rank.for_post(Scores(city.world), post, top=5)
    mine, found = seconds_of(lambda: rank.for_post(Scores(city.world), post, top=LISTED))
    return Row("a list explained in full", f"{len(found)} rows", mine, "s", "", None, 6.0)


def _alone(path: Path, times: int) -> dict[str, float]:
    """Measure in a process of its own, so that the peak is its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.match_child", str(path), str(times)],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


ROWS = (all_by_all, pair_by_pair, memory, tenfold, tenfold_memory, long_list)
