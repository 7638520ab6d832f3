"""Recorded fields of a person as columns, as of a month.

Facts dated after as_of are not seen: a level, grade or state gained later is not known yet.
"""

from dataclasses import dataclass

import numpy as np

from leadership_model.conditions.protocols import ChoiceColumn, TextColumn
from leadership_model.elements import columns, seats
from leadership_model.elements.references import SEATED_FIELDS
from leadership_model.elements.source import Source
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.disputes import settled
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.table import Bools, Ints

# field -> kind of column, for the catalogue to be checked against
KINDS: dict[str, str] = {
    **dict.fromkeys(("name", "resume", "speciality", "post_text", "unit_name"), "text"),
    **dict.fromkeys(("sex", "ethnicity", "origin", "birthplace", "hometown"), "choice"),
    **dict.fromkeys(("party", "health", "religion", "marriage", "technical_title"), "choice"),
    **dict.fromkeys(("level", "grade", "rank", "status", "area", "came_from"), "choice"),
    **dict.fromkeys(("post_role", "post_kind", "team_category"), "choice"),
    **dict.fromkeys(("birth", "party_joined", "work_start", "level_since"), "month"),
    **dict.fromkeys(("grade_since", "status_month", "post_since"), "month"),
    **dict.fromkeys(("grassroots", "selected_graduate", "at_home", "in_team"), "flag"),
    "lists": "set",
}


@dataclass(frozen=True, slots=True)
class Months:
    """A month per person as an interval; `blank`: nothing is known of it.

    `may_be_absent`: not known, and 无 is one of the possibilities.
    """

    low: Ints
    high: Ints
    absent: Bools
    blank: Bools
    may_be_absent: Bools


def choice_of(source: Source, field: str) -> ChoiceColumn:
    """Give a field of choices or of yes and no."""
    seated = field in SEATED_FIELDS
    return source.keep(("choice", field), lambda: _choice(source, field), seated=seated)


def text_of(source: Source, field: str) -> TextColumn:
    """Give a field of text."""
    seated = field in SEATED_FIELDS
    return source.keep(("text", field), lambda: _text(source, field), seated=seated)


def month_of(source: Source, field: str) -> Months:
    """Give a field of months as an interval."""
    seated = field in SEATED_FIELDS
    return source.keep(("month", field), lambda: _month(source, field), seated=seated)


def _choice(source: Source, field: str) -> ChoiceColumn:
    people = source.snapshot.people
    if field in SEATED_FIELDS:
        return seats.choice(source, field)
    match field:
        case "level" | "grade":
            later = people.ints(f"{field}_since") > source.as_of
            found = people.texts(field)
            return ChoiceColumn(np.where(later, UNKNOWN, found.codes).astype(np.int32), found.table)
        case "party":
            found = people.texts("party")
            later = people.ints("party_joined") > source.as_of
            return ChoiceColumn(np.where(later, UNKNOWN, found.codes).astype(np.int32), found.table)
        case "status":
            return _status(source)
        case "rank":
            return _rank(source)
        case "grassroots" | "selected_graduate":
            return columns.flags(people.ints(field))
        case _:
            return columns.choice(people.texts(field))


def _status(source: Source) -> ChoiceColumn:
    """Give 人员状态; a change dated later has not happened yet, so the person is 在职."""
    people = source.snapshot.people
    found = people.texts("status")
    table = found.table if "在职" in found.table else (*found.table, "在职")
    later = people.ints("status_month") > source.as_of
    return ChoiceColumn(np.where(later, table.index("在职"), found.codes).astype(np.int32), table)


def _rank(source: Source) -> ChoiceColumn:
    """Give the level, or for who holds a grade and no level the level the grade compares with."""
    level, grade = choice_of(source, "level"), choice_of(source, "grade")
    names = codes.names("levels")
    places = {name: place for place, name in enumerate(names)}
    compares = {g: places[level] for g, level in codes.values("grades", "level").items()}
    of_level = _mapped(level, places)
    of_grade = _mapped(grade, compares)
    found = np.where(of_level >= 0, of_level, of_grade)
    # Without a level and with the grade unknown nothing is known, and the other way round.
    unsure = (of_level < 0) & (of_grade < 0) & ((of_level == UNKNOWN) | (of_grade == UNKNOWN))
    return ChoiceColumn(np.where(unsure, UNKNOWN, found).astype(np.int32), names)


def _mapped(column: ChoiceColumn, places: dict[str, int]) -> Ints:
    """Translate values into places; a value without one is unknown."""
    lookup = np.array([*(places.get(v, UNKNOWN) for v in column.values), ABSENT, UNKNOWN])
    return lookup[column.codes].astype(np.int32)


def _text(source: Source, field: str) -> TextColumn:
    if field in SEATED_FIELDS:
        return seats.text(source, field)
    people = source.snapshot.people
    return columns.text(people.raw(field), people.texts(field).codes == ABSENT)


def _month(source: Source, field: str) -> Months:
    people = source.snapshot.people
    nobody = np.zeros(source.count, dtype=np.bool_)
    match field:
        case "birth":
            return _birth(source)
        case "party_joined":
            return _party_joined(source)
        case "level_since" | "grade_since":
            held = people.texts(field.removesuffix("_since")).codes
            return _known(people.ints(field), source.as_of, held == ABSENT, held == UNKNOWN)
        case "status_month":
            absent = people.texts("status").mask("在职")
            return _known(people.ints(field), source.as_of, absent, nobody)
        case "post_since":
            since, absent = seats.since(source)
            return _known(since, source.as_of, absent, nobody)
        case "work_start":
            return _known(settled(source.snapshot, field), source.as_of, nobody, nobody)
        case _:
            raise UserError(f"没有名为 {field} 的年月字段，请核对要素定义")


def _known(values: Ints, as_of: int, absent: Bools, may: Bools) -> Months:
    """Take recorded months as they are; what is dated later than as_of is not known."""
    gone = absent | (values == ABSENT)
    blank = ((values < 0) | (values > as_of)) & ~gone
    return Months(values, values, gone, blank, may & blank)


def _birth(source: Source) -> Months:
    """Give the birth; known only by year it is one of twelve months."""
    exact, year = settled(source.snapshot, "birth"), settled(source.snapshot, "birth_year")
    by_year = (exact < 0) & (year > 0)
    low = np.where(by_year, year * 12, exact).astype(np.int32)
    high = np.where(by_year, np.minimum(year * 12 + 11, source.as_of), exact).astype(np.int32)
    nobody = np.zeros(source.count, dtype=np.bool_)
    blank = (low < 0) | (low > source.as_of)
    return Months(low, high, nobody, blank, nobody)


def _party_joined(source: Source) -> Months:
    """Give 入党时间: 无 for who is known to be no member of the Communist Party.

    First and further parties stand in one cell of the form, so that a known first party without
    further ones means that there are none.
    """
    people = source.snapshot.people
    party, others = people.texts("party"), people.texts("other_parties")
    sides = codes.values("parties", "side")
    member = np.array([sides.get(name) == "中共" for name in party.table] + [False] * 2)
    also = np.array(
        [any(sides.get(n) == "中共" for n in names.split("、")) for names in others.table]
        + [False] * 2
    )
    known = party.codes != UNKNOWN
    outside = known & ~member[party.codes] & ~also[others.codes]
    joined = settled(source.snapshot, "party_joined")
    return _known(joined, source.as_of, outside, ~known)
