"""Every question, file dialog, message and error goes through one object, so tests can answer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from ui.settings import Settings

# Kinds of files by name: what stands in the dialog and what names they match.
KINDS = {
    "database": "干部库 (*.lmdb *.db)",
    "forms": "任免审批表 (*.lrmx)",
    "incoming": "可导入的文件 (*.lrmx *.lrm *.xlsx *.xlsm *.xls *.csv *.hzb *.7z *.zip)",
    "sheet": "Excel 工作簿 (*.xlsx)",
    "comma": "逗号分隔的文本 (*.csv)",
    "document": "Word 文档 (*.docx)",
    "roster": "名册 (*.xlsx *.xls *.csv)",
    "template": "模板 (*.docx *.xlsx)",
    "pdf": "PDF 文件 (*.pdf)",
    "picture": "图片 (*.png)",
    "portrait": "照片 (*.jpg *.jpeg *.png *.bmp *.webp)",
    "definitions": "要素与模型的文本 (*.toml *.json)",
    "text": "文本 (*.txt *.json *.toml)",
    "any": "所有文件 (*)",
}

Check = Callable[[str], str]  # what is wrong with a text, "" when nothing is


class Asker(Protocol):
    """What the program may ask of the person in front of it."""

    def confirm(self, title: str, text: str, yes: str = "确定", danger: bool = False) -> bool:
        """Ask whether to go on."""
        ...

    def choose(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        """Ask for one of some (id, words); None when none is wanted."""
        ...

    def text(
        self, title: str, text: str, initial: str = "", check: Check | None = None
    ) -> str | None:
        """Ask for one line; `check` refuses where it stands, in one sentence."""
        ...

    def open_files(self, title: str, kinds: Sequence[str]) -> tuple[Path, ...]:
        """Ask for files that exist; kinds are keys of KINDS."""
        ...

    def open_file(self, title: str, kinds: Sequence[str]) -> Path | None:
        """Ask for one file that exists."""
        ...

    def save_file(self, title: str, suggested: str, kinds: Sequence[str]) -> Path | None:
        """Ask for a file to write."""
        ...

    def folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        ...

    def inform(self, text: str) -> None:
        """Tell something that must be read."""
        ...

    def error(self, text: str) -> None:
        """Tell what went wrong and what to do, in one sentence."""
        ...

    def crash(self, headline: str, report: str) -> None:
        """Show a fault of the program with its trace."""
        ...

    def show(self, dialog: QDialog) -> bool:
        """Show a dialog until it is closed; True when it was accepted."""
        ...


class WindowAsker:
    """Asks in dialogs above the active window."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def confirm(self, title: str, text: str, yes: str = "确定", danger: bool = False) -> bool:
        from ui.widgets.questions import Question

        return self.show(Question(title, text, yes, "取消", danger=danger, parent=_parent()))

    def choose(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        from ui.widgets.questions import Choice

        dialog = Choice(title, text, options, _parent())
        return dialog.chosen() if self.show(dialog) else None

    def text(
        self, title: str, text: str, initial: str = "", check: Check | None = None
    ) -> str | None:
        from ui.widgets.questions import TextQuestion

        dialog = TextQuestion(title, text, initial, check, _parent())
        return dialog.answer() if self.show(dialog) else None

    def open_files(self, title: str, kinds: Sequence[str]) -> tuple[Path, ...]:
        names, _ = QFileDialog.getOpenFileNames(
            _parent(), title, self._settings.last_folder, _filters(kinds)
        )
        return tuple(self._remember(Path(name)) for name in names)

    def open_file(self, title: str, kinds: Sequence[str]) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            _parent(), title, self._settings.last_folder, _filters(kinds)
        )
        return self._remember(Path(name)) if name else None

    def save_file(self, title: str, suggested: str, kinds: Sequence[str]) -> Path | None:
        start = str(Path(self._settings.last_folder) / suggested)
        name, _ = QFileDialog.getSaveFileName(_parent(), title, start, _filters(kinds))
        if not name:
            return None
        target = Path(name)
        return self._remember(target if target.suffix else target.with_suffix(_suffix(kinds)))

    def folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(_parent(), title, self._settings.last_folder)
        return self._remember(Path(name)) if name else None

    def inform(self, text: str) -> None:
        from ui.widgets.questions import Question

        self.show(Question("提示", text, "知道了", "", parent=_parent()))

    def error(self, text: str) -> None:
        from ui.widgets.questions import Question

        self.show(Question("未能完成", text, "知道了", "", icon="alert-outline", parent=_parent()))

    def crash(self, headline: str, report: str) -> None:
        from ui.widgets.questions import Report

        self.show(Report(headline, report, _parent()))

    def show(self, dialog: QDialog) -> bool:
        # `exec` of a dialog that is deleted on close deletes it before it returns, and with it
        # everything that was entered; so it ends a turn later, when its caller has read it.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if shiboken6.isValid(dialog):  # it ends with the page it belongs to
            dialog.deleteLater()
        return accepted

    def _remember(self, path: Path) -> Path:
        self._settings.last_folder = str(path if path.is_dir() else path.parent)
        return path


def _parent() -> QWidget | None:
    """Give the window to ask above. Not a popup: a question would end with it."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    while found is not None and found.windowType() == Qt.WindowType.Popup:
        holder = found.parentWidget()
        found = holder.window() if holder is not None else None
    return found


def _filters(kinds: Sequence[str]) -> str:
    return ";;".join(KINDS[kind] for kind in kinds)


def _suffix(kinds: Sequence[str]) -> str:
    """Give the first suffix of the first kind."""
    return KINDS[kinds[0]].split("*", 1)[1].split(" ")[0].rstrip(")") if kinds else ""
