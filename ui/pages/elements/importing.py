"""导入: choose files, see what they would change, apply, and take a batch back."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.exchange.packed import PasswordNeededError
from ui import names
from ui.context import Context
from ui.jobs import Job
from ui.pages.elements import import_work as work
from ui.pages.elements.import_history import ImportHistory
from ui.pages.elements.import_panels import ChoosePanel, ReadingPanel, ReportPanel
from ui.pages.elements.import_preview import ImportPreview
from ui.pages.elements.import_settings import ImportSettings
from ui.pages.elements.section import Section
from ui.widgets.buttons import button
from ui.widgets.dressing import Dressing
from ui.widgets.labels import Elided, label
from ui.widgets.questions import TextQuestion

NO_PASSWORDS: Mapping[str, str] = {}
STEPS = ("1 选择文件", "2 预览", "3 导入", "4 报告")


class ImportSection(Section):
    """Four steps over one another: choosing, reading, preview, report."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._job: Job | None = None
        self._done: work.Preview | None = None
        self._paths: tuple[Path, ...] = ()
        self._passwords: Mapping[str, str] = NO_PASSWORDS
        self._dressing = Dressing(self)
        self.settings = ImportSettings(context, self.initiator)
        self._steps = [label(text, "cell2") for text in STEPS]
        self._stack = QStackedWidget()
        self.preview = ImportPreview(context)
        self.reading = ReadingPanel(self._on_cancel)
        self.report = ReportPanel(self._on_again)
        self.apply_button = button("导入", self._on_apply, icon="check", kind="primary")
        self._headline = Elided("", "section")
        self._history = ImportHistory(context, self.initiator)
        self.history, self.undo_button = self._history.table, self._history.undo_button
        self._lay_out()
        self._history.listed.connect(self.noted)
        self._history.undone.connect(self._on_undone)
        self.preview.decided.connect(self._on_decided)
        self.settings.changed.connect(self._on_settings)

    # ---- building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        for each in self._steps:
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.settings)
        self._pages = {
            "choose": ChoosePanel(self._on_files, self._on_folder),
            "reading": self.reading,
            "preview": self._preview_page(),
            "report": self.report,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self._stack, 3)
        layout.addWidget(self._history, 2)
        self._turn("choose")

    def _preview_page(self) -> QWidget:
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._headline, 1)
        row.addWidget(button("重新选择", self._on_again, icon="arrow-left"))
        row.addWidget(self.apply_button)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        return home

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        self._history.read()

    def note(self) -> str:
        return f"导入 · 已导入 {len(self._history.batches)} 批 · 导入前自动备份干部库"

    def leave(self) -> None:
        for key in ("elements.preview", "elements.batches", "elements.answered", "elements.sheets"):
            self.context.jobs.cancel(key)

    def begin(self, paths: tuple[Path, ...]) -> None:
        """Preview some files, or ask which."""
        if not paths:
            if self._stack.currentWidget() is self._pages["report"]:
                self._turn("choose")
            return
        self.read(paths)

    def show_batch(self, id: str) -> None:
        """Choose one of the batches imported."""
        self._history.choose(id)

    def read(self, paths: tuple[Path, ...], passwords: Mapping[str, str] = NO_PASSWORDS) -> None:
        """Read files and folders in the background; the preview follows."""
        self._paths, self._passwords = paths, passwords
        self.reading.show_progress(0.0, "正在查找文件…")
        self._turn("reading")
        self._dressing.begin(self._pages["preview"])
        self._job = self.context.jobs.read(
            partial(work.preview, self.context.workspace.loaded, paths, passwords),
            "elements.preview",
            self._on_preview,
            failed=self._on_refused,
            title="正在读取文件",
        )
        self.context.jobs.changed.connect(self._on_progress)

    # ---- slots

    def _on_files(self) -> None:
        paths = self.context.ask.open_files("选择任免审批表、名册或数据包", ("incoming", "any"))
        if paths:
            self.read(tuple(paths))

    def _on_folder(self) -> None:
        path = self.context.ask.folder("选择存放任免审批表、名册或数据包的文件夹")
        if path is not None:
            self.read((path,))

    def _on_settings(self) -> None:
        """Work a preview in sight out anew."""
        if self.step() == "preview":
            self.read(self._paths, self._passwords)

    def _on_progress(self) -> None:
        if self._job is not None and self._job.fraction is not None:
            self.reading.show_progress(self._job.fraction, self._job.text or "正在读取…")

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._finish_reading()
        self._turn("choose")
        self.context.say("已取消，没有导入任何内容。")

    def _on_preview(self, preview: work.Preview) -> None:
        self._finish_reading()
        self.preview.show_preview(preview)
        tables = any(each.entry.form.kind == "roster" for each in preview.rows)
        self.settings.show_files(self._paths, tables=tables)
        self._on_decided()
        self._turn("preview")

    def _on_decided(self) -> None:
        """Say what would be written after what was decided so far."""
        preview = self.preview.preview()
        if preview is None:
            return
        counts, asked = preview.plan.counts(), work.waiting(preview)
        words = "，".join(f"{word} {names.number(counts[s])}" for s, word, _ in work.STATES)
        open_ = f"；{names.number(asked)} 个文件等您决定" if asked else ""
        self._headline.setText(f"预览：{words}{open_}；尚未写入")
        writes = counts["new"] + counts["changed"]
        seats = len(preview.plan.seats())
        more = f"、{names.number(seats)} 项单位岗位" if seats else ""
        words = f"导入 {names.number(writes)} 人{more}"
        self.apply_button.setText("没有可导入的内容" if preview.plan.empty else words)
        self.apply_button.setEnabled(not preview.plan.empty)

    def _on_refused(self, error: UserError) -> None:
        self._finish_reading()
        self._turn("choose")
        if isinstance(error, PasswordNeededError):
            self._ask_password(error)
        else:
            self.context.ask.error(error.sentence)

    def _ask_password(self, error: PasswordNeededError) -> None:
        """Ask for the password of an archive and read again; it is kept nowhere."""
        dialog = TextQuestion("数据包的密码", error.sentence, secret=True, parent=self)
        if self.context.ask.show(dialog):
            self.read(self._paths, {**self._passwords, error.file: dialog.answer()})

    def _on_again(self) -> None:
        self._turn("choose")

    def _on_apply(self) -> None:
        preview = self.preview.preview()
        if preview is None or preview.plan.empty:
            return
        self._done = preview
        self.apply_button.setEnabled(False)
        self.apply_button.setText("正在导入…")
        self._mark(2)
        self.context.workspace.write(
            partial(work.apply, preview.plan, preview.label),
            preview.label,
            done=self._on_applied,
            initiator=self.initiator,
        )

    def _on_applied(self, changes: Changes) -> None:
        preview = self._done
        if preview is None:
            return
        counts = preview.plan.counts()
        seats = len(preview.plan.seats())
        more = f"，单位、岗位和任职 {names.number(seats)} 项" if seats else ""
        left = f"，{counts['conflicting']} 个冲突文件没有导入" if counts["conflicting"] else ""
        self.report.show_report(
            f"{preview.label}已完成：新增 {names.number(counts['new'])} 人，变更 "
            f"{names.number(counts['changed'])} 人，"
            f"未变 {names.number(counts['unchanged'])} 人{more}{left}。",
            "导入前的干部库已另存副本，放在原文件旁边；也可以在下面整批恢复到导入前。",
        )
        self._turn("report")
        self.context.say("导入完成。")

    def _on_undone(self, said: object) -> None:
        kept = said if isinstance(said, tuple) else ()
        left = f"有 {len(kept)} 项在导入后又被改过，保留不动：\n" + "\n".join(kept[:12])
        whole = "这一批改动的内容已全部恢复。"
        self.report.show_report("已恢复到导入前。", left if kept else whole)
        self._turn("report")

    # ---- steps

    def _finish_reading(self) -> None:
        if self._job is not None:
            self.context.jobs.changed.disconnect(self._on_progress)
            self._job = None

    def _turn(self, name: str) -> None:
        self._stack.setCurrentWidget(self._pages[name])
        self._history.setVisible(name in ("choose", "report"))
        if name != "preview":
            self.settings.show_files((), tables=False)
        self._mark({"choose": 0, "reading": 0, "preview": 1, "report": 3}[name])
        self.noted.emit()

    def _mark(self, step: int) -> None:
        for at, each in enumerate(self._steps):
            each.setProperty("role", "strong" if at == step else "faint")
            each.style().unpolish(each)
            each.style().polish(each)

    def step(self) -> str:
        """The step shown: choose, reading, preview or report."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)
