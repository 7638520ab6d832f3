"""What is at hand shown in every view of the desk."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.navigation import ShowTeams
from ui.pages.structure import effect_work, work
from ui.pages.structure.at_hand import Hand, differences_under
from ui.pages.structure.category_work import CategoryRow
from ui.pages.structure.effect_work import Effect

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


def show_desk(
    page: "StructurePage", found: Hand, effect: Effect | None, rows: tuple[CategoryRow, ...]
) -> None:
    """Show head, requirements with how teams stand, what the checker says, portraits, 继承."""
    from leadership_model.structure.check import check

    workspace, desk, row = page.workspace, page.desk, found.row
    world, survey, catalogue = workspace.world, workspace.survey, workspace.catalogue
    known = tuple(survey[team] for team in row.teams) if survey is not None else ()
    if effect is not None and effect.draft == found.draft:
        known = tuple(each.after for each in effect.shifts)
    desk.show_head(found, work.about(found.published, row, world.models, world.as_of))
    requirements = desk.requirements
    requirements.show_model(found, known, catalogue, page.editing.chosen)
    requirements.effect.show_issues(check(found.whole, catalogue), len(found.whole.requirements))
    requirements.offer(partial(work.offered, world, found.whole))
    below = differences_under(world, row, rows, page.drafts.value)
    page.views.show(found, below)
    count = len(found.conflicts()) or sum(len(each.conflicts()) for each in below)
    desk.set_tab_text("inherit", f"继承 ⚠{count}" if count else "继承")


def compute(
    page: "StructurePage", found: Hand, effect: Effect | None, done: Callable[[Effect], object]
) -> None:
    """Work out in the background what the draft would do."""
    survey, world = page.workspace.survey, page.workspace.world
    if survey is None:
        return  # the survey is on its way; `refresh_survey` follows
    before = {team: survey[team] for team in found.row.teams}
    chosen = page.editing.chosen
    job = partial(
        effect_work.effect,
        world,
        found.draft,
        found.published,
        before,
        chosen,
        asked=found.requirement(chosen),
        previous=effect.trial if effect is not None else None,
    )
    page.jobs.read(job, "structure.effect", done)


def show_teams(page: "StructurePage", row: CategoryRow | None) -> None:
    """Go to the teams of a row."""
    if row is not None and row.teams:
        ids = tuple(page.workspace.snapshot.teams.ids[team] for team in row.teams)
        page.navigator.go(ShowTeams(ids, f"{row.title}班子"))
