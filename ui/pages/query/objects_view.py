"""Objects of a query (teams, posts, models): facets at the left, a table at the right."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.assessment.world import World
from leadership_model.query import object_facets
from leadership_model.query.object_facets import Filters, Group, Least, Row, Value
from ui import theme
from ui.context import Context
from ui.pages.query.value_row import ValueRow
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.emptying import put_in
from ui.widgets.labels import label
from ui.widgets.scroll import scrolled
from ui.widgets.search import SearchField

R = TypeVar("R", bound=Row)
MOST = 10  # values of a group in sight; the others follow by one click


class ObjectsView(QWidget, Generic[R]):
    """Filters and rows; who derives from it makes the rows and says what a row opens."""

    def __init__(
        self,
        context: Context,
        name: str,
        title: str,
        unit: str,
        groups: Sequence[Group[R]],
        numbers: Sequence[Least[R]] = (),
        *,
        opens: str,
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self._word, self._unit = context, title, unit
        self.groups, self.numbers = tuple(groups), tuple(numbers)
        self.world: World | None = None
        self.all_rows: tuple[R, ...] = ()
        self.filters = Filters()
        self._title = ""
        self._whole: set[str] = set()  # groups shown with all their values
        self.rows: list[ValueRow] = []
        self.table = TableView(context.settings, name, opens=opens, numbered=True)
        self.table.opened.connect(self.open_row)
        self.table.activated_id.connect(self.open_row)
        self.table.chosen.connect(self.follow)
        self.table.set_empty(
            "filter-off-outline",
            f"没有符合的{title}",
            "去掉左边的一个勾选，或清空全部筛选。",
            "清空筛选",
            self.clear,
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._make_left())
        layout.addWidget(self._make_right(hint), 1)

    def _make_left(self) -> QWidget:
        card = Card("筛选", "单击即筛选")
        self.reset = button("清空", self.clear, kind="link", tip="去掉全部筛选")
        card.header.addWidget(self.reset)
        self.head = card.body
        self.fields: dict[str, QLineEdit] = {}
        for each in self.numbers:
            field = QLineEdit()
            field.setProperty("size", "small")
            field.setFixedWidth(theme.px(52))
            field.setAccessibleName(f"{each.title}不少于")
            field.setToolTip(f"{each.title}不少于多少{each.unit}；回车后筛选，留空不限")
            field.editingFinished.connect(self._on_least)
            self.fields[each.id] = field
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(label(f"{each.title}不少于", "note"))
            row.addWidget(field)
            row.addWidget(label(each.unit, "note"))
            row.addStretch(1)
            card.body.addLayout(row)
        self._area = scrolled()
        card.body.addWidget(self._area, 1)
        card.setFixedWidth(min(theme.px(300), 400))
        return card

    def _make_right(self, hint: str) -> QWidget:
        self.card = Card(self._word, " ").flush()
        self.search = SearchField(hint)
        self.search.setProperty("size", "small")
        self.search.setFixedWidth(theme.px(200))
        self.search.typed.connect(self._on_searched)
        self.card.header.addWidget(self.search)
        self.card.body.addWidget(self.table)
        return self.card

    # ---- for who derives

    def make_rows(self, world: World) -> tuple[R, ...]:
        """Make the rows of a world."""
        raise NotImplementedError

    def make_columns(self) -> tuple[Column, ...]:
        """Make the columns."""
        raise NotImplementedError

    def open_row(self, id: str) -> None:
        """Open what a row stands for."""
        raise NotImplementedError

    def note(self, found: Sequence[R]) -> str:
        """Say what stands beside the title."""
        return f"{len(found):,} {self._unit}"

    def follow(self, _id: object = None) -> None:
        """Enable what can be done with the row chosen."""

    # ---- showing

    def show_world(self, world: World) -> None:
        """Show the objects of another world."""
        self.world, self.all_rows = world, ()
        if self.isVisible():
            self.show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_rows()

    def show_list(self, ids: Sequence[str], title: str, note: str = "") -> None:
        """Show only these."""
        self._title = title
        self.search.clear()
        self.filters = Filters(ids=tuple(ids))
        self.show_rows()

    def clear(self) -> None:
        """Take all filters away."""
        self._title = ""
        self.search.clear()
        self.filters = Filters()
        self.show_rows()

    def shown(self) -> list[R]:
        """The rows that pass the filters, whatever is typed into the search field."""
        if not self.all_rows and self.world is not None:
            self.all_rows = self.make_rows(self.world)
        return object_facets.chosen(self.all_rows, self.groups, self.filters, self.numbers)

    def row_of(self, id: str) -> R | None:
        """Give a row by its id."""
        return next((each for each in self.all_rows if each.id == id), None)

    def title(self) -> str:
        """Say what is listed: the name of the list, or the filters."""
        said = object_facets.words(self.groups, self.numbers, self.filters)
        return self._title or (f"{said}的{self._word}" if said else f"全部{self._word}")

    def show_rows(self) -> None:
        """Show what passes the filters, and what further clicks would leave."""
        if self.world is None:
            return
        found = self.shown()
        self.table.show_rows(self.make_columns(), found, [row.id for row in found])
        self.card.set_title(self._title or self._word)
        self.card.set_note(self.note(found))
        narrowed = bool(self._title or self.search.text()) or self.filters != Filters()
        self.reset.setEnabled(narrowed)
        least = dict(self.filters.least)
        for id, field in self.fields.items():
            field.setText(str(least[id]) if id in least else "")
        self._show_facets()
        self.follow()

    def _show_facets(self) -> None:
        top = self._area.verticalScrollBar().value()
        self.rows = []
        ground = QWidget()
        ground.setObjectName("plain")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(2)
        for group in self.groups:
            found = object_facets.values(
                self.all_rows, self.groups, self.filters, group, self.numbers
            )
            if found:
                self._show_group(box, group, found)
        box.addStretch(1)
        put_in(self._area, ground)
        self._area.verticalScrollBar().setValue(top)

    def _show_group(self, box: QVBoxLayout, group: Group[R], found: Sequence[Value]) -> None:
        box.addSpacing(6)
        box.addWidget(label(group.title, "note"))
        largest = max((each.count for each in found), default=1) or 1
        listed = [
            each
            for at, each in enumerate(found)
            if at < MOST or each.chosen or group.id in self._whole
        ]
        for each in listed:
            row = ValueRow(
                group.word(each.value),
                each.count,
                each.count / largest,
                each.chosen,
                (group.id, each.value),
                self._unit,
                each.value if group.id == "states" else "",
            )
            row.clicked.connect(self._on_value)
            box.addWidget(row)
            self.rows.append(row)
        if len(found) > len(listed):
            more = button(f"其余 {len(found) - len(listed)} 个值…", self._on_more, kind="link")
            more.setObjectName(group.id)
            box.addWidget(more)

    # ---- slots

    def _on_searched(self, words: str) -> None:
        self.table.filter_text(words)
        self.reset.setEnabled(bool(self._title or words) or self.filters != Filters())

    def _on_value(self) -> None:
        row = self.sender()
        if isinstance(row, ValueRow) and isinstance(row.payload, tuple):
            group, value = row.payload
            self.filters = object_facets.toggled(self.filters, group, value)
            self.show_rows()

    def _on_more(self) -> None:
        self._whole.add(self.sender().objectName())
        self._show_facets()

    def _on_least(self) -> None:
        filters = self.filters
        for id, field in self.fields.items():
            text = field.text().strip()
            right = not text or (text.isdecimal() and int(text) < 1000)
            field.setProperty("wrong", "false" if right else "true")
            field.style().unpolish(field)
            field.style().polish(field)
            if not right:
                self.context.say(f"“{text}”不是整数，请填写 0 到 999 之间的整数，或留空。")
                return
            filters = object_facets.at_least(filters, id, int(text) if text else None)
        if filters != self.filters:
            self.filters = filters
            self.show_rows()
