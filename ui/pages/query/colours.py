"""着色: rules that mark people in the list, kept in the base and shown as a legend."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leadership_model import ids
from leadership_model.conditions.sentence import parse
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.store.nouns import ColourRule
from ui.context import Context
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.query.shades import TONES, Shade, shades_of
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList


class Colours(QObject):
    """The rules of the base and whom they find just now."""

    found = Signal(object)  # tuple[Shade, ...]

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._around = context, parent
        self.rules: tuple[ColourRule, ...] = ()

    def look(self) -> None:
        """Read the rules and ask them."""
        workspace = self._context.workspace
        if workspace.loaded.engine is not None:
            workspace.read(_read, "query.colours", self._on_read)
        else:
            self._on_read(())

    def _on_read(self, rules: tuple[ColourRule, ...]) -> None:
        self.rules = rules
        if not any(each.active for each in rules):
            self.found.emit(())
            return
        work = partial(shades_of, self._context.workspace.world, rules)
        self._context.jobs.read(work, "query.shades", self._on_found)

    def _on_found(self, shades: tuple[Shade, ...]) -> None:
        self.found.emit(shades)

    def manage(self, sentence: str) -> None:
        """Show the rules; `sentence` is offered for a new one."""
        if self._context.workspace.loaded.engine is None:
            self._context.ask.inform("当前显示的数据没有存放在干部库中，不能保存着色规则。")
            return
        catalogue = self._context.workspace.catalogue
        dialog = ColoursDialog(self.rules, catalogue, sentence, self._around)
        if self._context.ask.show(dialog) and dialog.edited != self.rules:
            self._write(self.rules, dialog.edited)

    def _write(self, before: tuple[ColourRule, ...], after: tuple[ColourRule, ...]) -> None:
        from leadership_model.store.joint import JointEdit

        edit = JointEdit(before, after)
        workspace = self._context.workspace
        workspace.write(edit.forward, "修改着色规则", undo=edit.backward)


def _read(engine: Engine, _control: Control) -> tuple[ColourRule, ...]:
    from leadership_model.store import load

    return tuple(sorted(load.every(engine, ColourRule), key=_order))


def _order(rule: ColourRule) -> tuple[int, str]:
    return rule.order, rule.id


class ColoursDialog(Dialog):
    """The rules in their order; the fields below change the one chosen. `edited` is the result."""

    def __init__(
        self,
        rules: Sequence[ColourRule],
        catalogue: Catalogue,
        sentence: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("着色规则", parent, width=600)
        self.edited = tuple(rules)
        self._catalogue, self._sentence = catalogue, sentence
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(180))
        self.list.chosen.connect(self._on_chosen)
        self.body.addWidget(label("符合条件的人在名单中着色；先列出的规则优先。", "note"))
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._make_fields())
        self.body.addLayout(self._make_buttons())
        self.add_cancel()
        self.add_button("保存", self.accept, kind="primary")
        self._show(self.edited[0].id if self.edited else "")

    def _make_fields(self) -> QGridLayout:
        self.name, self.condition = QLineEdit(), QLineEdit(self._sentence)
        self.name.setPlaceholderText("如：年轻干部")
        self.condition.setPlaceholderText("如：年龄 <= 40 且 学历 >= 大学")
        self.tone = QComboBox()
        for tone, words in TONES.items():
            self.tone.addItem(words, tone)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows = (("名称", self.name), ("条件", self.condition), ("颜色", self.tone))
        for row, (words, field) in enumerate(rows):
            field.setAccessibleName(words)
            grid.addWidget(label(words, "note"), row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _make_buttons(self) -> QHBoxLayout:
        from ui.widgets.buttons import button

        row = QHBoxLayout()
        row.setSpacing(6)
        self.add = button("加为新规则", self._on_add, kind="small", icon="plus")
        self.change = button("改所选", self._on_change, kind="small")
        self.turn = button("停用所选", self._on_turn, kind="small")
        self.up = button("提前", self._on_up, kind="small", icon="arrow-up")
        self.away = button("删除所选", self._on_away, kind="small")
        for each in (self.add, self.change, self.turn, self.up, self.away):
            row.addWidget(each)
        row.addStretch(1)
        return row

    def _show(self, chosen: str) -> None:
        self.list.show_items(
            [
                ListItem(
                    id=each.id,
                    title=each.label,
                    note=each.sentence,
                    right="" if each.active else "已停用",
                    mark=each.tone,
                )
                for each in self.edited
            ]
        )
        if chosen:
            self.list.choose(chosen)
        rule = self._chosen()
        for each in (self.change, self.turn, self.up, self.away):
            each.setEnabled(rule is not None)

    def _chosen(self) -> ColourRule | None:
        id = self.list.current_id()
        return next((each for each in self.edited if each.id == id), None)

    def _on_chosen(self, id: str) -> None:
        rule = next((each for each in self.edited if each.id == id), None)
        if rule is not None:
            self.name.setText(rule.label)
            self.condition.setText(rule.sentence)
            self.tone.setCurrentIndex(list(TONES).index(rule.tone))
            self.turn.setText("停用所选" if rule.active else "启用所选")

    def _typed(self) -> tuple[str, str] | None:
        """Give name and condition as they are typed; None and a sentence where they are no good."""
        name, sentence = self.name.text().strip(), self.condition.text().strip()
        try:
            if not name:
                raise UserError("请写规则的名称，图例上显示它")
            if not sentence:
                raise UserError("请写条件，如：年龄 <= 40")
            parse(sentence, self._catalogue)
        except UserError as error:
            self.refuse(error.sentence)
            return None
        self.refuse("")
        return name, sentence

    def _on_add(self) -> None:
        typed = self._typed()
        if typed is not None:
            last = max((each.order for each in self.edited), default=0)
            made = ColourRule(
                id=ids.new("colour"),
                label=typed[0],
                sentence=typed[1],
                tone=self.tone.currentData(),
                order=last + 1,
            )
            self.edited = (*self.edited, made)
            self._show(made.id)

    def _on_change(self) -> None:
        rule, typed = self._chosen(), self._typed()
        if rule is not None and typed is not None:
            tone = self.tone.currentData()
            self._put(replace(rule, label=typed[0], sentence=typed[1], tone=tone))

    def _on_turn(self) -> None:
        rule = self._chosen()
        if rule is not None:
            self._put(replace(rule, active=not rule.active))

    def _on_up(self) -> None:
        rule = self._chosen()
        at = -1 if rule is None else self.edited.index(rule)
        if at > 0:
            rules = list(self.edited)
            rules[at - 1 : at + 1] = rules[at], rules[at - 1]
            self.edited = tuple(replace(each, order=n + 1) for n, each in enumerate(rules))
            self._show(self.edited[at - 1].id)

    def _on_away(self) -> None:
        rule = self._chosen()
        self.edited = tuple(each for each in self.edited if each is not rule)
        self._show(self.edited[0].id if self.edited else "")

    def _put(self, rule: ColourRule) -> None:
        self.edited = tuple(rule if each.id == rule.id else each for each in self.edited)
        self._show(rule.id)
