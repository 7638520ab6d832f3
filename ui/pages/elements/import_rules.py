"""导入规则: for each kind of source, what it may overwrite."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from leadership_model.exchange.source_rules import CHOICES, KINDS, SITUATIONS, SourceRule
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

ABOUT = (
    "不同来源的文件与库中不一致时怎么办。“逐项询问”的项目在预览里由您决定，没有决定以前，"
    "这份文件不会写入。规则保存在干部库中，以后每次导入都照此办理。"
)


class ImportRules(Dialog):
    """`rules()` are the rules as chosen."""

    def __init__(self, rules: Mapping[str, SourceRule], parent: QWidget | None) -> None:
        super().__init__("导入规则", parent, width=720)
        self.body.addWidget(label(ABOUT, "note", wrap=True))
        self.boxes: dict[tuple[str, str], QComboBox] = {}
        self.body.addLayout(self._grid(rules))
        self.add_cancel()
        self.add_button("确定", self.accept, kind="primary", default=True)

    def _grid(self, rules: Mapping[str, SourceRule]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(label("文件来源", "cell2"), 0, 0)
        for column, words in enumerate(SITUATIONS.values(), 1):
            grid.addWidget(label(words, "cell2", wrap=True), 0, column)
            grid.setColumnStretch(column, 1)
        for row, (kind, words) in enumerate(KINDS.items(), 1):
            grid.addWidget(label(words, "body"), row, 0)
            for column, (situation, said) in enumerate(SITUATIONS.items(), 1):
                box = QComboBox()
                for value, text in CHOICES.items():
                    box.addItem(text, value)
                box.setCurrentIndex(list(CHOICES).index(getattr(rules[kind], situation)))
                box.setAccessibleName(f"{words}：{said}")
                grid.addWidget(box, row, column)
                self.boxes[kind, situation] = box
        return grid

    def rules(self) -> dict[str, SourceRule]:
        """Give the rules as chosen."""
        return {
            kind: SourceRule(**{s: self.boxes[kind, s].currentData() for s in SITUATIONS})
            for kind in KINDS
        }
