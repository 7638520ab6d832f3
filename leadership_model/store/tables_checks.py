"""Tables of what somebody checked by hand: facts of the file, readings, issues let stand, rules.

The columns are the fields of the records of people/, in the same order; a test compares them.
"""

from sqlmodel import Field, SQLModel

from leadership_model.store.columns import refer


class VerificationRow(SQLModel, table=True):
    """One of the six facts 三龄两历一身份 as verified."""

    __tablename__ = "verification"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    fact: str | None
    value: str | None
    verified: bool | None
    document: str | None
    conflict: str | None
    entered_by: str | None
    entered_at: str | None


class CorrectionRow(SQLModel, table=True):
    """What was put right in the reading of one line of a 简历."""

    __tablename__ = "correction"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    start: int | None
    end: int | None
    text: str | None
    place: int | None
    body: str | None
    entered_by: str | None
    entered_at: str | None


class IgnoredIssueRow(SQLModel, table=True):
    """A data issue let stand."""

    __tablename__ = "ignored_issue"

    id: str = Field(primary_key=True)
    rule: str | None
    person: str | None = refer("person.id")
    team: str | None = refer("team.id")
    field: str | None
    reason: str | None
    entered_by: str | None
    entered_at: str | None


class RuleCheckRow(SQLModel, table=True):
    """Somebody's answer to the question of a rule."""

    __tablename__ = "rule_check"

    id: str = Field(primary_key=True)
    rule: str | None
    person: str | None = refer("person.id")
    post: str | None = refer("post.id")
    team: str | None = refer("team.id")
    answer: str | None
    note: str | None
    month: int | None
    entered_by: str | None
    entered_at: str | None


class HoldRow(SQLModel, table=True):
    """Somebody not proposed for the time being."""

    __tablename__ = "hold"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    reason: str | None
    start: int | None
    until: int | None
    seen_by: str | None
    lifted: int | None
    lifted_by: str | None
    entered_by: str | None
    entered_at: str | None


class RuleExceptionRow(SQLModel, table=True):
    """An exception from a rule."""

    __tablename__ = "exception"

    id: str = Field(primary_key=True)
    rule: str | None
    person: str | None = refer("person.id")
    post: str | None = refer("post.id")
    team: str | None = refer("team.id")
    scenario: str | None
    reason: str | None
    approver: str | None
    reply_number: str | None
    reply_date: str | None
    start: int | None
    end: int | None
    version: int
    changed_at: str
