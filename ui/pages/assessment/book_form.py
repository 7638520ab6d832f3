"""The form of one rule's setting: on or off, severity, parameters, from when, who confirmed it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from leadership_model.rules.parameters import Parameter, parameters_of
from leadership_model.rules.rule import SEVERITY_WORDS, Rule
from ui.pages.assessment.book_work import Typed
from ui.widgets.labels import label


class RuleForm(QWidget):
    """Shows one rule; `edited` when something in it is another, `sent` on Enter."""

    edited = Signal()
    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, QLineEdit | QCheckBox] = {}
        self._extra: list[QWidget] = []
        self.active = QCheckBox("启用这条规则")
        self.severity = QComboBox()
        for id, word in SEVERITY_WORDS.items():
            self.severity.addItem(word, id)
        self.start = self._line("一直有效", "自这个月起用新设置，之前仍按原设置；留空为一直有效")
        self.by = self._line("尚无人核对", "核对过条文和数值的人")
        self.on = self._line("如 2026-11-20", "核对的日期")
        self.note = self._line("依据或说明", "改动的依据，留在记录里")
        self.active.clicked.connect(self._on_edited)
        self.severity.activated.connect(self._on_edited)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(3, 1)

    def _line(self, placeholder: str, tip: str) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(placeholder)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setMinimumWidth(60)
        made.textEdited.connect(self._on_edited)
        made.returnPressed.connect(self.sent)
        return made

    def show_rule(self, rule: Rule, typed: Typed) -> None:
        """Show a rule with what holds for it."""
        for widget in self._extra:
            self.grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._extra.clear()
        self.values.clear()
        self.active.setChecked(typed.active)
        self.severity.setCurrentIndex(self.severity.findData(typed.severity))
        for field, text in (
            (self.start, typed.start),
            (self.by, typed.confirmed_by),
            (self.on, typed.confirmed_on),
            (self.note, typed.note),
        ):
            field.setText(text)
        pairs: list[tuple[str, QWidget]] = [("处理", self.severity)]
        pairs += [self._parameter(each, typed.values[each.name]) for each in parameters_of(rule)]
        fixed = (("自何月起", self.start), ("核对人", self.by), ("核对日期", self.on))
        pairs += [*fixed, ("说明", self.note)]
        self.grid.addWidget(self.active, 0, 0, 1, 4)
        for at, (words, widget) in enumerate(pairs):
            heading = label(words, "note")
            self._extra.append(heading)
            row, side = 1 + at // 2, at % 2 * 2
            self.grid.addWidget(heading, row, side, Qt.AlignmentFlag.AlignVCenter)
            self.grid.addWidget(widget, row, side + 1)

    def _parameter(self, each: Parameter, text: str) -> tuple[str, QWidget]:
        if each.is_switch:
            box = QCheckBox(each.words)
            box.setChecked(text == "1")
            box.clicked.connect(self._on_edited)
            self.values[each.name] = box
            self._extra.append(box)
            return "", box
        field = self._line(f"{each.least} 到 {each.most}", f"{each.words}（{each.unit or '数值'}）")
        field.setText(text)
        self.values[each.name] = field
        self._extra.append(field)
        return f"{each.words}{f'（{each.unit}）' if each.unit else ''}", field

    def typed(self) -> Typed:
        """Give what stands in the form."""
        values = {}
        for name, widget in self.values.items():
            ticked = isinstance(widget, QCheckBox) and widget.isChecked()
            values[name] = widget.text() if isinstance(widget, QLineEdit) else str(int(ticked))
        return Typed(
            active=self.active.isChecked(),
            severity=self.severity.currentData(),
            values=values,
            start=self.start.text(),
            confirmed_by=self.by.text(),
            confirmed_on=self.on.text(),
            note=self.note.text(),
        )

    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()
