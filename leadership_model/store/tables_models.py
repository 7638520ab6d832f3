"""Tables of what people and teams are measured by: elements, filters, models, portraits, rules."""

from sqlmodel import Field, SQLModel, UniqueConstraint

from leadership_model.store.columns import refer


class ElementEntryRow(SQLModel, table=True):
    """An element the department added."""

    __tablename__ = "element"

    id: str = Field(primary_key=True)
    body: str
    order: int
    version: int
    changed_at: str


class FilterEntryRow(SQLModel, table=True):
    """An experience filter the department added."""

    __tablename__ = "experience_filter"

    id: str = Field(primary_key=True)
    body: str
    order: int
    version: int
    changed_at: str


class ModelRow(SQLModel, table=True):
    """A structure model 结构模型: what stays the same in all its versions."""

    __tablename__ = "model"

    id: str = Field(primary_key=True)
    category: str
    sub_category: str | None
    team: str | None = refer("team.id")
    place: str | None


class ModelVersionRow(SQLModel, table=True):
    """One published version; `body` is JSON text without its requirements and portraits."""

    __tablename__ = "model_version"
    __table_args__ = (UniqueConstraint("model", "number"),)

    id: str = Field(primary_key=True)
    model: str = refer("model.id")
    number: int
    effective: int
    body: str
    published_by: str
    published_at: str


class RequirementRow(SQLModel, table=True):
    """One requirement 要求 of a version; `body` is JSON text."""

    __tablename__ = "requirement"

    id: str = Field(primary_key=True)
    model_version: str = refer("model_version.id")
    order: int
    body: str


class PortraitRow(SQLModel, table=True):
    """A portrait 岗位画像 as JSON text: of a version's key post, or general for its category."""

    __tablename__ = "portrait"

    id: str = Field(primary_key=True)
    model_version: str | None = refer("model_version.id")
    order: int
    body: str


class ModelDraftRow(SQLModel, table=True):
    """A model being edited, by the id of the model; `body` is JSON text of all of it."""

    __tablename__ = "model_draft"

    id: str = Field(primary_key=True)
    body: str
    version: int
    changed_at: str


class ModelTrialRow(SQLModel, table=True):
    """A draft on trial 试行, by the id of its model: as it was when the trial began."""

    __tablename__ = "model_trial"

    id: str = Field(primary_key=True)
    body: str
    since: int
    started_by: str
    started_at: str


class RuleSettingRow(SQLModel, table=True):
    """What the department set about one rule."""

    __tablename__ = "rule_setting"

    id: str = Field(primary_key=True)
    active: bool | None
    severity: str | None
    parameters: str
    confirmed_by: str | None
    confirmed_on: str | None
    start: int | None
    note: str | None
    version: int
    changed_at: str
