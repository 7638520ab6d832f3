"""The view 继承: where each line comes from, conflicts to settle, what is to be reset."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.context import Context
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.inherit_work import (
    BelowRow,
    InheritRow,
    below_rows,
    inherit_rows,
    told,
)
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_role


class InheritView(QWidget):
    """Announces what is to be done with a line; `opened` carries the key of a difference below."""

    reset = Signal(str)
    reset_all = Signal()
    settled = Signal(str, str)  # id, own or above
    adjusted = Signal(str)
    edited = Signal(str)
    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[InheritRow, ...] = ()
        self._model = ""  # the id of the difference shown
        self._stack = QStackedWidget()
        self.table = TableView(context.settings, "structure.inherit", opens="修改这一条")
        self.below = TableView(context.settings, "structure.below", opens="打开")
        self._note = label("", "note", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._own_card())
        self._stack.addWidget(self._below_card())
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_edit)
        self.table.activated_id.connect(self._on_edit)
        self.below.opened.connect(self.opened)
        self.below.activated_id.connect(self.opened)

    def _own_card(self) -> Card:
        self._own = card = Card("继承与差异", "　")
        card.body.addWidget(self._note)
        card.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep_button = button("保留本级", self._on_keep, icon="check",
                                  tip="这处冲突按本级的写法，上级的改动不采用")  # fmt: skip
        self.take_button = button("采用上级", self._on_take, icon="arrow-down-bold-outline",
                                  tip="这处冲突按上级的写法，本级的改动不再保留")  # fmt: skip
        self.edit_button = button("修改", self._on_edit_button, icon="pencil-outline",
                                  tip="到“要求”或“画像”中改这一条")  # fmt: skip
        self.adjust_button = button("增减…", self._on_adjust, icon="plus-minus-variant",
                                    tip="目标在上级之上加减若干；上级改动时随之改动")  # fmt: skip
        self.reset_button = button("恢复继承", self._on_reset, icon="undo-variant",
                                   tip="这一条恢复为上级的内容（F6）")  # fmt: skip
        self.all_button = button("全部恢复", self._on_reset_all, icon="undo",
                                 tip="去掉全部差异，恢复为上级的内容")  # fmt: skip
        for each in (self.keep_button, self.take_button, self.edit_button, self.adjust_button):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.reset_button)
        row.addWidget(self.all_button)
        card.body.addLayout(row)
        return card

    def _below_card(self) -> Card:
        self._beneath = card = Card("继承这个模型的差异", "　")
        card.body.addWidget(self.below, 1)
        self.below.set_empty(
            "file-tree-outline",
            "没有差异",
            "这一类的班子都按这个模型研判。可用左下的“＋子类”“＋班子”另定不同之处。",
        )
        return card

    # ---- showing

    def show_hand(self, hand: Hand, below: tuple[Hand, ...]) -> None:
        """Show the lines of a difference, or the differences below a model."""
        self._stack.setCurrentIndex(0 if hand.above is not None else 1)
        another, self._model = hand.draft.id != self._model, hand.draft.id
        if hand.above is None:
            rows = below_rows(below)
            self.below.show_rows(_below_columns(), rows, [row.key for row in rows])
            count = sum(row.conflicts for row in rows)
            self._beneath.set_note(f"{len(rows)} 个" + (f"，{count} 处冲突" if count else ""))
            return
        self._rows = inherit_rows(hand)
        count = sum(row.conflict for row in self._rows)
        self._own.set_title(f"{count} 处冲突" if count else "继承与差异")
        self._own.set_note(f"上级：{hand.above.label} · {told(self._rows)}")
        words = "上级已改动本级改过的内容，请逐条决定；决定之前按本级的写法。" if count else ""
        self._note.setText(words)
        set_role(self._note, "near" if count else "note")
        self._note.setVisible(bool(count))
        self.table.show_rows(_columns(), self._rows, [row.id for row in self._rows])
        if (another or not self.table.current_id()) and self._rows:
            self.table.select_ids((self._rows[0].id,))  # conflicts come first
        self.all_button.setEnabled(hand.has_own)
        self._on_chosen(self.table.current_id())

    def row(self) -> InheritRow | None:
        """The line chosen."""
        id = self.table.current_id()
        return next((row for row in self._rows if row.id == id), None)

    # ---- slots

    def _on_chosen(self, id: object) -> None:
        row = self.row()
        self.keep_button.setEnabled(row is not None and row.conflict)
        self.take_button.setEnabled(row is not None and row.conflict)
        self.reset_button.setEnabled(row is not None and row.state != "inherited")
        self.edit_button.setEnabled(row is not None and row.state != "removed")
        plain = row is not None and row.kind == "要求" and row.state in ("inherited", "adjusted")
        self.adjust_button.setEnabled(plain)

    def _on_keep(self) -> None:
        self._emit_settled("own")

    def _on_take(self) -> None:
        self._emit_settled("above")

    def _emit_settled(self, choice: str) -> None:
        row = self.row()
        if row is not None:
            self.settled.emit(row.id, choice)

    def _on_adjust(self) -> None:
        row = self.row()
        if row is not None:
            self.adjusted.emit(row.id)

    def _on_reset(self) -> None:
        row = self.row()
        if row is not None and row.state != "inherited":
            self.reset.emit(row.id)

    def _on_reset_all(self) -> None:
        self.reset_all.emit()

    def _on_edit_button(self) -> None:
        self._on_edit(self.table.current_id())

    def _on_edit(self, id: object) -> None:
        row = next((each for each in self._rows if each.id == id), None)
        if row is not None and row.state != "removed":
            self.edited.emit(row.id)


def _columns() -> tuple[Column, ...]:
    return (
        Column(id="mark", title="来源", cell=_mark, width=92, fixed=True, tip=_mark_tip),
        Column(id="kind", title="种类", cell=_kind, width=52),
        Column(id="title", title="名称", cell=_title, width=170, fixed=True, search=True),
        Column(id="above", title="上级", cell=_above, width=230, stretch=True, tip=_above_tip),
        Column(id="own", title="本级", cell=_own, width=330, tip=_own_tip),
    )


def _mark(row: InheritRow) -> Cell:
    if row.conflict:
        return Cell(text="冲突", icon="alert-outline", tone="red_text", bold=True)
    icons = {
        "added": "plus-circle-outline",
        "removed": "minus-circle-outline",
        "changed": "pencil-circle-outline",
        "adjusted": "plus-minus-variant",
    }
    tone = "text2" if row.state == "inherited" else "accent"
    return Cell(text=row.mark, icon=icons.get(row.state, ""), tone=tone)


def _mark_tip(row: InheritRow) -> str:
    return f"本级改动时上级是：{row.seen}" if row.conflict else row.mark


def _kind(row: InheritRow) -> Cell:
    return Cell(text=row.kind, tone="text2")


def _title(row: InheritRow) -> Cell:
    return Cell(text=row.title, strike=row.state == "removed")


def _above(row: InheritRow) -> Cell:
    return Cell(text=row.above, tone="text2")


def _above_tip(row: InheritRow) -> str:
    return row.above


def _own(row: InheritRow) -> Cell:
    if row.state == "inherited":
        return Cell(text="同上级", faint=True)
    return Cell(text="已减去" if row.state == "removed" else row.own)


def _own_tip(row: InheritRow) -> str:
    return row.own


def _below_columns() -> tuple[Column, ...]:
    return (
        Column(id="title", title="名称", cell=_below_title, width=200, stretch=True, fixed=True),
        Column(id="kind", title="种类", cell=_below_kind, width=64),
        Column(id="own", title="不同之处", cell=_below_own, width=84, align="right"),
        Column(id="conflicts", title="冲突", cell=_below_conflicts, width=84, align="right"),
    )


def _below_title(row: BelowRow) -> Cell:
    return Cell(text=row.title, link=True)


def _below_kind(row: BelowRow) -> Cell:
    return Cell(text=row.kind, tone="text2")


def _below_own(row: BelowRow) -> str:
    return f"{row.own} 条"


def _below_conflicts(row: BelowRow) -> Cell:
    if not row.conflicts:
        return Cell(text="–", faint=True)
    return Cell(text=f"{row.conflicts} 处", icon="alert-outline", tone="red_text", bold=True)
