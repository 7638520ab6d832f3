"""选拔任用程序: what is recorded of how one person's move came about, and its JSON form.

A record holds an answer for each item of data/procedure/steps.toml, the reports to the superior
and files named as attachments. What nobody answered is open; it never counts as done.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from typing import Any, Literal

from leadership_model import months, seed
from leadership_model.errors import UserError

Way = Literal["提任", "平级", "免职"]
State = Literal["open", "done", "none", "doubt"]
STATE_WORDS: dict[State, str] = {
    "open": "未办",
    "done": "已办",
    "none": "不适用",
    "doubt": "待核",
}
STAGES = ("动议", "民主推荐", "考察", "讨论决定", "任职")
STEPS, REPORTS = "procedure/steps.toml", "procedure/reports.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to be done in a stage. `numbers`: what is counted; `until`: it lasts to a day."""

    id: str
    stage: str
    title: str
    ways: tuple[str, ...]
    required: bool
    source: str
    dated: bool = False
    until: bool = False
    document: bool = False
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was done about an item: days as 2026-11-20, `document` its number."""

    state: State = "open"
    day: str = ""
    until: str = ""
    document: str = ""
    note: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report to the superior about a situation: what people say of it, and the reply.

    `answer`: 是, 否, 待核, or nothing where the facts decide.
    """

    answer: str = ""
    number: str = ""
    day: str = ""
    reply: str = ""
    reply_day: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that was looked at: where it lay, how long it was and the SHA-256 of what it held.

    The file itself stays where it is: personal papers do not lie in clear beside the database.
    """

    item: str
    path: str
    size: int
    digest: str
    noted: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that is recorded of one person's move: by id of the item and of the situation."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()

    def answer(self, item: str) -> Answer:
        """Give the answer to an item; an open one where there is none."""
        return self.answers.get(item, Answer())

    def report(self, occasion: str) -> Report:
        """Give what is recorded of a situation."""
        return self.reports.get(occasion, Report())


EMPTY = Record()


@cache
def items() -> tuple[Item, ...]:
    """Give all items in their order."""
    return tuple(_item(row) for row in seed.read(STEPS)["item"])


def _item(row: Mapping[str, Any]) -> Item:
    lists = {key: tuple(row.get(key, ())) for key in ("ways", "numbers")}
    return Item(**{**row, **lists})


def items_for(way: Way) -> tuple[Item, ...]:
    """Give the items one way of moving asks for."""
    return tuple(each for each in items() if way in each.ways)


def with_answer(record: Record, item: str, answer: Answer) -> Record:
    """Put an answer in; an open and empty one is no answer."""
    kept = {key: value for key, value in record.answers.items() if key != item}
    if replace(answer, by="") != Answer():
        kept[item] = answer
    return replace(record, answers=kept)


def with_report(record: Record, occasion: str, report: Report) -> Record:
    """Put a report in; an empty one is none."""
    kept = {key: value for key, value in record.reports.items() if key != occasion}
    if report != Report():
        kept[occasion] = report
    return replace(record, reports=kept)


def check_report(report: Report) -> None:
    """Refuse a report that says too little or in the wrong order; UserError."""
    for word, day in (("报告日期", report.day), ("批复日期", report.reply_day)):
        if day and not months.is_day(day):
            raise UserError(f"{word}应写成 2026-11-20 的样子，不能是“{day}”")
    if bool(report.reply) != bool(report.reply_day):
        raise UserError("批复要同时写明文号和日期")
    if report.day and report.reply_day and report.reply_day < report.day:
        raise UserError("批复日期早于报告日期，请核对")


def to_json(record: Record) -> str:
    """Write a record as JSON text."""
    body = {
        "answers": {key: _plain(each) for key, each in sorted(record.answers.items())},
        "reports": {key: _plain(each) for key, each in sorted(record.reports.items())},
        "attachments": [asdict(each) for each in record.attachments],
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Record:
    """Read a record; UserError when the text holds none."""
    try:
        body: dict[str, Any] = json.loads(text)
        return Record(
            answers={key: Answer(**each) for key, each in body.get("answers", {}).items()},
            reports={key: Report(**each) for key, each in body.get("reports", {}).items()},
            attachments=tuple(Attachment(**each) for each in body.get("attachments", ())),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise UserError("这名干部的程序记录无法读取，请联系维护人员") from error


def _plain(each: Answer | Report) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {key: value for key, value in asdict(each).items() if value}
