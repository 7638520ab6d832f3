"""待安排: who lost a seat and has none yet. Cards can be dragged out, and others dropped in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import names, theme
from ui.pages.staffing.card import SeatCard
from ui.pages.staffing.seats import Seat, age_line
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.staffing.situation import Situation


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cards of the bench; their `post` is minus two less the person's position."""

    seats: tuple[Seat, ...]


def key_of(person: int) -> int:
    """Give the number under which a person without a seat is chosen: below every post."""
    return -2 - person


def person_of(key: int) -> int:
    """Give the person of such a number."""
    return -2 - key


def waiting(situation: "Situation") -> Waiting:
    """Prepare the cards: who waits, and who leaves for good."""
    folded = situation.folded
    found = [_seat(situation, person, "待定去向") for person in folded.bench]
    found += [_seat(situation, person, "到龄退出") for person in folded.retired]
    return Waiting(tuple(found))


def _seat(situation: "Situation", person: int, words: str) -> Seat:
    from leadership_model.staffing.situation import origin_of

    snapshot = situation.base.snapshot
    origin = [names.post_name(snapshot, post) for post in origin_of(situation, person)]
    former = "原" + "、".join(origin) if origin else names.position_text(snapshot, person)
    name = names.person_name(snapshot, person)
    return Seat(
        post=key_of(person),
        post_id="",
        title=former,
        person=person,
        person_id=situation.base.person_ids[person],
        name=name,
        lines=(
            (age_line(situation, person), "text2"),
            ("", "text2"),
            (words, "yellow_text"),
        ),
        mark="yellow",
        tip=f"{name}\n{former}\n{words}：拖到岗位上即可安排",
    )


class Well(QWidget):
    """A dashed well that takes dropped cards and says so while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=theme.px(8))
        self.flow.setContentsMargins(5, 5, 5, 5)
        self.empty = True
        self._target = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_target(self, on: bool) -> None:
        """Mark it as the place a carried card would be put."""
        if on != self._target:
            self._target = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if self._target else "line2"), 2 if self._target else 1)
        if not self._target:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("accentsoft" if self._target else "sunken"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 6, 6)
        if self.empty:
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text2"))
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignCenter), "拖到此处：移出岗位，进入待安排"
            )


class Bench(QFrame):
    """The well with its title at the left, so that it takes little height."""

    chosen = Signal(object)
    opened = Signal(object)
    dragged = Signal(object, QPointF)
    menu_asked = Signal(object, QPointF)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.well = Well()
        self.note = label("0 人", "note")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.well)
        self.cards: list[SeatCard] = []
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("待安排", "card"))
        words.addWidget(self.note)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addLayout(words)
        row.addWidget(self._area, 1)

    def show_waiting(self, waiting: Waiting) -> None:
        """Show who waits."""
        if [card.seat for card in self.cards] == list(waiting.seats):
            return
        self.well.flow.clear()
        self.cards = []
        for seat in waiting.seats:
            card = SeatCard(seat, True)
            card.setFixedWidth(theme.px(186))
            card.chosen.connect(self.chosen)
            card.opened.connect(self.opened)
            card.dragged.connect(self.dragged)
            card.menu_asked.connect(self.menu_asked)
            self.well.flow.addWidget(card)
            self.cards.append(card)
        self.well.empty = not self.cards
        self.well.update()
        self.note.setText(f"{len(self.cards)} 人")

    def card(self, key: int) -> SeatCard | None:
        """Give the card of somebody who waits."""
        return next((each for each in self.cards if each.seat.post == key), None)
