"""同类问题 of the tab 横向比较: the same fault in many teams, with the teams listed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from leadership_model.assessment.comparing import Fault, faults
from ui.context import Context
from ui.navigation import OpenTeam
from ui.pages.assessment import faults_work as work
from ui.pages.assessment.beside import Selection, Sheets
from ui.pages.assessment.faults_work import Spot
from ui.tables.view import TableView
from ui.widgets.card import Card


class FaultsView(QWidget):
    """The faults at the left, the teams of the one chosen at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: Selection | None = None
        self._faults: dict[str, Fault] = {}
        self._spots: dict[str, Spot] = {}
        self.table = TableView(context.settings, "assessment.faults", opens="列出班子")
        self.table.set_empty("check-circle-outline", "没有共同的问题", "所选班子各项都达标。")
        self.table.chosen.connect(self._on_fault)
        self.table.activated_id.connect(self._on_list)
        self.teams = TableView(context.settings, "assessment.spots", opens="打开班子")
        self.teams.set_empty("format-list-bulleted", "请先选一个问题", "左侧选中后列出班子。")
        self.teams.opened.connect(self._on_team)
        self.teams.activated_id.connect(self._on_people)
        self._left, self._right = Card("问题").flush(), Card("涉及班子").flush()
        self._left.body.addWidget(self.table)
        self._right.body.addWidget(self.teams)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        for card in (self._left, self._right):
            splitter.addWidget(card)
        splitter.setSizes([440, 620])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_selection(self, found: Selection) -> None:
        """Group the faults of other teams."""
        self._found = found
        listed = faults(found.world, found.chosen)
        self._faults = {f"{each.kind}/{each.id}": each for each in listed}
        self.table.show_rows(work.fault_columns(), listed, list(self._faults))
        self._left.set_note(f"{len(listed)} 类")
        first = self.table.current_id() or next(iter(self._faults), "")
        if first:
            self.table.select_ids([first])
        self._on_fault(first)

    def filter_text(self, words: str) -> None:
        """Show only the faults with these words."""
        self.table.filter_text(words)

    def note(self) -> str:
        """Say what can be done here."""
        return "选中问题列出班子；右侧回车打开人员，空格打开班子"

    def spreads(self, title: str, foot: str) -> Sheets | None:
        """Give what makes the sheets of the file."""
        if self._found is None:
            return None
        shown = [self._faults[id] for id in self.table.rows.shown_ids()]
        found = self._found
        return partial(work.spreads, found.world, shown, found.chosen, title, foot)

    # ---- what happens

    def _on_fault(self, id: object) -> None:
        fault = self._faults.get(str(id))
        if fault is None or self._found is None:
            self.teams.show_rows(work.spot_columns(), [], [])
            self._right.set_title("涉及班子")
            self._right.set_note("")
            return
        listed = work.spots(self._found.world, fault, self._found.chosen)
        ids = [self._found.world.snapshot.teams.ids[each.place.team] for each in listed]
        self._spots = dict(zip(ids, listed, strict=True))
        self.teams.show_rows(work.spot_columns(), listed, ids)
        self._right.set_title(fault.label)
        self._right.set_note(f"{len(listed)} / {fault.of} 个班子")

    def _on_list(self, id: object) -> None:
        self._on_fault(id)
        self.teams.setFocus()
        if self._spots:
            self.teams.select_ids([next(iter(self._spots))])

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id), "analysis"))

    def _on_people(self, id: object) -> None:
        fault, spot = self._faults.get(self.table.current_id()), self._spots.get(str(id))
        if fault is not None and spot is not None and self._found is not None:
            self._context.navigator.go(work.target(self._found.world, fault, spot))
