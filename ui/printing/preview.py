"""The print preview: one page at a time, zoom, 打印, 存为 PDF, 存为图片."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy

from leadership_model.errors import UserError
from leadership_model.papers.paper import Paper
from ui import theme
from ui.context import Context
from ui.printing import faces, files, printer
from ui.widgets.buttons import button, icon_button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

ZOOMS = (50, 75, 100, 125, 150, 200)
SCREEN = 96.0


def preview(context: Context, paper: Paper, name: str = "") -> None:
    """Show a paper before it is printed; `name` is the file name suggested."""
    if not paper.pages:
        raise UserError("没有可打印的内容")
    context.ask.show(Preview(context, paper, name))


class Preview(Dialog):
    """Page Up and Page Down turn pages, Ctrl with + and − zooms, 0 fits the width."""

    def __init__(self, context: Context, paper: Paper, name: str = "") -> None:
        super().__init__(f"打印预览 · {paper.title}", width=760)
        self._context, self._paper = context, paper
        self._name = name or paper.title
        self.page = 0
        self.zoom = 0  # percent; 0 = as wide as the window
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.setAccessibleName("页面")
        self._area = _Area()
        self._area.resized.connect(self._on_resized)
        self._area.setWidgetResizable(True)
        # Always there, or fitting the width would make it come and go.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setWidget(self._sheet)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addLayout(self._make_bar())
        self.body.addWidget(self._area, 1)
        self.fonts = label(faces.told(paper), "note", wrap=True)
        self.fonts.setVisible(bool(self.fonts.text()))
        self.body.addWidget(self.fonts)
        self.add_button("关闭", self.reject)
        self.add_button("存为图片", self._on_png)
        self.add_button("存为 PDF", self._on_pdf)
        self.add_button("打印", self._on_print, kind="primary", default=True)
        self.resize(theme.px(900), theme.px(700))
        self._show_page()

    def _make_bar(self) -> QHBoxLayout:
        self.former = icon_button("chevron-left", "上一页（Page Up）", self._on_former)
        self.following = icon_button("chevron-right", "下一页（Page Down）", self._on_following)
        self.number = label("", "cell")
        self.scale = label("", "cell")
        self.smaller = icon_button("magnify-minus-outline", "缩小（Ctrl+-）", self._on_smaller)
        self.larger = icon_button("magnify-plus-outline", "放大（Ctrl+=）", self._on_larger)
        self.fit = button("适合宽度", self._on_fit, kind="small", tip="让整页与窗口同宽（Ctrl+0）")
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for each in (self.former, self.number, self.following):
            bar.addWidget(each)
        bar.addStretch(1)
        for each in (self.smaller, self.scale, self.larger):
            bar.addWidget(each)
        bar.addWidget(self.fit)
        return bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match Qt.Key(event.key()):
            case Qt.Key.Key_PageUp:
                self._on_former()
            case Qt.Key.Key_PageDown:
                self._on_following()
            case Qt.Key.Key_Minus if control:
                self._on_smaller()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self._on_larger()
            case Qt.Key.Key_0 if control:
                self._on_fit()
            case _:
                super().keyPressEvent(event)

    def percent(self) -> float:
        """The zoom in force: the one chosen, or what fits the width."""
        if self.zoom:
            return float(self.zoom)
        wide = self._paper.pages[self.page].size[0] * SCREEN / 254
        return max((self._area.viewport().width() - 28) / wide * 100, 20.0)

    def _show_page(self) -> None:
        pages, percent = len(self._paper.pages), self.percent()
        ratio = self.devicePixelRatioF()
        image = files.picture(self._paper.pages[self.page], SCREEN * percent / 100 * ratio)
        painter = QPainter(image)
        painter.setPen(theme.color("line2"))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.end()
        shown = QPixmap.fromImage(image)
        shown.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(shown)
        self.number.setText(f"第 {self.page + 1} / {pages} 页")
        self.scale.setText(f"{percent:.0f} %")
        self.former.setEnabled(self.page > 0)
        self.following.setEnabled(self.page < pages - 1)
        self.smaller.setEnabled(percent > ZOOMS[0])
        self.larger.setEnabled(percent < ZOOMS[-1])

    def _on_resized(self) -> None:
        if self.zoom == 0:
            self._show_page()

    def _turn(self, page: int) -> None:
        if 0 <= page < len(self._paper.pages):
            self.page = page
            self._area.verticalScrollBar().setValue(0)
            self._show_page()

    def _on_former(self) -> None:
        self._turn(self.page - 1)

    def _on_following(self) -> None:
        self._turn(self.page + 1)

    def _on_smaller(self) -> None:
        self._zoom_to(max((each for each in ZOOMS if each < self.percent()), default=ZOOMS[0]))

    def _on_larger(self) -> None:
        self._zoom_to(min((each for each in ZOOMS if each > self.percent()), default=ZOOMS[-1]))

    def _on_fit(self) -> None:
        self._zoom_to(0)

    def _zoom_to(self, zoom: int) -> None:
        self.zoom = zoom
        self._show_page()

    def _on_pdf(self) -> None:
        path = self._context.ask.save_file("存为 PDF", f"{self._name}.pdf", ("pdf",))
        if path is not None:
            self._try(path, png=False)

    def _on_png(self) -> None:
        path = self._context.ask.save_file("存为图片", f"{self._name}.png", ("picture",))
        if path is not None:
            self._try(path, png=True)

    def _try(self, path: Path, *, png: bool) -> None:
        try:
            written = files.write_png(path, self._paper) if png else [path]
            if not png:
                files.write_pdf(path, self._paper)
        except UserError as error:
            self.refuse(error.sentence)
            return
        self.refuse("")
        self._context.say(f"已存为 {written[0].name}" + (" 等" if len(written) > 1 else ""))

    def _on_print(self) -> None:
        try:
            printed = printer.print_paper(self._context.ask, self._paper, self)
        except UserError as error:
            self.refuse(error.sentence)
            return
        if printed:
            self.accept()


class _Area(QScrollArea):
    """Says when its room is another."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
