"""The preview of an import: files by state, old and new of the one chosen, and the issues."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.exchange.answers import take, ticked
from leadership_model.exchange.plan import Plan
from ui import names, theme
from ui.context import Context
from ui.pages.elements import import_work as work
from ui.pages.elements.import_columns import (
    file_columns,
    issue_columns,
    seat_columns,
    source_columns,
)
from ui.pages.elements.import_decisions import ImportDecisions
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs

EVERY = "all"


class ImportPreview(QWidget):
    """Shows a preview; what is decided changes the plan, nothing is written from here."""

    decided = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._preview: work.Preview | None = None
        self.states = Segments(((EVERY, "全部"), *((s, w) for s, w, _ in work.STATES)))
        self.files = TableView(context.settings, "elements.import_files", opens="")
        self.decisions = ImportDecisions(context)
        self.changes = self.decisions.changes
        self.issues = TableView(context.settings, "elements.import_issues", opens="")
        self.seats = TableView(context.settings, "elements.import_seats", checks=True, opens="")
        self.seats.set_empty(
            "office-building-outline",
            "没有单位和岗位",
            "数据包和信息采集表中的单位、班子、岗位和任职列在这里，勾选的才写入。",
        )
        self.seats.opened.connect(self._on_seat_space)
        self.seats.checks_changed.connect(self._on_seats)
        self.sources = TableView(context.settings, "elements.import_sources", opens="")
        self.tabs = Tabs()
        self._lay_out(Card("文件").flush())
        self.states.chosen.connect(self._on_state)
        self.files.chosen.connect(self._on_file)
        self.files.set_empty("file-outline", "没有这一类文件", "换一个类别看看。")
        self.decisions.took.connect(self._on_took)
        self.decisions.took_everywhere.connect(self._on_took_everywhere)
        self.decisions.told.connect(self._on_told)
        self.issues.set_empty("check-circle-outline", "没有问题", "所有文件都读取正常。")

    def _lay_out(self, left: Card) -> None:
        self._card = left
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.states)
        row.addStretch(1)
        left.body.addLayout(row)
        left.body.addWidget(self.files, 1)
        self.tabs.add("changes", "逐项对照", self.decisions)
        self.tabs.add("seats", "单位与岗位", self.seats)
        self.tabs.add("issues", "读取问题", self.issues)
        self.tabs.add("sources", "文件清单", self.sources)
        right = Card()
        right.body.addWidget(self.tabs)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([640, 720])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def show_preview(self, preview: work.Preview) -> None:
        """Show another preview."""
        self._preview = preview
        self._count()
        self.states.set_current("conflicting" if work.waiting(preview) else EVERY)
        ids = [str(at) for at in range(len(preview.issues))]
        self.issues.show_rows(issue_columns(), preview.issues, ids)
        told = [str(at) for at in range(len(preview.sources))]
        self.sources.show_rows(source_columns(), preview.sources, told)
        self.tabs.set_text("sources", f"文件清单（{names.number(len(preview.sources))}）")
        self.tabs.set_text("issues", f"读取问题（{names.number(len(preview.issues))}）")
        self._show_seats()
        self.tabs.turn("changes" if preview.rows else "issues")
        self._show_files()

    def preview(self) -> work.Preview | None:
        """The preview shown."""
        return self._preview

    def _on_state(self, state: object) -> None:
        self._show_files()

    def _on_file(self, id: object) -> None:
        self.decisions.show_row(self._chosen(), self._context.workspace.snapshot)

    def _chosen(self) -> work.EntryRow | None:
        rows = () if self._preview is None else self._preview.rows
        return next((each for each in rows if each.id == self.files.current_id()), None)

    def _show_files(self) -> None:
        if self._preview is None:
            return
        state = self.states.current()
        rows = [row for row in self._preview.rows if state in (EVERY, row.entry.state)]
        self.files.show_rows(file_columns(), rows, [row.id for row in rows])
        self._card.set_note(f"共 {names.number(self._preview.files)} 个文件")
        if rows and self._chosen() not in rows:
            self.files.select_ids((rows[0].id,))
        self._on_file(self.files.current_id())

    # ---- units, posts, tenures

    def _show_seats(self) -> None:
        if self._preview is None:
            return
        made = self._preview.plan
        self.tabs.set_text("seats", f"单位与岗位（{names.number(len(made.pieces))}）")
        self.seats.show_rows(seat_columns(), made.pieces, [each.key for each in made.pieces])
        self.seats.checks_changed.disconnect(self._on_seats)
        on = {each.key for each in made.seats()}
        self.seats.rows.set_checked([each.key for each in made.pieces if each.key in on], True)
        self.seats.rows.set_checked([each.key for each in made.pieces if each.key not in on], False)
        self.seats.checks_changed.connect(self._on_seats)

    def _on_seats(self) -> None:
        """Take what was ticked with all it needs, and leave what was not with all that needs it."""
        if self._preview is not None:
            made = self._preview.plan
            self.show_plan(replace(made, said=ticked(made, self.seats.checked_ids())))

    def _on_seat_space(self, id: object) -> None:
        key = str(id)
        self.seats.rows.set_checked([key], key not in self.seats.rows.checked)

    # ---- decisions

    def _on_took(self, said: object) -> None:
        row = self._chosen()
        if row is not None:
            self._take((int(row.id),), said)

    def _on_took_everywhere(self, said: object) -> None:
        if self._preview is not None:
            self._take(range(len(self._preview.rows)), said)

    def _take(self, places: Iterable[int], said: object) -> None:
        preview = self._preview
        if preview is None or not isinstance(said, tuple):
            return
        taken, topics = said
        made, listed = preview.plan, tuple(places)
        for topic in topics:
            made = take(made, listed, taken, topic)
        self.show_plan(made)

    def _on_told(self, said: object) -> None:
        row, preview = self._chosen(), self._preview
        if row is None or preview is None:
            return
        self._context.jobs.read(
            partial(work.answered, preview, int(row.id), str(said)),
            "elements.answered",
            self.show_plan,
            title="正在比较",
        )

    def show_plan(self, plan: Plan) -> None:
        """Show what was decided; the file in sight stays."""
        if self._preview is None or plan is self._preview.plan:
            return
        self._preview = work.decided(self._preview, plan)
        self._count()
        self._show_seats()
        # A file just decided stays in sight although its state is another one now.
        shown = set(self.files.rows.ids)
        rows = [row for row in self._preview.rows if row.id in shown]
        self.files.show_rows(file_columns(), rows, [row.id for row in rows])
        self._on_file(self.files.current_id())
        self.decided.emit()

    def _count(self) -> None:
        if self._preview is None:
            return
        counts = self._preview.plan.counts()
        for state, word, _ in work.STATES:
            self.states.set_text(state, f"{word} {names.number(counts[state])}")
        self.states.set_text(EVERY, f"全部 {names.number(len(self._preview.rows))}")
