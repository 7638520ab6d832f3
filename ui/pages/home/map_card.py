"""The card of the colour map: legend, heads that stay, the map, its hover card and its menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea

from ui.pages.home.changed import ChangedStrip
from ui.pages.home.hover import HoverCard
from ui.pages.home.states import WORDS
from ui.pages.home.team_map import MapHead, TeamMap
from ui.pages.home.work import MapRow, Turn
from ui.widgets.card import Card
from ui.widgets.labels import MarkLabel

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World


class MapCard(Card):
    """Announces positions of teams: to open, to list the members of, to staff."""

    opened = Signal(object)
    members_asked = Signal(object)
    staff_asked = Signal(object)
    turns_asked = Signal()

    def __init__(self) -> None:
        super().__init__("班子状态图", " ")
        self._world: World | None = None
        self._survey: tuple[Assessment, ...] | None = None
        for state, word in WORDS.items():
            self.header.addWidget(MarkLabel(state, word, 13))
            self.header.addSpacing(4)
        self.map = TeamMap()
        self.map.opened.connect(self.opened)
        self.map.pointed.connect(self._on_pointed)
        self.map.menu_asked.connect(self._on_menu)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.map)
        # Both would fill themselves with the ground of the page; they stand on a card.
        self.area.viewport().setAutoFillBackground(False)
        self.map.setAutoFillBackground(False)
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.head = MapHead(self.map)
        self.area.horizontalScrollBar().valueChanged.connect(self.head.follow)
        self.changed = ChangedStrip()
        self.changed.opened.connect(self.opened)
        self.changed.all_asked.connect(self.turns_asked)
        self.body.setSpacing(0)
        self.body.addWidget(self.head)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.changed)
        self.hover = HoverCard(self)
        self._make_menu()

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self._menu_team = 0
        for text, slot in (
            ("打开研判", self._on_open),
            ("查看成员", self._on_members),
            ("模拟配备", self._on_staff),
        ):
            entry = QAction(text, self.menu)
            entry.triggered.connect(slot)
            self.menu.addAction(entry)

    def set_narrow(self, narrow: bool) -> None:
        """Take smaller cells and leave the strip of changes out."""
        self.map.set_narrow(narrow)
        self.changed.setVisible(not narrow)
        self.head.update()

    def show_world(
        self,
        world: "World",
        rows: Sequence[MapRow],
        survey: "tuple[Assessment, ...] | None",
    ) -> None:
        """Show the teams of a world; without a survey their cells are empty."""
        self._world, self._survey = world, survey
        self.hover.hide()
        self.set_note(f"{len(world.snapshot.teams)} 个班子 · 每格一个班子 · 单击打开研判")
        self.map.show_rows(rows, survey)
        self.head.update()

    def show_turns(self, turns: Sequence[Turn] | None, names: Sequence[str]) -> None:
        """Show what changed since the month before."""
        self.changed.show_turns(turns, names, self.width() - 24)

    def _on_pointed(self, team: int | None, cell: QRect) -> None:
        if team is None or self._survey is None or self._world is None:
            self.hover.hide()
            return
        if not self.map.underMouse():
            self.area.ensureVisible(cell.center().x(), cell.center().y(), 0, 60)
        place = QRect(self.map.mapTo(self, cell.topLeft()), cell.size())
        self.hover.show_team(self._world, self._survey[team], place)

    def _on_scrolled(self) -> None:
        self.hover.hide()

    def _on_menu(self, team: int, place: QPoint) -> None:
        self._menu_team = team
        self.menu.popup(place)

    def _on_open(self) -> None:
        self.opened.emit(self._menu_team)

    def _on_members(self) -> None:
        self.members_asked.emit(self._menu_team)

    def _on_staff(self) -> None:
        self.staff_asked.emit(self._menu_team)
