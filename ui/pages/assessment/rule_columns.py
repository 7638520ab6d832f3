"""Questions answered by hand and exceptions granted, as columns and lines. No Qt."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.people.rule_notes import RuleException
from leadership_model.rules.checklist import TOLD_WORDS
from leadership_model.rules.hand import text_of
from leadership_model.rules.rule import WAIVER_WORDS
from ui.pages.assessment.rule_work import TOLD_ORDER, Asked, Granted
from ui.tables.cell import Cell
from ui.tables.columns import Column

TOLD_MARKS = {"open": "unknown", "good": "green", "bad": "red", "doubt": "unknown"}


def counted(rows: Sequence[Asked]) -> str:
    """Count the answers."""
    told = [each.question.told for each in rows]
    parts = [f"{TOLD_WORDS[each]} {told.count(each)}" for each in TOLD_ORDER if each in told]
    return " · ".join((f"共 {len(rows)} 项", *parts))


def asked_lines(row: Asked) -> tuple[tuple[str, str], ...]:
    """Write everything about one question."""
    rule = row.rule
    found = [
        ("规则", f"{rule.id} {rule.title}"),
        ("依据", f"{rule.source}（{rule.edition}）{rule.article}"),
        ("问题", rule.question),
        ("人员", " ".join(filter(None, (row.person, row.post)))),
        ("登记", row.question.hint),
        ("核查", text_of(row.check) if row.check else "尚未核查，不作为符合"),
    ]
    return tuple((word, text) for word, text in found if text)


def granted_lines(row: Granted) -> tuple[tuple[str, str], ...]:
    """Write everything about one exception."""
    given, rule = row.given, row.rule
    found = [
        ("规则", f"{given.rule} {rule.title}" if rule else given.rule or ""),
        ("针对", row.about),
        ("理由", given.reason or ""),
        ("批准", " ".join(filter(None, (given.approver, given.reply_number, given.reply_date)))),
        ("期间", span_text(given)),
        ("例外权限", WAIVER_WORDS[rule.waiver] if rule else ""),
    ]
    return tuple((word, text) for word, text in found if text)


def span_text(given: RuleException) -> str:
    """Write from when to when an exception holds."""
    start = f"{months.show(given.start)}起" if given.start is not None else ""
    end = f"{months.show(given.end)}止" if given.end is not None else ""
    return start + end or "一直有效"


def asked_columns() -> tuple[Column, ...]:
    """The columns of the questions."""
    return (
        Column(id="told", title="核查", width=86, cell=_told, keys=_tolds, fixed=True),
        Column(id="rule", title="规则", width=210, cell=_rule, tip=_question, search=True),
        Column(id="person", title="人员", width=110, cell=_person, search=True),
        Column(id="question", title="问题", width=284, cell=_question, tip=_question, stretch=True),
        Column(id="hint", title="登记情况", width=176, cell=_hint, tip=_hint),
        Column(id="by", title="核查人、时间", width=130, cell=_signed),
    )


def granted_columns() -> tuple[Column, ...]:
    """The columns of the exceptions."""
    return (
        Column(id="holds", title="状态", width=86, cell=_holds, fixed=True),
        Column(id="rule", title="规则", width=210, cell=_granted_rule, search=True),
        Column(id="about", title="针对", width=130, cell=_granted_about, search=True),
        Column(id="reason", title="理由", width=220, cell=_reason, tip=_reason, stretch=True),
        Column(id="by", title="批准人或批复文号", width=170, cell=_approved),
        Column(id="date", title="批准日期", width=96, cell=_date),
        Column(id="span", title="有效期", width=120, cell=_span),
    )


def _told(row: Asked) -> Cell:
    told = row.question.told
    mark = TOLD_MARKS[told]
    return Cell(text=TOLD_WORDS[told], mark=mark, tone=mark)


def _tolds(rows: Sequence[Asked]) -> list[int]:
    return [TOLD_ORDER[each.question.told] for each in rows]


def _rule(row: Asked) -> Cell:
    return Cell(text=row.rule.id, tail=row.rule.title)


def _question(row: Asked) -> str:
    return row.rule.question


def _person(row: Asked) -> Cell:
    return Cell(text=row.person, tail=row.post, link=row.question.person >= 0)


def _hint(row: Asked) -> str:
    return row.question.hint


def _signed(row: Asked) -> str:
    if row.check is None:
        return ""
    return f"{row.check.entered_by or ''} {(row.check.entered_at or '')[:10]}".strip()


def _holds(row: Granted) -> Cell:
    return Cell(text="有效", tone="green") if row.holds else Cell(text="未生效或已止", faint=True)


def _granted_rule(row: Granted) -> Cell:
    return Cell(text=row.given.rule or "", tail=row.rule.title if row.rule else "")


def _granted_about(row: Granted) -> str:
    return row.about


def _reason(row: Granted) -> str:
    return row.given.reason or ""


def _approved(row: Granted) -> str:
    return " ".join(filter(None, (row.given.approver, row.given.reply_number)))


def _date(row: Granted) -> str:
    return row.given.reply_date or ""


def _span(row: Granted) -> str:
    return span_text(row.given)
