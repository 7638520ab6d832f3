"""The view 画像: portraits of key posts and of a category's posts, edited as sentences."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.structure import portrait_edit, portrait_phrase
from leadership_model.structure.model import Portrait, Weight
from leadership_model.structure.portrait_phrase import Item
from ui.context import Context
from ui.pages.structure.building import Building
from ui.pages.structure.portrait_columns import term_columns
from ui.pages.structure.portrait_list import PortraitList
from ui.pages.structure.portrait_offer import Offered
from ui.pages.structure.portrait_terms import TermRow, term_rows
from ui.pages.structure.portrait_tokens import HeadLine, TermLine
from ui.tables.view import TableView
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Elided, label, link
from ui.widgets.picker import Option, Picker


class PortraitEditor(QWidget):
    """`changed` carries a portrait before and after (None: there is none) with words for 撤销."""

    changed = Signal(object, object, str)
    begun = Signal(bool)  # a new one: of a key post of this model, or general
    copied = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._own: tuple[Portrait, ...] = ()
        self._general: tuple[Portrait, ...] = ()
        self._portrait: Portrait | None = None
        self._item: Item | None = None
        self._offered: tuple[Offered, ...] = ()
        self._names: Catalogue | None = None
        self.picker: Picker | None = None
        self.list = PortraitList()
        self.head = HeadLine()
        self.table = TableView(context.settings, "structure.terms", opens="")
        self.line = TermLine()
        self._wrong = label("", "error", wrap=True)
        self._lay_out()
        self.list.chosen.connect(self._on_portrait)
        self.list.begun.connect(self.begun)
        self.table.chosen.connect(self._on_item)
        self.head.taken.connect(self._on_head)
        self.line.taken.connect(self._on_term)
        self._building = Building(context, self)
        self._building.listen(self.line)

    # ---- building

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.list)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head_card())
        column.addWidget(self._table_card(), 1)
        column.addWidget(self._term_card())
        row.addWidget(self._right, 1)
        self._empty = Card()
        self._empty.body.addWidget(
            EmptyState(
                "bullseye-arrow",
                "还没有画像",
                "重点岗位的画像写明必须符合的资格条件和按分值计算的权重条件。",
                "新建重点岗位画像",
                self.list.begin_key,
            )
        )
        row.addWidget(self._empty, 1)

    def _head_card(self) -> Card:
        self._head_card_ = card = Card("适用岗位", "　")
        self.copy_button = button("复制", self._on_copy, icon="content-copy", kind="small",
                                  tip="复制成另一个画像")  # fmt: skip
        self.delete_button = button("删除", self._on_delete, icon="delete-outline", kind="small",
                                    tip="删除这个画像")  # fmt: skip
        card.header.addWidget(self.copy_button)
        card.header.addWidget(self.delete_button)
        card.body.addWidget(self.head)
        return card

    def _table_card(self) -> Card:
        card = Card().flush()
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 4)
        foot.setSpacing(14)
        self.offer_link = link("＋ 从常用中选", self._on_offer, "选一条其他画像里的条件")
        for text, slot, tip in (
            ("＋ 资格条件", self._on_qualification, "不符合的人不进入匹配"),
            ("＋ 权重条件", self._on_weight, "符合就得分"),
            ("＋ 按程度计分", self._on_graded, "一个数值越高（或越低）得分越多"),
        ):
            foot.addWidget(link(text, slot, tip))
        foot.addWidget(self.offer_link)
        self._sum = Elided("", "note")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self._sum, 1)
        card.body.addLayout(foot)
        self.table.set_empty("format-list-checks", "还没有条件", "先加一条资格条件或权重条件。")
        return card

    def _term_card(self) -> Card:
        self._term = card = Card("请选择一条", "逐段点选修改")
        self.up_button = icon_button("arrow-up", "在同一标题下上移", self._on_up, small=True)
        self.down_button = icon_button("arrow-down", "在同一标题下下移", self._on_down, small=True)
        self.drop_button = button("去掉", self._on_drop, icon="delete-outline", kind="small",
                                  tip="去掉这一条")  # fmt: skip
        for each in (self.up_button, self.down_button, self.drop_button):
            card.header.addWidget(each)
        card.body.addWidget(self.line)
        card.body.addWidget(self._wrong)
        return card

    # ---- showing

    def show_portraits(
        self,
        own: tuple[Portrait, ...],
        general: tuple[Portrait, ...],
        offered: tuple[Offered, ...],
        names: Catalogue,
    ) -> None:
        """Show the portraits of a model and the general ones of its category."""
        self._own, self._general = own, general
        self._offered, self._names = offered, names
        self.offer_link.setEnabled(bool(offered))
        current = self._portrait.id if self._portrait is not None else ""
        every = sorted((*own, *general), key=_place)
        if all(each.id != current for each in every):
            current = every[0].id if every else ""
        self.list.show_portraits(own, general, current)
        self._show(current)

    def choose(self, id: str) -> None:
        """Show one portrait."""
        self.list.choose(id)
        self._show(id)

    def portrait(self) -> Portrait | None:
        """The portrait shown."""
        return self._portrait

    def item(self) -> Item | None:
        """The condition shown."""
        return self._item

    def _show(self, id: str) -> None:
        every = (*self._own, *self._general)
        found = next((each for each in every if each.id == id), None)
        self._portrait = found
        self._right.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is None or self._names is None:
            return
        kind = "随模型发布" if found in self._own else "本类别通用，改动立即生效并记入变更"
        self._head_card_.set_note(kind)
        self.head.show_portrait(found)
        rows = term_rows(found, self._names)
        ids = [row.id for row in rows]
        if self._item is None or self._item.id not in ids:
            self._item = portrait_phrase.item_of(ids[0]) if ids else None
        with QSignalBlocker(self.table):
            self.table.show_rows(term_columns(), rows, ids)
            self.table.select_ids((self._item.id,) if self._item else ())
        total = sum(each.points for each in found.weights)
        self._sum.setText(f"资格 {len(found.qualifications)} 条 · 权重合计 {total:g} 分")
        self._show_item(rows)

    def _show_item(self, rows: tuple[TermRow, ...]) -> None:
        found, item = self._portrait, self._item
        self._wrong.hide()
        for each in (self.up_button, self.down_button, self.drop_button):
            each.setEnabled(item is not None)
        self.line.setVisible(item is not None)
        if found is None or item is None or self._names is None:
            self._term.set_title("请选择一条")
            return
        self._term.set_title("资格条件" if item.part == "qualification" else "权重条件")
        row = next(each for each in rows if each.id == item.id)
        self._term.set_note(row.sensitive or "逐段点选修改")
        self.line.show_item(found, item, self._names)

    # ---- edits

    def _put(self, after: Portrait, text: str) -> None:
        before = self._portrait
        if before is not None and after != before:
            self.changed.emit(before, after, text)

    def _on_portrait(self, id: object) -> None:
        self._item = None
        self._show(str(id or ""))

    def _on_item(self, id: object) -> None:
        found = portrait_phrase.item_of(str(id or ""))
        if found is not None and found != self._item and self._portrait and self._names:
            self._item = found
            self._show_item(term_rows(self._portrait, self._names))

    def _on_head(self, slot: str, text: str) -> None:
        if self._portrait is not None:
            made = portrait_edit.edited_head(self._portrait, slot, text)
            self._put(made, f"修改画像 {made.label}")

    def _on_term(self, slot: str, text: str) -> None:
        found, item, names = self._portrait, self._item, self._names
        if found is None or item is None or names is None:
            return
        try:
            made = portrait_edit.edited(found, item, slot, text, names)
        except UserError as error:
            self._wrong.setText(error.sentence)
            self._wrong.show()
            return
        self._put(made, f"修改画像 {found.label} 的条件")

    def _add(self, part: portrait_phrase.Part, form: str = "condition") -> None:
        found, names = self._portrait, self._names
        if found is None or names is None:
            return
        made = portrait_edit.added(found, part, names, form)
        listed = made.qualifications if part == "qualification" else made.weights
        self._item = Item(part, len(listed) - 1)
        self._put(made, f"画像 {found.label} 加条件")

    def _on_qualification(self) -> None:
        self._add("qualification")

    def _on_weight(self) -> None:
        self._add("weight")

    def _on_graded(self) -> None:
        self._add("weight", "element")

    def _on_offer(self) -> None:
        options = [Option(each.text, each.text, each.note) for each in self._offered]
        self.picker = Picker(options, "条件里的字、拼音", parent=self)
        self.picker.picked.connect(self._on_offered)
        self.picker.open_at(self.offer_link)

    def _on_offered(self, text: object) -> None:
        found = self._portrait
        offered = next((each for each in self._offered if each.text == text), None)
        if found is None or offered is None:
            return
        if isinstance(offered.made, Weight):
            from dataclasses import replace

            made = replace(found, weights=(*found.weights, offered.made))
            self._item = Item("weight", len(made.weights) - 1)
        else:
            made = portrait_edit.with_qualification(found, *offered.made)
            self._item = Item("qualification", len(made.qualifications) - 1)
        self._put(made, f"画像 {found.label} 加条件")

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        found, item = self._portrait, self._item
        if found is not None and item is not None:
            made, self._item = portrait_edit.moved(found, item, step)
            self._put(made, f"画像 {found.label} 的条件排序")

    def _on_drop(self) -> None:
        found, item = self._portrait, self._item
        if found is not None and item is not None:
            self._item = None
            self._put(portrait_edit.removed(found, item), f"画像 {found.label} 去掉条件")

    def _on_copy(self) -> None:
        if self._portrait is not None:
            self.copied.emit(self._portrait)

    def _on_delete(self) -> None:
        if self._portrait is not None:
            self.changed.emit(self._portrait, None, f"删除画像 {self._portrait.label}")


def _place(portrait: Portrait) -> bool:
    return not portrait.key
