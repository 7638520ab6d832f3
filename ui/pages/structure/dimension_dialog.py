"""The dimensions of a model: their names, their order and their points, with a live sum."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from leadership_model.errors import UserError
from leadership_model.structure import dimension
from leadership_model.structure.model import Model
from ui import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.dialog import Dialog
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.widgets.scroll import scrolled

MOST_HIGH = 440  # pixels of rows; what is beyond scrolls


class DimensionDialog(Dialog):
    """Changes a copy of a model; `model()` is what it is to be."""

    def __init__(self, model: Model, parent: QWidget | None = None) -> None:
        super().__init__("维度与分值", parent, width=480)
        self._model = model
        self.names: list[QLineEdit] = []
        self.points: list[QLineEdit] = []
        room = QWidget()
        room.setObjectName("plain")
        self._grid = QGridLayout(room)
        self._grid.setContentsMargins(0, 0, theme.px(4), 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self.sum = label("", "strong")
        self.spread = button("把余下的摊到各项", self._on_spread, kind="small")
        note = "分值在维度内按各要求现有的比例分配；两个维度改成同名即合并。"
        self.body.addWidget(label(note, "note", wrap=True))
        self._area = scrolled(room)
        self.body.addWidget(self._area, 1)
        foot = QGridLayout()
        foot.setColumnStretch(1, 1)
        foot.addWidget(self.sum, 0, 0)
        foot.addWidget(self.spread, 0, 2)
        self.body.addLayout(foot)
        self.add_cancel()
        self.done_button = self.add_button("确定", self._on_done, kind="primary", default=True)
        self._fill()

    def model(self) -> Model:
        """Give the model as it is to be."""
        return self._model

    # ---- rows

    def _fill(self) -> None:
        empty(self._grid)
        self.names, self.points = [], []
        for column, text in enumerate(("维度", "要求", "分值")):
            self._grid.addWidget(label(text, "note"), 0, column)
        listed = dimension.dimensions(self._model)
        for at, each in enumerate(listed):
            self._add_row(at, each, last=at == len(listed) - 1)
        self._show_sum()
        # As high as the rows, but within a low window whatever the size of the text.
        wanted = theme.px(30) + len(listed) * theme.px(35)
        self._area.setMinimumHeight(min(wanted, MOST_HIGH))

    def _add_row(self, at: int, each: dimension.Dimension, *, last: bool) -> None:
        name = self._field(each.name, f"第 {at + 1} 个维度的名称")
        points = self._field(f"{each.points:g}", f"{each.name}的分值")
        points.setFixedWidth(theme.px(64))
        points.setAlignment(Qt.AlignmentFlag.AlignRight)
        points.textEdited.connect(self._on_points)
        up = icon_button("arrow-up", f"{each.name}上移", self._on_up, small=True)
        down = icon_button("arrow-down", f"{each.name}下移", self._on_down, small=True)
        up.setEnabled(at > 0)
        down.setEnabled(not last)
        for arrow in (up, down):
            arrow.setObjectName(str(at))
        row = at + 1
        for column, widget in enumerate(
            (name, label(f"{each.count} 项", "cell"), points, up, down)
        ):
            self._grid.addWidget(widget, row, column)
        self.names.append(name)
        self.points.append(points)

    def _field(self, text: str, name: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setProperty("size", "small")
        made.setAccessibleName(name)
        return made

    def _show_sum(self) -> None:
        total = sum(value for value in map(_number, self._texts()) if value is not None)
        left = round(dimension.FULL - total, 6)
        words = "正好" if not left else f"还差 {left:g}" if left > 0 else f"多出 {-left:g}"
        self.sum.setText(f"合计 {total:g} 分，{words}")
        self.spread.setEnabled(bool(left))

    def _texts(self) -> list[str]:
        return [field.text() for field in self.points]

    # ---- taking what was typed

    def _taken(self) -> Model | None:
        """Give the model with what was typed; None, and a sentence, where something is wrong."""
        listed = dimension.dimensions(self._model)
        wanted = {}
        for each, text in zip(listed, self._texts(), strict=True):
            value = _number(text)
            if value is None or value < 0:
                self.refuse(f"“{each.name}”的分值“{text}”不是 0 以上的数。")
                return None
            wanted[each.name] = value
        try:
            made = dimension.with_points(self._model, wanted)
            for each, field in zip(listed, self.names, strict=True):
                if field.text().strip() != each.name:
                    made = dimension.renamed(made, each.name, field.text())
        except UserError as error:
            self.refuse(error.sentence)
            return None
        self.refuse("")
        return made

    # ---- slots

    def _on_points(self) -> None:
        self._show_sum()

    def _on_spread(self) -> None:
        made = self._taken()
        if made is not None:
            self._model = dimension.spread(made)
            self._fill()

    def _on_up(self) -> None:
        self._move(int(self.sender().objectName()), -1)

    def _on_down(self) -> None:
        self._move(int(self.sender().objectName()), 1)

    def _move(self, at: int, step: int) -> None:
        made = self._taken()
        if made is None:
            return
        order = [each.name for each in dimension.dimensions(made)]
        if 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
        self._model = dimension.ordered(made, order)
        self._fill()

    def _on_done(self) -> None:
        made = self._taken()
        if made is not None:
            self._model = made
            self.accept()


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
