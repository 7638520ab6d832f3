"""The comparison table of the team shown, as a file or on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.context import Context
from ui.pages.assessment import output
from ui.pages.assessment.output import Order

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper


class HandingOut(QObject):
    """Asks for a file, or shows the pages before they are printed. Lives as long as its page."""

    def __init__(
        self, context: Context, order: Callable[[], Order | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._order = context, order

    def export(self) -> None:
        """Write the table to a workbook or a PDF file."""
        order = self._order()
        if order is None:
            return
        path = self._context.ask.save_file("导出对比分析表", f"{order.name}.xlsx", ("sheet", "pdf"))
        if path is None:
            return
        if path.suffix.lower() == ".pdf":
            done = partial(self._on_pdf, path)
            self._read(partial(output.paper_of, order), "paper", done, "正在排版对比分析表")
        else:
            self._read(
                partial(output.write_sheet, order, path), "file", self._on_written, "正在导出"
            )

    def print(self) -> None:
        """Show the pages of the table, to be printed."""
        order = self._order()
        if order is not None:
            work = partial(output.paper_of, order)
            self._read(work, "print", self._on_paper, "正在排版对比分析表")

    def _read(
        self, work: Callable[..., object], key: str, done: Callable[..., None], title: str
    ) -> None:
        self._context.jobs.read(work, f"assessment.{key}", done, title=title)

    def _on_pdf(self, path: Path, paper: "Paper") -> None:
        from ui.printing import files

        try:
            files.write_pdf(path, paper)
        except UserError as error:
            self._context.ask.error(str(error))
            return
        self._on_written(path)

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper)
