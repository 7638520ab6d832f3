"""The pieces of the card, as layouts made from its facts."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import names, theme
from ui.card.facts import CardFacts
from ui.card.photo import Photo
from ui.widgets.card import hairline
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import MarkLabel, label

NAME_WIDTH = 60
TONES = {"优秀": "accent", "称职": "", "缺": "grey"}


class Dot(QWidget):
    """The dot before a career line; the present one is accented."""

    def __init__(self, live: bool) -> None:
        super().__init__()
        self._live = live
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(10), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if self._live else "line2"))
        side = theme.px(6)
        painter.drawEllipse(QRectF(1, theme.px(9) - side / 2, side, side))


def head(facts: CardFacts, photo: Photo) -> QHBoxLayout:
    """Photo at the left; name, headline, position and two lines of notes beside it."""
    row, words, first = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
    row.setSpacing(12)
    words.setSpacing(3)
    first.setSpacing(8)
    first.addWidget(label(facts.name, "section"))
    first.addWidget(label(facts.headline, "note"), 1)
    words.addLayout(first)
    words.addWidget(label(facts.position, "cell", wrap=True))
    for line in facts.lines:
        words.addWidget(label(line, "note", wrap=True))
    words.addStretch(1)
    row.addWidget(photo, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def fields(pairs: Sequence[tuple[str, str]]) -> QGridLayout:
    """Names at the left, values at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, theme.px(NAME_WIDTH))
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(pairs):
        grid.addWidget(label(name, "note"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, "cell", wrap=True), row, 1)
    return grid


def gap(start: int, end: int) -> QHBoxLayout:
    """Say where the career has a gap."""
    row = QHBoxLayout()
    until = names.month(end - 1)
    row.addWidget(
        MarkLabel(
            "unknown", f"空档 {names.month(start)} 至 {until}，{names.span(end - start)}，待核", 12
        )
    )
    row.addStretch(1)
    return row


def career_line(month: str, text: str, live: bool) -> QHBoxLayout:
    """Show one line of the career."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(Dot(live), 0, Qt.AlignmentFlag.AlignTop)
    when = label(month, "note")
    when.setFixedWidth(theme.px(54))
    row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, "cell", wrap=True), 1)
    return row


def appraisals(facts: CardFacts) -> QGridLayout:
    """Six years, each with its result."""
    grid = QGridLayout()
    grid.setSpacing(3)
    for column, (year, result) in enumerate(facts.appraisals):
        chip = Chip(result if len(result) <= 2 else result[:3], TONES.get(result, "yellow"))
        chip.setToolTip(f"{year} 年：{result}")
        grid.addWidget(chip, 0, column, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(label(str(year), "note"), 1, column, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(column, 1)
    return grid


def notes(facts: CardFacts) -> QGridLayout:
    """Sanctions, relatives, rules near their limits, tags, legal bases on own posts, reserve."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, theme.px(NAME_WIDTH - 16))
    grid.setColumnStretch(1, 1)
    limits = facts.limits or (("green", "无"),)
    for row, (name, column) in enumerate(
        (
            ("处分", _marked(facts.sanctions)),
            ("亲属", _plain(facts.relatives)),
            ("近限", _marked(limits)),
        )
    ):
        grid.addWidget(label(name, "note"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column, row, 1)
    if facts.tags:
        holder = QWidget()
        flow = FlowLayout(holder, gap=4)
        for tag in facts.tags:
            flow.addWidget(Chip(tag))
        grid.addWidget(label("标签", "note"), 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(holder, 3, 1)
    if facts.law:
        grid.addWidget(label("依据", "note"), 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_plain(facts.law), 4, 1)
    if facts.cultivated:
        grid.addWidget(label("储备", "note"), 5, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_plain(facts.cultivated), 5, 1)
    return grid


def _marked(lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    for mark, text in lines:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(MarkLabel(mark, "", 12), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "cell", wrap=True), 1)
        column.addLayout(row)
    return column


def _plain(lines: Sequence[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(3)
    for text in lines:
        column.addWidget(label(text, "cell", wrap=True))
    return column


def fill_leaving(column: QVBoxLayout, lines: Sequence[tuple[str, str, str]]) -> None:
    """Say what breaks if this person leaves."""
    column.setSpacing(5)
    column.addWidget(hairline())
    column.addWidget(label("若离任 · 对班子的影响", "note"))
    for mark, text, change in lines:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(MarkLabel(mark, "", 12), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "cell", wrap=True), 1)
        if change:
            row.addWidget(label(change, "error" if change.startswith(names.MINUS) else "good"))
        column.addLayout(row)
