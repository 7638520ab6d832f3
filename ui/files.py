"""What the file commands do: open, new, sample city, import, backup, passphrase, close."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from leadership_model.errors import UserError
from leadership_model.store import cipher
from ui import loading, settings
from ui.context import Context
from ui.jobs import Control
from ui.navigation import ImportFiles

if TYPE_CHECKING:
    from ui.passphrases import Passphrases

SAMPLE_SIZES = (
    ("8155", "8,155 名干部（一座地级市，约需十几秒）"),
    ("1000", "1,000 名干部（几秒）"),
    ("300", "300 名干部（很快）"),
)


class Files(QObject):
    """Asks where, then tells the workspace; errors are shown by whoever listens to jobs."""

    def __init__(
        self, context: Context, parent: QObject, may_leave: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._may_leave = may_leave  # asks about unsaved work; None = there can be none
        self._asking: Passphrases | None = None
        self._import_next = False
        context.workspace.opened.connect(self._on_opened)

    def open(self) -> None:
        """Open a database chosen in a dialog."""
        path = self._context.ask.open_file("打开干部库", ("database", "any"))
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path | str) -> None:
        """Open a database."""
        if self._free():
            go_on = self._context.workspace.open
            if cipher.is_locked(Path(path)):
                self._passphrases().unlock(Path(path), go_on)
            else:
                go_on(Path(path))

    def _free(self) -> bool:
        return self._may_leave is None or self._may_leave()

    def new(self) -> None:
        """Make a database where the user says."""
        self._create("新建干部库")

    def _create(self, title: str) -> bool:
        """Make a database, with a passphrase or without; say whether it is being made."""
        passphrase = self._passphrases().ask_new(title)
        if passphrase is None:
            return False
        path = self._context.ask.save_file(title, "干部库.lmdb", ("database",))
        if path is None or not self._free():
            return False
        self._context.workspace.create(path, passphrase)
        return True

    def _passphrases(self) -> "Passphrases":
        """Give who asks for passphrases: not needed at the start where there are none."""
        if self._asking is None:
            from ui.passphrases import Passphrases

            self._asking = Passphrases(self._context, self)
        return self._asking

    def passphrase(self) -> None:
        """Give the open database a passphrase, another one, or none."""
        self._passphrases().change()

    def sample(self) -> None:
        """Make the invented city in the program's own folder, under a name that is free."""
        size = self._context.ask.choose("示例城市", "城市、单位和人员全部为虚构。", SAMPLE_SIZES)
        if size is None or not self._free():
            return
        folder = settings.home_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._context.ask.error(f"无法写入文件夹“{folder}”，请检查权限后重试。")
            return
        self._context.workspace.make_sample(free_path(folder, "云溪市示例库"), int(size))

    def take_drops_on(self, window: QWidget) -> None:
        """Let files and folders dropped on the window be previewed for import."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not self._context.workspace.is_open:
            return False
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if not urls:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._context.navigator.go(ImportFiles(tuple(Path(url.toLocalFile()) for url in urls)))
        return True

    def import_files(self) -> None:
        """Open the import wizard."""
        self._context.navigator.go(ImportFiles())

    def new_and_import(self) -> None:
        """Make a database and open the import wizard once it is there."""
        self._import_next = self._create("新建干部库，用来导入")

    def backup(self) -> None:
        """Copy the database to a file chosen in a dialog."""
        workspace = self._context.workspace
        if workspace.loaded.engine is None:
            self._context.ask.error("当前显示的数据没有存放在干部库中，无法备份。")
            return
        name = f"{workspace.name}-备份.lmdb"
        path = self._context.ask.save_file("备份到", name, ("database",))
        if path is not None:
            self._context.jobs.write(
                partial(_backup, workspace.loaded.engine, path),
                self._on_backed_up,
                title="正在备份",
            )

    def close(self) -> None:
        """Close the database."""
        if self._free():
            self._context.workspace.close()

    def _on_backed_up(self, path: Path) -> None:
        self._context.say(f"已备份到 {path}，并已核对。")

    def _on_opened(self) -> None:
        path = self._context.workspace.path
        if path is not None:
            self._context.settings.remember_database(path)
        if self._import_next:
            self._import_next = False
            self._context.navigator.go(ImportFiles())


def free_path(folder: Path, stem: str) -> Path:
    """Give a path in a folder that no file bears yet."""
    path, number = folder / f"{stem}.lmdb", 2
    while path.exists():
        path = folder / f"{stem} {number}.lmdb"
        number += 1
    return path


def _backup(engine: loading.Engine, path: Path, control: Control) -> Path:
    from leadership_model.store import backup

    try:
        path.unlink(missing_ok=True)  # the dialog has asked whether to replace it
    except OSError as error:
        raise UserError(f"无法替换“{path}”，请关闭正在使用它的程序，或换一个文件名。") from error
    control.report(0.1)
    backup.backup(engine, path)
    return path
