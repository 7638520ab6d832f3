"""The menus of the builder: what can be done with a line or group, whose people can be listed."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from leadership_model.elements.catalogue import Catalogue
from leadership_model.query.draft import Group, Node, Path
from leadership_model.query.tally import Tally

COUNT_WORDS = (
    ("left", "到这一行剩下的 {} 人"),
    ("alone", "单独满足这一行的 {} 人"),
    ("without", "停用这一行后的 {} 人"),
    ("unknown", "这一行数据待核的 {} 人"),
)


Entry = tuple[str, str, Path]


def of_node(node: Node, path: Path) -> list[Entry]:
    """List what can be done with a node."""
    entries = []
    if path:
        entries += [("toggle", "停用" if node.on else "启用", path)]
        entries += [("up", "上移\tAlt+↑", path), ("down", "下移\tAlt+↓", path)]
        entries += [("any", "放进“任一满足”组", path), ("none", "放进“不满足”组", path)]
    if isinstance(node, Group):
        entries += [("line", "在组内加条件…", path), ("group", "在组内加条件组", path)]
    return [*entries, ("remove", "删除\tDelete" if path else "清空全部条件", path)]


def of_counts(tally: Tally, path: Path) -> list[Entry]:
    """List the counts of a line whose people can be shown."""
    found = ((which, words, getattr(tally, which)) for which, words in COUNT_WORDS)
    return [(f"people.{which}", words.format(f"{n:,}"), path) for which, words, n in found if n]


def make(entries: Sequence[Entry], parent: QWidget) -> QMenu:
    """Make the menu; what was chosen is the data of its action."""
    menu = QMenu(parent)
    for what, words, path in entries:
        action = QAction(words, menu)
        action.setData((what, path))
        menu.addAction(action)
    return menu


def element_note(catalogue: Catalogue, label: str) -> str:
    """Give the group of an element, and that it is sensitive."""
    element = catalogue.element(label)
    if element is None:
        return ""
    return f"{element.group} · 敏感" if catalogue.sensitive(label) else element.group
