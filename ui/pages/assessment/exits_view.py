"""全部班子 of the tab 趋势: who leaves each half-year by area and category, people behind."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leadership_model.assessment.exits import KIND_WORDS
from leadership_model.assessment.finding import STATE_WORDS
from leadership_model.assessment.leaving import Leaves
from leadership_model.assessment.world import World
from ui.charts.view import ChartView
from ui.context import Context
from ui.jobs import Control
from ui.navigation import OpenPerson, ShowPeople, ShowTeams
from ui.pages.assessment import exits_work as work
from ui.pages.assessment.exits_work import WHOLE, Base, Chosen
from ui.pages.assessment.future import Years
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Elided
from ui.widgets.segments import Segments

ROLES = (("heads", "正职"), ("all", "全部成员"))
GROUPS = (("area", "按地区"), ("category", "按类别"))


class ExitsView(QScrollArea):
    """Shows a map of counts, the rows behind the cell chosen, and the states to come."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.base: Base | None = None
        self._cell = (WHOLE, WHOLE)
        self._rows: dict[str, work.Row] = {}
        self.kind = Segments(tuple(KIND_WORDS.items()))
        self.role, self.group = Segments(ROLES), Segments(GROUPS)
        for each in (self.kind, self.role, self.group):
            each.chosen.connect(self._on_choice)
        self.map, self.states = ChartView(), ChartView()
        self.map.clicked.connect(self._on_cell)
        self.states.clicked.connect(self._on_state)
        self.table = TableView(context.settings, "assessment.exits", opens="打开干部卡片")
        self.table.set_empty("calendar-clock", "这一格没有人", "可换一类事项、地区或时间再看。")
        self.table.opened.connect(self._on_person)
        self.table.activated_id.connect(self._on_person)
        self._note = Elided("", "note")
        self.people = button(
            "打开名单", self._on_people, icon="account-group-outline", kind="small"
        )
        self.doubts = button("", self._on_doubts, kind="link", tip="出生年月、性别或层次不详的人")
        self.export = button("导出", self._on_export, icon="tray-arrow-down", kind="small")
        self._map_card = Card("分半年统计", "正在推算…")
        self._table_card = Card("人员明细").flush()
        states = Card("各班子状态", "各半年末，无人接任时；单击打开班子")
        self._map_card.body.addWidget(self.map)
        self._table_card.body.addWidget(self.table)
        self._table_card.setMinimumHeight(260)
        states.body.addWidget(self.states)
        choices, second = QHBoxLayout(), QHBoxLayout()
        for each in (self.kind, self.role):
            choices.addWidget(each)
        choices.addStretch(1)
        second.addWidget(self.group)
        second.addWidget(self._note, 1)
        second.addWidget(self.doubts)
        second.addWidget(self.people)
        second.addWidget(self.export)
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addLayout(second)
        for card in (self._map_card, self._table_card, states):
            column.addWidget(card)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(inner)

    def show_base(self, world: World, years: Years, leaves: Leaves) -> None:
        """Show the coming years of a base; worked out in the background where they are not yet."""
        survey = self._context.workspace.survey
        if survey is None:
            self._map_card.set_note("全部班子研判完后显示")
            return
        known = self.base
        if known is not None and known.world is world and known.forecast.leaves == leaves:
            return
        self._map_card.set_note("正在推算…")
        task = partial(work.look, world, survey, years, leaves)
        self._context.jobs.read(task, "assessment.base", self._on_base, title="正在推算全部班子")

    def _on_base(self, base: Base) -> None:
        if base.world is self._context.workspace.world:
            self.base = base
            self.states.show_spec(work.states(base))
            self._show()

    def chosen(self) -> Chosen:
        """What is looked at."""
        return Chosen(self.kind.current(), self.role.current() == "heads", self.group.current())

    def _show(self) -> None:
        if self.base is None:
            return
        found = work.table(self.base, self.chosen())
        if self._cell[0] not in found.rows or self._cell[1] not in found.columns:
            self._cell = (WHOLE, WHOLE)
        self.map.show_spec(work.heat(found, self._title()))
        count = len(found.behind.get((WHOLE, WHOLE), ()))
        self._map_card.set_title(self._title())
        self._map_card.set_note(f"共 {count} 人次 · 列为各半年的最后一月，单击数字看人")
        behind = found.behind.get(self._cell, ())
        listed = work.rows(self.base, behind)
        ids = [f"{each.exit.month}/{each.exit.post}/{at}" for at, each in enumerate(listed)]
        self._rows = dict(zip(ids, listed, strict=True))
        self.table.show_rows(work.columns(), listed, ids)
        row, column = self._cell
        where = "全部" if self._cell == (WHOLE, WHOLE) else f"{row} {column}"
        self._table_card.set_note(f"{where} {len(listed)} 人次 · 空格或双击打开干部卡片")
        for each in (self.people, self.export):
            each.setEnabled(bool(listed))
        unsure = work.in_doubt(self.base, self.chosen())
        self.doubts.setText(f"到龄月份待核 {len(unsure)} 人")
        self.doubts.setVisible(bool(unsure))

    def _title(self) -> str:
        who = "正职" if self.role.current() == "heads" else "班子成员"
        by = "地区" if self.group.current() == "area" else "类别"
        return f"今后五年{who}{KIND_WORDS[self.kind.current()]}（分{by}、半年）"  # type: ignore[index]

    # ---- what happens

    def _on_choice(self, id: object) -> None:
        self._show()

    def _on_cell(self, ids: tuple[str, ...]) -> None:
        row, column = ids[0].split("/")
        self._cell = (row, column)
        self._show()

    def _on_state(self, ids: tuple[str, ...]) -> None:
        state, month = ids[0].split("/")
        if self.base is not None:
            found = work.in_state(self.base, state, int(month))
            word = STATE_WORDS[state]
            title = (
                f"{int(month) // 12}-{int(month) % 12 + 1:02} 状态为“{word}”的班子 {len(found)} 个"
            )
            self._context.navigator.go(ShowTeams(found, title))

    def _on_person(self, id: object) -> None:
        row = self._rows.get(str(id))
        if row is not None and self.base is not None:
            self._context.navigator.go(OpenPerson(self.base.world.person_ids[row.exit.person]))

    def _on_people(self) -> None:
        if self.base is not None:
            ids = self.base.world.person_ids
            people = dict.fromkeys(ids[each.exit.person] for each in self._rows.values())
            row, column = self._cell
            title = f"{self._title()} {row} {column} {len(people)} 人"
            self._context.navigator.go(ShowPeople(tuple(people), title, "来自研判分析 趋势"))

    def _on_doubts(self) -> None:
        if self.base is not None:
            ids = self.base.world.person_ids
            people = tuple(ids[each] for each in work.in_doubt(self.base, self.chosen()))
            title = f"五年内是否到龄待核的 {len(people)} 人"
            self._context.navigator.go(ShowPeople(people, title, "来自研判分析 趋势"))

    def _on_export(self) -> None:
        base, chosen = self.base, self.chosen()
        if base is None:
            return
        path = self._context.ask.save_file("导出分半年统计", f"{self._title()}.xlsx", ("sheet",))
        if path is not None:
            survey = self._context.workspace.survey or ()
            task = partial(_write, base, chosen, survey, self._title(), path)
            self._context.jobs.read(task, "assessment.exits", self._on_written, title="正在导出")

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")


def _write(
    base: Base, chosen: Chosen, survey: object, title: str, path: Path, control: Control
) -> Path:
    from leadership_model.papers import xlsx
    from leadership_model.papers.basis import basis_of

    control.check()
    foot = basis_of(base.world, survey).foot  # type: ignore[arg-type]
    xlsx.write(path, work.spreads(base, chosen, title, foot))
    return path
