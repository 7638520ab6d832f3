"""The bar above the board: which plan, what it aims at, how far it has come, 一键配备."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from leadership_model.staffing.draft import Choices, Draft
from leadership_model.staffing.move import STAGES
from ui import theme
from ui.pages.staffing.weight import WeightBar
from ui.widgets.buttons import button, icon_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.segments import Segments

WEIGHTS = (
    ("结构", "班子结构得分的权重"),
    ("人岗", "人岗匹配度的权重"),
    ("少动", "少调整人员的权重"),
)


class PlanBar(QFrame):
    """Announces what is asked for; what is shown comes from the plan."""

    plan_picked = Signal(object)  # id
    new_asked = Signal()
    copy_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()
    team_asked = Signal()
    weights_picked = Signal(object)
    mode_picked = Signal(object)  # fill / rearrange
    stage_picked = Signal(object)
    size_picked = Signal(object)  # photo / compact
    solve_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.plans = QComboBox()
        self.plans.setAccessibleName("方案")
        self.plans.activated.connect(self._on_plan)
        self.new = icon_button("plus", "新建方案")
        self.copy = icon_button("content-copy", "复制当前方案")
        self.rename = icon_button("pencil-outline", "给方案改名")
        self.delete = icon_button("delete-outline", "删除当前方案")
        self.bars = tuple(WeightBar(word, tip) for word, tip in WEIGHTS)
        self.mode = Segments((("fill", "补缺"), ("rearrange", "重排")))
        self.mode.setToolTip("补缺：不动所选班子的现任成员；重排：可调整未固定的现任成员")
        self.stage = QComboBox()
        self.stage.addItems(STAGES)
        self.stage.setAccessibleName("阶段")
        self.stage.setToolTip("方案所处的环节")
        self.stage.activated.connect(self._on_stage)
        self.cards = icon_button("view-grid-outline", "照片卡片与紧凑卡片切换", self._on_size)
        self.cards.setCheckable(True)
        self.team = button(
            "加班子", icon="account-multiple-plus-outline", tip="把班子放到画板上（Ctrl+B）"
        )
        self.solve = button("一键配备", icon="auto-fix", kind="primary")
        self.solve.setToolTip("在边界之内求一个最好的方案，只作建议（F9）")
        self._word, self._aim = label("方案", "note"), label("目标权重", "note")
        self._stage_word = label("阶段", "note")
        self._build()

    def _build(self) -> None:
        for each, asked in (
            (self.new, self.new_asked),
            (self.copy, self.copy_asked),
            (self.rename, self.rename_asked),
            (self.delete, self.delete_asked),
            (self.team, self.team_asked),
            (self.solve, self.solve_asked),
        ):
            each.clicked.connect(asked)
        flowing = QWidget()
        self._flow = FlowLayout(flowing, gap=theme.px(6))
        first: tuple[QWidget, ...] = (self._word, self.plans, self.new, self.copy, self.rename)
        more: tuple[QWidget, ...] = (self.delete, self.team, self._aim)
        for part in (*first, *more):
            self._flow.addWidget(part)
        for bar in self.bars:
            bar.picked.connect(self._on_weight)
            self._flow.addWidget(bar)
        self.mode.chosen.connect(self.mode_picked)
        last: tuple[QWidget, ...] = (self.mode, self._stage_word, self.stage, self.cards)
        for widget in last:
            self._flow.addWidget(widget)
        for word in (self._word, self._aim, self._stage_word):
            word.setFixedHeight(theme.px(30))
        for bar in self.bars:
            bar.setFixedHeight(theme.px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(theme.px(8))
        row.addWidget(flowing, 1)
        row.addWidget(self.solve, 0, Qt.AlignmentFlag.AlignTop)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out words and rare buttons where there is little room."""
        rare: tuple[QWidget, ...] = (self.rename, self.delete, self.cards)
        for each in (self._word, self._aim, self._stage_word, *rare):
            each.setVisible(not narrow)
        self.team.setText("" if narrow else "加班子")
        self.plans.setFixedWidth(theme.px(126 if narrow else 200))

    def show_plans(self, drafts: Sequence[Draft], current: str) -> None:
        """Show the names of the plans and which one is open."""
        self.plans.clear()
        for draft in drafts:
            self.plans.addItem(draft.scenario.label, draft.scenario.id)
        self.plans.setCurrentIndex(self.plans.findData(current))

    def show_choices(self, choices: Choices, *, compact: bool) -> None:
        """Show weights, mode, stage and the size of cards."""
        for bar, value in zip(self.bars, choices.weights, strict=True):
            bar.show_value(round(value))
        self.mode.set_current("rearrange" if choices.rearrange else "fill")
        self.stage.setCurrentText(choices.stage)
        self.cards.setChecked(compact)

    def set_ready(self, ready: bool) -> None:
        """Say whether a plan is at hand."""
        widgets: tuple[QWidget, ...] = (
            self.copy,
            self.rename,
            self.delete,
            self.mode,
            self.stage,
            self.cards,
            self.solve,
            self.team,
            *self.bars,
        )
        for each in widgets:
            each.setEnabled(ready)

    def _on_plan(self, at: int) -> None:
        self.plan_picked.emit(self.plans.itemData(at))

    def _on_weight(self, value: int) -> None:
        self.weights_picked.emit(tuple(float(bar.value()) for bar in self.bars))

    def _on_stage(self, at: int) -> None:
        self.stage_picked.emit(STAGES[at])

    def _on_size(self) -> None:
        self.size_picked.emit("compact" if self.cards.isChecked() else "photo")
