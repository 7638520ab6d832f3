"""One team on the board: its title with the score before and after, its cards in post order."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import names, theme
from ui.pages.staffing.card import SeatCard
from ui.pages.staffing.changes import ChangeList
from ui.pages.staffing.seats import Panel, Seat
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.empty import IconView
from ui.widgets.labels import Elided, MarkLabel, label, set_role

GAP = 8
SIDES = 24  # left and right margin of a panel


class CardGrid(QWidget):
    """Cards in rows of equal width; the changes stand behind the last card where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[SeatCard] = []
        self.changes = ChangeList(self)
        self.zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def arrange(self, width: int) -> int:
        """Place everything for a width and give the height it takes."""
        if not self.cards:
            return 0
        gap, compact = theme.px(GAP), self.cards[0].compact
        least = round(theme.px(128 if compact else 119) * self.zoom)
        columns = max(1, (width + gap) // (least + gap))
        wide = (width - gap * (columns - 1)) / columns
        wide = min(wide, theme.px(178) * self.zoom)
        high = self.cards[0].sizeHint().height()
        for at, card in enumerate(self.cards):
            row, column = divmod(at, columns)
            card.setGeometry(
                QRect(round(column * (wide + gap)), row * (high + gap), round(wide), high)
            )
        rows, over = divmod(len(self.cards), columns)
        bottom = (rows + bool(over)) * (high + gap) - gap
        bottom = self._place_changes(QRect(0, bottom - high, width, high), over, wide + gap)
        self.setFixedHeight(bottom)
        return bottom

    def _place_changes(self, last: QRect, over: int, step: float) -> int:
        """Put the changes behind the last card, or below; give the height of everything."""
        self.changes.setVisible(bool(self.changes.changes()))
        if not self.changes.changes():
            return last.bottom() + 1
        left = round(over * step)
        wanted = self.changes.sizeHint().height()
        if (
            over
            and last.width() - left >= theme.px(300) * self.zoom
            and wanted <= last.height() + theme.px(8)
        ):
            place = QRect(left, last.top(), last.width() - left, last.height())
        else:
            place = QRect(0, last.bottom() + 1 + theme.px(GAP), last.width(), wanted)
        self.changes.set_room(place.height())
        self.changes.setGeometry(place)
        return max(last.bottom(), place.bottom()) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange(event.size().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), 0)


class TeamPanel(Card):
    """A team. Cards are kept and shown anew, so that a drop repaints little."""

    removed = Signal(object)  # team
    opened = Signal(object)  # team
    lifted = Signal(object, QPointF)  # team, its title carried over this place of the screen
    placed = Signal(object, QPointF)

    def __init__(self, panel: Panel, compact: bool) -> None:
        super().__init__()
        self.panel = panel
        self.compact = compact
        self.grid = CardGrid()
        self._title = label("", "card")
        self._before, self._after = MarkLabel(size=12), MarkLabel(size=16)
        self._former = label("", "cell2")
        self._arrow = IconView("arrow-right-thin", 14)
        self._chip = Chip("", "grey")
        self._note = Elided("", "note")
        self._pressed: QPointF | None = None
        self._lifted = False
        self._build()
        self.show_panel(panel, compact)

    def _build(self) -> None:
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = icon_button(
            "close", "从画板上拿开这个班子（已作的调整保留）", self._on_removed, small=True
        )
        radar = icon_button("radar", "打开研判分析", self._on_opened, small=True)
        self._buttons = (radar, close)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        for each in (
            self._title,
            self._before,
            self._former,
            self._arrow,
            self._after,
            self._chip,
        ):
            row.addWidget(each)
        row.addWidget(self._note, 1)
        for button in self._buttons:
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self.grid)
        self.body.addStretch(1)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.setContentsMargins(SIDES // 2, 6, SIDES // 2, 10)

    def cards(self) -> list[SeatCard]:
        """The cards, in post order."""
        return self.grid.cards

    def set_zoom(self, zoom: float) -> None:
        """Take another size; the title grows with the cards where it would look lost."""
        self.grid.zoom = self.grid.changes.zoom = zoom
        set_role(self._title, "title" if zoom >= 1.5 else "section" if zoom >= 1.2 else "card")
        for card in self.grid.cards:
            card.set_zoom(zoom)

    def set_bare(self, bare: bool) -> None:
        """Leave the buttons out: in a meeting the team alone is seen, and keys stay on cards."""
        for button in self._buttons:
            button.setVisible(not bare)
        focus = Qt.FocusPolicy.NoFocus if bare else Qt.FocusPolicy.TabFocus
        self.grid.changes.setFocusPolicy(focus)

    def show_panel(self, panel: Panel, compact: bool) -> bool:
        """Show another state; True when cards were made anew and wait to be connected."""
        fresh = self._keep_cards(panel.seats, compact)
        self.panel = panel
        self._show_title(panel)
        self.grid.changes.show_changes(panel.changes)
        self.grid.arrange(max(self.grid.width(), theme.px(200)))
        return fresh

    def _show_title(self, panel: Panel) -> None:
        moved = panel.score_before != panel.score_after or panel.state_before != panel.state_after
        self._title.setText(panel.name)
        for each in (self._before, self._former, self._arrow):
            each.setVisible(moved)
        self._before.show_mark(panel.state_before, "")
        self._former.setText(panel.score_before)
        spoken = panel.state_after in ("veto", "unconfigured", "unknown")
        words = f"{panel.word} {panel.score_after}" if spoken else panel.score_after
        self._after.show_mark(panel.state_after, words)
        self._after.setToolTip(f"{panel.word}，{panel.score_after} 分")
        delta = panel.delta
        self._chip.setVisible(moved and delta is not None)
        if delta is not None:
            text = names.signed(delta)
            tone = "grey" if text == "0" else "green" if delta > 0 else "red"
            self._chip.show_text(text, tone)
        self._note.setText(panel.note)

    def _keep_cards(self, seats: tuple[Seat, ...], compact: bool) -> bool:
        same = [each.seat.post for each in self.grid.cards] == [each.post for each in seats]
        if same and compact == self.compact and self.grid.cards:
            for card, seat in zip(self.grid.cards, seats, strict=True):
                if card.seat != seat:
                    if card.seat.person_id != seat.person_id:
                        card.show_picture(None)
                    card.show_seat(seat)
            return False
        self.compact = compact
        for card in self.grid.cards:
            card.hide()
            card.deleteLater()
        self.grid.cards = [SeatCard(seat, compact, self.grid) for seat in seats]
        for card in self.grid.cards:
            card.set_zoom(self.grid.zoom)
            card.show()
        return True

    def height_for(self, width: int) -> int:
        """Give the height the panel takes in a width, placing its cards for it."""
        size = 24 if self.grid.zoom >= 1.5 else 18
        title = max(theme.px(28), QFontMetrics(theme.font(size)).height())
        return self.grid.arrange(width - SIDES - 2) + title + 6 + 10 + 6 + 4

    def _on_removed(self) -> None:
        self.removed.emit(self.panel.team)

    def _on_opened(self) -> None:
        self.opened.emit(self.panel.team)

    # ---- the title carried to another place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        above = event.position().y() < self.grid.y()
        if event.button() == Qt.MouseButton.LeftButton and above:
            self._pressed = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.globalPosition() - self._pressed).manhattanLength()
        if self._lifted or far >= QApplication.startDragDistance():
            self._lifted = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.lifted.emit(self.panel.team, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted, self._pressed, self._lifted = self._lifted, None, False
        self.unsetCursor()
        if lifted:
            self.placed.emit(self.panel.team, event.globalPosition())
