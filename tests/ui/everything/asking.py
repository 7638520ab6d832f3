"""Somebody who says yes: every question gets a plausible answer, and all of it is written down."""

import shutil
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QDialog

from ui.ask import KINDS, Check

Look = Callable[[QDialog], object]


class Yes:
    """Answers like `ui.ask.Asker`; `asked` is the log, `saved` the files that were to be written.

    A dialog is shown for real, looked at by each of `looks` (which may press its buttons), and closed. Weak references to
    all dialogs stay in `dialogs`, so that a test can ask whether they are gone.
    """

    def __init__(self, folder: Path, database: Path) -> None:
        self.asked: list[tuple[str, str]] = []
        self.saved: list[Path] = []
        self.looks: list[Look] = []
        self.dialogs: list[tuple[str, weakref.ref[QDialog]]] = []
        self._folder, self._database = folder, database

    def confirm(self, title: str, text: str, yes: str = "确定", danger: bool = False) -> bool:
        self._note("confirm", f"{title} {text}")
        return True

    def choose(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        self._note("choose", f"{title} {text}")
        return options[-1][0] if options else None

    def text(
        self, title: str, text: str, initial: str = "", check: Check | None = None
    ) -> str | None:
        self._note("text", f"{title} {text}")
        for answer in (f"测试{len(self.asked)}", initial, "1"):
            if check is None or not check(answer):
                return answer
        return None

    def open_files(self, title: str, kinds: Sequence[str]) -> tuple[Path, ...]:
        self._note("open_files", title)
        return ()

    def open_file(self, title: str, kinds: Sequence[str]) -> Path | None:
        self._note("open_file", title)
        if "database" not in kinds:
            return None
        copy = self._free(".lmdb")
        shutil.copy(self._database, copy)
        return copy

    def save_file(self, title: str, suggested: str, kinds: Sequence[str]) -> Path | None:
        self._note("save_file", f"{title} {suggested}")
        ending = KINDS[kinds[0]].split("*", 1)[1].split(" ")[0].rstrip(")")
        self.saved.append(self._free(Path(suggested).suffix or ending))
        return self.saved[-1]

    def folder(self, title: str) -> Path | None:
        self._note("folder", title)
        made = self._free("")
        made.mkdir(parents=True)
        if "写" in title:
            self.saved.append(made)
        return made

    def inform(self, text: str) -> None:
        self._note("inform", text)

    def error(self, text: str) -> None:
        self._note("error", text)

    def crash(self, headline: str, report: str) -> None:
        raise AssertionError(f"the crash dialog was shown: {report}")

    def show(self, dialog: QDialog) -> bool:
        self._note("show", dialog.windowTitle())
        self.dialogs.append(
            (f"{type(dialog).__name__} {dialog.windowTitle()}", weakref.ref(dialog))
        )
        dialog.show()
        for look in self.looks:
            look(dialog)
        if not shiboken6.isValid(dialog):
            return False
        accepted = dialog.result() == QDialog.DialogCode.Accepted
        dialog.close()
        dialog.deleteLater()
        return accepted

    def left(self) -> list[str]:
        """Give the dialogs that have been closed and are still there."""
        alive = [(name, ref()) for name, ref in self.dialogs]
        return [name for name, each in alive if each is not None and shiboken6.isValid(each)]

    def unwritten(self) -> list[str]:
        """Give the files that were asked for and are not there, or are empty."""
        return [each.name for each in self.saved if not _is_written(each)]

    def _note(self, kind: str, text: str) -> None:
        self.asked.append((kind, text))

    def _free(self, ending: str) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{len(self.asked)}-{len(self.saved)}{ending}"


def _is_written(path: Path) -> bool:
    """Say whether something is there; a picture of several pages becomes one file each."""
    if path.is_dir():
        return any(path.iterdir())
    pages = [path, *path.parent.glob(f"{path.stem}-*{path.suffix}")]
    return any(each.is_file() and each.stat().st_size for each in pages)
