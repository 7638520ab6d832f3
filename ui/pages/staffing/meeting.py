"""会议模式: the board over the whole screen, worked by keys alone; Esc leaves.

The board and the bench themselves stand here meanwhile, so that every key does what it does on the
page. The mouse reaches nothing: no tip, no menu, no card of a person can open before an audience.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import Elided, label

if TYPE_CHECKING:
    from ui.pages.staffing.page import StaffingPage

HELP = (
    "方向键 选岗位　M 拿起／放下　Delete 移到待安排　P 固定　Ctrl+Z 撤销　Ctrl+Y 重做　"
    "+ − 缩放　Esc 退出"
)


class Meeting(QDialog):
    """Shows title, board, bench and figures, and nothing else."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page.window(), Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("会议模式")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setGeometry(page.window().screen().geometry())  # also where nobody manages windows
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._page = page
        self._chosen = page.keys.chosen
        self._title, self._note = label("", "title"), Elided("", "body")
        self._figures, self._help = Elided("", "section"), Elided(HELP, "note")
        self._ground = QWidget()
        self._ground.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._build()
        page.hand.stand_in(self)
        page.plan.changed.connect(self.show_plan)
        page.hand.taken.connect(self._on_taken)
        page.strip.shown.connect(self._show_figures)
        self._take_keys()
        self.show_plan()

    def _build(self) -> None:
        page = self._page
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        inside = QVBoxLayout(self._ground)
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inside.setSpacing(theme.px(10))
        inside.addLayout(head)
        inside.addWidget(page.board, 1)
        inside.addWidget(page.bench)
        inside.addWidget(self._figures)
        inside.addWidget(self._help)
        page.bench.setFixedHeight(theme.px(104))
        page.board.set_bare(True)
        page.board.show()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._ground)

    def _take_keys(self) -> None:
        page = self._page
        keys, view = page.keys, page.view
        for each in (keys.pick, keys.put, keys.carry, keys.bench, keys.pin, keys.cards):
            self.addAction(each)
        for each in (view.larger, view.smaller, view.usual, view.earlier, view.later):
            self.addAction(each)
        for made, shortcut in (
            (page.plan.stack.createUndoAction(self), "Ctrl+Z"),
            (page.plan.stack.createRedoAction(self), "Ctrl+Y"),
        ):
            made.setShortcut(shortcut)
            self.addAction(made)

    def give_back(self) -> None:
        """Put board and bench back where they belong."""
        page = self._page
        page.plan.changed.disconnect(self.show_plan)
        page.hand.taken.disconnect(self._on_taken)
        page.strip.shown.disconnect(self._show_figures)
        page.hand.release()
        page.hand.stand_in(page)
        page.board.set_bare(False)
        page.take_board()
        page.window().activateWindow()
        if page.keys.chosen is not None and page.keys.chosen >= 0:
            page.board.select(page.keys.chosen)

    # ---- showing

    def show_plan(self) -> None:
        """Show what the plan is called and holds."""
        situation = self._page.plan.situation
        if situation is None:
            self.reject()
            return
        self._title.setText(situation.scenario.label)
        self._note.setText(self._page.header.note())
        self._show_figures()

    def _show_figures(self) -> None:
        self._figures.setText("　".join(self._page.strip.words()))

    def _on_taken(self, person: object) -> None:
        self._note.setText(self._page.header.note())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        cards = self._page.board.cards()
        there = {card.seat.post for card in cards}
        chosen = self._chosen if self._chosen in there else None
        if chosen is None and cards:
            chosen = cards[0].seat.post
        if chosen is not None:
            self._page.board.select(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.board.verticalScrollBar().setValue(0)  # it was scrolled for less room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._page.hand.held is not None:
            self._page.hand.release()
        else:
            super().keyPressEvent(event)
