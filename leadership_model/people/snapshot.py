"""Everything that is, as columns: the one value all questions are asked of. Never changed."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace
from operator import itemgetter
from typing import Any, TypeVar

from leadership_model.people.career import CareerEntry
from leadership_model.people.correction import Correction
from leadership_model.people.grade_quota import GradeQuota
from leadership_model.people.hold import Hold
from leadership_model.people.ignored import IgnoredIssue
from leadership_model.people.kept import Kept, Read
from leadership_model.people.named_set import NamedSet
from leadership_model.people.person import (
    Appraisal,
    Education,
    Kinship,
    Mark,
    Person,
    Relative,
    Reward,
    Sanction,
)
from leadership_model.people.post import Post
from leadership_model.people.reserve import Reserve, Training
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.people.table import Table, build, kinds_of
from leadership_model.people.team import Indicator, SystemEntry, Team, TeamTask
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.people.verified import Verification

T = TypeVar("T")

# name of the table in the snapshot and in the store -> (record, owner, {reference field: table})
LAYOUT: dict[str, tuple[type, str | None, dict[str, str]]] = {
    "unit": (Unit, None, {"parent": "unit", "upper": "unit"}),
    "person": (Person, None, {"unit": "unit"}),
    "team": (Team, None, {"unit": "unit"}),
    "post": (Post, "team", {"team": "team"}),
    "tenure": (Tenure, None, {"post": "post", "person": "person"}),
    "education": (Education, "person", {"person": "person"}),
    "career_entry": (CareerEntry, "person", {"person": "person", "unit": "unit"}),
    "appraisal": (Appraisal, "person", {"person": "person"}),
    "reward": (Reward, "person", {"person": "person"}),
    "sanction": (Sanction, "person", {"person": "person"}),
    "relative": (Relative, "person", {"person": "person"}),
    "kinship": (Kinship, None, {"person": "person", "relative": "person"}),
    "person_mark": (Mark, "person", {"person": "person"}),
    "team_indicator": (Indicator, "team", {"team": "team"}),
    "verification": (Verification, "person", {"person": "person"}),
    "correction": (Correction, "person", {"person": "person"}),
    "ignored_issue": (IgnoredIssue, None, {"person": "person", "team": "team"}),
    "team_task": (TeamTask, "team", {"team": "team"}),
    "indicator_system": (SystemEntry, None, {}),
    "reserve": (Reserve, "person", {"person": "person"}),
    "training": (Training, "person", {"person": "person"}),
    "rule_check": (RuleCheck, None, {"person": "person", "post": "post", "team": "team"}),
    "exception": (RuleException, None, {"person": "person", "post": "post", "team": "team"}),
    "grade_quota": (GradeQuota, None, {"unit": "unit"}),
    "hold": (Hold, None, {"person": "person"}),
    "people_set": (NamedSet, None, {}),
}

NAMES: dict[type, str] = {record: name for name, (record, _, _) in LAYOUT.items()}

# Retired records of these tables are kept beside the columns (`Table.retired`): no question, count
# or list sees them, and what refers to them refers to nothing.
RETIRING = ("team", "post")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All tables by name, with the settings of the database and its change number.

    Rows of `unit`, `person`, `team` are in order of id; child rows in order of their owner. Posts
    lie in the order of their teams and inside one by `order`.
    """

    tables: Mapping[str, Table]
    settings: Mapping[str, str] = field(default_factory=dict)
    number: int = 0
    _kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what `make` works out from this snapshot alone, worked out once per key."""
        return self._kept.get(key, make)

    def knows(self, key: Hashable) -> bool:
        """Say whether something is worked out already."""
        return key in self._kept

    def behind(self, common: frozenset[type]) -> Kept:
        """Give room for what a snapshot works out that has these kinds of records in common."""
        return Kept(self._kept, common)

    def with_kept(self, other: "Snapshot") -> "Snapshot":
        """Take over what was worked out from another snapshot and would come out the same."""
        if self.settings != other.settings:
            return self
        return replace(self, _kept=other.kept(self))

    def kept(self, later: "Snapshot") -> Kept:
        """Give what was worked out from this snapshot and would come out of `later` the same."""
        same = later.same_as(self)
        return self._kept.those(lambda _key, _value, reads: same(reads))

    def same_as(self, other: "Snapshot") -> Callable[[Iterable[Read]], bool]:
        """Give the question whether what was once read of `other` reads the same here.

        After an edit it is asked of a thousand values that read the same few columns: each column
        is looked at once.
        """
        known = _Same(self, other)
        return lambda reads: all(map(known.__getitem__, reads))

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    @property
    def people(self) -> Table:
        """The people table."""
        return self.tables["person"]

    @property
    def posts(self) -> Table:
        """The posts table, sorted by team."""
        return self.tables["post"]

    @property
    def teams(self) -> Table:
        """The teams table."""
        return self.tables["team"]

    @property
    def default_month(self) -> int | None:
        """The reference month stored in the database, if one is."""
        text = self.settings.get("as_of")
        return int(text) if text else None


class _Same(dict[Read, bool]):
    """What reads the same in two snapshots, found out when it is first asked."""

    def __init__(self, now: Snapshot, was: Snapshot) -> None:
        super().__init__()
        self._now, self._was = now, was

    def __missing__(self, read: Read) -> bool:
        kind, asked = read
        name = NAMES[kind]
        same = self[read] = self._now[name].says_the_same(self._was[name], asked)
        return same


def of_rows(
    rows: Mapping[str, Iterable[tuple[Any, ...]]],
    settings: Mapping[str, str] | None = None,
    number: int = 0,
) -> Snapshot:
    """Build a snapshot from stored rows: table name -> tuples in the order of record fields."""
    tables: dict[str, Table] = {}
    for name in LAYOUT:
        tables[name] = table_of(name, rows.get(name, ()), tables)
    return Snapshot(tables, dict(settings or {}), number)


def table_of(name: str, rows: Iterable[tuple[Any, ...]], tables: Mapping[str, Table]) -> Table:
    """Build one table from stored rows; those it refers to are in `tables` already."""
    record, owner, references = LAYOUT[name]
    stored = _sorted(rows, record, owner)
    positions = {each: tables[each].positions for each in references.values() if each != name}
    if name in references.values():  # a unit refers to units
        positions[name] = {row[0]: i for i, row in enumerate(stored)}
    found = {each: positions[target] for each, target in references.items()}
    gone: tuple[tuple[Any, ...], ...] = ()
    if name in RETIRING:
        at = list(kinds_of(record)).index("retired")
        gone = tuple(row for row in stored if row[at])
        stored = [row for row in stored if not row[at]] if gone else stored
    return build(record, stored, found, owner, gone)


def order_field(record: type) -> str | None:
    """Name the field rows of one owner are ordered by before their ids, if there is one."""
    names = kinds_of(record)
    return next((each for each in ("order", "line") if each in names), None)


def of_records(records: Iterable[Any], settings: Mapping[str, str] | None = None) -> Snapshot:
    """Build a snapshot from records of any kinds; for tests, samples and what-if questions."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for record in records:
        rows.setdefault(NAMES[type(record)], []).append(astuple(record))
    return of_rows(rows, settings)


def _sorted(
    rows: Iterable[tuple[Any, ...]], record: type, owner: str | None
) -> list[tuple[Any, ...]]:
    """Order by id; rows of an owner first by their `order` or `line`, where they have one.

    Two stable sorts on plain keys: rows mostly come in order, and no tuples of keys are made.
    """
    name = order_field(record)
    at = list(kinds_of(record)).index(name) if name else 0
    found = sorted(rows, key=itemgetter(0))
    if owner and at:
        found.sort(key=lambda row: row[at] or 0)
    return found
