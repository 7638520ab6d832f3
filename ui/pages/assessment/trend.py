"""The tab 趋势: the team at each of the coming half-years, who leaves, who would be missed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.charts.view import ChartView
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.assessment import future
from ui.pages.assessment.future import Future, Years
from ui.pages.assessment.grid import Grid
from ui.pages.assessment.sheet import Sheet
from ui.pages.assessment.work import View
from ui.widgets.card import Card
from ui.widgets.labels import label


class Trend(QScrollArea):
    """Shows what can be foreseen of one team; worked out in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._years: Years | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps, self.changes = Grid("今后五年各半年的状态"), Grid("要求的变化")
        self.leaving, self.missed = Grid("到龄人员"), Grid("缺一人的影响")
        self.timeline = ChartView()
        self._cards = (
            Card("今后五年", "正在推算").flush(),
            Card("要求的变化").flush(),
            Card("五年内到达法定退休年龄").flush(),
            Card("缺一人的影响", "假设一人离任、岗位空着").flush(),
        )
        self._none = (
            label("今后五年各项要求的结论没有变化", "note"),
            label("今后五年没有成员到达法定退休年龄", "note"),
        )
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        contents = (
            (self.steps,),
            (self.changes, self._none[0]),
            (self.leaving, self.timeline, self._none[1]),
            (self.missed,),
        )
        for card, widgets in zip(self._cards, contents, strict=True):
            for each in widgets:
                if isinstance(each, Grid):
                    card.body.addWidget(each)
                    continue
                inset = QVBoxLayout()
                inset.setContentsMargins(12, 2, 12, 6)
                inset.addWidget(each)
                card.body.addLayout(inset)
            column.addWidget(card)
        column.addWidget(label(future.ABOUT, "faint", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)
        for grid in (self.steps, self.changes, self.leaving, self.missed):
            grid.opened.connect(context.navigator.go)
        self.timeline.clicked.connect(self._on_person)

    def show_team(self, seen: View) -> None:
        """Show another team; its figures follow when they are worked out."""
        self._seen = seen
        if self._years is None or self._years.world is not seen.world:
            self._years = Years(seen.world)
        self._cards[0].set_note("正在推算…")
        self._context.jobs.read(
            partial(future.foresee, seen, self._years),
            "assessment.trend",
            self._on_done,
            title="正在推算班子趋势",
        )

    def _on_done(self, found: Future) -> None:
        if self._seen is not found.seen:
            return
        last = found.steps[-1]
        leave = len([each for each in found.leavings if each.sure])
        self._cards[0].set_note(
            f"每半年一次 · 五年内到龄 {leave} 人"
            f" · 五年后在任 {last.assessment.filled} / {last.assessment.seats}"
        )
        self.steps.show_sheet(future.steps_sheet(found))
        self._show(self.changes, future.changes_sheet(found), 0)
        self._show(self.leaving, future.leaving_sheet(found), 1)
        spec = future.timeline(found)
        self.timeline.show_spec(spec)
        self.timeline.setVisible(bool(spec.lanes))
        self._cards[1].set_note(f"{len(self.changes.sheet().rows)} 项")
        self._cards[2].set_note(f"{len(found.leavings)} 人" if found.leavings else "")
        self.missed.show_sheet(future.fragility_sheet(found))

    def _show(self, grid: Grid, sheet: Sheet, at: int) -> None:
        """Show a table, or the sentence that says why there is none."""
        grid.show_sheet(sheet)
        grid.setVisible(bool(sheet.rows))
        self._none[at].setVisible(not sheet.rows)

    def _on_person(self, ids: tuple[str, ...]) -> None:
        self._context.navigator.go(OpenPerson(ids[0]))
