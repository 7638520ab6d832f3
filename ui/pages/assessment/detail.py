"""The card of one requirement: wanted, measured, margin, key members, single changes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.assessment.finding import VERDICT_WORDS, Finding
from leadership_model.assessment.phrase import span
from leadership_model.assessment.pivotal import Pools
from leadership_model.conditions.sentence import write
from leadership_model.query import would
from leadership_model.structure.requirement import Requirement
from ui.context import Context
from ui.navigation import Request, RunQuery
from ui.pages.assessment import detail_work as work
from ui.pages.assessment.parts import target
from ui.pages.assessment.work import View
from ui.widgets.dialog import Dialog
from ui.widgets.grid import Grid
from ui.widgets.labels import MarkLabel, label
from ui.widgets.sheet import Sheet

NOTE = (
    "只换一人：可任职的人为在职、不在本班子、确定符合禁止性规则和岗位资格、职务层次不高于岗位的人；"
    "“约”表示按相近情况归并。供研判参考，不代替民主推荐、考察和集体讨论决定。"
)


def inspect(context: Context, seen: View, id: str, parent: QWidget) -> None:
    """Open a requirement in full, then go where a click in it led."""
    requirement, finding = work.requirement_of(seen, id), work.finding_of(seen, id)
    if requirement is None or finding is None:
        return
    chosen: list[Request] = []
    context.ask.show(RequirementDialog(context, seen, requirement, finding, chosen, parent))
    if chosen:
        context.navigator.go(chosen[0])


class RequirementDialog(Dialog):
    """Shows a requirement; a name or number closes it and is put into `chosen`."""

    def __init__(
        self,
        context: Context,
        seen: View,
        requirement: Requirement,
        finding: Finding,
        chosen: list[Request],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{seen.short} · {finding.label}", parent, width=780)
        self._context, self._chosen = context, chosen
        self.found: work.Detail | None = None
        self.grids = tuple(Grid(name) for name in ("成员", "换一人可达标", "各岗位换人的结果"))
        self.titles = tuple(label(each.accessibleName(), "strong") for each in self.grids)
        self.said = label("正在逐人推算…", "body", wrap=True)
        self._lay_out(requirement, finding)
        found = would.of_requirement(requirement, seen.world.catalogue)
        self.question = "" if found is None else write(found)
        if self.question:
            self.would = self.add_button("查询谁符合", self._on_would)
            self.would.setToolTip(f"在全库查询：{self.question}")
        self.add_button("关闭", self.reject, default=True)
        for each in self.grids:
            each.opened.connect(self._on_opened)
            each.hide()
        for title in self.titles:
            title.hide()
        context.jobs.read(
            partial(work.look, seen, requirement, finding, Pools(seen.world)),
            "assessment.detail",
            self._on_found,
            title="正在推算单人调整",
        )

    def _lay_out(self, requirement: Requirement, finding: Finding) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(18)
        mark = MarkLabel(finding.verdict, VERDICT_WORDS[finding.verdict], 14)
        facts.addWidget(mark)
        measured = span(finding.measured_low, finding.measured_high)
        for text in (f"目标 {target(finding)}", f"现状 {measured}", work.margin(finding)):
            facts.addWidget(label(text, "strong"))
        facts.addStretch(1)
        self.body.addLayout(facts)
        said = (finding.detail, requirement.why, requirement.basis)
        why = "；".join(each.rstrip("。；") for each in said if each)
        if why:
            self.body.addWidget(label(why, "note", wrap=True))
        self.body.addWidget(self.said)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for title, grid in zip(self.titles, self.grids, strict=True):
            column.addWidget(title)
            column.addWidget(grid)
        column.addStretch(1)
        self.body.addWidget(self.scrolled(content, 380))
        self.body.addWidget(label(NOTE, "faint", wrap=True))

    def _on_found(self, found: work.Detail) -> None:
        self.found = found
        self.said.setText(work.summary(found))
        sheets: tuple[Sheet, ...] = (
            work.members_sheet(found),
            work.repairs_sheet(found),
            work.seats_sheet(found),
        )
        for title, grid, sheet in zip(self.titles, self.grids, sheets, strict=True):
            grid.show_sheet(sheet)
            grid.setVisible(bool(sheet.rows))
            title.setVisible(bool(sheet.rows))
        self.grids[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, request: Request) -> None:
        self._chosen.append(request)
        self.accept()

    def _on_would(self) -> None:
        self._on_opened(RunQuery(self.question))

    def done(self, result: int) -> None:
        self._context.jobs.cancel("assessment.detail")
        super().done(result)
