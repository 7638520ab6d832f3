"""Tables of people and the collections that hang on one.

The columns are the fields of the records of people/, in the same order; a test compares them.
"""

from sqlmodel import Field, SQLModel

from leadership_model.store.columns import refer


class PersonRow(SQLModel, table=True):
    """A person 干部."""

    __tablename__ = "person"

    id: str = Field(primary_key=True)
    name: str | None
    sex: str | None
    birth: int | None
    birth_year: int | None
    birth_date: str | None
    ethnicity: str | None
    origin: str | None
    birthplace: str | None
    hometown: str | None
    party: str | None
    other_parties: str | None
    party_joined: int | None
    party_text: str | None
    work_start: int | None
    health: str | None
    marriage: str | None
    religion: str | None
    technical_title: str | None
    speciality: str | None
    id_number: str | None
    unit: str | None = refer("unit.id")
    post_text: str | None
    level: str | None
    level_since: int | None
    grade: str | None
    grade_since: int | None
    grassroots: bool | None
    selected_graduate: bool | None
    status: str | None
    status_month: int | None
    early_retirement: int | None
    resume: str | None
    reward_text: str | None
    rewards_complete: bool | None
    appraisal_text: str | None
    proposed_post: str | None
    removed_post: str | None
    reason: str | None
    reporting_unit: str | None
    age_month: str | None
    filled_in: str | None
    filled_by: str | None
    has_photo: bool | None
    absent: str
    version: int
    changed_at: str


class EducationRow(SQLModel, table=True):
    """One 学历 / 学位 of a person."""

    __tablename__ = "education"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    mode: str | None
    schooling: str | None
    degree: str | None
    degree_level: str | None
    school: str | None
    major: str | None
    discipline: str | None
    start: int | None
    end: int | None
    absent: str


class CareerEntryRow(SQLModel, table=True):
    """What was understood of one line of the 简历."""

    __tablename__ = "career_entry"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    line: int
    kind: str | None
    start: int | None
    end: int | None
    text: str | None
    unit_text: str | None
    unit_kind: str | None
    area: str | None
    unit: str | None = refer("unit.id")
    post_kind: str | None
    level: str | None
    role: str | None
    functions: str | None
    secondment: bool | None
    sure: int | None
    by_hand: bool | None


class AppraisalRow(SQLModel, table=True):
    """The 年度考核 of one year."""

    __tablename__ = "appraisal"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    year: int | None
    result: str | None


class RewardRow(SQLModel, table=True):
    """One reward 奖励."""

    __tablename__ = "reward"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    month: int | None
    organ: str | None
    name: str | None


class SanctionRow(SQLModel, table=True):
    """One sanction 处分 or measure 组织处理."""

    __tablename__ = "sanction"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    kind: str | None
    month: int | None
    ends: int | None
    organ: str | None
    document: str | None


class RelativeRow(SQLModel, table=True):
    """One line of 家庭主要成员及重要社会关系."""

    __tablename__ = "relative"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    order: int
    title: str | None
    name: str | None
    birth: int | None
    birth_year: int | None
    party: str | None
    post_text: str | None
    deceased: bool | None


class KinshipRow(SQLModel, table=True):
    """Two people of the base who are related, as candidate or confirmed."""

    __tablename__ = "kinship"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    relative: str = refer("person.id")
    title: str | None
    state: str | None
    note: str | None
    entered_by: str | None
    entered_at: str | None


class MarkRow(SQLModel, table=True):
    """A value entered by hand or taken over from a roster."""

    __tablename__ = "person_mark"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    element: str | None
    value: str | None
    entered_by: str | None
    entered_at: str | None


class ReserveRow(SQLModel, table=True):
    """One stay on a list of the reserve."""

    __tablename__ = "reserve"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    list: str | None
    role: str | None
    level: str | None
    start: int | None
    end: int | None
    by: str | None
    reason: str | None
    left: str | None


class TrainingRow(SQLModel, table=True):
    """One step of a person's progressive training."""

    __tablename__ = "training"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    link: str | None
    title: str | None
    start: int | None
    end: int | None
    by: str | None
    note: str | None


class PhotoRow(SQLModel, table=True):
    """The photo of a person, as JPEG."""

    __tablename__ = "photo"

    person: str = refer("person.id", key=True)
    jpeg: bytes
    changed_at: str
