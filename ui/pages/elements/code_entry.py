"""One own entry of a code list, in a dialog; refused field by field while it is wrong."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from leadership_model.people import codes
from leadership_model.people.own_codes import LIKE_NEEDED, OwnCode, fault_in
from ui.pages.elements.code_work import CodeList
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.picker import Option

LABELS = (("name", "名称"), ("code", "代码"), ("like", "相当于"), ("also", "也写作"))


class CodeDialog(Dialog):
    """Name, code, the shipped entry it is like, other spellings."""

    def __init__(
        self, found: CodeList, entry: OwnCode, *, used: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"{found.title}：{entry.name or '增补一项'}", parent, width=520)
        self._list, self._entry = found, entry
        self.editors: dict[str, FieldEditor] = {}
        note = "随程序提供的代码不受影响。增补的一项在选择列表、要素、履历读法和导入中都能用。"
        self.body.addWidget(label(note, "note", wrap=True))
        for name, words in LABELS:
            options = self._options if name == "like" else None
            made = FieldEditor(words, options, states=False)
            made.setObjectName(name)
            made.show_value(getattr(entry, name) or "", "value")
            made.edited.connect(self._on_edited)
            self.editors[name] = made
            self.body.addWidget(made)
        tips = {"also": "多种写法用顿号隔开；导入和读简历时按它识别", "code": "可不填"}
        for name, tip in tips.items():
            assert self.editors[name].line is not None
            self.editors[name].field.setPlaceholderText(tip)
        needed = LIKE_NEEDED.get(found.id, False)
        self.editors["like"].field.setPlaceholderText(
            "必选：规则和排序按它处理" if needed else "可不选"
        )
        if used:
            self.editors["name"].set_read_only(True)
            sentence = f"已有 {used} 条记录使用它；要换名称，请用“改名…”，记录随之改写。"
            self.body.addWidget(label(sentence, "near", wrap=True))
        self.add_cancel()
        self.add_button("保存", self._on_accept, kind="primary", default=True)
        self.editors["name"].field.setFocus()

    def entry(self) -> OwnCode:
        """Give the entry as it stands in the lines."""
        texts = {name: self.editors[name].text().strip() for name, _ in LABELS}
        also = "、".join(t for t in texts["also"].replace("，", "、").split("、") if t)
        return replace(
            self._entry,
            name=texts["name"],
            code=texts["code"] or None,
            like=texts["like"] or None,
            also=also or None,
        )

    def _options(self) -> Sequence[Option]:
        return [
            Option(item["name"], item["name"], str(item.get("code", "")), str(item.get("code", "")))
            for item in codes.shipped(self._list.id)
        ]

    def _on_edited(self, text: str) -> None:
        self.refuse("")
        self.sender().show_fault("")  # type: ignore[attr-defined]

    def _on_accept(self) -> None:
        entry = self.entry()
        found = fault_in(entry, codes.shipped(self._list.id), codes.own(self._list.id))
        for name, editor in self.editors.items():
            editor.show_fault(found.get(name, ""))
        if not found:
            self.accept()
