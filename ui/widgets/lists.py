"""A list of two lines a row: for plans, saved queries, posts; rows are plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, marks, theme
from ui.porter import Pull, porter_of

QIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One row: title, a second line, words at the right (two lines), a mark or an icon.

    `section` without an id makes a row that only heads others and cannot be chosen.
    """

    id: str
    title: str
    note: str = ""
    right: str = ""
    right_note: str = ""
    right_tone: str = "text2"
    mark: str = ""
    icon: str = ""
    icon_tone: str = "text2"
    section: bool = False


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[ListItem, ...] = ()

    def rowCount(self, parent: QIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: QIndex, role: int = 0) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.items[index.row()].title
        if role == Qt.ItemDataRole.ToolTipRole:
            item = self.items[index.row()]
            return f"{item.title}\n{item.note}" if item.note else item.title
        return None

    def flags(self, index: QIndex) -> Qt.ItemFlag:
        if index.isValid() and self.items[index.row()].section:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    """Paints one row; all sizes scale with the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QIndex) -> QSize:
        item = self._item(index)
        return QSize(100, theme.px(26 if item.section else 46 if item.note else 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QIndex) -> None:
        item, rect = self._item(index), QRectF(option.rect)
        painter.save()
        if item.section:
            self._paint_section(painter, rect, item)
        else:
            self._paint_row(painter, rect, item, option)
        painter.restore()

    def _item(self, index: QIndex) -> ListItem:
        model = index.model()
        assert isinstance(model, _Model)
        return model.items[index.row()]

    def _paint_section(self, painter: QPainter, rect: QRectF, item: ListItem) -> None:
        painter.fillRect(rect, theme.color("sunken"))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        room = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), item.title)
        both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, int(both), item.right)

    def _paint_row(
        self, painter: QPainter, rect: QRectF, item: ListItem, option: QStyleOptionViewItem
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("sunken"))
        bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(bottom, theme.color("line"))
        left = rect.left() + theme.px(9)
        side = theme.px(14)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        if item.mark:
            marks.paint(painter, box.adjusted(2, 2, -2, -2), item.mark)
        elif item.icon:
            icons.paint(painter, box, item.icon, theme.color(item.icon_tone))
        left += side + theme.px(8) if item.mark or item.icon else 0
        room = QRectF(left, rect.top(), rect.right() - theme.px(8) - left, rect.height())
        _paint_lines(painter, room, item)


def _paint_lines(painter: QPainter, room: QRectF, item: ListItem) -> None:
    half = room.height() / 2
    upper = room.adjusted(0, theme.px(3), 0, -half) if item.note else room
    lower = room.adjusted(0, half, 0, -theme.px(4))
    center = Qt.AlignmentFlag.AlignVCenter
    right = center | Qt.AlignmentFlag.AlignRight
    lines = (
        (upper, 13, item.title, "text", item.right, item.right_tone),
        (lower, 12, item.note, "text2", item.right_note, "text2"),
    )
    for place, size, words, tone, aside, aside_tone in lines[: 2 if item.note else 1]:
        painter.setFont(theme.font(size))
        metrics = QFontMetrics(theme.font(size))
        width = metrics.horizontalAdvance(aside) + theme.px(8) if aside else 0
        painter.setPen(theme.color(aside_tone))
        painter.drawText(place, int(right), aside)
        painter.setPen(theme.color(tone))
        free = int(place.width() - width)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, free)
        painter.drawText(place, int(center), shown)


class TwoLineList(QListView):
    """Shows rows and announces the id of the one chosen, and of the one double-clicked."""

    chosen = Signal(object)
    activated_id = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Model(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._pull = Pull()
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    def show_items(self, items: Sequence[ListItem]) -> None:
        """Show other rows; the one chosen stays chosen if it is still there (unannounced)."""
        kept = self.current_id()
        self._rows.beginResetModel()
        self._rows.items = tuple(items)
        self._rows.endResetModel()
        if kept:
            self.choose(kept, announce=False)

    def items(self) -> tuple[ListItem, ...]:
        """The rows shown."""
        return self._rows.items

    def current_id(self) -> str:
        """The id of the row chosen, or an empty text."""
        at = self.currentIndex()
        return self._rows.items[at.row()].id if at.isValid() else ""

    def choose(self, id: str, *, announce: bool = True) -> None:
        """Choose a row by its id."""
        for row, item in enumerate(self._rows.items):
            if item.id == id and not item.section:
                self.selectionModel().blockSignals(not announce)
                self.setCurrentIndex(self._rows.index(row))
                self.selectionModel().blockSignals(False)
                self.viewport().update()
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        self._pull.press(event, (self._rows.items[at.row()].id,) if at.isValid() else ())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        porter = porter_of(self)
        if self._pull.far(event) and porter is not None:
            porter.begin(self._pull.end(), event.globalPosition())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pull.end()
        super().mouseReleaseEvent(event)

    def _on_current(self, index: QIndex, former: QIndex) -> None:
        if index.isValid() and not self._rows.items[index.row()].section:
            self.chosen.emit(self._rows.items[index.row()].id)

    def _on_activated(self, index: QIndex) -> None:
        if not self._rows.items[index.row()].section:
            self.activated_id.emit(self._rows.items[index.row()].id)
