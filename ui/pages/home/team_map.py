"""The colour map: a cell a team, its state as mark and tint; click and keys open the assessment."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.charts.words import width, write
from ui.pages.home import map_paint
from ui.pages.home.map_layout import CellBox, MapLayout, Sizes, arrange
from ui.pages.home.work import MapRow

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment

ROOMY = 1180  # px at 100 % from which cells have their large size
LEAST = 640  # px at 100 %; a narrower place scrolls aside
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TeamMap(QWidget):
    """Announces positions of teams; `row_asked` carries (name, teams) of a row."""

    opened = Signal(object)
    pointed = Signal(object, object)  # team or None, where its cell lies in the map
    menu_asked = Signal(object, object)  # team, global place
    row_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MapRow, ...] = ()
        self._survey: tuple[Assessment, ...] | None = None
        self._layout: MapLayout | None = None
        self._sprites = map_paint.Sprites()
        self._narrow = self._dense = False
        self._over: int | None = None
        self.current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("班子状态图")

    def show_rows(self, rows: Sequence[MapRow], survey: "tuple[Assessment, ...] | None") -> None:
        """Show other teams or states; before there is a survey the cells are empty."""
        same = self._layout is not None and tuple(rows) == self._rows
        former, self._survey = self._survey, survey
        if not same:
            self._rows = tuple(rows)
            self._arrange()
        elif former is None or survey is None:
            self.update()
        else:
            self._update_others(former, survey)

    def _update_others(
        self, former: "tuple[Assessment, ...]", survey: "tuple[Assessment, ...]"
    ) -> None:
        """Paint the cells of the teams judged anew; all lies where it lay."""
        for cell in self.layout_shown().cells:
            if former[cell.team] is not survey[cell.team]:
                self.update(cell.rect.toAlignedRect().adjusted(-2, -2, 2, 2))

    def set_narrow(self, narrow: bool) -> None:
        """Take the sizes of a narrow or a wide window."""
        self._narrow = narrow
        self._arrange()

    def layout_shown(self) -> MapLayout:
        """Where everything lies now."""
        if self._layout is None:
            self._arrange()
        assert self._layout is not None
        return self._layout

    def sizeHint(self) -> QSize:
        return QSize(600, round(self.layout_shown().height) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._arrange()

    def _arrange(self) -> None:
        self._dense = self._narrow or self.width() < theme.px(ROOMY)
        sizes = Sizes.of(self._dense, theme.px(100) / 100)
        self._layout = arrange(self._rows, max(self.width(), theme.px(LEAST)), sizes)
        self.setFixedHeight(round(self._layout.height) + 2)
        self.update()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, dirty = self.layout_shown(), QRectF(event.rect())
        for box in layout.rows:
            if box.rect.intersects(dirty):
                self._paint_row(painter, box.rect, box.label, box.share, box.row)
        for place, text in layout.sections:
            write(painter, place, text)
        for cell in layout.cells:
            if cell.rect.intersects(dirty):
                self._paint_cell(painter, cell)
        painter.end()

    def _paint_row(
        self, painter: QPainter, rect: QRectF, label: QRectF, share: QRectF, row: MapRow
    ) -> None:
        painter.fillRect(QRectF(0, rect.top(), rect.width(), 1), theme.color("line"))
        count = "" if row.area.county else str(row.count)
        room = label.adjusted(0, 0, -theme.px(14) - width(count), 0)
        size = 13 if width(row.area.name, 13) <= room.width() else 12
        write(painter, room, row.area.name, tone="text", size=size)
        write(painter, label.adjusted(0, 0, -theme.px(12), 0), count, side="right")
        if self._survey is not None and row.count:
            text = f"{row.green / row.count * 100:.0f} %"
            write(painter, share, text, tone="text", size=13, side="right")

    def _paint_cell(self, painter: QPainter, cell: CellBox) -> None:
        found = None if self._survey is None else self._survey[cell.team]
        self._sprites.paint(painter, cell, found, self._dense)
        if cell.team in (self._over, self.current if self.hasFocus() else None):
            map_paint.paint_ring(painter, cell.rect, cell.large)

    # ---- pointing and opening

    def cell_at(self, point: QPointF) -> CellBox | None:
        """Give the cell under a point."""
        cells = self.layout_shown().cells
        return next((each for each in cells if each.rect.contains(point)), None)

    def cell_of(self, team: int | None) -> CellBox | None:
        """Give the cell of a team."""
        return next((each for each in self.layout_shown().cells if each.team == team), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        over = cell.team if cell is not None else None
        row = self._row_at(event.position())
        live = cell is not None or row is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)
        self._point(over)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        cell = self.cell_at(event.position())
        row = self._row_at(event.position())
        if cell is not None:
            self.current = cell.team
            self.opened.emit(cell.team)
        elif row is not None:
            self.row_asked.emit(row.area.name, row.area.teams)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cell = self.cell_at(QPointF(event.pos())) if mouse else self.cell_of(self.current)
        if cell is not None:
            place = event.globalPos() if mouse else self._below(cell)
            self.current = cell.team
            self._point(None)
            self.menu_asked.emit(cell.team, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ASIDE or key in _DOWN:
            self._walk(_ASIDE.get(key, 0), _DOWN.get(key, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current is not None:
                self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _walk(self, aside: int, down: int) -> None:
        """Go to the next cell of the order, or to the nearest one in the lines above or below."""
        cells = self.layout_shown().cells
        here = self.cell_of(self.current)
        if not cells:
            return
        if here is None:
            target = cells[0]
        elif aside:
            at = cells.index(here) + aside
            target = cells[min(max(at, 0), len(cells) - 1)]
        else:
            middle = here.rect.center()
            beyond = [c for c in cells if (c.rect.center().y() - middle.y()) * down > 4]
            if not beyond:
                return
            target = min(
                beyond,
                key=lambda c: (
                    abs(c.rect.center().y() - middle.y())
                    + abs(c.rect.center().x() - middle.x()) * 3
                ),
            )
        self.current = target.team
        self._point(target.team)
        self.update()

    def _point(self, team: int | None) -> None:
        if team == self._over:
            return
        for each in (self._over, team):
            cell = self.cell_of(each)
            if cell is not None:
                self.update(cell.rect.toAlignedRect())
        self._over = team
        cell = self.cell_of(team)
        self.pointed.emit(team, cell.rect.toAlignedRect() if cell is not None else QRect())

    def _row_at(self, point: QPointF) -> MapRow | None:
        rows = self.layout_shown().rows
        return next(
            (b.row for b in rows if b.label.contains(point) or b.share.contains(point)), None
        )

    def _below(self, cell: CellBox) -> QPoint:
        return self.mapToGlobal(cell.rect.bottomLeft().toPoint())


class MapHead(QWidget):
    """The words over the columns of a map; it stays while the map is scrolled."""

    def __init__(self, shown: TeamMap) -> None:
        super().__init__()
        self._map = shown
        self._offset = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def follow(self, offset: int) -> None:
        """Move with the map when it is scrolled aside."""
        self._offset = offset
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place, text, side in self._map.layout_shown().heads:
            room = QRectF(place.left() - self._offset, 0, place.width(), self.height() - 1)
            write(painter, room, text, side=side)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        painter.end()
