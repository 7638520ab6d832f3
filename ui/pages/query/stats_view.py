"""The strip under the list: figures and small bars; each opens the people behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leadership_model.query.distributions import Distribution
from leadership_model.query.statistics import Figure, Summary
from ui import theme
from ui.widgets.card import hairline
from ui.widgets.labels import label

TONES = ("c1", "c3", "c2", "c4")
FIGURES = ("女", "少数民族", "党外", "研究生")


class FigureView(QAbstractButton):
    """A big number with its name and share; a click opens the people."""

    def __init__(self, name: str, text: str, tail: str, ids: tuple[str, ...]) -> None:
        super().__init__()
        self.name, self.ids, self._tail = name, ids, tail
        self.setText(text)
        self.setAccessibleName(f"{name} {text} {tail}")
        self.setToolTip(f"{name} {text}{tail}：单击打开名单" if ids else name)
        self.setEnabled(bool(ids))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        figure = QFontMetrics(theme.font(22)).horizontalAdvance(self.text())
        tail = QFontMetrics(theme.font(12)).horizontalAdvance(self._tail)
        return QSize(max(figure + tail + theme.px(10), theme.px(72)), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(1, 0, self.width(), theme.px(16)), 0, self.name)
        live = self.isEnabled() and (self.underMouse() or self.hasFocus())
        painter.setFont(theme.font(22))
        painter.setPen(theme.color("accent" if live else "text"))
        low = QRectF(1, theme.px(15), self.width(), theme.px(29))
        center = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(low, center, self.text())
        left = QFontMetrics(theme.font(22)).horizontalAdvance(self.text()) + theme.px(5)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        painter.drawText(low.adjusted(left, theme.px(3), 0, 0), center, self._tail)


class BarRow(QAbstractButton):
    """One bar of a distribution: label, bar, count."""

    def __init__(self, figure: Figure, largest: int, tone: str, words: int) -> None:
        super().__init__()
        self.figure, self._largest, self._tone, self._words = figure, largest, tone, words
        self.setText(figure.label)
        share = f"（{figure.share:.1%}）" if figure.share is not None else ""
        self.setToolTip(f"{figure.label} {figure.count:,} 人{share}：单击打开名单")
        self.setAccessibleName(f"{figure.label} {figure.count} 人")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(110), theme.px(19))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        live = self.underMouse() or self.hasFocus()
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("accent" if live else "text2"))
        center = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, 0, self._words, self.height()), center, self.text())
        count = f"{self.figure.count:,}"
        right = QFontMetrics(theme.font(12)).horizontalAdvance(count) + theme.px(6)
        room = max(self.width() - self._words - theme.px(6) - right, 4)
        width = max(room * self.figure.count / max(self._largest, 1), 2)
        height = theme.px(9)
        bar = QRectF(self._words + theme.px(6), (self.height() - height) / 2, width, height)
        tone = "line2" if self.figure.label == "待核" else self._tone
        painter.fillRect(bar, theme.color(tone))
        painter.setPen(theme.color("accent" if live else "text"))
        painter.drawText(
            QRectF(bar.right() + theme.px(5), 0, right + 20, self.height()), center, count
        )


class StatsView(QWidget):
    """Figures at the left, distributions at the right. `opened`: ids and what they are."""

    opened = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._summary: Summary | None = None
        self._ids: tuple[str, ...] = ()
        self._spread: tuple[Distribution, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._ground: QWidget | None = None
        self.figures: list[FigureView] = []
        self.bars: list[BarRow] = []

    def set_narrow(self, narrow: bool) -> None:
        """Leave the last distribution out on a narrow window."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._build()

    def show_summary(
        self, summary: Summary, ids: tuple[str, ...], spread: Sequence[Distribution]
    ) -> None:
        """Show the figures of other people."""
        self._summary, self._ids, self._spread = summary, ids, tuple(spread)
        self._build()

    def _build(self) -> None:
        if self._summary is None:
            return
        if self._ground is not None:
            self._ground.hide()
            self._ground.deleteLater()
        self.figures, self.bars = [], []
        self._ground = QWidget()
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(self._figures(self._summary))
        row.addWidget(hairline(vertical=True))
        for number, each in enumerate(self._spread[: 3 if self._narrow else 4]):
            row.addLayout(self._distribution(each, TONES[number % len(TONES)]), 1)
        self._row.addWidget(self._ground)

    def _figures(self, summary: Summary) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        age = "–" if summary.average_age is None else f"{summary.average_age:.1f}"
        shown = [
            FigureView("人数", f"{summary.count:,}", "", self._ids),
            FigureView("平均年龄", age, "岁", self._ids),
        ]
        for each in summary.figures:
            if each.label in FIGURES:
                # Of all, not of those known: the figure must agree with the bars beside it.
                share = f"{each.count / summary.count:.1%}" if summary.count else ""
                shown.append(FigureView(each.label, f"{each.count:,}", share, each.ids))
        for number, view in enumerate(shown):
            view.clicked.connect(self._on_figure)
            grid.addWidget(view, number // 3, number % 3)
        self.figures = shown
        return grid

    def _distribution(self, shown: Distribution, tone: str) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(1)
        box.addWidget(label(shown.name, "note"))
        largest = max((each.count for each in shown.bars), default=1)
        metrics = QFontMetrics(theme.font(12))
        words = max((metrics.horizontalAdvance(each.label) for each in shown.bars), default=20)
        for each in shown.bars[:7]:
            made = BarRow(each, largest, tone, words)
            made.clicked.connect(self._on_bar)
            box.addWidget(made)
            self.bars.append(made)
        box.addStretch(1)
        return box

    def _on_figure(self) -> None:
        view = self.sender()
        if isinstance(view, FigureView):
            self.opened.emit(view.ids, view.name)

    def _on_bar(self) -> None:
        row = self.sender()
        if isinstance(row, BarRow):
            self.opened.emit(row.figure.ids, row.figure.label)
