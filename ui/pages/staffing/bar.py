"""The bar above the board: which plan, what it aims at, how far it has come, 一键配备."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy

from leadership_model.staffing.draft import Choices, Draft
from leadership_model.staffing.move import STAGES
from ui import theme
from ui.pages.staffing.weight import WeightBar
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import hairline
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
        self.plans.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plans.setMinimumContentsLength(8)
        self.plans.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plans.setMaximumWidth(theme.px(230))
        self.plans.setAccessibleName("方案")
        self.plans.activated.connect(self._on_plan)
        self.new = icon_button("plus", "新建方案", self.new_asked)
        self.copy = icon_button("content-copy", "复制当前方案", self.copy_asked)
        self.rename = icon_button("pencil-outline", "给方案改名", self.rename_asked)
        self.delete = icon_button("delete-outline", "删除当前方案", self.delete_asked)
        self.bars = tuple(WeightBar(word, tip) for word, tip in WEIGHTS)
        self.mode = Segments((("fill", "补缺"), ("rearrange", "重排")))
        self.mode.setToolTip("补缺：不动所选班子的现任成员；重排：可调整未固定的现任成员")
        self.stage = QComboBox()
        self.stage.addItems(STAGES)
        self.stage.setAccessibleName("阶段")
        self.stage.setToolTip("方案所处的环节")
        self.stage.activated.connect(self._on_stage)
        self.size = icon_button("view-grid-outline", "照片卡片与紧凑卡片切换", self._on_size)
        self.size.setCheckable(True)
        self.team = button("加班子", self.team_asked, icon="plus", tip="把班子放到画板上")
        self.solve = button("一键配备", self.solve_asked, icon="auto-fix", kind="primary")
        self.solve.setToolTip("在边界之内求一个最好的方案，只作建议（F9）")
        self._word, self._stage_word = label("方案", "note"), label("目标权重", "note")
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(theme.px(6))
        row.addWidget(self._word)
        row.addWidget(self.plans, 1)
        for each in (self.new, self.copy, self.rename, self.delete):
            row.addWidget(each)
        row.addWidget(self.team)
        row.addStretch(1)
        row.addWidget(self._stage_word)
        for bar in self.bars:
            bar.picked.connect(self._on_weight)
            row.addWidget(bar)
        row.addWidget(hairline(vertical=True))
        self.mode.chosen.connect(self.mode_picked)
        for each in (self.size, self.mode, self.stage, self.solve):
            row.addWidget(each)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out words and rare buttons where there is little room."""
        for each in (self._word, self._stage_word, self.rename, self.delete):
            each.setVisible(not narrow)
        self.team.setText("" if narrow else "加班子")
        self.plans.setMaximumWidth(theme.px(150 if narrow else 230))

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
        self.size.setChecked(compact)

    def set_ready(self, ready: bool) -> None:
        """Say whether a plan is at hand."""
        for each in (
            self.copy,
            self.rename,
            self.delete,
            self.mode,
            self.stage,
            self.size,
            self.solve,
            self.team,
            *self.bars,
        ):
            each.setEnabled(ready)

    def _on_plan(self, at: int) -> None:
        self.plan_picked.emit(self.plans.itemData(at))

    def _on_weight(self, value: int) -> None:
        self.weights_picked.emit(tuple(float(bar.value()) for bar in self.bars))

    def _on_stage(self, at: int) -> None:
        self.stage_picked.emit(STAGES[at])

    def _on_size(self) -> None:
        self.size_picked.emit("compact" if self.size.isChecked() else "photo")
