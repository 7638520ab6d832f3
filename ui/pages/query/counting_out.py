"""Statistics of a result as files and on paper."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.papers.cross import Show
from ui.context import Context
from ui.jobs import Control
from ui.pages.query import counting_work as work

if TYPE_CHECKING:
    from leadership_model.papers.flow import Flow
    from leadership_model.papers.paper import Paper

FILE, PAPER = "query.file", "query.paper"
NAMES = {"levels": "干部队伍基本情况统计表", "cross": "交叉统计表", "charts": "查询结果统计图"}


class CountingOut(QObject):
    """Asks where to, writes in the background, says when it is done."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def give(self, seen: work.Seen, show: Show) -> None:
        """Write what is shown: Excel, Word or PDF by the ending of the name."""
        name = NAMES[seen.wanted.view]
        suggested = f"{name} {months.show_iso(seen.world.as_of)}.xlsx"
        path = self._context.ask.save_file(f"导出{name}", suggested, ("sheet", "document", "pdf"))
        if path is None:
            return
        ending, jobs = path.suffix.lower(), self._context.jobs
        if ending == ".pdf":
            finish = partial(self._on_pdf, path)
            jobs.read(partial(_paged, seen, show), PAPER, finish, title="正在排版")
        elif ending == ".docx" and seen.charts:
            # Charts are painted, and painting belongs to the main thread.
            jobs.read(partial(work.flow, seen), PAPER, partial(self._on_flow, path))
        else:
            task = partial(_written, seen, show, path)
            jobs.read(task, FILE, self._on_written, title=f"正在写{name}")

    def on_paper(self, seen: work.Seen, show: Show) -> None:
        """Show what is shown as pages, to be printed."""
        self._context.jobs.read(
            partial(_paged, seen, show), PAPER, self._on_preview, title="正在排版"
        )

    def _on_preview(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper, "结果统计")

    def _on_pdf(self, path: Path, paper: "Paper") -> None:
        from ui.printing import files

        try:
            files.write_pdf(path, paper)
        except UserError as error:
            self._context.ask.error(error.sentence)
            return
        self._on_written(path)

    def _on_flow(self, path: Path, flow: "Flow") -> None:
        from ui.printing import files

        try:
            files.write_docx(path, flow)
        except UserError as error:
            self._context.ask.error(error.sentence)
            return
        self._on_written(path)

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已写出“{path.name}”。")


def _paged(seen: work.Seen, show: Show, control: Control) -> "Paper":
    from leadership_model.papers import pages, sheets

    if seen.charts:
        return pages.paper_of(work.flow(seen, control))
    return sheets.paper_of(NAMES[seen.wanted.view], work.spreads(seen, show, control))


def _written(seen: work.Seen, show: Show, path: Path, control: Control) -> Path:
    from leadership_model.papers import word_spread, xlsx

    made = work.spreads(seen, show, control)
    if path.suffix.lower() == ".docx":
        word_spread.write(path, path.stem, made)
    else:
        xlsx.write(path, made)
    return path
