"""The dialogs of 规则核查: an answer to a question, a relation decided, an exception granted."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people.rule_notes import ANSWERS, RuleException
from leadership_model.rules.rule import WAIVER_WORDS, Rule
from ui import theme
from ui.pages.assessment.rule_work import HOME, Asked, Relation, Scope
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.segments import Segments

STATES = (("确认", "确认"), ("排除", "排除"), ("待核", "待核"))


class AnswerDialog(Dialog):
    """Asks one question; `answer`, `note` and `place` are what was entered, `gone` taken away."""

    def __init__(self, asked: Asked, count: int = 1, parent: QWidget | None = None) -> None:
        rule = asked.rule
        who = asked.person + (f" 等 {count} 人" if count > 1 else "")
        super().__init__(f"人工核查 · {rule.id} {who}", parent, width=520)
        self._home = rule.id in HOME
        self.answer, self.gone = "", False
        self.body.addWidget(label(rule.question, "strong", wrap=True))
        self.body.addWidget(
            label(f"{rule.source}（{rule.edition}）{rule.article}", "note", wrap=True)
        )
        if asked.question.hint and count == 1:
            self.body.addWidget(label(f"登记情况：{asked.question.hint}", "cell", wrap=True))
        self.choice = Segments(tuple((each, each) for each in ANSWERS))
        self.choice.set_current(asked.check.answer or "待核" if asked.check else "待核")
        self.note = _lines("核查的依据或说明")
        self.note.setPlainText((asked.check.note or "") if asked.check else "")
        self.place = QLineEdit()
        self.place.setPlaceholderText("已查明的成长地，如 青石县；填写后一并改入干部信息")
        rows: list[tuple[str, QWidget]] = [("结果", self.choice), ("说明", self.note)]
        if self._home:
            rows.append(("成长地", self.place))
        self.body.addLayout(_grid(rows))
        good = f"“{rule.good}”为符合；未核查或待核的，一律不作为符合。"
        self.body.addWidget(label(good, "faint", wrap=True))
        self.add_cancel()
        if asked.check is not None:
            self.add_button("撤回核查", self._on_gone, kind="danger")
        self.save = self.add_button("保存", self._on_save, kind="primary", default=True)

    def _on_gone(self) -> None:
        self.gone = True
        self.accept()

    def _on_save(self) -> None:
        self.answer = self.choice.current()
        if self._home and self.answer != "待核" and not self.note.toPlainText().strip():
            self.refuse("请写明确认或排除的依据")
            return
        self.accept()


class KinDialog(Dialog):
    """Confirms or dismisses a relation; `state` is what was chosen."""

    def __init__(self, found: Relation, parent: QWidget | None = None) -> None:
        super().__init__(f"核定亲属关系 · {'、'.join(found.names)}", parent, width=520)
        self.state = ""
        self.body.addWidget(label(found.told, "cell", wrap=True))
        self.choice = Segments(STATES)
        kept = found.kept
        self.choice.set_current(kept.state or "待核" if kept else "待核")
        self.title = QLineEdit((kept.title or "") if kept else found.title)
        self.note = _lines("确认或排除的依据，如 已与本人核实、查阅户籍档案")
        self.note.setPlainText((kept.note or "") if kept else "")
        self.body.addLayout(
            _grid([("结论", self.choice), ("称谓", self.title), ("依据", self.note)])
        )
        if kept and kept.entered_by:
            signed = f"{kept.entered_by} {(kept.entered_at or '')[:10]}"
            self.body.addWidget(label(f"上次核定：{kept.state}（{signed}）", "faint", wrap=True))
        self.add_cancel()
        self.save = self.add_button("保存", self._on_save, kind="primary", default=True)

    def _on_save(self) -> None:
        self.state = self.choice.current()
        if self.state != "待核" and not self.note.toPlainText().strip():
            self.refuse("请写明确认或排除的依据")
            return
        self.accept()


class ExceptionDialog(Dialog):
    """Grants, changes or ends an exception; `typed` and `scope` on saving, `ended` on ending."""

    def __init__(
        self,
        rule: Rule,
        scopes: tuple[Scope, ...],
        old: RuleException | None,
        month: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{'例外' if old else '登记例外'} · {rule.id}", parent, width=560)
        self._scopes, self._rule, self.ended = scopes, rule, False
        self.typed: dict[str, str] = {}
        text = f"{rule.title}（{WAIVER_WORDS[rule.waiver]}）"
        self.body.addWidget(label(text, "strong", wrap=True))
        self.scopes = QComboBox()
        for each in scopes:
            self.scopes.addItem(each.words)
        if old is not None:
            self.scopes.setCurrentIndex(_place(scopes, old))
        given = old or RuleException(id="", rule=rule.id, start=month)
        self.reason = _lines("为什么例外")
        self.reason.setPlainText(given.reason or "")
        self.fields = {
            "approver": _line(given.approver, "批准人或批准机关"),
            "reply_number": _line(given.reply_number, "如 云组复〔2026〕12号"),
            "reply_date": _line(given.reply_date, "如 2026-11-20"),
            "start": _line(_month(given.start), "如 2026-11；留空为一直"),
            "end": _line(_month(given.end), "自该月起不再有效；留空为一直"),
        }
        names = ("批准人", "批复文号", "批准日期", "起始月份", "截止月份")
        rows: list[tuple[str, QWidget]] = [("针对", self.scopes), ("理由", self.reason)]
        rows += list(zip(names, self.fields.values(), strict=True))
        self.body.addLayout(_grid(rows))
        told = "例外不改变核查结论，只随结论一并显示在各处。"
        self.body.addWidget(label(told, "faint", wrap=True))
        self.add_cancel()
        if old is not None:
            self.end = self.add_button("终止例外", self._on_end, kind="danger")
        self.save = self.add_button("保存", self._on_save, kind="primary", default=True)

    @property
    def scope(self) -> Scope:
        """What the exception is about."""
        return self._scopes[max(self.scopes.currentIndex(), 0)]

    def _on_end(self) -> None:
        self.ended = True
        self.accept()

    def _on_save(self) -> None:
        from leadership_model.rules.exceptions import check_exception
        from ui.pages.assessment.rule_work import exception_typed

        self.typed = {name: field.text() for name, field in self.fields.items()}
        self.typed["reason"] = self.reason.toPlainText()
        try:
            check_exception(self._rule, exception_typed(self._rule, None, self.scope, self.typed))
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()


def _place(scopes: tuple[Scope, ...], old: RuleException) -> int:
    wanted = (old.person, old.post, old.team)
    found = [i for i, each in enumerate(scopes) if (each.person, each.post, each.team) == wanted]
    return found[0] if found else 0


def _month(value: int | None) -> str:
    return "" if value is None else months.show_iso(value)


def _line(text: str | None, tip: str) -> QLineEdit:
    made = QLineEdit(text or "")
    made.setPlaceholderText(tip)
    made.setAccessibleName(tip)
    return made


def _lines(tip: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setPlaceholderText(tip)
    made.setAccessibleName(tip)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(64))
    return made


def _grid(rows: list[tuple[str, QWidget]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for at, (words, widget) in enumerate(rows):
        if not widget.accessibleName():
            widget.setAccessibleName(words)
        grid.addWidget(label(words, "note"), at, 0)
        grid.addWidget(widget, at, 1)
    return grid
