"""The editor of an indicator system: what it is for, its items in a tree, what is wrong with it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.assessment.filling import defined, first_free
from leadership_model.errors import UserError
from leadership_model.people import indicator_edit, periods
from leadership_model.people.indicator_system import PERIOD_WORDS, Item, System, faults, systems
from leadership_model.people.snapshot import Snapshot
from ui.context import Context
from ui.pages.assessment import performance_columns as columns
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.item_form import ItemForm
from ui.pages.assessment.system_heads import read_heads, texts_of
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

LINES = (
    ("name", "名称"),
    ("categories", "适用班子类别"),
    ("share", "占年度考核 %"),
    ("first", "起始年度"),
    ("last", "终止年度"),
    ("basis", "依据"),
    ("note", "说明"),
)
# What the form beside it does not show of all items at once.
COLUMNS = tuple(
    replace(each, width=min(each.width, 170))
    for each in columns.item_columns()
    if each.id in ("name", "weight", "unit", "target", "floor")
)
HINTS = {"categories": "多个类别用顿号隔开", "first": "留空为此前各年", "last": "留空为今后各年"}


class SystemDialog(Dialog):
    """`system` is as it was typed; it can be saved only while nothing is wrong with it."""

    def __init__(
        self,
        context: Context,
        snapshot: Snapshot,
        system: System,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"指标体系 · {system.name}", parent, width=980)
        self._snapshot = snapshot
        self.system = system
        self.lines = {name: QLineEdit() for name, _ in LINES}
        self.period = QComboBox()
        self.period.setAccessibleName("填报周期")
        for id, words in PERIOD_WORDS.items():
            self.period.addItem(words, id)
        self.period.setCurrentIndex(self.period.findData(system.period))
        self.table = TableView(context.settings, "assessment.system", opens="")
        self.table.setMinimumHeight(self.room(250))
        self.form = ItemForm()
        self.sums = label("", "near", wrap=True)
        self._kept = next((each for each in systems(snapshot) if each.id == system.id), None)
        self._free = None if self._kept is None else first_free(snapshot, self._kept)
        self.begins = QComboBox()
        self.begins.setAccessibleName("改动自哪一期起使用")
        self._begin_spans = () if self._free is None else work.beginnings(system, self._free)
        self.begins.addItems([periods.show(*each) for each in self._begin_spans])
        self._lay_out()
        self._show_heads()
        self._show_items(next((item.id for _, item in system.each()), ""))
        self.add_cancel()
        self.save = self.add_button("保存", self._on_save, kind="primary", default=True)
        self.table.chosen.connect(self._on_chosen)
        self.form.edited.connect(self._on_item)
        self.period.activated.connect(self._on_heads)
        self.lines["name"].setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for at, (name, words) in enumerate(LINES):
            line = self.lines[name]
            line.setAccessibleName(words)
            line.setProperty("size", "small")
            line.setPlaceholderText(HINTS.get(name, ""))
            line.textEdited.connect(self._on_heads)
            grid.addWidget(label(words, "note"), at // 2, at % 2 * 2)
            grid.addWidget(line, at // 2, at % 2 * 2 + 1)
        grid.addWidget(label("填报周期", "note"), len(LINES) // 2, 2)
        grid.addWidget(self.period, len(LINES) // 2, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        tools = QHBoxLayout()
        for text, slot, icon in (
            ("增加同级", self._on_beside, "plus"),
            ("增加下级", self._on_below, "subdirectory-arrow-right"),
            ("删除", self._on_drop, "trash-can-outline"),
        ):
            tools.addWidget(button(text, slot, icon=icon, kind="small"))
        tools.addStretch(1)
        left, right, halves = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addLayout(tools)
        left.addWidget(self.table, 1)
        right.addWidget(self.form)
        right.addStretch(1)
        halves.setSpacing(12)
        halves.addLayout(left, 3)
        halves.addLayout(right, 2)
        self.body.addLayout(grid)
        if self._begin_spans:
            self.body.addLayout(self._begin_row())
        self.body.addLayout(halves, 1)
        self.body.addWidget(self.sums)

    def _begin_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = "已有得分的各期仍按原来的指标计，历史得分不变；这次改动自"
        row.addWidget(label(words, "note"))
        row.addWidget(self.begins)
        row.addWidget(label("起使用", "note"))
        row.addStretch(1)
        return row

    @property
    def since(self) -> tuple[int, str] | None:
        """The period a change begins with; None where nothing was entered yet."""
        at = self.begins.currentIndex()
        return self._begin_spans[at] if 0 <= at < len(self._begin_spans) else None

    # ---- showing

    def _show_heads(self) -> None:
        for name, text in texts_of(self.system).items():
            self.lines[name].setText(text)
            self.lines[name].setCursorPosition(0)

    def _show_items(self, id: str) -> None:
        found = work.item_rows(self.system)
        with QSignalBlocker(self.table):
            self.table.show_rows(COLUMNS, found, [each.item.id for each in found])
            if id:
                self.table.select_ids([id])
        self._on_chosen(id or self.table.current_id())
        self._tell()

    def _tell(self) -> None:
        """Say what is wrong so far; the sums are seen while they are typed."""
        wrong = faults(self.system)
        self.sums.setText("；".join(wrong[:3]))
        self.sums.setVisible(bool(wrong))

    def _item(self, id: str) -> Item | None:
        return next((item for _, item in self.system.each() if item.id == id), None)

    def _on_chosen(self, id: object) -> None:
        self.form.show_item(self._item(str(id)))

    # ---- editing

    def _typed(self) -> Mapping[str, str]:
        return {name: line.text() for name, line in self.lines.items()}

    def _on_heads(self, _typed: object = None) -> None:
        try:
            found = read_heads(self.system, self._typed())
        except UserError as error:
            self.refuse(str(error))
            return
        self.refuse("")
        self.system = replace(found, period=self.period.currentData())
        self._tell()

    def _on_item(self, item: Item) -> None:
        self.system = indicator_edit.put(self.system, item)
        found = work.item_rows(self.system)
        with QSignalBlocker(self.table):
            self.table.show_rows(COLUMNS, found, [each.item.id for each in found])
        self._tell()

    def _on_beside(self) -> None:
        fresh, at = indicator_edit.new_item(self.system), self.table.current_id()
        if at:
            self.system = indicator_edit.added_beside(self.system, at, fresh)
        else:
            self.system = replace(self.system, items=(*self.system.items, fresh))
        self._show_items(fresh.id)

    def _on_below(self) -> None:
        fresh, at = indicator_edit.new_item(self.system), self.table.current_id()
        if not at:
            self._on_beside()
            return
        self.system = indicator_edit.added_below(self.system, at, fresh)
        self._show_items(fresh.id)

    def _on_drop(self) -> None:
        at = self.table.current_id()
        if at:
            self.system = indicator_edit.dropped(self.system, at)
            self._show_items(next((item.id for _, item in self.system.each()), ""))

    def _on_save(self) -> None:
        try:
            heads = read_heads(self.system, self._typed())
            self.form.check()
            self.system = replace(heads, period=self.period.currentData())
            defined(self._snapshot, self.system, self.since)
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()
