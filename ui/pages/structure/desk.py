"""The middle of the page: the model's head, its requirements, the one edited, and its effect."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from leadership_model.assessment.finding import Assessment
from leadership_model.elements.catalogue import Catalogue
from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui import theme
from ui.context import Context
from ui.pages.structure import work
from ui.pages.structure.columns import requirement_columns
from ui.pages.structure.effect_cards import EffectCards
from ui.pages.structure.effect_work import Effect
from ui.pages.structure.sentence import SentenceEditor
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, MarkLabel, label, link
from ui.widgets.picker import Option, Picker

FULL = 100.0
VERY_LARGE = 150  # per cent of text


class Desk(QWidget):
    """Shows a draft; what is changed on it is announced, never kept here."""

    lines_changed = Signal(float, float)
    requirement_changed = Signal(object, str)
    requirement_chosen = Signal(object)
    added = Signal(object)
    removed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._draft: Model | None = None
        self._offered: tuple[Requirement, ...] = ()
        self._narrow = False
        self.picker: Picker | None = None
        self._title = Elided("", "section")
        self._chip = Chip("", "accent")
        self._about = Elided("", "note")
        self.red, self.green = self._line("红线"), self._line("绿线")
        self._full = label("", "cell")
        self.table = TableView(context.settings, "structure.requirements", opens="")
        self._sum = label("", "note")
        self.sentence = SentenceEditor()
        self.effect = EffectCards(context)
        self._lay_out()
        self._connect()

    # ---- building

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setProperty("size", "small")
        made.setFixedWidth(theme.px(54))
        made.setAccessibleName(name)
        made.setToolTip(f"{name}：0 至 100")
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._head())
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(theme.px(10))
        split.setChildrenCollapsible(False)
        split.addWidget(self._table_card())
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._sentence_card())
        column.addWidget(self.effect, 1)
        split.addWidget(lower)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 5)
        split.setSizes([430, 440])
        layout.addWidget(split, 1)

    def _head(self) -> Card:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._chip)
        row.addWidget(self._about, 1)
        row.addWidget(self._full)
        row.addWidget(MarkLabel("red", "红线", 12))
        row.addWidget(self.red)
        row.addWidget(MarkLabel("green", "绿线", 12))
        row.addWidget(self.green)
        card.body.addLayout(row)
        return card

    def _table_card(self) -> Card:
        card = Card().flush()
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 2, 12, 4)
        self.add_link = link("＋ 加要求", self._on_add, "从各模型已有的要求中选一条加入")
        row.addWidget(self.add_link)
        row.addStretch(1)
        row.addWidget(self._sum)
        card.body.addWidget(foot)
        card.setMinimumHeight(theme.px(130))
        return card

    def _sentence_card(self) -> Card:
        self._edited = Card("要求", "逐段点选修改；未保存前下方即为预演")
        self.revert_button = button("还原", self._on_revert, icon="undo-variant", kind="small",
                                    tip="恢复这条要求在现行版本中的内容")  # fmt: skip
        self.delete_button = button("删除", self._on_delete, icon="delete-outline", kind="small",
                                    tip="从模型中去掉这条要求")  # fmt: skip
        self._edited.header.addWidget(self.revert_button)
        self._edited.header.addWidget(self.delete_button)
        self._edited.body.addWidget(self.sentence)
        return self._edited

    def _connect(self) -> None:
        self.table.chosen.connect(self.requirement_chosen)
        self.sentence.changed.connect(self.requirement_changed)
        for each in (self.red, self.green):
            each.editingFinished.connect(self._on_lines)

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a window below 1600 px, which is mostly low as well."""
        self._narrow = narrow
        self._full.setVisible(not narrow or theme.px(100) < VERY_LARGE)
        self._split.setSizes([190, 400] if narrow else [430, 440])

    # ---- showing

    def show_model(
        self,
        draft: Model,
        published: Model | None,
        assessments: tuple[Assessment, ...],
        about: str,
        catalogue: Catalogue,
        current: str,
    ) -> None:
        """Show a draft beside the version in force."""
        self._draft = draft
        self._title.setText(draft.label)
        changed = draft != published
        self._chip.show_text(
            "草稿，未保存" if changed else f"现行 v{draft.version}",
            "yellow" if changed else "accent",
        )
        self._about.setText(about)
        self.show_lines(draft)
        rows = work.requirement_rows(draft, published, assessments)
        with QSignalBlocker(self.table):  # what is shown again was not chosen again
            ids = [row.requirement.id for row in rows]
            self.table.show_rows(requirement_columns(self._narrow), rows, ids)
            if self.table.current_id() != current:
                self.table.select_ids((current,) if current else ())
        total = sum(each.points for each in draft.requirements)
        self._full.setText(f"满分 {total:g}")
        plain = "，按比例折算为 100" if total != FULL else ""
        self._sum.setText(f"{len(rows)} 项 · 合计 {total:g} 分{plain}")
        self._show_edited(current, published, catalogue)

    def show_lines(self, draft: Model) -> None:
        """Show the red and the green line of a draft."""
        for field, value in ((self.red, draft.red), (self.green, draft.green)):
            field.setText(f"{value:g}")
            field.setProperty("wrong", "false")
            field.style().unpolish(field)
            field.style().polish(field)

    def _show_edited(self, current: str, published: Model | None, catalogue: Catalogue) -> None:
        assert self._draft is not None
        found = next((each for each in self._draft.requirements if each.id == current), None)
        self.sentence.show_requirement(found, catalogue)
        self._edited.set_title(f"要求：{found.label}" if found else "请选择一条要求")
        was = None
        if published is not None:
            was = next((each for each in published.requirements if each.id == current), None)
        self._was = was
        self.revert_button.setEnabled(found is not None and was is not None and was != found)
        self.delete_button.setEnabled(found is not None)

    def show_effect(self, effect: Effect) -> None:
        """Show where the teams stand and what the draft would do."""
        self.effect.show_effect(effect, self._narrow)

    def show_issues(self, issues: tuple[Issue, ...], count: int) -> None:
        """Say what the checker found."""
        self.effect.show_issues(issues, count)

    def offer(self, requirements: tuple[Requirement, ...]) -> None:
        """Say which requirements can be added."""
        self._offered = requirements
        self.add_link.setEnabled(bool(requirements))

    # ---- slots

    def _on_lines(self) -> None:
        if self._draft is None:
            return
        try:
            red, green = float(self.red.text()), float(self.green.text())
        except ValueError:
            self._refuse("红线和绿线应为 0 至 100 的数。")
            return
        if not 0 <= red <= green <= FULL:
            self._refuse("红线不能高于绿线，两者都应在 0 至 100 之间。")
            return
        if (red, green) != (self._draft.red, self._draft.green):
            self.lines_changed.emit(red, green)
        else:
            self.show_lines(self._draft)

    def _refuse(self, sentence: str) -> None:
        for field in (self.red, self.green):
            field.setProperty("wrong", "true")
            field.style().unpolish(field)
            field.style().polish(field)
        self._context.say(sentence)

    def _on_add(self) -> None:
        options = [Option(each.label, each.label, each.dimension) for each in self._offered]
        self.picker = Picker(options, "要求的名称、拼音", parent=self)
        self.picker.picked.connect(self._on_added)
        self.picker.open_at(self.add_link)

    def _on_added(self, name: object) -> None:
        found = next((each for each in self._offered if each.label == name), None)
        if found is not None:
            self.added.emit(found)

    def _on_revert(self) -> None:
        if self._was is not None:
            self.requirement_changed.emit(self._was, f"还原要求 {self._was.label}")

    def _on_delete(self) -> None:
        found = self.sentence.requirement()
        if found is not None:
            self.removed.emit(found)
