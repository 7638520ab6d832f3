"""The panel at the left: filter by words and by state, and the tree of areas and teams."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from leadership_model.assessment.finding import STATE_WORDS, Assessment
from ui import marks, names, theme
from ui.pages.assessment import places
from ui.pages.assessment.places import Node
from ui.pages.assessment.work import score_text, state_text
from ui.tables import painting
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.search import SearchField

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

Index = QModelIndex | QPersistentModelIndex
TEAM = Qt.ItemDataRole.UserRole.value
MARK = TEAM + 1
RIGHT = TEAM + 2
STATES = ("green", "yellow", "red", "veto", "unknown", "unconfigured")


class TeamDelegate(QStyledItemDelegate):
    """Paints the name at the left, mark and score (or the number of teams) at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.px(29))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("sunken"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        mark, right = index.data(MARK), index.data(RIGHT) or ""
        score = theme.px(38 if mark else 30)
        room = rect.adjusted(theme.px(4), 0, -theme.px(8), 0)
        painter.setFont(theme.font(12))
        tone = theme.verdict(mark).text if mark else theme.color("text2")
        painter.setPen(tone)
        painter.drawText(room, painting.side_flags("right"), right)
        wide = max(painting.advance(right, 12), score)
        if mark:
            side = theme.px(10)
            left = room.right() - wide - side - theme.px(6)
            marks.paint(painter, QRectF(left, rect.center().y() - side / 2, side, side), mark)
            wide += side + theme.px(10)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text"))
        free = room.width() - wide - theme.px(4)
        shown = painting.elided(str(index.data()), 13, False, free)
        painter.drawText(room, painting.side_flags("left"), shown)
        painter.restore()


class TeamTree(Card):
    """Announces the position of the team chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._states: set[str] = set()
        self._items: dict[int, QTreeWidgetItem] = {}
        self._shown: dict[int, Assessment] = {}  # what stands beside each team
        self._asked: tuple[object, ...] | None = None  # what the teams in sight passed
        self._kinds: dict[int, str] = {}
        self._quiet = False
        self._nodes: tuple[Node, ...] | None = None
        self.field = SearchField("筛选班子")
        self.field.typed.connect(self._on_filter)
        self.chips = {state: Chip("", mark=state).make_live().make_tight() for state in STATES}
        holder = QWidget()
        flow = FlowLayout(holder, gap=3)
        self._flow = flow
        for state, chip in self.chips.items():
            chip.setToolTip(f"只看状态为“{STATE_WORDS[state]}”的班子；再点一次取消")
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
        self.view = self._make_view()
        self.none = label("没有符合筛选的班子，按 Esc 清除筛选", "note", wrap=True)
        self.none.hide()
        top = QVBoxLayout()
        top.setContentsMargins(7, 7, 7, 0)
        top.setSpacing(6)
        for each in (self.field, holder, self.none):
            top.addWidget(each)
        self.flush()
        self.body.addLayout(top)
        self.body.addWidget(self.view, 1)

    def _make_view(self) -> QTreeWidget:
        view = QTreeWidget()
        view.setHeaderHidden(True)
        view.setColumnCount(1)
        view.setIndentation(theme.px(13))
        view.setUniformRowHeights(True)
        view.setMouseTracking(True)
        view.setAccessibleName("地区与班子")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setItemDelegate(TeamDelegate(view))
        view.currentItemChanged.connect(self._on_current)
        return view

    # ---- what is shown

    def show_teams(self, snapshot: "Snapshot", survey: Sequence[Assessment] | None) -> None:
        """Show the teams of a base; which branches are open is kept."""
        nodes = snapshot.remember("assessment.places", lambda: places.tree(snapshot))
        if nodes is self._nodes:  # the same teams under the same names
            self.show_states(survey or ())
            return
        self._nodes = nodes
        opened = {item.text(0) for item in self._walk() if item.isExpanded()}
        current = self.current()
        self._quiet = True
        self.view.clear()
        self._items, self._shown, self._asked = {}, {}, None
        root = QTreeWidgetItem([places.city_name(snapshot)])
        root.setData(0, RIGHT, str(len(snapshot.teams)))
        self.view.addTopLevelItem(root)
        root.setExpanded(True)
        for node in nodes:
            self._add(root, node, opened, snapshot)
        self._quiet = False
        self.show_states(survey or ())
        if current in self._items:
            self.choose(current)

    def _add(
        self, parent: QTreeWidgetItem, node: Node, opened: set[str], snapshot: "Snapshot"
    ) -> None:
        item = QTreeWidgetItem(parent, [node.text])
        item.setData(0, TEAM, node.team)
        if node.team >= 0:
            self._items[node.team] = item
            item.setToolTip(0, names.team_name(snapshot, node.team))
        else:
            item.setData(0, RIGHT, str(sum(1 for _ in node.teams())))
        for child in node.children:
            self._add(item, child, opened, snapshot)
        item.setExpanded(node.text in opened)

    def show_states(self, survey: Sequence[Assessment]) -> None:
        """Put marks and scores beside the teams, and the counts into the chips."""
        self._kinds = {each.team: each.state for each in survey}
        for each in survey:
            item = self._items.get(each.team)
            if item is not None and self._shown.get(each.team) is not each:
                self._shown[each.team] = each
                low = each.score_low
                item.setData(0, MARK, each.state)
                item.setData(0, RIGHT, names.NOTHING if low is None else f"{low:.1f}")
                whole = item.toolTip(0).split("\n")[0]
                item.setToolTip(0, f"{whole}\n{state_text(each)} · {score_text(each)} 分")
        states = list(self._kinds.values())
        for state, chip in self.chips.items():
            chip.show_text(str(states.count(state)) if states else names.NOTHING)
            chip.setAccessibleName(f"{STATE_WORDS[state]} {states.count(state)}")
        self._flow.invalidate()
        self._filter()

    # ---- choosing

    def current(self) -> int:
        """The position of the team chosen, -1 for none."""
        item = self.view.currentItem()
        team = None if item is None else item.data(0, TEAM)
        return -1 if team is None else int(team)

    def choose(self, team: int) -> None:
        """Choose a team and bring it into sight; nothing is announced."""
        item = self._items.get(team)
        if item is not None and item is not self.view.currentItem():
            self._quiet = True
            self.view.setCurrentItem(item)
            self.view.scrollToItem(item)
            self._quiet = False

    def first(self) -> int:
        """The first team in sight, -1 for none."""
        return next(iter(self.in_sight()), -1)

    def beside(self, team: int, step: int) -> int:
        """The next or the former team that passes the filter, round and round."""
        teams = self.in_sight()
        if not teams:
            return -1
        at = teams.index(team) if team in teams else -1 if step > 0 else 0
        return teams[(at + step) % len(teams)]

    def in_sight(self) -> list[int]:
        """The teams that pass the filter, in their order."""
        return [team for team, item in self._items.items() if not item.isHidden()]

    # ---- filtering

    def _on_filter(self, words: str) -> None:
        self._filter()

    def _on_chip(self) -> None:
        chip = self.sender()
        for state, each in self.chips.items():
            if each is chip:
                self._states ^= {state}
                each.show_text(each.text(), "accent" if state in self._states else "")
        self._filter()

    def _filter(self) -> None:
        words = self.field.text().strip().lower().split()
        asked = (words, set(self._states), self._kinds if self._states else None)
        if asked == self._asked:
            return  # as after a change of somebody's row: the same teams are in sight
        self._asked = asked
        for team, item in self._items.items():
            wanted = not self._states or self._kinds.get(team) in self._states
            if words:
                name = f"{item.toolTip(0)} {item.text(0)}".lower()
                wanted = wanted and all(word in name for word in words)
            if item.isHidden() is wanted:
                item.setHidden(not wanted)
        filtered = bool(words or self._states)
        root = self.view.topLevelItem(0)
        if root is not None:
            self._fold(root, filtered)
        self.none.setVisible(filtered and not self.in_sight())

    def _fold(self, branch: QTreeWidgetItem, filtered: bool) -> bool:
        """Hide branches without a team in sight; while a filter is on, open the others."""
        seen = False
        for child in _children(branch):
            there = self._fold(child, filtered) if child.childCount() else not child.isHidden()
            seen = seen or there
        branch.setHidden(not seen)
        if filtered and seen:
            branch.setExpanded(True)
        return seen

    def _walk(self) -> list[QTreeWidgetItem]:
        walker, found = QTreeWidgetItemIterator(self.view), []
        while walker.value() is not None:
            found.append(walker.value())
            walker += 1
        return found

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        team = self.current()
        if team >= 0 and not self._quiet:
            self.chosen.emit(team)


def _children(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (branch.child(at) for at in range(branch.childCount()))
    return [child for child in found if child is not None]
