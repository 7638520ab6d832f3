"""底数变化: what changed in the base under a plan, and what becomes of each move it concerns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from leadership_model.staffing.drift import CHOICE_WORDS, Choice, Concern, Drift
from ui.pages.staffing.compare_rows import move_words
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

if TYPE_CHECKING:
    from leadership_model.people.seating import Seating
    from leadership_model.staffing.scenario import Scenario

MARKS = {"keep": "green", "adapt": "yellow", "drop": "red"}


class DriftDialog(Dialog):
    """All changes in words; below, move by move: keep, drop or adapt, each with its reason."""

    def __init__(
        self,
        scenario: "Scenario",
        base: "Seating",
        drifts: Sequence[Drift],
        concerns: Sequence[Concern],
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"底数变化 · {scenario.label}", parent, width=760)
        self._scenario, self._base = scenario, base
        self._concerns = {each.move: each for each in concerns}
        self._choices: dict[int, Choice] = {each.move: each.proposed for each in concerns}
        self._at = -1
        self.changes, self.moves = TwoLineList(), TwoLineList()
        told = dict.fromkeys((*drifts, *(each for one in concerns for each in one.drifts)))
        self.changes.show_items([_change(each) for each in told])
        self.options: dict[Choice, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._build(len(told))
        self._show_moves()
        if self._choices:
            self.moves.choose(str(min(self._choices)))

    def _build(self, changes: int) -> None:
        self.body.addWidget(label(f"方案编制以来，干部库有 {changes} 处变化", "strong"))
        self.changes.setMinimumHeight(self.room(150))
        self.body.addWidget(self.changes, 1)
        words = f"其中 {len(self._concerns)} 步调整受影响，请逐步决定"
        if not self._concerns:
            words = "没有调整受影响；确认后以现在的底数为准"
        self.body.addWidget(label(words, "strong"))
        self.moves.setMinimumHeight(self.room(150))
        self.moves.setVisible(bool(self._concerns))
        self.moves.chosen.connect(self._on_chosen)
        self.body.addWidget(self.moves, 1)
        for choice in CHOICE_WORDS:
            option = QRadioButton()
            option.setObjectName(choice)
            option.toggled.connect(self._on_option)
            option.hide()
            self.options[choice] = option
            self._group.addButton(option)
            self.body.addWidget(option)
        self.add_cancel("以后再说")
        text = "按以上决定更新方案" if self._concerns else "确认"
        self.add_button(text, self.accept, kind="primary", default=True)

    def choices(self) -> dict[int, Choice]:
        """Give what was decided, by the place of each move."""
        return dict(self._choices)

    def _show_moves(self) -> None:
        self.moves.show_items([self._item(each) for each in self._concerns.values()])

    def _item(self, concern: Concern) -> ListItem:
        choice = self._choices[concern.move]
        move = self._scenario.moves[concern.move]
        return ListItem(
            id=str(concern.move),
            title=f"{concern.move + 1}. {move_words(self._base, move)}",
            note="；".join(each.text for each in concern.drifts),
            right=CHOICE_WORDS[choice],
            mark=MARKS[choice],
        )

    def _on_chosen(self, id: str) -> None:
        self._at = int(id)
        concern = self._concerns[self._at]
        chosen = self._choices[self._at]
        for choice, option in self.options.items():
            option.blockSignals(True)
            option.setVisible(choice in concern.allowed)
            if choice in concern.allowed:
                words = f"{CHOICE_WORDS[choice]}：{concern.allowed[choice]}"
                if choice == "adapt" and concern.adapted is not None:
                    words += f"（{move_words(self._base, concern.adapted)}）"
                option.setText(words)
            option.setChecked(choice == chosen)
            option.blockSignals(False)

    def _on_option(self, checked: bool) -> None:
        if not checked or self._at < 0:
            return
        for choice, option in self.options.items():
            if option.isChecked():
                self._choices[self._at] = choice
        at = self._at
        self._show_moves()
        self.moves.choose(str(at), announce=False)


def _change(drift: Drift) -> ListItem:
    word = {
        "person gone": "干部不在库中",
        "post gone": "岗位撤销",
        "left": "干部离任",
        "moved": "干部另有任用",
        "seat": "岗位换人",
    }[drift.kind]
    mark = "red" if drift.kind in ("person gone", "post gone") else "yellow"
    return ListItem(id=f"{drift.kind} {drift.id}", title=drift.text, note=word, mark=mark)
