"""数据体检: what the data rules found, by severity and rule, each with a way to its record."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from ui import names, theme
from ui.context import Context
from ui.navigation import EditPerson, OpenPerson, OpenTeam, ShowPeople
from ui.pages.elements import issue_work as work
from ui.pages.elements.section import Section
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import VERY_LARGE, button, spare_words
from ui.widgets.card import Card
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.search import SearchField
from ui.widgets.segments import Segments

EVERY = "all"


class IssuesSection(Section):
    """Rules at the left, issues at the right."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._rows: tuple[work.IssueRow, ...] | None = None
        self._rule = EVERY
        self.rules = TwoLineList()
        self.severity = Segments(((EVERY, "全部"), *((s, w) for s, (w, _) in work.WORDS.items())))
        self.search = SearchField("姓名、内容、拼音")
        self.view = TableView(context.settings, "elements.issues")
        self.card = Card("问题").flush()
        self._lay_out()
        self.rules.chosen.connect(self._on_rule)
        self.severity.chosen.connect(self._on_severity)
        self.search.typed.connect(self.view.filter_text)
        self.view.opened.connect(self._on_opened)
        self.view.activated_id.connect(self._on_activated)
        self.view.arranged.connect(self.noted)
        self.view.set_empty("check-circle-outline", "没有发现问题", "这一类数据都通过了校核。")

    def _lay_out(self) -> None:
        left = Card("校核规则").flush()
        left.body.addWidget(self.rules)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(8)
        row.addWidget(self.severity)
        row.addWidget(self.search, 1)
        self._edit_button = button("修改记录", self._on_edit, icon="pencil-outline",
                            tip="打开所选问题的记录（Enter）")  # fmt: skip
        self._people_button = button("查看干部", self._on_people, icon="account-outline",
                              tip="把列表中的干部作为名单打开")  # fmt: skip
        row.addWidget(self._edit_button)
        row.addWidget(self._people_button)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(10))
        split.addWidget(left)
        split.addWidget(self.card)
        split.setStretchFactor(1, 1)
        split.setSizes([330, 1100])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._split = split

    def refresh(self, changes: Changes) -> None:
        workspace = self.context.workspace
        self.context.jobs.read(
            partial(work.issues, workspace.snapshot, workspace.as_of),
            "elements.issue_rows",
            self._on_rows,
            title="正在核对数据",
        )

    def note(self) -> str:
        if self._rows is None:
            return "数据体检 · 正在核对…"
        counts = [
            f"{word} {names.number(sum(row.severity == key for row in self._rows))}"
            for key, (word, _) in work.WORDS.items()
        ]
        people = len({row.person for row in self._rows if row.person})
        return f"数据体检 · {' · '.join(counts)} · 涉及 {names.number(people)} 人"

    def table(self) -> TableView:
        return self.view

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._split.setSizes([240, 860] if narrow else [330, 1100])
        # With very large text the buttons keep their icons and tips only.
        both = (self._edit_button, self._people_button)
        spare_words(both, narrow and theme.px(100) >= VERY_LARGE)

    def leave(self) -> None:
        self.context.jobs.cancel("elements.issue_rows")

    def show_rule(self, rule: str) -> None:
        """Show the issues of one rule, or of all."""
        self._rule = rule or EVERY
        self.severity.set_current(EVERY)
        self._show()

    # ---- slots

    def _on_rows(self, rows: tuple[work.IssueRow, ...]) -> None:
        self._rows = rows
        self._show()

    def _on_rule(self, rule: object) -> None:
        self._rule = str(rule)
        self._show()

    def _on_severity(self, severity: object) -> None:
        self._rule = EVERY
        self._show()

    def _on_opened(self, id: object) -> None:
        row = self._row(str(id))
        if row is not None and row.person:
            self.context.navigator.go(OpenPerson(row.person))
        elif row is not None:
            self.context.navigator.go(OpenTeam(row.team))

    def _on_activated(self, id: object) -> None:
        self._edit(self._row(str(id)))

    def _on_edit(self) -> None:
        row = self._row(self.view.current_id())
        if row is None:
            self.context.say("请先在列表中选择一个问题。")
        self._edit(row)

    def _on_people(self) -> None:
        shown = set(self.view.rows.shown_ids())
        rows = [row for row in self._rows or () if row.id in shown and row.person]
        ids = tuple(dict.fromkeys(row.person for row in rows))
        if ids:
            title = "有问题的干部" if self._rule == EVERY else f"{rows[0].rule} {rows[0].title}"
            self.context.navigator.go(ShowPeople(ids, title))
        else:
            self.context.say("当前列表中没有干部。")

    def _edit(self, row: work.IssueRow | None) -> None:
        if row is None:
            return
        if row.person:
            self.context.navigator.go(EditPerson(row.person))
        else:
            self.context.navigator.go(OpenTeam(row.team))

    def _row(self, id: str) -> work.IssueRow | None:
        return next((row for row in self._rows or () if row.id == id), None)

    # ---- showing

    def _show(self) -> None:
        rows = self._rows or ()
        severity = self.severity.current()
        wanted = [row for row in rows if severity in (EVERY, row.severity)]
        listed = work.by_rule(wanted)
        self.rules.show_items(
            [
                ListItem(id=EVERY, title="全部规则", right=names.number(len(wanted))),
                *(
                    ListItem(
                        id=each.rule,
                        title=f"{each.rule}　{each.title}",
                        right=names.number(each.count),
                        mark=work.WORDS[each.severity][1],
                    )
                    for each in listed
                ),
            ]
        )
        self.rules.choose(self._rule, announce=False)
        for key, (word, _) in work.WORDS.items():
            count = sum(row.severity == key for row in rows)
            self.severity.set_text(key, f"{word} {names.number(count)}")
        shown = [row for row in wanted if self._rule in (EVERY, row.rule)]
        self.view.show_rows(columns(), shown, [row.id for row in shown])
        self.card.set_note(f"{names.number(len(shown))} 条 · Enter 修改记录，空格打开卡片")
        self.noted.emit()


def columns() -> tuple[Column, ...]:
    """Give the columns of the issues; items are `IssueRow`."""
    return (
        Column(id="severity", title="程度", cell=_severity, width=72, fixed=True),
        Column(id="rule", title="规则", cell=_rule, width=56),
        Column(id="name", title="对象", cell=_name, width=130, search=True),
        Column(id="place", title="现任职务", cell=_place, width=250, search=True),
        Column(id="text", title="问题", cell=_text, width=280, search=True, stretch=True),
        Column(id="title", title="规则要求", cell=_title, width=240),
    )


def _severity(row: work.IssueRow) -> Cell:
    return Cell(text=row.word, mark=work.WORDS[row.severity][1])


def _rule(row: work.IssueRow) -> Cell:
    return Cell(text=row.rule, tone="text2")


def _name(row: work.IssueRow) -> Cell:
    return Cell(text=row.name, link=True)


def _place(row: work.IssueRow) -> Cell:
    return Cell(text=row.place, tone="text2")


def _text(row: work.IssueRow) -> str:
    return row.text


def _title(row: work.IssueRow) -> Cell:
    return Cell(text=row.title, tone="text2")
