"""The list of candidates: one row painted by a delegate; rows can be dragged onto the board."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import marks, theme
from ui.card.photo import paint_figure
from ui.pages.staffing.people import Row
from ui.widgets.bars import paint_parts

QIndex = QModelIndex | QPersistentModelIndex
HEIGHT = 68


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.name}，{row.score}，{row.status}"
        return row.tip if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    """Rank, figure, name, position, parts; score, structure and eligibility at the right."""

    people = True

    def sizeHint(self, option: QStyleOptionViewItem, index: QIndex) -> QSize:
        return QSize(200, theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QIndex) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        row, rect = model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            edge = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("sunken"))
        bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(bottom, theme.color("line"))
        self._paint_row(painter, rect, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        left = rect.left() + theme.px(8)
        _write(
            painter,
            QRectF(left, rect.top() + theme.px(9), theme.px(24), theme.px(20)),
            row.rank,
            13,
            "text2",
        )
        left += theme.px(26)
        if self.people:
            figure = QRectF(left, rect.top() + theme.px(10), theme.px(36), theme.px(46))
            paint_figure(painter, figure, row.name)
            left += theme.px(44)
        room = QRectF(left, rect.top() + theme.px(7), rect.right() - theme.px(10) - left, 0)
        wide = self._paint_right(painter, room, row)
        room.setRight(room.right() - wide - theme.px(8))
        room.setHeight(theme.px(20))
        name = _write(painter, room, row.name, 14, "text")
        beside = room.adjusted(name + theme.px(6), 0, 0, 0)
        _write(painter, beside, row.note, 12, "text2")
        second = room.translated(0, theme.px(20))
        second.setHeight(theme.px(17))
        _write(painter, second, row.detail, 12, "text2")
        bar = QRectF(room.left(), second.bottom() + theme.px(3), room.width(), theme.px(9))
        paint_parts(painter, bar, row.parts, row.total, faint=row.faint)

    def _paint_right(self, painter: QPainter, room: QRectF, row: Row) -> float:
        """Paint the three figures at the right and give the width they take."""
        gain = "text2" if row.gain == 0 else "green_text" if row.gain > 0 else "red_text"
        tone = {"green": "green_text", "yellow": "yellow_text", "red": "red_text"}.get(
            row.mark, "grey_text"
        )
        metrics = QFontMetrics(theme.font(12))
        most = room.width() * 0.56
        status = metrics.elidedText(
            row.status, Qt.TextElideMode.ElideRight, int(most - theme.px(16))
        )
        wide = max(
            QFontMetrics(theme.font(15, bold=True)).horizontalAdvance(row.score),
            metrics.horizontalAdvance(row.structure),
            metrics.horizontalAdvance(status) + theme.px(16),
        )
        box = QRectF(room.right() - wide, room.top(), wide, theme.px(19))
        score_tone = "text2" if row.faint else "text"
        _write(painter, box, row.score, 15, score_tone, right=True, bold=not row.faint)
        box = box.translated(0, theme.px(19))
        _write(painter, box, row.structure, 12, gain, right=True)
        box = box.translated(0, theme.px(18))
        _write(painter, box, status, 12, tone, right=True)
        side = theme.px(9)
        at = box.right() - metrics.horizontalAdvance(status) - side - theme.px(5)
        marks.paint(painter, QRectF(at, box.center().y() - side / 2, side, side), row.mark)
        return wide


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    size: int,
    tone: str,
    *,
    right: bool = False,
    bold: bool = False,
) -> float:
    """Write one line and give the width it took."""
    font = theme.font(size, bold)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.width()) + 1))
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
    return float(metrics.horizontalAdvance(shown))


class CandidateList(QListView):
    """Rows of one listing. `dragged` when a row is pulled out; Enter puts it where one works."""

    chosen = Signal(object)  # Row
    activated_row = Signal(object)
    opened = Signal(object)
    dragged = Signal(object, QPointF)

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Model(self)
        self._delegate = _Delegate(self)
        self._pressed: QPointF | None = None
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("候选人")
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[Row], *, people: bool) -> None:
        """Show other rows, of people or of posts."""
        kept = self.current()
        self._delegate.people = people
        self._rows.beginResetModel()
        self._rows.rows = tuple(rows)
        self._rows.endResetModel()
        if kept is not None:
            self.choose(kept.id)

    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows.rows

    def current(self) -> Row | None:
        """The row chosen."""
        at = self.currentIndex()
        return self._rows.rows[at.row()] if at.isValid() else None

    def choose(self, id: str) -> None:
        """Choose a row without announcing it."""
        for at, row in enumerate(self._rows.rows):
            if row.id == id:
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(self._rows.index(at))
                self.selectionModel().blockSignals(False)
                return

    def _on_current(self, index: QIndex, former: QIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._rows.rows[index.row()])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        on_row = self.indexAt(event.position().toPoint()).isValid()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.globalPosition() if left and on_row else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.current()
        if self._pressed is None or row is None:
            super().mouseMoveEvent(event)
            return
        far = (event.globalPosition() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit(row, event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        row = self.current()
        if row is not None:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_row.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)
