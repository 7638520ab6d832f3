"""两组对比 of the tab 横向比较: area against area, department against department."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context
from ui.pages.assessment import groups_work as work
from ui.pages.assessment.beside import Selection, Sheets
from ui.pages.assessment.groups_work import Group, Pair
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.picker import Picker

EVERY = "全部类别"


class GroupsView(QWidget):
    """Two sides to choose, and the same measures of both."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: Selection | None = None
        self._sides = ["", ""]
        self._pairs: dict[str, Pair] = {}
        self._asked = 0
        self.picker: Picker | None = None
        self.buttons = (
            button("", self._on_one, icon="chevron-down", tip="选择第一组：地区、类别或单个班子"),
            button("", self._on_two, icon="chevron-down", tip="选择第二组：地区、类别或单个班子"),
        )
        self.category = QComboBox()
        self.category.setAccessibleName("只比这一类班子")
        self.category.activated.connect(self._on_category)
        self.swap = button("互换", self._on_swap, icon="swap-horizontal", kind="small")
        head = QHBoxLayout()
        head.addWidget(self.buttons[0])
        head.addWidget(label("对比", "note"))
        head.addWidget(self.buttons[1])
        head.addWidget(self.swap)
        head.addStretch(1)
        head.addWidget(label("限", "note"))
        head.addWidget(self.category)
        self.table = TableView(context.settings, "assessment.groups", opens="打开所计的班子或岗位")
        self.table.set_empty("compare-horizontal", "没有可比的班子", "请选择两组班子。")
        self.table.clicked.connect(self._on_cell)
        self.table.opened.connect(self._on_row)
        self.table.activated_id.connect(self._on_row)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(framed, 1)

    def show_selection(self, found: Selection) -> None:
        """Take other teams; the sides chosen stay where they are still among them."""
        self._found = found
        listed = {each.id for each in work.options(found)}
        for at, id in enumerate(work.defaults(found)):
            if self._sides[at] not in listed:
                self._sides[at] = id
        teams = found.world.snapshot.teams
        kinds = dict.fromkeys(teams.raw("category")[each.team] for each in found.chosen)
        chosen = self.category.currentText()
        self.category.clear()
        self.category.addItems([EVERY, *(each for each in kinds if each)])
        self.category.setCurrentIndex(max(self.category.findText(chosen), 0))
        self._show()

    def sides(self) -> tuple[Group, Group] | None:
        """The two groups compared."""
        if self._found is None:
            return None
        only = "" if self.category.currentText() == EVERY else self.category.currentText()
        one, two = (work.group(self._found, id, only) for id in self._sides)
        return one, two

    def choose(self, side: int, id: str) -> None:
        """Put another group at a side."""
        self._sides[side] = id
        self._show()

    def _show(self) -> None:
        sides = self.sides()
        if sides is None:
            return
        for each, group in zip(self.buttons, sides, strict=True):
            each.setText(f"{group.title}（{len(group.teams)}）")
        found = work.pairs(*sides)
        self._pairs = {each.label: each for each in found}
        self.table.show_rows(work.columns(*sides), found, list(self._pairs))

    def filter_text(self, words: str) -> None:
        """Show only the measures with these words."""
        self.table.filter_text(words)

    def note(self) -> str:
        """Say what can be done here."""
        return "单击数字打开所计的班子或岗位；各项要求为达标率"

    def spreads(self, title: str, foot: str) -> Sheets | None:
        """Give what makes the sheets of the file."""
        sides = self.sides()
        if sides is None or self._found is None:
            return None
        return partial(work.spreads, self._found.world, *sides, title, foot)

    # ---- what happens

    def _on_one(self) -> None:
        self._open(0)

    def _on_two(self) -> None:
        self._open(1)

    def _open(self, side: int) -> None:
        if self._found is None:
            return
        self._asked = side
        self.picker = Picker(
            work.options(self._found),
            "地区、类别、班子名、拼音",
            current=(self._sides[side],),
            parent=self,
        )
        self.picker.picked.connect(self._on_picked)
        self.picker.open_at(self.buttons[side])

    def _on_picked(self, id: object) -> None:
        self.choose(self._asked, str(id))

    def _on_swap(self) -> None:
        self._sides.reverse()
        self._show()

    def _on_category(self, at: int) -> None:
        self._show()

    def _on_cell(self, index: QModelIndex) -> None:
        column = self.table.rows.columns[index.column()].id
        if column in ("one", "two"):
            self._go(self.table.rows.id_at(index.row()), int(column == "two"))

    def _on_row(self, id: object) -> None:
        self._go(str(id), 0)

    def _go(self, id: str, side: int) -> None:
        """Open what a measure counts; from the keyboard the side that counts anything."""
        pair, sides = self._pairs.get(id), self.sides()
        if pair is None or sides is None or self._found is None:
            return
        measures = (pair.one, pair.two)
        for at in (side, 1 - side):
            request = work.behind(self._found.world, sides[at], measures[at])
            if request is not None:
                self._context.navigator.go(request)
                return
