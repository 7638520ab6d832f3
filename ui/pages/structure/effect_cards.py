"""Below the sentence: where the teams stand against it, and what the draft would change."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.assessment.impact import moves
from leadership_model.structure.issue import Issue
from ui import marks, names, theme
from ui.context import Context
from ui.navigation import OpenTeam, ShowTeams
from ui.pages.structure.columns import ShiftColumns
from ui.pages.structure.effect_work import Effect
from ui.pages.structure.standing_view import StandingView
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.empty import IconView
from ui.widgets.labels import Elided, MarkLabel, link


class EffectCards(QWidget):
    """Two cards: the standing of the teams, and their scores before and after."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._moved: tuple[str, ...] = ()
        self.standing = StandingView()
        self.shifts = TableView(
            context.settings, "structure.shifts", opens="打开研判", row_height=26
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._standing_card(), 5)
        row.addWidget(self._impact_card(), 5)
        self.standing.opened.connect(self._on_team)
        self.shifts.opened.connect(self._on_team)
        self.shifts.activated_id.connect(self._on_team)

    def _standing_card(self) -> Card:
        self._stands = Card("各班子的现状", "")
        self._stands.body.addWidget(self.standing, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        self._counts = [MarkLabel(kind, "", 12) for kind in ("green", "yellow", "red", "unknown")]
        for each in self._counts:
            row.addWidget(each)
        row.addStretch(1)
        self._stands.body.addLayout(row)
        return self._stands

    def _impact_card(self) -> Card:
        self._impact = Card("改动影响", "")
        self._impact.body.addWidget(self.shifts, 1)
        self._moves = link("", self._on_moves, "列出状态会改变的班子")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._moves)
        row.addSpacing(theme.px(8))
        self._check_icon = IconView("check-circle-outline", 15, "green")
        self._check = Elided("", "note")
        row.addWidget(self._check_icon)
        row.addWidget(self._check, 1)
        self._impact.body.addLayout(row)
        self.shifts.set_empty("scale-balance", "没有班子", "这一类目前没有班子。")
        return self._impact

    def show_effect(self, effect: Effect, narrow: bool) -> None:
        """Show where the teams stand and what the draft would do."""
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
        title = f"{len(effect.shifts)} 个班子的现状"
        self._stands.set_title(title)
        self._stands.set_note("按草稿目标；单击打开研判" if standing else "")
        self._show_shifts(effect, narrow)

    def _show_shifts(self, effect: Effect, narrow: bool) -> None:
        snapshot = self._context.workspace.snapshot
        order = sorted(
            effect.shifts,
            key=lambda each: (not each.moved, -abs(each.gain or 0.0), each.after.score_low or 0.0),
        )
        ids = [snapshot.teams.ids[each.team] for each in order]
        self.shifts.show_rows(ShiftColumns(snapshot, narrow).all(), order, ids)
        moved = moves(effect.shifts)
        self._moved = tuple(snapshot.teams.ids[t] for teams in moved.values() for t in teams)
        parts = [
            f"{marks.WORDS[before]}→{marks.WORDS[after]} {len(teams)} 个"
            for (before, after), teams in moved.items()
        ]
        self._moves.setText("，".join(parts) if parts else "没有班子改变状态")
        self._moves.setEnabled(bool(moved))
        gains = [each.gain for each in effect.shifts if each.gain]
        mean = sum(gains) / len(effect.shifts) if effect.shifts else 0.0
        changed = f"{len(gains)} 个班子的得分有变，平均 {names.signed(mean)}"
        self._impact.set_note(changed if gains else "现行与草稿的得分相同")

    def show_issues(self, issues: tuple[Issue, ...], count: int) -> None:
        """Say what the checker found."""
        faults = [each for each in issues if each.severity != "note"]
        if not issues:
            self._check.setText(f"核对：{count} 项要求没有发现矛盾")
        else:
            self._check.setText(
                "核对：" + "；".join(each.text for each in (*faults, *issues))[:200]
            )
        self._check.setToolTip("\n".join(dict.fromkeys(each.text for each in issues)))
        icon = "check-circle-outline" if not faults else "alert-circle-outline"
        self._check_icon.show_icon(icon, "red" if faults else "green" if not issues else "yellow")

    def moved(self) -> tuple[str, ...]:
        """The ids of the teams whose state would change."""
        return self._moved

    def _on_team(self, id: object) -> None:
        self._context.navigator.go(OpenTeam(str(id)))

    def _on_moves(self) -> None:
        if self._moved:
            self._context.navigator.go(ShowTeams(self._moved, "改动后状态会变的班子"))
