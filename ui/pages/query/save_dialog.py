"""Keeps a question: name, folder, note, and which of its values are asked when it is opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.conditions.protocols import Names
from leadership_model.conditions.sentence import parse, write
from leadership_model.errors import UserError
from leadership_model.query import asking
from leadership_model.query.asking import MONTH_WORDS, Parameter
from leadership_model.query.kept_text import LONGEST, Kept
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label


class SaveDialog(Dialog):
    """Edits one kept question; `kept()` is it as edited. `taken`: names of the others."""

    def __init__(
        self,
        kept: Kept,
        names: Names,
        folders: Sequence[str],
        taken: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("保存查询", parent, width=520)
        self._kept, self._taken = kept, frozenset(taken)
        self.name = QLineEdit(kept.label)
        self.name.setPlaceholderText("例如 副县长后备人选")
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.folder.addItems(list(dict.fromkeys(("", *folders))))
        self.folder.setCurrentText(kept.folder)
        self.note = QLineEdit(kept.note)
        self.note.setPlaceholderText("这个查询做什么用，谁都看得到")
        self.sentence = label(kept.sentence, "cell2", wrap=True)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        for row, (words, widget) in enumerate(
            (
                ("名称", self.name),
                ("文件夹", self.folder),
                ("备注", self.note),
                ("条件", self.sentence),
            )
        ):
            grid.addWidget(label(words, "note"), row, 0)
            grid.addWidget(widget, row, 1)
            widget.setAccessibleName(words)
        self.body.addLayout(grid)
        self.body.addWidget(label("打开时询问（不勾选的用保存时的值）", "strong"))
        self.body.addWidget(self._make_parameters(names), 1)
        self.add_cancel()
        self.name.setFocus()
        self.done_button = self.add_button("保存", self._on_done, kind="primary", default=True)

    def _make_parameters(self, names: Names) -> QWidget:
        inner = QWidget()
        inner.setObjectName("plain")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        self.boxes: list[tuple[QCheckBox, Parameter]] = []
        kept = {(each.kind, each.line): each for each in self._kept.parameters}
        try:
            leaves = asking.lines(parse(self._kept.sentence, names))
        except UserError:
            leaves = ()
        offered = [(MONTH_WORDS, Parameter("month", MONTH_WORDS))]
        for at, leaf in enumerate(leaves):
            if asking.askable(leaf):
                words = write(leaf)
                offered.append((f"“{words}”中的值", Parameter("line", _called(words), at)))
        for words, found in offered:
            check = QCheckBox(words)
            before = kept.get((found.kind, found.line))
            check.setChecked(before is not None)
            self.boxes.append((check, before or found))
            box.addWidget(check)
        box.addStretch(1)
        return self.scrolled(inner, min(40 + 28 * len(offered), 200))

    def kept(self) -> Kept:
        """Give the question as it was edited."""
        return Kept(
            label=self.name.text().strip(),
            sentence=self._kept.sentence,
            folder=self.folder.currentText().strip(),
            note=self.note.text().strip(),
            parameters=tuple(found for check, found in self.boxes if check.isChecked()),
        )

    def _on_done(self) -> None:
        kept = self.kept()
        if not kept.label:
            self.refuse("请写一个名称。")
            self.name.setFocus()
        elif kept.label in self._taken:
            self.refuse(f"已有名为“{kept.label}”的查询，请换一个名称。")
        elif max(len(kept.label), len(kept.folder)) > LONGEST:
            self.refuse(f"名称和文件夹请写在 {LONGEST} 个字以内。")
        else:
            self.accept()


def _called(words: str) -> str:
    return words if len(words) <= 20 else f"{words[:19]}…"
