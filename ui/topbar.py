"""The bar at the top: database, reference month, search, undo, tasks, theme, drawer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui import icons, theme
from ui.widgets.card import hairline
from ui.widgets.labels import label
from ui.widgets.month import MonthPicker


class Logo(QWidget):
    """A tile of four seats."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(24), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 5, 5)
        unit = box.width() / 24
        for row in range(2):
            for column in range(2):
                painter.setBrush(theme.color("onaccent"))
                painter.setOpacity(1.0 if (row, column) != (1, 1) else 0.55)
                seat = QRectF(
                    box.left() + (5 + column * 7.6) * unit,
                    box.top() + (5 + row * 7.6) * unit,
                    6.2 * unit,
                    6.2 * unit,
                )
                painter.drawRoundedRect(seat, 1.4, 1.4)


class DatabaseButton(QPushButton):
    """The name of the open database; its menu holds the file commands."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setObjectName("database")
        self.setIcon(icons.icon("database-outline"))
        self.setMenu(menu)

    def show_name(self, name: str) -> None:
        """Show a name, with an ellipsis where it is long."""
        room = theme.px(190)
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room))
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        # Room for the chevron, which the style does not know of.
        return super().sizeHint() + QSize(theme.px(14), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(14)
        box = QRectF(self.width() - side - 6, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), box, "chevron-down", theme.color("text2"))


class SearchWell(QPushButton):
    """Looks like a search field; a click opens Ctrl+K."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setProperty("kind", "well")
        self.setObjectName("search")
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.wanted = 440
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self.wanted), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        # Large text on a small screen: the field gives way first.
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(15)
        box = QRectF(theme.px(11), (self.height() - side) / 2, side, side)
        icons.paint(painter, box, "magnify", theme.color("text2"))
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("text3"))
        left = theme.px(36)
        words = QRectF(left, 0, self.width() - left - theme.px(70), self.height())
        hint = QFontMetrics(theme.font(14)).elidedText(
            "人员 / 岗位 / 班子 / 命令", Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), hint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        key = QRectF(self.width() - theme.px(64), 0, theme.px(54), theme.px(20))
        key.moveTop((self.height() - key.height()) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("greys"))
        painter.drawRoundedRect(key, 4, 4)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(12))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), "Ctrl+K")


class TasksButton(QPushButton):
    """任务 with the number of jobs under way."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setProperty("kind", "ghost")
        self.setObjectName("tasks")
        self.setToolTip(action.toolTip())
        self._count = 0
        self.clicked.connect(action.trigger)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many jobs are under way."""
        self._count = count
        self.setAccessibleName(f"任务，{count} 项正在进行")
        self.update()

    @property
    def count(self) -> int:
        """How many jobs are said to be under way."""
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(theme.px(82), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(17)
        box = QRectF(theme.px(7), (self.height() - side) / 2, side, side)
        icons.paint(painter, box, "progress-clock", theme.color("text2"))
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("text2"))
        words = QRectF(theme.px(28), 0, theme.px(34), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), "任务")
        if self._count:
            badge = QRectF(theme.px(59), 0, theme.px(18), theme.px(18))
            badge.moveTop((self.height() - badge.height()) / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
            painter.setPen(theme.color("onaccent"))
            painter.setFont(theme.font(12))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(min(self._count, 99)))


class TopBar(QFrame):
    """48 px; shows what it is told and triggers actions, decides nothing."""

    def __init__(self, actions: dict[str, QAction], menu: QMenu, month: int) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.database = DatabaseButton(menu)

        self.month = MonthPicker(month)
        self.month_label = label("基准日期", "cell2")
        self.search = SearchWell(actions["go.find"])
        self.tasks = TasksButton(actions["view.tasks"])
        self._logo, self._line = Logo(), hairline(vertical=True)
        names = ("edit.undo", "edit.redo", "view.theme", "view.drawer")
        self._tools = {name: self._tool(actions[name]) for name in names}
        self._build()
        self.restyle()

    def restyle(self) -> None:
        """Take on the present text scale."""
        self.setFixedHeight(theme.px(48))
        self._line.setFixedHeight(theme.px(22))
        self.month.setFixedWidth(theme.px(104))
        self.database.setIconSize(QSize(theme.px(16), theme.px(16)))
        for button in self._tools.values():
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.search.updateGeometry()

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("kind", "icon")
        button.setObjectName(f"top.{action.objectName()}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _build(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._logo)
        left.addSpacing(4)
        left.addWidget(self.database)
        left.addSpacing(8)
        left.addWidget(self.month_label)
        left.addWidget(self.month)
        left.addStretch(1)
        right.setSpacing(6)
        right.addStretch(1)
        right.addWidget(self._tools["edit.undo"])
        right.addWidget(self._tools["edit.redo"])
        right.addWidget(self._line)
        right.addWidget(self.tasks)
        right.addWidget(self._tools["view.theme"])
        right.addWidget(self._tools["view.drawer"])
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self.search)
        row.addLayout(right, 1)
        self.set_narrow(True)

    def set_narrow(self, narrow: bool) -> None:
        """Give the search field the width for a window below 1600 px, or for a wide one."""
        self.search.wanted = 320 if narrow else 440
        self.search.updateGeometry()

    def show_database(self, name: str) -> None:
        """Show the name of the open database, with an ellipsis where it is long."""
        self.database.show_name(name or "未打开干部库")
        for each in (self.month, self.month_label):
            each.setEnabled(bool(name))
