"""试算: one element worked out for one person, with the lines it comes from."""

import random

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements.library_columns import trial_columns
from ui.pages.elements.library_work import Detail
from ui.pages.elements.trial_work import try_on
from ui.tables.view import TableView
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label

SEED, PEOPLE = 7, 40  # some people to try on, but the same ones every time
LONGEST = 10  # characters of a value; the rest is in its tool tip


class TrialCard(Card):
    """Tries an element on one person after another."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("试算", "　", parent)
        self._context = context
        self._detail: Detail | None = None
        self._order: list[int] = []
        self._at = 0
        self._person = ""
        self.table = TableView(context.settings, "elements.trial", opens="", row_height=26)
        self._name = label("", "strong")
        self._about = Elided("", "note")
        self._value = label("", "figure-small")
        self._told = label("", "note", wrap=True)
        self._card = icon_button(
            "card-account-details-outline", "打开干部卡片", self._on_card, small=True
        )
        self.header.addWidget(self._card)
        self.other = button("换一人", self._on_other, icon="account-sync-outline", kind="small",
                            tip="换一名有值的干部试算")  # fmt: skip
        self.header.addWidget(self.other)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._about, 1)
        row.addWidget(self._value)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._told)
        self.setMinimumHeight(theme.px(170))
        self.table.set_empty("calculator-variant-outline", "按登记内容直接得出", "没有逐条计算。")

    def show_detail(self, detail: Detail) -> None:
        """Show another element, on the first of its people."""
        self._detail = detail
        positions = self._context.workspace.snapshot.people.positions
        listed = [positions[id] for id in detail.known if id in positions]
        self._order = random.Random(SEED).sample(listed, min(len(listed), PEOPLE))
        self._at = 0
        self._show()

    def person(self) -> str:
        """The id of the person tried on."""
        return self._person

    def _show(self) -> None:
        self.other.setEnabled(len(self._order) > 1)
        self._card.setEnabled(bool(self._order))
        if self._detail is None or not self._order:
            self._person = ""
            for each in (self._name, self._about, self._value, self._told):
                each.setText("")
            self._name.setText("没有可试算的干部")
            self.table.show_rows(trial_columns(), (), ())
            return
        element = self._detail.row.element
        position = self._order[self._at % len(self._order)]
        tried = try_on(self._detail.world, element, position)
        self._person = tried.person
        self._name.setText(tried.name)
        self._about.setText(tried.about)
        short = tried.value if len(tried.value) <= LONGEST else f"{tried.value[: LONGEST - 1]}…"
        self._value.setText(short)
        self._value.setToolTip(tried.value)
        self._told.setText(tried.note)
        ids = [str(at) for at in range(len(tried.lines))]
        self.table.show_rows(trial_columns(), tried.lines, ids)

    def _on_other(self) -> None:
        self._at += 1
        self._show()

    def _on_card(self) -> None:
        if self._person:
            self._context.navigator.go(OpenPerson(self._person))
