"""What is shown while no database is open: four ways to begin, and the ones used before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.topbar import Logo
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

CHOICES = {
    "file.open": ("打开", "打开本机上已有的干部库"),
    "file.new": ("新建", "新建一个空的干部库，再逐人录入或导入"),
    "file.sample": ("示例城市", "虚构的一座城市，用来熟悉程序"),
    "welcome.import": ("从文件导入", "新建干部库，并导入任免审批表"),
}


class Tile(QPushButton):
    """A large button: icon, title, a line below."""

    def __init__(self, action: QAction, title: str, note: str, icon: str) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        self.setObjectName(f"welcome.{action.objectName()}")
        self.setAccessibleName(title)
        self.setToolTip(action.toolTip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title, self._note, self._icon = title, note, icon
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(330), theme.px(76))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(76))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(26)
        box = QRectF(theme.px(16), (self.height() - side) / 2, side, side)
        icons.paint(painter, box, self._icon, theme.color("accent"))
        left = theme.px(56)
        middle = self.height() / 2
        width = self.width() - left - theme.px(10)
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.color("text"))
        upper = QRectF(left, middle - theme.px(26), width, theme.px(24))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        lower = QRectF(left, middle, width, theme.px(36))
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(lower, flags, self._note)


class Welcome(QWidget):
    """`recent_chosen` carries the path of a database used before."""

    recent_chosen = Signal(object)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.recent = TwoLineList()
        self.recent.activated_id.connect(self.recent_chosen)
        self.recent.clicked.connect(self._on_clicked)
        self._recent_card = Card("最近使用", "单击打开").flush()
        self._recent_card.body.addWidget(self.recent)
        self._recent_card.setMaximumWidth(theme.px(672))
        self._recent_card.setMaximumHeight(theme.px(260))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addStretch(1)
        head.addWidget(Logo())
        head.addWidget(label("班子模型工作台", "title"))
        head.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, (name, (title, note)) in enumerate(CHOICES.items()):
            icon = actions[name].data().icon
            tile = Tile(actions[name], title, note, icon)
            tile.setMaximumWidth(theme.px(330))
            grid.addWidget(tile, at // 2, at % 2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(grid)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setSpacing(16)
        box.addStretch(2)
        box.addLayout(head)
        hint = label("选一种方式开始。数据只存放在本机的一个文件里。", "note")
        box.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(row)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._recent_card, 20)
        below.addStretch(1)
        box.addLayout(below)
        box.addStretch(3)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Show the databases used before; those whose file is gone say so."""
        items = []
        for text in paths:
            path = Path(text)
            there = path.is_file()
            items.append(
                ListItem(
                    id=text,
                    title=path.stem,
                    note=str(path.parent),
                    right="" if there else "文件已不在原处",
                    right_tone="yellow_text",
                    icon="database-outline",
                )
            )
        self.recent.show_items(items)
        self._recent_card.setVisible(bool(items))
        self.recent.setFixedHeight(theme.px(46) * min(len(items), 4) + 2)

    def _on_clicked(self) -> None:
        self.recent_chosen.emit(self.recent.current_id())
