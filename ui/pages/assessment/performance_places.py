"""Places of teams in an indicator system, and what is entered: by form, or by a sheet."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from leadership_model.assessment.filling import filled
from leadership_model.people import periods
from leadership_model.people.indicator_system import System
from ui.context import Context
from ui.navigation import OpenTeam
from ui.pages.assessment import performance_columns as columns
from ui.pages.assessment import performance_files as files
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.performance_entry import EntryDialog
from ui.pages.assessment.performance_import import PreviewDialog
from ui.pages.assessment.performance_view import SystemView
from ui.pages.assessment.watch_work import teams_of
from ui.pages.assessment.work import View
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from leadership_model.exchange.indicator_sheet import Filled


class Places(SystemView):
    """Where teams stand; what is entered for one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "assessment.places", "打开班子的运行状况")
        self._spans: tuple[work.Span, ...] = ()
        self._wanted: work.Span | None = None  # the period the user chose
        self.rows: dict[str, work.Row] = {}
        self.spans = QComboBox()
        self.spans.setAccessibleName("期间")
        self.spans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table.set_empty(
            "clipboard-text-outline", "没有适用的班子", "换一个指标体系或范围再看。"
        )
        self.tools = (
            button("录入", self._on_enter, icon="pencil-outline", kind="small"),
            button("导出填报表", self._on_blank, icon="tray-arrow-down", kind="small"),
            button("导入填报表", self._on_import, icon="tray-arrow-up", kind="small"),
            button("导出排名", self._on_export, icon="tray-arrow-down", kind="small"),
        )
        self.spans.activated.connect(self._on_span)
        self.table.opened.connect(self._on_team)
        self.table.activated_id.connect(self._on_enter)

    # ---- showing

    @property
    def span(self) -> work.Span:
        """The period shown."""
        return self._spans[max(self.spans.currentIndex(), 0)]

    def show_system(self, seen: View, system: System | None, scope: str) -> None:
        """Show the places of a system's teams; `scope` narrows what is listed."""
        if system is None or self._system is None or system.id != self._system.id:
            self._wanted = None
        self._seen, self._system, self._scope = seen, system, scope
        self.spans.clear()
        self._spans = () if system is None else work.spans(system, seen.world.as_of)
        self.spans.addItems([periods.show(*each) for each in self._spans])
        if system is not None and self._spans:
            latest = work.latest(seen.world.snapshot, system, seen.world.as_of)
            wanted = self._wanted if self._wanted in self._spans else latest
            self.spans.setCurrentIndex(self._spans.index(wanted) if wanted in self._spans else 0)
        self._show()

    def _show(self) -> None:
        seen, system = self._seen, self._system
        found: list[work.Row] = []
        if seen is not None and system is not None and self._spans:
            teams = teams_of(seen.world, seen.team, self._scope)
            found = work.rows(seen.world, system, self.span, teams)
            ids = seen.world.snapshot.teams.ids
            self.rows = {ids[each.standing.team]: each for each in found}
            held = system.at(*self.span)
            self.table.show_rows(columns.columns(held), found, list(self.rows))
        else:
            self.rows = {}
            self.table.show_rows((), (), ())
        self.noted.emit()

    def note(self) -> str:
        """Count the teams, and of how many all is entered."""
        told = [each.standing.node for each in self.rows.values()]
        whole = sum(each.told == each.asked for each in told)
        system = self._system
        more = "" if system is None or not self._spans else work.changed_in(system, self.span)
        return f"{len(told)} 个班子，填报完整 {whole} 个；未填的按区间计，不按 0 分计{more}"

    def _on_span(self, _at: int = 0) -> None:
        self._wanted = self.span
        self._show()

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id), "operation"))

    # ---- entering

    def _on_enter(self, id: object = None) -> None:
        seen, system = self._seen, self._system
        chosen = id if isinstance(id, str) else self.table.current_id()
        row = self.rows.get(chosen) or next(iter(self.rows.values()), None)
        if seen is None or system is None or row is None:
            self._context.say("没有可录入的班子")
            return
        snapshot, team = seen.world.snapshot, row.standing.team
        span = self.span
        if not span[1] and system.period != "year":
            span = work.latest(snapshot, system, seen.world.as_of)
        dialog = EntryDialog(snapshot, system, team, row.name, self._spans, span, self)
        if self._context.ask.show(dialog):
            values = {(team, item): text for item, text in dialog.values.items()}
            edit = filled(snapshot, system, *dialog.span, values)
            self._write(edit, f"登记{row.name}{periods.show(*dialog.span)}{system.name}")

    def _entered_span(self) -> work.Span | None:
        """The period a sheet is for; said where the whole year is chosen and it has parts."""
        system = self._system
        if system is None or not self._spans:
            self._context.say("还没有指标体系")
            return None
        if self.span[1] not in periods.CODES[system.period]:
            self._context.ask.inform("全年得分由各期合成，请先选一个填报期间")
            return None
        return self.span

    def _on_blank(self) -> None:
        span, system, seen = self._entered_span(), self._system, self._seen
        if span is None or system is None or seen is None:
            return
        name = f"{system.name}填报表（{periods.show(*span)}）.xlsx"
        path = self._context.ask.save_file("导出填报表", name, ("sheet",))
        if path is not None:
            task = partial(files.write_blank, seen.world, system, span, path)
            self._context.jobs.read(task, "assessment.sheet", self._on_saved, title="正在导出")

    def _on_import(self) -> None:
        path = self._context.ask.open_file("导入填报表", ("sheet",))
        if path is not None and self._seen is not None:
            task = partial(files.read_filled, self._seen.world, path)
            self._context.jobs.read(task, "assessment.filled", self._on_filled, title="正在读取")

    def _on_filled(self, found: "Filled") -> None:
        if self._seen is None:
            return
        snapshot = self._seen.world.snapshot
        if self._context.ask.show(PreviewDialog(self._context, snapshot, found, self)):
            edit = filled(snapshot, found.system, found.year, found.period, found.values())
            where = periods.show(found.year, found.period)
            self._write(edit, f"导入{where}{found.system.name} {len(found.changes)} 项")

    def _on_export(self) -> None:
        system, seen = self._system, self._seen
        if system is None or seen is None or not self.rows:
            self._context.say("没有可导出的排名")
            return
        name = f"{system.name}{periods.show(*self.span)}排名.xlsx"
        path = self._context.ask.save_file("导出排名", name, ("sheet",))
        if path is not None:
            found = [self.rows[id] for id in self.table.rows.shown_ids()]
            task = partial(files.write_places, seen.world, system, self.span, found, path)
            self._context.jobs.read(task, "assessment.sheet", self._on_saved, title="正在导出")

    def _on_saved(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")
