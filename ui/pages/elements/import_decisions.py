"""One file of an import: whom it is about, and which of its changes are taken."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model.exchange.answers import NEW, SKIP
from leadership_model.people.snapshot import Snapshot
from ui.context import Context
from ui.pages.elements import import_work as work
from ui.pages.elements.import_columns import change_columns, whom_columns
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Elided

EMPTY_ROW = ("没有要写入的内容", "这个文件不会改动库中的记录。")


class ImportDecisions(QWidget):
    """Space ticks a line, Enter on a person says it is this one; buttons do the same."""

    took = Signal(object)  # (taken, topics): of the file in sight
    took_everywhere = Signal(object)  # (taken, topics): of all files
    told = Signal(object)  # a person's id, NEW or SKIP

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._row: work.EntryRow | None = None
        self.who = Elided("", "strong")
        self.why = Elided("", "note")
        self.whom = TableView(context.settings, "elements.import_whom", opens="")
        self.changes = TableView(context.settings, "elements.import_changes", checks=True, opens="")
        self.changes.set_empty("check", *EMPTY_ROW)
        self.this = button("就是这位", self._on_this, icon="account-check-outline",
                           tip="把这份文件对应到所选的干部（回车）")  # fmt: skip
        self.new = button("按新的人导入", self._on_new, icon="account-plus-outline")
        self.skip = button("不导入", self._on_skip, icon="close",
                           tip="这份文件这一次不导入")  # fmt: skip
        self.take = button("采用", self._on_take, icon="check",
                           tip="所选的行以文件为准（空格切换）")  # fmt: skip
        self.keep = button("保留原值", self._on_keep, tip="所选的行保留库中的值")
        self.take_all = button("同类都采用", self._on_take_all,
                               tip="所有文件中与所选行同类的项目都以文件为准")  # fmt: skip
        self.keep_all = button("同类都保留", self._on_keep_all,
                               tip="所有文件中与所选行同类的项目都保留库中的值")  # fmt: skip
        self._lay_out()
        self.whom.activated_id.connect(self._on_person)
        self.changes.opened.connect(self._on_space)
        self.changes.checks_changed.connect(self._on_checks)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.who)
        column.addWidget(self.why)
        self._question = QWidget()
        inner = QVBoxLayout(self._question)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.whom, 1)
        inner.addLayout(_row((self.this, self.new, self.skip)))
        self._parts = QWidget()
        inner = QVBoxLayout(self._parts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.changes, 1)
        inner.addLayout(_row((self.take, self.keep, self.take_all, self.keep_all)))
        column.addWidget(self._question, 1)
        column.addWidget(self._parts, 1)

    def show_row(self, row: work.EntryRow | None, snapshot: Snapshot) -> None:
        """Show another file; None: none."""
        same = self._row is not None and row is not None and self._row.id == row.id
        self._row = row
        entry = None if row is None else row.entry
        self.who.setText("" if row is None else row.entry.name or row.file)
        self.why.setText("" if row is None else f"{row.file} · {row.summary}")
        asked = entry is not None and (entry.cleaned is not None or bool(entry.candidates))
        self._question.setVisible(asked)
        people = () if entry is None else work.candidates(snapshot, entry)
        self.whom.show_rows(whom_columns(), people, [each.id for each in people])
        self.this.setEnabled(bool(people))
        lines = () if row is None else row.lines
        self._parts.setVisible(bool(lines) or not asked)
        ids = [str(at) for at in range(len(lines))]
        self.changes.show_rows(change_columns(), lines, ids)
        self._tick()
        if people and not self.whom.current_id():
            self.whom.select_ids((people[0].id,))
        if ids and not (same and self.changes.current_id()):
            self.changes.select_ids((ids[0],))
        for each in (self.take, self.keep, self.take_all, self.keep_all):
            each.setEnabled(bool(lines))

    def _tick(self) -> None:
        """Set the boxes as it was decided, without taking that for a decision."""
        self.changes.checks_changed.disconnect(self._on_checks)
        wanted = self._wanted()
        self.changes.rows.set_checked([id for id, on in wanted.items() if on], True)
        self.changes.rows.set_checked([id for id, on in wanted.items() if not on], False)
        self.changes.checks_changed.connect(self._on_checks)

    def _wanted(self) -> Mapping[str, bool]:
        lines = () if self._row is None else self._row.lines
        return {str(at): each.taken is True for at, each in enumerate(lines)}

    def _topics(self, ids: Sequence[str]) -> tuple[str, ...]:
        lines = () if self._row is None else self._row.lines
        return tuple(dict.fromkeys(lines[int(id)].topic for id in ids))

    # ---- slots

    def _on_checks(self) -> None:
        checked = set(self.changes.checked_ids())
        turned = [id for id, on in self._wanted().items() if (id in checked) != on]
        if turned:
            self.took.emit((turned[0] in checked, self._topics(turned)))

    def _on_space(self, id: object) -> None:
        if self._row is not None:
            line = self._row.lines[int(str(id))]
            self.took.emit((line.taken is not True, (line.topic,)))

    def _on_take(self) -> None:
        self.took.emit((True, self._topics(self.changes.selected_ids())))

    def _on_keep(self) -> None:
        self.took.emit((False, self._topics(self.changes.selected_ids())))

    def _on_take_all(self) -> None:
        self.took_everywhere.emit((True, self._topics(self.changes.selected_ids())))

    def _on_keep_all(self) -> None:
        self.took_everywhere.emit((False, self._topics(self.changes.selected_ids())))

    def _on_person(self, id: object) -> None:
        self.told.emit(id)

    def _on_this(self) -> None:
        if self.whom.current_id():
            self.told.emit(self.whom.current_id())

    def _on_new(self) -> None:
        self.told.emit(NEW)

    def _on_skip(self) -> None:
        self.told.emit(SKIP)


def _row(buttons: Sequence[QWidget]) -> FlowLayout:
    made = FlowLayout(gap=8)
    for each in buttons:
        made.addWidget(each)
    return made
