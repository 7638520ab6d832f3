"""The groups of the library and the elements or filters of one group, with the menu of new ones."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.elements import starts
from ui import theme
from ui.context import Context
from ui.pages.elements import library_work as work
from ui.pages.elements.actions import EXPORT_TEXT, IMPORT_TEXT
from ui.pages.elements.element_start import NEW_FILTER, ROSTER
from ui.pages.elements.library_columns import element_columns, filter_columns
from ui.pages.elements.texting import Texting
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.picker import Option, Picker
from ui.widgets.search import SearchField

EVERY, FILTERS = "全部要素", "经历筛选"


class LibraryList(QWidget):
    """`chosen` carries the id of what was chosen, `started` how something new is to be defined."""

    chosen = Signal(object)
    grouped = Signal()
    started = Signal(str)

    def __init__(self, context: Context, split: QSplitter, texting: Texting) -> None:
        super().__init__()
        self.hide()  # its two cards stand in the splitter
        self._library: work.Library | None = None
        self._narrow = False
        self.group = EVERY
        self.picker: Picker | None = None
        self.groups = TwoLineList()
        self.search = SearchField("名称、拼音")
        self.view = TableView(context.settings, "elements.library", opens="查看要素")
        self.new = button("新建…", self._on_new, icon="plus", kind="small",
                          tip="新建一个要素或经历筛选")  # fmt: skip
        groups_card = Card("要素分组").flush()
        groups_card.body.addWidget(self.groups, 1)
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
        column.setSpacing(theme.px(6))
        self.outgoing = button("导出文本…", texting.export, icon="file-export-outline",
                               kind="small", tip=EXPORT_TEXT.tip)  # fmt: skip
        self.incoming = button("导入文本…", texting.open, icon="file-import-outline",
                               kind="small", tip=IMPORT_TEXT.tip)  # fmt: skip
        column.addWidget(self.outgoing)
        column.addWidget(self.incoming)
        groups_card.body.addLayout(column)
        self.card = Card("要素").flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search, 1)
        row.addWidget(self.new)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.view, 1)
        split.addWidget(groups_card)
        split.addWidget(self.card)
        self.groups.chosen.connect(self._on_group)
        self.search.typed.connect(self.view.filter_text)
        self.view.chosen.connect(self.chosen)

    def set_narrow(self, narrow: bool) -> None:
        """Show fewer columns in a window below 1600 px."""
        self._narrow = narrow
        self.show_rows()

    def show_library(self, library: work.Library) -> None:
        """Show what there is now; the group stays where it still has elements."""
        self._library = library
        counts: dict[str, int] = {}
        for row in library.rows:
            counts[row.element.group] = counts.get(row.element.group, 0) + 1
        self.groups.show_items(
            [
                ListItem(id=EVERY, title=EVERY, right=str(len(library.rows))),
                *(ListItem(id=g, title=g, right=str(n)) for g, n in counts.items()),
                ListItem(id=FILTERS, title=FILTERS, right=str(len(library.filters))),
            ]
        )
        self.turn(self.group if self.group in (*counts, EVERY, FILTERS) else EVERY)

    def turn(self, group: str) -> None:
        """Show a group; nothing is announced."""
        self.group = group
        self.groups.choose(group, announce=False)
        self.show_rows()

    def seek(self, id: str) -> None:
        """Show everything there is of a kind, with one row chosen; nothing is announced."""
        self.search.clear()
        self.view.filter_text("")
        self.turn(FILTERS if id.startswith(work.FILTER) else EVERY)
        self.select(id)

    def select(self, id: str) -> None:
        """Choose a row; nothing is announced."""
        with QSignalBlocker(self.view):
            self.view.select_ids((id,))

    def show_rows(self) -> None:
        """Show the rows of the group."""
        if self._library is None:
            return
        with QSignalBlocker(self.view):  # what is shown again was not chosen again
            if self.group == FILTERS:
                filters = self._library.filters
                ids = [work.FILTER + row.filter.name for row in filters]
                self.view.show_rows(filter_columns(self._narrow), filters, ids)
                count = f"{len(filters)} 个"
            else:
                rows = [r for r in self._library.rows if self.group in (EVERY, r.element.group)]
                ids = [row.element.id for row in rows]
                self.view.show_rows(element_columns(self._narrow), rows, ids)
                count = f"{len(rows)} 个要素"
        self.card.set_title(self.group)
        self.card.set_note(count)

    # ---- slots

    def _on_group(self, group: object) -> None:
        self.group = str(group)
        self.show_rows()
        self.grouped.emit()

    def _on_new(self) -> None:
        options = [Option(id, words, group) for id, (words, group) in starts.STARTS.items()]
        options.append(Option(ROSTER, "名册中的一列", "Excel 文件"))
        options.append(Option(NEW_FILTER, FILTERS, "履历行的筛选"))
        self.picker = Picker(options, "由什么得出？名称、拼音", parent=self.card)
        self.picker.picked.connect(self._on_start)
        self.picker.open_at(self.new)

    def _on_start(self, start: object) -> None:
        self.started.emit(str(start))
