"""What the gestures of the view 继承 mean: resetting, adjusting, settling conflicts."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from leadership_model.structure import difference
from leadership_model.structure.figures import difference as difference_in
from leadership_model.structure.figures import signed
from leadership_model.structure.model import Model
from ui.context import Context
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.inherit_view import InheritView


class Inheriting(QObject):
    """Listens to the view. `store` takes another difference (not a whole) with words for 撤销."""

    def __init__(
        self,
        context: Context,
        view: InheritView,
        hand: Callable[[], Hand | None],
        store: Callable[[Model, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._hand, self._store = context, view, hand, store
        view.reset.connect(self._on_reset)
        view.reset_all.connect(self._on_reset_all)
        view.settled.connect(self._on_settled)
        view.adjusted.connect(self._on_adjusted)

    def reset_line(self, id: str) -> None:
        """Take a line back to what is inherited."""
        self._on_reset(id)

    def _title(self, hand: Hand, id: str) -> str:
        for line in hand.lines():
            found = line.own or line.above
            if line.id == id and found is not None:
                return found.label
        return "红线与绿线" if id == difference.STANDING else id

    def _on_reset(self, id: str) -> None:
        hand = self._hand()
        if hand is None or hand.above is None:
            self._context.say("这是本类的模型，没有上级可以恢复。")
            return
        made = difference.reset(hand.draft, id)
        if made == hand.draft:
            self._context.say("这一条本来就与上级相同。")
            return
        self._store(made, f"恢复继承 {self._title(hand, id)}")

    def _on_reset_all(self) -> None:
        hand = self._hand()
        if hand is not None and hand.above is not None and hand.has_own:
            self._store(difference.reset_all(hand.draft), "全部恢复继承")

    def _on_settled(self, id: str, choice: str) -> None:
        hand = self._hand()
        if hand is None or hand.above is None:
            return
        made = difference.settle(hand.above, hand.draft, id, cast(difference.Choice, choice))
        words = "保留本级" if choice == "own" else "采用上级"
        self._store(made, f"冲突{words}：{self._title(hand, id)}")

    def _on_adjusted(self, id: str) -> None:
        hand = self._hand()
        if hand is None or hand.above is None:
            return
        now = next((each.by for each in hand.draft.adjusted if each.requirement == id), None)
        title = self._title(hand, id)
        text = f"“{title}”的目标在上级之上增减多少？如 +1、-1、+0.1；上级改动时随之改动。"
        answer = self._context.ask.text("增量 / 减量", text, signed(now) if now else "+1", _fault)
        if answer:
            by = difference_in(answer)
            self._store(difference.adjusted(hand.draft, id, by), f"{title} 增减 {signed(by)}")


def _fault(text: str) -> str:
    try:
        difference_in(text)
    except UserError as error:
        return error.sentence
    return ""
