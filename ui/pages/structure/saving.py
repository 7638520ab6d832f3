"""How a model begins (template, team, earlier version), is given up, and becomes a new version."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model import months
from leadership_model.changes import Changes
from leadership_model.structure.model import Model
from ui.pages.structure import publishing, work
from ui.pages.structure.category_work import team_model_id

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


class Saving(QObject):
    """Speaks for the page: asks, lays drafts, writes versions."""

    def __init__(self, page: "StructurePage") -> None:
        super().__init__(page)
        self._page = page

    def begin_category(self, category: str, template: Model | None) -> None:
        """A category was added: begin its model with the template chosen."""
        made = work.from_template(template, category, category)
        self._page.show_place(f"{category}||")
        self._page.drafts.edit(made.id, made, f"新建模型 {made.label}")

    def begin_team(self, team: str) -> None:
        """Begin the differences of one team, or show those it has."""
        page = self._page
        teams = page.workspace.snapshot.teams
        record = teams.record(teams.ids.index(team))
        row = page.row_of_team(team)
        if row is None:
            made = Model(
                id=team_model_id(record),
                category=record.category or "",
                label=f"{record.name}的差异",
                version=0,
                team=team,
            )
            page.drafts.edit(made.id, made, f"为{record.name}另定差异")
            row = page.row_of_team(team)
        if row is not None:
            page.show_place(row.key)

    def ask_template(self) -> None:
        """Ask for the template of a category that has no model."""
        row = self._page.row()
        if row is None:
            return
        template = publishing.ask_template(self._page.ask, row.title)
        if template is not None:
            made = work.from_template(template, row.category, row.title)
            self._page.drafts.edit(made.id, made, "从模板新建模型")

    def ask_version(self) -> None:
        """Ask which version the draft is to begin with."""
        page, published = self._page, self._page.published()
        if published is None:
            return
        found = publishing.ask_version(page.ask, page.workspace.world.models, published)
        if found is not None:
            made = work.beginning_with(found, published)
            if made == published:
                page.context.say(f"第 {found.version} 版就是现行版本。")
            page.store(made, f"从第 {found.version} 版开始修改")

    def revert(self) -> None:
        """Give the draft up."""
        found = self._page.hand()
        if found is not None:
            words = f"还原 {found.draft.label}" if found.published else "放弃新模型"
            self._page.drafts.edit(found.draft.id, None, words)

    def publish(self) -> None:
        """Ask from which month on the draft is to hold, and write it as the next version."""
        page, found = self._page, self._page.hand()
        if found is None or not found.changed:
            page.context.say("没有需要保存的修改。")
            return
        fault = publishing.first_fault(found.draft, page.workspace.catalogue)
        if fault:
            page.ask.error(f"还不能保存：{fault}")
            return
        month = publishing.ask_month(page.ask, found.draft, page.workspace.as_of)
        if month is None:
            return
        made = work.next_version(page.workspace.world.models, found.draft, month)
        self._saving = made
        page.workspace.write(
            partial(publishing.publish, made),
            f"发布 {made.label} 第 {made.version} 版",
            done=self._on_published,
            initiator=page,
        )

    def _on_published(self, changes: Changes) -> None:
        made = self._saving
        self._page.drafts.forget(made.id, f"已发布第 {made.version} 版")
        since = months.show_iso(made.effective)
        self._page.context.say(f"已发布第 {made.version} 版，自 {since} 起生效。")
