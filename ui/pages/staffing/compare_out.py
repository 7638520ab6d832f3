"""The comparison leaves its dialog: as Excel, Word or PDF, or by way of the print preview."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from ui.pages.staffing import compare_paper
from ui.widgets.buttons import button

if TYPE_CHECKING:
    from leadership_model.papers.paper import Paper
    from ui.pages.staffing.compare import CompareDialog

KEY = "staffing.compare.out"


class CompareOut(QObject):
    """Two buttons and what they do; `export` and `print` stand at the foot of the dialog."""

    def __init__(self, dialog: "CompareDialog") -> None:
        super().__init__(dialog)
        self._dialog, self._context = dialog, dialog.context
        self.export = button("导出…", self._on_export, icon="export-variant")
        self.export.setToolTip("把各张表按现在显示的内容写成 Excel、Word 或 PDF")
        self.print = button("打印…", self._on_print, icon="printer-outline")
        self.print.setToolTip("预览后打印，或存为 PDF、图片")

    def _on_export(self) -> None:
        beside = self._dialog.beside()
        if beside is None:
            return
        kinds = ("sheet", "document", "pdf")
        path = self._context.ask.save_file("导出方案比较", "方案比较.xlsx", kinds)
        if path is None:
            return
        if path.suffix.lower() == ".pdf":
            done, work = partial(self._on_paper, path), partial(compare_paper.paged, beside)
            self._context.jobs.read(work, KEY, done, title="正在排版")
        else:
            task = partial(compare_paper.written, beside, path)
            self._context.jobs.read(task, KEY, self._on_written, title="正在导出")

    def _on_print(self) -> None:
        beside = self._dialog.beside()
        if beside is not None:
            work = partial(compare_paper.paged, beside)
            self._context.jobs.read(work, KEY, self._on_pages, title="正在排版")

    def _on_pages(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper)

    def _on_paper(self, path: Path, paper: "Paper") -> None:
        from ui.printing import files

        try:
            files.write_pdf(path, paper)
        except UserError as error:
            self._dialog.refuse(error.sentence)
            return
        self._on_written(path)

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出“{path.name}”。")
