"""任职要求: the qualification sheet of a post, built from conditions or typed as a sentence."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from leadership_model.people.post import Post
from leadership_model.structure import sheet
from ui import names, theme
from ui.context import Context
from ui.jobs import Control
from ui.widgets.condition_builder import ConditionBuilder
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.assessment.world import World


class SheetDialog(Dialog):
    """Conditions above, the same as a sentence below, and how many people meet it."""

    def __init__(self, context: Context, post: Post, parent: QWidget | None = None) -> None:
        super().__init__(f"任职要求：{post.name}", parent, width=760)
        self._context, self._world = context, context.workspace.world
        self.builder = ConditionBuilder()
        self.builder.setMinimumHeight(theme.px(230))
        self.sentence = QPlainTextEdit(post.requires or "")
        self.sentence.setAccessibleName("资格条件，一句话")
        self.sentence.setFixedHeight(theme.px(60))
        self.sentence.setTabChangesFocus(True)
        self.basis = QPlainTextEdit(post.basis or "")
        self.basis.setAccessibleName("法律依据")
        self.basis.setFixedHeight(theme.px(44))
        self.basis.setTabChangesFocus(True)
        self.count = label("", "note", wrap=True)
        self.body.addWidget(self.builder, 1)
        self.body.addWidget(label("资格条件（一句话，可直接改写）", "note"))
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.count)
        self.body.addWidget(label("法律依据（条件涉及性别、民族、党派等敏感要素时必填）", "note"))
        self.body.addWidget(self.basis)
        self.add_cancel()
        self.add_button("采用", self._on_accept, kind="primary")
        self.builder.asked.connect(self._on_asked)
        self.builder.refused.connect(self.refuse)
        self.sentence.textChanged.connect(self._on_typed)
        self.basis.textChanged.connect(self._on_typed)
        self._on_typed()

    def result_texts(self) -> tuple[str, str]:
        """Give the sentence in its one form and the legal basis."""
        text = self.sentence.toPlainText().strip()
        if text:
            text = sheet.canonical(text, self._world.catalogue)
        return text, self.basis.toPlainText().strip()

    def fault(self) -> str:
        """Say what is wrong; empty when nothing is."""
        return sheet.fault_in(
            self.sentence.toPlainText().strip(),
            self.basis.toPlainText().strip(),
            self._world.catalogue,
        )

    def _on_asked(self, wanted: object, words: str) -> None:
        from leadership_model.conditions.sentence import write
        from leadership_model.query import draft

        assert isinstance(wanted, draft.Group)
        condition = draft.condition_of(wanted)
        self.builder.show_draft(self._world, wanted)
        self.sentence.blockSignals(True)
        self.sentence.setPlainText("" if condition is None else write(condition))
        self.sentence.blockSignals(False)
        self._judge()

    def _on_typed(self) -> None:
        from leadership_model.conditions import sentence
        from leadership_model.errors import UserError
        from leadership_model.query import draft

        text = self.sentence.toPlainText().strip()
        try:
            wanted = (
                draft.draft_of(sentence.parse(text, self._world.catalogue)) if text else draft.EMPTY
            )
        except UserError:
            wanted = None
        if wanted is not None:
            self.builder.show_draft(self._world, wanted)
        self._judge()

    def _judge(self) -> None:
        fault = self.fault()
        self.refuse(fault)
        text = self.sentence.toPlainText().strip()
        if fault or not text:
            self.count.setText("" if fault else "没有资格条件：任何人都不因此不符合。")
            return
        self._context.jobs.read(
            partial(_count, self._world, text), "elements.sheet", self._on_count
        )

    def _on_count(self, found: tuple[int, int, int]) -> None:
        sure, possible, every = found
        doubt = f"，另有 {names.number(possible)} 人资料待核" if possible else ""
        self.count.setText(f"全库 {names.number(every)} 人中 {names.number(sure)} 人符合{doubt}。")

    def _on_accept(self) -> None:
        fault = self.fault()
        self.refuse(fault)
        if not fault:
            self.accept()


def _count(world: "World", text: str, control: Control) -> tuple[int, int, int]:
    """Count who surely meets a sentence, who may, and all."""
    from leadership_model.conditions import sentence

    control.check()
    found = world.facts.tri(sentence.parse(text, world.catalogue))
    sure, possible = int(found.sure.sum()), int(found.possible.sum())
    return sure, possible - sure, len(found.sure)
