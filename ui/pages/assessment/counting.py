"""The tab 统计表: levels by properties, each figure with its people; bands of age as one likes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leadership_model.errors import UserError
from leadership_model.query.level_table import BANDS, read_bands
from ui import count_sheet, theme
from ui.context import Context
from ui.navigation import Request
from ui.pages.assessment import counts_work as work
from ui.pages.assessment import output
from ui.pages.assessment.papers_work import file_name
from ui.pages.assessment.work import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.grid import Grid
from ui.widgets.labels import Elided, label
from ui.widgets.scroll import scrolled
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from pathlib import Path

    from leadership_model.papers.paper import Paper

CHOICE = "assessment.bands"
NOTE = "占比以该项已知人数为分母；学历、学位按已登记的最高一项计；待核的人单列。"


class Counting(QWidget):
    """Counts the people of a scope; a click on a figure lists them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self.counted: count_sheet.Counted | None = None
        self._of: tuple[object, ...] = ()  # what was counted last
        self.scope, self.part = Segments(work.SCOPES), Segments(count_sheet.PARTS)
        self.scope.chosen.connect(self._on_choice)
        self.part.chosen.connect(self._on_choice)
        stored = str(context.settings.choices.get(CHOICE, ""))
        self.bands = QLineEdit(stored or ",".join(map(str, BANDS)))
        self.bands.setToolTip("每段最后一岁，用逗号分开；回车后重新统计")
        self.bands.setAccessibleName("年龄段")
        self.bands.setMaximumWidth(theme.px(170))
        self.bands.editingFinished.connect(self._on_bands)
        self._wrong = label("", "error")
        self._note = Elided("", "note")
        self.grid = Grid("统计表")
        self.grid.opened.connect(self._on_opened)
        self._lay_out()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.scope)
        first.addStretch(1)
        for widget in (
            button("打印", self._on_print, icon="printer-outline", kind="small"),
            button("导出", self._on_export, icon="tray-arrow-down", kind="small"),
        ):
            first.addWidget(widget)
        second.addWidget(self.part)
        second.addWidget(self._note, 1)
        second.addWidget(self._wrong)
        second.addWidget(label("年龄段", "note"))
        second.addWidget(self.bands)
        framed = Card()
        inner = QWidget()
        inner.setObjectName("plain")
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.grid)
        held.addStretch(1)
        framed.body.addWidget(scrolled(inner))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(framed, 1)
        column.addWidget(label(NOTE, "faint"))

    # ---- showing

    def show_team(self, view: View) -> None:
        """Take the team and the world it is seen in."""
        self._view = view
        self._count()

    def _count(self) -> None:
        view = self._view
        if view is None:
            return
        scope, part = self.scope.current(), self.part.current()
        single = part == "single"
        team = view.team if scope in ("category", "area", "team") else -1
        wanted = (view.world, scope, team, single, self._bands())
        self.bands.setEnabled(not single)
        if self.counted is not None and self._of == wanted:
            self._show()
            return
        self._of = wanted
        read = partial(work.count, view, scope, part, self._bands())
        self._context.jobs.read(read, "assessment.counts", self._on_counted, title="正在统计")

    def _bands(self) -> tuple[int, ...]:
        try:
            found = read_bands(self.bands.text())
        except UserError as error:
            self._wrong.setText(str(error))
            return BANDS
        self._wrong.setText("")
        return found

    def _on_counted(self, counted: count_sheet.Counted) -> None:
        if self._view is not None and counted.world is self._view.world:
            self.counted = counted
            self._show()

    def _show(self) -> None:
        counted = self.counted
        if counted is None:
            return
        self.grid.show_sheet(count_sheet.sheet(counted, self.part.current()))
        open_ = f" · 有待核项目 {counted.table.unknown} 人" if counted.table.unknown else ""
        self._note.setText(f"{counted.scope} {counted.table.people:,} 人{open_} · 单击数字看名单")

    # ---- what happens

    def _on_choice(self, _id: object) -> None:
        self._count()

    def _on_bands(self) -> None:
        if not self._wrong.text():
            self._context.settings.choices[CHOICE] = self.bands.text()
        self._count()

    def _on_opened(self, request: Request) -> None:
        self._context.navigator.go(request)

    # ---- files and paper

    def _on_export(self) -> None:
        counted = self.counted
        if counted is None:
            return
        title = f"{counted.scope}{counted.table.title}"
        suggested = f"{file_name(title, counted.world)}.xlsx"
        path = self._context.ask.save_file("导出统计表", suggested, ("sheet", "document", "pdf"))
        if path is None:
            return
        whole = path.suffix.lower() == ".xlsx"  # the rows behind go into workbooks only
        made = partial(count_sheet.spreads if whole else count_sheet.paper, counted)
        output.give(self._context, made, path, title, self._on_written)

    def _on_written(self, path: "Path") -> None:
        self._context.say(f"已导出 {path.name}")

    def _on_print(self) -> None:
        if self.counted is not None:
            paged = partial(
                output.paged, partial(count_sheet.paper, self.counted), self.counted.table.title
            )
            self._context.jobs.read(paged, "assessment.counts", self._on_paper, title="正在排版")

    def _on_paper(self, paper: "Paper") -> None:
        from ui.printing.preview import preview

        preview(self._context, paper)
