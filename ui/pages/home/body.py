"""The content of the page and how it is arranged in windows of several widths."""

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.pages.home.map_card import MapCard
from ui.pages.home.side import ImportCard, ListCard
from ui.pages.home.states import StateCard
from ui.pages.home.tile import ICONS, Tile

SMALL, TINY = 1250, 1060  # px of the page at 100 % below which less is shown, or it is stacked
ACROSS = 6  # tiles in a row
UNLIMITED = 16_777_215  # Qt's own largest width


class HomeBody(QWidget):
    """States and tiles above, the map below, lists at the right (stacked in little room)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shape: tuple[bool, bool] | None = None
        self.states = StateCard()
        self.tiles = {id: Tile(id) for id in ICONS}
        self.map_card = MapCard()
        self.todo = ListCard("今日待办", "打开数据体检", "没有需要处理的事项。", "数据体检")
        self.plans = ListCard(
            "近期方案", "打开模拟配备", "还没有您的方案或共享给您的方案。", "新建方案"
        )
        self.queries = ListCard("常用查询", "打开模型查询", "还没有保存的查询。", "去查询")
        self.imported = ImportCard()
        self._band = QGridLayout()
        self._column = QVBoxLayout()
        for card, stretch in ((self.todo, 7), (self.plans, 5), (self.queries, 6)):
            self._column.addWidget(card, stretch)
        self._column.addWidget(self.imported, 0)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addWidget(self.map_card, 1)
        self._below.addLayout(self._column)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._band)
        self._outer.addLayout(self._below, 1)

    def hasHeightForWidth(self) -> bool:
        # A scroll area would give wrapped labels the height they like best, and scroll for it.
        return False

    def arrange(self, narrow: bool, width: int) -> None:
        """Arrange everything for a page so wide; what counts is the room in letters."""
        room = width / theme.px(100) * 100
        small, tiny = narrow or room < SMALL, room < TINY
        if (small, tiny) == self._shape:
            return
        self._shape = (small, tiny)
        gap = 8 if small else 10
        for each in (self._band, self._below, self._column, self._outer):
            each.setSpacing(gap)
        self._place_band(tiny)
        self.states.set_narrow(small)
        for tile in self.tiles.values():
            tile.set_narrow(small)
        self.map_card.set_narrow(small)
        self.map_card.setMinimumHeight(theme.px(480 if tiny else 200))
        self.todo.setVisible(not small or tiny)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if tiny else right)
        wide = theme.px(286 if small else 400)
        for card in (self.todo, self.plans, self.queries, self.imported):
            card.setMinimumWidth(0 if tiny else wide)
            card.setMaximumWidth(UNLIMITED if tiny else wide)
            card.setMinimumHeight(theme.px(150 if tiny else 60))

    def forget(self) -> None:
        """Arrange anew next time, also for the same width: the text has another size."""
        self._shape = None

    def _place_band(self, tiny: bool) -> None:
        """Put the tiles beside the states, or below them where there is little room."""
        grid, down, right = self._band, int(tiny), int(not tiny)
        for each in (self.states, *self.tiles.values()):
            grid.removeWidget(each)
        grid.addWidget(self.states, 0, 0, 2 - down, 1 + (ACROSS - 1) * down)
        for at, tile in enumerate(self.tiles.values()):
            last = at == len(self.tiles) - 1  # takes what is left of its row
            across = ACROSS - at % ACROSS if last else 1
            grid.addWidget(tile, at // ACROSS + down, right + at % ACROSS, 1, across)
        for column in range(ACROSS + 1):
            grid.setColumnStretch(column, 13)
        grid.setColumnStretch(0, 13 if tiny else 28)
        grid.setColumnStretch(ACROSS, 0 if tiny else 13)
