"""地区: areas, their townships and sub-districts as a tree, found by name, pinyin or code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.people import area_tree
from leadership_model.people.areas import CITY
from leadership_model.people.renaming import AREAS
from ui import names, theme
from ui.context import Context
from ui.navigation import ShowPeople, ShowTeams
from ui.pages.elements.renamer import Renamer
from ui.pages.elements.section import Section
from ui.pages.elements.unit_columns import INDENT
from ui.pages.elements.unit_panel import small
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

CITY_KIND = "地级市"


class AreaPane(Section):
    """The tree as a table. `edited` carries the id of an area whose record is to be shown."""

    edited = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self.search = SearchField("地区名、代码、拼音")
        self.view = TableView(context.settings, "elements.areas", opens="打开单位记录")
        self.view.set_empty("map-outline", "还没有地区",
                            "在“单位与班子”里新建类别为“地区”的单位，地区就在这里。")  # fmt: skip
        self._teams = small("查看班子", self._on_teams, "sitemap-outline")
        self._people = small("查看成长于此的干部", self._on_people, "account-outline")
        self._edit = small("编辑", self._on_edit, "pencil-outline", "在“单位与班子”里打开这条记录")
        self._rename = small("改名…", self._on_rename, "rename-outline",
                             "换一个名称，写着它的单位、干部、履历和查询随之改写")  # fmt: skip
        self._renamer = Renamer(context, page, self)
        self._card = Card("地区").flush()
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        row.addWidget(self.search, 1)
        for each in (self._edit, self._rename, self._teams, self._people):
            row.addWidget(each)
        note = label("地区代码按 GB/T 2260 填在单位的“代码”里；县以下列出乡镇和街道。", "note")
        note.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self._card.body.addLayout(row)
        self._card.body.addWidget(note)
        self._card.body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self.search.typed.connect(self.view.filter_text)
        self.view.opened.connect(self._on_opened)
        self.view.activated_id.connect(self._on_opened)

    def refresh(self, changes: Changes) -> None:
        snapshot = self.context.workspace.snapshot
        tree = area_tree.area_tree(snapshot)
        ids = snapshot["unit"].ids
        self.view.show_rows(AreaColumns(snapshot, tree).all(), tree, [ids[b.unit] for b in tree])
        if tree and not self.view.current_id():
            self.view.select_ids((ids[tree[0].unit],))
        kinds = snapshot["unit"].raw("kind")
        areas = sum(kinds[b.unit] == area_tree.AREA_KIND for b in tree)
        self._card.set_note(f"{areas} 个地区，{len(tree) - areas} 个乡镇和街道")
        for each in (self._edit, self._rename, self._teams, self._people):
            each.setEnabled(bool(tree))
        self.noted.emit()

    def note(self) -> str:
        shown, every = len(self.view.rows.shown_ids()), len(self.view.rows.ids)
        return f"地区 · {names.number(shown)} / {names.number(every)} 条"

    def table(self) -> TableView:
        return self.view

    def _on_opened(self, id: object) -> None:
        self.edited.emit(id)

    def _on_rename(self) -> None:
        units = self.context.workspace.snapshot["unit"]
        at = units.positions.get(self.view.current_id())
        if at is None:
            self.context.say("请先在列表中选择一个地区。")
        elif units.raw("kind")[at] != area_tree.AREA_KIND:
            self.context.say("乡镇和街道的名称在“单位与班子”里修改。")
        else:
            self._renamer.ask(AREAS, units.raw("name")[at] or "")

    def _on_edit(self) -> None:
        self.edited.emit(self.view.current_id())

    def _on_teams(self) -> None:
        snapshot, name = self.context.workspace.snapshot, self._name()
        units_of = snapshot["unit"]
        at = units_of.positions[self.view.current_id()]
        area = CITY if units_of.raw("area_kind")[at] == CITY_KIND else name
        areas, units = snapshot.teams.raw("area"), snapshot.teams.raw("unit")
        id = self.view.current_id()
        found = tuple(
            team for at, team in enumerate(snapshot.teams.ids)
            if areas[at] == area or units[at] == id
        )  # fmt: skip
        self.context.navigator.go(ShowTeams(found, f"{name}的班子"))

    def _on_people(self) -> None:
        snapshot, name = self.context.workspace.snapshot, self._name()
        homes = snapshot.people.raw("hometown")
        found = tuple(id for at, id in enumerate(snapshot.people.ids) if homes[at] == name)
        self.context.navigator.go(ShowPeople(found, f"成长地为{name}的干部"))

    def _name(self) -> str:
        units = self.context.workspace.snapshot["unit"]
        return units.raw("name")[units.positions[self.view.current_id()]] or ""


class AreaColumns:
    """Columns of the tree; items are branches."""

    def __init__(self, snapshot: "Snapshot", tree: Sequence[area_tree.Branch]) -> None:
        self._units = snapshot["unit"]
        teams, homes = snapshot.teams.raw("area"), snapshot.people.raw("hometown")
        self._teams: dict[str | None, int] = {}
        self._homes: dict[str | None, int] = {}
        for area in teams:
            self._teams[area] = self._teams.get(area, 0) + 1
        for home in homes:
            self._homes[home] = self._homes.get(home, 0) + 1

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        return (
            Column(id="name", title="地区", cell=self._name, texts=self._names, width=330,
                   search=True, stretch=True, fixed=True),
            Column(id="code", title="代码", cell=self._code, width=110, search=True),
            Column(id="kind", title="类型", cell=self._kind, width=90),
            Column(id="autonomy", title="自治民族", cell=self._autonomy, width=170),
            Column(id="below", title="下级", cell=self._below, width=60, align="right"),
            Column(id="teams", title="班子", cell=self._team_count, width=60, align="right"),
            Column(id="homes", title="成长于此", cell=self._home_count, width=80, align="right"),
        )  # fmt: skip

    def _raw(self, branch: area_tree.Branch, name: str) -> str:
        return self._units.raw(name)[branch.unit] or ""

    def _name(self, branch: area_tree.Branch) -> Cell:
        area = self._raw(branch, "kind") == area_tree.AREA_KIND
        gone = bool(self._units.raw("retired")[branch.unit])
        return Cell(text=INDENT * branch.depth + self._raw(branch, "name"), bold=area, strike=gone)

    def _names(self, tree: Sequence[area_tree.Branch]) -> list[str]:
        return [self._raw(branch, "name") for branch in tree]

    def _code(self, branch: area_tree.Branch) -> Cell:
        code = self._raw(branch, "code")
        return Cell(text=code) if code else Cell(text="待核", faint=True)

    def _kind(self, branch: area_tree.Branch) -> str:
        return self._raw(branch, "area_kind") or self._raw(branch, "kind")

    def _autonomy(self, branch: area_tree.Branch) -> str:
        return self._raw(branch, "autonomy")

    def _below(self, branch: area_tree.Branch) -> str:
        return str(branch.below or "")

    def _team_count(self, branch: area_tree.Branch) -> str:
        wide = self._raw(branch, "area_kind") == CITY_KIND
        return str(self._teams.get(CITY if wide else self._raw(branch, "name")) or "")

    def _home_count(self, branch: area_tree.Branch) -> str:
        return str(self._homes.get(self._raw(branch, "name")) or "")
