"""A data issue somebody looked at and let stand, with the reason."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Id, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoredIssue:
    """One issue ignored: a data rule, the person or team, the field; `entered_at` is a moment."""

    id: Id
    rule: Code
    person: Ref = None
    team: Ref = None
    field: Code = None
    reason: Text = None
    entered_by: Text = None
    entered_at: Text = None
