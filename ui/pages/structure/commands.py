"""The commands of the page wired to what they mean."""

from typing import TYPE_CHECKING

from ui.pages.structure import actions

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


def make_plain(page: "StructurePage") -> None:
    """Make the commands without a button in the title row: by key, menu, link or Ctrl+K."""
    for record, slot in (
        (actions.NEW, page.lines.begin),
        (actions.COPY, page.editing.copy),
        (actions.UP, page.editing.up),
        (actions.DOWN, page.editing.down),
        (actions.RETIRE, page.editing.retire),
        (actions.DIMENSIONS, page.editing.ask_dimensions),
        (actions.RESET, page.lines.reset),
    ):
        page.command(record, slot, button=False)
    for record, slot in (
        (actions.CATEGORY, page.left.add_category),
        (actions.SUBS, page.left.add_subs),
        (actions.TEAM, page.left.add_team),
        (actions.RENAME, page.left.rename),
        (actions.SHELVE, page.left.retire),
        (actions.ASSIGN, page.left.assign),
    ):
        page.left.offer(page.command(record, slot, button=False))
