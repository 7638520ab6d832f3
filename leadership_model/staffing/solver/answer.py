"""What a solver is allowed and what it answers, the same for every solver."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from leadership_model.staffing.linear import Floats

Status = Literal["optimal", "feasible", "infeasible", "stopped"]
STATUS_WORDS = {
    "optimal": "已证最优",
    "feasible": "可行，未证最优",
    "infeasible": "无解",
    "stopped": "已停止，没有方案",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """When to give up: after seconds (not repeatable) or after steps (repeatable), or never.

    A step is one node of the search tree. Steps run on one thread.
    """

    seconds: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if self.seconds is not None and self.seconds <= 0:
            raise ValueError("求解时间必须大于 0 秒")
        if self.steps is not None and self.steps < 1:
            raise ValueError("求解步数至少为 1")

    @property
    def repeatable(self) -> bool:
        """Whether the same problem gives the same answer on any machine."""
        return self.seconds is None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: objective of the best plan so far (None: none yet) and the bound.

    stage: of which search it speaks: "A", "B", "C", and "" for a search of its own. `seconds` since
    the run began, where there is a clock.
    """

    best: float | None
    bound: float
    stage: str = ""
    seconds: float | None = None

    @property
    def gap(self) -> float | None:
        """Give (bound - best) / max(1, |best|), never negative; None while there is no plan."""
        if self.best is None:
            return None
        return max(0.0, self.bound - self.best) / max(1.0, abs(self.best))


Stop = Callable[[], bool]
Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A point and what is proved of it. `steps` used; `bound` >= every objective value."""

    status: Status
    point: Floats | None
    objective: float
    bound: float
    steps: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The optimum without integrality: `duals` one per row, objective an upper bound of the MIP."""

    status: Status
    point: Floats | None
    objective: float
    duals: Floats


def never() -> bool:
    """Do not stop."""
    return False


def ignore(_: Progress) -> None:
    """Report to nobody."""
