"""Below the sentence: the trial run, where the teams stand, what changes, and what is wrong."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leadership_model.structure.issue import Issue
from ui import marks, names
from ui.context import Context
from ui.navigation import OpenTeam, ShowTeams
from ui.pages.structure import check_work
from ui.pages.structure.check_view import CheckView
from ui.pages.structure.check_work import Checked
from ui.pages.structure.columns import ShiftColumns
from ui.pages.structure.effect_work import Effect
from ui.pages.structure.standing_view import StandingView
from ui.pages.structure.trial_strip import TrialStrip
from ui.pages.structure.work import short_name
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.empty import IconView
from ui.widgets.labels import Elided, MarkLabel
from ui.widgets.segments import Segments

CHECK_KEY = "structure.check"


class EffectCards(QWidget):
    """The strip of the trial run, the standing of the teams, their scores and the checker."""

    jumped = Signal(object)  # id of a requirement the checker speaks of
    adopted = Signal(object)  # a finding whose way out is to be taken

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._moved: tuple[str, ...] = ()
        self._checked: Checked | None = None
        self.strip = TrialStrip()
        self.standing = StandingView()
        self.shifts = TableView(
            context.settings, "structure.shifts", opens="打开研判", row_height=26
        )
        self.check_view = CheckView()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._standing_card(), 5)
        row.addWidget(self._right_card(), 5)
        column.addLayout(row, 1)
        self.strip.asked.connect(self._on_moves)
        self.standing.opened.connect(self._on_team)
        self.shifts.opened.connect(self._on_team)
        self.shifts.activated_id.connect(self._on_team)
        self.check_view.jumped.connect(self.jumped)
        self.check_view.adopted.connect(self.adopted)
        self.tabs.chosen.connect(self._on_tab)

    def set_tight(self, tight: bool) -> None:
        """Leave less room between and in the parts, where the window is low."""
        self._column.setSpacing(5 if tight else 8)
        self.strip.row.setContentsMargins(12, 3 if tight else 4, 12, 3 if tight else 4)
        for card in (self._stands, self._right):
            card.set_tight(tight)

    def _standing_card(self) -> Card:
        self._stands = Card("各班子的现状", "", self)
        self._stands.body.addWidget(self.standing, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        self._counts = [MarkLabel(kind, "", 12) for kind in ("green", "yellow", "red", "unknown")]
        for each in self._counts:
            row.addWidget(each)
        row.addStretch(1)
        self._stands.body.addLayout(row)
        return self._stands

    def _right_card(self) -> Card:
        card = Card("影响与核对", "", self)
        self._right = card
        self.tabs = Segments([("impact", "改动影响"), ("check", "核对")])
        card.header.addWidget(self.tabs)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.shifts)
        self._pages.addWidget(self.check_view)
        card.body.addWidget(self._pages, 1)
        self._check_icon = IconView("check-circle-outline", 15, "green")
        self._check = Elided("", "note")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._check_icon)
        row.addWidget(self._check, 1)
        card.body.addLayout(row)
        return card

    # ---- the effect

    def show_effect(self, effect: Effect, narrow: bool) -> None:
        """Show where the teams stand and what the draft would do; the checker follows."""
        snapshot = self._context.workspace.snapshot
        short = {each.team: short_name(snapshot, each.team) for each in effect.trial.moved}
        self.strip.show_trial(effect.trial, short)
        standing = effect.standing
        self.standing.show_standing(standing)
        counts = standing.counts if standing else (0, 0, 0, 0)
        former = standing.former if standing else counts
        for made, kind, now, was in zip(
            self._counts, ("green", "yellow", "red", "unknown"), counts, former, strict=True
        ):
            words = f"{marks.WORDS[kind]} {now}" + (f"（原 {was}）" if now != was else "")
            made.show_mark(kind, words)
            made.setVisible(bool(now or was))
        self._stands.set_title(f"{len(effect.shifts)} 个班子的现状")
        self._stands.set_note("按草稿目标；单击打开研判" if standing else "")
        self._show_shifts(effect, narrow)
        self._ask(effect)

    def _show_shifts(self, effect: Effect, narrow: bool) -> None:
        snapshot = self._context.workspace.snapshot
        order = sorted(
            effect.shifts,
            key=lambda each: (not each.moved, -abs(each.gain or 0.0), each.after.score_low or 0.0),
        )
        ids = [snapshot.teams.ids[each.team] for each in order]
        if not order:  # said only now: before, nothing had been worked out
            self.shifts.set_empty("scale-balance", "没有班子", "这一类目前没有班子。")
        self.shifts.show_rows(ShiftColumns(snapshot, narrow).all(), order, ids)
        self._moved = tuple(snapshot.teams.ids[each.team] for each in effect.trial.moved)
        gains = [each.gain for each in effect.shifts if each.gain]
        mean = sum(gains) / len(effect.shifts) if effect.shifts else 0.0
        changed = f"{len(gains)} 个班子的得分有变，平均 {names.signed(mean)}"
        self._right.set_note(changed if gains else "现行与草稿的得分相同")

    def moved(self) -> tuple[str, ...]:
        """The ids of the teams whose state would change."""
        return self._moved

    # ---- the checker

    def _ask(self, effect: Effect) -> None:
        if self._checked is not None and self._checked.draft == effect.draft:
            return
        world = self._context.workspace.world
        teams = tuple(each.team for each in effect.shifts)
        self._context.jobs.read(
            partial(check_work.check, world, effect.draft, teams), CHECK_KEY, self._on_checked
        )

    def _on_checked(self, checked: Checked) -> None:
        self._checked = checked
        self._show_checked(checked)

    def show_issues(self, issues: tuple[Issue, ...], count: int) -> None:
        """Say at once what can be said of the draft alone; the checker asks the teams behind it."""
        if self._checked is None or not set(issues) <= set(self._checked.issues):
            self._say(issues, count)

    def _show_checked(self, checked: Checked) -> None:
        self.check_view.show_checked(checked)
        text = f"核对 {len(checked.issues)}" if checked.issues else "核对"
        self.tabs.set_text("check", text)
        count = len(checked.draft.requirements)
        self.tabs.button("check").setToolTip(check_work.summary(checked.issues, count))
        self._say(checked.issues, count)

    def _say(self, issues: tuple[Issue, ...], count: int) -> None:
        faults = tuple(each for each in issues if each.severity == "error")
        first = f"：{issues[0].text}" if issues else ""
        self._check.setText(f"核对：{check_work.summary(issues, count)}{first}")
        icon = "alert-circle-outline" if faults else "check-circle-outline"
        self._check_icon.show_icon(icon, "red" if faults else "yellow" if issues else "green")

    def checked(self) -> Checked | None:
        """What the checker found last."""
        return self._checked

    # ---- slots

    def _on_tab(self, id: object) -> None:
        self._pages.setCurrentIndex(0 if id == "impact" else 1)

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id)))

    def _on_moves(self) -> None:
        if self._moved:
            self._context.navigator.go(ShowTeams(self._moved, "改动后状态会变的班子"))
