"""A condition edited in a dialog: as lines in groups, and as one sentence that can be typed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.query.draft import EMPTY, Group, condition_of, draft_of
from ui import theme
from ui.widgets.condition_builder import ConditionBuilder
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class ConditionDialog(Dialog):
    """`condition()` is what was made of it; None while nothing is asked."""

    def __init__(
        self,
        title: str,
        note: str,
        world: World,
        condition: Condition | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=640)
        self._world = world
        self._draft: Group = EMPTY if condition is None else draft_of(condition)
        self.builder = ConditionBuilder()
        self.builder.setMinimumHeight(theme.px(260))
        self.sentence = QLineEdit()
        self.sentence.setAccessibleName("条件，一句话")
        self.sentence.setPlaceholderText("也可以直接输入：年龄 <= 42 且 学历 >= 大学")
        self.body.addWidget(label(note, "note", wrap=True))
        self.body.addWidget(self.builder, 1)
        self.body.addWidget(self.sentence)
        self.add_cancel()
        self.ok = self.add_button("确定", self._on_ok, kind="primary", default=True)
        self.builder.asked.connect(self._on_asked)
        self.builder.refused.connect(self.refuse)
        self.sentence.textEdited.connect(self._on_typed)
        self._show()

    def condition(self) -> Condition | None:
        """The condition as it stands."""
        return condition_of(self._draft)

    def take(self, sentence: str) -> bool:
        """Take a sentence in the place of everything; False, and the reason shown, if it cannot."""
        try:
            self._draft = draft_of(parse(sentence, self._world.catalogue))
        except UserError as error:
            self.refuse(error.sentence)
            return False
        self.refuse("")
        self.builder.show_draft(self._world, self._draft)
        return True

    def _show(self) -> None:
        self.builder.show_draft(self._world, self._draft)
        condition = self.condition()
        self.sentence.setText("" if condition is None else write(condition))
        self.sentence.setCursorPosition(0)

    def _on_asked(self, draft: Group, _words: str) -> None:
        self._draft = draft
        self.refuse("")
        self._show()

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self.take(text)

    def _on_ok(self) -> None:
        if self.sentence.text().strip() and not self.take(self.sentence.text()):
            return
        if self.condition() is None:
            self.refuse("还没有条件，请先加一个条件。")
            return
        self.accept()
