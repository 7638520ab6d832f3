"""Closing chains as a problem of whole numbers: who fills which open seat, and who follows him.

A variable is a pair: a person takes a place. A place that is open is filled once or left at a
price; a place whose holder takes another is filled once, else never; nobody takes two. What is
fewest comes first, the fit of those who move decides among equals.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from leadership_model.staffing.board import Place
from leadership_model.staffing.linear import Builder, Linear, Terms, terms, total
from leadership_model.staffing.solver import highs

LEFT = 100_000.0  # a seat left open costs more than any chain
MOVE = 1_000.0  # a move costs more than fit can bring
Chosen = tuple[tuple[int, int], ...]  # place and person


@dataclass(slots=True)
class ChainProblem:
    """Places known so far, those to be filled whatever happens (`open`), and the pairs.

    pairs: place, person, fit 0-1. barred: pairs not to be chosen together, unless one of the second
    list is chosen as well.
    """

    places: list[Place]
    open: int
    pairs: list[tuple[int, int, float]] = field(default_factory=list)
    barred: list[tuple[Chosen, Chosen]] = field(default_factory=list)

    def dislike(self, pairs: Collection[tuple[int, int]]) -> None:
        """Choose these pairs only where it saves a move or a seat."""
        self.pairs = [
            (place, person, fit - 1.0 if (place, person) in pairs else fit)
            for place, person, fit in self.pairs
        ]

    def solve(self) -> tuple[Chosen, tuple[int, ...]]:
        """Give the chosen pairs (place, person), in order of places, and the places left open."""
        linear, count = self._linear()
        answer = highs.solve(linear)
        if answer.point is None:
            raise RuntimeError("leaving every seat open is always possible")
        chosen = tuple(
            sorted(self.pairs[at][:2] for at in np.flatnonzero(answer.point[:count] > 0.5).tolist())
        )
        left = np.flatnonzero(answer.point[count:] > 0.5)
        return chosen, tuple(left.tolist())

    def _linear(self) -> tuple[Linear, int]:
        builder, count = Builder(), len(self.pairs)
        builder.variables([f"x {place} {person}" for place, person, _ in self.pairs], integer=True)
        builder.variables([f"open {place}" for place in range(self.open)], integer=True)
        of_place: dict[int, list[int]] = {}
        of_person: dict[int, list[int]] = {}
        for at, (place, person, _) in enumerate(self.pairs):
            of_place.setdefault(place, []).append(at)
            of_person.setdefault(person, []).append(at)
        for at, each in enumerate(self.places):
            taken = terms(of_place.get(at, []))
            if at < self.open:
                builder.row(f"filled {at}", taken + terms(count + at), 1.0, 1.0)
            else:
                leaves = terms(of_person.get(each.holder, []))
                builder.row(f"followed {at}", taken - leaves, 0.0, 0.0)
        for person, mine in of_person.items():
            if len(mine) > 1:
                builder.row(f"once {person}", terms(mine), high=1.0)
        numbers = {pair[:2]: at for at, pair in enumerate(self.pairs)}
        for at, (together, beside) in enumerate(self.barred):
            row = terms([numbers[pair] for pair in together])
            row -= terms([numbers[pair] for pair in beside])
            builder.row(f"not together {at}", row, high=len(together) - 1.0)
        return builder.build(self._objective(count)), count

    def _objective(self, count: int) -> Terms:
        worth = [fit - MOVE for _, _, fit in self.pairs]
        return total(
            (
                terms(np.arange(count), worth) if count else Terms(),
                terms(np.arange(count, count + self.open), -LEFT),
            )
        )


def ordered(
    places: Sequence[Place], chosen: Mapping[int, int], opened: int
) -> tuple[tuple[int, int], ...]:
    """Put chosen pairs (place -> person) in the order of chains: who leaves is followed at once."""
    found: list[tuple[int, int]] = []
    seen: set[int] = set()
    waiting = [at for at in range(opened - 1, -1, -1) if at in chosen]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        found.append((at, chosen[at]))
        waiting += [
            other
            for other in sorted(chosen, reverse=True)
            if other >= opened and other not in seen and places[other].holder == chosen[at]
        ]
    return tuple(found)
