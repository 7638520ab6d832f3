"""The versions of a model: a list, and any two of them beside each other."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.assessment.finding import Assessment
from leadership_model.structure.versions import STAGE_WORDS
from ui import theme
from ui.context import Context
from ui.navigation import OpenTeam
from ui.pages.structure import version_work
from ui.pages.structure.version_columns import TeamColumns, difference_columns, rows
from ui.pages.structure.version_work import DRAFT, TRIAL, Beside, Entry
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Elided, label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.segments import Segments

KEY = "structure.versions"
WORDS = {**STAGE_WORDS, "draft": "草稿", "trial": "试行"}
TONES = {"in force": "green_text", "draft": "yellow_text", "trial": "accent"}


class VersionDialog(Dialog):
    """Closes with `wish`: what is to be done with which entry; nothing is changed here."""

    def __init__(
        self,
        context: Context,
        title: str,
        entries: Sequence[Entry],
        known: Mapping[int, Assessment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{title}：版本", parent, width=1060)
        self.setMinimumHeight(theme.px(560) if theme.px(100) < 125 else 560)
        self._context, self._known = context, known
        self._entries = {each.id: each for each in entries}
        self.wish: tuple[str, Entry] | None = None
        self.list = TwoLineList()
        self.other = QComboBox()
        self.other.setAccessibleName("与哪一版比较")
        self.tabs = Segments([("lines", "逐条"), ("teams", "逐班子")])
        self.lines = TableView(context.settings, "structure.differences", opens="", row_height=28)
        self.teams = TableView(
            context.settings, "structure.version_teams", opens="打开研判", row_height=28
        )
        self._told = Elided("", "note")
        self._lay_out()
        self.list.show_items([_item(each) for each in entries])
        for each in entries:
            self.other.addItem(each.title, each.id)
        self.list.chosen.connect(self._on_chosen)
        self.other.currentIndexChanged.connect(self._on_other)
        self.tabs.chosen.connect(self._on_tab)
        self.teams.opened.connect(self._on_team)
        self.teams.activated_id.connect(self._on_team)
        self.finished.connect(self._on_finished)
        if entries:
            self.list.choose(entries[0].id)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.list.setFixedWidth(theme.px(270))
        row.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._chosen = label("", "strong")
        head.addWidget(self._chosen)
        head.addWidget(label("与", "note"))
        head.addWidget(self.other)
        head.addWidget(label("比较", "note"))
        head.addWidget(self._told, 1)
        head.addWidget(self.tabs)
        right.addLayout(head)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.lines)
        self._pages.addWidget(self.teams)
        right.addWidget(self._pages, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        self.lines.set_empty("scale-balance", "没有不同", "这两版的要求、画像和红绿线都相同。")
        self.teams.set_empty("scale-balance", "没有不同", "没有班子因此改变状态或得分。")
        self.add_cancel("关闭")
        self.end_button = self.add_button("结束试行", self._on_end)
        self.trial_button = self.add_button("把草稿交付试行", self._on_trial)
        self.begin_button = self.add_button("以此版为起点修改", self._on_begin, kind="primary")

    # ---- showing

    def current(self) -> Entry | None:
        """The entry chosen in the list."""
        return self._entries.get(self.list.current_id())

    def against(self) -> Entry | None:
        """The entry it is compared with."""
        return self._entries.get(str(self.other.currentData()))

    def _on_chosen(self, id: object) -> None:
        entry = self.current()
        if entry is None:
            return
        self._chosen.setText(entry.title)
        self.begin_button.setEnabled(entry.id != DRAFT)
        self.trial_button.setVisible(entry.id == DRAFT)
        self.end_button.setVisible(entry.id == TRIAL)
        against = self.against()
        if against is None or against.id == entry.id:
            other = self._usual(entry)
            at = self.other.findData(other.id) if other is not None else -1
            if at >= 0 and at != self.other.currentIndex():
                self.other.setCurrentIndex(at)  # announces itself
                return
        self._compare()

    def _usual(self, entry: Entry) -> Entry | None:
        """Give what an entry is usually held against: the one in force, else its predecessor."""
        listed = list(self._entries.values())
        now = next((each for each in listed if each.stage == "in force"), None)
        if now is not None and now.id != entry.id:
            return now
        at = listed.index(entry)
        return (
            listed[at + 1]
            if at + 1 < len(listed)
            else next((each for each in reversed(listed) if each.id != entry.id), None)
        )

    def _on_other(self, index: int) -> None:
        self._compare()

    def _compare(self) -> None:
        before, after = self.against(), self.current()
        if before is None or after is None:
            return
        world = self._context.workspace.world
        self._context.jobs.read(
            partial(version_work.lay_beside, world, before, after, self._known),
            KEY,
            self._on_beside,
        )

    def _on_beside(self, found: Beside) -> None:
        before, after = self._entries[found.before], self._entries[found.after]
        listed = rows(found.comparison)
        self.lines.show_rows(
            difference_columns(before.title, after.title), listed,
            [f"{at}" for at in range(len(listed))],
        )  # fmt: skip
        snapshot = self._context.workspace.snapshot
        ids = [snapshot.teams.ids[each.team] for each in found.teams]
        columns = TeamColumns(snapshot, before.title, after.title).all()
        self.teams.show_rows(columns, found.teams, ids)
        comparison = found.comparison
        self.tabs.set_text("lines", f"逐条 {len(comparison.lines)}")
        moved = sum(each.moved for each in found.teams)
        self.tabs.set_text("teams", f"逐班子 {len(found.teams)}")
        self._told.setText(
            f"新增 {comparison.count('added')}，取消 {comparison.count('removed')}，"
            f"修改 {comparison.count('changed')}；{moved} 个班子状态不同"
        )

    # ---- slots

    def _on_tab(self, id: object) -> None:
        self._pages.setCurrentIndex(0 if id == "lines" else 1)

    def _on_team(self, id: object) -> None:
        self.reject()
        self._context.navigator.go(OpenTeam(str(id)))

    def _on_begin(self) -> None:
        self._wish("begin")

    def _on_trial(self) -> None:
        self._wish("trial")

    def _on_end(self) -> None:
        self._wish("end")

    def _wish(self, what: str) -> None:
        entry = self.current()
        if entry is not None:
            self.wish = (what, entry)
            self.accept()

    def _on_finished(self, result: int) -> None:
        self._context.jobs.cancel(KEY)


def _item(entry: Entry) -> ListItem:
    return ListItem(
        id=entry.id,
        title=entry.title,
        note=entry.note,
        right=WORDS.get(entry.stage, ""),
        right_tone=TONES.get(entry.stage, "text2"),
    )
