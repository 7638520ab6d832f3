"""A scenario 方案: a base, moves, how many of them count, and the month they take effect."""

from dataclasses import dataclass, field, replace

from leadership_model.staffing.ground import NOTHING_SEEN, Ground
from leadership_model.staffing.move import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Moves beyond the cursor were undone and can be done again.

    `base`: number of the snapshot it was begun on. `ground`: the seats its moves were made on.
    """

    id: str
    label: str
    base: int
    month: int
    moves: tuple[Move, ...] = ()
    cursor: int = 0
    ground: Ground = field(default=NOTHING_SEEN, hash=False)

    def __post_init__(self) -> None:
        if not 0 <= self.cursor <= len(self.moves):
            raise ValueError(
                f"方案“{self.label}”只有 {len(self.moves)} 步调整，不能停在第 {self.cursor} 步"
            )

    @property
    def done(self) -> tuple[Move, ...]:
        """The moves that count."""
        return self.moves[: self.cursor]

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to take back."""
        return self.cursor > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a move to do again."""
        return self.cursor < len(self.moves)


def moved(scenario: Scenario, *moves: Move) -> Scenario:
    """Make moves; what had been undone is forgotten."""
    kept = scenario.done + moves
    return replace(scenario, moves=kept, cursor=len(kept))


def undone(scenario: Scenario) -> Scenario:
    """Take the last move back; the same scenario when there is none."""
    return replace(scenario, cursor=max(0, scenario.cursor - 1))


def redone(scenario: Scenario) -> Scenario:
    """Do the next undone move again; the same scenario when there is none."""
    return replace(scenario, cursor=min(len(scenario.moves), scenario.cursor + 1))
