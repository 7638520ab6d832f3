"""The tab 规则核查: what the rules say of the team and its members, with everything about one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.pages.assessment import verdicts
from ui.pages.assessment.verdicts import RuleRow
from ui.pages.assessment.work import View
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, label
from ui.widgets.segments import Segments

LINES = 10


class Rules(QWidget):
    """Shows the open results of one team, or all of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen: View | None = None
        self._rows: dict[str, RuleRow] = {}
        self.switch = Segments((("open", "未通过与待核"), ("all", "全部结果")))
        self.switch.chosen.connect(self._on_switch)
        self.table = TableView(context.settings, "assessment.rules", opens="打开相关人员")
        self.table.set_empty(
            "check-circle-outline",
            "没有未通过或待核的规则",
            "这个班子的职数、回避、交流、任期、处分和资格规则都已核过。",
            "查看全部结果",
            self._on_all,
        )
        self.table.opened.connect(self._on_opened)
        self.table.activated_id.connect(self._on_opened)
        self.table.chosen.connect(self._on_current)
        self.people = button(
            "相关人员",
            self._on_people,
            icon="account-group-outline",
            tip="打开当前这条结果涉及的人（空格、回车或双击亦可）",
        )
        self._note = Elided("", "note")
        head = QHBoxLayout()
        head.addWidget(self.switch)
        head.addWidget(self._note, 1)
        head.addWidget(self.people)
        framed = Card().flush()
        framed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(framed, 1)
        column.addWidget(self._make_detail())
        column.addWidget(label(verdicts.CHECKLIST, "faint"))

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

    def show_team(self, seen: View) -> None:
        """Show another team."""
        self._seen = seen
        everything = self.switch.current() == "all"
        found = verdicts.rows(seen, everything=everything)
        ids = [f"{at} {_key(each)}" for at, each in enumerate(found)]
        self._rows = dict(zip(ids, found, strict=True))
        self.table.show_rows(verdicts.columns(), found, ids)
        count = f"共 {len(found)} 条 · " if everything else ""
        self._note.setText(count + verdicts.summary(found))
        if ids and not self.table.current_id():
            self.table.select_ids(ids[:1], scroll=False)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self._rows.get(self.table.current_id())
        self.detail.setVisible(row is not None)
        self.people.setEnabled(row is not None)
        if row is None:
            return
        pairs = verdicts.lines(row)
        for at, (word, text) in enumerate(self._lines):
            there = at < len(pairs)
            word.setVisible(there)
            text.setVisible(there)
            if there:
                word.setText(pairs[at][0])
                text.setText(pairs[at][1])

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
        row = self._rows.get(str(id))
        if row is not None and self._seen is not None:
            self._context.navigator.go(verdicts.behind(self._seen, row))

    def _on_people(self) -> None:
        self._on_opened(self.table.current_id())


def _key(row: RuleRow) -> str:
    result = row.result
    return f"{result.rule} {result.post} {result.people} {result.field}"
