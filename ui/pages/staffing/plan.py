"""The plan at hand: its scenario laid over the world, and the stack that takes its steps back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ui.pages.staffing.effect import step_text

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Choices, Draft
    from leadership_model.staffing.move import Move
    from leadership_model.staffing.scenario import Scenario
    from leadership_model.staffing.situation import Situation


class Step(QUndoCommand):
    """One step, done already when it is pushed: undo and redo put its scenarios in place."""

    def __init__(self, plan: "Plan", before: "Scenario", after: "Scenario", text: str) -> None:
        super().__init__(text)
        self._plan, self._before, self._after = plan, before, after
        self._first = True

    def redo(self) -> None:
        if self._first:
            self._first = False
        else:
            self._plan.stand(self._after)

    def undo(self) -> None:
        self._plan.stand(self._before)


class Plan(QObject):
    """Holds draft and situation together. `changed` follows every step, also back and forth."""

    changed = Signal()
    edited = Signal()  # something that is saved is another now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.draft: Draft | None = None
        self.situation: Situation | None = None

    @property
    def scenario(self) -> "Scenario":
        """The scenario; only asked while a plan is open."""
        assert self.draft is not None
        return self.draft.scenario

    @property
    def choices(self) -> "Choices":
        """What stands around the scenario."""
        assert self.draft is not None
        return self.draft.choices

    @property
    def ready(self) -> bool:
        """Whether the board can be shown and moves can be made."""
        return self.draft is not None and self.situation is not None

    def open(self, draft: "Draft", situation: "Situation") -> None:
        """Take another plan into the hand; its steps can be taken back one by one."""
        self.draft, self.situation = draft, situation
        self._rebuild()
        self.changed.emit()

    def close(self) -> None:
        """Hold no plan."""
        self.draft = self.situation = None
        self.stack.clear()
        self.changed.emit()

    def settle(self, situation: "Situation") -> None:
        """Take the situation worked out over another world."""
        from leadership_model.staffing.situation import situate

        if self.draft is None or situation.scenario.id != self.scenario.id:
            return
        teams = self._teams(situation)
        if situation.scenario != self.scenario or situation.teams != teams:
            situation = situate(situation.base, self.scenario, teams, situation)
        self.situation = situation
        self.changed.emit()

    def make(self, moves: "Sequence[Move]", text: str = "") -> None:
        """Make moves as one step. UserError when they name somebody who is gone."""
        from leadership_model.staffing.scenario import moved

        if not moves or self.situation is None:
            return
        text = text or step_text(self.situation, moves)
        former = self.scenario
        after = moved(former, *(replace(each, stage=self.choices.stage) for each in moves))
        before = replace(after, cursor=former.cursor)
        self.stand(after)
        self.stack.push(Step(self, before, after, text))

    def preview(self, moves: "Sequence[Move]") -> "Situation | None":
        """Work out what moves would come to, without making them."""
        from leadership_model.staffing.scenario import moved
        from leadership_model.staffing.situation import situate

        if self.situation is None:
            return None
        then = moved(self.scenario, *moves)
        return situate(self.situation.base, then, self.situation.teams, self.situation)

    def stand(self, scenario: "Scenario") -> None:
        """Put a scenario in place."""
        from leadership_model.staffing.situation import situate

        assert self.draft is not None
        if self.situation is None:
            return
        self.situation = situate(
            self.situation.base, scenario, self.situation.teams, self.situation
        )
        self.draft = replace(self.draft, scenario=scenario)
        self.changed.emit()
        self.edited.emit()

    def revise(self, scenario: "Scenario", text: str) -> None:
        """Put a scenario whose moves say other things in place, as one step."""
        before = self.scenario
        self.stand(scenario)
        self.stack.push(Step(self, before, scenario, text))

    def choose(self, choices: "Choices") -> None:
        """Take other choices; other teams are assessed at once."""
        from leadership_model.staffing.situation import situate

        if self.draft is None or choices == self.choices:
            return
        former = self.choices
        self.draft = replace(self.draft, choices=choices)
        if self.situation is not None and choices.teams != former.teams:
            teams = self._teams(self.situation)
            self.situation = situate(self.situation.base, self.scenario, teams, self.situation)
        self.changed.emit()
        self.edited.emit()

    def rename(self, label: str) -> None:
        """Give the plan another name."""
        self._relabel(replace(self.scenario, label=label))

    def move_to(self, month: int) -> None:
        """Let the plan hold from another month; its board has to be worked out anew."""
        assert self.draft is not None
        self.draft = replace(self.draft, scenario=replace(self.scenario, month=month))
        self.edited.emit()

    def _relabel(self, scenario: "Scenario") -> None:
        assert self.draft is not None
        self.draft = replace(self.draft, scenario=scenario)
        if self.situation is not None:
            self.situation = replace(self.situation, scenario=scenario)
        self.changed.emit()
        self.edited.emit()

    def _teams(self, situation: "Situation") -> tuple[int, ...]:
        positions = situation.base.snapshot.teams.positions
        return tuple(positions[id] for id in self.choices.teams if id in positions)

    def _rebuild(self) -> None:
        """Make the stack anew from the moves, standing where the cursor stands."""
        assert self.situation is not None
        self.stack.clear()
        scenario, situation = self.scenario, self.situation
        for at, move in enumerate(scenario.moves):
            before, after = replace(scenario, cursor=at), replace(scenario, cursor=at + 1)
            self.stack.push(Step(self, before, after, step_text(situation, (move,))))
        held, self.situation = self.situation, None  # steps back change nothing while it is away
        self.stack.setIndex(scenario.cursor)
        self.situation = held
