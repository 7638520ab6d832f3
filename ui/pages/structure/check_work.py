"""What the checker says of a draft, and of the teams it is for. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from ui.jobs import Control

MARKS = {"error": "red", "warning": "yellow", "note": "unknown"}
WORDS = {"error": "错误", "warning": "提醒", "note": "提示"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with everything that was found."""

    draft: Model
    issues: tuple[Issue, ...]

    def of(self, severity: str) -> tuple[Issue, ...]:
        """Give the issues of one severity."""
        return tuple(each for each in self.issues if each.severity == severity)


def check(world: "World", draft: Model, teams: Sequence[int], control: "Control") -> Checked:
    """Check a draft; for a job."""
    from leadership_model.staffing.model_check import check_model

    control.check()
    return Checked(draft, check_model(draft, world, teams, control.check))


def summary(issues: Sequence[Issue], count: int) -> str:
    """Say in few words what was found among `count` requirements."""
    if not issues:
        return f"{count} 项要求没有发现矛盾"
    numbers = (
        (word, sum(each.severity == kind for each in issues)) for kind, word in WORDS.items()
    )
    return "　".join(f"{word} {number}" for word, number in numbers if number)
