"""The model of a table whose rows may stand under headings that fold."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, Qt

from ui.tables.groups import Groups, people_rows
from ui.tables.rows import RowModel

_HEAD_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_DISPLAY = Qt.ItemDataRole.DisplayRole


class HeadedRows(RowModel):
    """Rows of items, and among them headings: negative places in `shown`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbered = self.shown
        self._numbers = people_rows(self.shown)

    def group_by(self, groups: Groups | None) -> None:
        """Put the rows under headings; None takes them away."""
        self.groups = groups
        self._rearrange(reset=True)

    def fold(self, labels: Iterable[str], folded: bool) -> None:
        """Hide the rows of some groups, or show them again."""
        if self.groups is not None:
            now = self.groups.folded
            wanted = now | frozenset(labels) if folded else now - frozenset(labels)
            self.group_by(replace(self.groups, folded=wanted))

    def heading_at(self, row: int) -> tuple[str, str] | None:
        """Give the label of a heading and what is told of it; None for a row of an item."""
        at = int(self.shown[row]) if 0 <= row < len(self.shown) else 0
        if at >= 0 or self.groups is None:
            return None
        return self._told(-1 - at)

    def row_of_heading(self, label: str) -> int:
        """Give the place of a heading in sight."""
        assert self.groups is not None
        return int(np.flatnonzero(self.shown == -1 - self.groups.labels.index(label))[0])

    def group_words(self, group: int) -> str:
        """Write the heading of a group as one text."""
        return "　".join(self._told(group))

    def with_headings(self, ids: Iterable[str]) -> list[int]:
        """Give the items of some ids in their order here, the heading of each group before them."""
        wanted, found, last = frozenset(ids), [], -1
        for item in self._order.tolist():
            if self.ids[item] not in wanted:
                continue
            group = -1 if self.groups is None else int(self.groups.of[item])
            found += [-1 - group, item] if group != last else [item]
            last = group
        return found

    def _told(self, group: int) -> tuple[str, str]:
        assert self.groups is not None
        count = int((self.groups.of[self._order] == group).sum())
        return self.groups.words(group, count, len(self._order))

    def number_of(self, row: int) -> int:
        """Give the running number of a row in sight; 0 for a heading."""
        if self.groups is None:
            return row + 1
        if self._numbered is not self.shown:
            self._numbered, self._numbers = self.shown, people_rows(self.shown)
        return int(self._numbers[row]) if row < len(self._numbers) else 0

    def ids_of_group(self, label: str) -> tuple[str, ...]:
        """Give the ids that stand under a heading."""
        if self.groups is None:
            return ()
        group = self.groups.labels.index(label)
        return tuple(self.ids[i] for i in self._order[self.groups.of[self._order] == group])

    def data(self, index: QModelIndex, role: int = _DISPLAY) -> object:  # type: ignore[override]
        heading = self.heading_at(index.row()) if index.isValid() else None
        if heading is None:
            return super().data(index, role)
        return "　".join(heading) if role == _DISPLAY and index.column() == 0 else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]
        head = index.isValid() and self.shown[index.row()] < 0
        return _HEAD_FLAGS if head else super().flags(index)
