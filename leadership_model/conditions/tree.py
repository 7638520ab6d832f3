"""A condition 条件 as a tree of frozen values. Three-valued everywhere: true, false, unknown."""

from dataclasses import dataclass
from typing import Literal

Value = str | int | float
Operator = Literal["=", "≠", ">", ">=", "<", "<="]
OPERATORS: tuple[Operator, ...] = ("=", "≠", ">", ">=", "<", "<=")


@dataclass(frozen=True, slots=True)
class Compare:
    """`name OP value`. A comparison with 无 is false, its ≠ true."""

    name: str
    op: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class Between:
    """`name 介于 low 与 high`, both ends included."""

    name: str
    low: Value
    high: Value


@dataclass(frozen=True, slots=True)
class Within:
    """`name 属于 {a, b}`."""

    name: str
    values: tuple[Value, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError("“属于”至少要列出一个值")


@dataclass(frozen=True, slots=True)
class Contains:
    """`name 包含 value`: a set holds the value, a text holds the string."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Is:
    """`name 已知 / 待核 / 无`. Never unknown itself."""

    name: str
    state: Literal["已知", "待核", "无"]


Part = Compare | Between | Within | Contains | Is


@dataclass(frozen=True, slots=True)
class Career:
    """`曾任 / 现任 what [累计 / 连续 满 n 个月]`; 从未任 is Not(Career("曾任", ...)).

    `what` is the name of an experience filter, or parts that all hold for one career row.
    `months` None: any time at all. Overlapping rows count once.
    """

    mode: Literal["曾任", "现任"]
    what: str | tuple[Part, ...]
    measure: Literal["累计", "连续"] = "累计"
    months: int | None = None

    def __post_init__(self) -> None:
        if self.months is not None and self.months < 1:
            raise ValueError("任职时间至少要满 1 个月")
        if self.months is None and self.measure == "连续":
            raise ValueError("“连续”之后要写明满多少个月")


@dataclass(frozen=True, slots=True)
class Exists:
    """`有 rows [part, ...]`: some row satisfies all parts; 没有 is Not(Exists(...))."""

    rows: Literal["教育", "考核", "处分", "亲属", "任职", "履历"]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Grades:
    """`近 n 年年度考核 grade 不少于 k 次`: among the n calendar years before as_of's year."""

    years: int
    grade: str
    times: int

    def __post_init__(self) -> None:
        if self.years < 1 or self.times < 1:
            raise ValueError("年度考核的年数和次数都至少是 1")


@dataclass(frozen=True, slots=True)
class All:
    """`a 且 b`; two parts or more."""

    parts: "tuple[Condition, ...]"

    def __post_init__(self) -> None:
        if len(self.parts) < 2:
            raise ValueError("“且”至少要连接两个条件")


@dataclass(frozen=True, slots=True)
class Some:
    """`a 或 b`; two parts or more."""

    parts: "tuple[Condition, ...]"

    def __post_init__(self) -> None:
        if len(self.parts) < 2:
            raise ValueError("“或”至少要连接两个条件")


@dataclass(frozen=True, slots=True)
class Not:
    """`非 (a)`."""

    part: "Condition"


Leaf = Compare | Between | Within | Contains | Is | Career | Exists | Grades
Condition = Leaf | All | Some | Not
