"""One thing of an imported text, as it is and as it is to be, beside each other."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QTextEdit, QWidget

from leadership_model.exchange.text_plan import STATE_WORDS, Line
from ui import theme
from ui.pages.elements import text_work as work
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class CompareDialog(Dialog):
    """Lines that differ are tinted; both sides scroll together."""

    def __init__(self, line: Line, parent: QWidget | None) -> None:
        super().__init__(
            f"{line.word}：{line.label}（{STATE_WORDS[line.state]}）", parent, width=960
        )
        rows = work.beside(line)
        self.left = _side("现在", (left for left, _, _ in rows))
        self.right = _side("导入后", (right for _, right, _ in rows))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        for column, side in enumerate((self.left, self.right)):
            grid.addWidget(label(side.accessibleName(), "strong"), 0, column)
            side.setMinimumHeight(self.room(400))
            grid.addWidget(side, 1, column)
        if line.before is None:
            self.left.setPlaceholderText("库中现在没有，导入后新增")
        self.body.addLayout(grid, 1)
        for side, tone in ((self.left, "red_tint"), (self.right, "green_tint")):
            _tint(side, [at for at, row in enumerate(rows) if row[2]], tone)
        self.left.verticalScrollBar().valueChanged.connect(self.right.verticalScrollBar().setValue)
        self.right.verticalScrollBar().valueChanged.connect(self.left.verticalScrollBar().setValue)
        self.add_button("关闭", self.reject, kind="primary", default=True)


def _side(name: str, lines: Iterable[str]) -> QPlainTextEdit:
    made = QPlainTextEdit("\n".join(lines).rstrip("\n"))
    made.setReadOnly(True)
    made.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def _tint(side: QPlainTextEdit, lines: Iterable[int], tone: str) -> None:
    """Lay a ground behind lines that hold something."""
    marked = []
    for at in lines:
        block = side.document().findBlockByNumber(at)
        if not block.isValid() or not block.text():
            continue
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(block)
        form = made.format
        form.setBackground(theme.color(tone))
        form.setProperty(QTextFormat.Property.FullWidthSelection, True)
        made.format = form
        marked.append(made)
    side.setExtraSelections(marked)
