"""The tab 规则库: every rule with its settings, edited with the effect shown before it is kept."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.errors import UserError
from leadership_model.rules.rule import Rule
from ui import theme
from ui.context import Context
from ui.navigation import OpenTeam
from ui.pages.assessment import book_work as work
from ui.pages.assessment.book_form import RuleForm
from ui.pages.assessment.book_work import EffectRow
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from leadership_model.assessment.rule_effect import RuleEffect
    from leadership_model.store.nouns import RuleSetting

KINDS = (("all", "全部"), ("open", "待核实"), ("own", "本部门改过"), ("off", "已停用"))
PAUSE = 300  # ms after the last key before the effect is worked out


class Book(QWidget):
    """Lists the rules at the left; one rule's form and its effect at the right."""

    def __init__(self, context: Context, initiator: QWidget) -> None:
        super().__init__()
        self._context, self._initiator = context, initiator
        self._seen: View | None = None
        self._settings: dict[str, RuleSetting] = {}
        self._rules: dict[str, Rule] = {}
        self._effects: dict[str, EffectRow] = {}
        self._rule: Rule | None = None
        self.kinds = Segments(KINDS)
        self.kinds.chosen.connect(self._on_kind)
        self._note = Elided("", "note")
        self.field = SearchField("筛选规则")
        self.field.setMaximumWidth(190)
        self.field.typed.connect(self._on_filter)
        self.table = TableView(context.settings, "assessment.book", opens="编辑这条规则")
        self.table.set_empty("scale-balance", "没有这样的规则", "换一个筛选再看。")
        self.table.chosen.connect(self._on_rule)
        self.table.opened.connect(self._on_edit)
        self.table.activated_id.connect(self._on_edit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)
        head = QHBoxLayout()
        head.addWidget(self.kinds)
        head.addWidget(self._note, 1)
        head.addWidget(self.field)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(framed, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(10)
        halves.addWidget(left)
        halves.addWidget(self._make_right())
        halves.setStretchFactor(0, 1)
        halves.setSizes([540, 500])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(halves)

    def _make_right(self) -> QWidget:
        self.card = Card(" ", " ")
        self.basis = label("", "note", wrap=True)
        self.form = RuleForm()
        self.form.edited.connect(self._on_edited)
        self.form.sent.connect(self.save)
        self.fault = label("", "error", wrap=True)
        self._reset = button("恢复随附设置", self.reset, kind="small")
        self._save = button("保存设置", self.save, icon="content-save-outline", kind="small")
        buttons = QHBoxLayout()
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        self.told = label("", "note", wrap=True)
        self.effects = TableView(
            self._context.settings, "assessment.effects", opens="打开这个班子的规则核查"
        )
        self.effects.set_empty("equal", "结果不变", "改动设置后，这里列出会新增或消除的结果。")
        self.effects.opened.connect(self._on_team)
        self.effects.activated_id.connect(self._on_team)
        self.effects.setMinimumHeight(theme.px(90))
        for widget in (self.basis, self.form, self.fault):
            self.card.body.addWidget(widget)
        self.card.body.addLayout(buttons)
        self.card.body.addWidget(self.told)
        self.card.body.addWidget(self.effects, 1)
        return self.card

    # ---- showing

    def show_team(self, view: View) -> None:
        """Take the world; the settings of its database are read beside it."""
        fresh = self._seen is None or view.world is not self._seen.world
        self._seen = view
        if not fresh:
            return
        engine = self._context.workspace.loaded.engine
        if engine is None:
            self._on_settings(())
            return
        read = partial(work.settings_of, engine)
        self._context.jobs.read(read, "assessment.book", self._on_settings)

    def _on_settings(self, settings: "tuple[RuleSetting, ...]") -> None:
        self._settings = {each.id: each for each in settings}
        self._list()

    def _list(self) -> None:
        if self._seen is None:
            return
        found = work.rules_of(self._seen.world.book, self.kinds.current())
        self._rules = {each.id: each for each in found}
        self._note.setText(f"{dict(KINDS)[self.kinds.current()]} {len(found)} 条")
        self.table.show_rows(work.rule_columns(), found, list(self._rules))
        if not self.table.current_id() and found:
            self.table.select_ids([found[0].id], scroll=False)
        self._on_rule(self.table.current_id())

    def _on_rule(self, id: object) -> None:
        """Show a rule. What was typed stays until another one is chosen."""
        former, self._rule = self._rule, self._rules.get(str(id))
        same = former is not None and self._rule is not None and former.id == self._rule.id
        if same and self._save.isEnabled():
            return
        self.card.setVisible(self._rule is not None)
        if self._rule is None:
            return
        rule = self._rule
        self.card.set_title(f"{rule.id} {rule.title}")
        self.card.set_note("" if rule.confirmed else "待核实")
        self.basis.setText(work.basis(rule))
        self.form.show_rule(rule, work.typed_of(rule, self._settings.get(rule.id)))
        self._timer.stop()
        self._show_effect(None, ())
        self.fault.hide()
        self._save.setEnabled(False)
        self._reset.setEnabled(rule.id in self._settings)

    def _show_effect(self, found: "RuleEffect | None", rows: tuple[EffectRow, ...]) -> None:
        self.told.setText("" if found is None else work.effect_words(found))
        ids = [str(at) for at in range(len(rows))]
        self._effects = dict(zip(ids, rows, strict=True))
        self.effects.show_rows(work.effect_columns(), rows, ids)

    # ---- editing

    def _on_edited(self) -> None:
        self._save.setEnabled(True)
        self._timer.start()

    def _on_pause(self) -> None:
        """Work out what the typed setting would change."""
        setting = self._typed()
        if setting is None or self._seen is None:
            return
        task = partial(work.effect_of, self._seen.world, tuple(self._settings.values()), setting)
        self._context.jobs.read(task, "assessment.effect", self._on_effect)

    def _on_effect(self, found: "tuple[RuleEffect, tuple[EffectRow, ...]]") -> None:
        self._show_effect(*found)

    def _typed(self) -> "RuleSetting | None":
        """Read the form; a fault is said beside it."""
        if self._rule is None:
            return None
        try:
            setting = work.setting_of(self._rule, self.form.typed())
        except UserError as error:
            self.fault.setText(str(error))
            self.fault.show()
            return None
        self.fault.hide()
        return setting

    def save(self) -> None:
        """Keep what stands in the form."""
        setting = self._typed()
        if setting is not None:
            self._write(setting, f"设置规则 {setting.id}")

    def reset(self) -> None:
        """Let the rule hold as it was shipped."""
        if self._rule is not None:
            self._write(None, f"恢复规则 {self._rule.id}")

    def _write(self, setting: "RuleSetting | None", text: str) -> None:
        from leadership_model.store.rule_settings import RuleEdit

        assert self._rule is not None
        edit = RuleEdit(self._rule.id, self._settings.get(self._rule.id), setting)
        self._save.setEnabled(False)
        self._context.workspace.write(
            edit.forward, text, initiator=self._initiator, undo=edit.backward
        )

    # ---- what happens

    def _on_kind(self, id: object) -> None:
        self._list()

    def _on_filter(self, words: str) -> None:
        self.table.filter_text(words)

    def _on_edit(self, id: object) -> None:
        self.form.severity.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_team(self, id: object) -> None:
        row = self._effects.get(str(id))
        if row is not None and self._seen is not None:
            teams = self._seen.world.snapshot.teams.ids
            self._context.navigator.go(OpenTeam(teams[row.result.team], "rules"))
