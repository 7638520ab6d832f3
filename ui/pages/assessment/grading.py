"""The tab 职级晋升: who reaches the years month by month, of whom it cannot be said, the quotas."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leadership_model.changes import Changes
from ui.context import Context
from ui.navigation import OpenPerson, ShowPeople
from ui.pages.assessment import grade_work as work
from ui.pages.assessment import output
from ui.pages.assessment.grade_form import QuotaDialog
from ui.pages.assessment.listing import lay_out
from ui.pages.assessment.papers_work import file_name
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.labels import Elided
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from pathlib import Path

    from leadership_model.papers.paper import Paper

KINDS = (("due", "年限名单"), ("open", "待核"), ("quota", "职级职数"))
SCOPES = (("all", "全部"), ("area", "同一地区"), ("unit", "本单位"))
AHEADS = (("passed", "年限已满"), ("3", "3 个月内"), ("12", "12 个月内"), ("24", "24 个月内"))
NOTE = (
    "任职年限按职级代码表；优秀缩短、基本称职以下不计的月数见规则库 G1；以后年度按称职推算。"
    "是否晋升由本部门研究。"
)


class Grading(QWidget):
    """A row of people opens the person; a row of quotas opens who holds the grades."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self.seen: work.Seen | None = None
        self.rows: dict[str, work.Row] = {}
        self.quotas: dict[str, work.QuotaRow] = {}
        self.kind, self.scope, self.ahead = Segments(KINDS), Segments(SCOPES), Segments(AHEADS)
        self.ahead.set_current("12")
        for choice in (self.kind, self.scope, self.ahead):
            choice.chosen.connect(self._on_choice)
        self.field = SearchField("筛选姓名、单位、职级")
        self.field.setMaximumWidth(190)
        self.field.typed.connect(self._on_filter)
        self._note = Elided("", "note")
        self.tools = (
            button("新增职数", self._on_add, icon="plus", kind="small"),
            button("修改职数", self._on_change, icon="pencil-outline", kind="small"),
            button("删除职数", self._on_drop, icon="trash-can-outline", kind="small"),
        )
        self.papers = (
            button("打印", self._on_print, icon="printer-outline", kind="small"),
            button("导出", self._on_export, icon="tray-arrow-down", kind="small"),
        )
        self.people = TableView(context.settings, "assessment.grades", opens="打开干部卡片")
        self.people.set_empty("stairs-up", "这段时间没有人年限满", "可换一个范围或时间再看。")
        self.table = TableView(context.settings, "assessment.grade_quotas", opens="列出现有人员")
        self.table.set_empty(
            "stairs-up", "还没有录入职级职数", "录入后名单会对照空额。", "新增职数", self._on_add
        )
        for table in (self.people, self.table):
            table.opened.connect(self._on_opened)
            table.activated_id.connect(self._on_opened)
        choices, tools = (self.kind, self.scope, self.ahead), (*self.tools, *self.papers)
        lay_out(self, choices, self._note, (self.field, *tools), (self.people, self.table), NOTE)

    # ---- showing

    def show_team(self, view: View) -> None:
        """Take the team and the world it is seen in."""
        self._view = view
        if self.seen is not None and self.seen.world is view.world:
            self._show()
            return
        self.seen = None
        self._note.setText("正在推算任职年限")
        read = partial(work.look, view.world)
        self._context.jobs.read(read, "assessment.grades", self._on_seen, title="正在推算职级晋升")

    def _on_seen(self, seen: work.Seen) -> None:
        if self._view is not None and seen.world is self._view.world:
            self.seen = seen
            self._show()

    def _show(self) -> None:
        seen, view = self.seen, self._view
        if seen is None or view is None:
            return
        kind = self.kind.current()
        units = work.inside(seen, view.team, self.scope.current())
        found = [] if kind == "quota" else work.rows(seen, units, kind, self.ahead.current())
        listed = work.quota_rows(seen, units)
        self.rows = {seen.world.person_ids[each.rise.person]: each for each in found}
        self.quotas = {each.quota.record.id: each for each in listed}
        self.ahead.setVisible(kind != "quota")
        self.people.setVisible(kind != "quota")
        self.table.setVisible(kind == "quota")
        for each in self.tools:
            each.setVisible(kind == "quota")
        for each in self.tools[1:]:
            each.setEnabled(bool(listed))
        if kind == "quota":
            self.table.show_rows(work.quota_columns(), listed, list(self.quotas))
            self._note.setText(f"{len(listed)} 项职级职数")
        else:
            self.people.show_rows(work.columns(), found, list(self.rows))
            self._note.setText(f"{work.summary(found)} · 空格、回车或双击打开干部卡片")

    # ---- what happens

    def _on_choice(self, _id: object) -> None:
        self._show()

    def _on_filter(self, words: str) -> None:
        self.people.filter_text(words)
        self.table.filter_text(words)

    def _on_opened(self, id: object) -> None:
        if self.seen is None:
            return
        if str(id) in self.rows:
            self._context.navigator.go(OpenPerson(str(id)))
        elif str(id) in self.quotas:
            row = self.quotas[str(id)]
            people = tuple(self.seen.world.person_ids[each] for each in row.quota.holders)
            title = f"{row.texts[0]} {row.texts[1]} {len(people)} 人"
            self._context.navigator.go(ShowPeople(people, title))

    # ---- quotas

    def _units(self) -> list[tuple[str, str]]:
        table = self._context.workspace.snapshot["unit"]
        gone = table.raw("retired")
        return [
            (id, name or "（未命名单位）")
            for id, name, retired in zip(table.ids, table.raw("name"), gone, strict=True)
            if not retired
        ]

    def _on_add(self) -> None:
        if self.seen is None or self._view is None:
            return
        begun = work.fresh(self.seen.world, self._view.team)
        dialog = QuotaDialog(begun, self._units(), "新增职级职数", self)
        if self._context.ask.show(dialog):
            self._write(work.edit(None, dialog.record), "新增职级职数")

    def _chosen(self) -> str:
        return self.table.current_id() or next(iter(self.table.selected_ids()), "")

    def _on_change(self) -> None:
        before = work.stored(self._context.workspace.world, self._chosen())
        if before is None:
            self._context.ask.inform("请先在表中选一项职级职数")
            return
        dialog = QuotaDialog(before, self._units(), "修改职级职数", self)
        if self._context.ask.show(dialog) and dialog.record != before:
            self._write(work.edit(before, dialog.record), "修改职级职数")

    def _on_drop(self) -> None:
        before = work.stored(self._context.workspace.world, self._chosen())
        if before is None:
            self._context.ask.inform("请先在表中选一项职级职数")
            return
        text = "删除所选的职级职数？可以撤销。"
        if self._context.ask.confirm("删除职级职数", text, yes="删除", danger=True):
            self._write(work.edit(before, None), "删除职级职数")

    def _write(self, made: object, text: str) -> None:
        forward, backward = made.forward, made.backward  # type: ignore[attr-defined]
        self._context.workspace.write(
            forward, text, done=self._on_saved, initiator=self, undo=backward
        )

    def _on_saved(self, _changes: Changes) -> None:
        self._context.say("已保存")

    # ---- files and paper

    def _title(self) -> str:
        words = {"due": "职级晋升名单", "open": "职级晋升待核名单", "quota": "职级职数表"}
        view, scope = self._view, self.scope.current()
        where = ""
        if view is not None and scope == "area":
            where = view.world.snapshot.teams.raw("area")[view.team] or ""
        elif view is not None and scope == "unit":
            where = view.short
        ahead = "" if self.kind.current() == "quota" else f"（{self._ahead_word()}）"
        return f"{where}{words[self.kind.current()]}{ahead}"

    def _ahead_word(self) -> str:
        return dict(AHEADS)[self.ahead.current()]

    def _sheets(self) -> "output.Sheets | None":
        if self.seen is None:
            return None
        shown = [self.rows[id] for id in self.people.rows.shown_ids() if id in self.rows]
        quotas = list(self.quotas.values())
        return partial(work.spreads, self.seen, self.kind.current(), shown, quotas, self._title())

    def _on_export(self) -> None:
        made = self._sheets()
        if made is None or self._view is None:
            return
        suggested = f"{file_name(self._title(), self._view.world)}.xlsx"
        path = self._context.ask.save_file("导出名单", suggested, ("sheet", "document", "pdf"))
        if path is not None:
            output.give(self._context, made, path, self._title(), self._on_written)

    def _on_written(self, path: "Path") -> None:
        self._context.say(f"已导出 {path.name}")

    def _on_print(self) -> None:
        made = self._sheets()
        if made is not None:
            paged = partial(output.paged, made, self._title())
            self._context.jobs.read(paged, "assessment.grades", self._on_paper, title="正在排版")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper)
