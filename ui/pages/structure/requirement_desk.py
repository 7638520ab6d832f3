"""The requirements of a model: their table, the one edited as a sentence, and its effect."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from leadership_model.assessment.finding import Assessment
from leadership_model.conditions.sentence import write
from leadership_model.elements.catalogue import Catalogue
from leadership_model.query import would
from leadership_model.structure import compose, dimension
from leadership_model.structure.requirement import Requirement
from ui import theme
from ui.context import Context
from ui.navigation import RunQuery
from ui.pages.structure import work
from ui.pages.structure.at_hand import ORIGINS, Hand
from ui.pages.structure.building import Building
from ui.pages.structure.columns import requirement_columns
from ui.pages.structure.effect_cards import EffectCards
from ui.pages.structure.sentence import SentenceEditor
from ui.tables.view import TableView
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import Elided, link
from ui.widgets.picker import Option, Picker

LOW_ROW = 24  # px of a row in a low window: seven requirements stay in sight


class RequirementDesk(QWidget):
    """Announces every change that is wanted; keeps none."""

    requirement_changed = Signal(object, str)
    requirement_chosen = Signal(object)
    made = Signal(object)  # a kind
    added = Signal(object)  # a requirement of another model
    copied = Signal()
    moved = Signal(int)
    removed = Signal(object)
    spread = Signal()
    dimensions_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._offer: Callable[[], tuple[Requirement, ...]] = tuple
        self._offered: tuple[Requirement, ...] = ()
        self._was: Requirement | None = None
        self._narrow = False
        self._would = ""  # who would count towards the requirement, as a question
        self.picker: Picker | None = None
        # From the outside in: what is given another parent is dressed anew, and all in it.
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._upper = Card(parent=self._split).flush()
        self._lower = QWidget(self._split)
        self._edited = Card("要求", "逐段点选修改；未保存前下方即为预演", self._lower)
        self.table = TableView(
            context.settings, "structure.requirements", opens="", parent=self._upper
        )
        self._sum = Elided("", "note")
        self.sentence = SentenceEditor(self._edited)
        self.effect = EffectCards(context, self._lower)
        self._lay_out()
        self.table.chosen.connect(self.requirement_chosen)
        self.sentence.changed.connect(self.requirement_changed)
        self._building = Building(context, self)
        self._building.listen(self.sentence)

    # ---- building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        split = self._split
        split.setChildrenCollapsible(False)
        self._fill_upper(self._upper)
        self._column = column = QVBoxLayout(self._lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sentence_card())
        column.addWidget(self.effect, 1)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 5)
        self.set_narrow(False)
        layout.addWidget(split, 1)
        self.table.set_empty(
            "format-list-checks", "还没有要求", "从“新建要求”开始，或从已有的要求中选。"
        )

    def _fill_upper(self, card: Card) -> None:
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        foot = QWidget(card)
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 1, 12, 3)
        row.setSpacing(14)
        self.new_link = link("＋ 新建要求", self._on_new, "从十二种要求中选一种，再逐段修改")
        self.add_link = link("＋ 从已有中选", self._on_add, "选一条其他模型或以前版本里的要求")
        self.dimension_link = link(
            "维度与分值", self._on_dimensions, "改名、排序、分配各维度的分值"
        )
        self.spread_link = link("", self._on_spread, "按现有分值的比例分配，合计为 100")
        for each in (self.new_link, self.add_link, self.dimension_link):
            row.addWidget(each)
        row.addWidget(self.spread_link)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._sum, 1)
        card.body.addWidget(foot)
        card.setMinimumHeight(theme.px(130))

    def _sentence_card(self) -> Card:
        self.would_button = icon_button("account-search-outline", "查询全库谁符合这条要求",
                                        self._on_would, small=True)  # fmt: skip
        self.copy_button = icon_button("content-copy", "复制这条要求（Ctrl+D）", self._on_copy,
                                       small=True)  # fmt: skip
        self.up_button = icon_button("arrow-up", "上移（Alt+↑）", self._on_up, small=True)
        self.down_button = icon_button("arrow-down", "下移（Alt+↓）", self._on_down, small=True)
        self.revert_button = button("还原", self._on_revert, icon="undo-variant", kind="small",
                                    tip="恢复这条要求在现行版本中的内容")  # fmt: skip
        self.delete_button = button("停用", self._on_delete, icon="delete-outline", kind="small",
                                    tip="从下一版起不再有这条要求；已发布的版本不变")  # fmt: skip
        for each in (
            self.would_button,
            self.up_button,
            self.down_button,
            self.copy_button,
            self.revert_button,
            self.delete_button,
        ):
            self._edited.header.addWidget(each)
        self._edited.body.addWidget(self.sentence)
        return self._edited

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a window below 1600 px, which is mostly low as well."""
        self._narrow = narrow
        self._edited.set_tight(narrow)
        self.effect.set_tight(narrow)
        self.table.set_row_height(LOW_ROW if narrow else 0)
        self._column.setSpacing(6 if narrow else 10)
        self._split.setHandleWidth(theme.px(6 if narrow else 10))
        self._split.setSizes([236, 342] if narrow else [430, 440])

    # ---- showing

    def show_model(
        self,
        hand: Hand,
        assessments: tuple[Assessment, ...],
        catalogue: Catalogue,
        current: str,
    ) -> None:
        """Show a draft beside the version in force."""
        origins = {each.id: (ORIGINS[each.state], each.conflict) for each in hand.lines()}
        rows = work.requirement_rows(hand.whole, hand.former, assessments, origins)
        with QSignalBlocker(self.table):  # what is shown again was not chosen again
            ids = [row.requirement.id for row in rows]
            columns = requirement_columns(self._narrow, own=hand.above is not None)
            self.table.show_rows(columns, rows, ids)
            if self.table.current_id() != current:
                self.table.select_ids((current,) if current else ())
        self._show_sum(hand)
        self._show_edited(hand, current, catalogue)

    def _show_sum(self, hand: Hand) -> None:
        left = dimension.rest(hand.whole)
        total = dimension.FULL - left
        count = len(hand.whole.requirements)
        plain = "" if self._narrow or not left else "，按比例折算为 100"
        self._sum.setText(f"{count} 项 · 合计 {total:g} 分{plain}")
        words = f"把余下的 {left:g} 分摊到各项" if left > 0 else f"把多出的 {-left:g} 分摊掉"
        self.spread_link.setText(f"分摊 {abs(left):g} 分" if self._narrow else words)
        self.spread_link.setToolTip(f"{words}，按现有分值的比例，合计为 100")
        self.spread_link.setVisible(bool(left) and count > 0)

    def _show_edited(self, hand: Hand, current: str, catalogue: Catalogue) -> None:
        found, self._was = hand.requirement(current)
        listed = hand.whole.requirements
        bases = dict.fromkeys(each.basis for each in listed if each.basis)
        self.sentence.suggest(
            [each.name for each in dimension.dimensions(hand.whole)], tuple(bases)
        )
        self.sentence.show_requirement(found, catalogue)
        self._edited.set_title(f"要求：{found.label}" if found else "请选择一条要求")
        was = self._was
        self.revert_button.setEnabled(found is not None and was is not None and was != found)
        for each in (self.delete_button, self.copy_button):
            each.setEnabled(found is not None)
        asked = None if found is None else would.of_requirement(found, catalogue)
        self._would = "" if asked is None else write(asked)
        self.would_button.setEnabled(bool(self._would))
        fixed = hand.above is not None
        self.up_button.setEnabled(found is not None and not fixed and listed[0] != found)
        self.down_button.setEnabled(found is not None and not fixed and listed[-1] != found)

    def offer(self, listed: Callable[[], tuple[Requirement, ...]]) -> None:
        """Say how to list the requirements of other models that can be added."""
        self._offer = listed

    # ---- slots

    def _on_would(self) -> None:
        self._context.navigator.go(RunQuery(self._would))

    def _on_new(self) -> None:
        self.open_kinds(self.new_link)

    def open_kinds(self, at: QWidget) -> None:
        """Ask which kind of requirement is to be made."""
        options = [Option(each.id, each.title, each.example) for each in compose.KINDS]
        self.picker = Picker(options, "要求的种类、拼音", parent=self)
        self.picker.picked.connect(self._on_kind)
        self.picker.open_at(at)

    def _on_kind(self, id: object) -> None:
        self.made.emit(compose.kind_called(str(id)))

    def _on_add(self) -> None:
        self._offered = self._offer()
        if not self._offered:
            self._context.say("其他模型里的要求这里都已经有了。")
            return
        options = [Option(each.label, each.label, each.dimension) for each in self._offered]
        self.picker = Picker(options, "要求的名称、拼音", parent=self)
        self.picker.picked.connect(self._on_added)
        self.picker.open_at(self.add_link)

    def _on_added(self, name: object) -> None:
        found = next((each for each in self._offered if each.label == name), None)
        if found is not None:
            self.added.emit(found)

    def _on_dimensions(self) -> None:
        self.dimensions_asked.emit()

    def _on_spread(self) -> None:
        self.spread.emit()

    def _on_copy(self) -> None:
        self.copied.emit()

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)

    def _on_revert(self) -> None:
        if self._was is not None:
            self.requirement_changed.emit(self._was, f"还原要求 {self._was.label}")

    def _on_delete(self) -> None:
        found = self.sentence.requirement()
        if found is not None:
            self.removed.emit(found)
