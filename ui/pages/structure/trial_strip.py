"""试运行: the strip that says, while a model is edited, how many teams change colour and which."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.assessment.trial import Trial
from ui import marks, names, theme
from ui.widgets.card import Notice
from ui.widgets.labels import Elided, MarkLabel, label, link

STATES = ("green", "yellow", "red", "veto", "unknown", "unconfigured")
NAMED = 3  # teams that are named beside the counts


class TrialStrip(Notice):
    """Stands while a newer trial is worked out, so that it never flickers."""

    asked = Signal()  # the teams whose state changes are to be listed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("试运行", "strong")
        self._counts = {kind: MarkLabel(kind, "", 13) for kind in STATES}
        self._moves = link("", self._on_moves, "列出状态会改变的班子")
        self._which = Elided("", "note")
        self.row.setContentsMargins(12, 4, 12, 4)
        self.row.addWidget(self._title)
        room = QHBoxLayout()
        room.setSpacing(theme.px(12))
        for each in self._counts.values():
            each.hide()
            room.addWidget(each)
        self.row.addLayout(room)
        self.row.addSpacing(theme.px(4))
        self.row.addWidget(self._moves)
        self.row.addWidget(self._which, 1)

    def show_trial(self, trial: Trial, short: Mapping[int, str]) -> None:
        """Show the counts before and after, and who changes; `short`: names of teams."""
        before, after = trial.states(after=False), trial.states(after=True)
        for kind, made in self._counts.items():
            was, now = before.get(kind, 0), after.get(kind, 0)  # type: ignore[call-overload]
            words = f"{marks.WORDS[kind]} {was}"
            made.show_mark(kind, words if was == now else f"{words} → {now}")
            made.setVisible(bool(was or now))
        moved = trial.moved
        self._moves.setText(f"{len(moved)} 个班子改变状态" if moved else "没有班子改变状态")
        self._moves.setEnabled(bool(moved))
        told = [
            f"{short[each.team]} {marks.WORDS[each.before.state]}→{marks.WORDS[each.after.state]}"
            for each in moved[:NAMED]
        ]
        more = f" 等 {len(moved)} 个" if len(moved) > NAMED else ""
        gains = [each.gain for each in trial.shifts if each.gain]
        mean = sum(gains) / len(trial.shifts) if trial.shifts else 0.0
        scores = f"得分有变 {len(gains)} 个，平均 {names.signed(mean)}" if gains else ""
        self._which.setText("　".join(filter(None, ("、".join(told) + more, scores))))

    def words(self) -> str:
        """Give what is shown, as one text."""
        shown = [each.text() for each in self._counts.values() if not each.isHidden()]
        return " ".join((*shown, self._moves.text(), self._which.text()))

    def link(self) -> QWidget:
        """Give the link that lists the teams."""
        return self._moves

    def _on_moves(self) -> None:
        self.asked.emit()
