"""The list of sections at the left of 要素维护: what they are called, and what stands in each."""

from collections.abc import Mapping

from ui import names
from ui.widgets.lists import ListItem
from ui.workspace import Workspace

SECTIONS = (
    ("people", "干部", "account-outline"),
    ("teams", "单位与班子", "sitemap-outline"),
    ("posts", "岗位与职责", "seat-outline"),
    ("library", "要素库", "shape-outline"),
    ("codes", "代码表", "code-tags"),
    ("careers", "履历核对", "file-search-outline"),
    ("issues", "数据体检", "stethoscope"),
    ("import", "导入", "file-import-outline"),
)
TITLES = {name: title for name, title, _ in SECTIONS}


def items(counts: Mapping[str, int]) -> tuple[ListItem, ...]:
    """Make the lines of the list; a section without a count shows none."""
    return tuple(
        ListItem(
            id=name,
            title=title,
            icon=icon,
            right=names.number(counts[name]) if name in counts else "",
        )
        for name, title, icon in SECTIONS
    )


def counts(workspace: Workspace) -> dict[str, int]:
    """Count what stands in the sections."""
    from ui.pages.elements.code_work import lists

    snapshot = workspace.snapshot
    return {
        "people": len(snapshot.people),
        "teams": len(snapshot.teams),
        "posts": len(snapshot.posts),
        "library": len(workspace.catalogue.elements),
        "codes": len(lists()),
    }
