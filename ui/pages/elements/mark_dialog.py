"""One value entered by hand: for whom, which, who proposed it, and when."""

import re
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from leadership_model.elements.element import Element
from leadership_model.people.person import Mark
from ui import names
from ui.context import Context
from ui.pages.elements import mark_work as work
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class MarkDialog(Dialog):
    """`made()` is the value as it was entered, with the name of the person."""

    def __init__(
        self, context: Context, element: Element, mark: Mark | None, parent: QWidget | None
    ) -> None:
        word = "登记" if mark is None else "修改"
        super().__init__(f"{word}：{element.label}", parent, width=440)
        self._context, self._element, self._mark = context, element, mark
        self._person = "" if mark is None else str(mark.person)
        self.picker: Picker | None = None
        snapshot = context.workspace.snapshot
        shown = "选择干部…"
        if self._person in snapshot.people.positions:
            shown = names.person_name(snapshot, snapshot.people.positions[self._person])
        self.person = button(shown, self._on_person, icon="account-search-outline",
                             tip="输入姓名或拼音选择")  # fmt: skip
        self.person.setEnabled(mark is None)
        self.value = QLineEdit("" if mark is None else mark.value or "")
        self.value.setPlaceholderText("值；“无”表示确认没有")
        self.choose = button("可选的值…", self._on_values, icon="chevron-down",
                             tip="从已有的值中选择")  # fmt: skip
        self._known = work.known_values(snapshot, element)
        self.choose.setVisible(bool(self._known))
        self.who = QLineEdit(context.workspace.user if mark is None else mark.entered_by or "")
        self.who.setPlaceholderText("提出人，如 考察组、某某")
        self.when = QLineEdit("" if mark is None else mark.entered_at or "")
        self.when.setPlaceholderText("2026-11-20；留空为录入当天")
        self._lay_out()
        self.add_cancel()
        self.add_button("确定", self._on_ok, kind="primary", default=True)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for at, (words, widget) in enumerate(
            (("干部", self.person), ("值", self.value), ("提出人", self.who), ("时间", self.when))
        ):
            widget.setAccessibleName(words)
            grid.addWidget(label(words, "note"), at, 0)
            grid.addWidget(widget, at, 1)
        grid.addWidget(self.choose, 1, 2)
        self.body.addLayout(grid)

    def made(self) -> tuple[Mark, str]:
        """The value, and the name of the person."""
        texts = (self.value.text(), self.who.text(), self.when.text())
        if self._mark is not None:
            return work.changed(self._mark, *texts), self.person.text()
        return work.fresh(self._element, self._person, *texts), self.person.text()

    def choose_person(self, id: str) -> None:
        """Enter it for somebody."""
        snapshot = self._context.workspace.snapshot
        self._person = id
        self.person.setText(names.person_name(snapshot, snapshot.people.positions[id]))
        self.value.setFocus()

    # ---- slots

    def _on_person(self) -> None:
        snapshot = self._context.workspace.snapshot
        options = [
            Option(id, names.person_name(snapshot, at), names.position_text(snapshot, at))
            for at, id in enumerate(snapshot.people.ids)
        ]
        self._open(options, "姓名、拼音", self.person).picked.connect(self._on_person_picked)

    def _on_person_picked(self, id: object) -> None:
        self.choose_person(str(id))

    def _on_values(self) -> None:
        options = [Option(value, value) for value in self._known]
        many = self._element.kind == "set"
        current = tuple(self.value.text().split("、")) if many else ()
        picker = self._open(options, "值、拼音", self.choose, many=many, current=current)
        picker.picked.connect(self._on_value_picked)

    def _on_value_picked(self, chosen: object) -> None:
        self.value.setText("、".join(chosen) if isinstance(chosen, tuple) else str(chosen))

    def _open(
        self,
        options: list[Option],
        hint: str,
        at: QWidget,
        *,
        many: bool = False,
        current: tuple[str, ...] = (),
    ) -> Picker:
        make = partial(Picker, options, hint, many=many, current=current, parent=self)
        self.picker = make()
        self.picker.open_at(at)
        return self.picker

    def _on_ok(self) -> None:
        when = self.when.text().strip()
        fault = "" if self._person else "请先选择干部。"
        fault = fault or work.fault_in(self._element, self.value.text())
        if when and not DAY.fullmatch(when):
            fault = fault or f"时间“{when}”请按 2026-11-20 的样子填写。"
        self.refuse(fault)
        if not fault:
            self.accept()
