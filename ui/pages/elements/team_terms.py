"""换届: the term of several teams set at once, shown before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QWidget

from leadership_model import months
from leadership_model.people import team_terms
from leadership_model.people.team import Team
from leadership_model.people.team_terms import Pair
from ui import names, theme
from ui.pages.elements.field_editor import FieldEditor
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

EVERYWHERE = "全部地区"
TERM = 60  # months of a term, as the electoral law has it for counties


class TermsDialog(Dialog):
    """Area, start, end, the next number or not; the teams checked get that term."""

    def __init__(self, teams: Sequence[Team], area: str, parent: QWidget | None = None) -> None:
        super().__init__("班子届期", parent, width=640)
        self._teams = team_terms.elected_teams(teams)
        self._on: set[str] = set()
        areas = list(dict.fromkeys(team.area or "" for team in self._teams))
        self.area = QComboBox()
        self.area.setAccessibleName("地区")
        self.area.addItems([*[each for each in areas if each], EVERYWHERE])
        self.area.setCurrentText(area if area in areas else EVERYWHERE)
        self.start = FieldEditor("本届起始", states=False)
        self.end = FieldEditor("本届届满", states=False)
        self.next = QCheckBox("届次加一（起始年月变动的班子）")
        self.next.setChecked(True)
        self.list = QListWidget()
        self.list.setAccessibleName("班子")
        self.list.setMinimumHeight(theme.px(290))
        note = "一个地区的党委、人大、政府、政协和法院、检察院同时换届；勾选的班子一起改。"
        self.body.addWidget(label(note, "note", wrap=True))
        for each in (self.area, self.start, self.end, self.next, self.list):
            self.body.addWidget(each)
        self.add_cancel()
        self.add_button("保存届期", self._on_accept, kind="primary", default=True)
        self._fill()
        self.area.currentTextChanged.connect(self._on_area)
        self.start.edited.connect(self._on_start)
        self.end.edited.connect(self._on_changed)
        self.next.toggled.connect(self._on_changed)
        self.list.itemChanged.connect(self._on_checked)

    def pairs(self) -> tuple[Pair, ...]:
        """Give the teams whose record changes, before and after."""
        first, last = months.parse(self.start.text().strip()), months.parse(self.end.text().strip())
        if first is None or last is None:
            return ()
        chosen = [team for team in self._shown() if team.id in self._on]
        return team_terms.renewed(chosen, first, last, next_number=self.next.isChecked())

    def _shown(self) -> list[Team]:
        area = self.area.currentText()
        return [team for team in self._teams if area in (EVERYWHERE, team.area)]

    def _fill(self) -> None:
        shown = self._shown()
        self._on = {team.id for team in shown}
        first = next((team for team in shown if team.term_start is not None), None)
        if first is not None and first.term_start is not None:
            start = first.term_start + (first.term_months or TERM)
            self.start.show_value(months.show_iso(start), "value")
            self.end.show_value(months.show_iso(start + TERM - 1), "value")
        self._show()

    def _show(self) -> None:
        after = {before.id: team for before, team in self.pairs()}
        at, bar = self.list.currentRow(), self.list.verticalScrollBar()
        top = bar.value()
        self.list.blockSignals(True)
        self.list.clear()
        for team in self._shown():
            words = term_words(team)
            if team.id in after:
                words = f"{words} → {term_words(after[team.id])}"
            item = QListWidgetItem(f"{team.name}\n{words}")
            item.setData(Qt.ItemDataRole.UserRole, team.id)
            on = team.id in self._on
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(at)
        bar.setValue(top)
        self.list.blockSignals(False)

    def _on_area(self, text: str) -> None:
        self._fill()
        self.list.scrollToTop()

    def _on_start(self, text: str) -> None:
        first = months.parse(text.strip())
        if first is not None:
            self.end.show_value(months.show_iso(first + TERM - 1), "value")
        self._show()

    def _on_changed(self, value: object) -> None:
        self.refuse("")
        self._show()

    def _on_checked(self, item: QListWidgetItem) -> None:
        id = item.data(Qt.ItemDataRole.UserRole)
        self._on ^= {id}
        self._show()

    def _on_accept(self) -> None:
        sentence = team_terms.fault_in(self.start.text(), self.end.text())
        if not sentence and not self.pairs():
            sentence = "没有班子的届期会变动，请勾选班子或改动年月。"
        self.refuse(sentence)
        if not sentence:
            self.accept()


def term_words(team: Team) -> str:
    """Write a term: 第 15 届 2021-12 至 2026-11."""
    number = f"第 {team.term_number} 届 " if team.term_number is not None else ""
    if team.term_start is None:
        return f"{number}届期待核"
    end = team.term_start + (team.term_months or TERM) - 1
    return f"{number}{names.month(team.term_start)} 至 {names.month(end)}"
