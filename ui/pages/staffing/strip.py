"""The strip at the foot: what the plan comes to. Every figure opens who or what is behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.pages.staffing.strip_values import Total
from ui.widgets.buttons import button
from ui.widgets.card import hairline
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label


class Strip(QFrame):
    """Figures at the left, papers at the right."""

    opened = Signal(object)  # id of a total
    shown = Signal()  # other figures are shown
    compare_asked = Signal()
    motion_asked = Signal()
    forms_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._figures: dict[str, QPushButton] = {}
        self._words: tuple[str, ...] = ()
        self.compare = button(
            "前后对比表",
            icon="compare-horizontal",
            tip="班子和要求逐项对比调整前后",
        )
        self.motion = button("动议名单", icon="format-list-numbered", tip="写出动议名单（xlsx）")
        self.forms = button(
            "任免审批表",
            icon="file-document-outline",
            tip="写出调整人员的任免审批表（docx）",
        )
        self.compare.clicked.connect(self.compare_asked)
        self.motion.clicked.connect(self.motion_asked)
        self.forms.clicked.connect(self.forms_asked)
        self._flowing = QWidget()
        self._row = FlowLayout(self._flowing, gap=theme.px(9))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(theme.px(8))
        row.addWidget(self._flowing, 1)
        for each in (self.compare, self.motion, self.forms):
            row.addWidget(each)

    def set_narrow(self, narrow: bool) -> None:
        """Shorten the buttons where there is little room."""
        for each, text in (
            (self.compare, "前后对比表"),
            (self.motion, "动议名单"),
            (self.forms, "任免审批表"),
        ):
            each.setText("" if narrow else text)
            each.setAccessibleName(text)

    def show_totals(self, totals: tuple[Total, ...], able: bool, teams: bool) -> None:
        """Show figures; `able`: whether there is anything to write down, `teams` to compare."""
        if list(self._figures) != [each.id for each in totals]:
            self._make(totals)
        for total in totals:
            figure = self._figures[total.id]
            figure.setText(total.text)
            figure.setEnabled(total.opens)
            figure.setProperty("tone", total.tone)
            figure.setAccessibleName(f"{total.word} {total.text}")
            figure.style().unpolish(figure)
            figure.style().polish(figure)
        for each in (self.motion, self.forms):
            each.setEnabled(able)
        self.compare.setEnabled(teams)
        self._words = tuple(f"{each.word} {each.text}" for each in totals)
        self.shown.emit()

    def words(self) -> tuple[str, ...]:
        """The figures as words."""
        return self._words

    def figure(self, id: str) -> QPushButton:
        """Give the button of a figure."""
        return self._figures[id]

    def _make(self, totals: tuple[Total, ...]) -> None:
        for total in totals:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, theme.px(8), 0)
            row.setSpacing(theme.px(6))
            row.addWidget(label(total.word, "note"))
            figure = button(total.text, self._on_clicked, kind="figure")
            figure.setObjectName(total.id)
            row.addWidget(figure)
            row.addWidget(hairline(vertical=True))
            self._row.addWidget(pair)
            self._figures[total.id] = figure

    def _on_clicked(self) -> None:
        self.opened.emit(self.sender().objectName())
