"""Opens 文书 for people or teams, previews and prints, writes files in the background."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leadership_model.errors import UserError
from ui.context import Context
from ui.navigation import MakePapers
from ui.page import Page
from ui.paperwork import check_work, work
from ui.paperwork.options import Scope
from ui.paperwork.work import Order, Written
from ui.printing.slowly import Slowly

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from ui.paperwork.dialog import PaperDialog

MANY = 200  # forms from which a question is asked first
EVERYBODY, SCOPE, FORMS = "everybody", "scope", "forms"
AGAINST = (
    (EVERYBODY, "库内全部干部"),
    (SCOPE, "上面所选范围（还列出名册中缺的人）"),
    (FORMS, "任免审批表文件"),
)
DIALOG_KINDS = {"pdf": "pdf", "docx": "document", "xlsx": "sheet", "csv": "comma"}


class PaperDesk(QObject):
    """One for the window; a paper under way is finished before the next begins."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._slowly = Slowly(self)
        self._written: tuple[Path, ...] = ()
        self._dialog: PaperDialog | None = None
        self.page: Page | None = None  # the page in sight: what it shows comes first
        context.workspace.closed.connect(self._on_closed)
        context.navigator.asked.connect(self._on_asked)

    def open_here(self) -> None:
        """Show the dialog for what the page in sight shows."""
        self.open(MakePapers() if self.page is None else self.page.at_hand())

    def _on_asked(self, request: object) -> None:
        if isinstance(request, MakePapers) and self._context.workspace.is_open:
            self.open(request)

    def _on_closed(self) -> None:
        self.page = None
        self._slowly.stop()

    def open(self, request: MakePapers) -> None:
        """Show the dialog for the people and teams of a request."""
        from ui.paperwork.dialog import PaperDialog

        scopes = self.scopes(request)
        dialog = PaperDialog(self._context, scopes, request.kind, self._on_check, self._window())
        dialog.wanted.connect(self._on_wanted)
        dialog.looked.connect(self._on_looked)
        self._dialog = dialog
        self._context.ask.show(dialog)
        self._dialog = None

    def _window(self) -> QWidget | None:
        around = self.parent()
        return around if isinstance(around, QWidget) else None

    def scopes(self, request: MakePapers) -> list[Scope]:
        """Give what a paper can be made of: the list at hand first, then everybody in office."""
        workspace = self._context.workspace
        seating, at = workspace.world.seating, workspace.snapshot.people.positions
        people = tuple(at[id] for id in request.ids if id in at)
        team_at = workspace.snapshot.teams.positions
        teams = tuple(team_at[id] for id in request.teams if id in team_at)
        if teams and not people:
            members = [seating.members(team) for team in teams]
            people = tuple(dict.fromkeys(int(p) for each in members for p in each if p >= 0))
        found = []
        if people or teams:
            title = request.title or "所选干部"
            found.append(
                Scope(f"{title}（{len(people):,} 人）", people, teams or self._teams_of(people))
            )
        seated = tuple(int(each) for each in np.flatnonzero(seating.seated()))
        every = tuple(range(len(workspace.snapshot.teams)))
        found.append(Scope(f"全部在任干部（{len(seated):,} 人）", seated, every))
        return found

    def _teams_of(self, people: tuple[int, ...]) -> tuple[int, ...]:
        seating = self._context.workspace.world.seating
        owners, main = seating.snapshot.posts.owners(), seating.main_post()
        found = (int(owners[int(main[each])]) for each in people if int(main[each]) >= 0)
        return tuple(dict.fromkeys(found))

    # ---- a roster held against the base

    def _on_check(self) -> None:
        """Ask for a roster and hold it against the people chosen, or against form files."""
        ask, workspace = self._context.ask, self._context.workspace
        path = ask.open_file("要核对的名册", ("roster", "any"))
        if path is None or self._dialog is None:
            return
        against = ask.choose("与名册核对", "名册与哪一边核对？", AGAINST)
        forms: tuple[Path, ...] = ()
        if against == FORMS:
            forms = ask.open_files("任免审批表文件", ("incoming", "any"))
        if against is None or (against == FORMS and not forms):
            return
        ids = workspace.world.person_ids
        scope = self._dialog.options.chosen_scope()
        wanted = tuple(ids[each] for each in scope.people) if against == SCOPE else ()
        run = partial(check_work.check, workspace.loaded, path, wanted, forms)
        self._context.jobs.read(run, "papers.check", self._on_checked, title="正在核对名册")

    def _on_checked(self, found: check_work.Found) -> None:
        from ui.paperwork.check_dialog import CheckDialog

        self._context.ask.show(CheckDialog(self._context, found, self._window()))

    # ---- previewing

    def _on_looked(self, order: Order) -> None:
        if order.kind.group == "own":  # seen in Word or Excel itself, filled with the first person
            one = replace(order, people=order.people[:1], many=False)
            self._on_wanted(one)
            return
        run = partial(work.paper, order)
        self._context.jobs.read(run, "papers.look", self._on_paper, title="正在排版")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper, paper.title)

    # ---- writing

    def _on_wanted(self, order: Order) -> None:
        if self._slowly.busy:
            self._context.say("上一份文书还在写，请稍候。")
            return
        target = self._target(order)
        if target is None:
            return
        ordered = replace(order, target=target)
        if target.suffix and not order.many:
            ending = target.suffix.lower().lstrip(".")
            if ending in order.kind.formats:
                ordered = replace(ordered, format=ending)
        run = partial(work.write, ordered)
        title = f"正在写{order.kind.title}"
        self._context.jobs.read(run, "papers.write", self._on_written, title=title)

    def _target(self, order: Order) -> Path | None:
        title, ask = order.kind.title, self._context.ask
        count = len(order.people)
        if (order.many or order.kind.single) and count > MANY:
            words = f"将写出 {count:,} 份，需要一些时间。只要其中几份时，请先在名单中勾选。"
            if not ask.confirm(title, words, "全部写出"):
                return None
        if order.many:
            return ask.folder(f"{title}写到哪个文件夹")
        kind = DIALOG_KINDS[order.format]
        return ask.save_file(title, f"{title}.{order.format}", (kind,))

    def _on_written(self, written: Written) -> None:
        self._written = (*written.files, *(path for path, _ in written.paintings))
        if not written.paintings:
            self._say()
            return
        self._slowly.run(_painting(written.paintings), self._say, self._on_failed)

    def _say(self) -> None:
        first = self._written[0]
        if len(self._written) == 1:
            self._context.say(f"已写出“{first.name}”。")
        else:
            self._context.say(f"已写出 {len(self._written):,} 个文件，放在“{first.parent.name}”。")

    def _on_failed(self, error: UserError) -> None:
        self._context.ask.error(error.sentence)


def _painting(paintings: "tuple[tuple[Path, Paper], ...]") -> Iterator[float]:
    from ui.printing import files

    for at, (path, paper) in enumerate(paintings):
        for share in files.pdf_steps(path, paper):
            yield (at + share) / len(paintings)
