"""The panel at the right: people for the chosen post, or posts for the chosen person."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadership_model.matching.fit import DISCLAIMER
from ui import theme
from ui.pages.staffing.people import Listing, Row
from ui.pages.staffing.rows import CandidateList
from ui.pages.staffing.why import WhyBox
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState, IconView
from ui.widgets.labels import Elided, label

STRICT = (("near", "符合与接近"), ("sure", "仅符合"), ("all", "包括不符合"))


class Legend(QWidget):
    """The parts of the score with their points: small squares and words, in rows."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[tuple[str, float, str], ...]) -> None:
        """Show other parts: (label, points, tone)."""
        self._parts = parts
        self.setAccessibleName("匹配度构成：" + "、".join(f"{w} {p:g}" for w, p, _ in parts))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height the rows need in the width there is."""
        self.setFixedHeight(self._walk(max(self.width(), theme.px(120)), None))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._walk(self.width(), painter)
        painter.end()

    def _walk(self, width: int, painter: QPainter | None) -> int:
        """Place the parts, painting them if there is a painter; give the height."""
        font = theme.font(12)
        metrics = QFontMetrics(font)
        side, row = theme.px(9), theme.px(18)
        left, top = 0.0, 0.0
        for words, points, tone in self._parts:
            text = f"{words} {points:g}"
            wide = side + theme.px(4) + metrics.horizontalAdvance(text)
            if left and left + wide > width:
                left, top = 0.0, top + row
            if painter is not None:
                box = QRectF(left, top + (row - side) / 2, side, side)
                painter.fillRect(box, theme.color(tone))
                painter.setFont(font)
                painter.setPen(theme.color("text2"))
                room = QRectF(left + side + theme.px(4), top, width, row)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += wide + theme.px(12)
        return round(top + row) if self._parts else 0


class CandidatePanel(Card):
    """Shows a listing; announces filters, rows pulled out, rows looked at, questions asked."""

    direction_picked = Signal(object)  # post / person
    wish_picked = Signal()
    whole_asked = Signal()
    count_opened = Signal()
    chosen = Signal(object)  # Row
    activated = Signal(object)
    opened = Signal(object)
    dragged = Signal(object, QPointF)

    def __init__(self) -> None:
        super().__init__("候选人")
        from ui.widgets.segments import Segments

        self.direction = Segments((("post", "以岗找人"), ("person", "以人找岗")))
        self.direction.chosen.connect(self.direction_picked)
        self.header.addWidget(self.direction)
        self.area, self.strict = QComboBox(), QComboBox()
        self.list = CandidateList()
        self.why = WhyBox()
        self._icon = IconView("seat-outline", 16)
        self._title = Elided("", "body")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = button("", kind="link", tip="列出全部候选人")
        self.count.clicked.connect(self.count_opened)
        self._legend = Legend()
        self._law = Elided("", "note")
        self._law.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._law.hide()
        self._rest = Elided("", "note")
        self._rest.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more = button("全部显示", kind="link", tip="列出更多人选")
        self.more.clicked.connect(self.whole_asked)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "account-search-outline", "还没有选岗位", "在画板上选中一个岗位，这里按匹配度列出人选。"
        )
        self.listing: Listing | None = None
        self._build()

    def _build(self) -> None:
        for box, tip in ((self.area, "人选范围"), (self.strict, "任职条件")):
            box.setProperty("size", "small")
            box.setAccessibleName(tip)
            box.setToolTip(tip)
            box.activated.connect(self._on_wish)
        for id, words in STRICT:
            self.strict.addItem(words, id)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        for each in (self._icon, self._title, self.count):
            head.addWidget(each, 1 if each is self._title else 0)
        filters = QHBoxLayout()
        filters.setSpacing(theme.px(6))
        filters.addWidget(self.area, 1)
        filters.addWidget(self.strict, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._rest, 1)
        foot.addWidget(self.more)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(6))
        inside.addLayout(head)
        inside.addLayout(filters)
        inside.addWidget(self._legend)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._law)
        inside.addLayout(foot)
        inside.addWidget(self.why)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(label(DISCLAIMER, "note", wrap=True))
        self.list.chosen.connect(self.chosen)
        self.list.activated_row.connect(self.activated)
        self.list.opened.connect(self.opened)
        self.list.dragged.connect(self.dragged)

    def show_areas(self, areas: Sequence[tuple[str, str]], current: str) -> None:
        """Offer areas and pools: (id, words)."""
        self.area.clear()
        for id, words in areas:
            self.area.addItem(words, id)
        self.area.setCurrentIndex(max(0, self.area.findData(current)))

    def show_listing(self, listing: Listing, *, people: bool) -> None:
        """Show a listing of people, or of posts."""
        self.listing = listing
        self._icon.show_icon("seat-outline" if people else "account-outline")
        self._title.setText(listing.title)
        self.count.setText(f"{listing.count:,} {'人' if people else '岗'}")
        self.area.setEnabled(people)
        self.strict.setEnabled(people)
        self.why.setVisible(people)
        self._legend.show_parts(listing.parts)
        self._legend.setVisible(bool(listing.parts))
        self._rest.setText(listing.rest)
        told = "　".join(f"{each}。" for each in listing.sensitive)
        self._law.setText(told)
        self._law.setVisible(bool(told))
        self.more.setVisible(listing.more)
        self.list.show_rows(listing.rows, people=people)
        self._stack.setCurrentIndex(1)

    def show_nothing(self, title: str, text: str) -> None:
        """Say what must be chosen first."""
        self.listing = None
        self._empty.show_text(title, text)
        self.list.show_rows((), people=True)
        self._stack.setCurrentIndex(0)

    def wish(self) -> tuple[str, str]:
        """What is chosen: the area or pool, and how strict."""
        return str(self.area.currentData() or ""), str(self.strict.currentData() or "near")

    def row(self) -> Row | None:
        """The row chosen."""
        return self.list.current()

    def _on_wish(self, at: int) -> None:
        self.wish_picked.emit()
