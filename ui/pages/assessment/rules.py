"""The tab 规则核查: results of one team, questions people answer, exceptions granted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.pages.assessment import rule_columns, rule_work, verdicts
from ui.pages.assessment.rule_dialogs import AnswerDialog, ExceptionDialog, KinDialog
from ui.pages.assessment.rule_work import Asked, Granted
from ui.pages.assessment.verdicts import RuleRow
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label
from ui.widgets.segments import Segments

LINES = 12
VIEWS = (
    ("open", "未通过与待核"),
    ("all", "全部结果"),
    ("hand", "人工核查"),
    ("grants", "例外"),
)
Row = RuleRow | Asked | Granted


class Rules(QWidget):
    """Shows the open results of one team, or all of them; the questions; the exceptions."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._rows: dict[str, Row] = {}
        self.switch = Segments(VIEWS)
        self.switch.chosen.connect(self._on_switch)
        self.table = self._make_table("assessment.rules", "打开相关人员")
        self.table.set_empty(
            "check-circle-outline",
            "没有未通过或待核的规则",
            "这个班子的职数、回避、交流、任期、处分和资格规则都已核过。",
            "查看全部结果",
            self._on_all,
        )
        self.hand = self._make_table("assessment.rules.hand", "人工核查")
        self.hand.set_empty("check-circle-outline", "没有需要人工核查的规则", "相关规则都已停用。")
        self.grants = self._make_table("assessment.rules.grants", "查看或修改例外")
        self.grants.set_empty(
            "scale-balance",
            "没有登记例外",
            "在未通过的结果上选“登记例外”，写明理由、批准人或文号。",
        )
        self.settle = button(
            "核查",
            self._on_settle,
            icon="account-check-outline",
            tip="登记人工核查的结果，或者核定亲属关系、成长地",
        )
        self.waive = button(
            "登记例外", self._on_waive, icon="file-sign", tip="登记、修改或终止这条结果的例外"
        )
        self.people = button(
            "相关人员",
            self._on_people,
            icon="account-group-outline",
            tip="打开当前这条结果涉及的人（空格、回车或双击亦可）",
        )
        self.passing = button("谁能通过", self._on_passing, tip="全库哪些人任该岗位可通过这条规则")
        self._note = Elided("", "note")
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addWidget(self._note, 1)
        for each in (self.settle, self.waive, self.passing, self.people):
            head.addWidget(each)
        self._stack = QStackedWidget()
        for view in (self.table, self.hand, self.grants):
            self._stack.addWidget(view)
        framed = Card().flush()
        framed.body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(framed, 1)
        column.addWidget(self._make_detail())
        column.addWidget(label(verdicts.CHECKLIST, "faint"))

    def _make_table(self, name: str, opens: str) -> TableView:
        made = TableView(self._context.settings, name, opens=opens)
        made.opened.connect(self._on_opened)
        made.activated_id.connect(self._on_opened)
        made.chosen.connect(self._on_current)
        return made

    def _make_detail(self) -> QWidget:
        self.detail = Card("结果详情")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme.px(56))
        grid.setColumnMinimumWidth(2, theme.px(56))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._lines = []
        for at in range(LINES):
            word, text = label("", "note"), label("", "cell", wrap=True)
            row, side = at // 2, at % 2 * 2
            grid.addWidget(word, row, side, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, side + 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((word, text))
        self.detail.body.addLayout(grid)
        return self.detail

    @property
    def view(self) -> TableView:
        """The table that is shown."""
        return {"hand": self.hand, "grants": self.grants}.get(self.switch.current(), self.table)

    def show_team(self, seen: View) -> None:
        """Show another team."""
        self._seen = seen
        mode = self.switch.current()
        rows, columns, note, keys = self._listed(seen, mode)
        self._rows = dict(zip(keys, rows, strict=True))
        self._stack.setCurrentWidget(self.view)
        self.view.show_rows(columns, rows, keys)
        self._note.setText(note)
        if keys and not self.view.current_id():
            self.view.select_ids(keys[:1], scroll=False)
        self._show_detail()

    def _listed(self, seen: View, mode: str) -> tuple[Sequence[Row], Any, str, list[str]]:
        """Give the rows of a view with their columns, the note above and their keys."""
        if mode == "hand":
            asked = rule_work.questions(seen)
            keys = [each.key for each in asked]
            return asked, rule_columns.asked_columns(), rule_columns.counted(asked), keys
        if mode == "grants":
            given = rule_work.grants(seen)
            keys = [each.given.id for each in given]
            return given, rule_columns.granted_columns(), f"共 {len(given)} 条例外", keys
        everything = mode == "all"
        found = verdicts.rows(seen, everything=everything)
        count = f"共 {len(found)} 条 · " if everything else ""
        keys = [f"{at} {verdicts.key(each)}" for at, each in enumerate(found)]
        return found, verdicts.columns(), count + verdicts.summary(found), keys

    def _current(self) -> Row | None:
        return self._rows.get(self.view.current_id())

    def _show_detail(self) -> None:
        row = self._current()
        self.detail.setVisible(row is not None)
        self._show_buttons(row)
        match row:
            case RuleRow():
                pairs = verdicts.lines(row)
            case Asked():
                pairs = rule_columns.asked_lines(row)
            case Granted():
                pairs = rule_columns.granted_lines(row)
            case None:
                return
        for at, (word, text) in enumerate(self._lines):
            there = at < len(pairs)
            word.setVisible(there)
            text.setVisible(there)
            if there:
                word.setText(pairs[at][0])
                text.setText(pairs[at][1])

    def _show_buttons(self, row: Row | None) -> None:
        """Say on the buttons what they do with the current row, or that they do nothing."""
        seen = self._seen
        kin = asked = None
        waived, may_waive, people = False, isinstance(row, Granted), isinstance(row, Asked)
        if isinstance(row, RuleRow) and seen is not None:
            kin, asked = rule_work.relation_of(seen, row), rule_work.question_of(seen, row)
            open_ = row.result.result != "pass" and row.rule is not None
            may_waive = open_ and row.result.waiver != "none"
            waived, people = bool(row.result.exception), True
        if isinstance(row, Asked):
            asked, people = row, row.question.person >= 0
        home = asked is not None and asked.rule.id in rule_work.HOME
        self.settle.setText("核定亲属关系" if kin else "核定成长地" if home else "核查")
        self.settle.setEnabled(kin is not None or asked is not None)
        self.waive.setText("例外" if waived or isinstance(row, Granted) else "登记例外")
        self.waive.setEnabled(may_waive)
        self.people.setEnabled(people)
        self.passing.setEnabled(isinstance(row, RuleRow) and verdicts.asks_people(row))

    # ---- what happens

    def _on_switch(self, id: object) -> None:
        if self._seen is not None:
            self.show_team(self._seen)

    def _on_all(self) -> None:
        self.switch.set_current("all")
        self._on_switch("all")

    def _on_current(self, id: object) -> None:
        self._show_detail()

    def _on_opened(self, id: object) -> None:
        match self._rows.get(str(id)):
            case RuleRow() as row if self._seen is not None:
                self._context.navigator.go(verdicts.behind(self._seen, row))
            case Asked():
                self._on_settle()
            case Granted():
                self._on_waive()

    def _on_people(self) -> None:
        row = self._current()
        if self._seen is None:
            return
        if isinstance(row, RuleRow):
            self._context.navigator.go(verdicts.behind(self._seen, row))
        elif isinstance(row, Asked):
            self._context.navigator.go(self._seen.person(row.question.person))

    def _on_passing(self) -> None:
        row, seen = self._current(), self._seen
        found = verdicts.who_passes(seen, row) if seen and isinstance(row, RuleRow) else None
        if found is not None:
            self._context.navigator.go(found)

    def _on_settle(self) -> None:
        """Answer a question, or confirm or dismiss a relation."""
        row, seen = self._current(), self._seen
        if seen is None or isinstance(row, Granted) or row is None:
            return
        relation = rule_work.relation_of(seen, row) if isinstance(row, RuleRow) else None
        if relation is not None:
            kin = KinDialog(relation, self)
            if self._context.ask.show(kin):
                self._write(
                    rule_work.deciding(
                        seen, relation, kin.state, kin.title.text(), kin.note.toPlainText()
                    ),
                    f"核定亲属关系 {'、'.join(relation.names)}",
                )
            return
        asked = row if isinstance(row, Asked) else rule_work.question_of(seen, row)
        if asked is not None:
            self._ask(seen, self._alike(asked) if isinstance(row, Asked) else [asked])

    def _alike(self, first: Asked) -> list[Asked]:
        """Give the selected questions of the same rule: they are answered together."""
        rows = [self._rows[id] for id in self.view.selected_ids()]
        others = [e for e in rows if isinstance(e, Asked) and e.rule.id == first.rule.id]
        return [first, *(each for each in others if each.key != first.key)]

    def _ask(self, seen: View, asked: list[Asked]) -> None:
        """Answer some questions of one rule, all alike."""
        from leadership_model.store import rule_notes

        dialog = AnswerDialog(asked[0], len(asked), self)
        if not self._context.ask.show(dialog):
            return
        who = asked[0].person + (f"等 {len(asked)} 人" if len(asked) > 1 else "")
        text = f"人工核查 {asked[0].rule.id} {who}"
        if dialog.gone:
            edits = [rule_work.withdrawing(each) for each in asked if each.check is not None]
            self._write(rule_notes.together(edits), f"撤回{text}")
            return
        note, place = dialog.note.toPlainText(), dialog.place.text()
        edits = [rule_work.answering(seen, each, dialog.answer, note, place) for each in asked]
        self._write(edits[0] if len(edits) == 1 else rule_notes.together(edits), text)

    def _on_waive(self) -> None:
        """Grant, change or end an exception."""
        from leadership_model.store import rule_notes

        row, seen = self._current(), self._seen
        if seen is None or row is None or isinstance(row, Asked) or row.rule is None:
            return
        if isinstance(row, RuleRow):
            old, scopes = rule_work.exception_of(seen, row), rule_work.scopes(seen, row.result)
        else:
            old, scopes = row.given, rule_work.scopes_of(row)
        dialog = ExceptionDialog(row.rule, scopes, old, seen.world.as_of, self)
        if not self._context.ask.show(dialog):
            return
        rule, month = row.rule, seen.world.as_of
        if dialog.ended and old is not None:
            self._write(rule_notes.ending(rule, old, month), f"终止例外 {rule.id}")
            return
        made = rule_work.exception_typed(rule, old, dialog.scope, dialog.typed)
        self._write(rule_notes.granting(rule, old, made), f"登记例外 {rule.id}")

    def _write(self, edit: Any, text: str) -> None:  # noqa: ANN401 - any edit of the store
        self._context.workspace.write(edit.forward, text, undo=edit.backward)
