"""Lines and groups of the builder as widgets. They say what was asked; the builder does it."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.query.draft import GROUP_WORDS, Group, Line, Path
from leadership_model.query.tally import Tally
from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.condition_phrases import pieces
from ui.widgets.condition_pieces import GROUP_LOOKS, DragHandle, GroupHandle, PieceButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label

JOIN = {"all": "且", "any": "或", "none": "非"}


class LineRow(QFrame):
    """One line: grip, box to switch it off, its pieces, its counts, a menu."""

    piece_asked = Signal(object, object, object)  # path, part, widget to open at
    menu_asked = Signal(object, object)  # path, widget
    counts_asked = Signal(object, object)
    toggled = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, line: Line, path: Path, catalogue: Catalogue) -> None:
        super().__init__()
        self.path, self.line = path, line
        self.setObjectName("card")
        self.grip = DragHandle(path, "拖动这一行")
        self.grip.clicked.connect(self._on_more)
        self.box = QCheckBox()
        self.box.setChecked(line.on)
        self.box.setToolTip("停用或启用这一行")
        self.box.setAccessibleName("启用这一行")
        self.box.clicked.connect(self._on_box)
        self.parts = tuple(PieceButton(each) for each in pieces(line.condition, catalogue))
        flow = FlowLayout(gap=theme.px(3))
        for part in self.parts:
            part.setEnabled(line.on)
            part.clicked.connect(self._on_piece)
            flow.addWidget(part)
        self.count = QPushButton("")
        self.count.setProperty("kind", "count")
        self.count.setEnabled(False)  # until there is a number, which a dialog never has
        self.count.clicked.connect(self._on_count)
        self.more = icon_button("dots-horizontal", "这一行的更多操作", self._on_more, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 2, 1, 2)
        row.setSpacing(3)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.grip, 0, middle)
        row.addWidget(self.box, 0, middle)
        row.addLayout(flow, 1)
        row.addWidget(self.count, 0, middle)
        row.addWidget(self.more, 0, middle)

    def show_tally(self, tally: Tally | None) -> None:
        """Show how many satisfy this line alone, and how many are left after it."""
        self.count.setEnabled(tally is not None)
        if tally is None:
            self.count.setText("")
            self.count.setToolTip("")
            return
        if tally.left is None:
            self.count.setText(f"({tally.alone:,})")
            self.count.setToolTip(f"已停用；单独满足 {tally.alone:,} 人")
            return
        # Alone above, within the whole below: 单独满足, 到这一行剩下.
        self.count.setText(f"{tally.alone:,}\n→ {tally.left:,}")
        words = [f"到这一行剩 {tally.left:,} 人", f"单独满足 {tally.alone:,} 人"]
        if tally.without is not None:
            words.append(f"停用后全题 {tally.without:,} 人")
        if tally.unknown:
            words.append(f"数据待核 {tally.unknown:,} 人")
        self.count.setToolTip("\n".join(words))

    def piece(self, part: str) -> PieceButton:
        """Give the button of a piece."""
        return next(each for each in self.parts if each.piece.part == part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.path)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.path, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _on_box(self) -> None:
        self.toggled.emit(self.path)

    def _on_piece(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, PieceButton) and chosen.piece.part:
            self.piece_asked.emit(self.path, chosen.piece.part, chosen)

    def _on_count(self) -> None:
        self.counts_asked.emit(self.path, self.count)

    def _on_more(self) -> None:
        self.menu_asked.emit(self.path, self.more)


class GroupBox(QFrame):
    """A group: its handle, its parts, buttons that add a line or another group."""

    kind_asked = Signal(object, object)
    menu_asked = Signal(object, object)
    add_asked = Signal(object, object)

    def __init__(self, group: Group, path: Path) -> None:
        super().__init__()
        self.group, self.path = group, path
        self.setObjectName("card")
        self.handle = GroupHandle(group.kind, GROUP_WORDS[group.kind])
        self.handle.clicked.connect(self._on_handle)
        off = "" if group.on else " · 已停用"
        self.note = label(f"{JOIN[group.kind]} · {len(group.parts)} 行{off}", "note")
        self.plus = icon_button("plus", "在这一组里加一个条件", self._on_plus, small=True)
        self.more = icon_button("dots-horizontal", "这一组的更多操作", self._on_more, small=True)
        self.grip = DragHandle(path, "拖动这一组")
        self.grip.clicked.connect(self._on_more)
        self.grip.setVisible(bool(path))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.grip)
        head.addWidget(self.handle)
        head.addWidget(self.note)
        head.addStretch(1)
        head.addWidget(self.plus)
        head.addWidget(self.more)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(11, 5, 5, 6)
        box.setSpacing(4)
        box.addLayout(head)
        box.addLayout(self.inside)

    def put(self, part: QWidget) -> None:
        """Put a part at the end."""
        self.inside.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = theme.color(GROUP_LOOKS[self.group.kind][1] if self.group.on else "line2")
        painter.fillRect(QRectF(3, 6, 3, self.height() - 12), edge)

    def _on_handle(self) -> None:
        self.kind_asked.emit(self.path, self.handle)

    def _on_plus(self) -> None:
        self.add_asked.emit(self.path, self.plus)

    def _on_more(self) -> None:
        self.menu_asked.emit(self.path, self.more)


Tallies = Mapping[Path, Tally]
