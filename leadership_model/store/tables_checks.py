"""Tables of what somebody checked by hand: facts of the file, readings put right, issues let stand.

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
