"""The tab 横向比较: any selection of teams beside each other, in four views."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.jobs import Control
from ui.pages.assessment import beside
from ui.pages.assessment.across_heat import HeatView
from ui.pages.assessment.beside import Selection, Sheets
from ui.pages.assessment.faults_view import FaultsView
from ui.pages.assessment.groups_view import GroupsView
from ui.pages.assessment.team_chooser import TeamChooser
from ui.pages.assessment.turns_view import TurnsView
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.labels import Elided
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

MODES = (("heat", "要求对照"), ("faults", "同类问题"), ("groups", "两组对比"), ("turns", "变化"))
Shown = HeatView | FaultsView | GroupsView | TurnsView
VIEWS: dict[str, type[HeatView] | type[FaultsView] | type[GroupsView] | type[TurnsView]] = {
    "heat": HeatView,
    "faults": FaultsView,
    "groups": GroupsView,
    "turns": TurnsView,
}
SCOPES = (("category", "同类"), ("area", "同地区"), ("all", "全部"), ("own", "自选"))


class Across(QWidget):
    """Compares the team shown with its like, an area, all teams, or teams chosen by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._shown: dict[str, Selection] = {}
        self.found: Selection | None = None
        self.own: tuple[str, ...] = ()
        self._question = ""
        self.mode, self.scope = Segments(MODES), Segments(SCOPES)
        self.mode.chosen.connect(self._on_mode)
        self.scope.chosen.connect(self._on_scope)
        self.choose = button(
            "选择班子",
            self._on_choose,
            icon="format-list-checks",
            kind="small",
            tip="按地区、类别、状态、成员条件或逐个勾选要比较的班子",
        )
        self.export = button("导出对照", self._on_export, icon="tray-arrow-down", kind="small")
        self.field = SearchField("筛选所列行")
        self.field.setMaximumWidth(170)
        self.field.typed.connect(self._on_filter)
        self._note = Elided("", "note")
        head, second = QHBoxLayout(), QHBoxLayout()
        for each in (self.mode, self.scope, self.choose):
            head.addWidget(each)
        head.addStretch(1)
        second.addWidget(self._note, 1)
        second.addWidget(self.field)
        second.addWidget(self.export)
        self._views: dict[str, Shown] = {}
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(second)
        column.addWidget(self._stack, 1)

    @property
    def table(self) -> TableView:
        """The table of teams by requirement."""
        return self.heat.table

    @property
    def heat(self) -> HeatView:
        """The view 要求对照."""
        found = self.view("heat")
        assert isinstance(found, HeatView)
        return found

    def view(self, mode: str = "") -> Shown:
        """The view that is open, or another one; made when it is first asked for."""
        wanted = mode or self.mode.current()
        if wanted not in self._views:
            self._views[wanted] = VIEWS[wanted](self._context)
            self._stack.addWidget(self._views[wanted])
        return self._views[wanted]

    def show_team(self, seen: View) -> None:
        """Compare another team, or the same one seen anew."""
        self._seen = seen
        self._show()

    def _show(self) -> None:
        if self._seen is None:
            return
        survey = self._context.workspace.survey or ()
        if self.scope.current() == "own" and not self.own:
            self.own = (self._seen.id,)
        scope = self.scope.current()
        found = beside.selection(self._seen, survey, scope, self.own, self._question)
        if self.found is None or _differ(self.found, found):
            self.found = found
        mode = self.mode.current()
        self._stack.setCurrentWidget(self.view())
        if self._shown.get(mode) is not self.found:
            self._shown[mode] = self.found
            self.view().show_selection(self.found)
        self.view().filter_text(self.field.text())
        self._note.setText(f"{self.found.title} · {self.view().note()}")
        self.export.setEnabled(bool(self.found.chosen))

    # ---- what happens

    def _on_mode(self, id: object) -> None:
        self._show()

    def _on_scope(self, id: object) -> None:
        if id == "own" and not self.own:
            self._on_choose()
            return
        self._show()

    def _on_choose(self) -> None:
        """Choose teams by hand; those chosen last are checked to begin with."""
        if self._seen is None:
            return
        survey = self._context.workspace.survey or ()
        dialog = TeamChooser(self._context, self._seen.world, survey, self.own, self)
        if self._context.ask.show(dialog):
            self.own, self._question = dialog.ids(), dialog.question()
            self.scope.set_current("own")
        elif not self.own:
            self.scope.set_current("category")
        self._show()

    def _on_filter(self, words: str) -> None:
        self.view().filter_text(words)

    def _title(self) -> str:
        title = "" if self.found is None else self.found.title
        return f"{dict(MODES)[self.mode.current()]} {title}"

    def _on_export(self) -> None:
        if self.found is None:
            return
        name = self._title().split("（")[0]
        path = self._context.ask.save_file("导出对照", f"{name}.xlsx", ("sheet",))
        if path is None:
            return
        from leadership_model.papers.basis import basis_of

        foot = basis_of(self.found.world, self.found.chosen).foot
        made = self.view().spreads(self._title(), foot)
        if made is None:
            self._context.ask.inform("还没有可导出的内容，请等比较完成或先选择")
            return
        task = partial(_write, made, path)
        self._context.jobs.read(task, "assessment.across", self._on_written, title="正在导出")

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")


def _differ(one: Selection, two: Selection) -> bool:
    same = one.world is two.world and one.seen.id == two.seen.id and one.title == two.title
    return not same or one.chosen != two.chosen


def _write(sheets: Sheets, path: Path, control: Control) -> Path:
    from leadership_model.papers import xlsx

    control.check()
    xlsx.write(path, sheets())
    return path
