"""Columns that stay where they are while the table scrolls sideways, and headings of groups.

Both are painted over the cells: the first columns once more at the left, a heading over its whole
row. A press there means the column painted, not the one that lies under it.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from ui import icons, theme
from ui.tables import painting
from ui.tables.headed import HeadedRows
from ui.tables.painting import paint_check
from ui.tables.pulling import PulledTable

_FOLDING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right)
_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


class FixedTable(PulledTable):
    """Holds the columns that say whose row it is, as long as they stand first."""

    rows: HeadedRows

    def fixed_sections(self) -> list[int]:
        """Give the columns painted over others just now; none while nothing is scrolled."""
        heads = self.horizontalHeader()
        if heads.offset() <= 0:
            return []
        found: list[int] = []
        for place in range(heads.count()):
            section = heads.logicalIndex(place)
            if not self.rows.columns[section].fixed:
                break
            found += [] if heads.isSectionHidden(section) else [section]
        return found

    def fixed_at(self, x: int) -> int:
        """Give the column that is painted over others at a place; -1 where none is."""
        heads, left = self.horizontalHeader(), 0
        for section in self.fixed_sections():
            left += heads.sectionSize(section)
            if x < left:
                return section
        return -1

    def shown_columns(self) -> list[int]:
        """Give the visible columns in their order, without the boxes."""
        heads = self.horizontalHeader()
        sections = [heads.logicalIndex(i) for i in range(heads.count())]
        return [s for s in sections if not heads.isSectionHidden(s) and s != self.check_at()]

    def selected_rows(self) -> list[int]:
        """Give the selected rows from the selection's ranges: cheap also for all rows."""
        chosen = self.selectionModel().selection()
        rows: set[int] = set()
        for each in range(chosen.count()):
            rows.update(range(chosen.at(each).top(), chosen.at(each).bottom() + 1))
        return sorted(rows)

    def select_whole(self) -> None:
        """Select every row."""
        if self.rows.rowCount():
            last = self.rows.index(self.rows.rowCount() - 1, len(self.rows.columns) - 1)
            whole = QItemSelection(self.rows.index(0, 0), last)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(whole, flag)

    def indexAt(self, point: QPoint) -> QModelIndex:
        section = self.fixed_at(point.x()) if point.x() >= 0 else -1
        row = self.rowAt(point.y())
        if section < 0 or row < 0:
            return super().indexAt(point)
        return self.rows.index(row, section)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        stays = index.isValid() and index.column() in self.fixed_sections()
        before = bar.value()
        super().scrollTo(index, hint)
        if stays:
            bar.setValue(before)

    # ---- headings

    def toggle(self, ids: Sequence[str]) -> None:
        """Check rows; uncheck them where all are checked."""
        self.rows.set_checked(ids, not all(id in self.rows.checked for id in ids))

    def turn_heading(self, key: int) -> bool:
        """Fold the group of the heading the cursor is on, or show it, where a key says so."""
        heading = self.rows.heading_at(self.currentIndex().row())
        if heading is None or key not in _FOLDING:
            return False
        self.fold(heading[0])
        return True

    def press_heading(self, label: str, x: float) -> None:
        """Check the whole group at its box; anywhere else fold it, or show it."""
        if self.check_at() >= 0 and x < theme.px(34):
            self.toggle(self.rows.ids_of_group(label))
        else:
            self.fold(label)

    def fold(self, label: str) -> None:
        """Hide the rows of a group, or show them again."""
        groups = self.rows.groups
        if groups is not None:
            self.rows.fold([label], label not in groups.folded)
            head = self.rows.index(self.rows.row_of_heading(label), 0)
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(head, none)

    # ---- painting

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx or self.rows.groups is not None:
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sections = self.fixed_sections()
        if not sections and self.rows.groups is None:
            return
        painter = QPainter(self.viewport())
        first = max(self.rowAt(event.rect().top()), 0)
        last = self.rowAt(event.rect().bottom())
        for row in range(first, (last if last >= 0 else self.rows.rowCount() - 1) + 1):
            heading = self.rows.heading_at(row)
            if heading is not None:
                self._paint_heading(painter, row, *heading)
            elif sections:
                self._paint_fixed(painter, row, sections)
        painter.end()

    def _paint_fixed(self, painter: QPainter, row: int, sections: list[int]) -> None:
        heads, left = self.horizontalHeader(), 0
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        for section in sections:
            box = QRect(left, top, heads.sectionSize(section), height)
            painter.fillRect(box, theme.color("surface"))
            index, option = self.rows.index(row, section), QStyleOptionViewItem()
            option.rect = box
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self.itemDelegate().paint(painter, option, index)
            left += box.width()
        painter.fillRect(QRect(left - 1, top, 1, height), theme.color("line2"))

    def _paint_heading(self, painter: QPainter, row: int, label: str, told: str) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        box = QRect(0, top, self.viewport().width(), height)
        current = self.currentIndex().row() == row and self.hasFocus()
        painter.fillRect(box, theme.color("sel" if current else "sunken"))
        painter.fillRect(QRect(0, box.bottom(), box.width(), 1), theme.color("line2"))
        left = float(theme.px(8))
        if self.rows.check_column is not None:
            ids = self.rows.ids_of_group(label)
            paint_check(
                painter,
                QRectF(0, top, theme.px(34), height),
                bool(ids) and self.rows.checked.issuperset(ids),
            )
            left = float(theme.px(34))
        folded = self.rows.groups is not None and label in self.rows.groups.folded
        side = theme.px(16)
        place = QRectF(left, top + (height - side) / 2, side, side)
        icon = "chevron-right" if folded else "chevron-down"
        icons.paint(painter, place, icon, theme.color("text2"))
        left += side + theme.px(6)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        width = painting.advance(label, 13, True)
        painter.drawText(QRectF(left, top, width + 4, height), _LINE, label)
        left += width + theme.px(14)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(left, top, box.width() - left, height), _LINE, told)
