"""Data issues by severity and rule, open ones or those let stand, each with a way to its field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui import names, theme
from ui.context import Context
from ui.navigation import EditPerson, EditTeam, OpenPerson, OpenTeam, ShowPeople
from ui.pages.elements import issue_work as work
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import VERY_LARGE, button, spare_words
from ui.widgets.card import Card
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

EVERY = "all"
CHANGE_KEY = Qt.Key.Key_Delete


class IssueList(QWidget):
    """Rules at the left, issues at the right. `asked` carries the rows to ignore or take up."""

    asked = Signal(object)
    noted = Signal()

    def __init__(self, context: Context, *, ignored: bool = False) -> None:
        super().__init__()
        self._context, self._ignored = context, ignored
        self._rows: tuple[work.IssueRow, ...] = ()
        self._rule, self._narrow = EVERY, False
        self.rules = TwoLineList()
        self.severity = Segments(((EVERY, "全部"), *((s, w) for s, (w, _) in work.WORDS.items())))
        self.search = SearchField("姓名、内容、拼音")
        self.view = TableView(context.settings, f"elements.issues{'.ignored' * ignored}")
        self.card = Card("已忽略的问题" if ignored else "问题").flush()
        self._lay_out()
        self.rules.chosen.connect(self._on_rule)
        self.severity.chosen.connect(self._on_severity)
        self.search.typed.connect(self.view.filter_text)
        self.view.opened.connect(self._on_opened)
        self.view.activated_id.connect(self._on_activated)
        self.view.arranged.connect(self.noted)
        self.view.installEventFilter(self)
        if ignored:
            self.view.set_empty("check-circle-outline", "没有忽略的问题",
                                "忽略的问题连同理由列在这里，可以随时恢复。")  # fmt: skip
        else:
            self.view.set_empty("check-circle-outline", "没有发现问题",
                                "这一类数据都通过了校核。")  # fmt: skip

    def _lay_out(self) -> None:
        left = Card("校核规则").flush()
        left.body.addWidget(self.rules)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(8)
        row.addWidget(self.severity)
        row.addWidget(self.search, 1)
        self.edit_button = button("修改记录", self._on_edit, icon="pencil-outline",
                                  tip="打开所选问题的记录，光标在有问题处（Enter）")  # fmt: skip
        self.people_button = button("查看干部", self._on_people, icon="account-outline",
                                    tip="把列表中的干部作为名单打开")  # fmt: skip
        text, icon, tip = ("恢复", "undo-variant", "不再忽略所选问题") if self._ignored else (
            "忽略", "eye-off-outline", "说明理由后忽略所选问题")  # fmt: skip
        self.change_button = button(text, self._on_change, icon=icon, tip=f"{tip}（Delete）")
        for each in (self.edit_button, self.people_button, self.change_button):
            row.addWidget(each)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.view, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(theme.px(10))
        self._split.addWidget(left)
        self._split.addWidget(self.card)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([330, 1100])
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def set_narrow(self, narrow: bool) -> None:
        """Give the rules less room in a narrow window."""
        self._split.setSizes([240, 860] if narrow else [330, 1100])
        both = (self.edit_button, self.people_button, self.change_button)
        spare_words(both, narrow and theme.px(100) >= VERY_LARGE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def show_issues(self, rows: Sequence[work.IssueRow]) -> None:
        """Show other issues."""
        self._rows = tuple(rows)
        self._show()

    def show_rule(self, rule: str) -> None:
        """Show the issues of one rule, or of all."""
        self._rule = rule or EVERY
        self.severity.set_current(EVERY)
        self._show()

    # ---- slots

    def _on_rule(self, rule: object) -> None:
        self._rule = str(rule)
        self._show()

    def _on_severity(self, severity: object) -> None:
        self._rule = EVERY
        self._show()

    def _on_opened(self, id: object) -> None:
        row = self._row(str(id))
        if row is not None:
            go = OpenPerson(row.person) if row.person else OpenTeam(row.team)
            self._context.navigator.go(go)

    def _on_activated(self, id: object) -> None:
        row = self._row(str(id))
        if row is not None:
            field = row.field
            go = EditPerson(row.person, field) if row.person else EditTeam(row.team, field)
            self._context.navigator.go(go)

    def _on_edit(self) -> None:
        if self._row(self.view.current_id()) is None:
            self._context.say("请先在列表中选择一个问题。")
        self._on_activated(self.view.current_id())

    def _on_change(self) -> None:
        chosen = [row for row in map(self._row, self.view.selected_ids()) if row is not None]
        if chosen:
            self.asked.emit(tuple(chosen))
        else:
            self._context.say("请先在列表中选择问题。")

    def _on_people(self) -> None:
        shown = set(self.view.rows.shown_ids())
        rows = [row for row in self._rows if row.id in shown and row.person]
        ids = tuple(dict.fromkeys(row.person for row in rows))
        if ids:
            title = "有问题的干部" if self._rule == EVERY else f"{rows[0].rule} {rows[0].title}"
            self._context.navigator.go(ShowPeople(ids, title))
        else:
            self._context.say("当前列表中没有干部。")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not pressed or event.key() != CHANGE_KEY:  # type: ignore[attr-defined]
            return False
        self._on_change()
        return True

    def _row(self, id: str) -> work.IssueRow | None:
        return next((row for row in self._rows if row.id == id), None)

    # ---- showing

    def _show(self) -> None:
        rows, severity = self._rows, self.severity.current()
        wanted = [row for row in rows if severity in (EVERY, row.severity)]
        listed = work.by_rule(wanted)
        if rows and not any(row.rule == self._rule for row in rows):
            self._rule = EVERY  # the last issue of the rule was settled
        every = ListItem(id=EVERY, title="全部规则", right=names.number(len(wanted)))
        self.rules.show_items([every, *(_item(each) for each in listed)])
        self.rules.choose(self._rule, announce=False)
        for key, (word, _) in work.WORDS.items():
            count = sum(row.severity == key for row in rows)
            self.severity.set_text(key, f"{word} {names.number(count)}")
        shown = [row for row in wanted if self._rule in (EVERY, row.rule)]
        self.view.show_rows(
            columns(self._ignored, narrow=self._narrow), shown, [row.id for row in shown]
        )
        self.card.set_note(f"{names.number(len(shown))} 条 · Enter 到有问题的栏目，空格打开卡片")
        self.noted.emit()


def _item(each: work.RuleCount) -> ListItem:
    title = f"{each.rule}　{each.title}"
    mark = work.WORDS[each.severity][1]
    return ListItem(id=each.rule, title=title, right=names.number(each.count), mark=mark)


def columns(ignored: bool = False, *, narrow: bool = False) -> tuple[Column, ...]:
    """Give the columns of the issues; items are `IssueRow`."""
    every = (
        Column(id="severity", title="程度", cell=_severity, width=72, fixed=True),
        Column(id="rule", title="规则", cell=_rule, width=56),
        Column(id="name", title="对象", cell=_name, width=96, search=True),
        Column(id="place", title="现任职务", cell=_place, width=190, search=True),
        Column(id="unit", title="所在单位", cell=_unit, width=150, search=True),
        Column(id="text", title="问题", cell=_text, width=170, search=True, stretch=True),
        Column(id="title", title="规则要求", cell=_title, width=240),
        Column(id="reason", title="忽略理由", cell=_reason, width=200, search=True),
        Column(id="signed", title="经办", cell=_signed, width=140, search=True),
    )
    out = {"title", "place"} if ignored else {"reason", "signed"}
    out |= {"title"} if narrow else set()
    return tuple(each for each in every if each.id not in out)


def _severity(row: work.IssueRow) -> Cell:
    return Cell(text=row.word, mark=work.WORDS[row.severity][1])


def _rule(row: work.IssueRow) -> Cell:
    return Cell(text=row.rule, tone="text2")


def _name(row: work.IssueRow) -> Cell:
    return Cell(text=row.name, link=True)


def _place(row: work.IssueRow) -> Cell:
    return Cell(text=row.place, tone="text2")


def _unit(row: work.IssueRow) -> Cell:
    return Cell(text=row.unit, tone="text2")


def _text(row: work.IssueRow) -> str:
    return row.text


def _title(row: work.IssueRow) -> Cell:
    return Cell(text=row.title, tone="text2")


def _reason(row: work.IssueRow) -> str:
    return (row.note.reason or "") if row.note else ""


def _signed(row: work.IssueRow) -> Cell:
    note = row.note
    text = f"{note.entered_by or '未署名'} {(note.entered_at or '')[:7]}" if note else ""
    return Cell(text=text, tone="text2")
