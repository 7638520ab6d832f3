"""Tables of units, teams, posts and who holds them.

The columns are the fields of the records of people/, in the same order; a test compares them.
"""

from sqlmodel import Field, SQLModel

from leadership_model.store.columns import refer


class UnitRow(SQLModel, table=True):
    """A unit 单位; areas are units too."""

    __tablename__ = "unit"

    id: str = Field(primary_key=True)
    name: str | None
    short_name: str | None
    kind: str | None
    area: str | None
    area_kind: str | None
    autonomy: str | None
    code: str | None
    parent: str | None = refer("unit.id")
    level: str | None
    upper: str | None = refer("unit.id")
    personnel: bool | None
    order: int | None
    retired: bool | None
    absent: str
    version: int
    changed_at: str


class TeamRow(SQLModel, table=True):
    """A team 班子."""

    __tablename__ = "team"

    id: str = Field(primary_key=True)
    unit: str | None = refer("unit.id")
    name: str | None
    category: str | None
    sub_category: str | None
    area: str | None
    place: str | None
    quota_head: int | None
    quota_deputy: int | None
    quota_other: int | None
    term_start: int | None
    term_months: int | None
    term_number: int | None
    order: int | None
    retired: bool | None
    absent: str
    version: int
    changed_at: str


class PostRow(SQLModel, table=True):
    """A post 岗位. `linked` names its group of linked posts; see the view `linked_post`."""

    __tablename__ = "post"

    id: str = Field(primary_key=True)
    team: str = refer("team.id")
    name: str | None
    order: int | None
    level: str | None
    role: str | None
    member: bool | None
    takes_quota: bool | None
    post_kind: str | None
    functions: str | None
    linked: str | None
    party_post: bool | None
    elected: bool | None
    area_head: str | None
    requires: str | None
    basis: str | None
    retired: bool | None
    absent: str
    version: int
    changed_at: str


class TenureRow(SQLModel, table=True):
    """A tenure 任职: person x post x months."""

    __tablename__ = "tenure"

    id: str = Field(primary_key=True)
    post: str = refer("post.id")
    person: str | None = refer("person.id")
    outsider: str | None
    kind: str | None
    start: int | None
    end: int | None
    promoted: bool | None
    document: str | None
    note: str | None
    version: int
    changed_at: str


class IndicatorRow(SQLModel, table=True):
    """One figure of a team."""

    __tablename__ = "team_indicator"

    id: str = Field(primary_key=True)
    team: str = refer("team.id")
    year: int | None
    name: str | None
    value: str | None
    system: str | None
    period: str | None
    note: str | None
    entered_by: str | None
    entered_at: str | None


class TeamTaskRow(SQLModel, table=True):
    """One task of a team's monthly list."""

    __tablename__ = "team_task"

    id: str = Field(primary_key=True)
    team: str = refer("team.id")
    title: str | None
    due: int | None
    done: int | None
    by: str | None
    note: str | None
    system: str | None
    item: str | None
    entered_by: str | None
    entered_at: str | None


class SystemEntryRow(SQLModel, table=True):
    """An indicator system of the department."""

    __tablename__ = "indicator_system"

    id: str = Field(primary_key=True)
    name: str | None
    body: str | None
    retired: bool | None
    version: int
    changed_at: str


class GradeQuotaRow(SQLModel, table=True):
    """How many people of a unit may hold some grades."""

    __tablename__ = "grade_quota"

    id: str = Field(primary_key=True)
    unit: str = refer("unit.id")
    grades: str | None
    quota: int | None
    start: int | None
    note: str | None
    version: int
    changed_at: str


class CodeEntryRow(SQLModel, table=True):
    """An entry the department added to a code list."""

    __tablename__ = "code_entry"

    id: str = Field(primary_key=True)
    list: str
    name: str
    code: str | None
    like: str | None
    also: str | None
    order: int | None
    retired: bool
    version: int
    changed_at: str
