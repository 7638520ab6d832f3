"""How a model begins (template, team), and is given up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadership_model.structure.model import Model
from ui.pages.structure import publishing, work
from ui.pages.structure.category_work import team_model_id

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


class Saving(QObject):
    """Speaks for the page: asks and lays drafts."""

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

    def begin_empty(self) -> None:
        """Begin the model of a category with nothing in it."""
        row = self._page.row()
        if row is not None:
            made = work.from_template(None, row.category, row.title)
            self._page.drafts.edit(made.id, made, f"新建模型 {made.label}")

    def ask_template(self) -> None:
        """Ask for the template of a category that has no model."""
        row = self._page.row()
        if row is None:
            return
        template = publishing.ask_template(self._page.ask, row.title)
        if template is not None:
            made = work.from_template(template, row.category, row.title)
            self._page.drafts.edit(made.id, made, "从模板新建模型")

    def revert(self) -> None:
        """Give the draft up."""
        found = self._page.hand()
        if found is not None:
            words = f"还原 {found.draft.label}" if found.published else "放弃新模型"
            self._page.drafts.edit(found.draft.id, None, words)
