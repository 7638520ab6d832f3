"""Questions about categories: a new one, which teams belong to which sub-category, which team."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from leadership_model.people import codes
from leadership_model.structure import categories as kept
from leadership_model.structure.model import Model
from ui import theme
from ui.settings import Settings
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.picker import matches
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from leadership_model.people.team import Team

NO_SUB = "不分子类"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new category: its name, the one it is like, the model it begins with (None: empty)."""

    name: str
    like: str
    template: Model | None


class NewCategory(Dialog):
    """Asks for name, level and template of a new category."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("新增班子类别", parent, width=460)
        from leadership_model.structure.templates import shipped

        self._templates = tuple(each for each in shipped() if not each.is_difference())
        self.wanted = Wanted("", "", None)
        self.name = QLineEdit()
        self.name.setPlaceholderText("如 涉农街道")
        self.like = QComboBox()
        self.like.addItems([item["name"] for item in codes.shipped(kept.CATEGORIES)])
        self.template = QComboBox()
        self.template.addItem("空白：逐条新建要求")
        self.template.addItems([each.label for each in self._templates])
        self.template.setCurrentIndex(1)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for text, field in (
            ("名称", self.name),
            ("层级相当于", self.like),
            ("模板", self.template),
        ):
            field.setAccessibleName(text)
            form.addRow(label(text, "body"), field)
        self.body.addLayout(form)
        note = "任职资格、任期等规则按“相当于”的那一类执行；模板只是起点，随后可以修改。"
        self.body.addWidget(label(note, "note", wrap=True))
        self.add_cancel()
        self.add_button("新增", self.take, kind="primary", default=True)

    def take(self) -> None:
        """Take what was filled in, or say what is wrong with it."""
        fault = kept.fault_in(self.name.text())
        self.refuse(fault)
        if fault:
            return
        at = self.template.currentIndex() - 1
        template = self._templates[at] if at >= 0 else None
        self.wanted = Wanted(self.name.text().strip(), self.like.currentText(), template)
        self.accept()


class AssignDialog(Dialog):
    """Asks which teams belong to a sub-category; several at once."""

    def __init__(
        self,
        settings: Settings,
        category: str,
        subs: Sequence[str],
        teams: "Sequence[Team]",
        current: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{category}：划分子类", parent, width=560)
        self._teams = {each.id: each for each in teams}
        self.wanted: tuple[str | None, list[Team]] | None = None
        self.sub = QComboBox()
        self.sub.addItems([*subs, NO_SUB])
        self.sub.setAccessibleName("划入的子类")
        if current in subs:
            self.sub.setCurrentText(str(current))
        self.table = TableView(settings, "structure.assign", checks=True, opens="")
        self.table.setMinimumHeight(theme.px(300))
        self.table.show_rows(_team_columns(), list(teams), [each.id for each in teams])
        self.search = SearchField("班子名称、拼音")
        self.search.typed.connect(self.table.filter_text)
        self.table.opened.connect(self._on_space)
        form = QFormLayout()
        form.addRow(label("划入", "body"), self.sub)
        self.body.addLayout(form)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.add_cancel()
        self.add_button("划入", self.take, kind="primary", default=True)

    def take(self) -> None:
        """Take the teams that are checked."""
        chosen = [self._teams[id] for id in self.table.checked_ids()]
        if not chosen:
            self.refuse("请先勾选班子，可以用空格键勾选、用上面的框查找。")
            return
        text = self.sub.currentText()
        self.wanted = (None if text == NO_SUB else text, chosen)
        self.accept()

    def _on_space(self, id: object) -> None:
        """Check or uncheck a team; nothing else can be done with it here."""
        self.table.rows.set_checked((str(id),), id not in self.table.checked_ids())


class TeamChoice(Dialog):
    """Asks for one team by name."""

    def __init__(self, teams: "Sequence[Team]", parent: QWidget | None = None) -> None:
        super().__init__("为班子另定差异", parent, width=460)
        self._teams = tuple(teams)
        self.wanted = ""
        self.search = SearchField("班子名称、拼音")
        self.list = TwoLineList()
        self.list.setMinimumHeight(theme.px(280))
        note = "只记下这个班子与本类不同的要求和画像；本类改动时，其余部分随之改动。"
        self.body.addWidget(label(note, "note", wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.search.typed.connect(self._on_typed)
        self.list.activated_id.connect(self._on_activated)
        self.add_cancel()
        self.add_button("确定", self.take, kind="primary", default=True)
        self._on_typed("")

    def take(self) -> None:
        """Take the team chosen."""
        self.wanted = str(self.list.current_id() or "")
        if self.wanted:
            self.accept()
        else:
            self.refuse("请选择一个班子。")

    def _on_typed(self, text: str) -> None:
        found = [each for each in self._teams if matches(each.name or "", text)]
        items = [
            ListItem(id=each.id, title=each.name or "", note=each.sub_category or "")
            for each in found
        ]
        self.list.show_items(items)

    def _on_activated(self, id: object) -> None:
        self.wanted = str(id)
        self.accept()


def _team_columns() -> tuple[Column, ...]:
    return (
        Column(id="name", title="班子", cell=_name, width=260, stretch=True, search=True),
        Column(id="sub", title="现在的子类", cell=_sub, width=140),
    )


def _name(team: "Team") -> str:
    return team.name or ""


def _sub(team: "Team") -> Cell:
    return Cell(text=team.sub_category or "–", faint=not team.sub_category)
