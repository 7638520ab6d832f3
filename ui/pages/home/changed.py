"""The strip under the map: which teams stand in another state than the month before."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import icons, marks, theme
from ui.charts.words import width, write
from ui.pages.home.work import Turn
from ui.widgets.labels import label, link


class TurnChip(QAbstractButton):
    """Before, arrow, after, name of one team."""

    def __init__(self, turn: Turn, name: str) -> None:
        super().__init__()
        self.turn, self._name = turn, name
        self.setText(name)
        words = f"{marks.WORDS[turn.before]} → {marks.WORDS[turn.after]}"
        self.setToolTip(f"{name}：{words}，单击打开研判")
        self.setAccessibleName(f"{name} {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(width(self._name, 13)) + theme.px(60), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent")) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("greys"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        side, y, x = theme.px(9), self.height() / 2, float(theme.px(8))
        marks.paint(painter, QRectF(x, y - side / 2, side, side), self.turn.before)
        arrow = QRectF(x + side + 3, y - side / 2 - 1, side + 2, side + 2)
        icons.paint(painter, arrow, "arrow-right", theme.color("text2"))
        x = arrow.right() + 3
        marks.paint(painter, QRectF(x, y - side / 2, side, side), self.turn.after)
        left = x + side + theme.px(6)
        write(
            painter,
            QRectF(left, 0, self.width() - left, self.height()),
            self._name,
            tone="text",
            size=13,
        )
        painter.end()


class ChangedStrip(QWidget):
    """As many chips as fit; `opened` carries a team, `all_asked` asks for all of them."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 0)
        self._row.setSpacing(8)
        self._title = label("较上月变化", "note")
        self._all = link("", self._on_all, "列出与上月状态不同的班子")
        self._chips: list[TurnChip] = []
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._all)

    def show_turns(self, turns: Sequence[Turn] | None, names: Sequence[str], room: int) -> None:
        """Show what changed; None while it is being worked out."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if turns is None:
            self._title.setText("较上月变化　正在比较…")
        else:
            self._title.setText("较上月变化" if turns else "与上月相比，各班子状态没有变化")
        self._all.setVisible(bool(turns))
        self._all.setText(f"查看 {len(turns or ())} 个班子")
        free = room - self._title.sizeHint().width() - self._all.sizeHint().width() - 24
        for turn, name in zip(turns or (), names, strict=True):
            chip = TurnChip(turn, name)
            free -= chip.sizeHint().width() + 8
            if free < 0:
                chip.deleteLater()
                break
            chip.clicked.connect(self._on_chip)
            self._row.insertWidget(1 + len(self._chips), chip)
            self._chips.append(chip)

    def _on_chip(self) -> None:
        sender = self.sender()
        assert isinstance(sender, TurnChip)
        self.opened.emit(sender.turn.team)

    def _on_all(self) -> None:
        self.all_asked.emit()
