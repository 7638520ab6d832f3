"""查人: the builder and facets at the left, sentence, list and figures at the right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.pages.query.columns import ORDERS, people_columns
from ui.pages.query.facets_view import FacetsView
from ui.pages.query.legend import Legend
from ui.pages.query.roll import Roll
from ui.pages.query.sentence_bar import SentenceBar
from ui.pages.query.shades import Marks
from ui.pages.query.stats_view import StatsView
from ui.pages.query.work import MODE_WORDS, Answered
from ui.tables.groups import Groups
from ui.tables.view import TableView
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card, Notice, hairline
from ui.widgets.condition_builder import ConditionBuilder
from ui.widgets.labels import Elided, label
from ui.widgets.segments import Segments

LOW = 430  # px of content below which the figures give way
LARGE = 150  # percent of text above which a narrow window has no room for all words
COLUMNS = "列与分组"


class BasisBar(Notice):
    """Says which list of people the question is laid over, and how; lets go of it."""

    let_go = Signal()
    mode_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = Elided("", "cell")
        self.modes = Segments(tuple(MODE_WORDS.items()))
        self.modes.chosen.connect(self.mode_chosen)
        close = icon_button("close", "放开这个名单，从全部干部中查", self._on_close, small=True)
        self.row.addWidget(label("名单", "strong"))
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.modes)
        self.row.addWidget(close)
        self.close_button = close

    def _on_close(self) -> None:
        self.let_go.emit()


class PeopleView(QWidget):
    """The widgets of the first tab. The page connects them."""

    saved_chosen = Signal(object)
    saved_menu_asked = Signal(object)
    doubtful_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._columns_of: Roll | None = None
        self.marks = Marks()
        self.legend = Legend()
        self.groups_of: Callable[[Answered, Roll], Groups | None] = _no_groups
        self.builder = ConditionBuilder()
        self.facets = FacetsView()
        self.bar = SentenceBar()
        self.basis = BasisBar()
        self.basis.hide()
        self.table = TableView(context.settings, "query.people", checks=True, numbered=True)
        self.stats = StatsView()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.left = self._make_left()
        layout.addWidget(self.left)
        layout.addWidget(self._make_right(), 1)

    # ---- making

    def _make_left(self) -> QWidget:
        card = Card()
        self.saved = QComboBox()
        self.saved.setProperty("size", "small")
        self.saved.setPlaceholderText("已存查询")
        self.saved.setAccessibleName("已存查询")
        self.saved.setToolTip("打开一个已存的查询")
        self.saved.setMaxVisibleItems(20)
        self.saved.setMinimumWidth(theme.px(120))
        self.saved.activated.connect(self._on_saved)
        self.menu_button = icon_button("dots-horizontal", "管理查询", self._on_menu, small=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label("条件", "card"))
        head.addStretch(1)
        self.steps_button = icon_button(
            "history", "查询的步骤：回到其中任何一步（Ctrl+Z、Ctrl+Y 逐步）", small=True
        )
        head.addWidget(self.steps_button)
        head.addWidget(self.saved)
        head.addWidget(self.menu_button)
        upper = QWidget()
        box = QVBoxLayout(upper)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self.builder, 1)
        lower = QWidget()
        box = QVBoxLayout(lower)
        box.setContentsMargins(0, 2, 0, 0)
        box.addWidget(hairline())
        box.addWidget(self.facets, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([440, 480])
        card.body.addWidget(split)
        return card

    def _make_right(self) -> QWidget:
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.bar)
        box.addWidget(self.basis)
        box.addWidget(self._make_results(), 1)
        self.stats_card = Card("结果统计", " ")
        self.stats_card.body.addWidget(self.stats)
        box.addWidget(self.stats_card)
        return right

    def _make_results(self) -> Card:
        card = Card("结果", " ").flush()
        self.count = QLabel("–")
        self.count.setProperty("role", "figure-small")
        self.checked = label("", "note")
        self.orders = QComboBox()
        self.orders.setProperty("size", "small")
        self.orders.setAccessibleName("排序")
        for id, words, _ in ORDERS:
            self.orders.addItem(words, id)
        self.orders.activated.connect(self._on_order)
        self.columns_button = button(
            COLUMNS,
            icon="table-column",
            kind="small",
            tip="列方案、选择列、按要素分组、着色",
        )
        self.columns_button.setAccessibleName(COLUMNS)
        self.basket_button = button(
            "候选篮",
            icon="basket-outline",
            kind="small",
            tip="逐个选定的人，换查询、换页、重新打开程序都还在；Ctrl+Shift+U 放进或移出",
        )
        self.head = card.header
        card.header.insertWidget(1, self.count)
        card.header.insertWidget(2, label("人", "note"))
        card.header.insertWidget(3, self.checked)
        self.checked.hide()
        self.doubtful = button("", self._on_doubtful, kind="link")
        self.doubtful.setToolTip("因数据缺失不能判定是否满足的人，单击打开名单")
        self.doubtful.hide()
        card.header.insertWidget(3, self.doubtful)
        card.header.addWidget(label("排序", "note"))
        card.header.addWidget(self.orders)
        card.header.addWidget(self.columns_button)
        card.header.addWidget(self.basket_button)
        card.body.addWidget(self.legend)
        card.body.addWidget(self.table)
        self.results = card
        self.table.checks_changed.connect(self._on_checks)
        self.table.arranged.connect(self._on_arranged)
        return card

    # ---- showing

    def set_narrow(self, narrow: bool) -> None:
        """Take the sizes for a narrow or a wide window."""
        # With large text the builder's lines wrap, so that the list keeps its room.
        self.left.setFixedWidth(min(theme.px(318), 370) if narrow else min(theme.px(400), 480))
        # Its picture and tip stand for its words where these would push the list out of sight.
        self.columns_button.setText("" if narrow and theme.px(100) > LARGE else COLUMNS)
        self.stats.set_narrow(narrow)
        self.stats_card.setMaximumHeight(theme.px(178))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low window with large text the list goes before its figures.
        self.stats_card.setVisible(self.height() >= theme.px(LOW))

    def minimumSizeHint(self) -> QSize:
        # The figures, which give way, do not count.
        return QSize(super().minimumSizeHint().width(), theme.px(300))

    def show_answer(self, answered: Answered, roll: Roll) -> None:
        """Show everything of an answer."""
        found = len(answered.positions)
        self.count.setText(f"{found:,}")
        self.doubtful.setText(f"另有 {answered.unknown:,} 人待核")
        self.doubtful.setVisible(bool(answered.unknown))
        self.show_table(answered, roll)
        self.stats_card.set_note(f"{found:,} 人 · 单击数字或条形可见名单")
        self.stats.show_summary(answered.summary, answered.people.ids, answered.distributions)
        self.facets.show_answer(answered)
        self.builder.show_tallies(answered.tallies)
        self._show_basis(answered)

    def show_table(self, answered: Answered, roll: Roll) -> None:
        """Show the people; order, selection and checks stay."""
        if self._columns_of is not roll:
            self._columns_of, self._columns = roll, people_columns(roll, self.marks)
        items = answered.positions.tolist()
        ids = [roll.world.person_ids[each] for each in items]
        self.table.show_rows(self._columns, items, ids, self.groups_of(answered, roll))
        if not self.table.rows.sort_keys:
            self.table.sort_by(ORDERS[0][2])
        self._on_checks()

    def _show_basis(self, answered: Answered) -> None:
        basis = answered.question.basis
        self.basis.setVisible(basis is not None)
        if basis is not None:
            self.basis.words.setText(f"{basis.name} · {len(basis):,} 人 · {basis.origin}")
            self.basis.modes.set_current(answered.question.mode)

    def chosen_ids(self) -> tuple[str, ...]:
        """The people commands are about, in the order shown: those checked, else all shown."""
        shown = self.table.rows.shown_ids()
        checked = self.table.rows.checked
        return tuple(id for id in shown if id in checked) if checked else tuple(shown)

    # ---- slots

    def _on_checks(self) -> None:
        count = len(self.table.rows.checked)
        self.checked.setText(f"已勾选 {count:,}")
        self.checked.setVisible(bool(count))

    def _on_doubtful(self) -> None:
        self.doubtful_asked.emit()

    def _on_order(self, at: int) -> None:
        id = self.orders.itemData(at)
        keys = next((keys for each, _, keys in ORDERS if each == id), None)
        if keys is not None:
            self.table.sort_by(keys)

    def _on_arranged(self) -> None:
        """Let the list of orders say how the table is sorted."""
        keys = self.table.rows.sort_keys
        at = next((i for i, each in enumerate(ORDERS) if each[2] == keys), -1)
        self.orders.setCurrentIndex(at)
        self.orders.setPlaceholderText("按列排序")

    def _on_saved(self, at: int) -> None:
        self.saved_chosen.emit(self.saved.itemData(at))

    def _on_menu(self) -> None:
        self.saved_menu_asked.emit(self.menu_button)


def _no_groups(_answered: Answered, _roll: Roll) -> Groups | None:
    return None
