"""由任职实践拟稿: what past and present holders brought along, as lines to choose from."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from leadership_model.matching.practice import Draft, Proposed
from leadership_model.structure.model import Portrait
from ui import theme
from ui.context import Context
from ui.pages.structure import practice_work as work
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

NOTE = (
    "只看职责、经历、层次、时间、学历和专业，按任职前一个月计，不含敏感要素。"
    "它说的是过去选了谁，不是应当选谁：勾选的条件先进入模型草稿，在画像里修改后随模型发布才生效。"
)


class PracticeDialog(Dialog):
    """Chooses posts and lines; `portrait` is what was made of them."""

    def __init__(self, context: Context, category: str, parent: QWidget | None = None) -> None:
        super().__init__("由任职实践拟画像", parent, width=720)
        self._context, self._category = context, category
        self._world = context.workspace.world
        self._kinds: tuple[work.Kind, ...] = ()
        self.draft: Draft | None = None
        self.portrait: Portrait | None = None
        self.teams, self.kinds = QComboBox(), QComboBox()
        self.teams.addItem("全部班子", None)
        for at, name in work.teams_of(self._world, category):
            self.teams.addItem(name, at)
        row = QHBoxLayout()
        for box, words in ((self.teams, "班子"), (self.kinds, "岗位")):
            box.setAccessibleName(words)
            box.setMaxVisibleItems(20)
            row.addWidget(box, 1)
        self.body.addLayout(row)
        self.note = label(" ", "note", wrap=True)
        self.body.addWidget(self.note)
        self.table = TableView(context.settings, "structure.practice", checks=True, opens="")
        self.table.setMinimumHeight(self.room(260))
        self.table.set_empty(
            "account-question-outline", "提不出条件", "任职人次太少，或没有共同之处。"
        )
        self.body.addWidget(self.table, 1)
        self.from_whom = label(" ", "cell", wrap=True)
        self.from_whom.setMinimumHeight(theme.px(38))
        self.body.addWidget(self.from_whom)
        self.body.addWidget(label(NOTE, "faint", wrap=True))
        self.add_cancel()
        self.make: QPushButton = self.add_button("拟成草稿", self._on_make, kind="primary")
        self.table.chosen.connect(self._on_line)
        self.teams.currentIndexChanged.connect(self._on_team)
        self.kinds.currentIndexChanged.connect(self._on_kind)
        self._on_team(0)

    def _on_team(self, _index: int) -> None:
        self._kinds = work.kinds_of(self._world, self._category, self.teams.currentData())
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItems([each.label for each in self._kinds])
        self.kinds.blockSignals(False)
        self._on_kind(0)

    def _on_kind(self, _index: int) -> None:
        kind = self._kind()
        self.make.setEnabled(False)
        if kind is not None:
            task = partial(work.drafted, self._world, kind.posts)
            self._context.jobs.read(task, "structure.practice", self._on_drafted)

    def _kind(self) -> work.Kind | None:
        at = self.kinds.currentIndex()
        return self._kinds[at] if 0 <= at < len(self._kinds) else None

    def _on_drafted(self, draft: Draft) -> None:
        self.draft = draft
        ids = [str(at) for at in range(len(draft.lines))]
        self.note.setText(
            f"{len(draft.posts)} 个岗位，登记的现任和历任共 {len(draft.holdings)} 人次"
        )
        self.table.show_rows(work.columns(), draft.lines, ids)
        self.table.rows.set_checked(ids, True)
        self.make.setEnabled(bool(ids))
        self.from_whom.setText(" ")
        if ids:
            self.table.select_ids((ids[0],))
            self._on_line(ids[0])

    def _on_line(self, id: object) -> None:
        line = self._line(str(id or ""))
        self.from_whom.setText(work.said(self._world, line) if line is not None else " ")

    def _line(self, id: str) -> Proposed | None:
        return self.draft.lines[int(id)] if self.draft is not None and id else None

    def chosen(self) -> list[Proposed]:
        """The lines that are ticked, in their order."""
        ids = sorted(self.table.rows.checked, key=int)
        return [line for line in map(self._line, ids) if line is not None]

    def _on_make(self) -> None:
        kind, lines = self._kind(), self.chosen()
        if kind is None or not lines:
            self.refuse("请至少勾选一条。")
            return
        self.portrait = work.portrait_of(kind, self._category, lines)
        self.accept()

    def done(self, result: int) -> None:
        self._context.jobs.cancel("structure.practice")
        super().done(result)
