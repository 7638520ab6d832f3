"""The drawer at the right: the card of the person looked at last. F4 opens and closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.widgets.buttons import icon_button
from ui.widgets.card import hairline
from ui.widgets.empty import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.card.person import PersonCard


class Drawer(QFrame):
    """356 px wide. While it is pinned another person chosen on a page does not replace the card."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.restyle()
        self._empty = EmptyState(
            "card-account-details-outline",
            "还没有选人",
            "在任意名单中选中一名干部，按空格键、双击或 Ctrl+I，这里显示其卡片。",
        )
        self._context = context
        self.card: PersonCard | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self.pin = icon_button("pin-outline", "固定卡片：选中别人时不更换")
        self.pin.setCheckable(True)
        close = icon_button("close", "收起（F4）", self.closed.emit)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 6)
        head.setSpacing(6)
        head.addWidget(label("干部卡片", "card"))
        head.addWidget(label("F4", "note"))
        head.addStretch(1)
        head.addWidget(self.pin)
        head.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addWidget(self._stack, 1)

    def restyle(self) -> None:
        """Take on the present text scale."""
        self.setFixedWidth(theme.px(356))

    def show_person(self, id: str) -> None:
        """Show the card of a person. The card itself is made when the first one is asked for."""
        if self.card is None:
            from ui.card.person import PersonCard

            self.card = PersonCard(self._context)
            self._stack.addWidget(self.card)
        self.card.show_person(id)
        self._stack.setCurrentWidget(self.card)

    @property
    def person_id(self) -> str:
        """The id of the person shown, or an empty text."""
        return self.card.person_id if self.card is not None else ""

    def clear(self) -> None:
        """Show no card: another database is open, or none."""
        self.pin.setChecked(False)
        if self.card is not None:
            self.card.clear()
        self._stack.setCurrentWidget(self._empty)
