"""The shortlist: people by posts, each cell a mark and a score; a click shows the reasons.

Cells of the best assignment are framed and carry a sign.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leadership_model.people.snapshot import Snapshot
from ui import icons, marks, names, theme
from ui.pages.matching.choices import short_team
from ui.pages.matching.matrix_work import Matrix, Pair
from ui.tables.painting import elided

HEAD, ROW, LEFT, WIDE, CELL = 34, 28, 84, 230, 84


class MatrixView(QWidget):
    """Painted; arrow keys walk over the cells, Enter or a click chooses one."""

    chosen = Signal(object, object)  # person, post (positions)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self.matrix: Matrix | None = None
        self._at = (0, 0)
        self._large = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("短名单矩阵")

    def show_matrix(self, snapshot: Snapshot, matrix: Matrix) -> None:
        """Show other people and posts."""
        self._snapshot, self.matrix = snapshot, matrix
        self.updateGeometry()
        self.update()

    def set_large(self, large: bool) -> None:
        """Show people with their positions, or by their names alone."""
        self._large = large
        self.update()

    def _left(self) -> int:
        return theme.px(WIDE if self._large else LEFT)

    def show_pair(self, person: int, post: int) -> None:
        """Frame the cell of a pair, if it is there."""
        if self.matrix is None:
            return
        if person in self.matrix.people and post in self.matrix.posts:
            self._at = (self.matrix.people.index(person), self.matrix.posts.index(post))
        else:
            self._at = (-1, -1)
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self.matrix.people) if self.matrix is not None else 3
        return QSize(300, theme.px(HEAD + ROW * max(rows, 1)) + 2)

    def cell(self, row: int, column: int) -> QRectF:
        """Give the place of a cell."""
        assert self.matrix is not None
        left, count = self._left(), max(len(self.matrix.posts), 1)
        width = min((self.width() - left) / count, theme.px(210))
        top = theme.px(HEAD) + row * theme.px(ROW)
        return QRectF(left + column * width, top, width, theme.px(ROW)).adjusted(2, 2, -2, -2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.matrix is None or self._snapshot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, self.matrix, self._snapshot)
        for row, pairs in enumerate(self.matrix.cells):
            for column, pair in enumerate(pairs):
                self._paint_pair(painter, self.cell(row, column), pair)
        if self._at[0] >= 0 and self.matrix.cells:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(self.cell(*self._at), 4, 4)

    def _paint_heads(self, painter: QPainter, matrix: Matrix, snapshot: Snapshot) -> None:
        middle = int(Qt.AlignmentFlag.AlignCenter)
        owners = snapshot.posts.owners()
        for column, post in enumerate(matrix.posts):
            box = self.cell(0, column)
            box = QRectF(box.left(), 0, box.width(), theme.px(HEAD))
            team = short_team(snapshot.teams.raw("name")[int(owners[post])])
            upper = box.adjusted(0, 0, 0, -box.height() / 2)
            lower = box.adjusted(0, box.height() / 2, 0, 0)
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text"))
            words = elided(names.post_name(snapshot, post), 12, False, box.width())
            painter.drawText(upper, middle, words)
            painter.setPen(theme.color("text2"))
            painter.drawText(lower, middle, elided(team, 12, False, box.width()))
        for row, person in enumerate(matrix.people):
            self._paint_person(painter, row, person, snapshot)

    def _paint_person(self, painter: QPainter, row: int, person: int, snapshot: Snapshot) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        top = theme.px(HEAD) + row * theme.px(ROW)
        name, room = names.person_name(snapshot, person), theme.px(LEFT - 20)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text"))
        box = QRectF(0, top, room if self._large else self._left() - 6, theme.px(ROW))
        painter.drawText(box, middle, elided(name, 13, False, box.width()))
        if self._large:
            box = QRectF(room, top, self._left() - room - theme.px(8), theme.px(ROW))
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text2"))
            position = names.position_text(snapshot, person) or "职务待核"
            painter.drawText(box, middle, elided(position, 12, False, box.width()))

    def _paint_pair(self, painter: QPainter, box: QRectF, pair: Pair) -> None:
        share = 0.08 + 0.26 * pair.low / 100
        ground = theme.mix(theme.color("c1"), theme.color("surface"), share)
        painter.setPen(QPen(theme.color("green"), 1.5) if pair.chosen else Qt.PenStyle.NoPen)
        painter.setBrush(ground if pair.kind != "red" else theme.color("sunken"))
        painter.drawRoundedRect(box, 4, 4)
        side = theme.px(10)
        text = pair.text()
        left = box.center().x() - theme.px(20)
        mark = QRectF(left, box.center().y() - side / 2, side, side)
        marks.paint(painter, mark, pair.kind)
        painter.setFont(theme.font(13, bold=pair.chosen))
        painter.setPen(theme.color("text" if pair.kind != "red" else "text2"))
        room = QRectF(left + side + theme.px(6), box.top(), box.width(), box.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        if pair.chosen:  # a sign beside the frame: colour never stands alone
            sign = theme.px(14)
            place = QRectF(box.left() + 3, box.center().y() - sign / 2, sign, sign)
            icons.paint(painter, place, "check-bold", theme.color("green"))

    # ---- choosing

    def _hit(self, x: float, y: float) -> tuple[int, int] | None:
        if self.matrix is None:
            return None
        for row in range(len(self.matrix.people)):
            for column in range(len(self.matrix.posts)):
                if self.cell(row, column).contains(x, y):
                    return row, column
        return None

    def choose(self, row: int, column: int) -> None:
        """Choose a cell."""
        if self.matrix is None or not self.matrix.cells:
            return
        row = max(0, min(row, len(self.matrix.people) - 1))
        column = max(0, min(column, len(self.matrix.posts) - 1))
        self._at = (row, column)
        self.update()
        pair = self.matrix.cells[row][column]
        self.chosen.emit(pair.person, pair.post)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event.position().x(), event.position().y())
        if found is not None:
            self.choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.choose(max(self._at[0], 0) + step[0], max(self._at[1], 0) + step[1])
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            found = self._hit(event.x(), event.y())
            if found is not None and self.matrix is not None:
                pair = self.matrix.cells[found[0]][found[1]]
                QToolTip.showText(event.globalPos(), _tip(pair), self)
                return True
        return super().event(event)  # type: ignore[arg-type]


def _tip(pair: Pair) -> str:
    chosen = " · 最优分配" if pair.chosen else ""
    return f"{pair.text()} 分 · {pair.words}{chosen}"
