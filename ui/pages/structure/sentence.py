"""One requirement as a sentence whose pieces are edited in place, with its name and its why."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure import compose, edit, phrase
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Cover,
    Extent,
    Requirement,
    Share,
)
from ui.pages.structure.requirement_tokens import Choices, TokenLine, plain
from ui.widgets.labels import label
from ui.widgets.picker import Option
from ui.widgets.undoing import FieldUndo

HINTS = {
    "scope": "范围：全部成员、正职、分管农业…",
    "kind": "要求的种类：人数、占比、平均值…",
    "condition": "条件，如 年龄 <= 42 且 学历 >= 大学",
    "element": "要素名、拼音",
    "elements": "要素，多项用顿号隔开",
    "values": "取值，多项用顿号隔开",
    "functions": "职责板块",
    "each": "每项至少几人",
    "rungs": "分段，如 ..40:2、41..50:5、51..:0-4",
    "bound": "不少于、不多于、等于、介于、不设目标",
    "lo": "下限，如 3、1/2、50%、人数×1/3＋1",
    "hi": "上限，如 49、1/3、人数－2",
    "ideal": "理想，如 4、3-5；不另定",
    "tolerance": "容差；按惯例",
    "points": "分值",
    "veto": "是否一票否决",
    "effective": "年月，如 2026-06；版本生效之月",
    "basis": "依据：文件名称和条款",
}


class SentenceEditor(TokenLine):
    """`changed` carries the requirement put otherwise and a name for 撤销."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requirement: Requirement | None = None
        self._names: Catalogue | None = None
        self._bases: tuple[str, ...] = ()
        self._dimensions: tuple[str, ...] = ()
        self.label_field = self._field("要求的名称", "要求的名称")
        self.why = self._field("一句话说明为什么有这条要求", "理由")
        self._label_undo, self._why_undo = FieldUndo(self.label_field), FieldUndo(self.why)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("名称", "note"))
        row.addWidget(self.label_field, 2)
        row.addWidget(label("理由", "note"))
        row.addWidget(self.why, 5)
        self.column.addLayout(row)
        self.taken.connect(self._on_taken)
        self.why.editingFinished.connect(self._on_why)
        self.label_field.editingFinished.connect(self._on_label)

    def _field(self, placeholder: str, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setProperty("size", "small")
        made.setPlaceholderText(placeholder)
        made.setAccessibleName(name)
        return made

    def show_requirement(self, requirement: Requirement | None, names: Catalogue) -> None:
        """Show another requirement; nothing is announced."""
        another = requirement != self._requirement  # else what is being typed must stay
        self._requirement, self._names = requirement, names
        self.setVisible(requirement is not None)
        if requirement is None:
            self.show_pieces(())
            return
        dimension = phrase.Piece(requirement.dimension, "dimension")
        told = phrase.pieces(requirement, names)
        self.show_pieces((phrase.Piece("属"), dimension, phrase.Piece("，"), *told))
        if another:
            self._why_undo.show_stored(requirement.why)
            self._label_undo.show_stored(requirement.label)

    def suggest(self, dimensions: Sequence[str], bases: Sequence[str]) -> None:
        """Say which dimensions and bases the model uses already."""
        self._dimensions, self._bases = tuple(dimensions), tuple(bases)

    def requirement(self) -> Requirement | None:
        """The requirement shown."""
        return self._requirement

    # ---- what can be chosen

    def hint(self, slot: str) -> str:
        return "维度：类别列里的名称" if slot == "dimension" else HINTS.get(slot, "")

    def fault(self, slot: str, text: str) -> str:
        if self._requirement is None or self._names is None:
            return ""
        if slot == "dimension":
            return "" if text.strip() else "请填写维度的名称。"
        return edit.fault(self._requirement, slot, text, self._names)

    def choices(self, slot: str) -> Choices:
        requirement, names = self._requirement, self._names
        if requirement is None or names is None:
            return Choices()
        match slot:
            case "dimension":
                return plain(self._dimensions, typed=True)
            case "scope":
                return plain(edit.scopes())
            case "kind":
                return _kinds()
            case "bound":
                return plain(tuple(phrase.BOUNDS.values()))
            case "veto":
                return plain(tuple(phrase.VETO_WORDS.values()))
            case "functions":
                return plain(codes.names("functions"), many=True)
            case "element":
                return plain(compose.elements_for(requirement.measure, names))
            case "elements":
                return plain(compose.elements_for(Apart(()), names), many=True)
            case "values" if isinstance(requirement.measure, Cover):
                meaning = names.meaning(requirement.measure.element)
                if meaning is not None and meaning.values:
                    return plain(meaning.values, many=True)
                return Choices()
            case "lo" | "hi" | "each" | "ideal" | "points" | "tolerance":
                return plain(_numbers(slot, requirement), typed=True)
            case "effective":
                return plain((phrase.OWN_MONTH,), typed=True)
            case "basis":
                return plain(self._bases, typed=True)
            case _:
                return Choices()

    # ---- slots

    def _on_taken(self, slot: str, text: str) -> None:
        self._take(slot, text)

    def _on_why(self) -> None:
        if self._requirement is not None and self.why.text() != self._requirement.why:
            self._take("why", self.why.text())

    def _on_label(self) -> None:
        text = self.label_field.text().strip()
        if self._requirement is None or text == self._requirement.label:
            return
        if text:
            self.changed.emit(replace(self._requirement, label=text), f"改名为 {text}")
        else:  # a requirement has a name
            self._label_undo.show_stored(self._requirement.label)

    def _take(self, slot: str, text: str) -> None:
        if self._requirement is None or self._names is None:
            return
        if slot == "dimension":
            made = replace(self._requirement, dimension=text.strip())
        else:
            try:
                made = edit.edited(self._requirement, slot, text, self._names)
            except (UserError, ValueError):
                return  # the picker has said so where it stands; a choice from its list is good
        if made != self._requirement:
            self.changed.emit(made, f"修改要求 {made.label}")


def _kinds() -> Choices:
    options = [
        Option(phrase.KIND_WORDS[each.kind], f"{each.title}：{phrase.KIND_WORDS[each.kind]}",
               each.example)
        for each in compose.KINDS
    ]  # fmt: skip
    return Choices(options, typed=False)


def _numbers(slot: str, requirement: Requirement) -> tuple[str, ...]:
    """Suggest numbers around the present one, and formulas of the team's size."""
    if slot == "points":
        return tuple(str(n) for n in (0, 2, 3, 5, 6, 8, 10, 12, 15, 20))
    if slot == "tolerance":
        return (phrase.OWN_TOLERANCE, "0", "1", "2", "3", "5")
    if isinstance(requirement.measure, Share):
        shares = ("1/5", "1/4", "1/3", "1/2", "3/5", "2/3", "3/4", "4/5", "1")
        return (phrase.NO_IDEAL, *shares) if slot == "ideal" else shares
    base = requirement.lo if requirement.lo is not None else requirement.hi
    middle = int(base or 0)
    near = tuple(str(n) for n in range(max(middle - 4, 0), middle + 6))
    if slot == "ideal":
        return (phrase.NO_IDEAL, *near)
    if slot == "each" or isinstance(requirement.measure, Average | Extent):
        return near
    return (*near, "人数×1/3", "人数×1/2＋1", "人数－2")
