"""栏目对应: what the columns of a sheet mean, kept under a name for the next such sheet."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leadership_model.exchange.column_schemes import MARK, Scheme, choices, guess
from leadership_model.exchange.sheet_columns import Column
from ui.pages.elements import scheme_work as work
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Elided, label

NEW = "new"  # the column becomes an element of its own
ABOUT = (
    "每一列对应哪个栏目；猜测的已经选好，请核对。没有对应栏目的列可以作为手工录入的要素读入。"
    "方案保存在干部库中，下次导入同样表头的表格时自动套用。"
)


class ImportScheme(Dialog):
    """`scheme()` is what was decided, `fresh()` the columns that become elements."""

    def __init__(
        self, sheet: work.Sheet, marks: Sequence[str], name: str, parent: QWidget | None
    ) -> None:
        super().__init__(f"栏目对应：{sheet.file}", parent, width=720)
        self._sheet = sheet
        self.body.addWidget(label(ABOUT, "note", wrap=True))
        self.boxes: dict[str, QComboBox] = {}
        self.name = QLineEdit(name)
        self.name.setPlaceholderText("方案名称，如 市直单位名册")
        self.name.setAccessibleName("方案名称")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label("方案名称", "note"))
        row.addWidget(self.name, 1)
        self.body.addLayout(row)
        inside = QWidget()
        inside.setLayout(self._grid(marks))
        self.body.addWidget(self.scrolled(inside, 340), 1)
        self.add_cancel()
        self.add_button("保存并重新预览", self._on_ok, kind="primary", default=True)

    def _grid(self, marks: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for at, words in enumerate(("表头", "前几行的值", "对应的栏目")):
            grid.addWidget(label(words, "cell2"), 0, at)
        for row, column in enumerate(self._sheet.columns, 1):
            grid.addWidget(label(column.word, "body"), row, 0)
            values = "、".join(dict.fromkeys(column.values[:4]))
            shown = Elided(" ".join(values.split()), "cell2")
            shown.setMinimumWidth(160)
            grid.addWidget(shown, row, 1)
            box = self._box(column, marks)
            grid.addWidget(box, row, 2)
            self.boxes[column.word] = box
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self._sheet.columns) + 1, 1)
        return grid

    def _box(self, column: Column, marks: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.addItem("未指定", "")
        for meaning, words in choices():
            box.addItem(words, meaning)
        for mark in marks:
            box.addItem(f"要素：{mark}", MARK + mark)
        box.addItem(f"作为新要素“{column.word}”", NEW)
        wanted = column.meaning or guess(column.word)
        box.setCurrentIndex(max(0, box.findData(wanted)))
        box.setAccessibleName(f"“{column.word}”对应的栏目")
        return box

    def fresh(self) -> tuple[Column, ...]:
        """The columns that become elements."""
        listed = self._sheet.columns
        return tuple(each for each in listed if self.boxes[each.word].currentData() == NEW)

    def scheme(self, made: Mapping[str, str]) -> Scheme:
        """Give what was decided; `made` names the new elements by heading."""
        said = {word: str(box.currentData()) for word, box in self.boxes.items()}
        columns = {word: MARK + made[word] if m == NEW else m for word, m in said.items() if m}
        return Scheme(self.name.text().strip(), self._sheet.words, columns)

    def _on_ok(self) -> None:
        used = [str(box.currentData()) for box in self.boxes.values()]
        twice = {m for m in used if used.count(m) > 1 and m not in ("", NEW, "ignored")}
        words = [word for word, box in self.boxes.items() if box.currentData() in twice]
        fault = "" if self.name.text().strip() else "请给方案起一个名称。"
        if twice:
            fault = f"{'、'.join(words)}对应了同一个栏目，请只留一列。"
        if "XingMing" not in used:
            fault = "请指定哪一列是姓名。"
        self.refuse(fault)
        if not fault:
            self.accept()
