"""Columns of the import: files, differences, issues and batches."""

from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.exchange.fields import TITLES
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.offers import EDITED, FILLED, VERIFIED
from leadership_model.exchange.seats import WORDS, Piece
from leadership_model.exchange.shown import Line
from ui import names
from ui.pages.elements import import_work as work
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.store.nouns import ImportBatch


TIPS = {
    VERIFIED: "这一项在三龄两历核实中登记为已核实",
    EDITED: "这一项在上次导入以后，在本库里改过",
    FILLED: "按导入规则，库中已有的值保留不动",
}


def whom_columns() -> tuple[Column, ...]:
    """Give the columns of people a file may be about; items are `work.Candidate`."""
    return (
        Column(id="name", title="姓名", cell=_whom_name, width=80, fixed=True),
        Column(id="birth", title="出生年月", cell=_whom_birth, width=84),
        Column(id="number", title="身份证号", cell=_whom_number, width=160),
        Column(id="post", title="现任职务", cell=_whom_post, width=200, stretch=True),
    )


def _whom_name(each: work.Candidate) -> str:
    return each.name


def _whom_birth(each: work.Candidate) -> str:
    return each.birth


def _whom_number(each: work.Candidate) -> str:
    return each.number


def _whom_post(each: work.Candidate) -> str:
    return each.post


def file_columns() -> tuple[Column, ...]:
    """Give the columns of files; items are `EntryRow`."""
    return (
        Column(id="state", title="结果", cell=_state, width=70, fixed=True),
        Column(id="name", title="姓名", cell=_name, width=80, search=True),
        Column(id="summary", title="内容", cell=_summary, width=180, stretch=True),
        Column(id="file", title="文件", cell=_file, width=150, search=True),
    )


def _state(row: work.EntryRow) -> Cell:
    tones = {state: tone for state, _, tone in work.STATES}
    tone = tones[row.entry.state]
    word = work.WORDS[row.entry.state]
    return Cell(text=word, faint=True) if tone == "none" else Cell(text=word, mark=tone)


def _name(row: work.EntryRow) -> str:
    return row.entry.name


def _summary(row: work.EntryRow) -> Cell:
    wrong = row.entry.state == "conflicting"
    return Cell(text=row.summary, tone="red_text" if wrong else "text")


def _file(row: work.EntryRow) -> Cell:
    return Cell(text=row.file, tone="text2")


def change_columns() -> tuple[Column, ...]:
    """Give the columns of differences; items are `exchange.shown.Line`."""
    return (
        Column(id="label", title="项目", cell=_label, width=92, fixed=True),
        Column(id="old", title="库中原值", cell=_old, width=145, tip=_old_tip),
        Column(id="new", title="文件中的值", cell=_new, width=140, stretch=True, tip=_new_tip),
        Column(id="taken", title="决定", cell=_taken, width=118, tip=_taken_tip),
    )


def _label(line: Line) -> Cell:
    return Cell(text=line.label, tone="text2")


def _old(line: Line) -> Cell:
    return Cell(text=_flat(line.old), faint=not line.old, strike=bool(line.old and line.taken))


def _new(line: Line) -> Cell:
    return Cell(text=_flat(line.new), bold=line.taken is True, faint=line.taken is False)


def _taken(line: Line) -> Cell:
    if line.taken is None:
        return Cell(text="待定", tail=line.doubt, mark="yellow")
    return Cell(text="采用" if line.taken else "保留原值", tail=line.doubt, tone="text2")


def _taken_tip(line: Line) -> str:
    return TIPS.get(line.doubt, "")


def _old_tip(line: Line) -> str:
    return str(line.old)


def _new_tip(line: Line) -> str:
    return str(line.new)


def _flat(text: str) -> str:
    return " ".join(text.split())


def issue_columns() -> tuple[Column, ...]:
    """Give the columns of issues; items are `exchange.issue.Issue`."""
    return (
        Column(id="severity", title="程度", cell=_severity, width=72, fixed=True),
        Column(id="text", title="问题", cell=_text, width=340, stretch=True, tip=_text),
        Column(id="where", title="位置", cell=_where, width=120),
        Column(id="file", title="文件", cell=_issue_file, width=180, search=True),
    )


def _severity(issue: Issue) -> Cell:
    word, mark = work.SEVERITIES[issue.severity]
    return Cell(text=word, mark=mark)


def _text(issue: Issue) -> str:
    return str(issue.text)


def _where(issue: Issue) -> Cell:
    line = "" if issue.line is None else f"第 {issue.line} 行"
    field = "" if issue.field is None else TITLES.get(issue.field, issue.field)
    return Cell(text=line or field or "整个文件", tail=field if line else "", tone="text2")


def _issue_file(issue: Issue) -> Cell:
    return Cell(text=Path(issue.file).name, tone="text2")


def source_columns() -> tuple[Column, ...]:
    """Give the columns of files brought; items are `work.SourceRow`."""
    return (
        Column(id="file", title="文件", cell=_source_file, width=140, search=True, fixed=True),
        Column(id="word", title="是什么", cell=_source_word, width=180),
        Column(id="people", title="人数", cell=_source_people, width=54, align="right"),
        Column(id="fault", title="说明", cell=_source_fault, width=150, stretch=True, tip=_fault),
    )


def _source_file(row: work.SourceRow) -> str:
    return row.file


def _source_word(row: work.SourceRow) -> Cell:
    return Cell(text=row.word, mark="" if row.people else "yellow")


def _source_people(row: work.SourceRow) -> Cell:
    return Cell(text=names.number(row.people), faint=not row.people)


def _source_fault(row: work.SourceRow) -> Cell:
    return Cell(text=row.fault, tone="text2")


def _fault(row: work.SourceRow) -> str:
    return row.fault


def seat_columns() -> tuple[Column, ...]:
    """Give the columns of units, teams, posts and tenures; items are `exchange.seats.Piece`."""
    return (
        Column(id="kind", title="类别", cell=_seat_kind, width=56, fixed=True),
        Column(
            id="text", title="写入的内容", cell=_seat_text, width=210, stretch=True, tip=_seat_tip
        ),
        Column(id="old", title="库中原值", cell=_seat_old, width=104),
        Column(id="doubt", title="说明", cell=_seat_doubt, width=120),
    )


def _seat_kind(piece: Piece) -> str:
    return WORDS[piece.kind]


def _seat_text(piece: Piece) -> Cell:
    return Cell(text=piece.text, bold=not piece.doubt)


def _seat_tip(piece: Piece) -> str:
    return str(piece.text)


def _seat_old(piece: Piece) -> Cell:
    return Cell(text=piece.old or "无", faint=not piece.old)


def _seat_doubt(piece: Piece) -> Cell:
    return Cell(text=piece.doubt, mark="yellow" if piece.doubt else "")


def batch_columns() -> tuple[Column, ...]:
    """Give the columns of batches; items are `ImportBatch`."""
    return (
        Column(id="label", title="批次", cell=_batch_label, width=300, stretch=True, fixed=True),
        Column(id="counts", title="内容", cell=_batch_counts, width=240),
        Column(id="at", title="时间", cell=_batch_time, width=150),
        Column(id="state", title="状态", cell=_batch_state, width=160),
    )


def _batch_label(batch: "ImportBatch") -> str:
    return batch.label


def _batch_counts(batch: "ImportBatch") -> str:
    return work.counts_text(batch)


def _batch_time(batch: "ImportBatch") -> str:
    return batch.changed_at.replace("T", " ")[:16]


def _batch_state(batch: "ImportBatch") -> Cell:
    if batch.undone_at:
        return Cell(text=f"已恢复 {batch.undone_at[:10]}", tone="text2")
    return Cell(text="已导入", mark="green")
