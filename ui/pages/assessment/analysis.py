"""The first tab, 对比分析: dial, radar, lost points, and the comparison table in four parts."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leadership_model.matching.scores import Scores
from ui import theme
from ui.charts.view import ChartView
from ui.context import Context
from ui.jobs import Control
from ui.navigation import ShowModel
from ui.pages.assessment import parts, seats, work
from ui.pages.assessment.closing import Closing
from ui.pages.assessment.detail import inspect
from ui.pages.assessment.sheet import Inspect
from ui.pages.assessment.work import View
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.grid import Grid
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.sheet import Sheet

WIDE = 1240  # px at 100 % from which parts two and three stand beside each other
MIDDLE = 860  # from which the lost points stand beside the charts


class Analysis(QScrollArea):
    """Shows one team; every cell and number leads to the people behind it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._scores: Scores | None = None
        self._posts: Sheet | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dial, self.radar = ChartView().fill(), ChartView().fill()
        self.lost = TwoLineList()
        self.posts = Grid("职能职数")
        self.natural = Grid("自然结构")
        self.function = Grid("功能结构")
        self.closing = Closing(context)
        self._cards = {
            "dial": Card("综合得分", "满分 100"),
            "radar": Card("维度雷达"),
            "lost": Card("失分要求"),
            "posts": Card("一、职能职数").flush(),
            "natural": Card("二、自然结构").flush(),
            "function": Card("三、功能结构").flush(),
        }
        self._none = EmptyState(
            "tune-variant",
            "本类班子尚未配置结构模型",
            "发布一个模型后，这里显示得分、失分要求和自然结构的逐项对比。",
            "去模型定制",
            self._on_model,
        )
        inner = QWidget()
        inner.setObjectName("plain")
        self.setWidget(inner)
        self._build(inner)
        self._none.hide()  # until a team is shown nobody knows whether it has a model
        self._connect()

    def _build(self, inner: QWidget) -> None:
        cards = self._cards
        for name, widget in (("dial", self.dial), ("radar", self.radar)):
            widget.setMinimumHeight(theme.px(216))
            cards[name].body.addWidget(widget)
        self.lost.setMinimumHeight(theme.px(150))
        cards["lost"].body.addWidget(self.lost)
        self._sum = label("", "note")
        cards["lost"].body.addWidget(self._sum)
        for name, grid in (
            ("posts", self.posts),
            ("natural", self.natural),
            ("function", self.function),
        ):
            cards[name].body.addWidget(grid)
            cards[name].body.addStretch(1)
        charts = QHBoxLayout()
        charts.setSpacing(10)
        for name, share in (("dial", 9), ("radar", 11), ("lost", 10)):
            cards[name].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            if name != "lost":
                charts.addWidget(cards[name], share)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(charts, 2)
        self._top.addWidget(cards["lost"], 1)
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for name in ("natural", "function"):
            self._pair.addWidget(cards[name], 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        for layout in (self._top, self._pair, column):
            layout.setSpacing(10)
        column.addWidget(self._none)
        column.addLayout(self._top)
        column.addWidget(cards["posts"])
        column.addLayout(self._pair)
        column.addWidget(self.closing)
        column.addStretch(1)

    def _connect(self) -> None:
        for grid in (self.posts, self.natural, self.function):
            grid.opened.connect(self._on_cell)
        self.dial.clicked.connect(self._on_dial)
        self.radar.clicked.connect(self._on_radar)
        self.lost.clicked.connect(self._on_lost)
        self.lost.activated_id.connect(self._on_loss)

    def show_team(self, seen: View) -> None:
        """Show a team; the vertical place is kept, so that teams can be compared part by part."""
        if self._seen is None or self._seen.world is not seen.world:
            self._scores = None
        self._seen = seen
        configured = seen.assessment.score_low is not None
        self._none.setVisible(not configured)
        for name in ("dial", "radar", "lost", "natural"):
            self._cards[name].setVisible(configured)
        self.dial.show_spec(work.dial(seen))
        self.radar.show_spec(work.radar(seen))
        self._cards["radar"].set_note("实线为本班子，灰线为同类班子均值" if seen.peers else "")
        self._show_losses(seen)
        self._posts = seats.posts_sheet(seen)
        self._show_posts()
        self._cards["posts"].set_note(seats.posts_note(seen))
        self.natural.show_sheet(parts.natural_sheet(seen))
        self._cards["natural"].set_note(parts.natural_note(seen))
        self.closing.show_team(seen)
        if self._scores is not None:
            self._show_functions(parts.function_sheet(seen, self._scores))
        else:
            scores = Scores(seen.world)
            self._context.jobs.read(
                partial(_functions, seen, scores), "assessment.functions", self._on_functions
            )

    def _show_losses(self, seen: View) -> None:
        found = work.losses(seen.assessment)
        self.lost.show_items(
            [
                ListItem(
                    id=each.finding.requirement,
                    title=each.finding.label,
                    note=each.finding.detail,
                    right=each.text if each.finding.points else "不计分",
                    right_note="一票否决" if each.finding.veto else "",
                    right_tone="red_text" if each.finding.veto else "yellow_text",
                    mark=each.finding.verdict,
                )
                for each in found
            ]
        )
        self._cards["lost"].set_note(f"{len(found)} 项，按失分排序" if found else "全部达标")
        total = sum(each.points for each in seen.assessment.findings)
        self._sum.setText(f"合计失分 {work.losses_text(found)} · 模型总分值 {total:g}")

    def _on_functions(self, found: tuple[View, Scores, Sheet]) -> None:
        seen, scores, sheet = found
        if self._seen is seen:
            self._scores = scores
            self._show_functions(sheet)

    def _show_functions(self, sheet: Sheet) -> None:
        self.function.show_sheet(sheet)
        if self._seen is not None:
            self._cards["function"].set_note(parts.function_note(self._seen, sheet))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        for layout, least in ((self._pair, WIDE), (self._top, MIDDLE)):
            wide = self.width() >= theme.px(least)
            layout.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._show_posts()

    def _show_posts(self) -> None:
        """Show part one with a column a post, or a row a post where the room is too small."""
        if self._posts is not None:
            wanted = sum(theme.px(each.width) for each in self._posts.columns)
            fits = wanted <= self.width() - 20
            sheet = self._posts if fits else self._posts.transposed("岗位")
            if self.posts.sheet() != sheet:
                self.posts.show_sheet(sheet)

    # ---- where a click leads

    def _on_dial(self, ids: object) -> None:
        if self._seen is not None:
            members = self._seen.members()
            self._context.navigator.go(self._seen.show(members, f"全部成员 {len(members)} 人"))

    def _on_radar(self, ids: tuple[str, ...]) -> None:
        spec = self.radar.spec()
        if self._seen is not None and spec is not None:
            self._context.navigator.go(work.behind(self._seen, ids, work.radar(self._seen)))

    def _on_cell(self, request: object) -> None:
        """Go where a cell leads; a requirement opens in full."""
        if not isinstance(request, Inspect):
            self._context.navigator.go(request)  # type: ignore[arg-type]
        elif self._seen is not None:
            inspect(self._context, self._seen, request.requirement, self)

    def _on_lost(self, index: QModelIndex) -> None:
        self._on_loss(self.lost.items()[index.row()].id)

    def _on_loss(self, requirement: object) -> None:
        if self._seen is None:
            return
        for each in self._seen.assessment.findings:
            if each.requirement == requirement:
                self._context.navigator.go(work.lacking(self._seen, each))

    def _on_model(self) -> None:
        if self._seen is not None:
            category = self._seen.world.snapshot.teams.raw("category")[self._seen.team] or ""
            self._context.navigator.go(ShowModel(category=category))


def _functions(seen: View, scores: Scores, control: Control) -> tuple[View, Scores, Sheet]:
    control.check()
    return seen, scores, parts.function_sheet(seen, scores)
