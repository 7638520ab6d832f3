"""An asker that answers from a script: for tests, previews and the tour, where nobody sits."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog

from ui.ask import Check


class ScriptedAsker:
    """Answers each question with the next of `answers` and notes in `asked` what was asked.

    An answer is the value to give back; for `show` it may be a function that is handed the dialog
    and gives back whether it was accepted. With no answer left every question is cancelled.
    """

    def __init__(self, *answers: object) -> None:
        self.answers: deque[Any] = deque(answers)
        self.asked: list[tuple[str, str]] = []

    def confirm(self, title: str, text: str, yes: str = "确定", danger: bool = False) -> bool:
        return bool(self._next("confirm", f"{title} {text}", False))

    def choose(self, title: str, text: str, options: Sequence[tuple[str, str]]) -> str | None:
        answer: str | None = self._next("choose", f"{title} {text}", None)
        return answer

    def text(
        self, title: str, text: str, initial: str = "", check: Check | None = None
    ) -> str | None:
        answer: str | None = self._next("text", f"{title} {text}", None)
        if answer is not None and check is not None and check(answer):
            self.asked.append(("refused", check(answer)))
            return None
        return answer

    def open_files(self, title: str, kinds: Sequence[str]) -> tuple[Path, ...]:
        return tuple(self._next("open_files", title, ()))

    def open_file(self, title: str, kinds: Sequence[str]) -> Path | None:
        answer: Path | None = self._next("open_file", title, None)
        return answer

    def save_file(self, title: str, suggested: str, kinds: Sequence[str]) -> Path | None:
        answer: Path | None = self._next("save_file", f"{title} {suggested}", None)
        return answer

    def folder(self, title: str) -> Path | None:
        answer: Path | None = self._next("folder", title, None)
        return answer

    def inform(self, text: str) -> None:
        self.asked.append(("inform", text))

    def error(self, text: str) -> None:
        self.asked.append(("error", text))

    def crash(self, headline: str, report: str) -> None:
        self.asked.append(("crash", f"{headline}\n{report}"))

    def show(self, dialog: QDialog) -> bool:
        answer = self._next("show", dialog.windowTitle(), False)
        accepted = bool(answer(dialog)) if isinstance(answer, Callable) else bool(answer)  # type: ignore[arg-type]
        dialog.close()
        dialog.deleteLater()
        return accepted

    def _next(self, kind: str, text: str, otherwise: object) -> Any:  # noqa: ANN401
        self.asked.append((kind, text))
        return self.answers.popleft() if self.answers else otherwise
