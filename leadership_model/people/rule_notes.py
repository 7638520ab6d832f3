"""What people put beside the rules: answers to what no data decides, and exceptions granted."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, End, Id, Month, Ref, Text

ANSWERS = ("是", "否", "待核")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCheck:
    """Somebody's answer to the question of a rule, about a person, a seat or a team.

    `post` None: about the person wherever he sits. `month`: the month the answer speaks of; it
    counts from then on. `entered_at` is a moment.
    """

    id: Id
    rule: Code
    person: Ref = None
    post: Ref = None
    team: Ref = None
    answer: Code = "待核"  # one of ANSWERS
    note: Text = None
    month: Month = None
    entered_by: Text = None
    entered_at: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException:
    """An exception from a rule for a person, post or team, in one scenario or everywhere.

    A superior body's consent needs `reply_number` and `reply_date`; a local one `reason`,
    `approver` and the date. Holds for start <= month < end; None = open.
    """

    id: Id
    rule: Code
    person: Ref = None
    post: Ref = None
    team: Ref = None
    scenario: Code = None
    reason: Text = None
    approver: Text = None
    reply_number: Text = None
    reply_date: Text = None
    start: Month = None
    end: End = None
    version: int = 1
    changed_at: str = ""
