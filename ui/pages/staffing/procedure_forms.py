"""The fields below the lists of the procedure dialog: one item's answer, one situation's report."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from leadership_model.errors import UserError
from leadership_model.staffing.procedure import Answer, Item, Report
from ui import theme
from ui.widgets.labels import label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.staffing.procedure import State
    from leadership_model.staffing.procedure_reports import Found

STATES = (("open", "未办"), ("done", "已办"), ("none", "不适用"), ("doubt", "待核"))
ANSWERS = (("", "按事实"), ("是", "是"), ("否", "否"), ("待核", "待核"))
DAY = "2026-11-20"


def field(name: str, hint: str = "", width: int = 0) -> QLineEdit:
    """Make one field."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    if width:
        made.setFixedWidth(theme.px(width))
    return made


class AnswerForm(QWidget):
    """What was done about one item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self.title = label("", "strong", wrap=True)
        self.state = Segments(STATES)
        self.day, self.until = field("日期", DAY, 110), field("截止日期", DAY, 110)
        self.document = field("文号")
        self.note = field("说明")
        self.numbers = tuple(field(name, width=56) for name in ("应到", "实到", "同意"))
        self._until, self._counted = label("至", "note"), QWidget()
        self._document, self._votes = label("文号", "cell2"), label("票数", "cell2")
        self._build()

    def _build(self) -> None:
        days = QHBoxLayout()
        for part in (self.day, self._until, self.until):
            days.addWidget(part)
        days.addStretch(1)
        counted = QHBoxLayout(self._counted)
        counted.setContentsMargins(0, 0, 0, 0)
        for name, box in zip(("应到", "实到", "同意"), self.numbers, strict=True):
            counted.addWidget(label(name, "note"))
            counted.addWidget(box)
        counted.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 4, 0, 0)
        form.addRow(self.title)
        form.addRow(label("情况", "cell2"), self.state)
        form.addRow(label("日期", "cell2"), days)
        form.addRow(self._votes, self._counted)
        form.addRow(self._document, self.document)
        form.addRow(label("说明", "cell2"), self.note)

    def show_answer(self, item: Item, answer: Answer) -> None:
        """Show one item with what is recorded of it."""
        self._item = item
        self.title.setText(item.title)
        self.state.set_current(answer.state)
        self.day.setText(answer.day)
        self.until.setText(answer.until)
        self.document.setText(answer.document)
        self.note.setText(answer.note)
        for box, name in zip(self.numbers, ("应到", "实到", "同意"), strict=True):
            box.setText(str(answer.numbers[name]) if name in answer.numbers else "")
        lasting: tuple[QWidget, ...] = (self._until, self.until)
        for part in lasting:
            part.setVisible(item.until)
        counted: tuple[QWidget, ...] = (self._votes, self._counted)
        for part in counted:
            part.setVisible(bool(item.numbers))

    def answer(self, former: Answer, by: str) -> Answer:
        """Give what stands in the fields; UserError when a number is none."""
        item = self._item
        assert item is not None
        numbers = {}
        for name, box in zip(item.numbers, self.numbers, strict=False):
            text = box.text().strip()
            if text and not text.isdecimal():
                raise UserError(f"{name}人数应是整数，不能是“{text}”")
            if text:
                numbers[name] = int(text)
        made = replace(
            former,
            state=cast("State", self.state.current()),
            day=self.day.text().strip(),
            until=self.until.text().strip() if item.until else "",
            document=self.document.text().strip(),
            note=self.note.text().strip(),
            numbers=numbers,
        )
        return made if made == former else replace(made, by=by)


class ReportForm(QWidget):
    """What people say of one situation, the report and the reply."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "strong", wrap=True)
        self.evidence = label("", "note", wrap=True)
        self.answer = Segments(ANSWERS)
        self.number, self.reply = field("报告文号"), field("批复文号")
        self.day, self.reply_day = field("报告日期", DAY, 110), field("批复日期", DAY, 110)
        self.note = field("说明")
        form = QFormLayout(self)
        form.setContentsMargins(0, 4, 0, 0)
        form.addRow(self.title)
        form.addRow(self.evidence)
        form.addRow(label("判断", "cell2"), self.answer)
        form.addRow(label("报告文号", "cell2"), self.number)
        form.addRow(label("报告日期", "cell2"), self.day)
        form.addRow(label("批复文号", "cell2"), self.reply)
        form.addRow(label("批复日期", "cell2"), self.reply_day)
        form.addRow(label("说明", "cell2"), self.note)

    def show_report(self, found: "Found", report: Report) -> None:
        """Show one situation with what is recorded of it."""
        self.title.setText(found.occasion.title)
        self.evidence.setText(found.evidence or f"依据：{found.occasion.source}（待核实）")
        self.answer.set_current(report.answer)
        for box, text in (
            (self.number, report.number),
            (self.day, report.day),
            (self.reply, report.reply),
            (self.reply_day, report.reply_day),
            (self.note, report.note),
        ):
            box.setText(text)

    def report(self) -> Report:
        """Give what stands in the fields."""
        return Report(
            answer=self.answer.current(),
            number=self.number.text().strip(),
            day=self.day.text().strip(),
            reply=self.reply.text().strip(),
            reply_day=self.reply_day.text().strip(),
            note=self.note.text().strip(),
        )
