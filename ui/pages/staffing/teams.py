"""Choosing teams for the board: a list with a filter, vacant ones easy to find."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui import marks, theme
from ui.pages.staffing.work import TeamChoice
from ui.settings import Settings
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.search import SearchField

COLUMNS = (
    Column(
        id="name",
        title="班子",
        cell=lambda each: Cell(text=each.name, bold=False),
        width=250,
        stretch=True,
        search=True,
        fixed=True,
    ),
    Column(id="area", title="地区", cell=lambda each: each.area, width=100, search=True),
    Column(id="category", title="类别", cell=lambda each: each.category, width=90),
    Column(
        id="state",
        title="状态",
        width=90,
        cell=lambda each: Cell(text=marks.WORDS.get(each.state, ""), mark=each.state),
    ),
    Column(
        id="vacant",
        title="空缺",
        width=64,
        align="right",
        cell=lambda each: str(each.vacant) if each.vacant else "",
    ),
)


class TeamDialog(Dialog):
    """Accepts one or more teams that are not on the board yet."""

    def __init__(
        self,
        settings: Settings,
        choices: Sequence[TeamChoice],
        taken: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("把班子放到画板上", parent, width=800)
        self._all = tuple(each for each in choices if each.id not in taken)
        self.search = SearchField("按班子、地区查找")
        self.search.typed.connect(self._on_typed)
        self.vacant = QCheckBox("只看有空缺的")
        self.vacant.toggled.connect(self._on_vacant)
        self.table = TableView(settings, "staffing.teams", checks=True, opens="")
        self.table.setMinimumHeight(theme.px(360))
        self.table.activated_id.connect(self._on_activated)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.vacant)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.add_cancel()
        self.add_button("放到画板上", self._on_accept, kind="primary", default=True)
        self._on_vacant(checked=False)
        self.search.setFocus()

    def chosen(self) -> tuple[str, ...]:
        """The teams ticked, or the one that is current."""
        ticked = self.table.checked_ids()
        current = self.table.current_id()
        return ticked or ((current,) if current else ())

    def _on_vacant(self, checked: bool) -> None:
        shown = [each for each in self._all if each.vacant or not checked]
        self.table.show_rows(COLUMNS, shown, [each.id for each in shown])

    def _on_typed(self, text: str) -> None:
        self.table.filter_text(text)

    def _on_activated(self, id: str) -> None:
        self._on_accept()

    def _on_accept(self) -> None:
        if self.chosen():
            self.accept()
        else:
            self.refuse("请先勾选或选中一个班子。")
