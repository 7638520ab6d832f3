"""任务清单 of an indicator system: tasks by month, given to teams and followed up."""

from dataclasses import replace

from leadership_model.assessment import performance
from leadership_model.assessment.filling import followed, tasked
from leadership_model.people.indicator_system import System
from leadership_model.people.team import TeamTask
from ui.context import Context
from ui.pages.assessment import performance_columns as columns
from ui.pages.assessment import performance_work as work
from ui.pages.assessment.performance_view import SystemView
from ui.pages.assessment.places import short_name
from ui.pages.assessment.task_form import TaskDialog
from ui.pages.assessment.watch_work import teams_of
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.segments import Segments

STANDS = (("all", "全部任务"), ("open", "到期未完成"), ("overdue", "逾期"))


class Tasks(SystemView):
    """Tasks of a system, given and followed up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "assessment.tasks", "跟进这项任务")
        self.rows: dict[str, work.TaskRow] = {}
        self.stands = Segments(STANDS)
        self.table.set_empty(
            "clipboard-check-outline", "没有这样的任务", "换一个范围，或下达任务。"
        )
        self.tools = (
            button("下达任务", self._on_issue, icon="plus", kind="small"),
            button("跟进", self._on_follow, icon="pencil-outline", kind="small"),
            button("标记完成", self._on_finish, icon="check", kind="small"),
            button("删除", self._on_drop, icon="trash-can-outline", kind="small"),
        )
        self.stands.chosen.connect(self._on_stands)
        self.table.opened.connect(self._on_follow)
        self.table.activated_id.connect(self._on_follow)

    def show_system(self, seen: View, system: System | None, scope: str) -> None:
        """Show the tasks of a system's teams; `scope` narrows what is listed."""
        self._seen, self._system, self._scope = seen, system, scope
        self._show()

    def _show(self) -> None:
        seen, system = self._seen, self._system
        found: list[work.TaskRow] = []
        if seen is not None and system is not None:
            teams = teams_of(seen.world, seen.team, self._scope)
            found = work.task_rows(seen.world, system, teams, self.stands.current())
        self.rows = {each.task.id: each for each in found}
        self.table.show_rows(columns.task_columns(), found, list(self.rows))
        for each in self.tools[1:]:
            each.setEnabled(bool(found))
        self.noted.emit()

    def note(self) -> str:
        """Count the tasks listed."""
        return work.summary(list(self.rows.values()))

    def _on_stands(self, _id: object) -> None:
        self._show()

    # ---- giving and following up

    def _on_issue(self) -> None:
        seen, system = self._seen, self._system
        if seen is None or system is None:
            self._context.say("还没有指标体系")
            return
        snapshot = seen.world.snapshot
        like = performance.teams_of(snapshot, system)
        whom = [("all", f"全部适用班子（{len(like)} 个）")]
        if seen.team in like:
            whom.insert(0, ("team", short_name(snapshot, seen.team)))
        task = TeamTask(id="", team="", title=None, due=seen.world.as_of, system=system.id)
        dialog = TaskDialog(system, task, seen.world.as_of, whom, self)
        if self._context.ask.show(dialog):
            teams = like if dialog.whom() == "all" else (seen.team,)
            edit = tasked(snapshot, teams, dialog.task)
            self._write(edit, f"下达任务“{dialog.task.title}”")

    def _chosen(self) -> list[TeamTask]:
        ids = self.table.selected_ids() or tuple(filter(None, (self.table.current_id(),)))
        return [self.rows[id].task for id in ids if id in self.rows]

    def _on_follow(self, id: object = None) -> None:
        seen, system, chosen = self._seen, self._system, self._chosen()
        if isinstance(id, str) and id in self.rows:
            chosen = [self.rows[id].task]
        if seen is None or system is None or not chosen:
            self._context.ask.inform("请先在表中选一项任务")
            return
        dialog = TaskDialog(system, chosen[0], seen.world.as_of, parent=self)
        if self._context.ask.show(dialog):
            edit = followed(seen.world.snapshot, (dialog.task,))
            self._write(edit, f"跟进任务“{dialog.task.title}”")

    def _on_finish(self) -> None:
        """Mark the chosen tasks that are open as done in the reference month."""
        seen, chosen = self._seen, self._chosen()
        if seen is None or not chosen:
            self._context.ask.inform("请先在表中选出已经完成的任务")
            return
        done = [replace(each, done=seen.world.as_of) for each in chosen if each.done is None]
        if not done:
            self._context.ask.inform("所选任务都已完成；要改完成时间请用“跟进”")
            return
        self._write(followed(seen.world.snapshot, done), f"标记完成 {len(done)} 项任务")

    def _on_drop(self) -> None:
        seen, chosen = self._seen, self._chosen()
        if seen is None or not chosen:
            self._context.ask.inform("请先在表中选出要删除的任务")
            return
        text = f"删除所选 {len(chosen)} 项任务及其跟进记录？可以撤销。"
        if self._context.ask.confirm("删除任务", text, yes="删除", danger=True):
            self._write(followed(seen.world.snapshot, (), chosen), f"删除 {len(chosen)} 项任务")
