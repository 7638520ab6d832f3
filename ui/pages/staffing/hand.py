"""The hand: cards carried by the mouse or by keys, with a preview of what letting go would do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from leadership_model.errors import UserError
from ui import names, theme
from ui.ask import Asker
from ui.pages.staffing.bench import Bench
from ui.pages.staffing.board import Board
from ui.pages.staffing.bubble import Bubble
from ui.pages.staffing.card import SeatCard
from ui.pages.staffing.drag import Carrying
from ui.pages.staffing.effect import Effect, effect
from ui.pages.staffing.plan import Plan
from ui.pages.staffing.seats import Seat, title_of

if TYPE_CHECKING:
    from leadership_model.staffing.move import Move

BENCH = -1  # the bench as a place to put somebody


class Hand(QObject):
    """Takes people up and puts them down. `refused` carries a sentence, `taken` who is held."""

    refused = Signal(str)
    taken = Signal(object)  # person held by keys, or None

    def __init__(self, page: QWidget, plan: Plan, board: Board, bench: Bench, ask: Asker) -> None:
        super().__init__(page)
        self._ask = ask
        self._page, self._plan, self._board, self._bench = page, plan, board, bench
        self.bubble = Bubble(page)
        self.carrying = Carrying(page)
        self.held: int | None = None  # by keys
        self._over: int | None = None
        self._source: SeatCard | None = None
        self.carrying.moved.connect(self._on_moved)
        self.carrying.dropped.connect(self._on_dropped)
        self.carrying.given_up.connect(self.clear)

    def stand_in(self, page: QWidget) -> None:
        """Show bubble and carried card inside another widget."""
        self._page = page
        for each in (self.bubble, self.carrying.floating):
            each.hide()
            each.setParent(page)
        self.carrying.stand_in(page)

    # ---- by mouse

    def drag(self, seat: Seat, person: int, at: QPointF, card: SeatCard | None) -> None:
        """Take a card into the hand of the mouse."""
        self.release()
        if not self._plan.ready:
            return
        self._source = card
        if card is not None:
            card.set_carried(True)
        size = card.size() if card is not None else QSize(theme.px(140), theme.px(74))
        zoom = 1.0 if card is None else card.zoom
        self.carrying.take(person, seat, size, at, zoom)

    def hover(self, person: int, at: QPointF) -> None:
        """Show what letting somebody go over a point of the screen would do."""
        self._aim(person, self.place_at(at.toPoint()))

    def _on_moved(self, person: int, at: QPointF) -> None:
        self.hover(person, at)

    def _on_dropped(self, person: int, at: QPointF) -> None:
        place = self.place_at(at.toPoint())
        swaps = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        self.clear()
        if place is not None:
            self.put(person, place, swaps=swaps)

    def place_at(self, where: QPoint) -> int | None:
        """Give the post below a point of the screen, or the bench; None where neither is."""
        card = self._board.card_at(where)
        if card is not None:
            return card.seat.post
        well = self._bench.well
        inside = well.visibleRegion().boundingRect().contains(well.mapFromGlobal(where))
        return BENCH if inside and well.isVisible() else None

    # ---- by keys

    def pick(self, person: int) -> None:
        """Take a person up by keys."""
        self.held = person
        self.taken.emit(person)

    def release(self) -> None:
        """Let go of whoever is held by keys."""
        if self.held is not None:
            self.held = None
            self.clear()
            self.taken.emit(None)

    def look_at(self, post: int) -> None:
        """Show what putting the held person on a post would do."""
        if self.held is not None and post >= 0:
            self._aim(self.held, post)

    def put_held(self, post: int) -> None:
        """Put the held person down."""
        person = self.held
        if person is not None:
            self.release()
            self.put(person, BENCH if post < 0 else post)

    # ---- aiming and putting

    def _aim(self, person: int, place: int | None) -> None:
        if place == self._over:
            return
        self._mark(self._over, on=False)
        self._over = place
        if place is None:
            self.bubble.hide()
            return
        self._mark(place, on=True)
        found = self._effect(person, place)
        if found is None:
            self.bubble.hide()
        else:
            self.bubble.show_effect(found, self._rect(place))
            self.carrying.floating.raise_()

    def _effect(self, person: int, place: int) -> Effect | None:
        situation = self._plan.situation
        if situation is None:
            return None
        try:
            moves = self._moves(person, place)
            self._plan.refuse_withheld(moves)
            then = self._plan.preview(moves) if moves else None
        except UserError as error:
            self.refused.emit(error.sentence)
            return None
        if then is None:
            return None
        name = names.person_name(situation.base.snapshot, person)
        where = "待安排" if place == BENCH else title_of(situation, place)
        taken = place != BENCH and int(situation.world.seating.holder[place]) >= 0
        seated = len(situation.world.seating.posts_of(person)) > 0
        hint = "按住 Alt 放下则两人对调" if taken and seated and self.held is None else ""
        ahead = self._plan.ahead
        known = ahead if ahead is not None and ahead.fits(situation) else None
        return effect(situation, then, f"{name} → {where}", person, hint, known)

    def _moves(self, person: int, place: int, *, swaps: bool = False) -> "tuple[Move, ...]":
        """Give the moves that put a person somewhere; none when the person is there already."""
        from leadership_model.staffing.move import Move
        from leadership_model.staffing.situation import swap

        situation = self._plan.situation
        assert situation is not None
        id, seating = situation.base.person_ids[person], situation.world.seating
        if place == BENCH:
            held = seating.posts_of(person).tolist()
            return (Move(kind="remove", person=id),) if held else ()
        if int(seating.holder[place]) == person:
            return ()
        if swaps:
            return swap(situation, person, place)
        return (Move(kind="appoint", person=id, post=situation.base.post_ids[place]),)

    def put(self, person: int, place: int, *, swaps: bool = False) -> None:
        """Put a person on a post or the bench: one step that can be taken back."""
        situation = self._plan.situation
        if situation is None:
            return
        pinned = frozenset(situation.folded.pinned)
        touched = {place, *situation.world.seating.posts_of(person).tolist()} & pinned
        if touched:
            words = "、".join(title_of(situation, post) for post in sorted(touched))
            self.refused.emit(f"{words}已固定，请先选中它按 P 取消固定，再作调整。")
            return
        try:
            moves = self._moves(person, place, swaps=swaps)
            self._plan.make(self._allowed(moves))
        except UserError as error:
            self.refused.emit(error.sentence)
            return
        if place != BENCH:
            self._board.select(place)

    def put_all(self, moves: "tuple[Move, ...]", text: str) -> None:
        """Make several appointments as one step, as far as rules and pins allow."""
        situation = self._plan.situation
        if situation is None:
            return
        pinned = {situation.base.post_ids[post] for post in situation.folded.pinned}
        if any(move.post in pinned for move in moves):
            self.refused.emit("其中有岗位已固定，请先选中它按 P 取消固定，再作调整。")
            return
        try:
            self._plan.make(self._allowed(moves), text)
        except UserError as error:
            self.refused.emit(error.sentence)

    def _allowed(self, moves: "tuple[Move, ...]") -> "tuple[Move, ...]":
        """Stop moves that a rule forbids until somebody says how: an exception, or a draft."""
        from leadership_model.staffing.decision import decided
        from ui.pages.staffing.exception import ExceptionDialog

        if self._plan.withholds(moves):
            return ()
        then = self._plan.preview(moves) if moves and not self._plan.locked else None
        if then is None:
            return moves
        first = len(self._plan.scenario.done)
        bars = [each for each in then.conflicts if each.blocks and each.move >= first]
        if not bars:
            return moves
        late = decided(self._plan.choices.stage)
        dialog = ExceptionDialog(then, bars, self._page.window(), late=late)
        allowed = self._ask.show(dialog)
        self._page.window().activateWindow()  # keys go on where they were
        if not allowed:
            return ()
        concerned = {each.move - first for each in bars}
        return tuple(
            dialog.filled(move) if at in concerned else move for at, move in enumerate(moves)
        )

    def clear(self) -> None:
        """Take away every mark of carrying."""
        self._mark(self._over, on=False)
        self._over = None
        self.bubble.hide()
        if self._source is not None:
            self._source.set_carried(False)
            self._source = None

    def end(self) -> None:
        """Let go of everything, for example because the page is left."""
        self.carrying.end()
        self.held = None
        self._source = None
        self._over = None
        self.bubble.hide()

    def _mark(self, place: int | None, *, on: bool) -> None:
        if place == BENCH:
            self._bench.well.set_target(on)
        elif place is not None:
            card = self._board.card(place)
            if card is not None:
                card.set_target(on)

    def _rect(self, place: int) -> QRectF:
        widget: QWidget | None = self._bench if place == BENCH else self._board.card(place)
        if widget is None:
            return QRectF(self._page.rect())
        corner = widget.mapTo(self._page, QPoint(0, 0))
        found = QRectF(QPointF(corner), widget.size().toSizeF())
        floating = self.carrying.floating
        if place != BENCH and floating.isVisible():
            found.setRight(found.right() + floating.width() * 0.7)  # not below the carried card
        return found
