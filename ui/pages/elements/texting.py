"""导出文本 and 导入文本: the questions, the jobs, and the write that can be taken back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leadership_model.errors import UserError
from ui.context import Context
from ui.pages.elements import text_work as work
from ui.pages.elements.text_dialogs import ExportDialog, ImportDialog


class Texting(QObject):
    """Lives as long as its page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def export(self) -> None:
        """Ask what to write and where, and write it."""
        job = partial(work.counts, self._engine())
        self._context.jobs.read(job, "elements.texts", self._on_counted)

    def open(self) -> None:
        """Ask for a file and show what it would change."""
        path = self._context.ask.open_file("导入文本", ("definitions",))
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Show what a file would change."""
        workspace = self._context.workspace
        self._context.jobs.read(
            partial(work.preview, self._engine(), workspace.world, path, workspace.survey),
            "elements.texts",
            self._on_previewed,
            title=f"正在核对 {path.name}",
        )

    def _engine(self) -> object:
        engine = self._context.workspace.loaded.engine
        if engine is None:
            raise UserError("当前显示的数据没有存放在干部库中，请先新建或打开一个干部库")
        return engine

    # ---- arrivals

    def _on_counted(self, counts: dict[tuple[str, bool], int]) -> None:
        dialog = ExportDialog(counts, self._page.window())
        if not self._context.ask.show(dialog):
            return
        kinds, own = dialog.chosen()
        path = self._context.ask.save_file("导出文本", "要素与模型.toml", ("definitions",))
        if path is not None:
            self._context.jobs.read(
                partial(work.export, self._engine(), path, kinds, own),
                "elements.texts",
                partial(self._on_exported, path),
                title=f"正在写 {path.name}",
            )

    def _on_exported(self, path: Path, count: int) -> None:
        self._context.say(f"已导出 {count} 项到 {path}")

    def _on_previewed(self, preview: work.TextPreview) -> None:
        if not self._context.ask.show(ImportDialog(self._context, preview, self._page.window())):
            return
        from leadership_model.store.texts import TextEdit

        edit = TextEdit(preview.plan.written(), f"导入 {preview.name}")
        self._context.workspace.write(
            edit.forward,
            edit.title,
            done=partial(self._on_written, preview.name),
            initiator=self._page,
            undo=edit.backward,
        )

    def _on_written(self, name: str, _changes: object) -> None:
        self._context.say(f"已导入 {name}，可撤销")
