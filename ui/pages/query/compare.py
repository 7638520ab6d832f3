"""同屏比较: two to six people beside each other, differences marked, careers on one time axis."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from leadership_model.query.beside import LEAST, MOST, Aspect, beside
from ui import names, theme
from ui.card.facts import CardFacts, gather
from ui.card.lanes import CareerLanes
from ui.context import Context
from ui.jobs import Control
from ui.navigation import OpenPerson
from ui.pages.query.giving import Giving
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label, link

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.papers.spread import Spread

__all__ = ["LEAST", "MOST", "CompareDialog", "compare"]

WORDS = "干部比较表"


def compare(context: Context, giving: Giving, ids: Sequence[str], around: QWidget) -> None:
    """Show people beside each other; what is asked for then is opened, written or printed."""
    at = context.workspace.snapshot.people.positions
    people = [at[id] for id in ids if id in at]
    dialog = CompareDialog(context, people, around)
    context.ask.show(dialog)
    opened, wanted = dialog.opened, dialog.wanted
    make = partial(_sheet, context.workspace.world, tuple(people))
    if opened:
        context.navigator.go(OpenPerson(opened))
    elif wanted == "print":
        giving.show_pages(WORDS, make)
    elif wanted == "save":
        giving.write(WORDS, make)


def _sheet(world: "World", people: tuple[int, ...], _control: Control) -> "Spread":
    from leadership_model.papers.beside_sheet import beside_sheet

    return beside_sheet(world, people)


class CompareDialog(Dialog):
    """A column for each person. `opened`: whose card is asked for; `wanted`: save or print."""

    def __init__(
        self, context: Context, people: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(f"同屏比较：{len(people)} 人", parent, width=1080)
        self.opened = self.wanted = ""
        world = context.workspace.world
        self._snapshot = world.snapshot
        self._people = tuple(people)
        self.aspects = beside(world, people)
        self.rows: list[tuple[Aspect, list[QWidget]]] = []
        self.only = QCheckBox("只看不同之处")
        self.only.toggled.connect(self._on_only)
        self.body.addWidget(self.only)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 6, 0)
        box.addLayout(self._make_table())
        survey = context.workspace.survey
        self.lanes: list[CareerLanes] = []
        box.addWidget(label("履历（同一时间轴）", "card"))
        box.addLayout(self._make_careers([gather(world, survey, each) for each in people]))
        box.addStretch(1)
        area = self.scrolled(content, 520)
        area.setMinimumHeight(self._limited(theme.px(640), "height", 0.64))
        self.body.addWidget(area, 1)
        self.add_cancel("关闭")
        self.add_button("打印…", self._on_print)
        self.add_button("导出…", self._on_save, kind="primary")

    def _make_table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, theme.px(96))
        for at, person in enumerate(self._people, 1):
            name = link(names.person_name(self._snapshot, person), self._on_person)
            name.setProperty("person", self._snapshot.people.ids[person])
            name.setToolTip("打开干部卡片")
            grid.addWidget(name, 0, at, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(at, 1)
        row, heading = 1, ""
        for aspect in self.aspects:
            if aspect.heading != heading:
                heading = aspect.heading
                grid.addWidget(label(heading, "card"), row, 0, 1, len(self._people) + 1)
                row += 1
            self.rows.append((aspect, self._make_row(grid, row, aspect)))
            row += 1
        return grid

    def _make_row(self, grid: QGridLayout, row: int, aspect: Aspect) -> list[QWidget]:
        head = label(aspect.name if aspect.same else f"≠ {aspect.name}", "note")
        grid.addWidget(head, row, 0)
        made: list[QWidget] = [head]
        several = not all(aspect.differs)
        for at, (text, other) in enumerate(zip(aspect.texts, aspect.differs, strict=True), 1):
            marked = f"≠ {text}" if other and several else text
            cell = label(marked, "near" if other else "cell", wrap=True)
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cell.setToolTip("与多数人不同" if other else "")
            grid.addWidget(cell, row, at)
            made.append(cell)
        return made

    def _make_careers(self, found: Sequence[CardFacts]) -> QGridLayout:
        starts = [stretch.start for facts in found for stretch in facts.stretches]
        since = min(starts, default=found[0].as_of)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, facts in enumerate(found):
            lanes = CareerLanes()
            lanes.show_career(facts, since - since % 12)
            self.lanes.append(lanes)
            name = QLabel(facts.name)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(lanes, row, 1)
        return grid

    def _on_only(self, only: bool) -> None:
        for aspect, widgets in self.rows:
            for each in widgets:
                each.setVisible(not (only and aspect.same))

    def _on_person(self) -> None:
        self.opened = self.sender().property("person")
        self.accept()

    def _on_save(self) -> None:
        self.wanted = "save"
        self.accept()

    def _on_print(self) -> None:
        self.wanted = "print"
        self.accept()
