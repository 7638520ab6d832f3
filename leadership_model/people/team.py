"""A team 班子: the leaders of one body, with its approved quota and its term."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Flag, Id, Month, Number, Ref, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """One team. Quotas 职数 are the approved numbers; None = not recorded.

    `category` is one of data/codes/teams.toml; `area` as in Unit. `place` is the place among the
    teams of an area: 党委, 人大, 政府, 政协, 法院, 检察院 or None.
    A retired team is kept to be read and counts nowhere.
    """

    id: Id
    unit: Ref
    name: Text
    category: Code = None
    sub_category: Code = None
    area: Code = None
    place: Code = None
    quota_head: Number = None
    quota_deputy: Number = None
    quota_other: Number = None
    term_start: Month = None
    term_months: Number = 60
    term_number: Number = None
    order: Number = 0
    retired: Flag = False
    absent: str = ""  # names of the fields that are 无
    version: int = 1
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One yearly figure of a team: 年度考核等次, 民主测评, 绩效指数 ..."""

    id: Id
    team: Ref
    year: Number
    name: Code
    value: Text
