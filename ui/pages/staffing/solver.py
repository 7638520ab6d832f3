"""一键配备 on screen: progress as a chart, plans to choose from, the front, and why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import names, theme
from ui.pages.staffing.front_view import FrontView
from ui.pages.staffing.further import Spot, Worth
from ui.pages.staffing.solving import MoveRow, Trace, chart
from ui.widgets.bars import Progress
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.staffing.solution import Result
    from ui.charts.plot import Plot

FIGURES = (
    ("best", "已得目标值"),
    ("bound", "可证上界"),
    ("gap", "差距"),
    ("plans", "可行方案"),
    ("years", "五年新增不达标"),
)
VIEWS = (("course", "过程"), ("front", "前沿图"), ("why", "理由"))
POST = "post:"  # before the id of a post in the list of moves


class SolverCard(Card):
    """Shows one run. It proposes; 采用 is pressed by a person."""

    stop_asked = Signal()
    adopt_asked = Signal()
    plan_picked = Signal(object)  # number among the plans
    spot_picked = Signal(object)  # number on the front
    view_turned = Signal(object)  # course, front, why
    move_chosen = Signal(object)  # id of the person
    price_asked = Signal()
    closed = Signal()
    tall_asked = Signal()
    opened = Signal(object)  # id of a person, or post:id
    ground_opened = Signal(object)  # number of a demand of the clash

    def __init__(self) -> None:
        super().__init__("一键配备", " ")
        self.progress = Progress()
        self.progress.setFixedWidth(theme.px(90))
        self.views = Segments(VIEWS)
        self.stop = button("停止", icon="stop", kind="small", tip="停下来，保留目前最好的方案")
        self.adopt = button("采用", icon="check", kind="small", tip="把选中的方案写入当前方案")
        self.tall = icon_button("arrow-expand-vertical", "加高或恢复求解结果", small=True)
        self.close_button = icon_button("close", "收起一键配备的结果", small=True)
        self.is_tall = False
        for each in (self.views, self.progress, self.stop, self.adopt, self.tall):
            self.header.addWidget(each)
        self.header.addWidget(self.close_button)
        self.plot: Plot | None = None
        self._place = QStackedWidget()
        self._figures = {id: label("–", "cell") for id, _ in FIGURES}
        self.choice = Segments()
        self.list, self.reasons, self.why = TwoLineList(), TwoLineList(), TwoLineList()
        self.front = FrontView()
        self.price = button("放宽一项的价值…", kind="small", icon="scale-balance")
        self.price.setToolTip("逐项测算：这个班子的要求放宽一点，方案能好多少")
        self._headline, self._rails = Elided("", "strong"), Elided("", "note")
        self._blank, self._why_page = QWidget(), QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QVBoxLayout(self._why_page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self.price)
        inside.addLayout(head)
        inside.addWidget(self.why, 1)
        for each in (self._blank, self.reasons, self.front, self._why_page):
            self._place.addWidget(each)
        self._side = QWidget()
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(4))
        for line, (id, words) in enumerate(FIGURES):
            grid.addWidget(label(words, "cell2"), line, 0)
            grid.addWidget(self._figures[id], line, 1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(grid)
        side.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(4))
        right.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._place, 5)
        row.addWidget(self._side, 2)
        row.addLayout(right, 5)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._rails)

    def _connect(self) -> None:
        self.stop.clicked.connect(self.stop_asked)
        self.adopt.clicked.connect(self.adopt_asked)
        self.tall.clicked.connect(self._on_tall)
        self.close_button.clicked.connect(self.closed)
        self.views.chosen.connect(self._on_view)
        self.choice.chosen.connect(self._on_choice)
        self.front.picked.connect(self.spot_picked)
        self.list.activated_id.connect(self.opened)
        self.list.chosen.connect(self.move_chosen)
        self.why.activated_id.connect(self.opened)
        self.reasons.activated_id.connect(self.ground_opened)
        self.price.clicked.connect(self.price_asked)

    # ---- a run

    def begin(self) -> None:
        """Show that a run has begun."""
        self.set_note("正在求解…")
        self.stop.show()
        self.progress.show()
        self.progress.show_fraction(None)
        for each in (self.adopt, self.choice, self.views):
            each.hide()
        self.list.show_items(())
        self._rails.setText("")
        self.views.set_current("course")
        self.front.show_spots((), "")
        self._show_figures(Trace(), 0)
        self._side.show()
        self._place.setCurrentWidget(self._blank)

    def show_trace(self, trace: Trace, whole: float) -> None:
        """Show how far the run is."""
        self.set_note(f"正在改进 · 用时 {trace.seconds:.1f} / {whole:.0f} 秒")
        self.progress.show_fraction(min(trace.seconds / whole, 1.0))
        self._show_figures(trace, 0)
        self._show_chart(trace)

    def show_result(self, result: "Result", trace: Trace) -> None:
        """Show what the run came to; further plans may follow."""
        from leadership_model.staffing.solver.answer import STATUS_WORDS

        told = "".join(f"{each}。" for each in result.sensitive)
        self._rails.setText("边界：" + "".join(result.rails) + told)
        self._rails.setToolTip("\n".join((*result.rails, *result.sensitive)))
        words = STATUS_WORDS[result.status] + ("，已复核" if result.verified else "")
        repeat = "" if result.repeatable else " · 限时求解，不可重复"
        self.set_note(f"{words} · 用时 {trace.seconds:.1f} 秒{repeat}")
        if result.objective is not None and result.bound is not None:
            end = max(trace.seconds, 0.1)
            trace = Trace(
                (*trace.best, (end, result.objective)), (*trace.bound, (end, result.bound)), end
            )
        found = result.plan is not None
        self._show_figures(trace, int(found))
        self.adopt.setVisible(found)
        self.views.setVisible(found)
        if found:
            self._show_chart(trace)
        else:
            self.end()

    def end(self) -> None:
        """Show that nothing more comes."""
        self.stop.hide()
        self.progress.hide()

    def show_plans(self, count: int, current: int) -> None:
        """Offer so many plans; `current` -1: one of the front is looked at."""
        self._figures["plans"].setText(f"{count} 个" if count else names.NOTHING)
        self.choice.setVisible(count > 1)
        self.choice.show_options([(str(n), f"方案 {n + 1}") for n in range(count)])
        if current >= 0:
            self.choice.set_current(str(current))

    def show_years(self, fresh: int | None) -> None:
        """Show how many requirements break within five years by the plan looked at."""
        self._figures["years"].setText(names.NOTHING if fresh is None else f"{fresh} 项")

    def show_moves(self, rows: tuple[MoveRow, ...], empty: tuple[tuple[str, str], ...]) -> None:
        """Show whom the chosen proposal moves where, and which seats stay empty: (id, name)."""
        items = [
            ListItem(
                id=row.person,
                title=f"{row.name} → {row.to}",
                note=row.reason or f"原 {row.origin}",
                mark="unknown" if row.doubtful else "green",
            )
            for row in rows
        ]
        items += [
            ListItem(id=f"{POST}{id}", title=f"仍空缺：{name}", note="方案没有安排人选", mark="red")
            for id, name in empty
        ]
        self.list.show_items(items or [ListItem(id="", title="没有需要调整的岗位", section=True)])

    # ---- the views

    def show_front(self, spots: tuple[Spot, ...], words: str) -> None:
        """Show the front as far as it is known."""
        self.front.show_spots(spots, words)

    def show_why(self, found: Worth | None, words: str = "") -> None:
        """Show why somebody is proposed; without an answer what must be done first."""
        self._headline.setText(words if found is None else found.headline)
        self.price.setVisible(found is not None)
        rows = () if found is None else found.rows
        self.why.show_items(
            [ListItem(id=id, title=title, note=note, mark=mark) for id, title, note, mark in rows]
        )

    def show_reasons(self, items: list[ListItem]) -> None:
        """Show why there is no plan."""
        self.reasons.show_items(items)
        self._side.hide()
        self._place.setCurrentWidget(self.reasons)

    def _show_figures(self, trace: Trace, plans: int) -> None:
        best = trace.best[-1][1] if trace.best else None
        bound = trace.bound[-1][1] if trace.bound else None
        gap = trace.gap
        self._figures["best"].setText(names.number(best, 1))
        self._figures["bound"].setText(names.number(bound, 1))
        self._figures["gap"].setText(names.NOTHING if gap is None else f"{100 * gap:.1f} %")
        self._figures["plans"].setText(f"{plans} 个" if plans else names.NOTHING)

    def _show_chart(self, trace: Trace) -> None:
        if not trace.best:
            return
        if self.plot is None:
            from ui.charts.plot import Plot

            self.plot = Plot()
            self._place.addWidget(self.plot)
        self.plot.show_spec(chart(trace))
        if self.views.current() in ("", "course"):
            self._place.setCurrentWidget(self.plot)

    def _on_view(self, view: str) -> None:
        course = self.plot if self.plot is not None else self._blank
        page = {"front": self.front, "why": self._why_page}.get(view, course)
        self._place.setCurrentWidget(page)
        self._side.setVisible(view == "course")
        self.view_turned.emit(view)

    def _on_tall(self) -> None:
        self.is_tall = not self.is_tall
        self.tall_asked.emit()

    def _on_choice(self, id: str) -> None:
        self.plan_picked.emit(int(id))
