"""Seeded randomness: one stream for each purpose, so that parts do not disturb each other."""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def stream(seed: int, *purpose: object) -> random.Random:
    """Open the stream of a purpose; the same seed and purpose give the same numbers."""
    return random.Random("/".join(str(part) for part in (seed, *purpose)))


def weighted(source: random.Random, weights: Mapping[T, float]) -> T:
    """Draw one key by its weight."""
    return source.choices(list(weights), list(weights.values()))[0]


def bell(source: random.Random, mean: float, spread: float, low: float, high: float) -> float:
    """Draw from a normal distribution cut at both ends (drawn again, at most a few times)."""
    for _ in range(8):
        value = source.gauss(mean, spread)
        if low <= value <= high:
            return value
    return source.uniform(low, high)


def share(source: random.Random, probability: float) -> bool:
    """Say yes with a probability."""
    return source.random() < probability


def pick(source: random.Random, options: Sequence[T]) -> T:
    """Draw one of several, all alike."""
    return options[source.randrange(len(options))]
