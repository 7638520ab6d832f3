"""What a team reached in its indicator systems, as one card; entered by a click."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.filling import filled
from leadership_model.changes import Changes
from leadership_model.people import periods
from leadership_model.people.indicator_system import System, systems
from ui.context import Context
from ui.pages.assessment import operation_more as more
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.performance_entry import EntryDialog
from ui.pages.assessment.sheet import EnterPeriod
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.grid import Grid
from ui.widgets.labels import label, link

MOST = 3  # systems of one team that are shown


class IndexCard(Card):
    """One grid per system of the team; hidden where none is for it and it has no task."""

    def __init__(self, context: Context) -> None:
        super().__init__("绩效指标", "单击一格录入或修改")
        self._context = context
        self._seen: View | None = None
        self._enter = button("录入", self._on_enter, icon="plus", kind="small")
        self.header.addWidget(self._enter)
        self.tasks = link("", self._on_tasks)
        row = QHBoxLayout()
        row.addWidget(self.tasks)
        row.addStretch(1)
        self.notes = tuple(label("", "note", wrap=True) for _ in range(MOST))
        self.grids = tuple(Grid(f"绩效指标 {at + 1}") for at in range(MOST))
        self._parts: list[QWidget] = []
        for note, grid in zip(self.notes, self.grids, strict=True):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(note)
            column.addWidget(grid)
            grid.opened.connect(self._on_cell)
            self.body.addWidget(part)
            self._parts.append(part)
        self.body.addLayout(row)

    def show_team(self, seen: View) -> None:
        """Show another team."""
        self._seen, found = seen, more.systems_of(seen)[:MOST]
        for at, part in enumerate(self._parts):
            part.setVisible(at < len(found))
            if at < len(found):
                self.notes[at].setText(more.index_note(seen, found[at]))
                self.grids[at].show_sheet(more.index_sheet(seen, found[at]))
        text = more.tasks_text(seen)
        self.tasks.setText(text)
        self.tasks.setVisible(bool(text))
        self._enter.setVisible(bool(found))
        self.setVisible(bool(found or text))

    def _on_tasks(self) -> None:
        if self._seen is not None:
            self._context.navigator.go(more.tasks_request(self._seen))

    def _on_cell(self, request: object) -> None:
        if isinstance(request, EnterPeriod):
            self.enter(request)

    def enter(self, request: EnterPeriod) -> None:
        """Open the form of a period."""
        if self._seen is not None:
            known = {each.id: each for each in systems(self._seen.world.snapshot)}
            self._open(known[request.system], (request.year, request.period))

    def _on_enter(self) -> None:
        if self._seen is not None:
            found, world = more.systems_of(self._seen), self._seen.world
            self._open(found[0], work.latest(world.snapshot, found[0], world.as_of))

    def _open(self, system: System, span: work.Span) -> None:
        seen = self._seen
        if seen is None:
            return
        snapshot, spans = seen.world.snapshot, work.spans(system, seen.world.as_of)
        dialog = EntryDialog(snapshot, system, seen.team, seen.short, spans, span, self)
        if not self._context.ask.show(dialog):
            return
        values = {(seen.team, item): text for item, text in dialog.values.items()}
        edit = filled(snapshot, system, *dialog.span, values)
        if not edit:
            self._context.say("没有改动")
            return
        text = f"登记{seen.short}{periods.show(*dialog.span)}{system.name}"
        made = work.signed(edit)
        self._context.workspace.write(
            made.forward, text, done=self._on_written, initiator=self, undo=made.backward
        )

    def _on_written(self, _changes: Changes) -> None:
        self._context.say("绩效指标已保存")
