"""The strip at the foot: what the plan comes to. Every figure opens who or what is behind it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.pages.staffing.strip_values import Total
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Standing

TONES = {
    "草案": "grey",
    "已共享": "accent",
    "已批准锁定": "green",
    "已执行": "green",
    "归档": "grey",
}


class Strip(QFrame):
    """Figures at the left, papers at the right."""

    opened = Signal(object)  # id of a total
    shown = Signal()  # other figures are shown
    compare_asked = Signal()
    motion_asked = Signal()
    forms_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._figures: dict[str, QPushButton] = {}
        self._words: tuple[str, ...] = ()
        self.status = Chip("草案", "grey")
        self.drift = button("", kind="small", icon="database-alert-outline")
        self.drift.hide()
        self.chain = button(
            "补齐空缺", icon="link-variant", tip="列出空缺岗位，求最少的后续调整（Ctrl+L）"
        )
        self.compare = button(
            "方案比较",
            icon="compare-horizontal",
            tip="与现状和其他方案逐项比较（F7）",
        )
        self.motion = button("动议名单", icon="format-list-numbered", tip="写出动议名单（xlsx）")
        self.forms = button(
            "任免审批表",
            icon="file-document-outline",
            tip="写出调整人员的任免审批表（docx）",
        )
        self.compare.clicked.connect(self.compare_asked)
        self.motion.clicked.connect(self.motion_asked)
        self.forms.clicked.connect(self.forms_asked)
        self._flowing = QWidget()
        self._row = FlowLayout(self._flowing, gap=theme.px(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(theme.px(8))
        row.addWidget(self.status)
        row.addWidget(self._flowing, 1)
        for each in (self.drift, self.chain, self.compare, self.motion, self.forms):
            row.addWidget(each)

    def set_narrow(self, narrow: bool) -> None:
        """Shorten the buttons where there is little room."""
        for each, text in (
            (self.chain, "补齐空缺"),
            (self.compare, "方案比较"),
            (self.motion, "动议名单"),
            (self.forms, "任免审批表"),
        ):
            each.setText("" if narrow else text)
            each.setAccessibleName(text)

    def show_totals(self, totals: tuple[Total, ...], able: bool, teams: bool) -> None:
        """Show figures; `able`: whether there is anything to write down, `teams` to compare."""
        if list(self._figures) != [each.id for each in totals]:
            self._make(totals)
        for total in totals:
            figure = self._figures[total.id]
            figure.setText(total.text)
            figure.setEnabled(total.opens)
            figure.setProperty("tone", total.tone)
            figure.setAccessibleName(f"{total.word} {total.text}")
            figure.style().unpolish(figure)
            figure.style().polish(figure)
        for each in (self.motion, self.forms):
            each.setEnabled(able)
        self.compare.setEnabled(teams)
        self._words = tuple(f"{each.word} {each.text}" for each in totals)
        self.shown.emit()

    def words(self) -> tuple[str, ...]:
        """The figures as words."""
        return self._words

    def show_standing(
        self, standing: "Standing | None", drifts: int, concerns: int, opened: int
    ) -> None:
        """Show the status, how much changed in the base, whether a seat is open."""
        status = "草案" if standing is None else standing.status
        self.status.show_text(status, TONES[status])
        self.status.setVisible(standing is not None)
        self.status.setToolTip("" if standing is None else _who(standing))
        self.drift.setVisible(bool(drifts or concerns))
        self.drift.setEnabled(standing is not None and not standing.locked)
        self.drift.setText(f"底数变化 {drifts or concerns}")
        self.drift.setToolTip(f"干部库有 {drifts} 处变化，{concerns} 步调整受影响：逐步决定")
        self.chain.setEnabled(opened > 0)

    def figure(self, id: str) -> QPushButton:
        """Give the button of a figure."""
        return self._figures[id]

    def _make(self, totals: tuple[Total, ...]) -> None:
        for total in totals:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, theme.px(8), 0)
            row.setSpacing(theme.px(6))
            row.addWidget(label(total.word, "note"))
            figure = button(total.text, self._on_clicked, kind="figure")
            figure.setObjectName(total.id)
            row.addWidget(figure)
            row.addWidget(hairline(vertical=True))
            self._row.addWidget(pair)
            self._figures[total.id] = figure

    def _on_clicked(self) -> None:
        self.opened.emit(self.sender().objectName())


def _who(standing: "Standing") -> str:
    """Say whose plan it is, who sees it, whether it can be changed."""
    seen = f"，已分享给{'、'.join(standing.shared)}" if standing.shared else "，只有编制人可见"
    locked = "；内容已锁定" if standing.locked else ""
    return f"编制人：{standing.author or '本人'}{seen}{locked}"
