"""What becomes of a plan: its papers and the procedure of its moves; see carry_out as well."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.pages.staffing import papers_actions, papers_set
from ui.pages.staffing.carry_out import Approval
from ui.printing.slowly import Slowly

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from leadership_model.staffing.procedure import Record
    from leadership_model.staffing.situation import Situation
    from leadership_model.store.procedure import Kept
    from ui.jobs import Control
    from ui.loading import Engine
    from ui.pages.staffing.page import StaffingPage
    from ui.pages.staffing.papers_sections import SectionsTab

NOBODY = "方案还没有调整任何人，没有可以办理的事项。"


class Outcomes(QObject):
    """Opens the dialogs and writes what was chosen there."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._context, self._plan, self._page = page.context, page.plan, page
        self._slowly = Slowly(self)
        self._kept: dict[str, Kept] = {}
        self._folder = Path()
        self._files = 0
        self._left_out = ""
        add = page.command
        self.papers = add(papers_actions.PAPERS, self._on_asked_papers, button=False)
        self.procedure = add(papers_actions.PROCEDURE, self._on_asked_procedure, button=False)
        self.approval = Approval(page, self)
        page.menus.add("output", self.papers)
        page.menus.add("plan", self.procedure, self.approval.action, apart=True)
        page.plan.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        situation = self._plan.situation
        able = situation is not None and bool(situation.folded.changes)
        for action in (self.papers, self.procedure, self.approval.action):
            action.setEnabled(able)
        self._page.menus.follow()

    # ---- papers

    def _on_asked_papers(self) -> None:
        """Choose papers of the plan and write them to a folder."""
        if self.moves():
            self.read_records(self._on_papers)

    def _on_papers(self, kept: "dict[str, Kept]") -> None:
        from ui.pages.staffing.papers_dialog import PapersDialog
        from ui.pages.staffing.papers_templates import TemplateCare

        situation = self._plan.situation
        if situation is None:
            return
        care = TemplateCare(self._context)
        label = self._plan.scenario.label
        sections = self._sections(situation)
        dialog = PapersDialog(self._context, label, care.words(), care, sections, self._page)
        if not self._context.ask.show(dialog):
            return
        if not self._plan.locked:
            self._plan.choose(replace(self._plan.choices, sections=sections.chosen()))
        kinds, chosen, words = dialog.kinds(), dialog.formats.current(), dialog.words()
        care.keep_words(words)
        looks = dialog.previews
        folder = Path() if looks else self._context.ask.folder("会议材料写到哪个文件夹")
        if folder is None:
            return
        asked = papers_set.Asked(
            situation,
            self._plan.choices,
            {person: each.record for person, each in kept.items()},
            kinds,
            chosen,
            folder,
            words,
            dict(care.own),
            self._context.workspace.loaded.engine,
        )
        if looks:
            pages = partial(papers_set.paged, asked)
            self._context.jobs.read(pages, "staffing.outcome", self._on_pages, title="正在排版")
            return
        self._folder = folder
        work = partial(papers_set.write, asked)
        self._context.jobs.read(
            work, "staffing.outcome", self._on_written, title="正在写出会议材料"
        )

    def _sections(self, situation: "Situation") -> "SectionsTab":
        from leadership_model.papers import meeting, motion, plan_lines
        from ui.pages.staffing.papers_sections import SectionsTab

        base = situation.base
        people = tuple(
            (
                base.person_ids[line.person],
                base.snapshot.people.raw("name")[line.person] or "姓名待核",
                motion.proposal(base.snapshot, line),
                meeting.section_of(base.seating, line),
            )
            for line in plan_lines.lines(situation)
        )
        chosen, locked = dict(self._plan.choices.sections), self._plan.locked
        return SectionsTab(people, meeting.SECTIONS, chosen, locked=locked)

    def _on_pages(self, found: "tuple[Paper, tuple[str, ...]]") -> None:
        from ui.printing.preview import preview

        paper, left_out = found
        if left_out:
            self._context.say(f"{'；'.join(left_out)}。")
        if paper.pages:
            preview(self._context, paper)

    def _on_written(self, written: papers_set.Written) -> None:
        self._left_out = "".join(f"{each}。" for each in written.left_out)
        self._files = written.files + len(written.paintings)
        if written.paintings:
            steps = _painting(written.paintings)
            self._slowly.run(steps, self._say_written, self._on_failed)
        else:
            self._say_written()

    def _say_written(self) -> None:
        self._context.say(
            f"已写出 {self._files} 个文件，放在“{self._folder.name}”。{self._left_out}"
        )

    def _on_failed(self, error: UserError) -> None:
        self._context.ask.error(error.sentence)

    # ---- the procedure

    def _on_asked_procedure(self) -> None:
        """Open the procedure of everybody who moves."""
        if self.moves() and self.stored():
            self.read_records(self._on_procedure)

    def _on_procedure(self, kept: "dict[str, Kept]") -> None:
        from ui.pages.staffing.procedure_dialog import ProcedureDialog

        situation = self._plan.situation
        if situation is None:
            return
        self._kept = dict(kept)
        records = {person: each.record for person, each in kept.items()}
        dialog = ProcedureDialog(self._context, situation, records, self._save_record, self._page)
        self._context.ask.show(dialog)

    def _save_record(self, person: str, record: "Record", what: str) -> None:
        """Write one person's record; it can be taken back."""
        from leadership_model.store.procedure import Kept, ProcedureEdit
        from ui.undo import Repeat

        workspace = self._context.workspace
        before = self._kept.get(person, Kept())
        edit = ProcedureEdit(self._plan.scenario.id, person, before, record)
        workspace.write_aside(edit.forward, initiator=self._page)
        self._kept[person] = Kept(record, before.version + 1)
        self._plan.records = {**self._plan.records, person: record}
        again = partial(workspace.write_aside, edit.forward, initiator=self._page)
        back = partial(workspace.write_aside, edit.backward, initiator=self._page)
        workspace.push(Repeat(what, again, back))

    def look_up(self) -> None:
        """Let the plan know what is recorded of the procedure: 讨论决定 depends on it."""
        if self._plan.draft is not None:
            self.read_records(self._on_looked_up, key="staffing.records")

    def _on_looked_up(self, kept: "dict[str, Kept]") -> None:
        self._plan.records = {person: each.record for person, each in kept.items()}

    # ---- what all of them need

    def moves(self) -> bool:
        """Say whether anybody moves, and where nobody does say so to the user."""
        situation = self._plan.situation
        if situation is None or not situation.folded.changes:
            self._context.say(NOBODY)
            return False
        return True

    def stored(self) -> bool:
        """Say whether there is a database to write to, and where there is none say so."""
        if self._context.workspace.loaded.engine is None:
            self._context.say("当前显示的数据没有存放在干部库中，请先新建或打开一个干部库。")
            return False
        return True

    def read_records(
        self, done: "Callable[[dict[str, Kept]], None]", key: str = "staffing.outcome"
    ) -> None:
        """Read the procedures of the plan at hand."""
        workspace = self._context.workspace
        if workspace.loaded.engine is None:
            done({})
            return
        work = partial(_records, self._plan.scenario.id)
        workspace.read(work, key, done)


def _records(id: str, engine: "Engine", control: "Control") -> "dict[str, Kept]":
    from leadership_model.store import procedure

    control.check()
    return procedure.read(engine, id)


def _painting(paintings: "tuple[tuple[Path, Paper], ...]") -> Iterator[float]:
    from ui.printing import files

    for at, (path, paper) in enumerate(paintings):
        for share in files.pdf_steps(path, paper):
            yield (at + share) / len(paintings)
