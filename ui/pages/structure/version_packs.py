"""规则包: what each asks, what switching it on or off would do, and the switch."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from leadership_model import months
from leadership_model.assessment.impact import Shift
from leadership_model.structure import packs, versions
from leadership_model.structure.compare import spelled
from leadership_model.structure.packs import Pack
from ui import theme
from ui.context import Context
from ui.pages.structure import version_work
from ui.pages.structure.columns import ShiftColumns
from ui.pages.structure.publishing import month_fault
from ui.pages.structure.trial_strip import TrialStrip
from ui.pages.structure.version_work import PackEffect
from ui.pages.structure.work import short_name
from ui.tables.cell import Cell
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.emptying import empty
from ui.widgets.labels import label
from ui.widgets.segments import Segments

KEY = "structure.packs"


class _PackColumns(ShiftColumns):
    """Teams of several categories: each by its whole name."""

    def _team(self, shift: Shift) -> Cell:
        name = self._snapshot.teams.raw("name")[shift.team] or ""
        return Cell(text=name, bold=shift.moved)


class PackDialog(Dialog):
    """Closes with `effect`: the versions to be published; nothing is changed here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("规则包", parent, width=980)
        self.setMinimumHeight(560)
        self._context = context
        self._packs = {each.id: each for each in packs.shipped()}
        self.effect: PackEffect | None = None
        self.choice = Segments([(each.id, each.label) for each in self._packs.values()])
        self.month = QLineEdit(months.show_iso(context.workspace.as_of))
        self.month.setAccessibleName("自哪个月起")
        self.month.setFixedWidth(theme.px(90))
        self.strip = TrialStrip()
        self.strip.link().hide()
        self.teams = TableView(context.settings, "structure.pack_teams", opens="", row_height=26)
        self._about = QVBoxLayout()
        self._state = label("", "strong")
        self._lay_out()
        self.choice.chosen.connect(self._on_choice)
        self.month.editingFinished.connect(self._on_month)
        self.finished.connect(self._on_finished)
        self._on_choice("")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(label("自", "note"))
        head.addWidget(self.month)
        head.addWidget(label("起生效", "note"))
        self.body.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(14)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        inner.setObjectName("plain")
        self._about = QVBoxLayout(inner)
        self._about.setContentsMargins(0, 0, 6, 0)
        self._about.setSpacing(5)
        area.setWidget(inner)
        row.addWidget(area, 5)
        row.addWidget(self.teams, 6)
        note = "启用或停用时为有关模型各发布新的一版；发布后不能撤销，可以再停用或启用。"
        self.body.addWidget(label(note, "note", wrap=True))
        self.body.addWidget(self.strip)
        self.body.addLayout(row, 1)
        self.teams.set_empty("scale-balance", "没有班子", "没有要改变的模型。")
        self.add_cancel()
        self.switch = self.add_button("启用", self._on_switch, kind="primary")
        self.switch.setEnabled(False)

    def pack(self) -> Pack:
        """The pack shown."""
        return self._packs[self.choice.current()]

    # ---- showing

    def _on_choice(self, id: object) -> None:
        self._tell(self.pack())
        self._compute()

    def _compute(self) -> None:
        workspace = self._context.workspace
        month, survey = months.parse(self.month.text()), workspace.survey
        if month is None or survey is None:
            return
        self._context.jobs.read(
            partial(version_work.pack_effect, workspace.world, self.pack(), month, survey),
            KEY,
            self._on_effect,
        )

    def _tell(self, pack: Pack) -> None:
        empty(self._about)
        self._about.addWidget(label(pack.why, "cell", wrap=True))
        self._about.addWidget(label(f"依据：{pack.source}", "note", wrap=True))
        self._about.addWidget(label("写进结构模型的要求", "strong"))
        names = self._context.workspace.catalogue
        for change in pack.changes:
            for each in change.requirements:
                asked = f"{each.label} {spelled(each, names)['目标']}，{each.points:g} 分"
                text = f"{change.category}：{asked}。依据：{each.basis}"
                self._about.addWidget(label(text, "cell", wrap=True))
        self._about.addWidget(label("由人工掌握的条款", "strong"))
        for clause in pack.clauses:
            self._about.addWidget(label(f"{clause.text}。{clause.check}。", "cell", wrap=True))
        self._about.addStretch(1)

    def _on_effect(self, found: PackEffect) -> None:
        snapshot = self._context.workspace.snapshot
        self.effect = found
        later = found.since != months.parse(self.month.text())
        since = f"（{months.show_iso(found.since)} 起）" if later else ""
        self._state.setText(f"{packs.STATE_WORDS[found.state]}{since}")
        self.switch.setText("停用" if found.state == "on" else "启用")
        self.switch.setEnabled(bool(found.drafts))
        self.switch.setToolTip("；".join(versions.name(each) for each in found.drafts))
        short = {each.team: short_name(snapshot, each.team) for each in found.trial.moved}
        self.strip.show_trial(found.trial, short)
        order = sorted(found.trial.shifts, key=lambda s: (not s.moved, -abs(s.gain or 0.0)))
        ids = [snapshot.teams.ids[each.team] for each in order]
        self.teams.show_rows(_PackColumns(snapshot).all(), order, ids)

    # ---- slots

    def _on_month(self) -> None:
        self.refuse(month_fault(self.month.text()))
        self.switch.setEnabled(False)
        self._compute()

    def _on_switch(self) -> None:
        self.accept()

    def _on_finished(self, result: int) -> None:
        self._context.jobs.cancel(KEY)
