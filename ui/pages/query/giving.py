"""What the page hands out as files and on paper: roster, figures, forms."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.query.people_set import PeopleSet
from ui.context import Context
from ui.navigation import MakePapers
from ui.pages.query import outputs
from ui.pages.query.desk import Desk

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper


class Giving(QObject):
    """Asks where to, writes in the background, says when it is done."""

    def __init__(self, context: Context, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.desk = context, desk
        self.seen: Callable[[], outputs.Seen] | None = None  # how the list looks just now

    def roster(self) -> None:
        """Write the roster: Excel, Word, PDF or CSV."""
        people = self.desk.chosen()
        if people is not None:
            positions = self._positions(people.ids)
            if self._listed():
                self.write(self._title(), self._roster(people, positions))

    def on_paper(self) -> None:
        """Show the roster as pages, to be printed."""
        people = self.desk.chosen()
        if people is None or not self._listed():
            return
        positions = self._positions(people.ids)
        self.show_pages(self._title(), self._roster(people, positions))

    def _title(self) -> str:
        return outputs.TITLES.get(self._seen().layout, "干部名册")

    def _roster(self, people: PeopleSet, positions: list[int]) -> outputs.Make:
        world = self.context.workspace.world
        return partial(outputs.roster_of, world, people, positions, self._seen())

    def _seen(self) -> outputs.Seen:
        return outputs.Seen() if self.seen is None else self.seen()

    def show_pages(self, words: str, make: outputs.Make) -> None:
        """Show a table as pages, to be printed."""
        work = partial(outputs.paged, make, words)
        done = partial(self._on_paper, words)
        self.context.jobs.read(work, "query.paper", done, title="正在排版")

    def _on_paper(self, words: str, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self.context, paper, words)

    def write(self, words: str, make: outputs.Make) -> None:
        """Ask for a file and write a table to it: Excel, Word, PDF or CSV by its ending."""
        path = self._ask(words)
        if path is None:
            return
        if path.suffix.lower() == ".pdf":
            work = partial(outputs.paged, make, words)
            finish = partial(self._on_pdf, path)
            self.context.jobs.read(work, "query.paper", finish, title="正在排版")
        else:
            task = partial(outputs.written, make, path)
            self.context.jobs.read(task, "query.file", self._on_written, title=f"正在写{words}")

    def _on_pdf(self, path: Path, paper: "Paper") -> None:
        from ui.printing import files

        try:
            files.write_pdf(path, paper)
        except UserError as error:
            self.context.ask.error(error.sentence)
            return
        self._on_written(path)

    def forms(self) -> None:
        """Open 文书 with the forms of these people."""
        people = self.desk.chosen()
        if people is not None and self._listed():
            self.context.navigator.go(MakePapers(people.ids, "查得名单", "form"))

    def statistics(self) -> None:
        """Write the figures of the result."""
        answered = self.desk.answered
        if answered is not None and self._listed():
            make = partial(outputs.figures_of, self.context.workspace.world, answered)
            self.write("结果统计表", make)

    def _ask(self, words: str) -> Path | None:
        month = months.show_iso(self.context.workspace.as_of)
        return self.context.ask.save_file(words, f"{words} {month}.xlsx", outputs.TABLES)

    def _listed(self) -> bool:
        """Say whether anybody is listed; if not, say what to do."""
        if self.desk.view.table.rows.rowCount():
            return True
        self.context.ask.inform("名单里没有人，没有可写的内容。请先放宽条件。")
        return False

    def _positions(self, ids: tuple[str, ...]) -> list[int]:
        at = self.context.workspace.snapshot.people.positions
        return [at[id] for id in ids if id in at]

    def _on_written(self, path: Path) -> None:
        self.context.say(f"已写出“{path.name}”。")
