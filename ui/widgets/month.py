"""Choosing a month: a field that says it and opens a year of months."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from leadership_model import months
from ui import icons, theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label

FIRST, LAST = months.of(1990, 1), months.of(2060, 12)
WRONG = "请输入 1990-01 至 2060-12 之间的月份，如 2026-11"


class MonthPopup(QFrame):
    """A year of months, and a line for typing one."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._month = FIRST
        self._year = FIRST // 12
        self._title = label("", "card")
        self._field = QLineEdit()
        self._field.setPlaceholderText("2026-11")
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        self._buttons: list[QPushButton] = []
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(icon_button("chevron-left", "上一年", self._on_earlier, small=True))
        top.addStretch()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(icon_button("chevron-right", "下一年", self._on_later, small=True))
        grid = QGridLayout()
        grid.setSpacing(4)
        for number in range(12):
            button = QPushButton(f"{number + 1} 月")
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setObjectName(f"month{number + 1}")
            button.clicked.connect(self._on_month)
            grid.addWidget(button, number // 4, number % 4)
            self._buttons.append(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(top)
        layout.addLayout(grid)
        layout.addWidget(self._field)
        layout.addWidget(self._wrong)
        self._field.returnPressed.connect(self._on_typed)

    def open_at(self, month: int, corner: QPoint) -> None:
        """Show the popup with a month chosen."""
        self._month, self._year = month, month // 12
        self._field.setText(months.show_iso(month))
        self._wrong.hide()
        self._show_year()
        self.move(corner)
        self.show()
        self._field.setFocus()
        self._field.selectAll()

    def _show_year(self) -> None:
        self._title.setText(f"{self._year} 年")
        for number, button in enumerate(self._buttons):
            button.setChecked(self._year * 12 + number == self._month)

    def _on_earlier(self) -> None:
        self._turn(-1)

    def _on_later(self) -> None:
        self._turn(1)

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, FIRST // 12), LAST // 12)
        self._show_year()

    def _on_month(self) -> None:
        number = self._buttons.index(self.sender())  # type: ignore[arg-type]
        self._pick(self._year * 12 + number)

    def _on_typed(self) -> None:
        month = months.parse(self._field.text())
        if month is None or not FIRST <= month <= LAST:
            self._wrong.setText(WRONG)
            self._wrong.show()
            self.adjustSize()
            return
        self._pick(month)

    def _pick(self, month: int) -> None:
        self.hide()
        self.picked.emit(month)


class MonthPicker(QToolButton):
    """Shows a month; a click opens the popup; Up and Down step; `picked` carries the new month."""

    picked = Signal(object)

    def __init__(self, month: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = month
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icons.icon("chevron-down"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setFixedWidth(theme.px(104))
        self._popup = MonthPopup(self)
        self._popup.picked.connect(self._on_picked)
        self.clicked.connect(self.open)
        self.show_month(month)

    @property
    def month(self) -> int:
        """The month shown."""
        return self._month

    @property
    def popup(self) -> MonthPopup:
        """What a click opens."""
        return self._popup

    def show_month(self, month: int) -> None:
        """Show another month; nothing is announced."""
        self._month = month
        self.setText(months.show_iso(month))
        self.setAccessibleName(f"基准日期 {months.show_iso(month)}")

    def open(self) -> None:
        """Open the popup below the field."""
        self._popup.open_at(self._month, self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 12}.get(event.key())
        step = -12 if event.key() == Qt.Key.Key_PageDown else step
        if step is None:
            super().keyPressEvent(event)
        else:
            self._on_picked(min(max(self._month + step, FIRST), LAST))

    def _on_picked(self, month: int) -> None:
        if month != self._month:
            self.show_month(month)
            self.picked.emit(month)
