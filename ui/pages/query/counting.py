"""结果统计: the people found by level, by any two elements, and as charts; figures open people."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model import months
from leadership_model.charts.spec import Bars, Pyramid
from leadership_model.papers.cross import SHOW_WORDS, Show
from ui import count_sheet
from ui import navigation as go
from ui.charts.view import ChartView
from ui.context import Context
from ui.pages.query import counting_work as work
from ui.pages.query.axis_choice import AxisChoice
from ui.pages.query.counting_out import CountingOut
from ui.pages.query.work import Answered
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.emptying import put_in
from ui.widgets.grid import Grid
from ui.widgets.labels import Elided, label
from ui.widgets.scroll import scrolled
from ui.widgets.segments import Segments

KEY = "query.counts"
SHOWS: tuple[tuple[Show, str], ...] = tuple(SHOW_WORDS.items())


class Counting(QWidget):
    """Counts the people of the result whenever it is looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answered: Answered | None = None
        self._of: tuple[object, ...] = ()
        self.seen: work.Seen | None = None
        self.views = Segments(work.VIEWS)
        self.views.chosen.connect(self._on_view)
        self.parts, self.shows = Segments(count_sheet.PARTS), Segments(SHOWS)
        self.parts.chosen.connect(self._count_again)
        self.shows.chosen.connect(self._show)
        settings = context.settings
        self.ages = AxisChoice(settings, "年龄分段", "年龄", free=False)
        self.rows = AxisChoice(settings, "行", "职务层次")
        self.columns = AxisChoice(settings, "列", "年龄")
        self.chart_ages = AxisChoice(settings, "年龄分段", "年龄", free=False)
        self.spans = AxisChoice(settings, "任现职分段（月）", "任现职月数", free=False)
        self.further = AxisChoice(settings, "另加一图", "")
        self.choices = (
            *(self.ages, self.rows, self.columns),
            *(self.chart_ages, self.spans, self.further),
        )
        for each in self.choices:
            each.changed.connect(self._count_again)
            each.refused.connect(self._on_refused)
        self.swap = icon_button("swap-horizontal", "行列对调", self._on_swap, small=True)
        self.grid = Grid("结果统计")
        self.grid.opened.connect(context.navigator.go)
        self.charts: list[ChartView] = []
        self.out = CountingOut(context, self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._note = Elided("", "note")
        self._wrong = label("", "error")
        first = QHBoxLayout()
        first.addWidget(self.views)
        first.addWidget(self._note, 1)
        self.print_button = button("打印", self._on_print, icon="printer-outline", kind="small")
        self.export_button = button("导出", self._on_export, icon="tray-arrow-down", kind="small")
        first.addWidget(self.print_button)
        first.addWidget(self.export_button)
        self._tools = QStackedWidget()
        for widgets in (
            (self.parts, None, self.ages),
            (self.rows, self.swap, self.columns, None, self.shows),
            (self.chart_ages, self.spans, self.further, None),
        ):
            self._tools.addWidget(_row(widgets))
        second = QHBoxLayout()
        second.addWidget(self._tools, 1)
        second.addWidget(self._wrong)
        self._table = QWidget()
        self._table.setObjectName("plain")
        held = QVBoxLayout(self._table)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.grid)
        held.addStretch(1)
        self._area, self._chart_area = scrolled(self._table), scrolled()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._chart_area)
        card = Card()
        card.body.addLayout(second)
        card.body.addWidget(self._stack, 1)
        self._foot = label("", "faint", wrap=True)
        card.body.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first)
        column.addWidget(card, 1)

    # ---- showing

    def show_answered(self, answered: Answered) -> None:
        """Take another result; it is counted when it is looked at."""
        self._answered = answered
        for each in self.choices:
            each.show_world(self._context.workspace.world)
        if self.isVisible():
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def turn(self, view: str) -> None:
        """Show one of the views."""
        self.views.set_current(view)
        self._on_view(view)

    def wanted(self) -> work.Wanted:
        """Say what is to be counted."""
        view = self.views.current()
        shown = {
            "levels": (self.ages,),
            "cross": (self.rows, self.columns),
            "charts": (self.chart_ages, self.spans, self.further),
        }[view]
        edges = {each.element: each.limits() for each in shown if each.limits()}
        part = "single" if self.parts.current() == "single" else "basic"
        return work.Wanted(
            view, part, self.rows.element, self.columns.element, self.further.element, edges
        )

    def _count(self) -> None:
        answered, world = self._answered, self._context.workspace.world
        if answered is None:
            return
        wanted = self.wanted()
        if not (wanted.rows and wanted.columns):
            self._on_refused("请先选择行和列的要素")
            return
        of = (world, answered.people, wanted)
        if self._of == of and self.seen is not None:
            self._show()
            return
        self._of = of
        read = partial(work.seen, world, answered.people, wanted)
        self._context.jobs.read(read, KEY, self._on_seen, title="正在统计")

    def _on_seen(self, seen: work.Seen) -> None:
        self.seen = seen
        self._show()

    def _show(self, _id: object = None) -> None:
        seen = self.seen
        if seen is None:
            return
        month = months.show_iso(seen.world.as_of)
        self._note.setText(f"{len(seen.people):,} 人 · {seen.scope} · 基准日期 {month}")
        asked = seen.people.sensitive
        words = [f"条件使用了敏感要素：{'、'.join(asked)}"] if asked else []
        view = seen.wanted.view
        if seen.levels is not None:
            self.grid.show_sheet(count_sheet.sheet(seen.levels, self.parts.current()))
            words.append("占比以该项已知人数为分母；学历、学位按已登记的最高一项计")
        elif seen.cross is not None:
            self.grid.show_sheet(work.sheet(seen, self._shown()))
            table = seen.cross
            if table.rows.overlaps or table.columns.overlaps:
                words.append("一人可计入几项，合计按人计")
            words += [f"本表含敏感要素：{'、'.join(table.sensitive)}"] if table.sensitive else []
        else:
            self._show_charts(seen)
            words.append(f"图中含敏感要素：{'、'.join(seen.sensitive)}")
        self._foot.setText("；".join([*words, "单击数字或条形看名单"]) + "。")
        self._stack.setCurrentIndex(1 if view == "charts" else 0)

    def _shown(self) -> Show:
        return next(id for id, _ in SHOWS if id == self.shows.current())

    def _show_charts(self, seen: work.Seen) -> None:
        ground = QWidget()
        ground.setObjectName("plain")
        grid = QGridLayout(ground)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        self.charts = []
        for at, spec in enumerate(seen.charts):
            box = QVBoxLayout()
            box.addWidget(label(spec.title, "card"))
            view = ChartView(spec)
            view.clicked.connect(partial(self._on_bar, spec))
            box.addWidget(view)
            box.addStretch(1)
            grid.addLayout(box, at // 2, at % 2)
            self.charts.append(view)
        grid.setRowStretch((len(seen.charts) + 1) // 2, 1)
        put_in(self._chart_area, ground)

    # ---- slots

    def _on_view(self, view: str) -> None:
        self._tools.setCurrentIndex([id for id, _ in work.VIEWS].index(view))
        self._wrong.setText("")
        self._count()

    def _count_again(self, _id: object = None) -> None:
        self._count()

    def _on_refused(self, sentence: str) -> None:
        self._wrong.setText(sentence)

    def _on_swap(self) -> None:
        first, second = self.rows.element, self.columns.element
        self.rows.element = second
        self.rows.show_world(self._context.workspace.world)
        self.columns.choose(first)

    def _on_bar(self, spec: Bars | Pyramid, ids: tuple[str, ...]) -> None:
        if self.seen is not None and ids:
            title = f"{spec.title} {len(ids):,} 人"
            self._context.navigator.go(go.ShowPeople(ids, title, work.note(self.seen)))

    def _on_print(self) -> None:
        if self.seen is not None:
            self.out.on_paper(self.seen, self._shown())

    def _on_export(self) -> None:
        if self.seen is not None:
            self.out.give(self.seen, self._shown())


def _row(widgets: tuple[QWidget | None, ...]) -> QWidget:
    """Put widgets beside each other; None is the room between."""
    ground = QWidget()
    ground.setObjectName("plain")
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for each in widgets:
        if each is None:
            row.addStretch(1)
        else:
            row.addWidget(each)
    return ground
