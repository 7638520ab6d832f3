"""A plan approved, carried out, and taken back: the dialog and the writing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.pages.staffing import carry_dialog, papers_actions

if TYPE_CHECKING:
    from leadership_model.changes import Changes
    from leadership_model.staffing.carry import Carrying
    from leadership_model.staffing.procedure import Record
    from leadership_model.staffing.situation import Situation
    from leadership_model.store.actor import Actor
    from leadership_model.store.procedure import Kept
    from ui.jobs import Control
    from ui.loading import Engine
    from ui.pages.staffing.page import StaffingPage
    from ui.pages.staffing.papers_out import Outcomes


class Approval(QObject):
    """Takes a plan from 草案 to 已批准锁定 and 已执行, and back."""

    def __init__(self, page: "StaffingPage", outcomes: "Outcomes") -> None:
        super().__init__(page)
        self._context, self._plan, self._page = page.context, page.plan, page
        self._outcomes = outcomes
        self._kept: dict[str, Kept] = {}
        self.action = page.command(papers_actions.CARRY_OUT, self._on_asked_carry, button=False)
        page.keeping.listed.connect(self._on_listed)
        page.workspace.changed.connect(self._on_world)

    def _on_world(self, changes: "Changes", _initiator: object) -> None:
        """A plan was carried out or taken back, perhaps by 撤销: its status is another now."""
        if changes.touches("carried"):
            self._page.keeping.read()

    def _on_listed(self) -> None:
        """Take over a status that was stored outside the page."""
        draft = self._plan.draft
        stored = None if draft is None else self._page.keeping.draft(draft.scenario.id)
        if draft is None or stored is None or stored.standing == draft.standing:
            return
        self._plan.stand_as(stored.standing)
        self._page.work_out()

    def _on_asked_carry(self) -> None:
        """Show what the plan becomes, and take the step that is due."""
        if self._outcomes.moves() and self._outcomes.stored():
            self._outcomes.read_records(self._on_records)

    def _on_records(self, kept: "dict[str, Kept]") -> None:
        situation = self._plan.situation
        if situation is None:
            return
        self._kept = dict(kept)
        work = partial(_carrying, situation, "", self._records())
        self._context.jobs.read(work, "staffing.outcome", self._on_carrying)

    def _on_carrying(self, found: "tuple[Carrying | None, str]") -> None:
        situation, draft = self._plan.situation, self._plan.draft
        if situation is None or draft is None:
            return
        made, refusal = found
        status = draft.standing.status
        lines = () if made is None else made.lines
        if status in ("已执行", "归档"):
            refusal = ""
        dialog = carry_dialog.CarryDialog(
            self._context,
            draft.scenario.label,
            status,
            draft.scenario.month,
            lines,
            refusal,
            self._open_items(situation),
            self._page,
        )
        if self._context.ask.show(dialog):
            self._take(dialog.step, dialog.number(), situation)

    def _take(self, step: str, document: str, situation: "Situation") -> None:
        keeping, id = self._page.keeping, self._plan.scenario.id
        match step:
            case carry_dialog.APPROVE:
                keeping.set_status("已批准锁定")
                self._context.say("方案已批准锁定。")
            case carry_dialog.WITHDRAW:
                keeping.set_status("草案")
                self._context.say("已撤回批准，方案可以修改。")
            case carry_dialog.CARRY:
                self._carry(situation, document)
            case carry_dialog.BACK:
                self._context.workspace.write(
                    partial(_take_back, id), "撤回执行", done=self._on_back
                )

    def _carry(self, situation: "Situation", document: str) -> None:
        work = partial(_carrying, situation, document, self._records())
        self._context.jobs.read(work, "staffing.outcome", self._on_ready)

    def _on_ready(self, found: "tuple[Carrying | None, str]") -> None:
        made, refusal = found
        if made is None:
            self._context.ask.error(refusal)
            return
        self._context.workspace.write(
            partial(_carry_out, made),
            f"执行方案“{made.label}”",
            done=self._on_carried,
            undo=partial(_take_back, made.scenario),
        )

    def _on_carried(self, _changes: object) -> None:
        self._context.say("方案已执行：任职已写入干部库。")

    def _on_back(self, _changes: object) -> None:
        self._context.say("已撤回执行：干部库恢复到执行之前。")

    def _records(self) -> "dict[str, Record]":
        return {person: each.record for person, each in self._kept.items()}

    def _open_items(self, situation: "Situation") -> str:
        """Say of how many people the procedure is not complete up to 讨论决定."""
        from leadership_model.staffing.hindrance import bars
        from leadership_model.staffing.procedure import EMPTY
        from leadership_model.staffing.procedure_check import stages
        from leadership_model.staffing.procedure_facts import way_of
        from leadership_model.staffing.situation import moved_people

        waiting = 0
        for person in moved_people(situation):
            kept = self._kept.get(situation.base.person_ids[person])
            record = EMPTY if kept is None else kept.record
            found = stages(record, way_of(situation, person), bars(situation, person, record))
            waiting += any(e.state != "done" for e in found if e.name != "任职")
        if not waiting:
            return ""
        return f"任免程序：{waiting} 人截至讨论决定的程序尚有待核事项，请在“任免程序”中登记。"


def _carrying(
    situation: "Situation", document: str, records: "dict[str, Record]", control: "Control"
) -> "tuple[Carrying | None, str]":
    from leadership_model.staffing.carry import carrying

    control.check()
    try:
        return carrying(situation, document, records=records), ""
    except UserError as error:
        return None, f"{error.sentence}。"


def _carry_out(made: "Carrying", engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.store import carry

    return carry.carry_out(engine, actor, made)


def _take_back(id: str, engine: "Engine", actor: "Actor") -> "Changes":
    from leadership_model.store import carry

    return carry.take_back(engine, actor, id)
