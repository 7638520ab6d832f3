"""The tab 培养储备: what teams will lack when, the reserve, how far it covers, training."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment import reserve
from leadership_model.people.reserve import LISTS
from ui.context import Context
from ui.navigation import EditPerson, MatchPost, Request
from ui.pages.assessment import development_columns as columns
from ui.pages.assessment import development_work as work
from ui.pages.assessment.list_quotas import ListQuotas
from ui.pages.assessment.quota_form import QuotaDialog
from ui.pages.assessment.watch_work import teams_of
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Elided
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.papers.spread import Spread

KINDS = (
    ("lacks", "能力缺口"),
    ("stays", "储备名单"),
    ("covers", "覆盖情况"),
    ("trains", "递进培养"),
)
SCOPES = (("all", "全部"), ("area", "同一地区"), ("team", "本班子"))
WHAT = {
    "lacks": (("competence", "能力要素"), ("all", "全部要素")),
    "covers": (("all", "全部岗位"), ("bare", "无符合人选")),
}
EMPTY = {
    "lacks": "没有这样的缺口",
    "stays": "没有储备人选，可在干部的“储备名单”中登记",
    "covers": "没有空缺或将要空出的岗位",
    "trains": "没有储备人选的培养记录",
}


class DevelopmentTab(QWidget):
    """Lists only; who is chosen is a person's matter. Worked out once for a world, in a job."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self.seen: work.Reserves | None = None
        self.rows: dict[str, object] = {}
        self._target: Path | None = None
        self.kind, self.scope, self.what = Segments(KINDS), Segments(SCOPES), Segments()
        self.horizon = Segments([("", "各阶段"), *((e.id, e.name) for e in reserve.horizons())])
        self.list = Segments([("", "各名单"), *((each, each) for each in LISTS)])
        for each in (self.kind, self.scope, self.what, self.horizon, self.list):
            each.chosen.connect(self._on_choice)
        self._note = Elided("", "note")
        self.tables = {id: self._table(id) for id, _ in KINDS}
        self.quotas = ListQuotas()
        self.quotas.opened.connect(self._on_people)
        self.quotas.adjusted.connect(self._on_adjust)
        self.helpers = button(
            "看储备人选", self._on_helpers, icon="account-group-outline", kind="small"
        )
        self.match = button("以岗找人", self._on_match, icon="vector-link", kind="small")
        self.edit = button("编辑记录", self._on_edit, icon="pencil-outline", kind="small")
        self.export = button("导出清单", self._on_export, icon="tray-arrow-down", kind="small")
        self._lay_out()

    def _table(self, id: str) -> TableView:
        made = TableView(self._context.settings, f"assessment.{id}", opens="打开班子或人员")
        made.set_empty("account-school-outline", EMPTY[id], "换一个范围或阶段再看。")
        made.opened.connect(self._on_opened)
        made.activated_id.connect(self._on_opened)
        return made

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.kind)
        first.addWidget(self.scope)
        first.addStretch(1)
        for widget in (self.what, self.horizon, self.list):
            second.addWidget(widget)
        second.addStretch(1)
        third.addWidget(self._note, 1)
        for tool in (self.helpers, self.match, self.edit, self.export):
            third.addWidget(tool)
        framed = Card().flush()
        for table in self.tables.values():
            framed.body.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (first, second, third):
            column.addLayout(row)
        column.addWidget(self.quotas)
        column.addWidget(framed, 1)

    # ---- showing

    def show_team(self, view: View) -> None:
        """Take the team and the world it is seen in."""
        self._seen = view
        survey = self._context.workspace.survey
        if self.seen is not None and self.seen.world is view.world:
            self._show()
            return
        self.seen = None
        self._show()
        if survey is None:
            self._note.setText("全部班子研判完后显示")
            return
        self._note.setText("正在推算今后五年的缺口…")
        task = partial(work.look, view.world, survey)
        self._context.jobs.read(task, "assessment.reserve", self._on_seen, title="正在推算培养需求")

    def _on_seen(self, seen: work.Reserves) -> None:
        if self._seen is not None and seen.world is self._seen.world:
            self.seen = seen
            self._show()

    def _show(self) -> None:
        kind = self.kind.current()
        for id, table in self.tables.items():
            table.setVisible(id == kind)
        if kind in WHAT:
            self.what.show_options(WHAT[kind])
        self.what.setVisible(kind in WHAT)
        self.horizon.setVisible(kind in WHAT)
        self.scope.setVisible(kind in WHAT)
        self.list.setVisible(kind not in WHAT)
        self.quotas.setVisible(kind == "stays")
        self.helpers.setVisible(kind in WHAT)
        self.match.setVisible(kind == "covers")
        self.edit.setVisible(kind not in WHAT)
        self._show_rows(kind)

    def _show_rows(self, kind: str) -> None:
        seen, view = self.seen, self._seen
        self.rows = {}
        if seen is None or view is None:
            self.tables[kind].show_rows((), (), ())
        else:
            self.quotas.show_reserves(seen)
            self.rows = self._listed(seen, view, kind)
            made = getattr(columns, f"{kind[:-1]}_columns")()
            self.tables[kind].show_rows(made, list(self.rows.values()), list(self.rows))
            self._note.setText(self._words(kind))
        for tool in (self.helpers, self.match, self.edit, self.export):
            tool.setEnabled(bool(self.rows))

    def _listed(self, seen: work.Reserves, view: View, kind: str) -> dict[str, object]:
        teams = teams_of(seen.world, view.team, self.scope.current())
        what, horizon, listed = self.what.current(), self.horizon.current(), self.list.current()
        match kind:
            case "lacks":
                lacks = work.lack_rows(seen, teams, what, horizon)
                return {f"{e.lack.horizon.id} {e.lack.dimension} {e.lack.label}": e for e in lacks}
            case "covers":
                posts = seen.world.post_ids
                covers = work.cover_rows(seen, teams, what, horizon)
                return {posts[e.cover.opening.post]: e for e in covers}
            case "stays":
                return {e.stay.row.id: e for e in work.stay_rows(seen, listed)}
            case _:
                return {e.stay.row.id: e for e in work.train_rows(seen, listed)}

    def _words(self, kind: str) -> str:
        rows = list(self.rows.values())
        match kind:
            case "lacks":
                return f"{len(rows)} 项；已到法定退休年月的视为离开且无人接任，不预测任免"
            case "covers":
                return work.covered_text([e for e in rows if isinstance(e, work.CoverRow)])
            case "stays":
                return f"{len(rows)} 人在库"
            case _:
                told = sum(e.last >= 0 for e in rows if isinstance(e, work.TrainRow))
                return f"{len(rows)} 人在库，有培养记录的 {told} 人；蓝色为正在进行"

    # ---- what happens

    def _on_choice(self, _id: object) -> None:
        self._show()

    def _row(self, id: object = None) -> object | None:
        chosen = id if isinstance(id, str) else self.tables[self.kind.current()].current_id()
        return self.rows.get(chosen) or next(iter(self.rows.values()), None)

    def _go(self, request: Request | None, otherwise: str) -> None:
        if request is None:
            self._context.ask.inform(otherwise)
        else:
            self._context.navigator.go(request)

    def _on_opened(self, id: object) -> None:
        seen, row = self.seen, self._row(id)
        if seen is None:
            return
        match row:
            case work.LackRow():
                self._go(work.lack_target(seen, row), "")
            case work.CoverRow():
                self._go(
                    work.cover_target(seen, row), "储备名单中没有这一岗位的人选，可用“以岗找人”"
                )
            case work.StayRow() | work.TrainRow():
                self._go(work.people(seen, (row.stay.person,), row.name), "")

    def _on_helpers(self) -> None:
        seen, row = self.seen, self._row()
        if seen is None:
            return
        if isinstance(row, work.LackRow):
            self._go(work.helpers_target(seen, row), "储备名单中没有可计入这项要求的人")
        elif isinstance(row, work.CoverRow):
            self._go(work.cover_target(seen, row), "储备名单中没有这一岗位的人选，可用“以岗找人”")

    def _on_match(self) -> None:
        row = self._row()
        if self.seen is not None and isinstance(row, work.CoverRow):
            post = row.cover.opening.post
            self._context.navigator.go(MatchPost(self.seen.world.post_ids[post]))

    def _on_edit(self) -> None:
        row = self._row()
        if self.seen is not None and isinstance(row, work.StayRow | work.TrainRow):
            person = self.seen.world.person_ids[row.stay.person]
            self._context.navigator.go(EditPerson(person))

    def _on_people(self, request: object) -> None:
        self._context.navigator.go(request)  # type: ignore[arg-type]

    def _on_adjust(self) -> None:
        if self._seen is None:
            return
        snapshot = self._seen.world.snapshot
        dialog = QuotaDialog(reserve.plan(snapshot), self)
        if not self._context.ask.show(dialog):
            return
        from leadership_model.store.setting import SettingEdit

        edit = SettingEdit(reserve.SETTING, snapshot.settings.get(reserve.SETTING), dialog.setting)
        text = "调整储备比例和名单结构" if dialog.setting else "恢复随附的储备比例"
        self._context.workspace.write(edit.forward, text, initiator=self, undo=edit.backward)

    # ---- files

    def _on_export(self) -> None:
        title = dict(KINDS)[self.kind.current()]
        path = self._context.ask.save_file("导出清单", f"{title}.xlsx", ("sheet",))
        if path is None or self.seen is None:
            return
        self._target = path
        table = self.tables[self.kind.current()]
        made = getattr(columns, f"{self.kind.current()[:-1]}_columns")()
        shown = [self.rows[id] for id in table.rows.shown_ids()]
        heads = [(each.title, each.width / 7.0) for each in made]
        texts = zip(*(each.texts_of(shown) for each in made), strict=True)
        lines, judged = [tuple(line) for line in texts], self.kind.current() in WHAT
        task = partial(work.spread_of, self.seen, title, heads, lines, judged)
        self._context.jobs.read(task, "assessment.list", self._on_spread, title="正在导出清单")

    def _on_spread(self, spread: "Spread") -> None:
        from leadership_model.papers import xlsx

        if self._target is not None:
            xlsx.write(self._target, [spread])
            self._context.say(f"已导出 {self._target.name}")
