"""A sentence of words and tokens; a token is changed in place, by mouse or by Tab and Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leadership_model.elements.describe import Piece
from leadership_model.elements.edit import Choices
from ui import theme
from ui.widgets.chips import Token
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

LONGEST = 44  # characters of a token; the rest is in its tool tip


class TokenSentence(QWidget):
    """`asked` carries the slot of a token that was clicked; `picked` slot and what was chosen."""

    asked = Signal(str)
    picked = Signal(str, object)

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self.setObjectName("plain")
        self._role = role
        self._slot = ""
        self.picker: Picker | None = None
        self.tokens: dict[str, Token] = {}
        self._flow = FlowLayout(self, 4)

    def show_pieces(self, pieces: Sequence[Piece], *, fixed: bool = False) -> None:
        """Show another sentence; with `fixed` nothing in it can be changed."""
        # Of the window, not of the program: that is in the list a piece was just chosen from.
        held = self.window().focusWidget()
        focused = next((slot for slot, token in self.tokens.items() if token is held), "")
        self._flow.clear()
        self.tokens = {}
        for piece in pieces:
            if piece.slot:
                self._add_token(piece, fixed=fixed)
            elif piece.text.strip():
                words = label(piece.text.strip(), self._role)
                words.setMinimumHeight(theme.px(28))  # in one line with the tokens beside it
                self._add(words)
        if focused in self.tokens:
            self.tokens[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def text(self) -> str:
        """The sentence as it reads."""
        return " ".join(getattr(each, "text", str)() for each in self._flow.widgets())

    def open(self, slot: str, found: Choices, check: Callable[[str], str]) -> Picker:
        """Open the picker of a token; `check` says what is wrong with a typed text."""
        self._slot = slot
        self.picker = Picker(
            [Option(id, words) for id, words in found.options],
            found.hint,
            check=check if found.typed else None,
            current=found.current,
            many=found.many,
            text=found.text,
            parent=self,
        )
        self.tokens[slot].set_opened(True)
        self.picker.picked.connect(self._on_picked)
        self.picker.destroyed.connect(self._on_closed)
        self.picker.open_at(self.tokens[slot])
        return self.picker

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add_token(self, piece: Piece, *, fixed: bool) -> None:
        shown = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST]}…"
        token = Token(shown, fixed=fixed)
        token.setObjectName(piece.slot)
        token.setToolTip(piece.text if shown != piece.text else "单击或按 Enter 更改")
        token.setAccessibleName(f"{piece.text}，可更改")
        if fixed:
            token.setEnabled(False)
        token.clicked.connect(self._on_token)
        self._add(token)
        self.tokens[piece.slot] = token

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        widget.show()  # the layout passes over what is hidden

    def _fit(self) -> None:
        wanted = self._flow.heightForWidth(max(self.width(), theme.px(200)))
        self.setFixedHeight(max(wanted, theme.px(28)))

    def _on_token(self) -> None:
        self.asked.emit(self.sender().objectName())

    def _on_picked(self, chosen: object) -> None:
        self.picked.emit(self._slot, chosen)

    def _on_closed(self) -> None:
        for token in self.tokens.values():
            token.set_opened(False)
