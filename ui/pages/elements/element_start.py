"""Something new in the library: from a kind of definition, or from a column of a roster."""

from leadership_model.elements import starts
from ui.context import Context
from ui.pages.elements import element_work as edits
from ui.pages.elements.element_work import Draft

NEW_FILTER, ROSTER = "filter", "roster"


def start_of(context: Context, start: str) -> Draft | None:
    """Make what is new, asking for a file where one is needed; None when it was given up."""
    catalogue = context.workspace.catalogue
    match start:
        case "filter":
            return Draft(None, starts.begin_filter(catalogue))
        case "roster":
            return _of_roster(context)
        case _:
            return Draft(None, starts.begin(start, catalogue))


def _of_roster(context: Context) -> Draft | None:
    """Make an element of a column: its name and kind are taken from the file."""
    path = context.ask.open_file("名册中的一列作为要素", ("sheet",))
    if path is None:
        return None
    columns = edits.columns_of(path)
    options = [(each, each) for each in columns]
    text = "选一列作为新要素；保存以后单击“取一列…”取入各人的值。"
    chosen = context.ask.choose("取哪一列", text, options)
    if chosen is None:
        return None
    return Draft(None, edits.from_column(chosen, columns[chosen], context.workspace.catalogue))
