"""数据体检: open issues, the six facts of the file, what was let stand, progress of the units."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model.changes import Changes
from ui import names
from ui.context import Context
from ui.pages.elements import fact_work
from ui.pages.elements import issue_work as work
from ui.pages.elements.fact_pane import FactsPane
from ui.pages.elements.issue_list import IssueList
from ui.pages.elements.issue_progress import ProgressPane
from ui.pages.elements.section import Section
from ui.tables.view import TableView
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.store.signed import SignedEdit


class IssuesSection(Section):
    """Four tabs over one check of the whole base."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._found: work.Found | None = None
        self.list = IssueList(context)
        self.ignored = IssueList(context, ignored=True)
        self.facts = FactsPane(context, page)
        self.progress = ProgressPane(context)
        self.tabs = Tabs()
        self.tabs.add("issues", "待处理问题", self.list)
        self.tabs.add("facts", "三龄两历", self.facts)
        self.tabs.add("ignored", "已忽略", self.ignored)
        self.tabs.add("units", "各单位进度", self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.turned.connect(self._on_turned)
        self.list.asked.connect(self._on_ignore)
        self.ignored.asked.connect(self._on_mind)
        self.progress.wanted.connect(self._on_unit)
        for part in (self.list, self.ignored, self.facts):
            part.noted.connect(self.noted)

    # ---- what the page asks

    def refresh(self, changes: Changes) -> None:
        world = self.context.workspace.world
        self.context.jobs.read(
            partial(work.issues, world), "elements.issue_rows", self._on_found, title="正在核对数据"
        )
        self.context.jobs.read(partial(fact_work.rows, world), "elements.fact_rows", self._on_facts)

    def note(self) -> str:
        if self._found is None:
            return "数据体检 · 正在核对…"
        counts = [
            f"{word} {names.number(sum(row.severity == key for row in self._found.open))}"
            for key, (word, _) in work.WORDS.items()
        ]
        people = len({row.person for row in self._found.open if row.person})
        disputed, _ = self.facts.counts()
        return (
            f"数据体检 · {' · '.join(counts)} · 涉及 {names.number(people)} 人"
            f" · 三龄两历不一致 {names.number(disputed)} 人"
        )

    def table(self) -> TableView:
        views = {
            "facts": self.facts.view,
            "ignored": self.ignored.view,
            "units": self.progress.view,
        }
        return views.get(self.tabs.current(), self.list.view)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        for part in (self.list, self.ignored, self.facts):
            part.set_narrow(narrow)

    def leave(self) -> None:
        self.context.jobs.cancel("elements.issue_rows")
        self.context.jobs.cancel("elements.fact_rows")

    def show_rule(self, rule: str) -> None:
        """Show the issues of one rule, or of all."""
        self.tabs.turn("issues")
        self.list.show_rule(rule)

    # ---- slots

    def _on_found(self, found: work.Found) -> None:
        self._found = found
        self.list.show_issues(found.open)
        self.ignored.show_issues(found.ignored)
        self.progress.show_units(found.progress)
        self.tabs.set_text("issues", f"待处理问题 {names.number(len(found.open))}")
        self.tabs.set_text("ignored", f"已忽略 {names.number(len(found.ignored))}")
        self.noted.emit()

    def _on_facts(self, rows: tuple[fact_work.FactsRow, ...]) -> None:
        self.facts.show_rows(rows)
        disputed, _ = self.facts.counts()
        tail = f"（{names.number(disputed)} 人不一致）" if disputed else ""
        self.tabs.set_text("facts", f"三龄两历{tail}")
        self.noted.emit()

    def _on_turned(self, id: object) -> None:
        self.noted.emit()

    def _on_unit(self, name: object) -> None:
        self.tabs.turn("issues")
        self.list.show_rule("")
        self.list.search.setText(str(name))
        self.list.view.filter_text(str(name))

    def _on_ignore(self, rows: tuple[work.IssueRow, ...]) -> None:
        subject = (
            f"{rows[0].name}：{rows[0].text}" if len(rows) == 1 else f"所选 {len(rows)} 个问题"
        )
        reason = self.context.ask.text(
            "忽略问题", f"{subject}。请写明忽略的理由，以后可以查阅和恢复。", check=_needed
        )
        if reason is not None:
            self._write(work.ignoring(rows, reason.strip()), "忽略数据问题")

    def _on_mind(self, rows: tuple[work.IssueRow, ...]) -> None:
        self._write(work.minding(rows), "恢复忽略的问题")

    def _write(self, edit: "SignedEdit", text: str) -> None:
        self.context.workspace.write(
            edit.forward, text, initiator=self.initiator, undo=edit.backward, done=self._on_written
        )

    def _on_written(self, changes: Changes) -> None:
        self.context.say("已记录，可撤销。")


def _needed(text: str) -> str:
    """Refuse an empty reason."""
    return "" if text.strip() else "请写明理由。"
