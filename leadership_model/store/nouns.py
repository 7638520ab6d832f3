"""Records only the store knows. Bodies are JSON text, read by the room they belong to.

Every field is one column, in the same order. `version` and `changed_at` are kept by the store.
"""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementEntry:
    """An element the department added; `body` in the form of data/elements."""

    id: str
    body: str
    order: int = 0
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterEntry:
    """An experience filter the department added; `id` is its name, `body` as in data/experience."""

    id: str
    body: str
    order: int = 0
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """What the department set about one rule; `id` is the rule's. None = as shipped.

    `parameters` is a JSON object of numbers. `start` is the month from which the setting holds.
    """

    id: str
    active: bool | None = None
    severity: str | None = None
    parameters: str = "{}"
    confirmed_by: str | None = None
    confirmed_on: str | None = None
    start: int | None = None
    note: str | None = None
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question kept under a name, as its canonical sentence, for everybody who opens the base.

    `parameters` is JSON text: what is asked when it is opened, see `query.asking`. `author` stored
    it last.
    """

    id: str
    label: str
    sentence: str
    folder: str | None = None
    note: str | None = None
    parameters: str = "[]"
    author: str = ""
    order: int = 0
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """候选篮: the shortlist of one user, ids of people parted by blanks; `id` is his name."""

    id: str
    people: str = ""
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSet:
    """列方案: which columns a list of people shows; `body` is JSON text, as query.column_sets."""

    id: str
    label: str
    body: str = "{}"
    order: int = 0
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourRule:
    """着色: people whom a condition (a sentence) finds are marked in a tone."""

    id: str
    label: str
    sentence: str
    tone: str
    active: bool = True
    order: int = 0
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioEntry:
    """A scenario 方案 without its moves. The first `cursor` moves are in force.

    `base` is the change number of the snapshot it was begun on, `effective` its own month.
    `options` is JSON text, `log` what the solver said. `author` stored it first, `shared` is a JSON
    list of the names that see it too; `status` as in staffing.status, `former` the one before 归档.
    `ground` is JSON text: the seats of the base its moves were made on.
    """

    id: str
    label: str
    effective: int
    base: int = 0
    cursor: int = 0
    stage: str | None = None
    options: str = "{}"
    log: str | None = None
    note: str | None = None
    author: str = ""
    shared: str = "[]"
    status: str = "草案"
    former: str | None = None
    ground: str = "{}"
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEntry:
    """One move 调整 of a scenario; `order` counts from 0."""

    id: str
    scenario: str
    order: int
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureEntry:
    """What is recorded of one person's move in a scenario; `body` as in staffing.procedure."""

    id: str
    scenario: str
    person: str
    body: str = "{}"
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A scenario carried out from a month on; `body` holds the records written, before and after.

    `id` is that of the scenario: it is carried out once, or not any more.
    """

    id: str
    scenario: str
    month: int
    body: str
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A conclusion of an assessment, as signed; `subject`: id of a team, person or scenario."""

    id: str
    kind: str
    subject: str
    month: int
    text: str
    body: str = "{}"
    signed_by: str | None = None
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One import. `counts` is a JSON object; `undone_at` says when it was taken back."""

    id: str
    label: str
    counts: str = "{}"
    undone_at: str | None = None
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChange:
    """One field an import changed, for undo; `old` and `new` are JSON text, None = no such row.

    `kind` is the table, `record` the row's id. With `field` empty the whole row came or went.
    """

    id: str
    batch: str
    order: int
    kind: str
    record: str
    field: str = ""
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The original a person's record came from, so that it can be written back as it was.

    `kind` is lrmx, lrm, hzb or roster; `elements` the original elements as JSON text.
    """

    id: str
    person: str
    kind: str
    name: str | None = None
    batch: str | None = None
    content: bytes | None = None
    elements: str = "{}"
    version: int = 1
    changed_at: str = ""


Noun = (
    ElementEntry
    | FilterEntry
    | RuleSetting
    | SavedQuery
    | Basket
    | ColumnSet
    | ColourRule
    | ScenarioEntry
    | MoveEntry
    | ProcedureEntry
    | Carried
    | Conclusion
    | ImportBatch
    | ImportChange
    | SourceFile
)


def may_see(author: str, shared: str, name: str) -> bool:
    """Say whether somebody may see a plan: its author, and whom it was shared with by name."""
    return name == author or name in json.loads(shared)
