"""Tables of the work done with the base: queries, scenarios, conclusions, imports, books."""

from sqlmodel import Field, SQLModel

from leadership_model.store.columns import refer


class SavedQueryRow(SQLModel, table=True):
    """A question kept under a name."""

    __tablename__ = "saved_query"

    id: str = Field(primary_key=True)
    label: str
    sentence: str
    folder: str | None
    note: str | None
    parameters: str
    author: str
    order: int
    version: int
    changed_at: str


class NamedSetRow(SQLModel, table=True):
    """A list of people kept under a name; ids of people parted by blanks."""

    __tablename__ = "people_set"

    id: str = Field(primary_key=True)
    label: str | None
    folder: str | None
    note: str | None
    origin: str | None
    people: str | None
    sensitive: str | None
    order: int | None
    entered_by: str | None
    entered_at: str | None
    version: int
    changed_at: str


class BasketRow(SQLModel, table=True):
    """The shortlist of one user; the id is his name."""

    __tablename__ = "basket"

    id: str = Field(primary_key=True)
    people: str
    version: int
    changed_at: str


class ColumnSetRow(SQLModel, table=True):
    """Columns a list of people shows, as JSON text."""

    __tablename__ = "column_set"

    id: str = Field(primary_key=True)
    label: str
    body: str
    order: int
    version: int
    changed_at: str


class ColourRuleRow(SQLModel, table=True):
    """A condition whose people are marked in a tone."""

    __tablename__ = "colour_rule"

    id: str = Field(primary_key=True)
    label: str
    sentence: str
    tone: str
    active: bool
    order: int
    version: int
    changed_at: str


class ScenarioEntryRow(SQLModel, table=True):
    """A scenario 方案."""

    __tablename__ = "scenario"

    id: str = Field(primary_key=True)
    label: str
    effective: int
    base: int
    cursor: int
    stage: str | None
    options: str
    log: str | None
    note: str | None
    author: str
    shared: str
    status: str
    former: str | None
    ground: str
    version: int
    changed_at: str


class MoveEntryRow(SQLModel, table=True):
    """One move 调整 of a scenario, as JSON text."""

    __tablename__ = "scenario_move"

    id: str = Field(primary_key=True)
    scenario: str = refer("scenario.id")
    order: int
    body: str


class ProcedureRow(SQLModel, table=True):
    """What is recorded of how the move of one person in a scenario came about, as JSON text."""

    __tablename__ = "procedure"

    id: str = Field(primary_key=True)
    scenario: str = refer("scenario.id")
    person: str = refer("person.id")
    body: str
    version: int
    changed_at: str


class CarriedRow(SQLModel, table=True):
    """A scenario carried out: the records it wrote, before and after, as JSON text."""

    __tablename__ = "carried"

    id: str = Field(primary_key=True)
    scenario: str = refer("scenario.id")
    month: int
    body: str
    version: int
    changed_at: str


class ConclusionRow(SQLModel, table=True):
    """A conclusion of an assessment, as signed."""

    __tablename__ = "conclusion"

    id: str = Field(primary_key=True)
    kind: str
    subject: str = Field(index=True)
    month: int
    text: str
    body: str
    signed_by: str | None
    version: int
    changed_at: str


class ImportBatchRow(SQLModel, table=True):
    """One import."""

    __tablename__ = "import_batch"

    id: str = Field(primary_key=True)
    label: str
    counts: str
    undone_at: str | None
    version: int
    changed_at: str


class ImportChangeRow(SQLModel, table=True):
    """One field an import changed, with the old and the new value."""

    __tablename__ = "import_change"

    id: str = Field(primary_key=True)
    batch: str = refer("import_batch.id")
    order: int
    kind: str
    record: str
    field: str
    old: str | None
    new: str | None


class SourceFileRow(SQLModel, table=True):
    """The original a person's record came from."""

    __tablename__ = "source_file"

    id: str = Field(primary_key=True)
    person: str = refer("person.id")
    kind: str
    name: str | None
    batch: str | None = refer("import_batch.id")
    content: bytes | None
    elements: str
    version: int
    changed_at: str


class SettingRow(SQLModel, table=True):
    """One setting of the database; `change_number` counts its write transactions."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


class DerivedRow(SQLModel, table=True):
    """Something worked out from the whole database, good for one state, month and program."""

    __tablename__ = "derived"

    name: str = Field(primary_key=True)
    number: int
    month: int
    program: str
    digest: str
    body: bytes


class AuditRow(SQLModel, table=True):
    """One line of the book: when, who, what, on which row, and its fields before and after."""

    __tablename__ = "audit"

    number: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    what: str
    kind: str = Field(index=True)
    record: str = Field(index=True)
    before: str | None
    after: str | None


class MigrationRow(SQLModel, table=True):
    """One step of the schema that this database has taken."""

    __tablename__ = "migration"

    number: int = Field(primary_key=True)
    name: str
    at: str
    who: str
