"""任免程序: of everybody a plan moves how far the procedure is, item by item, with papers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leadership_model.errors import UserError
from ui import theme
from ui.context import Context
from ui.pages.staffing import procedure_rows as rows
from ui.pages.staffing.procedure_forms import AnswerForm, ReportForm
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import TwoLineList
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.staffing.procedure import Item, Record, Way
    from leadership_model.staffing.procedure_check import Stage
    from leadership_model.staffing.procedure_reports import Found
    from leadership_model.staffing.situation import Situation

Save = Callable[[str, "Record", str], object]  # person, record, what was done


class ProcedureDialog(Dialog):
    """People at the left; items, reports and attachments of the one chosen at the right."""

    def __init__(
        self,
        context: Context,
        situation: "Situation",
        records: "Mapping[str, Record]",
        save: Save,
        parent: QWidget | None,
    ) -> None:
        from leadership_model.staffing.situation import moved_people

        super().__init__(f"任免程序 · {situation.scenario.label}", parent, width=1120)
        self._context, self._situation, self._save = context, situation, save
        self.records = dict(records)
        self._people = moved_people(situation)
        self._checked: dict[str, str] = {}
        self._found: tuple[Found, ...] = ()
        self.people, self.steps = TwoLineList(), TwoLineList()
        self.reports, self.files = TwoLineList(), TwoLineList()
        self.answer, self.report = AnswerForm(), ReportForm()
        self.summary = label("", "note", wrap=True)
        self.tabs = Tabs()
        self._build()
        self._show_people()
        self.people.choose(situation.base.person_ids[self._people[0]])
        if self._around is not None:
            self.resize(self.minimumWidth(), int(self._around.height() * 0.86))

    # ---- building

    def _build(self) -> None:
        self.keep = button("记下", self._on_answer, kind="primary")
        self.keep_report = button("记下", self._on_report, kind="primary")
        self.add_file = button("为选中事项添加附件…", self._on_add, icon="paperclip")
        self.drop_file = button("移除", self._on_drop, icon="delete-outline")
        self.check_files = button("核对附件", self._on_check, icon="file-check-outline")
        for list_, slot in (
            (self.people, self._on_person),
            (self.steps, self._on_step),
            (self.reports, self._on_occasion),
        ):
            list_.chosen.connect(slot)
        self.tabs.add("steps", "程序", _page(self.steps, self.answer, (self.keep, self.add_file)))
        self.tabs.add("reports", "事前报告", _page(self.reports, self.report, (self.keep_report,)))
        note = label(
            "在“程序”中选中事项后添加。只登记文件的位置、大小和校验值，文件仍在原处，不复制进干部库；"
            "“核对附件”会指出哪些文件已变或找不到。",
            "note",
            wrap=True,
        )
        self.tabs.add("files", "附件", _page(self.files, note, (self.check_files, self.drop_file)))
        right = QVBoxLayout()
        right.addWidget(self.summary)
        right.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        self.people.setFixedWidth(theme.px(250))
        row.addWidget(self.people)
        row.addLayout(right, 1)
        self.people.setMinimumHeight(self.room(440))
        self.tabs.turned.connect(self._on_turned)
        self.body.addLayout(row, 1)
        self.add_button("关闭", self.accept)

    # ---- what is shown

    @property
    def person(self) -> str:
        """The id of the person chosen."""
        return self.people.current_id()

    def record(self, person: str = "") -> "Record":
        """Give the record of a person, of the one chosen if none is named."""
        from leadership_model.staffing.procedure import EMPTY

        return self.records.get(person or self.person, EMPTY)

    def _at(self, id: str) -> int:
        return self._situation.base.snapshot.people.positions[id]

    def _way(self, id: str) -> "Way":
        from leadership_model.staffing.procedure_facts import way_of

        return way_of(self._situation, self._at(id))

    def _bars(self, id: str) -> tuple[str, ...]:
        from leadership_model.staffing.hindrance import bars

        return bars(self._situation, self._at(id), self.record(id))

    def _stages(self, id: str) -> "tuple[Stage, ...]":
        from leadership_model.staffing.procedure_check import stages

        return stages(self.record(id), self._way(id), self._bars(id))

    def _show_people(self) -> None:
        ids = self._situation.base.person_ids
        self.people.show_items(
            [rows.person_item(self._situation, p, self._stages(ids[p])) for p in self._people]
        )

    def _on_person(self, id: str) -> None:
        self.refuse("")
        self._checked = {}
        self._show_record()
        for list_ in (self.steps, self.reports):
            first = next((each.id for each in list_.items() if not each.section), "")
            list_.setCurrentIndex(list_.model().index(-1, 0))
            list_.choose(first)

    def _show_record(self) -> None:
        from leadership_model.staffing.procedure_reports import raised

        id, record, stages = self.person, self.record(), self._stages(self.person)
        self._found = raised(self._situation, self._at(id), record)
        self.steps.show_items(rows.step_items(record, self._way(id), stages))
        self.reports.show_items(rows.report_items(self._found, record))
        self.files.show_items(rows.file_items(record, self._checked))
        told = sum(each.result == "raised" and not each.settled for each in self._found)
        self.tabs.set_text("reports", f"事前报告 {told}" if told else "事前报告")
        self.tabs.set_text("files", f"附件 {len(record.attachments)}")
        bars = self._bars(id)
        words = f"方式：{self._way(id)}。"
        words += (
            f"不能通过讨论决定：{'；'.join(bars)}。" if bars else "没有挡住讨论决定的规则和事项。"
        )
        self.summary.setText(words)
        for each in (self.drop_file, self.check_files):
            each.setEnabled(bool(record.attachments))

    def _on_step(self, id: str) -> None:
        self.refuse("")
        self.answer.show_answer(_item(id), self.record().answer(id))

    def _on_occasion(self, id: str) -> None:
        self.refuse("")
        found = next(each for each in self._found if each.occasion.id == id)
        self.report.show_report(found, self.record().report(id))

    def _on_turned(self, _id: str) -> None:
        self.refuse("")

    # ---- what is written

    def _keep(self, record: "Record", what: str) -> None:
        self.refuse("")
        if record == self.record():
            self._context.say("没有需要记下的改动。")
            return
        self._save(self.person, record, what)
        self.records[self.person] = record
        self._show_record()
        self._show_people()

    def _on_answer(self) -> None:
        from leadership_model.staffing.procedure import with_answer
        from leadership_model.staffing.procedure_check import check_answer

        item, record = _item(self.steps.current_id()), self.record()
        try:
            given = self.answer.answer(record.answer(item.id), self._context.workspace.user)
            check_answer(record, self._way(self.person), item, given, self._bars(self.person))
        except UserError as error:
            self.refuse(f"{error.sentence}。")
            return
        self._keep(with_answer(record, item.id, given), f"登记“{item.title}”")

    def _on_report(self) -> None:
        from leadership_model.staffing.procedure import check_report, with_report

        id, given = self.reports.current_id(), self.report.report()
        try:
            check_report(given)
        except UserError as error:
            self.refuse(f"{error.sentence}。")
            return
        title = next(each.occasion.title for each in self._found if each.occasion.id == id)
        self._keep(with_report(self.record(), id, given), f"登记“{title}”")
        self._on_occasion(id)

    def _on_add(self) -> None:
        item = self.steps.current_id()
        paths = self._context.ask.open_files("添加附件", ("any",))
        user = self._context.workspace.user
        try:
            found = tuple(rows.attachment(path, item, user, "") for path in paths)
        except UserError as error:
            self.refuse(f"{error.sentence}。")
            return
        record = self.record()
        known = {(each.item, each.path) for each in found}
        kept = tuple(e for e in record.attachments if (e.item, e.path) not in known)
        if found:
            self._keep(replace(record, attachments=(*kept, *found)), "添加附件")

    def _on_drop(self) -> None:
        at = self.files.current_id()
        if not at:
            self.refuse("请先在列表中选中要移除的附件。")
            return
        record = self.record()
        kept = tuple(e for n, e in enumerate(record.attachments) if n != int(at))
        self._keep(replace(record, attachments=kept), "移除附件")

    def _on_check(self) -> None:
        files = self.record().attachments
        self._checked = {each.path: rows.look_again(each) for each in files}
        self._show_record()
        wrong = sum(state != "same" for state in self._checked.values())
        self._context.say(f"{wrong} 个附件已变或找不到。" if wrong else "附件都没有变化。")


def _item(id: str) -> "Item":
    from leadership_model.staffing.procedure import items

    return next(each for each in items() if each.id == id)


def _page(list_: TwoLineList, form: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    """Put a list at the left, the fields of what is chosen and the buttons at the right."""
    made, side = QWidget(), QWidget()
    side.setFixedWidth(theme.px(322))
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    column.addStretch(1)
    for each in buttons:
        column.addWidget(each)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(list_, 1)
    row.addWidget(side)
    return made
