"""The legend of colours above the list: each rule with its mark, name and number; a click opens."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui import icons
from ui.pages.query.shades import TONES, Shade
from ui.widgets.buttons import button
from ui.widgets.emptying import empty
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label

SHAPES = {"green": "circle", "yellow": "triangle", "red": "square", "unknown": "circle-outline"}
COLOURS = {"unknown": "text2"}


class Legend(QWidget):
    """Hidden while no rule is on."""

    opened = Signal(object)  # Shade

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 4)
        self._flow.setContentsMargins(10, 0, 10, 4)
        self.entries: list[tuple[QPushButton, Shade]] = []
        self.hide()

    def show_shades(self, shades: Sequence[Shade]) -> None:
        """Show the rules that are on."""
        empty(self._flow)
        self.entries = []
        self.setVisible(bool(shades))
        if not shades:
            return
        self._flow.addWidget(label("着色", "note"))
        for each in shades:
            words = (
                f"{each.label} {len(each.ids):,}" if not each.wrong else f"{each.label} 不能判定"
            )
            tip = each.wrong or f"{TONES[each.tone]}：{each.sentence}，单击打开名单"
            made = button(words, self._on_clicked, kind="link", tip=tip)
            made.setIcon(icons.icon(SHAPES[each.tone], COLOURS.get(each.tone, each.tone)))
            made.setEnabled(bool(each.ids))
            self.entries.append((made, each))
            self._flow.addWidget(made)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for made, shade in self.entries:
            if made is sender:
                self.opened.emit(shade)
                return
