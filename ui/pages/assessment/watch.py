"""The tab 预警提醒: warning flags of teams and what falls due, of one team, an area or all."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.jobs import Control
from ui.pages.assessment import output
from ui.pages.assessment.listing import lay_out
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.labels import Elided
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from leadership_model.papers.spread import Spread
    from ui.pages.assessment.watch_work import DueRow, FlagRow
    from ui.pages.assessment.watch_work import Watch as Seen

KINDS = (("flags", "预警"), ("doubts", "预警待核"), ("dues", "到期提醒"))
SCOPES = (("all", "全部"), ("area", "同一地区"), ("team", "本班子"))
AHEAD = (("0", "本月"), ("3", "3 个月"), ("6", "6 个月"), ("12", "12 个月"))
NOTE = "预警颜色和数值是一地的做法，待核实；可在“规则库”中改参数、停用或确认"


class Watch(QWidget):
    """Shows what stands out and what comes; a row leads to its people or its team."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self.seen: Seen | None = None
        self._rows: dict[str, FlagRow | DueRow] = {}
        self._target: Path | None = None
        self.kind, self.scope, self.ahead = Segments(KINDS), Segments(SCOPES), Segments(AHEAD)
        self.ahead.set_current("6")
        for each in (self.kind, self.scope, self.ahead):
            each.chosen.connect(self._on_choice)
        self.field = SearchField("筛选预警和提醒")
        self.field.setMaximumWidth(190)
        self.field.typed.connect(self._on_filter)
        self._note = Elided("", "note")
        self._export = button("导出清单", self._on_export, icon="tray-arrow-down", kind="small")
        self._print = button("打印清单", self._on_print, icon="printer-outline", kind="small")
        self.flags = self._table("assessment.flags", "没有亮起的预警")
        self.dues = self._table("assessment.dues", "这段时间没有到期的事项")
        choices, tools = (self.kind, self.scope, self.ahead), (self._print, self._export)
        lay_out(self, choices, self._note, (self.field, *tools), (self.flags, self.dues), NOTE)

    def _table(self, name: str, empty: str) -> TableView:
        made = TableView(self._context.settings, name, opens="打开人员或班子")
        made.set_empty("bell-check-outline", empty, "可换一个范围或时间再看。")
        made.opened.connect(self._on_opened)
        made.activated_id.connect(self._on_opened)
        return made

    # ---- showing

    def show_team(self, view: View) -> None:
        """Take the team and the world it is seen in."""
        self._seen = view
        survey = self._context.workspace.survey
        if self.seen is not None and self.seen.world is view.world:
            self._show()
            return
        self.seen = None
        if survey is None:
            self._note.setText("全部班子研判完后显示")
            return
        from ui.pages.assessment import watch_work

        work = partial(watch_work.look, view.world, survey)
        self._context.jobs.read(work, "assessment.watch", self._on_seen, title="正在汇总预警")

    def _on_seen(self, seen: "Seen") -> None:
        if self._seen is not None and seen.world is self._seen.world:
            self.seen = seen
            self._show()

    def _show(self) -> None:
        from ui.pages.assessment import watch_work as work

        seen, view = self.seen, self._seen
        if seen is None or view is None:
            return
        dues = self.kind.current() == "dues"
        self.ahead.setVisible(dues)
        self.flags.setVisible(not dues)
        self.dues.setVisible(dues)
        teams = work.teams_of(seen.world, view.team, self.scope.current())
        if dues:
            listed = work.due_rows(seen, teams, int(self.ahead.current()))
            ids = [f"{at} {each.due.kind}" for at, each in enumerate(listed)]
            self._rows = dict(zip(ids, listed, strict=True))
            self.dues.show_rows(work.due_columns(), listed, ids)
        else:
            unknown = self.kind.current() == "doubts"
            found = work.flag_rows(seen, teams, unknown=unknown)
            ids = [f"{each.flag.rule} {each.flag.team}" for each in found]
            self._rows = dict(zip(ids, found, strict=True))
            self.flags.show_rows(work.flag_columns(), found, ids)
        self._note.setText(f"{len(self._rows):,} 条 · 空格、回车或双击打开人员或班子")
        for each in (self._export, self._print):
            each.setEnabled(bool(self._rows))

    def table(self) -> TableView:
        """The table shown."""
        return self.dues if self.kind.current() == "dues" else self.flags

    # ---- what happens

    def _on_choice(self, id: object) -> None:
        self._show()

    def _on_filter(self, words: str) -> None:
        self.flags.filter_text(words)
        self.dues.filter_text(words)

    def _on_opened(self, id: object) -> None:
        from ui.pages.assessment import watch_work as work

        row = self._rows.get(str(id))
        if row is None or self.seen is None:
            return
        if isinstance(row, work.FlagRow):
            self._context.navigator.go(work.flag_target(self.seen, row))
        else:
            self._context.navigator.go(work.due_target(self.seen, row))

    # ---- files and paper

    def _title(self) -> str:
        words = dict(KINDS)[self.kind.current()]
        view = self._seen
        where = ""
        if view is not None and self.scope.current() == "team":
            where = view.short
        elif view is not None and self.scope.current() == "area":
            where = view.world.snapshot.teams.raw("area")[view.team] or ""
        return f"{where}{words}清单"

    def _read(self, key: str, done: object, title: str) -> None:
        from ui.pages.assessment import watch_work as work

        if self.seen is None or not self._rows:
            return
        shown = [self._rows[id] for id in self.table().rows.shown_ids()]
        task = partial(work.spread_of, self.seen, shown, self._title())
        self._context.jobs.read(task, key, done, title=title)  # type: ignore[arg-type]

    def _on_export(self) -> None:
        kinds = ("sheet", "document", "pdf")
        path = self._context.ask.save_file("导出清单", f"{self._title()}.xlsx", kinds)
        if path is not None:
            self._target = path
            self._read("assessment.list", self._on_spread, "正在导出清单")

    def _on_spread(self, spread: "Spread") -> None:
        if self._target is not None:
            made = partial(_only, spread)
            output.give(self._context, made, self._target, self._title(), self._on_written)

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")

    def _on_print(self) -> None:
        self._read("assessment.list", self._on_paper, "正在排版清单")

    def _on_paper(self, spread: "Spread") -> None:
        from leadership_model.papers import sheets
        from ui.printing.preview import preview

        paper: Paper = sheets.paper_of(self._title(), [spread])
        preview(self._context, paper)


def _only(spread: "Spread", _control: Control) -> "tuple[Spread, ...]":
    """Give one sheet as the sheets of a file."""
    return (spread,)
