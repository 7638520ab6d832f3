"""A sentence of tokens: each opens a picker below it, by click or Enter, and takes what is typed.

Whoever derives from it says which pieces there are, what can be chosen and what is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from leadership_model.structure.listing import listed, unlisted
from leadership_model.structure.phrase import Piece
from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Token
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

CONDITION = "condition"
BUILD_TIP = "逐项编辑条件：加条件、成组、且、或、非"
LONGEST = 30  # characters of a token; the rest is in its tool tip


@dataclass(frozen=True, slots=True)
class Choices:
    """What a picker offers: options, whether several are taken, whether others can be typed."""

    options: Sequence[Option] = ()
    many: bool = False
    typed: bool = True


def plain(texts: Sequence[str], *, many: bool = False, typed: bool = False) -> Choices:
    """Offer texts as they are."""
    return Choices([Option(text, text) for text in texts], many, typed)


class TokenLine(QWidget):
    """`taken` carries the slot and the text that was chosen or typed.

    Beside a condition stands a button that asks for it to be built line by line: `building`.
    """

    taken = Signal(str, str)
    building = Signal(object)  # the line itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker: Picker | None = None
        self.builder: QToolButton | None = None
        self.tokens: dict[str, Token] = {}
        self._pieces: tuple[Piece, ...] = ()
        self._slot = ""
        self._home = QWidget(self)
        self._flow = FlowLayout(self._home, 4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self._home)

    # ---- what a sentence says for itself

    def choices(self, slot: str) -> Choices:
        """Say what can be chosen for a slot."""
        raise NotImplementedError

    def fault(self, slot: str, text: str) -> str:
        """Say what is wrong with a typed text; empty when it can be taken."""
        raise NotImplementedError

    def hint(self, slot: str) -> str:
        """Say what a slot wants."""
        raise NotImplementedError

    # ---- showing

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another sentence; nothing is announced, the focus stays where it was."""
        if self.tokens and tuple(pieces) == self._pieces:
            return
        # Of the window, not of the program: that is in the list a piece was just chosen from.
        held = self.window().focusWidget()
        focused = next((slot for slot, token in self.tokens.items() if token is held), "")
        self._pieces = tuple(pieces)
        self._flow.setEnabled(False)  # else every piece shown would lay out all of them anew
        self._flow.clear()
        self.tokens, self.builder = {}, None
        for piece in self._pieces:
            if piece.slot:
                self._add_token(piece)
            elif piece.text.strip(" 。"):
                self._add(label(piece.text.strip(), "body", parent=self._home))
        self._flow.setEnabled(True)
        if focused in self.tokens:
            self.tokens[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add_token(self, piece: Piece) -> None:
        shown = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST]}…"
        hint = self.hint(piece.slot)
        token = Token(shown)
        token.setObjectName(piece.slot)
        token.setToolTip(piece.text if shown != piece.text else hint)
        token.setAccessibleName(f"{hint}：{piece.text}")
        token.clicked.connect(self._on_token)
        self._add(token)
        self.tokens[piece.slot] = token
        if piece.slot == CONDITION:
            self.builder = icon_button("playlist-edit", BUILD_TIP, self._on_build)
            self.builder.setObjectName("build")
            self._add(self.builder)

    def piece(self, slot: str) -> str:
        """Give what stands in a slot."""
        return next((each.text for each in self._pieces if each.slot == slot), "")

    def _on_build(self) -> None:
        self.building.emit(self)

    def _add(self, widget: QWidget) -> None:
        """Add a piece; shown at once, for the layout passes over what is hidden."""
        self._flow.addWidget(widget)
        widget.show()

    def _fit(self) -> None:
        """Give the tokens the height their rows need at this width."""
        self._home.setFixedHeight(max(self._flow.heightForWidth(self.width()), theme.px(28)))

    # ---- picking

    def open_slot(self, slot: str) -> None:
        """Open the picker of a token."""
        text = self.piece(slot)
        offered = self.choices(slot)
        self._slot = slot
        self.picker = Picker(
            offered.options,
            self.hint(slot),
            check=partial(self.fault, slot) if offered.typed else None,
            current=unlisted(text) if offered.many else (text,),
            many=offered.many,
            text=text if offered.typed and not offered.options else "",
            parent=self,
        )
        self.tokens[slot].set_opened(True)
        self.picker.picked.connect(self._on_picked)
        self.picker.destroyed.connect(self._on_closed)
        self.picker.open_at(self.tokens[slot])
        if slot == CONDITION:
            self.picker.resize(max(self.picker.width(), theme.px(520)), self.picker.height())

    def _on_token(self) -> None:
        self.open_slot(self.sender().objectName())

    def _on_picked(self, chosen: object) -> None:
        text = listed(chosen) if isinstance(chosen, tuple) else str(chosen)
        self.taken.emit(self._slot, text)

    def _on_closed(self) -> None:
        for token in self.tokens.values():
            token.set_opened(False)
