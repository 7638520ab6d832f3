"""Papers of the team shown and of its like, as files or before they are printed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from ui.context import Context
from ui.pages.assessment import output, papers_work
from ui.pages.assessment.output import Order
from ui.pages.assessment.papers_work import Wanted
from ui.printing.slowly import Slowly

if TYPE_CHECKING:
    from leadership_model.papers.flow import Flow
    from leadership_model.papers.paper import Paper
    from leadership_model.papers.spread import Spread

    Sheets = Callable[..., tuple[Spread, ...]]

FILES = ("sheet", "document", "pdf")
CHOICES = (
    ("report", "本班子研判报告"),
    ("rules", "本班子规则核查清单"),
    ("category", "同类班子研判报告合订本"),
    ("area", "同一地区研判报告合订本"),
    ("area_rules", "同一地区规则核查清单"),
    ("rows", "本班子各项数字的明细（Excel）"),
)
WAIT = "全部班子研判完后才能输出，请稍候再试。"


class HandingOut(QObject):
    """Asks for a file, or shows the pages before they are printed. Lives as long as its page."""

    def __init__(
        self, context: Context, order: Callable[[], Order | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._order = context, order
        self.slowly = Slowly(self)
        self._years: tuple[World, ...] = ()

    # ---- the comparison table

    def export(self) -> None:
        """Write the table to a workbook, a Word or a PDF file."""
        order = self._order()
        if order is None:
            return
        path = self._context.ask.save_file("导出对比分析表", f"{order.name}.xlsx", FILES)
        if path is None:
            return
        work = partial(output.spreads_of, order)
        self._sheets(work, path, order.name)

    def to_paper(self) -> None:
        """Show the pages of the table, to be printed."""
        order = self._order()
        if order is not None:
            work = partial(output.paper_of, order)
            self._read(work, "print", self._on_paper, "正在排版对比分析表")

    # ---- reports and lists

    def more(self) -> None:
        """Ask which paper, then for its file."""
        order = self._order()
        survey = self._context.workspace.survey
        if order is None:
            return
        if survey is None:
            self._context.ask.inform(WAIT)
            return
        chosen = self._context.ask.choose("输出材料", "选择要输出的材料", CHOICES)
        if chosen is not None:
            self._give(chosen, order, Wanted(order.seen.world, survey, (), order.engine))

    def _give(self, chosen: str, order: Order, wanted: Wanted) -> None:
        world, team = wanted.world, order.seen.team
        name, area = order.seen.short, world.snapshot.teams.raw("area")[team] or "未填地区"
        category = world.snapshot.teams.raw("category")[team] or "未分类"
        if not self._years or self._years[0] is not world:
            self._years = papers_work.years_of(world)
        one = Wanted(world, wanted.survey, (team,), order.engine, order.typed, self._years)
        match chosen:
            case "report":
                self._flow(partial(papers_work.report, one), f"{name}研判报告", world)
            case "category" | "area":
                teams = papers_work.same(world, team, chosen)
                many = Wanted(world, wanted.survey, teams, order.engine, ahead=self._years)
                title = f"{category if chosen == 'category' else area}领导班子研判报告"
                self._flow(partial(papers_work.volume, many, title), title, world)
            case "rules" | "area_rules":
                teams = (team,) if chosen == "rules" else papers_work.same(world, team, "area")
                title = f"{name if chosen == 'rules' else area}规则核查清单"
                made = Wanted(world, wanted.survey, teams, order.engine)
                work = partial(papers_work.rule_sheets, made, title)
                self._list(work, title, order, FILES)
            case _:
                title = f"{name}各项数字明细"
                self._list(partial(papers_work.row_sheets, one, title), title, order, ("sheet",))

    def _flow(self, work: Callable[..., object], name: str, world: object) -> None:
        suggested = f"{papers_work.file_name(name, world)}.docx"  # type: ignore[arg-type]
        path = self._context.ask.save_file("输出研判报告", suggested, ("document", "pdf"))
        if path is not None:
            self._read(work, "report", partial(self._on_flow, path), "正在编写研判报告")

    def _list(self, work: "Sheets", name: str, order: Order, kinds: tuple[str, ...]) -> None:
        suggested = f"{papers_work.file_name(name, order.seen.world)}.xlsx"
        path = self._context.ask.save_file("输出清单", suggested, kinds)
        if path is not None:
            self._sheets(work, path, name)

    # ---- writing

    def _read(
        self, work: Callable[..., object], key: str, done: Callable[..., None], title: str
    ) -> None:
        self._context.jobs.read(work, f"assessment.{key}", done, title=title)

    def _sheets(self, work: "Sheets", path: Path, name: str) -> None:
        output.give(self._context, work, path, name, self._on_written)

    def _on_flow(self, path: Path, flow: "Flow") -> None:
        from leadership_model.papers import pages
        from ui.printing import files

        if self.slowly.busy:
            self._context.ask.inform("上一份材料还在写，请稍候再试。")
            return
        pdf = path.suffix.lower() == ".pdf"
        steps = files.pdf_steps(path, pages.paper_of(flow)) if pdf else files.docx_steps(path, flow)
        self.slowly.run(steps, partial(self._on_written, path), self._on_failed, self._on_share)

    def _on_share(self, share: float) -> None:
        if share < 1.0:
            self._context.say(f"正在写研判报告 {share:.0%}")

    def _on_failed(self, error: UserError) -> None:
        self._context.ask.error(str(error))

    def _on_written(self, path: Path) -> None:
        self._context.say(f"已导出 {path.name}")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper)
