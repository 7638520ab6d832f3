"""What the user asks a staffing run for. Everything not changed here is a guard rail, held hard."""

from dataclasses import dataclass, field
from fractions import Fraction

from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.staffing.solver.answer import Limits

WEIGHTS = (4.0, 3.0, 2.0)  # team scores, scores of holders, few changes
HEAD_WEIGHT, OTHER_WEIGHT = 3, 1  # of an open seat in stage A
EACH_CHANGE = 10.0  # points of stage C a change of one person costs, times its weight
EACH_SEAT_LEFT = 0.5  # of a change, for a seat left empty elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to staff. Positions are those of the snapshot.

    rearrange: 重排 instead of 补缺. pool: who may be proposed. include_unknown: 待核 people join,
    marked. unconfirmed_kin: unconfirmed kinship does not matter. pinned, unpinned: posts 📌 beyond
    or in spite of the default. excluded: people not to be proposed. most_changed: share of a
    chosen team's members that may leave or change seats. people: who may be proposed, by position
    (None: everybody), besides `pool`. most_moves: how many people may change seats in all;
    most_in_team: how many whose change touches one chosen team. must_fill: posts that must not stay
    empty. hard: (team, requirement id) that must be met on the pessimistic end. caution: 宁缺毋滥,
    stage B before A, for a single team. alternatives: how many further plans.
    """

    rearrange: bool = False
    pool: Condition | None = None
    people: frozenset[int] | None = None
    include_unknown: bool = False
    unconfirmed_kin: bool = False
    pinned: frozenset[int] = frozenset()
    unpinned: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()
    most_changed: Fraction = Fraction(1, 3)
    most_moves: int | None = None
    most_in_team: int | None = None
    must_fill: frozenset[int] = frozenset()
    hard: tuple[tuple[int, str], ...] = ()
    weights: tuple[float, float, float] = WEIGHTS
    caution: bool = False
    alternatives: int = 0
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if min(self.weights) < 0 or not any(self.weights):
            raise UserError("三个权重都不能为负，也不能全为 0，请重新设置")
        if not 0 <= self.most_changed <= 1:
            raise UserError("班子成员最大调整比例应在 0 与 1 之间，请重新设置")
        if min(self.most_moves or 0, self.most_in_team or 0) < 0:
            raise UserError("调整人数的上限不能为负，请重新设置")
        if self.alternatives < 0:
            raise UserError("备选方案个数不能为负，请重新设置")
