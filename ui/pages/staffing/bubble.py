"""What a drop would do, in a bubble beside the place: teams, requirements, rules, vacancies."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import icons, marks, names, theme
from ui.pages.staffing.changes import ROW, paint_change
from ui.pages.staffing.effect import Effect, TeamEffect
from ui.widgets.chips import TONES

WIDTH = 430
PAD = 14
WRAP = int(Qt.TextFlag.TextWrapAnywhere)


class Bubble(QWidget):
    """Painted by hand: it is shown anew at every place the card passes over."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.effect: Effect | None = None
        self.hide()

    def show_effect(self, effect: Effect, near: QRectF) -> None:
        """Show an effect beside a rectangle (in the parent's coordinates)."""
        self.effect = effect
        size = self.sizeHint()
        self.resize(size)
        parent = self.parentWidget()
        assert parent is not None
        left = near.right() + theme.px(12)
        if left + size.width() > parent.width():
            left = near.left() - size.width() - theme.px(12)
        left = max(4, min(left, parent.width() - size.width() - 4))
        top = max(4, min(near.top() - theme.px(6), parent.height() - size.height() - 4))
        self.move(QPoint(round(left), round(top)))
        self.setAccessibleName("；".join([effect.title, *(text for _, text in effect.notes)]))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        if self.effect is None:
            return QSize(theme.px(WIDTH), theme.px(60))
        height = theme.px(PAD * 2 + 26)
        height += theme.px(26) * len(self.effect.teams)
        height += theme.px(ROW) * len(self.effect.changes)
        height += theme.px(18)
        height += sum(self._note_height(text) for _, text in self.effect.notes)
        height += theme.px(20) if self.effect.hint else 0
        return QSize(theme.px(WIDTH), height)

    def _note_height(self, text: str) -> int:
        room = theme.px(WIDTH) - 2 * theme.px(PAD) - theme.px(18)
        metrics = QFontMetrics(theme.font(12))
        box = metrics.boundingRect(0, 0, room, 1000, WRAP, text)
        return max(box.height(), metrics.height()) + theme.px(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.effect is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        pad = theme.px(PAD)
        room = QRectF(pad, pad - theme.px(4), self.width() - 2 * pad, theme.px(24))
        painter.setFont(theme.font(14, bold=True))
        painter.setPen(theme.color("text"))
        metrics = QFontMetrics(theme.font(14, bold=True))
        title = metrics.elidedText(
            self.effect.title, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), title)
        row = QRectF(room.left(), room.bottom() + theme.px(4), room.width(), theme.px(26))
        for team in self.effect.teams:
            _paint_team(painter, row, team)
            row = row.translated(0, row.height())
        top = self._line(painter, row.top() + theme.px(3))
        change = QRectF(room.left(), top, room.width(), theme.px(ROW))
        for each in self.effect.changes:
            paint_change(painter, change, each)
            change = change.translated(0, change.height())
        top = change.top() + theme.px(3)
        for mark, text in self.effect.notes:
            top = self._note(painter, top, mark, text)
        if self.effect.hint:
            painter.setPen(theme.color("text2"))
            foot = QRectF(room.left(), top, room.width(), theme.px(18))
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter), self.effect.hint)
        painter.end()

    def _line(self, painter: QPainter, top: float) -> float:
        painter.fillRect(QRectF(2, top, self.width() - 4, 1), theme.color("line"))
        return top + theme.px(5)

    def _note(self, painter: QPainter, top: float, mark: str, text: str) -> float:
        side, pad = theme.px(9), theme.px(PAD)
        high = self._note_height(text)
        marks.paint(painter, QRectF(pad, top + theme.px(4), side, side), mark)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text"))
        room = QRectF(pad + theme.px(18), top, self.width() - 2 * pad - theme.px(18), high)
        painter.drawText(room, WRAP, text)
        return top + high


def _paint_team(painter: QPainter, row: QRectF, team: TeamEffect) -> None:
    """Paint name, mark and score before, mark and score after, what was gained."""
    middle = row.center().y()
    small, large = theme.px(10), theme.px(12)
    painter.setFont(theme.font(12))
    metrics = QFontMetrics(theme.font(12))
    words = QRectF(row.left(), row.top(), row.width() * 0.36, row.height())
    painter.setPen(theme.color("text2"))
    name = metrics.elidedText(
        team.name.removesuffix("领导班子"), Qt.TextElideMode.ElideMiddle, int(words.width())
    )
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), name)
    at = words.right() + theme.px(8)
    marks.paint(painter, QRectF(at, middle - small / 2, small, small), team.state_before)
    at += small + theme.px(5)
    painter.setPen(theme.color("text2"))
    painter.drawText(
        QRectF(at, row.top(), row.right() - at, row.height()),
        int(Qt.AlignmentFlag.AlignVCenter),
        team.score_before,
    )
    at += metrics.horizontalAdvance(team.score_before) + theme.px(6)
    icons.paint(
        painter,
        QRectF(at, middle - small / 2, small, small),
        "arrow-right-thin",
        theme.color("text3"),
    )
    at += small + theme.px(6)
    marks.paint(painter, QRectF(at, middle - large / 2, large, large), team.state_after)
    at += large + theme.px(5)
    painter.setFont(theme.font(14, bold=True))
    painter.setPen(theme.verdict(team.state_after).text)
    painter.drawText(
        QRectF(at, row.top(), row.right() - at, row.height()),
        int(Qt.AlignmentFlag.AlignVCenter),
        team.score_after,
    )
    if team.delta is not None:
        _paint_delta(painter, row, team.delta)


def _paint_delta(painter: QPainter, row: QRectF, delta: float) -> None:
    text = names.signed(delta)
    tone = "grey" if text == "0" else "green" if delta > 0 else "red"
    ground, words = TONES[tone]
    metrics = QFontMetrics(theme.font(12))
    wide = metrics.horizontalAdvance(text) + theme.px(10)
    box = QRectF(row.right() - wide, row.center().y() - theme.px(9), wide, theme.px(18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color(words))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
