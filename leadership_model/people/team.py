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
    """One figure of a team: 年度考核等次, 民主测评, or the score of an item of an indicator system.

    With a `system` the `name` is the id of one of its items, and `period` says which part of the
    year is meant: H1 and H2 are its halves, 01 to 12 its months, None the whole year.
    """

    id: Id
    team: Ref
    year: Number
    name: Code
    value: Text
    system: Code = None
    period: Code = None
    note: Text = None
    entered_by: Text = None
    entered_at: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTask:
    """One task of a team's monthly list, with its follow-up; `done` None: not done yet.

    `system` and `item` name the indicator it serves, `by` who follows it up.
    """

    id: Id
    team: Ref
    title: Text
    due: Month
    done: Month = None
    by: Text = None
    note: Text = None
    system: Code = None
    item: Code = None
    entered_by: Text = None
    entered_at: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemEntry:
    """An indicator system the department made or changed; `body` in the form of data/indicators.

    One with the id of a shipped system stands in its place.
    """

    id: Id
    name: Text
    body: Text
    retired: Flag = False
    version: int = 1
    changed_at: str = ""
