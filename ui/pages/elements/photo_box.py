"""The photo in the form: choose, paste, drop, cut, take away. It is part of the draft."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from leadership_model.errors import UserError
from ui import theme
from ui.card.photo import Photo
from ui.context import Context
from ui.jobs import Control
from ui.pages.elements.photo_crop import CropDialog
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label

KEYS = "照片：把图片拖到这里，或 Ctrl+V 粘贴；Enter 选择文件，C 裁剪，Delete 移除"
LARGEST_FILE = 40_000_000  # bytes


class Portrait(Photo):
    """The picture itself: takes the focus, drops and keys."""

    pressed = Signal()
    asked = Signal(str)  # paste, cut, remove, keys
    dropped = Signal(object)  # QMimeData

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("照片：把图片拖到这里，或 Ctrl+V 粘贴；Enter 选择文件，C 裁剪，Delete 移除")

    def sizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(120))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.asked.emit("keys")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.asked.emit("paste")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_C and not event.modifiers():
            self.asked.emit("cut")
        elif event.key() == Qt.Key.Key_Delete:
            self.asked.emit("remove")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class PhotoBox(QWidget):
    """Holds the photo as stored and as it would be saved. `edited` says it is another one."""

    edited = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person, self._name = "", ""
        self._stored: bytes | None = None
        self._draft: bytes | None = None
        self._ready = True
        self.portrait = Portrait()
        self.state = label("", "note")
        self.choose_button = icon_button("image-plus-outline", "选择照片文件（Enter）",
                                         self.choose, small=True)  # fmt: skip
        self.paste_button = icon_button("content-paste", "粘贴剪贴板中的图片（Ctrl+V）",
                                        self.paste, small=True)  # fmt: skip
        self.cut_button = icon_button("crop", "裁剪照片（C）", self.cut, small=True)
        self.remove_button = icon_button("trash-can-outline", "移除照片（Delete）",
                                         self.remove, small=True)  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.portrait.pressed.connect(self.choose)
        self.portrait.asked.connect(self._on_asked)
        self.portrait.dropped.connect(self._on_dropped)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2)
        every = (self.choose_button, self.paste_button, self.cut_button, self.remove_button)
        for at, each in enumerate(every):
            grid.addWidget(each, 0, at)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(grid)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    # ---- what is shown

    def show_person(self, person: str, name: str, has_photo: bool) -> None:
        """Show the stored photo of a person; a draft there was is given up."""
        self._context.jobs.cancel("elements.photo")
        if person != self._person or not has_photo:
            self._stored = None  # else the picture stays in sight while it is read again
        self._draft = self._stored
        self._person, self._name = person, name
        self.portrait.show_name(name)
        workspace = self._context.workspace
        self._ready = not has_photo or workspace.loaded.engine is None
        self._show()
        if not self._ready:
            workspace.read(partial(_read, person), "elements.photo", self._on_read)

    def _on_read(self, found: tuple[str, bytes | None]) -> None:
        person, content = found
        if person == self._person and not self._ready:
            self._stored = self._draft = content
            self._ready = True
            self._show()

    def _show(self) -> None:
        picture = None
        if self._draft is not None:
            picture = QPixmap.fromImage(QImage.fromData(self._draft))
        self.portrait.show_picture(picture, self._name)
        words = "未保存" if self.dirty() else "" if self._draft else "暂无照片"
        self.state.setText(words if self._ready or self._draft else "正在读取")
        for each in (self.choose_button, self.paste_button):
            each.setEnabled(self._ready)
        for each in (self.cut_button, self.remove_button):
            each.setEnabled(self._ready and self._draft is not None)

    # ---- the draft

    def dirty(self) -> bool:
        """Say whether the photo is another one than stored."""
        return self._draft != self._stored

    def before(self) -> bytes | None:
        """The photo as stored."""
        return self._stored

    def after(self) -> bytes | None:
        """The photo as it would be saved."""
        return self._draft

    def lay(self, stored: bytes | None, draft: bytes | None) -> None:
        """Hold another photo than the one that has just been stored: it was set meanwhile."""
        self._context.jobs.cancel("elements.photo")
        self._stored, self._draft, self._ready = stored, draft, True
        self._show()

    # ---- commands

    def choose(self) -> None:
        """Ask for a file."""
        path = self._context.ask.open_file("选择照片", ["portrait"]) if self._ready else None
        if path is not None:
            self._take_file(path)

    def paste(self) -> None:
        """Take the picture on the clipboard."""
        if self._ready and not self._take(QGuiApplication.clipboard().mimeData()):
            self._context.say("剪贴板中没有图片，请先复制一张照片。")

    def cut(self) -> None:
        """Cut the present photo."""
        if self._draft is not None and self._ready:
            self._offer(self._draft)

    def remove(self) -> None:
        """Take the photo away; saved with the record."""
        if self._draft is not None and self._ready:
            self._set(None)

    def _on_asked(self, what: str) -> None:
        made = {"paste": self.paste, "cut": self.cut, "remove": self.remove, "keys": self._tell}
        made[what]()

    def _tell(self) -> None:
        self._context.say(KEYS)

    def _on_dropped(self, data: QMimeData) -> None:
        if self._ready and not self._take(data):
            self._context.say("拖入的内容不是图片，请拖入 jpg、png 或 bmp 照片。")

    def _take(self, data: QMimeData) -> bool:
        """Take a file or a picture out of what was dropped or pasted."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self._take_file(files[0])
            return True
        image = QImage(data.imageData()) if data.hasImage() else QImage()
        if image.isNull():
            return False
        self._prepare(_png(image))
        return True

    def _take_file(self, path: Path) -> None:
        try:
            large = path.stat().st_size > LARGEST_FILE
            content = b"" if large else path.read_bytes()
        except OSError:
            self._context.ask.error(f"无法读取“{path.name}”，请检查文件是否存在、能否打开。")
            return
        if large:
            self._context.ask.error("照片文件超过 40 MB，请换一张较小的照片。")
            return
        self._prepare(content)

    def _prepare(self, content: bytes) -> None:
        """Set a picture upright in the background, then ask what part of it to take."""
        work = partial(_prepared, self._person, content)
        self._context.jobs.read(work, "elements.picture", self._on_prepared, title="正在读取照片")

    def _on_prepared(self, found: tuple[str, bytes]) -> None:
        if found[0] == self._person:
            self._offer(found[1])

    def _offer(self, content: bytes) -> None:
        from leadership_model.store import picture

        dialog = CropDialog(content, self._name, self.window())
        person = self._person
        if self._context.ask.show(dialog) and person == self._person:
            try:
                self._set(picture.fitted(content, dialog.box))
            except UserError as error:
                self._context.ask.error(error.sentence)

    def _set(self, content: bytes | None) -> None:
        self._draft = content
        self._show()
        self.edited.emit()

    def leave(self) -> None:
        """Drop jobs."""
        self._context.jobs.cancel("elements.photo")
        self._context.jobs.cancel("elements.picture")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _prepared(person: str, content: bytes, control: Control) -> tuple[str, bytes]:
    from leadership_model.store import picture

    control.check()
    return person, picture.shown(content)


def _read(person: str, engine, control: Control) -> tuple[str, bytes | None]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    from leadership_model.store import photo

    control.check()
    return person, photo.get(engine, person)
