"""The middle of the page: the model's head, and below it one of its views."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.structure.model import Model
from ui import theme
from ui.context import Context
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.requirement_desk import RequirementDesk
from ui.widgets.buttons import VERY_LARGE
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Elided, MarkLabel, label
from ui.widgets.segments import Segments
from ui.widgets.stack import Stack
from ui.widgets.taborder import follow_layout

FULL = 100.0


class Desk(QWidget):
    """Shows a draft; what is changed on it is announced, never kept here.

    `add_tab` takes further views; `turned` carries the id of the one shown.
    """

    lines_changed = Signal(float, float)
    turned = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Model | None = None
        self._title = Elided("", "section")
        self._chip = Chip("", "accent")
        self._about = Elided("", "note")
        self.red, self.green = self._line("红线"), self._line("绿线")
        self._full = label("", "cell")
        self.tabs = Segments()
        self._head = Card(parent=self)
        self._stack = Stack(self)
        self._views: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[QWidget], QWidget]] = {}
        self._words: list[tuple[str, str]] = []
        self.requirements = RequirementDesk(context, self._stack)
        self._lay_out()
        self._views["requirements"] = self.requirements
        self._stack.addWidget(self.requirements)
        self._words.append(("requirements", "要求"))
        self.tabs.chosen.connect(self.turn)
        for each in (self.red, self.green):
            each.editingFinished.connect(self._on_lines)

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setProperty("size", "small")
        made.setFixedWidth(theme.px(48))
        made.setAccessibleName(name)
        made.setToolTip(f"{name}：0 至 100")
        return made

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title, 2)
        row.addWidget(self._chip)
        row.addWidget(self._about, 1)
        row.addWidget(self.tabs)
        row.addWidget(self._full)
        row.addWidget(MarkLabel("red", "红线", 12))
        row.addWidget(self.red)
        row.addWidget(MarkLabel("green", "绿线", 12))
        row.addWidget(self.green)
        self._head.body.addLayout(row)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    # ---- views

    def add_tab(self, id: str, text: str, make: Callable[[QWidget], QWidget]) -> None:
        """Add a view behind the others, made (with the parent given) when it is first turned to."""
        self._makers[id] = make
        self._words.append((id, text))
        self.tabs.show_options(self._words)

    def view(self, id: str) -> QWidget:
        """Give a view, made now if it is not there yet."""
        if id not in self._views:
            self._views[id] = self._makers.pop(id)(self._stack)
            self._stack.addWidget(self._views[id])
            follow_layout(self)
        return self._views[id]

    def current(self) -> str:
        """The id of the view shown."""
        return self.tabs.current()

    def turn(self, id: object) -> None:
        """Show a view."""
        self.tabs.set_current(str(id))
        self._stack.setCurrentWidget(self.view(str(id)))
        self.turned.emit(id)

    def set_tab_text(self, id: str, text: str) -> None:
        """Show another text on the switch of a view, a count for example."""
        self.tabs.set_text(id, text)

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a window below 1600 px, which is mostly low as well."""
        self._about.setVisible(not narrow)
        self._full.setVisible(not narrow)
        # With very large text there is no room; the list of versions says which is in force.
        self._chip.setVisible(not narrow or theme.px(100) < VERY_LARGE)
        self._head.set_tight(narrow)
        self._column.setSpacing(6 if narrow else 10)
        self.requirements.set_narrow(narrow)

    # ---- showing

    def show_head(self, hand: Hand, about: str) -> None:
        """Show whose model it is, whether it is a draft, and its lines."""
        self._draft = hand.whole
        self._title.setText(hand.draft.label)
        self._title.setToolTip(f"{hand.draft.label}\n{about}")
        words = "草稿，未保存" if hand.changed else f"现行 v{hand.draft.version}"
        if hand.published is None and not hand.changed:
            words = "全部继承"
        self._chip.show_text(words, "yellow" if hand.changed else "accent")
        self._about.setText(about)
        total = sum(each.points for each in hand.whole.requirements)
        self._full.setText(f"满分 {total:g}")
        self.show_lines(hand.whole)

    def show_lines(self, draft: Model) -> None:
        """Show the red and the green line of a draft."""
        for field, value in ((self.red, draft.red), (self.green, draft.green)):
            field.setText(f"{value:g}")
            self._mark(field, "false")

    def _mark(self, field: QLineEdit, wrong: str) -> None:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)

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
            self._mark(field, "true")
            field.setToolTip(sentence)
        self._context.say(sentence)
