"""The board: panels of teams beside and below each other, and how one walks over their cards."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui import theme
from ui.card.pictures import Pictures
from ui.pages.staffing.card import SeatCard
from ui.pages.staffing.differences import Change
from ui.pages.staffing.panel import TeamPanel
from ui.pages.staffing.seats import Panel

GAP = 10
TWO_COLUMNS = 1080  # px of board from which two panels stand side by side


class Board(QScrollArea):
    """Shows panels. Cards and panels are kept where they can be, so that a drop repaints little."""

    chosen = Signal(object)  # post
    opened = Signal(object)  # post
    dragged = Signal(object, QPointF)
    menu_asked = Signal(object, QPointF)
    team_removed = Signal(object)
    team_opened = Signal(object)
    change_opened = Signal(object)
    changes_asked = Signal()
    team_placed = Signal(object, object)  # team, place among the panels it is to take
    zoom_asked = Signal(object)  # +1 larger, -1 smaller

    def __init__(self) -> None:
        super().__init__()
        self._ground = QWidget()
        self._ground.setObjectName("plain")
        self.setWidget(self._ground)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panels: list[TeamPanel] = []
        self.compact = False
        self.zoom = 1.0
        self._bare = False
        self._pictures = Pictures()
        self._target = QFrame(self._ground)
        self._target.setObjectName("droptarget")
        self._target.hide()

    # ---- content

    def show_panels(self, panels: tuple[Panel, ...], *, compact: bool = False) -> None:
        """Show other states of the teams, or other teams."""
        self.compact = compact
        if [each.panel.team for each in self.panels] != [each.team for each in panels]:
            self._make(panels)
        for panel, now in zip(self.panels, panels, strict=True):
            panel.set_zoom(self.zoom)
            panel.set_bare(self._bare)
            if panel.show_panel(now, self._compact(panel)):
                self._connect(panel)
        self._show_pictures()
        self.arrange()

    def _make(self, panels: tuple[Panel, ...]) -> None:
        kept = {each.panel.team: each for each in self.panels}
        self.panels = []
        for each in panels:
            panel = kept.pop(each.team, None)
            if panel is None:
                panel = TeamPanel(each, self.compact)
                panel.setParent(self._ground)
                panel.removed.connect(self.team_removed)
                panel.opened.connect(self.team_opened)
                panel.lifted.connect(self._on_lifted)
                panel.placed.connect(self._on_placed)
                panel.grid.changes.opened.connect(self._on_change)
                panel.grid.changes.more.connect(self.changes_asked)
                self._connect(panel)
                panel.show()
            self.panels.append(panel)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller: 1.0 is the usual size."""
        self.zoom = zoom
        for panel in self.panels:
            panel.set_zoom(zoom)
            if panel.show_panel(panel.panel, self._compact(panel)):
                self._connect(panel)
        self._show_pictures()
        self.arrange()

    def set_bare(self, bare: bool) -> None:
        """Show the teams without their buttons, or with them."""
        self._bare = bare
        for panel in self.panels:
            panel.set_bare(bare)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # ---- panels carried by their titles

    def _place_at(self, where: QPointF) -> int:
        """Give the panel below a point of the screen; -1 where there is none."""
        for at, panel in enumerate(self.panels):
            if panel.rect().contains(panel.mapFromGlobal(where).toPoint()):
                return at
        return -1

    def _on_lifted(self, team: int, where: QPointF) -> None:
        at = self._place_at(where)
        self._target.setVisible(at >= 0)
        if at >= 0:
            self._target.setGeometry(self.panels[at].geometry())
            self._target.raise_()

    def _on_placed(self, team: int, where: QPointF) -> None:
        self._target.hide()
        at = self._place_at(where)
        if at >= 0 and self.panels[at].panel.team != team:
            self.team_placed.emit(team, at)

    def _compact(self, panel: TeamPanel) -> bool:
        """Small cards by choice, or for the last of an odd number of panels over two columns."""
        odd = len(self.panels) > 1 and len(self.panels) % 2 == 1 and self._two_columns()
        return self.compact or (odd and panel is self.panels[-1])

    def _connect(self, panel: TeamPanel) -> None:
        for card in panel.cards():
            card.chosen.connect(self.chosen)
            card.opened.connect(self.opened)
            card.dragged.connect(self.dragged)
            card.menu_asked.connect(self.menu_asked)
            card.walked.connect(self._on_walked)

    def _on_change(self, change: Change) -> None:
        self.change_opened.emit(change)

    # ---- photos

    def people_without_picture(self) -> tuple[str, ...]:
        """Give the ids of the people shown whose photo has not been asked for."""
        shown = (card.seat.person_id for card in self.cards())
        return tuple(dict.fromkeys(id for id in shown if id and id not in self._pictures))

    def add_pictures(self, pictures: dict[str, QPixmap]) -> None:
        """Take photos by person id; an empty one says there is none."""
        shown = {card.seat.person_id for card in self.cards()}
        self._pictures.add(pictures, shown)
        self._show_pictures()

    def picture(self, person: str) -> QPixmap | None:
        """Give the photo of a person, if it is there."""
        return self._pictures.get(person)

    def _show_pictures(self) -> None:
        for card in self.cards():
            picture = self._pictures.get(card.seat.person_id)
            if card.picture is not picture:
                card.show_picture(picture)

    # ---- places

    def cards(self) -> list[SeatCard]:
        """All cards, panel by panel."""
        return [card for panel in self.panels for card in panel.cards()]

    def card(self, post: int) -> SeatCard | None:
        """Give the card of a post."""
        return next((each for each in self.cards() if each.seat.post == post), None)

    def card_at(self, where: QPoint) -> SeatCard | None:
        """Give the card below a point of the screen."""
        inside = self.viewport().rect().contains(self.viewport().mapFromGlobal(where))
        if not inside:
            return None
        for card in self.cards():
            if card.isVisible() and card.rect().contains(card.mapFromGlobal(where)):
                return card
        return None

    def select(self, post: int) -> None:
        """Put the focus on a card and bring it into view."""
        card = self.card(post)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card, 8, theme.px(48))  # with the title above the first row

    def _two_columns(self) -> bool:
        return self.viewport().width() >= theme.px(TWO_COLUMNS) * self.zoom and len(self.panels) > 1

    def arrange(self) -> None:
        """Place the panels for the width there is."""
        width, gap = self.viewport().width(), theme.px(GAP)
        columns = 2 if self._two_columns() else 1
        each = (width - gap * (columns - 1)) // columns
        top, at = 0, 0
        while at < len(self.panels):
            row = self.panels[at : at + columns]
            wide = each if len(row) == columns else width
            high = max(panel.height_for(wide) for panel in row)
            for column, panel in enumerate(row):
                panel.setGeometry(QRect(column * (each + gap), top, wide, high))
            top += high + gap
            at += columns
        self._ground.resize(width, max(top - gap, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for panel in self.panels:
            if panel.show_panel(panel.panel, self._compact(panel)):
                self._connect(panel)
                self._show_pictures()
        self.arrange()

    def _on_walked(self, post: int, key: Qt.Key) -> None:
        card = self.card(post)
        if card is None:
            return
        here = _middle(card, self._ground)
        best, least = None, 0.0
        for other in self.cards():
            step = _middle(other, self._ground) - here
            cost = _cost(step, key)
            if other is not card and cost is not None and (best is None or cost < least):
                best, least = other, cost
        if best is not None:
            self.select(best.seat.post)


def _middle(card: SeatCard, ground: QWidget) -> QPointF:
    return QPointF(card.mapTo(ground, card.rect().center()))


def _cost(step: QPointF, key: Qt.Key) -> float | None:
    """Say how far a step in a direction is; None when it leads elsewhere."""
    ahead, aside = {
        Qt.Key.Key_Right: (step.x(), step.y()),
        Qt.Key.Key_Left: (-step.x(), step.y()),
        Qt.Key.Key_Down: (step.y(), step.x()),
        Qt.Key.Key_Up: (-step.y(), step.x()),
    }[key]
    return ahead + 3 * abs(aside) if ahead > 4 else None
