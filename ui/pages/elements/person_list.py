"""The list of people: finding, scope, commands, table."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.pages.elements.person_commands import PersonCommands
from ui.pages.elements.person_form import LARGE_TEXT
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

SCOPES = (("all", "全部"), ("seated", "在班子"), ("faulty", "有问题"))


class PeopleList(Card):
    """Everybody, or those in a scope and with some words."""

    def __init__(
        self, context: Context, acts: PersonCommands, parent: QWidget | None = None
    ) -> None:
        super().__init__("干部", parent=parent)
        self.flush()
        self.search = SearchField("姓名、职务、拼音")
        self.scope = Segments(SCOPES)
        self.view = TableView(context.settings, "elements.people", parent=self)
        self.view.set_empty(
            "account-search-outline",
            "没有符合的干部",
            "请调整查找条件，或新增一名干部。",
            "新增干部",
            acts.add,
        )
        row = QVBoxLayout() if theme.px(100) >= LARGE_TEXT else QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search, 1)
        row.addWidget(self.scope)
        self.body.addLayout(row)
        self.body.addLayout(acts.tools())
        self.body.addWidget(self.view, 1)
