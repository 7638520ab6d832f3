"""The passphrase 口令 of a database: asked before it opens, chosen when made, changed later."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from leadership_model.errors import UserError
from leadership_model.store import cipher
from leadership_model.store.actor import Actor
from ui import loading
from ui.context import Context
from ui.jobs import Control
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.questions import TextQuestion

WARNING = (
    "设了口令，干部库连同它的副本和备份都加密存放，没有口令谁也打不开；口令忘了无法找回。"
    "不设口令（两栏留空），拿到文件的人就能看到其中的内容。"
)
CHANGING = (
    "换口令时整个干部库重新加密写一遍，成功后才替换原文件。以前的备份和副本仍用原来的口令。"
    "新口令两栏留空，就是取消口令。"
)


class PassphraseDialog(Dialog):
    """Asks for a new passphrase twice, with `former` also for the present one; empty means none."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        *,
        former: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=460)
        self.body.addWidget(label(text, "body", wrap=True))
        self.former = self._field("现在的口令")
        self.first = self._field(f"新口令（至少 {cipher.SHORTEST} 个字符）" if former else "口令")
        self.again = self._field("再输入一次")
        if not former:
            self.former.hide()
        self.add_cancel()
        self.add_button(yes, self._on_accept, kind="primary", default=True)

    def _field(self, hint: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setPlaceholderText(hint)
        made.setAccessibleName(hint)
        self.body.addWidget(made)
        return made

    def _on_accept(self) -> None:
        try:
            cipher.refuse_weak(self.first.text())
            sentence = "" if self.first.text() == self.again.text() else "两次输入的口令不一样"
        except UserError as error:
            sentence = error.sentence
        self.refuse(sentence)
        if not sentence:
            self.accept()


class Passphrases(QObject):
    """Asks for passphrases; what is slow about them, on purpose, runs in the background."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._then: tuple[Path, Callable[[Path], object]] | None = None

    def unlock(self, path: Path, then: Callable[[Path], object]) -> None:
        """Ask for the passphrase of a database, and go on once it can be opened."""
        self._then = path, then
        self._ask(path, f"“{path.stem}”设有口令，请输入口令打开。")

    def ask_new(self, title: str) -> str | None:
        """Ask for the passphrase of a new database: "" for none; None where none is to be made."""
        dialog = PassphraseDialog(title, WARNING, "选择存放位置…")
        return dialog.first.text() if self._context.ask.show(dialog) else None

    def change(self) -> None:
        """Give the open database another passphrase."""
        engine = self._context.workspace.loaded.engine
        if engine is None:
            self._context.ask.error("当前显示的数据没有存放在干部库中，不能设口令。")
            return
        locked = cipher.salt_of(engine.path) is not None
        text = CHANGING if locked else WARNING
        dialog = PassphraseDialog("修改口令" if locked else "设置口令", text, "确定", former=locked)
        if self._context.ask.show(dialog):
            asked = partial(
                _change,
                engine,
                self._context.workspace.actor(),
                dialog.former.text(),
                dialog.first.text(),
            )
            self._context.jobs.write(asked, self._on_changed, title="正在改口令")

    def _ask(self, path: Path, text: str) -> None:
        dialog = TextQuestion("干部库的口令", text, secret=True)
        if self._context.ask.show(dialog):
            work = partial(_unlock, path, dialog.answer())
            self._context.jobs.read(
                work,
                "passphrase",
                self._on_unlocked,
                failed=self._on_refused,
                title="正在核对口令",
            )

    def _on_unlocked(self, _: object) -> None:
        if self._then is not None:
            (path, then), self._then = self._then, None
            then(path)

    def _on_refused(self, error: UserError) -> None:
        if self._then is None:
            return
        if isinstance(error, cipher.LockedError):
            self._ask(self._then[0], f"{error.sentence}。请再输入一次。")
        else:
            self._context.ask.error(error.sentence)

    def _on_changed(self, done: str) -> None:
        self._context.say(f"已{done}。")


def _unlock(path: Path, passphrase: str, control: Control) -> None:
    cipher.unlock(path, passphrase)
    control.check()


def _change(
    engine: loading.Engine, actor: Actor, former: str, passphrase: str, control: Control
) -> str:
    from leadership_model.store import passphrase as passphrases

    if not cipher.fits(engine.path, former):
        raise UserError("现在的口令不对，口令没有改动")
    control.report(0.2)
    engine.dispose()
    return passphrases.change(engine.path, actor, passphrase)
