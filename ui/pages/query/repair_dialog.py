"""Mends a kept question whose element or experience was retired or is gone."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from leadership_model.conditions.sentence import write
from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.query.repair import Trouble, repaired
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

KEEP, OUT = "keep:", "out:"


class RepairDialog(Dialog):
    """One choice for each name in trouble; `sentence` is the mended question once accepted."""

    def __init__(
        self,
        name: str,
        sentence: str,
        troubles: Sequence[Trouble],
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"修复查询“{name}”", parent, width=520)
        self.sentence, self._catalogue = sentence, catalogue
        self._before = sentence
        self.choices: dict[str, QComboBox] = {}
        for each in troubles:
            self.body.addWidget(label(each.sentence + "。", "body", wrap=True))
            box = QComboBox()
            if each.kind == "retired":
                box.addItem("照旧使用", KEEP)
            for offer in each.offers:
                box.addItem(f"改用“{offer}”", offer)
            box.addItem("去掉这个条件", OUT)
            box.setAccessibleName(f"如何处理{each.of}“{each.name}”")
            box.currentIndexChanged.connect(self._on_chosen)
            self.choices[each.name] = box
            self.body.addWidget(box)
        self.after = label("", "cell2", wrap=True)
        self.body.addWidget(label("修复后", "strong"))
        self.body.addWidget(self.after)
        self.add_cancel()
        self.done_button = self.add_button("修复", self._on_done, kind="primary", default=True)
        self._on_chosen()

    def _on_chosen(self) -> None:
        instead: dict[str, str | None] = {}
        for name, box in self.choices.items():
            chosen = box.currentData()
            if chosen != KEEP:
                instead[name] = None if chosen == OUT else str(chosen)
        try:
            found = repaired(self._before, self._catalogue, instead)
        except UserError as error:
            self.refuse(error.sentence)
            self.done_button.setEnabled(False)
            return
        self.refuse("" if found else "去掉以后没有条件了。请改用别的要素，或删除这个查询。")
        self.done_button.setEnabled(found is not None)
        self.sentence = write(found) if found is not None else self._before
        self.after.setText(self.sentence if found is not None else "")

    def _on_done(self) -> None:
        self.accept()
