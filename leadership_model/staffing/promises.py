"""What people who leave other teams do there: promised first, judged when a plan moves them."""

from dataclasses import dataclass, field, replace

import numpy as np

from leadership_model.people.table import Ints
from leadership_model.staffing.linear import Linear, Terms, terms
from leadership_model.staffing.problem import Problem


@dataclass(slots=True)
class Promises:
    """Keeps the promises about people who leave other teams: refines a Linear pair by pair.

    In stage B the objective counts breaches there, in stage C score changes; `row` is the position
    of the row that holds stage B's result, whose entries count breaches too.
    """

    problem: Problem
    weight: float  # objective per point of score
    harm: float  # objective per breach
    row: int = -1
    _kept: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        leavers = self.problem.leavers()
        self._leaves = np.isin(self.problem.board.person, leavers)

    _leaves: np.ndarray = field(init=False)

    def made(self) -> Terms:
        """Give the promised effect of each pair."""
        board, leaving = self.problem.board, self.problem.leaving
        of_people = np.zeros(len(self.problem.world.snapshot.people))
        if self.weight:
            for person in self.problem.leavers().tolist():
                of_people[person] = self.weight * leaving.promise(person)
        return terms(np.arange(board.pairs), of_people[board.person])

    def keep(self, linear: Linear, pairs: Ints) -> Linear:
        """Judge the leaving of these pairs' people and put the facts in."""
        people = [
            person
            for person in np.unique(self.problem.board.person[pairs[self._leaves[pairs]]]).tolist()
            if person not in self._kept
        ]
        if not people:
            return linear
        objective, values = linear.objective.copy(), linear.values.copy()
        for person in people:
            self._kept.add(person)
            left = self.problem.leaving.of(person)
            mine = self.problem.board.of_people(np.array([person], dtype=np.int32))
            if self.weight:
                promised = self.weight * self.problem.leaving.promise(person)
                objective[mine] += self.weight * left.score - promised
            objective[mine] += self.harm * left.breaches
            if self.row >= 0:
                start, stop = int(linear.starts[self.row]), int(linear.starts[self.row + 1])
                entries = np.flatnonzero(np.isin(linear.columns[start:stop], mine)) + start
                values[entries] = float(left.breaches)
        return replace(linear, objective=objective, values=values)
