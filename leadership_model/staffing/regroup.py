"""Make a large plan better a few blocks at a time: those that want each other's people.

What a block falls short of its wish says where something may be gained; the people it wishes for
sit in other blocks, which then have to change as well. Such a group is solved with everything else
as it is.
"""

from dataclasses import dataclass, field

import numpy as np

from leadership_model.people.table import Bools, Ints
from leadership_model.staffing.blocks import Blocks
from leadership_model.staffing.board import Board
from leadership_model.staffing.linear import Floats
from leadership_model.staffing.outlook import Outlook
from leadership_model.staffing.search import Budget
from leadership_model.staffing.solver import highs
from leadership_model.staffing.solver.answer import Limits

SIZE = 10  # blocks of a group
MOST_TIED = 3  # blocks that join for one of the group
NEAR = (20.0, 60.0)  # points of reduced cost within which columns join
EACH = 4.0  # seconds a group may take
CLOSE = 1e-4  # a gap with which a group is done
LITTLE = 1e-6


@dataclass(slots=True)
class Regroup:
    """The search on its way: the point, and how often each block was tried in vain."""

    blocks: Blocks
    board: Board
    outlook: Outlook
    always: Bools
    budget: Budget
    point: Floats
    tried: Floats = field(init=False)
    home: Ints = field(init=False)
    wanted: list[Ints] = field(init=False)
    wanting: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        board, pairs = self.board, self.board.pairs
        self.tried = np.zeros(self.blocks.count)
        self.home = np.full(int(board.person.max(initial=-1)) + 1, -1, dtype=np.int32)
        self.home[board.person[board.stays]] = self.blocks.column[:pairs][board.stays]
        self.wanted = []
        for wish in self.outlook.wishes:
            inside = wish.columns[wish.columns < pairs]
            self.wanted.append(np.unique(self.home[board.person[inside]]))
        self.wanting = [[] for _ in range(self.blocks.count)]
        for block, homes in enumerate(self.wanted):
            for each in homes[(homes >= 0) & (homes != block)].tolist():
                self.wanting[each].append(block)

    def short(self) -> Floats:
        """Say for each block how much its wish is worth more than what it has."""
        pays = np.bincount(
            self.blocks.column, self.outlook.objective * self.point, self.blocks.count
        )
        return np.array([wish.value for wish in self.outlook.wishes]) - pays

    def group(self) -> list[int]:
        """Choose the block that falls shortest, those it is tied to, and others that fall short."""
        short = self.short() * 0.5**self.tried
        short[~np.isfinite(short)] = 0.0
        chosen = [int(np.argmax(short))]
        for block in chosen:
            tied = sorted(set(self._tied(block)) - set(chosen), key=lambda each: -short[each])
            chosen.extend(tied[: min(MOST_TIED, SIZE - len(chosen))])
        rest = [each for each in np.argsort(-short, kind="stable").tolist() if each not in chosen]
        return sorted(chosen + rest[: SIZE - len(chosen)])

    def _tied(self, block: int) -> list[int]:
        """List the blocks with whom people are, or would be, exchanged."""
        pairs = self.board.pairs
        of = self.blocks.column[:pairs]
        moved = np.flatnonzero((self.point[:pairs] > 0.5) & ~self.board.stays)
        homes = self.home[self.board.person[moved]]
        now = [*homes[of[moved] == block].tolist(), *of[moved[homes == block]].tolist()]
        found = [*self.wanted[block].tolist(), *self.wanting[block], *now]
        return [each for each in found if each >= 0 and each != block]

    def improve(self, near: float) -> float:
        """Solve one group; give what was gained."""
        chosen = self.group()
        inside = np.isin(self.blocks.column, chosen)
        gained = self._solve(chosen, np.flatnonzero(inside).astype(np.int32), near)
        self.tried[chosen] += 1.0 if gained < 1.0 else 0.25
        return gained

    def _solve(self, chosen: list[int], columns: Ints, near: float) -> float:
        linear, pairs = self.blocks.linear, self.board.pairs
        fixed = self.point.copy()
        fixed[columns] = 0.0
        people = self.board.person
        taken = np.zeros(len(self.home), dtype=np.bool_)
        taken[people[np.flatnonzero(fixed[:pairs] > 0.5)]] = True
        inside = columns[columns < pairs]
        there = (self.outlook.costs[inside] >= -near) | (self.point[inside] > 0.5)
        there |= self.always[inside]
        inside = inside[there & ~taken[people[inside]]]
        kept = np.concatenate([inside, columns[columns >= pairs]]).astype(np.int32)
        left = self.budget.left()
        if left is None:
            return 0.0
        seconds = None if left.seconds is None else min(EACH, left.seconds)
        part, start = self.blocks.together(chosen, kept, fixed), self.point[kept]
        answer = highs.improve(
            part, Limits(seconds, left.steps), CLOSE, self.budget.stop, start=start
        )
        before = float(linear.objective[columns] @ self.point[columns])
        if answer.point is None or answer.objective <= before + LITTLE:
            return 0.0
        fixed[kept] = answer.point
        self.point = fixed
        return answer.objective - before
