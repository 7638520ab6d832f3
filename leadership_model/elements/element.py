"""An element 要素 and the ways one can be defined (`design.md` 5)."""

from dataclasses import dataclass, field

from leadership_model.conditions.protocols import Kind
from leadership_model.conditions.tree import Condition, Part


@dataclass(frozen=True, slots=True)
class ExperienceFilter:
    """A named career filter: a career row passes if it satisfies all parts of one branch."""

    name: str
    branches: tuple[tuple[Part, ...], ...]
    secondment: bool = False  # 挂职 rows count only if asked for
    help: str = ""
    retired: bool = False  # still understood, no longer offered


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A recorded field of the person."""

    field: str


@dataclass(frozen=True, slots=True)
class YearsSince:
    """Completed years at as_of since a month field."""

    field: str


@dataclass(frozen=True, slots=True)
class MonthsSince:
    """Months at as_of since a month field."""

    field: str


@dataclass(frozen=True, slots=True)
class MonthsUntil:
    """Months from as_of to the month of another element; negative when it has passed."""

    of: str


@dataclass(frozen=True, slots=True)
class MonthsIn:
    """Months in career rows that pass a filter; overlapping rows count once."""

    filter: str
    longest: bool = False


@dataclass(frozen=True, slots=True)
class Ever:
    """Whether any career row passes a filter."""

    filter: str


@dataclass(frozen=True, slots=True)
class CountOf:
    """How many career rows (lines) pass a filter."""

    filter: str


@dataclass(frozen=True, slots=True)
class EducationOf:
    """Highest 学历 or 学位, or major or school, of 全日制, 在职 or both."""

    mode: str  # 全日制 / 在职 / 全部
    what: str  # 学历 / 学位 / 专业 / 院校 / 学科门类


@dataclass(frozen=True, slots=True)
class AppraisalCount:
    """In how many of the last `years` calendar years the result was `grade`."""

    years: int
    grade: str


@dataclass(frozen=True, slots=True)
class SanctionInForce:
    """Whether a sanction of these kinds (all when empty) is in force at as_of."""

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthsInPost:
    """Months since the start of the longest-held present seat; 无 for people without a seat."""


@dataclass(frozen=True, slots=True)
class MonthsAtLevel:
    """Months continuously at this level or higher."""


@dataclass(frozen=True, slots=True)
class MonthsSameAreaLevel:
    """Months, summed, at the present level in the present area."""


@dataclass(frozen=True, slots=True)
class RetirementMonth:
    """The statutory month of retirement (`domain.md` 2.10)."""


@dataclass(frozen=True, slots=True)
class Band:
    """Bands of a number: labels[i] for edges[i-1] <= x < edges[i]."""

    of: str
    edges: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A choice with its values put into groups."""

    of: str
    mapping: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class When:
    """A flag: the condition holds."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class MarkOf:
    """A value typed in, or taken over from an imported column.

    What a mark says cannot be worked out: `sensitive` is set by whoever defines it. A name that
    speaks of sex, ethnicity, party, health, faith, family or home is sensitive all the same.
    """

    name: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FamiliarFields:
    """熟悉领域: marks and functions carried for `months` or longer."""

    months: int = 24


Definition = (
    FieldOf
    | YearsSince
    | MonthsSince
    | MonthsUntil
    | MonthsIn
    | Ever
    | CountOf
    | EducationOf
    | AppraisalCount
    | SanctionInForce
    | MonthsInPost
    | MonthsAtLevel
    | MonthsSameAreaLevel
    | RetirementMonth
    | Band
    | Group
    | When
    | MarkOf
    | FamiliarFields
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element: label (its name in every sentence), kind, declared domain, definition."""

    id: str
    label: str
    group: str
    kind: Kind
    definition: Definition
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    values: tuple[str, ...] = ()
    ranks: dict[str, int] = field(default_factory=dict)
    absent_possible: bool = True
    open_values: bool = False  # values beyond those listed may occur and be asked for
    help: str = ""
    retired: bool = False  # still understood where it is named, no longer offered
