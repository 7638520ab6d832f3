"""一键配备 on screen: progress as a chart, figures, plans to choose from, or why there is none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import names, theme
from ui.pages.staffing.solving import SECONDS, MoveRow, Trace, chart
from ui.widgets.bars import Progress
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.staffing.solution import Result
    from ui.charts.plot import Plot

FIGURES = (("best", "已得目标值"), ("bound", "可证上界"), ("gap", "差距"), ("plans", "可行方案"))


class SolverCard(Card):
    """Shows one run. It proposes; 采用 is pressed by a person."""

    stop_asked = Signal()
    adopt_asked = Signal(object)  # number of the plan
    plan_picked = Signal(object)
    closed = Signal()
    opened = Signal(object)  # id of a person

    def __init__(self) -> None:
        super().__init__("一键配备", " ")
        self.progress = Progress()
        self.progress.setFixedWidth(theme.px(110))
        self.stop = button("停止", icon="stop", kind="small", tip="停下来，保留目前最好的方案")
        self.adopt = button("采用", icon="check", kind="small", tip="把选中的方案写入当前方案")
        self.close_button = icon_button("close", "收起一键配备的结果", small=True)
        self.stop.clicked.connect(self.stop_asked)
        self.adopt.clicked.connect(self._on_adopt)
        self.close_button.clicked.connect(self.closed)
        for each in (self.progress, self.stop, self.adopt, self.close_button):
            self.header.addWidget(each)
        self.plot: Plot | None = None
        self._place = QStackedWidget()
        self._reasons = QVBoxLayout()
        self._figures = {id: label("–", "cell") for id, _ in FIGURES}
        self.choice = Segments()
        self.choice.chosen.connect(self._on_choice)
        self.list = TwoLineList()
        self.list.activated_id.connect(self.opened)
        self._rails = label("", "note", wrap=True)
        self._build()

    def _build(self) -> None:
        blank, reasons = QWidget(), QWidget()
        self._reasons = QVBoxLayout(reasons)
        self._reasons.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(blank)
        self._place.addWidget(reasons)
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(4))
        for line, (id, words) in enumerate(FIGURES):
            grid.addWidget(label(words, "cell2"), line, 0)
            grid.addWidget(self._figures[id], line, 1)
        side = QVBoxLayout()
        side.addLayout(grid)
        side.addWidget(self.choice)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._place, 5)
        row.addLayout(side, 3)
        row.addWidget(self.list, 5)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._rails)

    def begin(self) -> None:
        """Show that a run has begun."""
        self.set_note("正在求解…")
        self.stop.show()
        self.adopt.hide()
        self.progress.show()
        self.progress.show_fraction(None)
        self.choice.hide()
        self.list.show_items(())
        self._rails.setText("")
        self._show_figures(Trace(), 0)
        self._place.setCurrentIndex(0)

    def show_trace(self, trace: Trace) -> None:
        """Show how far the run is."""
        self.set_note(f"正在改进 · 用时 {trace.seconds:.1f} / {SECONDS:.0f} 秒")
        self.progress.show_fraction(min(trace.seconds / SECONDS, 1.0))
        self._show_figures(trace, 0)
        self._show_chart(trace)

    def show_result(self, result: "Result", trace: Trace) -> None:
        """Show what the run came to."""
        from leadership_model.staffing.solver.answer import STATUS_WORDS

        self.stop.hide()
        self.progress.hide()
        told = "".join(f"{each}。" for each in result.sensitive)
        self._rails.setText("边界：" + "".join(result.rails) + told)
        words = STATUS_WORDS[result.status] + ("，已复核" if result.verified else "")
        repeat = "" if result.repeatable else " · 限时求解，不可重复"
        self.set_note(f"{words} · 用时 {trace.seconds:.1f} 秒{repeat}")
        count = 0 if result.plan is None else 1 + len(result.alternatives)
        if result.objective is not None and result.bound is not None:
            end = max(trace.seconds, 0.1)
            trace = Trace(
                (*trace.best, (end, result.objective)), (*trace.bound, (end, result.bound)), end
            )
        self._show_figures(trace, count)
        self.adopt.setVisible(count > 0)
        self.choice.setVisible(count > 1)
        self.choice.show_options([(str(n), f"方案 {n + 1}") for n in range(count)])
        if count:
            self._show_chart(trace)
        else:
            self._show_reasons(result)

    def show_moves(self, rows: tuple[MoveRow, ...]) -> None:
        """Show whom the chosen proposal moves where."""
        self.list.show_items(
            [
                ListItem(
                    id=row.person,
                    title=f"{row.name} → {row.to}",
                    note=row.reason or f"原 {row.origin}",
                    mark="unknown" if row.doubtful else "green",
                )
                for row in rows
            ]
            or [ListItem(id="", title="没有需要调整的岗位", section=True)]
        )

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
        self._place.setCurrentWidget(self.plot)

    def _show_reasons(self, result: "Result") -> None:
        empty(self._reasons)
        if result.clash:
            self._reasons.addWidget(label("互相冲突的要求", "strong"))
        for each in result.clash:
            self._reasons.addWidget(label(each.text, "error", wrap=True))
        if result.loosening:
            self._reasons.addWidget(label("最省的放宽办法", "strong"))
        for loosening in result.loosening:
            self._reasons.addWidget(label(loosening.text, "near", wrap=True))
        if not result.clash and not result.loosening:
            self._reasons.addWidget(
                label("没有得到方案，可延长时间或放宽范围后再试。", "note", wrap=True)
            )
        self._reasons.addStretch(1)
        self._place.setCurrentIndex(1)

    def _on_adopt(self) -> None:
        self.adopt_asked.emit(int(self.choice.current() or 0))

    def _on_choice(self, id: str) -> None:
        self.plan_picked.emit(int(id))
