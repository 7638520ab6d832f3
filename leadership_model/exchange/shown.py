"""What an import would change of one person, field by field: words for old and new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadership_model import months
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.merge import Change
from leadership_model.people.fields import BY_NAME, LABELS, NONE_WORD, UNKNOWN_WORD
from leadership_model.people.gaps import ABSENT
from leadership_model.people.person import (
    Appraisal,
    Education,
    Mark,
    Relative,
    Reward,
    Sanction,
)

TABLES = {
    "career_entry": "履历",
    "education": "学历学位",
    "appraisal": "年度考核",
    "reward": "奖励",
    "sanction": "处分",
    "relative": "家庭成员",
    "photo": "照片",
    "person_mark": "手工录入的要素",
}
# Told by another line: parts of the birth, what follows from the text of 入党时间.
FOLLOWING = ("birth_year", "birth_date", "rewards_complete", "has_photo")
NEW = ("name", "sex", "birth", "ethnicity", "party", "post_text")


@dataclass(frozen=True, slots=True)
class Line:
    """One difference: what, how it was, how it would be.

    `topic` is the part it belongs to, `doubt` why it is asked about, `taken` what was decided.
    """

    label: str
    old: str
    new: str
    topic: str = ""
    doubt: str = ""
    taken: bool | None = True


def lines(entry: Entry) -> tuple[Line, ...]:
    """List what an entry would change; of a new person the main fields and collections."""
    if entry.state == "new" and entry.person is not None:
        return tuple(_of_new(entry))
    listed = [each for each in entry.changes if each.field not in FOLLOWING]
    if not listed:
        listed = list(entry.changes)
    return tuple(_line(each) for each in listed)


def offered(entry: Entry) -> tuple[Line, ...]:
    """List all an entry offers, taken or not; the lines of a part stand together."""
    if entry.before is None and entry.person is not None:
        (part,) = entry.offers
        of_new = tuple(_of_new(entry))
        return tuple(replace(line, topic=part.topic, taken=part.taken) for line in of_new)
    made: list[Line] = []
    for part in entry.offers:
        listed = [each for each in part.changes if each.field not in FOLLOWING]
        for change in listed or part.changes:
            line = _line(change)
            made.append(replace(line, topic=part.topic, doubt=part.doubt, taken=part.taken))
    return tuple(made)


def _of_new(entry: Entry) -> Iterator[Line]:
    for name in NEW:
        value = getattr(entry.person, name)
        if value is not None:
            yield Line(LABELS[name], "", _value(name, value))
    for rows in entry.rows:
        yield Line(TABLES[rows.table], "", _rows(rows.put))
    if entry.photo is not None:
        yield Line("照片", "", "有")


def _line(change: Change) -> Line:
    if change.field in TABLES:
        old = _rows(change.old or ())
        return Line(TABLES[change.field], old, _rows(change.new))
    label = LABELS.get(change.field, change.field)
    return Line(label, _value(change.field, change.old), _value(change.field, change.new))


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - whatever the field holds
    if value is None:
        return UNKNOWN_WORD
    if value == ABSENT and not isinstance(value, bool):
        return NONE_WORD
    kind = BY_NAME[name].kind if name in BY_NAME else "text"
    if kind in ("month", "birth") and isinstance(value, int):
        return months.show_iso(value)
    if kind == "flag":
        return "是" if value else "否"
    return str(value)


def _rows(rows: Any) -> str:  # noqa: ANN401 - a tuple of records, or a text
    if isinstance(rows, str):
        return rows
    if not rows:
        return NONE_WORD
    texts = list(dict.fromkeys(_row(each) for each in rows))
    return f"{len(rows)} 条：{'；'.join(texts)}"


def _row(row: object) -> str:
    match row:
        case Education():
            return _joined((row.mode, row.schooling, row.degree, row.school, row.major))
        case Appraisal():
            return f"{row.year} {row.result}"
        case Reward():
            return _joined((months.show_known(row.month), row.name))
        case Sanction():
            return _joined((months.show_known(row.month), row.kind))
        case Relative():
            return _joined((row.title, row.name, row.post_text))
        case Mark():
            return _joined((row.element, row.value))
        case _:
            start = getattr(row, "start", None)
            return _joined((months.show_known(start), getattr(row, "text", None)))


def _joined(parts: Sequence[str | None]) -> str:
    return " ".join(part for part in parts if part)
