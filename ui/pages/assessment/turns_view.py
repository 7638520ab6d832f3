"""变化 of the tab 横向比较: which teams changed since a month or under another version, and why."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.finding import STATE_WORDS
from ui.context import Context
from ui.navigation import OpenTeam, ShowPeople, ShowTeams
from ui.pages.assessment import turns_work as work
from ui.pages.assessment.beside import Selection, Sheets
from ui.pages.assessment.turns_work import Against, Found, Row
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Elided
from ui.widgets.month import MonthPicker
from ui.widgets.picker import Picker
from ui.widgets.segments import Segments

TIMES = (("1", "上月"), ("6", "半年前"), ("12", "一年前"), ("month", "某月"), ("model", "模型版本"))


class TurnsView(QWidget):
    """Asks what to compare with; worked out in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._selection: Selection | None = None
        self._asked: tuple[Selection, Against] | None = None
        self.found: Found | None = None
        self._rows: dict[str, Row] = {}
        self.picker: Picker | None = None
        self._version = ""
        self.time = Segments(TIMES)
        self.time.set_current("12")
        self.time.chosen.connect(self._on_time)
        self.month = MonthPicker(context.workspace.as_of - 12)
        self.month.picked.connect(self._on_month)
        self.version = button("选择版本", self._on_version, icon="chevron-down")
        self._note = Elided("", "note")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        head = QHBoxLayout()
        for each in (self.time, self.month, self.version):
            head.addWidget(each)
        head.addWidget(self._note, 1)
        self.people = button(
            "打开人员", self._on_people, icon="account-group-outline", kind="small"
        )
        head.addWidget(self.people)
        self.table = TableView(context.settings, "assessment.turns", opens="打开这个班子的研判")
        self.table.set_empty("equal", "没有变化", "所选班子的状态、得分和人员都没有变化。")
        self.table.opened.connect(self._on_team)
        self.table.activated_id.connect(self._on_team)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._chips)
        column.addWidget(framed, 1)

    def show_selection(self, found: Selection) -> None:
        """Take other teams; what is known of them is kept."""
        self._selection = found
        self._look()

    def against(self) -> Against | None:
        """What is compared with; None while no version is chosen."""
        if self._selection is None:
            return None
        kind, now = self.time.current(), self._selection.world.as_of
        if kind == "model":
            model = work.version_of(self._selection, self._version)
            return None if model is None else Against(model=model)
        month = self.month.month if kind == "month" else now - int(kind)
        return Against(month=month)

    def _look(self) -> None:
        kind = self.time.current()
        self.month.setVisible(kind == "month")
        self.version.setVisible(kind == "model")
        against, found = self.against(), self._selection
        if found is None:
            return
        if against is None:
            self._note.setText("请选择一个模型版本，看改用后哪些班子变化")
            self._clear()
            return
        if self._asked is not None and self.found is not None:
            same = self._asked[0].chosen == found.chosen and self._asked[1] == against
            if same and self.found.selection.world is found.world:
                return
        self._asked = (found, against)
        self._note.setText("正在比较…")
        task = partial(work.look, found, against)
        self._context.jobs.read(task, "assessment.turns", self._on_found, title="正在比较班子变化")

    def _clear(self) -> None:
        self.found, self._asked, self._rows = None, None, {}
        self._flow.clear()
        self.table.show_rows((), [], [])
        self.people.setEnabled(False)

    def _on_found(self, found: Found) -> None:
        if self._asked is None or self._asked[1] != found.against:
            return
        self.found = found
        listed, world = work.rows(found), found.selection.world
        ids = [world.snapshot.teams.ids[each.turned.team] for each in listed]
        self._rows = dict(zip(ids, listed, strict=True))
        self.table.show_rows(work.columns(found), listed, ids)
        moved = sum(each.turned.moved for each in listed)
        self._note.setText(
            f"与 {found.against.title} 相比：{moved} 个班子状态变化，{len(listed)} 个有差异"
        )
        self._flow.clear()
        for key, count in work.counts(found):
            before, after = key.split("/")
            words = f"{STATE_WORDS[before]} → {STATE_WORDS[after]} {count}"
            chip = Chip(words, mark=after).make_live()
            chip.setObjectName(key)
            chip.clicked.connect(self._on_chip)
            self._flow.addWidget(chip)
        self.people.setEnabled(bool(listed))

    def filter_text(self, words: str) -> None:
        """Show only the teams with these words."""
        self.table.filter_text(words)

    def note(self) -> str:
        """Say what can be done here."""
        return "回车打开班子；单击状态变化打开这些班子"

    def spreads(self, title: str, foot: str) -> Sheets | None:
        """Give what makes the sheets of the file."""
        if self.found is None:
            return None
        whole = f"{title}（与 {self.found.against.title} 相比）"
        return partial(work.spreads, self.found, whole, foot)

    # ---- what happens

    def _on_time(self, id: object) -> None:
        self._look()
        if id == "model" and not self._version:
            self._on_version()

    def _on_month(self, month: object) -> None:
        self._look()

    def _on_version(self) -> None:
        if self._selection is None:
            return
        options = work.version_options(self._selection)
        if not options:
            self._context.ask.inform("所选班子的类别还没有模型版本，请先到模型定制发布")
            return
        self.picker = Picker(options, "模型名称、版本、类别", parent=self)
        self.picker.picked.connect(self._on_picked)
        self.picker.open_at(self.version)

    def _on_picked(self, id: object) -> None:
        self.take_version(str(id))

    def take_version(self, id: str) -> None:
        """Compare with another version."""
        self._version = id
        model = None if self._selection is None else work.version_of(self._selection, id)
        if model is not None:
            self.version.setText(work.version_name(model))
        self._look()

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id), "analysis"))

    def _on_chip(self) -> None:
        before, after = self.sender().objectName().split("/")
        ids = tuple(
            id
            for id, row in self._rows.items()
            if (row.turned.before.state, row.turned.after.state) == (before, after)
        )
        title = f"{STATE_WORDS[before]} → {STATE_WORDS[after]}的班子 {len(ids)} 个"
        self._context.navigator.go(ShowTeams(ids, title))

    def _on_people(self) -> None:
        if self.found is None:
            return
        chosen = self._rows.get(self.table.current_id())
        rows = list(self._rows.values()) if chosen is None else [chosen]
        people = dict.fromkeys(p for row in rows for p in work.people_of(row.turned))
        if not people:
            self._context.ask.inform("这个班子的变化不涉及具体人员")
            return
        ids = tuple(self.found.selection.world.person_ids[each] for each in people)
        where = rows[0].name if len(rows) == 1 else "各班子"
        self._context.navigator.go(ShowPeople(ids, f"{where}变化涉及 {len(ids)} 人"))
