"""The card of a definition: its sentence, name and domain, edited in place; save, copy, retire."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from leadership_model.elements import sensitive
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.describe import meaning_of_filter
from leadership_model.elements.element import Element, When
from leadership_model.elements.references import of_definition
from leadership_model.errors import UserError
from ui import theme
from ui.context import Context
from ui.pages.elements import element_work as work
from ui.pages.elements.element_sentence import TokenSentence
from ui.pages.elements.element_work import Draft
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.condition_dialog import ConditionDialog
from ui.widgets.emptying import empty
from ui.widgets.labels import label, link


class DefinitionCard(Card):
    """`changed` carries the subject put otherwise; `wanted` the name of a part to be shown."""

    changed = Signal(object)
    wanted = Signal(object)
    save_asked = Signal()
    revert_asked = Signal()
    copy_asked = Signal()
    retire_asked = Signal()
    restore_asked = Signal()
    query_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._draft: Draft | None = None
        self._name = label("", "section")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._parts = QHBoxLayout()
        self._parts.setSpacing(8)
        self.sentence = TokenSentence()
        self.head = TokenSentence("note")
        self.reading = label("", "note", wrap=True)
        self.wrong = label("", "error", wrap=True)
        self.query = button("按它查询", self._on_query, icon="filter-variant", kind="small",
                            tip="到模型查询列出有值的干部")  # fmt: skip
        self.copy = button("复制", self._on_copy, icon="content-copy", kind="small",
                           tip="以它为样子新建一个")  # fmt: skip
        self.retire = button("停用", self._on_retire, icon="eye-off-outline", kind="small")
        self.restore = button("恢复原样", self._on_restore, icon="restore", kind="small",
                              tip="去掉本单位的修改，恢复程序自带的定义")  # fmt: skip
        self.revert = button("还原", self._on_revert, icon="undo-variant", kind="small",
                             tip="放弃未保存的修改（Ctrl+Backspace）")  # fmt: skip
        self.save = button("保存…", self._on_save, icon="content-save-outline", kind="primary",
                           tip="看过影响以后保存（Ctrl+S）")  # fmt: skip
        self._lay_out()
        for each in (self.sentence, self.head):
            each.asked.connect(self._on_asked)
            each.picked.connect(self._on_picked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addLayout(self._chips)
        head.addStretch(1)
        for each in (self.query, self.copy, self.retire, self.restore, self.revert, self.save):
            head.addWidget(each)
        self.body.addLayout(head)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(self.sentence)
        column.addWidget(self.head)
        column.addLayout(self._parts)
        column.addWidget(self.wrong)
        column.addWidget(self.reading)
        self.body.addLayout(column)

    # ---- showing

    def show_draft(self, draft: Draft, faults: tuple[str, ...], shipped: object) -> None:
        """Show what is being changed, and why it cannot be saved; `shipped` as the program has it.

        `shipped` is None for what the department made itself.
        """
        self._draft = draft
        after, catalogue = draft.after, self._context.workspace.catalogue
        self._name.setText(work.name_of(after))
        self._show_chips(draft, catalogue)
        self.sentence.show_pieces(work.sentence_of(after, catalogue))
        self.head.show_pieces(work.head_of(after))
        self._show_parts(after)
        self.wrong.setText("；".join(faults) + "。" if faults else "")
        self.wrong.setVisible(bool(faults))
        text = _reading(after, catalogue)
        self.reading.setText(text)
        self.reading.setVisible(bool(text))
        self.save.setVisible(draft.dirty)
        self.save.setEnabled(not faults)
        self.revert.setVisible(draft.dirty)
        for each in (self.copy, self.retire, self.query):
            each.setVisible(not draft.dirty)
        changed = shipped is not None and shipped != draft.before
        self.restore.setVisible(changed and not draft.dirty)
        self.retire.setText("启用" if after.retired else "停用")
        self.retire.setToolTip(
            "重新在各处提供选用" if after.retired else "不再提供选用；已有的结果仍可阅读"
        )

    def _show_chips(self, draft: Draft, catalogue: Catalogue) -> None:
        empty(self._chips)
        after = draft.after
        if draft.before is None:
            self._chips.addWidget(Chip("新建，未保存", "accent"))
        elif draft.dirty:
            self._chips.addWidget(Chip("有未保存的修改", "accent"))
        if after.retired:
            self._chips.addWidget(Chip("已停用", "grey"))
        if not isinstance(after, Element):
            self._chips.addWidget(Chip("经历筛选", "soft"))
        try:
            with_it = work.catalogue_with(draft, catalogue)
        except UserError:
            return
        chain = sensitive.chain(work.name_of(after), with_it)
        chip = Chip(
            "敏感：不进入个人得分" if chain else "可用于匹配", "yellow" if chain else "green"
        )
        if chain:
            chip.setToolTip(
                f"{sensitive.explain((chain,))}。用于画像或个人得分时，须写明法规依据。"
            )
        self._chips.addWidget(chip)

    def _show_parts(self, after: work.Subject) -> None:
        """Give a link to every element and filter it is built from."""
        empty(self._parts)
        uses = of_definition(after.definition) if isinstance(after, Element) else None
        names = () if uses is None else (*uses.elements, *uses.filters)
        if names:
            self._parts.addWidget(label("构成", "note"))
        for name in names[:6]:
            made = link(name, self._on_part, f"查看“{name}”")
            made.setObjectName(name)
            self._parts.addWidget(made)
        self._parts.addStretch(1)

    # ---- slots

    def _on_asked(self, slot: str) -> None:
        draft = self._draft
        if draft is None:
            return
        if slot == "condition":
            self._ask_condition(draft)
            return
        where = self.sentence if slot in self.sentence.tokens else self.head
        found = work.choices(draft.after, slot, self._context.workspace.world)
        self._slot = slot
        where.open(slot, found, self._check)

    def _ask_condition(self, draft: Draft) -> None:
        definition = getattr(draft.after, "definition", None)
        condition = definition.condition if isinstance(definition, When) else None
        dialog = ConditionDialog(
            "条件",
            f"符合下面条件的人，“{work.name_of(draft.after)}”记为“是”。",
            self._context.workspace.world,
            condition,
            self.window(),
        )
        dialog.accepted.connect(self._on_condition)
        self._dialog = dialog
        self._context.ask.show(dialog)

    def _on_condition(self) -> None:
        condition = self._dialog.condition()
        if self._draft is not None and condition is not None:
            from leadership_model.elements.edit import with_condition

            assert isinstance(self._draft.after, Element)
            self.changed.emit(with_condition(self._draft.after, condition))

    def _check(self, text: str) -> str:
        if self._draft is None:
            return ""
        try:
            work.changed(self._draft.after, self._slot, text, self._context.workspace.catalogue)
        except UserError as error:
            return f"{error.sentence.rstrip('。')}。"
        return ""

    def _on_picked(self, slot: str, chosen: object) -> None:
        if self._draft is None:
            return
        catalogue = self._context.workspace.catalogue
        try:
            made = work.changed(self._draft.after, slot, chosen, catalogue)
        except UserError as error:
            self.wrong.setText(f"{error.sentence.rstrip('。')}。")
            self.wrong.show()
            return
        self.changed.emit(made)

    def _on_part(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def _on_save(self) -> None:
        self.save_asked.emit()

    def _on_revert(self) -> None:
        self.revert_asked.emit()

    def _on_copy(self) -> None:
        self.copy_asked.emit()

    def _on_retire(self) -> None:
        self.retire_asked.emit()

    def _on_restore(self) -> None:
        self.restore_asked.emit()

    def _on_query(self) -> None:
        self.query_asked.emit()


def _reading(subject: work.Subject, catalogue: Catalogue) -> str:
    """Say what the filters ask that it is built from."""
    if not isinstance(subject, Element):
        return ""
    filters = of_definition(subject.definition).filters
    return "\n".join(f"{name}：{meaning_of_filter(name, catalogue)}" for name in filters)
