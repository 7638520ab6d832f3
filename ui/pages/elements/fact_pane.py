"""三龄两历: everybody in office with the state of the six facts, and the form of one beside it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.people.verified import FACTS
from ui import names, theme
from ui.context import Context
from ui.navigation import OpenPerson
from ui.pages.elements import fact_work as work
from ui.pages.elements.fact_form import LARGE_TEXT, FactForm
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

EVERY = "all"
SCOPES = ((EVERY, "全部"), ("disputed", "不一致"), ("open", "未核完"), ("done", "已核完"))


class FactsPane(QWidget):
    """`noted` says that other rows are in sight."""

    noted = Signal()

    def __init__(self, context: Context, initiator: QWidget) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[work.FactsRow, ...] = ()
        self.scope = Segments(SCOPES)
        self.search = SearchField("姓名、职务、拼音")
        self.view = TableView(context.settings, "elements.facts")
        self.form = FactForm(context, initiator)
        self.card = Card("三龄两历一身份").flush()
        self._right = Card()
        self._lay_out()
        self.scope.chosen.connect(self._on_scope)
        self.search.typed.connect(self.view.filter_text)
        self.view.chosen.connect(self._on_chosen)
        self.view.activated_id.connect(self._on_activated)
        self.view.opened.connect(self._on_opened)
        self.view.arranged.connect(self.noted)
        self.view.set_empty("file-certificate-outline", "没有这一类干部",
                            "换一个范围，或先登记干部。")  # fmt: skip

    def _lay_out(self) -> None:
        large = theme.px(100) >= LARGE_TEXT
        # With large text the search goes below the scopes.
        row = QVBoxLayout() if large else QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(8)
        row.addWidget(self.scope)
        row.addWidget(self.search, 1)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.view, 1)
        self._right.body.addWidget(self.form, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(self.card)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([960, 520])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def set_narrow(self, narrow: bool) -> None:
        """Give the form less room in a narrow window."""
        self._split.setSizes([680, 430] if narrow else [960, 520])

    def show_rows(self, rows: tuple[work.FactsRow, ...]) -> None:
        """Show other states; the person in the form stays where nothing typed would be lost."""
        self._rows = rows
        self._show()
        known = self._context.workspace.snapshot.people.positions
        if self.form.person() not in known:
            self.form.show_person("")
        elif not self.form.dirty():
            self.form.show_person(self.form.person())

    def counts(self) -> tuple[int, int]:
        """Say how many people have a fact in dispute, and how many are verified in full."""
        done = sum(row.verified == len(FACTS) for row in self._rows)
        return sum(bool(row.disputed) for row in self._rows), done

    def _show(self) -> None:
        tests = {EVERY: _any, "disputed": _disputed, "open": _unfinished, "done": _finished}
        counts = {id: sum(map(test, self._rows)) for id, test in tests.items()}
        for id, words in SCOPES:
            self.scope.set_text(id, f"{words} {names.number(counts[id])}")
        shown = [row for row in self._rows if tests[self.scope.current()](row)]
        self.view.show_rows(columns(), shown, [row.id for row in shown])
        self.card.set_note("不一致且未核定的，研判中按待核处理，不作不符合")
        if not self.form.person() and shown:
            self.view.select_ids((shown[0].id,))
            self.form.show_person(shown[0].id)
        self.noted.emit()

    # ---- slots

    def _on_scope(self, scope: object) -> None:
        self._show()

    def _on_chosen(self, id: object) -> None:
        if not id or id == self.form.person():
            return
        if self.form.person() and self.form.dirty() and not self._context.ask.confirm(
            "尚未保存", "核实情况还没有保存，要放弃吗？", yes="放弃修改", danger=True
        ):  # fmt: skip
            self.view.select_ids((self.form.person(),))
            return
        self.form.show_person(str(id))

    def _on_activated(self, id: object) -> None:
        row = next((row for row in self._rows if row.id == id), None)
        if row is not None:
            self._on_chosen(id)
            wanted = "disputed" if row.disputed else "open"
            at = row.states.index(wanted) if wanted in row.states else 0
            editor = self.form.facts[FACTS[at]].editors["value"]
            editor.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_opened(self, id: object) -> None:
        self._context.navigator.go(OpenPerson(str(id)))


def _any(row: work.FactsRow) -> bool:
    return bool(row.states)


def _disputed(row: work.FactsRow) -> bool:
    return bool(row.disputed)


def _unfinished(row: work.FactsRow) -> bool:
    return row.verified < len(FACTS)


def _finished(row: work.FactsRow) -> bool:
    return row.verified == len(FACTS)


def columns() -> tuple[Column, ...]:
    """Give the columns; items are `FactsRow`."""
    states = tuple(
        Column(id=fact, title=work.SHORT[fact], cell=partial(_state, at), width=62)
        for at, fact in enumerate(FACTS)
    )
    return (
        Column(id="name", title="干部", cell=_name, width=76, search=True),
        Column(
            id="position", title="现任职务", cell=_position, width=130, search=True, stretch=True
        ),
        *states,
        Column(id="verified", title="已核", cell=_verified, width=52, align="right", keys=_keys),
    )


def _name(row: work.FactsRow) -> Cell:
    return Cell(text=row.name, link=True)


def _position(row: work.FactsRow) -> Cell:
    return Cell(text=row.position, tone="text2")


def _state(at: int, row: work.FactsRow) -> Cell:
    word, mark = work.STATES[row.states[at]]
    return Cell(text=word, mark=mark, faint=row.states[at] == "open")


def _verified(row: work.FactsRow) -> str:
    return f"{row.verified}/{len(FACTS)}"


def _keys(rows):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give the number of verified facts, for sorting."""
    import numpy as np

    return np.array([row.verified for row in rows], dtype=np.int32)
