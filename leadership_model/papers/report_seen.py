"""What the report of a team is made of, and the short words all its parts use."""

from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.causes import Change
from leadership_model.assessment.delta import VerdictChange
from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn
from leadership_model.matching.scores import Scores

UNKNOWN_WORD = "待核"
LARGE = 20  # members beyond which tables are condensed, so that a report stays within ten pages


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of: a team in its world, and the teams of its category."""

    world: World
    scores: Scores
    assessment: Assessment
    peers: tuple[Assessment, ...] = ()

    @property
    def team(self) -> int:
        """The position of the team."""
        return self.assessment.team

    @property
    def name(self) -> str:
        """The name of the team."""
        return self.world.snapshot.teams.raw("name")[self.team] or "（未命名班子）"

    def members(self) -> list[int]:
        """The people present, once each, without outsiders."""
        count = self.world.facts.count
        return [row for row in self.world.members(self.team).tolist() if row < count]

    @property
    def large(self) -> bool:
        """Whether the team has so many seats that its tables are condensed."""
        return self.assessment.seats > LARGE


def person(world: World, at: int) -> str:
    """Name a person; somebody outside the base is said in words."""
    if at < 0 or at >= world.facts.count:
        return "库外人员"
    return world.snapshot.people.raw("name")[at] or "（未填姓名）"


def state_text(assessment: Assessment) -> str:
    """Write a state: 黄, or both ends where data decide: 待核（黄～绿）."""
    if assessment.state != "unknown":
        return STATE_WORDS[assessment.state]
    low, high = STATE_WORDS[assessment.state_low], STATE_WORDS[assessment.state_high]
    return f"待核（{low}～{high}）"


def score_text(assessment: Assessment) -> str:
    """Write a score or both its ends with one decimal place; a dash when 未配置."""
    low, high = assessment.score_low, assessment.score_high
    if low is None or high is None:
        return "—"
    first, last = f"{low:.1f}", f"{high:.1f}"
    return first if first == last else f"{first}～{last}"


def change_text(change: VerdictChange | Change) -> str:
    """Write how a verdict changed: 达标→不达标."""
    words = [VERDICT_WORDS[each] if each else "未要求" for each in (change.before, change.after)]
    return "→".join(words)


def outsider(world: World, seat: int) -> str:
    """Name who holds a seat from outside the base."""
    row = int(world.seating.tenure[seat])
    return (world.snapshot["tenure"].raw("outsider")[row] if row >= 0 else None) or "库外人员"


def schooling(world: World, at: int) -> str:
    """Give the highest 学历 of a person in words."""
    column = world.facts.column("学历")
    if not isinstance(column, ChoiceColumn):
        raise ValueError("要素“学历”不是选项")
    code = int(column.codes[at])
    if code >= 0:
        return column.values[code]
    least = -1 if column.at_least is None else int(column.at_least[at])
    return f"{column.values[least]}以上（待核）" if least >= 0 else UNKNOWN_WORD


def month_text(month: int | None) -> str:
    """Write a month, 待核 where it is not known."""
    return UNKNOWN_WORD if month is None or month < 0 else months.show(month)
