"""The tab 运行状况: figures by year, trends, facts for each state, a person's conclusion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leadership_model.assessment.operation import STATES
from leadership_model.changes import Changes
from leadership_model.charts.spec import Bars
from ui import theme
from ui.charts.view import ChartView
from ui.context import Context
from ui.navigation import ShowPeople
from ui.pages.assessment import operation_more as more
from ui.pages.assessment import operation_work as work
from ui.pages.assessment.figure_form import FigureDialog
from ui.pages.assessment.operation_closing import OperationClosing
from ui.pages.assessment.operation_index import IndexCard
from ui.pages.assessment.operation_work import Operation
from ui.pages.assessment.sheet import Enter, EnterPeriod
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.grid import Grid
from ui.widgets.labels import label


class OperationTab(QScrollArea):
    """Shows how a team works as far as it is on record; the state itself is set by a person."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self.found: Operation | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.figures = Grid("年度指标")
        self.figures.opened.connect(self._on_cell)
        self.charts = tuple(ChartView().fill() for _ in range(work.CHARTS))
        self.states = {state: label("", "body", wrap=True) for state in STATES}
        self.missing = label("", "faint", wrap=True)
        self.closing = OperationClosing(context)
        self.index = IndexCard(context)
        self.grades = Grid("成员年度考核")
        self.grades.opened.connect(self._on_cell)
        table = Card("年度指标", "单击一格录入或修改").flush()
        table.header.addWidget(button("录入指标", self._on_enter, icon="plus", kind="small"))
        table.body.addWidget(self.figures)
        members = Card("成员年度考核", "按现任成员").flush()
        members.body.addWidget(self.grades)
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        cards = (table, self.index, members, self._trends(), self._suggestions(), self.closing)
        for each in cards:
            column.addWidget(each)
        column.addStretch(1)
        self.setWidget(inner)

    def _trends(self) -> Card:
        self._trend, row = Card("趋势"), QHBoxLayout()
        row.setSpacing(16)
        self._heads = tuple(label("", "note") for _ in self.charts)
        for head, chart in zip(self._heads, self.charts, strict=True):
            side = QVBoxLayout()
            side.addWidget(head)
            chart.setMinimumHeight(theme.px(130))
            chart.clicked.connect(self._on_chart)
            side.addWidget(chart)
            row.addLayout(side, 1)
        self._trend.body.addLayout(row)
        return self._trend

    def _suggestions(self) -> Card:
        card = Card("四种运行状态的依据", "供参考，状态由人研判后填写")
        for state, action in STATES.items():
            head = QHBoxLayout()
            head.addWidget(label(state, "strong"))
            head.addWidget(label(f"通常做法：{action}", "note"), 1)
            card.body.addLayout(head)
            card.body.addWidget(self.states[state])
        card.body.addWidget(self.missing)
        return card

    def show_team(self, seen: View) -> None:
        """Show another team."""
        self._seen, self.found = seen, work.look(seen)
        self.figures.show_sheet(work.figures_sheet(self.found))
        self.index.show_team(seen)
        self.grades.show_sheet(more.grades_sheet(seen, self.found.years))
        specs = work.charts(self.found)
        self._trend.setVisible(bool(specs))
        for at, (head, chart) in enumerate(zip(self._heads, self.charts, strict=True)):
            there = at < len(specs)
            head.setText(_heading(specs[at]) if there else "")
            chart.show_spec(specs[at] if there else None)
            head.setVisible(there)
            chart.setVisible(there)
        for state, words in self.states.items():
            told = [each.text for each in work.facts_of(self.found, state)]
            words.setText("；".join(told) if told else "没有登记到支持这一状态的事实")
        missing = self.found.missing
        self.missing.setText(f"近年尚未登记：{'、'.join(missing)}" if missing else "")
        self.missing.setVisible(bool(missing))
        self.closing.show_team(seen)

    # ---- slots

    def _on_chart(self, ids: tuple[str, ...]) -> None:
        if self._seen is None or not ids:
            return
        opened = more.marked(ids[0])
        if isinstance(opened, EnterPeriod):
            self.index.enter(opened)
        elif opened is not None:
            self._enter(opened.name, opened.year)
        else:
            note = f"来自研判分析 · {self._seen.short}"
            title = f"{self._seen.short} 年度考核优秀 {len(ids)} 人"
            self._context.navigator.go(ShowPeople(tuple(ids), title, note))

    def _on_cell(self, request: object) -> None:
        if isinstance(request, Enter):
            self._enter(request.name, request.year)
        else:
            self._context.navigator.go(request)  # type: ignore[arg-type]

    def _on_enter(self) -> None:
        if self.found is not None:
            self._enter(work.figure_names(self.found)[0], self.found.years[-2])

    def _enter(self, name: str, year: int) -> None:
        found = self.found
        if found is None:
            return
        dialog = FigureDialog(found, name, year, self)
        if not self._context.ask.show(dialog):
            return
        edit = work.edit(found, dialog.name, dialog.year, dialog.value)
        if edit is None:
            self._context.say("没有改动")
            return
        word = "删除" if dialog.value is None else "登记"
        self._context.workspace.write(
            edit.forward,
            f"{word}{found.seen.short}{dialog.year}年{dialog.name}",
            done=self._on_written,
            initiator=self,
            undo=edit.backward,
        )

    def _on_written(self, changes: Changes) -> None:
        self._context.say("年度指标已保存")


def _heading(spec: Bars) -> str:
    return f"{spec.title}（{spec.unit}）" if spec.unit else spec.title
