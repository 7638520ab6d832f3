"""方案比较: any number of plans beside today and each other; single moves taken over."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPerson, OpenTeam, ShowPeople
from ui.pages.staffing import compare_rows
from ui.pages.staffing.compare_columns import columns_of
from ui.pages.staffing.compare_out import CompareOut
from ui.pages.staffing.compare_paper import Beside, Shown
from ui.pages.staffing.compare_values import Line, Tables
from ui.pages.staffing.plan import Plan
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.staffing.compare import Comparison
    from leadership_model.staffing.draft import Draft
    from leadership_model.staffing.situation import Situation

KEY = "staffing.compare"
NAMES = (
    ("totals", "总览", "指标", ""),
    ("teams", "班子", "班子", ""),
    ("requirements", "要求", "要求", "班子"),
    ("people", "人员", "人员", ""),
    ("moves", "调整", "调整", "理由"),
    ("rules", "规则与例外", "规则", "干部"),
)
WHICH = (("all", "全部"), ("changed", "与现状不同"), ("split", "方案间不同"))
OPENS = {"teams": "打开研判分析", "requirements": "列出计入的干部"}
EMPTY = {
    "requirements": ("equal", "没有这样的要求", "改选“全部”可以看到每一项要求。"),
    "people": ("account-check-outline", "没有这样的人员", "方案没有调整任何人，或各方案一致。"),
    "moves": ("format-list-checks", "没有这样的调整", "方案还没有调整，或各方案一致。"),
    "rules": ("gavel", "没有规则冲突", "各方案都没有触及规则，或各方案一致。"),
    "teams": ("equal", "没有这样的班子", "改选“全部”可以看到每一个班子。"),
}


class CompareDialog(Dialog):
    """Six tables; a double click leads to the team, the people counted, or the person."""

    def __init__(
        self, context: Context, plan: Plan, drafts: "Sequence[Draft]", parent: QWidget | None
    ) -> None:
        super().__init__("方案比较", parent, width=1180)
        self.context = self._context = context
        self._plan = plan
        self._drafts = {each.scenario.id: each for each in drafts}
        assert plan.situation is not None
        self._situations: dict[str, Situation] = {plan.scenario.id: plan.situation}
        self._found: Comparison | None = None
        self._tables: Tables | None = None
        self.plans: dict[str, QCheckBox] = {}
        self.views: dict[str, TableView] = {}
        self.tabs = Tabs()
        self.which = Segments(WHICH)
        self.adopt = button("采用到当前方案", self._on_adopt, icon="call-merge")
        self.adopt.setToolTip("把选中的调整作为新的一步采用到正在编辑的方案，可撤销")
        self._note = label("", "note")
        self.out = CompareOut(self)
        self._build(parent)
        self._plan.changed.connect(self._on_plan_changed)
        self._compare()

    def _build(self, parent: QWidget | None) -> None:
        row = QWidget()
        flow = FlowLayout(row, gap=theme.px(12))
        flow.addWidget(label("参加比较的方案", "note"))
        for id, draft in self._drafts.items():
            box = QCheckBox(draft.scenario.label)
            box.setObjectName(id)
            box.setChecked(id == self._plan.scenario.id)
            box.toggled.connect(self._on_plans)
            self.plans[id] = box
            flow.addWidget(box)
        for id, words, _, _ in NAMES:
            view = TableView(
                self._context.settings, f"staffing.compare.{id}", opens=OPENS.get(id, "")
            )
            if id in EMPTY:
                view.set_empty(*EMPTY[id])
            self.views[id] = view
            self.tabs.add(id, words, view)
        self.views["teams"].opened.connect(self._on_team)
        self.views["requirements"].opened.connect(self._on_requirement)
        for id in ("people", "moves", "rules"):
            self.views[id].opened.connect(self._on_person)
        self.tabs.turned.connect(self._on_turned)
        self.which.set_current("changed")
        self.which.chosen.connect(self._on_which)
        foot = QHBoxLayout()
        foot.addWidget(self.which)
        foot.addWidget(self._note, 1)
        for each in (self.adopt, self.out.export, self.out.print):
            foot.addWidget(each)
        self.body.addWidget(row)
        self.body.addWidget(self.tabs, 1)
        self.body.addLayout(foot)
        self.tabs.setMinimumHeight(self.room(400))
        if parent is not None and parent.window().isVisible():
            around = parent.window().size()
            self.resize(
                max(self.minimumWidth(), min(theme.px(1560), around.width() * 9 // 10)),
                around.height() * 17 // 20,
            )
        self.close_button: QPushButton = self.add_button(
            "关闭", self.accept, kind="primary", default=True
        )
        self.adopt.setVisible(False)

    # ---- what is compared

    def chosen(self) -> tuple[str, ...]:
        """Give the ids of the plans compared, in the order of the list."""
        return tuple(id for id, box in self.plans.items() if box.isChecked())

    def _on_plans(self) -> None:
        if not self.chosen():
            self.refuse("请至少选一个方案与现状比较。")
            return
        self.refuse("")
        self._compare()

    def _compare(self) -> None:
        missing = [self._drafts[id] for id in self.chosen() if id not in self._situations]
        if not missing:
            self._show()
            return
        self._note.setText("正在铺开所选方案…")
        function = partial(compare_rows.situated, self._context.workspace.loaded, missing)
        self._context.jobs.read(function, KEY, self._on_situated, title="正在比较方案")

    def _on_situated(self, found: "tuple[Situation, ...]") -> None:
        self._situations |= {each.scenario.id: each for each in found}
        self._compare()

    def _on_plan_changed(self) -> None:
        situation = self._plan.situation
        if situation is not None and situation.scenario.id in self._drafts:
            self._situations[situation.scenario.id] = situation
            self._compare()

    def _show(self) -> None:
        from leadership_model.staffing.compare import beside

        plans = [self._situations[id] for id in self.chosen()]
        self._found = beside(self._context.workspace.world, plans)
        self._tables = compare_rows.tables(self._found)
        months = dict.fromkeys(names.month(each.base.as_of) for each in plans)
        today = names.month(self._found.today.as_of)
        self._note.setText(f"现状按 {today}，方案按生效月份 {'、'.join(months)}")
        self._fill()

    def _fill(self) -> None:
        if self._tables is None:
            return
        which = self.which.current()
        for id, words, head, more in NAMES:
            shown = self._lines(id, which)
            columns = columns_of(id, head, more, self._titles(), self.width())
            self.views[id].show_rows(columns, shown, [line.id for line in shown])
            self.tabs.set_text(id, words if id == "totals" else f"{words} {len(shown)}")
        self._on_turned(self.tabs.current())

    def beside(self) -> Beside | None:
        """Give the tables as they are shown, to be written; None before they are there."""
        if self._tables is None or self._found is None:
            return None
        which = self.which.current()
        tables = tuple(
            Shown(id, words, head, more, tuple(self._lines(id, which)))
            for id, words, head, more in NAMES
        )
        plans = tuple(self._drafts[plan].scenario.label for plan in self.chosen())
        note = f"{self._note.text()}　所列范围：{dict(WHICH)[which]}"
        return Beside(tables, plans, note, self._found)

    def _lines(self, id: str, which: str) -> list[Line]:
        assert self._tables is not None
        lines: tuple[Line, ...] = getattr(self._tables, id)
        return [line for line in lines if id == "totals" or _wanted(line, which)]

    def _titles(self) -> list[str]:
        """Name the plans compared; the one being edited says so."""
        mine = self._plan.scenario.id
        labels = {plan: self._drafts[plan].scenario.label for plan in self.chosen()}
        return [f"{each}（当前）" if id == mine else each for id, each in labels.items()]

    # ---- what is done with it

    def _on_which(self, which: str) -> None:
        self._fill()

    def _on_turned(self, id: str) -> None:
        others = [each for each in self.chosen() if each != self._plan.scenario.id]
        self.adopt.setVisible(id == "moves")
        self.adopt.setEnabled(bool(others) and bool(self._tables and self._tables.moves))
        self.which.setVisible(id != "totals")

    def _on_adopt(self) -> None:
        """Take the chosen moves of other plans into the plan at hand, as one step."""
        from leadership_model.staffing.compare import sense, why_not

        situation = self._plan.situation
        keys = self.views["moves"].selected_ids()
        if not keys or situation is None:
            self.refuse("请先在“调整”里选中别的方案的一步或几步调整。")
            return
        offered = {
            sense(move): move
            for id in self.chosen()
            if id != self._plan.scenario.id
            for move in self._situations[id].scenario.done
        }
        moves = [offered[key] for key in keys if key in offered]
        reasons = [why for move in moves if (why := why_not(situation, move))]
        able = [move for move in moves if not why_not(situation, move)]
        if not able:
            self.refuse((reasons or ["选中的调整已在当前方案里"])[0] + "。")
            return
        self.refuse("")
        self._plan.make(able, f"采用其他方案的 {len(able)} 步调整")
        if not self._plan.locked:
            self._context.say(f"已采用 {len(able)} 步调整，Ctrl+Z 可撤销。")

    def _on_team(self, id: str) -> None:
        self.accept()
        self._context.navigator.go(OpenTeam(id))

    def _on_requirement(self, id: str) -> None:
        assert self._tables is not None
        line = next(each for each in self._tables.requirements if each.id == id)
        if line.people:
            self.accept()
            title = f"{line.more.text}：计入“{line.head.text}”"
            self._context.navigator.go(ShowPeople(line.people, title))

    def _on_person(self, id: str) -> None:
        assert self._tables is not None
        lines = (*self._tables.people, *self._tables.moves, *self._tables.rules)
        line = next(each for each in lines if each.id == id)
        if line.people:
            self.accept()
            self._context.navigator.go(OpenPerson(line.people[0]))


def _wanted(line: Line, which: str) -> bool:
    return which == "all" or (line.changed if which == "changed" else line.split)
