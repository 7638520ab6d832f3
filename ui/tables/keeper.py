"""Keeps the columns of one table: places them as remembered, remembers what the user changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from ui import theme
from ui.settings import Settings, TableLayout
from ui.tables import layout
from ui.tables.menu import ColumnMenu
from ui.tables.rows import SortKey

if TYPE_CHECKING:
    from ui.tables.view import TableView


class ColumnKeeper(QObject):
    """Belongs to one view; everything it remembers goes into the settings under the view's name."""

    def __init__(self, view: "TableView", settings: Settings) -> None:
        super().__init__(view)
        self._view, self._settings = view, settings
        self._placing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self.remember)
        heads = view.horizontalHeader()
        heads.sectionMoved.connect(self._on_changed)
        heads.sectionResized.connect(self._on_changed)
        heads.customContextMenuRequested.connect(self._on_menu)

    @property
    def layout(self) -> TableLayout:
        """What is remembered of this table."""
        return self._settings.tables.setdefault(self._view.name, TableLayout())

    def sort_keys(self) -> tuple[SortKey, ...]:
        """Give the sort keys remembered, those whose columns are there."""
        return layout.sort_of(self.layout, self._view.rows.columns)

    def place(self) -> None:
        """Give the header the remembered widths, order and visibility."""
        self._placing = True
        layout.apply(self._view.horizontalHeader(), self._view.rows.columns, self.layout)
        self._placing = False
        self.stretch()

    def stretch(self) -> None:
        """Let the stretching column take the room that is left."""
        heads, columns = self._view.horizontalHeader(), self._view.rows.columns
        at = next(
            (i for i, c in enumerate(columns) if c.stretch and not heads.isSectionHidden(i)), None
        )
        if at is None:
            return
        others = heads.length() - heads.sectionSize(at)
        room = self._view.viewport().width() - others
        self._placing = True
        heads.resizeSection(at, max(room, theme.px(columns[at].width)))
        self._placing = False

    def remember(self) -> None:
        """Write what the header shows into the settings."""
        self._timer.stop()
        heads, rows = self._view.horizontalHeader(), self._view.rows
        layout.remember(heads, rows.columns, rows.sort_keys, self.layout)

    def set_shown(self, column: str, shown: bool) -> None:
        """Show or hide a column, and remember it."""
        columns = self._view.rows.columns
        at = next(i for i, each in enumerate(columns) if each.id == column)
        layout.set_shown(columns[at], shown, self.layout)
        self._view.horizontalHeader().setSectionHidden(at, not shown)
        self.stretch()

    def reset(self) -> None:
        """Forget what the user did to the columns."""
        self.adopt(TableLayout())

    def adopt(self, wanted: TableLayout) -> None:
        """Show the columns as a layout says, and remember it."""
        self._settings.tables[self._view.name] = wanted
        heads = self._view.horizontalHeader()
        self._placing = True
        for section in range(heads.count()):
            heads.moveSection(heads.visualIndex(section), section)
        self.place()
        if wanted.sort:
            self._view.sort_by(self.sort_keys())

    def hidden(self) -> frozenset[str]:
        """Give the columns that are not visible."""
        heads, columns = self._view.horizontalHeader(), self._view.rows.columns
        return frozenset(c.id for i, c in enumerate(columns) if heads.isSectionHidden(i))

    def menu(self) -> ColumnMenu:
        """Make the menu for choosing columns."""
        made = ColumnMenu(self._view.rows, self.hidden(), self._view)
        made.triggered.connect(self._on_chosen)
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _on_menu(self, place: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(place))

    def _on_chosen(self, action: object) -> None:
        what, column = action.data()  # type: ignore[attr-defined]
        if what == "reset":
            self.reset()
        else:
            self.set_shown(column, action.isChecked())  # type: ignore[attr-defined]

    def _on_changed(self) -> None:
        if not self._placing:
            self._timer.start()
