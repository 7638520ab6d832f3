"""The tab 趋势: a team month by month with causes, who would be missed, and the whole base."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.matching.standins import Bench
from ui.charts.view import ChartView
from ui.context import Context
from ui.navigation import OpenPerson, Request
from ui.pages.assessment import future, future_sheets, parts, trend_file
from ui.pages.assessment.detail import inspect
from ui.pages.assessment.exits_view import ExitsView
from ui.pages.assessment.followers import show_followers
from ui.pages.assessment.future import LEAVING, Future, Years
from ui.pages.assessment.month_strip import MonthStrip
from ui.pages.assessment.sheet import Followers, Inspect, Look
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.grid import Grid
from ui.widgets.labels import Elided, label
from ui.widgets.segments import Segments
from ui.widgets.sheet import Sheet

SCOPES = (("team", "本班子"), ("base", "全部班子"))
SPANS = (("ahead", "今后五年"), ("past", "过去五年"))
LEAVES = (("R1", "法定退休离任"), ("R1R2", "含退出领导岗位年龄"))


class Trend(QWidget):
    """Shows what can be foreseen of one team or of the base; worked out in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._years: Years | None = None
        self._future: Future | None = None
        self._then: View | None = None
        self.benches: dict[int, Bench] = {}
        self._base: ExitsView | None = None
        self.scope, self.span, self.leaves = Segments(SCOPES), Segments(SPANS), Segments(LEAVES)
        for each in (self.scope, self.span, self.leaves):
            each.chosen.connect(self._on_choice)
        self._note = Elided("", "note")
        head = QHBoxLayout()
        for each in (self.scope, self.span, self.leaves):
            head.addWidget(each)
        head.addWidget(self._note, 1)
        self.export = button("导出趋势", self._on_export, icon="tray-arrow-down", kind="small")
        head.addWidget(self.export)
        self.strip = MonthStrip("各月状态和要求")
        self.strip.picked.connect(self._on_month)
        self.timeline = ChartView()
        self.timeline.clicked.connect(self._on_person)
        self.then, self.changes = Grid("届时的要求"), Grid("要求变色及原因")
        self.events, self.leaving = Grid("到期和到限事项"), Grid("到龄人员")
        self.missed, self.seats = Grid("缺一人的影响"), Grid("各岗位可接替人选")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _build(self) -> QScrollArea:
        self._cards = {
            "strip": Card("逐月状态", "单击或用方向键选月份").flush(),
            "then": Card("届时的班子").flush(),
            "changes": Card("要求变色及原因").flush(),
            "events": Card("到期和到限事项", "按规则逐月核对").flush(),
            "leaving": Card("五年内到达法定退休年龄").flush(),
            "missed": Card("缺一人的影响", "假设一人离任、岗位空着").flush(),
            "seats": Card("各岗位可接替人选", "").flush(),
        }
        self._none = {
            "changes": label("这五年各项要求的结论没有变化", "note"),
            "events": label("今后五年没有规则上的变化", "note"),
            "leaving": label("今后五年没有成员到达法定退休年龄", "note"),
        }
        self.grids = {
            "then": self.then,
            "changes": self.changes,
            "events": self.events,
            "leaving": self.leaving,
            "missed": self.missed,
            "seats": self.seats,
        }
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        self._cards["strip"].body.addWidget(self.strip)
        for name, card in self._cards.items():
            if name in self.grids:
                card.body.addWidget(self.grids[name])
                self.grids[name].opened.connect(self._on_opened)
            for each in (self.timeline,) if name == "leaving" else ():
                card.body.addLayout(_inset(each))
            if name in self._none:
                card.body.addLayout(_inset(self._none[name]))
            column.addWidget(card)
        self._about = label(future.ABOUT, "faint", wrap=True)
        column.addWidget(self._about)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        return area

    @property
    def base(self) -> ExitsView:
        """The view of the whole base; made when it is first asked for."""
        if self._base is None:
            self._base = ExitsView(self._context)
            self._stack.addWidget(self._base)
        return self._base

    # ---- showing

    def show_team(self, seen: View) -> None:
        """Show another team; its figures follow when they are worked out."""
        self._seen = seen
        if self._years is None or self._years.world is not seen.world:
            self._years = Years(seen.world)
        self._show()

    def future(self) -> Future | None:
        """What is shown of the team; None while it is worked out."""
        return self._future

    def _show(self) -> None:
        seen, years = self._seen, self._years
        if seen is None or years is None:
            return
        base = self.scope.current() == "base"
        if base:
            self._stack.setCurrentWidget(self.base)
        else:
            self._stack.setCurrentIndex(0)
        for each in (self.span, self.export):
            each.setVisible(not base)
        self.leaves.setVisible(base or self.span.current() == "ahead")
        off = "R2" not in seen.world.book.at(seen.world.as_of)
        wants = self.leaves.isVisibleTo(self) and self.leaves.current() == "R1R2"
        self._note.setText("规则 R2 未启用，可在“规则库”启用并设年龄" if off and wants else "")
        leaves = LEAVING[self.leaves.current()]
        if base:
            self.base.show_base(seen.world, years, leaves)
            return
        self._cards["strip"].set_note("正在推算…")
        work = partial(future.foresee, seen, years, leaves, self.span.current())
        self._context.jobs.read(work, "assessment.trend", self._on_done, title="正在推算班子趋势")

    def _on_done(self, found: Future) -> None:
        if self._seen is not found.seen or found.forecast.first > found.seen.world.as_of:
            return
        self._future, ahead = found, self.span.current() == "ahead"
        turns = len({each.month for each in found.changes})
        self._cards["strip"].set_note(
            f"{len(found.changes)} 次变色，分布在 {turns} 个月 · 单击或用方向键选月份"
        )
        self._cards["changes"].set_note(f"{len(found.changes)} 次")
        self._cards["events"].set_note(f"{len(found.events)} 项 · 按规则逐月核对")
        self._cards["leaving"].set_note(f"{len(found.leavings)} 人" if found.leavings else "")
        self._put("changes", future_sheets.changes_sheet(found))
        self._put("events", future_sheets.events_sheet(found))
        self._put("leaving", future_sheets.leaving_sheet(found))
        self._put("missed", future_sheets.fragility_sheet(found))
        self._put("seats", Sheet(columns=(), rows=()))
        spec = future_sheets.timeline(found)
        self.timeline.show_spec(spec)
        self.timeline.setVisible(bool(spec.lanes))
        for name in ("events", "leaving", "missed", "seats"):
            self._cards[name].setVisible(ahead)
        self._about.setText(future.ABOUT if ahead else future.PAST)
        month = found.forecast.last if not ahead else found.forecast.first
        month = found.changes[0].month if found.changes and ahead else month
        self.strip.show_strip(found.strip, month)
        self._on_month(month)
        if ahead:
            self._cards["seats"].set_note("正在推算…")
            work = partial(future.followers, found.seen)
            self._context.jobs.read(work, "assessment.followers", self._on_benches)

    def _put(self, name: str, sheet: Sheet) -> None:
        """Show a table, or the sentence that says why there is none."""
        grid = self.grids[name]
        grid.show_sheet(sheet)
        grid.setVisible(bool(sheet.rows))
        if name in self._none:
            self._none[name].setVisible(not sheet.rows)

    def _on_benches(self, found: tuple[Bench, ...]) -> None:
        if self._future is None or self._seen is not self._future.seen:
            return
        self.benches = {each.post: each for each in found}
        self._put("seats", future_sheets.seats_sheet(self._future.seen, found))
        self._cards["seats"].set_note("任职后班子状态不下降的人，按匹配度排序；单击看理由")

    # ---- what happens

    def _on_choice(self, id: object) -> None:
        self._show()

    def _on_month(self, month: object) -> None:
        found = self._future
        if found is None or not isinstance(month, int):
            return
        self._then = found.at(month)
        self._cards["then"].set_title(f"{month // 12}-{month % 12 + 1:02} 的班子")
        self._cards["then"].set_note(future_sheets.month_note(found, self._then))
        self._put("then", parts.natural_sheet(self._then))

    def _on_opened(self, request: object) -> None:
        """Go where a cell leads: to a month, a requirement then, a seat, or to people."""
        if isinstance(request, Look):
            self.strip.pick(request.month)
            area = self._stack.widget(0)
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(self._cards["strip"])
            self.strip.setFocus()
        elif isinstance(request, Inspect):
            if self._then is not None:
                inspect(self._context, self._then, request.requirement, self)
        elif isinstance(request, Followers):
            bench = self.benches.get(request.post)
            if bench is not None and self._seen is not None:
                show_followers(self._context, self._seen, bench, self)
        else:
            self._go(request)  # type: ignore[arg-type]

    def _on_export(self) -> None:
        found = self._future
        if found is None:
            self._context.ask.inform("正在推算，请稍候再导出")
            return
        name = f"{found.seen.short}{dict(SPANS)[self.span.current()]}趋势"
        path = self._context.ask.save_file("导出趋势", f"{name}.xlsx", ("sheet",))
        if path is not None:
            sheets = {
                self._cards[key].title(): grid.sheet().texts()
                for key, grid in self.grids.items()
                if grid.sheet().rows and self._cards[key].isVisibleTo(self)
            }
            task = partial(trend_file.write, found, sheets, name, path)
            self._context.jobs.read(task, "assessment.trendfile", self._on_written)

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")

    def _go(self, request: Request) -> None:
        self._context.navigator.go(request)

    def _on_person(self, ids: tuple[str, ...]) -> None:
        self._context.navigator.go(OpenPerson(ids[0]))


def _inset(widget: QWidget) -> QVBoxLayout:
    inset = QVBoxLayout()
    inset.setContentsMargins(12, 2, 12, 6)
    inset.addWidget(widget)
    return inset
