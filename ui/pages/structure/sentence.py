"""One requirement as a sentence of tokens; a click opens a picker, Enter takes what was typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.structure import edit, phrase
from leadership_model.structure.requirement import (
    Average,
    Cover,
    Extent,
    Ladder,
    Requirement,
    Share,
)
from ui import theme
from ui.widgets.chips import Token
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.picker import Option, Picker

LONGEST = 30  # characters of a token; the rest is in its tool tip
HINTS = {
    "scope": "范围：全部成员、正职、分管农业…",
    "condition": "条件，如 年龄 <= 42 且 学历 >= 大学",
    "element": "要素名、拼音",
    "elements": "要素，多项用顿号隔开",
    "values": "取值",
    "functions": "职责板块",
    "each": "每项至少几人",
    "rungs": "分段，如 ..40:2、41..50:5、51..:0-4",
    "bound": "不少于、不多于、等于、介于",
    "lo": "下限，如 3、1/2、50%",
    "hi": "上限，如 49、1/3",
    "ideal": "理想，如 4、3-5；不另定",
    "tolerance": "容差；按惯例",
    "points": "分值",
    "veto": "是否一票否决",
    "basis": "依据",
}


class SentenceEditor(QWidget):
    """`changed` carries the requirement put otherwise and a name for 撤销."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._requirement: Requirement | None = None
        self._names: Catalogue | None = None
        self.picker: Picker | None = None
        self.tokens: dict[str, Token] = {}
        self._home = QWidget()
        self._flow = FlowLayout(self._home, 4)
        self.label_field = QLineEdit()
        self.label_field.setProperty("size", "small")
        self.label_field.setPlaceholderText("要求的名称")
        self.label_field.setAccessibleName("要求的名称")
        self.why = QLineEdit()
        self.why.setProperty("size", "small")
        self.why.setPlaceholderText("一句话说明为什么有这条要求")
        self.why.setAccessibleName("理由")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("名称", "note"))
        row.addWidget(self.label_field, 2)
        row.addWidget(label("理由", "note"))
        row.addWidget(self.why, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._home)
        layout.addLayout(row)
        self.why.editingFinished.connect(self._on_why)
        self.label_field.editingFinished.connect(self._on_label)

    def show_requirement(self, requirement: Requirement | None, names: Catalogue) -> None:
        """Show another requirement; nothing is announced."""
        focused = next((slot for slot, t in self.tokens.items() if t.hasFocus()), "")
        self._requirement, self._names = requirement, names
        self._flow.clear()
        self.tokens = {}
        self.setVisible(requirement is not None)
        if requirement is None:
            return
        for piece in phrase.pieces(requirement, names):
            if not piece.slot:
                if piece.text.strip(" 。"):
                    self._add(label(piece.text.strip(), "body"))
                continue
            shown = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST]}…"
            token = Token(shown)
            token.setObjectName(piece.slot)
            token.setToolTip(piece.text if shown != piece.text else HINTS.get(piece.slot, ""))
            token.setAccessibleName(f"{HINTS.get(piece.slot, '')}：{piece.text}")
            token.clicked.connect(self._on_token)
            self._add(token)
            self.tokens[piece.slot] = token
        if focused in self.tokens:
            self.tokens[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        for field, text in ((self.why, requirement.why), (self.label_field, requirement.label)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add(self, widget: QWidget) -> None:
        """Add a piece; shown at once, for the layout passes over what is hidden."""
        self._flow.addWidget(widget)
        widget.show()

    def _fit(self) -> None:
        """Give the tokens the height their rows need at this width."""
        self._home.setFixedHeight(max(self._flow.heightForWidth(self.width()), theme.px(28)))

    def requirement(self) -> Requirement | None:
        """The requirement shown."""
        return self._requirement

    def open_slot(self, slot: str) -> None:
        """Open the picker of a token."""
        requirement, names = self._requirement, self._names
        if requirement is None or names is None:
            return
        options, many, typed = self._choices(slot, requirement, names)
        text = next(p.text for p in phrase.pieces(requirement, names) if p.slot == slot)
        self._slot = slot
        check = partial(self._check, slot) if typed else None
        current = tuple(text.split("、")) if many else (text,)
        self.picker = Picker(
            options,
            HINTS.get(slot, ""),
            check=check,
            current=current,
            many=many,
            text=text if typed and not options else "",
            parent=self,
        )
        self.tokens[slot].set_opened(True)
        self.picker.picked.connect(self._on_picked)
        self.picker.destroyed.connect(self._on_closed)
        self.picker.open_at(self.tokens[slot])
        if slot == "condition":
            self.picker.resize(max(self.picker.width(), theme.px(520)), self.picker.height())

    def _choices(
        self, slot: str, requirement: Requirement, names: Catalogue
    ) -> tuple[Sequence[Option], bool, bool]:
        """Give the options of a slot, whether several are chosen, whether others can be typed."""

        def options(texts: Sequence[str]) -> list[Option]:
            return [Option(text, text) for text in texts]

        match slot:
            case "scope":
                return options(edit.scopes()), False, False
            case "bound":
                return options(tuple(phrase.BOUNDS.values())), False, False
            case "veto":
                return options(tuple(phrase.VETO_WORDS.values())), False, False
            case "functions":
                return options(codes.names("functions")), True, False
            case "element":
                return options(_elements(requirement, names)), False, False
            case "values" if isinstance(requirement.measure, Cover):
                meaning = names.meaning(requirement.measure.element)
                if meaning is not None and meaning.values:
                    return options(meaning.values), True, False
                return (), False, True
            case "lo" | "hi" | "each" | "ideal" | "points" | "tolerance":
                return options(_numbers(slot, requirement)), False, True
            case _:
                return (), False, True

    def _check(self, slot: str, text: str) -> str:
        if self._requirement is None or self._names is None:
            return ""
        return edit.fault(self._requirement, slot, text, self._names)

    def _on_token(self) -> None:
        self.open_slot(self.sender().objectName())

    def _on_picked(self, chosen: object) -> None:
        text = "、".join(chosen) if isinstance(chosen, tuple) else str(chosen)
        self._take(self._slot, text)

    def _on_closed(self) -> None:
        for token in self.tokens.values():
            token.set_opened(False)

    def _on_why(self) -> None:
        if self._requirement is not None and self.why.text() != self._requirement.why:
            self._take("why", self.why.text())

    def _on_label(self) -> None:
        from dataclasses import replace

        text = self.label_field.text().strip()
        if self._requirement is not None and text and text != self._requirement.label:
            self.changed.emit(replace(self._requirement, label=text), f"改名为 {text}")

    def _take(self, slot: str, text: str) -> None:
        if self._requirement is None or self._names is None:
            return
        try:
            made = edit.edited(self._requirement, slot, text, self._names)
        except (UserError, ValueError):
            return  # the picker has said so where it stands; a choice from its list is always good
        if made != self._requirement:
            self.changed.emit(made, f"修改要求 {made.label}")


def _elements(requirement: Requirement, names: Catalogue) -> tuple[str, ...]:
    """List the elements a measure can be about: numbers for some, values for the others."""
    numeric = isinstance(requirement.measure, Average | Extent | Ladder)
    kinds = ("number", "month") if numeric else ("choice", "flag", "set", "text")
    return tuple(each.label for each in names.elements if each.kind in kinds)


def _numbers(slot: str, requirement: Requirement) -> tuple[str, ...]:
    """Suggest numbers around the present one."""
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
    return (phrase.NO_IDEAL, *near) if slot == "ideal" else near
