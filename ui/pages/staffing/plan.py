"""The plan at hand: its scenario laid over the world, and the stack that takes its steps back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ui.pages.staffing.effect import step_text

if TYPE_CHECKING:
    from leadership_model.staffing.draft import Choices, Draft, Standing
    from leadership_model.staffing.ground import Ground
    from leadership_model.staffing.move import Move
    from leadership_model.staffing.procedure import Record
    from leadership_model.staffing.scenario import Scenario
    from leadership_model.staffing.situation import Situation
    from ui.pages.staffing.ahead import Ahead


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
    refused = Signal(object)  # a sentence: why a locked plan was not changed

    def __init__(self, parent: QObject | None = None, user: str = "") -> None:
        super().__init__(parent)
        self._user = user  # who is told why somebody is held
        self.records: Mapping[str, Record] = {}  # what is recorded of the procedure, by person
        self.stack = QUndoStack(self)
        self.draft: Draft | None = None
        self.situation: Situation | None = None
        self._latest: Situation | None = None  # what was worked out last, for a card in the hand
        self.ahead: Ahead | None = None  # the five years to come, when they are worked out

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

    @property
    def locked(self) -> bool:
        """Whether the plan at hand holds still: approved, carried out or put away."""
        return self.draft is not None and self.draft.standing.locked

    def refuses(self) -> bool:
        """Say why a locked plan is not changed; False when it may be."""
        from leadership_model.errors import UserError
        from leadership_model.staffing.status import refuse_locked

        if self.draft is None:
            return False
        try:
            refuse_locked(self.scenario.label, self.draft.standing.status)
        except UserError as error:
            self.refused.emit(str(error))
            return True
        return False

    def stand_as(self, standing: "Standing") -> None:
        """Take note of another status or other readers; a locked plan takes no step back."""
        assert self.draft is not None
        locked = self.locked
        self.draft = replace(self.draft, standing=standing)
        if self.locked != locked and self.situation is not None:
            self._rebuild()
        self.changed.emit()

    def open(self, draft: "Draft", situation: "Situation") -> None:
        """Take another plan into the hand; its steps can be taken back one by one."""
        self.draft, self.situation = self._grounded(draft, situation), situation
        self._rebuild()
        self.changed.emit()

    def _grounded(self, draft: "Draft", situation: "Situation") -> "Draft":
        """Note the seats a plan rests on where it has noted none yet."""
        from leadership_model.staffing.ground import seen

        scenario = draft.scenario
        ground = seen(situation.base.seating, scenario.moves, situation.teams, scenario.ground)
        return replace(draft, scenario=replace(scenario, ground=ground))

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
        if not self.scenario.ground.seats and not self.scenario.ground.people:
            self.draft = self._grounded(self.draft, situation)
            self.situation = replace(situation, scenario=self.scenario)
        self.changed.emit()

    def make(self, moves: "Sequence[Move]", text: str = "") -> None:
        """Make moves as one step. UserError when they name somebody who is gone."""
        if not moves or self.situation is None or self.refuses():
            return
        if self.withholds(moves):
            return
        text = text or step_text(self.situation, moves)
        former = self.scenario
        after = self._with(moves)
        after = replace(after, ground=self._seen(after))
        if self._undecidable(after):
            return
        before = replace(after, cursor=former.cursor)
        self.stand(after)
        self.stack.push(Step(self, before, after, text))

    def withholds(self, moves: "Sequence[Move]") -> bool:
        """Say why somebody held cannot be proposed; False when nobody among them is."""
        from leadership_model.errors import UserError

        try:
            self.refuse_withheld(moves)
        except UserError as error:
            self.refused.emit(error.sentence)
            return True
        return False

    def _undecidable(self, scenario: "Scenario") -> bool:
        """Say why moves cannot stand at 讨论决定; False when nothing hinders."""
        from leadership_model.errors import UserError
        from leadership_model.staffing.decision import decided
        from leadership_model.staffing.hindrance import insist

        if self.situation is None or not any(decided(each.stage) for each in scenario.done):
            return False
        try:
            insist(self._situate(scenario), self.records)
        except UserError as error:
            self.refused.emit(error.sentence)
            return True
        return False

    def refuse_withheld(self, moves: "Sequence[Move]") -> None:
        """Raise a UserError when moves propose somebody who is held 暂缓使用."""
        from leadership_model.staffing.hindrance import refuse_withheld

        if self.situation is not None:
            base = self.situation.base
            refuse_withheld(moves, base.snapshot, base.as_of, self._user)

    def preview(self, moves: "Sequence[Move]") -> "Situation | None":
        """Work out what moves would come to, without making them."""
        if self.situation is None:
            return None
        return self._situate(self._with(moves))

    def _with(self, moves: "Sequence[Move]") -> "Scenario":
        from leadership_model.staffing.scenario import moved

        return moved(self.scenario, *(replace(each, stage=self.choices.stage) for each in moves))

    def _situate(self, scenario: "Scenario") -> "Situation":
        """Lay a scenario over the base; what was looked at last is not worked out twice."""
        from leadership_model.staffing.situation import situate

        now, last = self.situation, self._latest
        assert now is not None
        same = last is not None and last.base is now.base and last.teams == now.teams
        if last is not None and same and last.scenario.done == scenario.done:
            return replace(last, scenario=scenario)
        self._latest = situate(now.base, scenario, now.teams, now)
        return self._latest

    def stand(self, scenario: "Scenario") -> None:
        """Put a scenario in place."""
        assert self.draft is not None
        if self.situation is None:
            return
        self.situation = self._situate(scenario)
        self.draft = replace(self.draft, scenario=scenario)
        self.changed.emit()
        self.edited.emit()

    def _seen(self, scenario: "Scenario") -> "Ground":
        from leadership_model.staffing.ground import seen

        assert self.situation is not None
        base, teams = self.situation.base.seating, self._teams(self.situation)
        return seen(base, scenario.done, teams, scenario.ground)

    def revise(self, scenario: "Scenario", text: str) -> None:
        """Put a scenario whose moves say other things in place, as one step."""
        if self.refuses() or self._undecidable(scenario):
            return
        before = self.scenario
        self.stand(scenario)
        self.stack.push(Step(self, before, scenario, text))

    def choose(self, choices: "Choices") -> None:
        """Take other choices; other teams are assessed at once."""
        from leadership_model.staffing.situation import situate

        if self.draft is None or choices == self.choices:
            return
        if self.refuses():
            self.changed.emit()  # what was pressed shows again what holds
            return
        former = self.choices
        self.draft = replace(self.draft, choices=choices)
        if self.situation is not None and choices.teams != former.teams:
            teams = self._teams(self.situation)
            self.situation = situate(self.situation.base, self.scenario, teams, self.situation)
            kept = replace(self.scenario, ground=self._seen(self.scenario))
            self.draft = replace(self.draft, scenario=kept)
            self.situation = replace(self.situation, scenario=kept)
        self.changed.emit()
        self.edited.emit()

    def rename(self, label: str) -> None:
        """Give the plan another name."""
        if self.refuses():
            return
        self._relabel(replace(self.scenario, label=label))

    def move_to(self, month: int) -> None:
        """Let the plan hold from another month; its board has to be worked out anew.

        Who sits where in that month is noted when it is there.
        """
        from leadership_model.staffing.ground import NOTHING_SEEN

        if self.draft is None or self.refuses():
            return
        moved = replace(self.scenario, month=month, ground=NOTHING_SEEN)
        self.draft = replace(self.draft, scenario=moved)
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
        if self.locked:
            return
        scenario, situation = self.scenario, self.situation
        for at, move in enumerate(scenario.moves):
            before, after = replace(scenario, cursor=at), replace(scenario, cursor=at + 1)
            self.stack.push(Step(self, before, after, step_text(situation, (move,))))
        held, self.situation = self.situation, None  # steps back change nothing while it is away
        self.stack.setIndex(scenario.cursor)
        self.situation = held
