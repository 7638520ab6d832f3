"""The card of the six states: how many teams, the bar, and a count for each state."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import marks, theme
from ui.charts.words import width, write
from ui.pages.home.work import STATES
from ui.widgets.bars import StackedBar
from ui.widgets.card import Card
from ui.widgets.labels import label, link

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment

WORDS = {
    "unconfigured": "未配置",
    "unknown": "待核",
    "veto": "一票否决",
    "red": "红",
    "yellow": "黄",
    "green": "绿",
}
BARS = {"unconfigured": "line2", "unknown": "grey"}
FIGURES = {"veto": "red_text", "red": "red_text", "yellow": "yellow_text", "green": "green_text"}


class StateButton(QAbstractButton):
    """One state with its count; a click lists its teams."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self.state, self._count, self._share, self._narrow = state, 0, 0.0, False
        self.setObjectName(f"state.{state}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, share: float) -> None:
        """Show another count."""
        self._count, self._share = count, share
        self.setText(f"{WORDS[self.state]} {count}")
        self.setToolTip(f"{WORDS[self.state]} {count} 个班子，占 {share * 100:.1f} %，单击列出")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the share out."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(52), theme.px(44 if self._narrow else 68))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.color("accentline"), 1))
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        side, left = theme.px(11), theme.px(2 if self._narrow else 5)
        room = QRectF(left, theme.px(3), self.width() - left - 1, theme.px(18))
        box = QRectF(left, room.center().y() - side / 2, side, side)
        marks.paint(painter, box, self.state)
        words = room.adjusted(side + theme.px(3), 0, 0, 0)
        name = WORDS[self.state]
        name = "否决" if width(name) > words.width() and self.state == "veto" else name
        write(painter, words, name, tone="text")
        tone = FIGURES.get(self.state, "text")
        figure = QRectF(left, room.bottom() + 1, room.width(), theme.px(24))
        write(painter, figure, str(self._count), tone=tone, size=18)
        if not self._narrow:
            foot = QRectF(left, figure.bottom(), room.width(), theme.px(17))
            write(painter, foot, f"{self._share * 100:.1f} %")
        painter.end()


class StateCard(Card):
    """The states of all teams; `asked` carries a state, or an empty text for all teams."""

    asked = Signal(object)
    turns_asked = Signal()

    def __init__(self) -> None:
        super().__init__("班子状态")
        self._shifts = link("", self._on_shifts, "列出与上月状态不同的班子")
        self._shifts.hide()
        self.header.addWidget(self._shifts)
        self._total = label("–", "figure")
        self._whole = link("个班子", self._on_all, "列出全部班子")
        self._share = label("", "note")
        self._short = link("", self._on_all, "列出全部班子")
        self._short.hide()
        self.header.insertWidget(1, self._short)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._total)
        row.addWidget(self._whole)
        row.addStretch(1)
        row.addWidget(self._share)
        self.body.setSpacing(5)
        self.body.addWidget(self._row)
        self.bar = StackedBar(12)
        self.bar.clicked.connect(self._on_part)
        self.body.addWidget(self.bar)
        self.body.addStretch(1)
        foot = QWidget()
        cells = QHBoxLayout(foot)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(2)
        self.buttons = {state: StateButton(state) for state in STATES}
        for each in self.buttons.values():
            cells.addWidget(each, 1)
            each.clicked.connect(self._on_button)
        self.body.addWidget(foot)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the shares, and put the number of teams into the title row."""
        self.body.setSpacing(3 if narrow else 5)
        self._row.setVisible(not narrow)
        self._short.setVisible(narrow)
        for each in self.buttons.values():
            each.set_narrow(narrow)

    def show_survey(self, survey: "Sequence[Assessment]") -> None:
        """Show the counts of the states."""
        counts: Counter[str] = Counter(each.state for each in survey)
        total = len(survey)
        self._total.setText(f"{total:,}")
        self._short.setText(f"{total:,} 个班子")
        share = counts["green"] / total if total else 0.0
        self._share.setText(f"绿占 {share * 100:.1f} %")
        self.bar.show_parts(
            [(counts[state], BARS.get(state, state), state) for state in STATES], total or None
        )
        for state, button in self.buttons.items():
            button.show_count(counts[state], counts[state] / total if total else 0.0)

    def show_shifts(self, text: str) -> None:
        """Say what changed since the month before; an empty text hides it."""
        self._shifts.setText(text)
        self._shifts.setVisible(bool(text))

    def _on_button(self) -> None:
        sender = self.sender()
        assert isinstance(sender, StateButton)
        self.asked.emit(sender.state)

    def _on_part(self, state: object) -> None:
        self.asked.emit(state)

    def _on_all(self) -> None:
        self.asked.emit("")

    def _on_shifts(self) -> None:
        self.turns_asked.emit()
