"""The card around the matrix: what it comes to, its commands, large or small."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.people.snapshot import Snapshot
from ui import theme
from ui.pages.matching.matrix_view import HEAD, ROW, MatrixView
from ui.pages.matching.matrix_work import Matrix
from ui.widgets.buttons import ActionButton
from ui.widgets.card import Card
from ui.widgets.labels import Elided
from ui.widgets.scroll import scrolled

SMALL_ROWS = 5


class MatrixCard(Card):
    """The matrix of a shortlist. Small under the ranking; large it takes the ranking's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("短名单矩阵", " ", parent)
        self.view = MatrixView()
        self.area = scrolled(self.view)
        self.view.setAutoFillBackground(False)  # the ground is the card's
        self.large = False
        self._matrix: Matrix | None = None
        self.body.addWidget(self.area)
        self.foot = Elided(DISCLAIMER, "note")
        self.body.addWidget(self.foot)
        self._fit()

    def add_commands(self, *commands: QAction) -> None:
        """Put the commands about the matrix into its title row."""
        for each in commands:
            self.header.addWidget(ActionButton(each, "small"))

    def set_large(self, large: bool) -> None:
        """Take all the room there is, or that of a few rows."""
        self.large = large
        self.view.set_large(large)
        self._fit()

    def show_matrix(self, snapshot: Snapshot, matrix: Matrix, source: str) -> None:
        """Show people by posts; `source` says which they are."""
        self._matrix = matrix
        self.set_note(matrix.totals())
        self.setToolTip(f"{source}\n{matrix.told()}")
        size = f"{len(matrix.people)} 人 × {len(matrix.posts)} 岗"
        self.foot.setText(f"{size} · {source} · {DISCLAIMER}")
        self.view.show_matrix(snapshot, matrix)
        self._fit()

    def matrix(self) -> Matrix | None:
        """The matrix shown."""
        return self._matrix

    def _fit(self) -> None:
        rows = len(self._matrix.people) if self._matrix is not None else SMALL_ROWS
        vertical = QSizePolicy.Policy.Expanding if self.large else QSizePolicy.Policy.Fixed
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        few = theme.px(HEAD + ROW * min(rows, SMALL_ROWS)) + 4
        self.area.setMinimumHeight(few)
        self.area.setMaximumHeight(16777215 if self.large else few)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())
